#include "pictures/Wording.h"

#include <QLocale>
#include <QQuickItem>
#include <QQuickWindow>
#include <QRegularExpression>
#include <QSysInfo>

#include <functional>

#include <algorithm>
#include <iterator>

namespace suhbat::test {

namespace {

constexpr QChar opening(0x2039);
constexpr QChar closing(0x203a);

void eachVisible(QQuickItem *item, const std::function<void(QQuickItem *)> &visit)
{
    if (!item->isVisible() || item->opacity() < 0.1)
        return;
    visit(item);
    const QList<QQuickItem *> children = item->childItems();
    for (QQuickItem *child : children)
        eachVisible(child, visit);
}

QString plain(QString text)
{
    text.remove(QRegularExpression(QStringLiteral("<[^>]*>")));
    text.remove(QRegularExpression(QStringLiteral("[\u200b\u2060\ufeff]")));
    return text.replace(QChar(0xa0), QLatin1Char(' ')).simplified();
}

/// Names of months and days come from QLocale.
QString withoutDates(QString text)
{
    const QLocale locale(QStringLiteral("en"));
    for (const QLocale::FormatType type : {QLocale::LongFormat, QLocale::ShortFormat}) {
        for (int month = 1; month <= 12; ++month)
            text.remove(locale.monthName(month, type));
        for (int day = 1; day <= 7; ++day)
            text.remove(locale.dayName(day, type));
    }
    return text;
}

} // namespace

QString PseudoLanguage::translate(const char *, const char *source, const char *, int n) const
{
    QString text = QString::fromUtf8(source);
    if (n >= 0)
        text.replace(QLatin1String("%n"), QString::number(n));
    const qsizetype more = (text.size() * 2 + 4) / 5;
    return opening + text + QString(more, QLatin1Char('~')) + closing;
}

Wording::Wording(const QStringList &data) : m_data(plain(data.join(QLatin1Char(' '))))
{
    constexpr qsizetype length = 60;
    std::copy_if(data.begin(), data.end(), std::back_inserter(m_long),
                 [](const QString &text) { return text.size() >= length; });
}

bool Wording::isData(const QString &text) const
{
    static const QRegularExpression letter(QStringLiteral("\\p{L}"));
    static const QRegularExpression initials(QStringLiteral("^\\p{Lu}{1,2}$"));
    static const QRegularExpression keys(QStringLiteral(
        "^((Ctrl|Alt|Shift|Esc|Enter|Return|Tab|Menu|Space|Home|End|Up|Down|PgUp|PgDown|Page Up"
        "|Page Down|Delete|F\\d+|[A-Z])|[^\\p{L}])+$"));
    // Addresses, paths, lines of a log, and languages, each named in itself.
    static const QRegularExpression technical(
        QStringLiteral("^(https?|wss?)://\\S+$|^/\\S+$|^\\d{4}-\\d\\d-\\d\\d [\\d:.]{12} "
                       "|^(English|Русский|Oʻzbekcha)$"));
    // The server's words, in its language: how long ago, how large.
    static const QRegularExpression ofServer(QStringLiteral(
        "^\\d+ (hour|minute|day)s? ago$|^[\\d.]+ (bytes|B|kB|KB|KiB|MB)$|^Yesterday$"));
    const qsizetype dot = text.indexOf(QStringLiteral(" · "));
    if (dot > 0 && isData(text.left(dot)) && isData(text.mid(dot + 3)))
        return true; // when, and what
    const qsizetype colon = text.indexOf(QLatin1String(": "));
    if (colon > 0 && colon <= 60 && isData(text.left(colon)) && isData(text.mid(colon + 2)))
        return true; // who said what
    const QString rest = withoutDates(text)
                             .remove(QSysInfo::prettyProductName())
                             .remove(QSysInfo::currentCpuArchitecture());
    return keys.match(text).hasMatch() || technical.match(text).hasMatch() ||
           ofServer.match(text).hasMatch() || !rest.contains(letter) ||
           initials.match(text).hasMatch() || m_data.contains(text, Qt::CaseInsensitive);
}

void Wording::read(QQuickWindow *window, const QString &scene)
{
    eachVisible(window->contentItem(), [&](QQuickItem *item) {
        if (!item->inherits("QQuickText"))
            return;
        const QString text = plain(item->property("text").toString());
        QString problem;
        if (!text.contains(opening) && !isData(text))
            problem = QStringLiteral("not translated");
        else if (text.startsWith(opening) && text.endsWith(closing) &&
                 item->property("truncated").toBool() &&
                 std::none_of(m_long.begin(), m_long.end(),
                              [&](const QString &each) { return text.contains(each); }))
            problem = QStringLiteral("cut off");
        if (problem.isEmpty() || m_told.contains(text))
            return;
        m_told.insert(text);
        m_problems.append(QStringLiteral("%1: %2: \"%3\"").arg(scene, problem, text));
    });
}

} // namespace suhbat::test
