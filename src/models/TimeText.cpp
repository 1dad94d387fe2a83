#include "models/TimeText.h"

#include "wire/HumanisedAge.h"

#include <QCoreApplication>

#include <algorithm>

namespace suhbat {

namespace {

QString counted(const char *text, qint64 count)
{
    return QCoreApplication::translate("TimeText", text, nullptr, int(count));
}

// Our words and not the server's: those stay in the language in which they were asked for.
QString roughly(std::chrono::seconds age)
{
    constexpr qint64 hour = 3600;
    constexpr qint64 day = 24 * hour;
    const qint64 s = std::max<qint64>(age.count(), hour);
    if (s < day)
        return counted(QT_TRANSLATE_N_NOOP("TimeText", "%n h ago"), s / hour);
    if (s < 7 * day)
        return counted(QT_TRANSLATE_N_NOOP("TimeText", "%n d ago"), s / day);
    if (s < 30 * day)
        return counted(QT_TRANSLATE_N_NOOP("TimeText", "%n wk ago"), s / (7 * day));
    if (s < 365 * day)
        return counted(QT_TRANSLATE_N_NOOP("TimeText", "%n mo ago"), s / (30 * day));
    return counted(QT_TRANSLATE_N_NOOP("TimeText", "%n y ago"), s / (365 * day));
}

QString translated(const char *text)
{
    return QCoreApplication::translate("TimeText", text);
}

} // namespace

QString TimeText::inList(const QDateTime &when, const QDateTime &now, const QLocale &locale)
{
    if (!when.isValid())
        return {};
    const QDateTime local = when.toLocalTime();
    const QDate today = now.toLocalTime().date();
    const qint64 days = local.date().daysTo(today);
    if (days <= 0)
        return ofMessage(when, locale);
    if (days == 1)
        return translated(QT_TRANSLATE_NOOP("TimeText", "Yesterday"));
    if (days < 7)
        return locale.standaloneDayName(local.date().dayOfWeek(), QLocale::ShortFormat);
    return local.date().year() == today.year()
               ? locale.toString(local.date(), QStringLiteral("d MMM"))
               : locale.toString(local.date(), QLocale::ShortFormat);
}

QString TimeText::toldInWords(const QString &words, const QDateTime &toldAt, const QDateTime &now,
                              const QLocale &locale)
{
    using namespace std::chrono_literals;
    const auto age = wire::humanisedAge(words);
    if (!age || !toldAt.isValid())
        return words;
    // Of hours only the hour is known, of weeks and more not even the day.
    const bool precise = *age < 1h || (*age >= 24h && *age < 24h * 7);
    return precise ? inList(toldAt.addSecs(-age->count()), now, locale)
                   : roughly(*age + std::chrono::seconds(toldAt.secsTo(now)));
}

QString TimeText::ofMessage(const QDateTime &when, const QLocale &locale)
{
    return when.isValid() ? locale.toString(when.toLocalTime().time(), QStringLiteral("HH:mm"))
                          : QString();
}

QString TimeText::full(const QDateTime &when, const QLocale &locale)
{
    if (!when.isValid())
        return {};
    const QDateTime local = when.toLocalTime();
    return locale.toString(local.date(), QLocale::LongFormat) + QStringLiteral(", ") +
           locale.toString(local.time(), QStringLiteral("HH:mm"));
}

QString TimeText::dayHeader(const QDateTime &when, const QDateTime &now, const QLocale &locale)
{
    if (!when.isValid())
        return {};
    const QDate day = when.toLocalTime().date();
    const QDate today = now.toLocalTime().date();
    const qint64 days = day.daysTo(today);
    if (days == 0)
        return translated(QT_TRANSLATE_NOOP("TimeText", "Today"));
    if (days == 1)
        return translated(QT_TRANSLATE_NOOP("TimeText", "Yesterday"));
    return locale.toString(day, day.year() == today.year() ? QStringLiteral("d MMMM")
                                                           : QStringLiteral("d MMMM yyyy"));
}

} // namespace suhbat
