#include "Capture.h"

#include "support/Fixtures.h"

#include <QRegularExpression>
#include <QTest>

namespace suhbat::test {

namespace {

CaptureStep stepOf(double seconds, const QString &what)
{
    static const QRegularExpression close(QStringLiteral("^<CLOSE (\\d+) >$"));
    CaptureStep step;
    step.at = Milliseconds(qint64(seconds * 1000));
    if (const auto found = close.match(what); found.hasMatch()) {
        step.what = CaptureStep::What::Close;
        step.closeCode = found.captured(1).toInt();
    } else if (what == QLatin1String("<WS PING>")) {
        step.what = CaptureStep::What::ControlPing;
    } else {
        step.text = what.toUtf8();
    }
    return step;
}

} // namespace

QList<CaptureStep> capture(const QString &file, const QString &title)
{
    static const QRegularExpression form(QStringLiteral("^ +([\\d.]+)s (.+)$"));
    QList<CaptureStep> steps;
    bool inside = false;
    const auto all = QString::fromUtf8(fixture(QStringLiteral("pusher/captures/%1.txt").arg(file)));
    const auto lines = all.split(u'\n');
    for (const QString &line : lines) {
        const auto found = form.match(line);
        if (!found.hasMatch())
            inside = line == QStringLiteral("-- ") + title;
        // What the capturing client's own pings were answered with is none of ours.
        else if (inside && found.captured(2) != QLatin1String("<WS PONG>"))
            steps.append(stepOf(found.captured(1).toDouble(), found.captured(2)));
    }
    if (steps.isEmpty())
        QTest::qFail(qPrintable(QStringLiteral("no capture ") + title), __FILE__, __LINE__);
    return steps;
}

} // namespace suhbat::test
