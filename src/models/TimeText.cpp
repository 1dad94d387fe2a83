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
    constexpr qint64 day = 24 * 3600;
    const qint64 s = std::max<qint64>(age.count(), 7 * day);
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
    if (*age >= 24h * 7) // not even the day is known
        return roughly(*age + std::chrono::seconds(toldAt.secsTo(now)));
    const QDateTime when = toldAt.addSecs(-age->count());
    if (*age < 1h || *age >= 24h)
        return inList(when, now, locale);
    // "2 hours" are two to three: the middle of that, to the hour.
    const QDateTime middle = when.addSecs(-1800);
    if (middle.toLocalTime().date() != now.toLocalTime().date())
        return inList(middle, now, locale);
    return QStringLiteral("≈") +
           locale.toString(when.toLocalTime().time(), QStringLiteral("HH:00"));
}

QString TimeText::ofMessage(const QDateTime &when, const QLocale &locale)
{
    return when.isValid() ? locale.toString(when.toLocalTime().time(), QStringLiteral("HH:mm"))
                          : QString();
}

QString TimeText::full(const QDateTime &when, const QDateTime &now, const QLocale &locale)
{
    return when.isValid()
               ? dayHeader(when, now, locale) + QStringLiteral(", ") + ofMessage(when, locale)
               : QString();
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
    const bool thisYear = day.year() == today.year();
    if (locale.language() == QLocale::Uzbek)
        return locale.toString(day, thisYear ? QStringLiteral("d-MMMM")
                                             : QStringLiteral("yyyy'-yil 'd-MMMM"));
    return locale.toString(day,
                           thisYear ? QStringLiteral("d MMMM") : QStringLiteral("d MMMM yyyy"));
}

} // namespace suhbat
