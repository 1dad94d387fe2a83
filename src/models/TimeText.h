#pragma once

#include <QDateTime>
#include <QLocale>

namespace suhbat {

/// Times as people read them, in local time. `now` is a parameter so that tests are exact.
class TimeText
{
public:
    /// For the conversation list: "14:07" today, "Yesterday", a weekday, else a date.
    static QString inList(const QDateTime &when, const QDateTime &now, const QLocale &locale);
    /// The same for a time that the server told in words ("5 minutes ago") at `toldAt`: words grow
    /// old, so they become a clock time ("≈09:00" where only the hour is known) or a day.
    static QString toldInWords(const QString &words, const QDateTime &toldAt, const QDateTime &now,
                               const QLocale &locale);
    /// Under a message: "14:07".
    static QString ofMessage(const QDateTime &when, const QLocale &locale);
    /// The tooltip: the day, as dayHeader() says it, and the time: "Today, 14:07".
    static QString full(const QDateTime &when, const QDateTime &now, const QLocale &locale);
    /// Above the first message of a day: "Today", "Yesterday", "5 March", "5 March 2024".
    static QString dayHeader(const QDateTime &when, const QDateTime &now, const QLocale &locale);
};

} // namespace suhbat
