#include "support/Fixtures.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

namespace suhbat::test {

QByteArray fixture(const QString &name)
{
    QFile file(QStringLiteral(SUHBAT_FIXTURES "/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no fixture %s", qPrintable(file.fileName()));
    return file.readAll();
}

void failOnAnyWarning()
{
    // Qt 6.4 may say that of its own animations when the last one ends as the window goes, and of a
    // request whose connection is refused and dropped at once.
    QTest::failOnWarning(QRegularExpression(
        QStringLiteral("^(?!QUnifiedTimer::stopAnimationDriver: driver is not running|"
                       "QNetworkReplyImplPrivate::error: Internal problem)")));
}

} // namespace suhbat::test
