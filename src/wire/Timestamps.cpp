#include "wire/Timestamps.h"

#include <algorithm>

namespace suhbat::wire {

namespace {

std::optional<QDateTime> plausible(const QDateTime &time)
{
    if (!time.isValid())
        return std::nullopt;
    const QDateTime utc = time.toUTC();
    const int year = utc.date().year();
    return year > 1970 && year < 2200 ? std::optional(utc) : std::nullopt;
}

std::optional<QDateTime> fromEpoch(double value)
{
    // 1e11 s is the year 5138 and 1e11 ms is 1973; likewise one step up.
    double ms = value * 1000;
    if (value >= 1e14)
        ms = value / 1000;
    else if (value >= 1e11)
        ms = value;
    if (!(ms > 0 && ms < 1e13))
        return std::nullopt;
    return plausible(QDateTime::fromMSecsSinceEpoch(qint64(ms), Qt::UTC));
}

/// "2026-02-01T08:16:00Z", perhaps with ".000000" in it: what servers send, read without Qt's
/// parser for everything. std::nullopt for any other form, which that may still know.
std::optional<QDateTime> fromUtcText(QStringView text)
{
    constexpr QStringView form = u"dddd-dd-ddTdd:dd:dd";
    const bool fits = text.size() > form.size() && text.endsWith(u'Z') &&
                      std::equal(form.begin(), form.end(), text.begin(), [](QChar f, QChar c) {
                          return f == u'd' ? c >= u'0' && c <= u'9' : f == c;
                      });
    if (!fits)
        return std::nullopt;
    const QStringView fraction = text.sliced(form.size()).chopped(1);
    if (!fraction.isEmpty() && fraction != u".000000" && fraction != u".000")
        return std::nullopt;
    const auto number = [text](qsizetype at, qsizetype length) {
        int value = 0;
        for (const QChar c : text.sliced(at, length))
            value = 10 * value + (c.unicode() - u'0');
        return value;
    };
    const QDate date(number(0, 4), number(5, 2), number(8, 2));
    const QTime time(number(11, 2), number(14, 2), number(17, 2));
    if (!date.isValid() || !time.isValid())
        return std::nullopt;
    return QDateTime(date, time, Qt::UTC);
}

std::optional<QDateTime> fromIso(QString text, const DecodeContext &context)
{
    if (const auto time = fromUtcText(text))
        return plausible(*time);
    constexpr qsizetype dateLength = 10; // 2026-02-01
    if (text.size() < dateLength || text.size() > 40 || text.at(4) != u'-' || text.at(7) != u'-')
        return std::nullopt;
    if (text.size() > dateLength && text.at(dateLength) == u' ')
        text[dateLength] = u'T';
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    // LocalTime is what Qt calls a text without a zone: never mean this computer's zone by it.
    if (time.isValid() && time.timeSpec() == Qt::LocalTime)
        return plausible(QDateTime(time.date(), time.time(), context.serverZone));
    return plausible(time);
}

} // namespace

std::optional<QDateTime> decodeTime(const JsonValue &value, const DecodeContext &context)
{
    if (value.isString()) {
        // Most times look like this; a number in quotes never does.
        if (const QString text = *value.string(); text.contains(u'-'))
            return fromIso(text.trimmed(), context);
    }
    if (const auto number = value.number())
        return fromEpoch(*number);
    if (const auto text = value.string())
        return fromIso(text->trimmed(), context);
    return std::nullopt;
}

std::optional<QDateTime> firstTime(const JsonReader &reader, JsonReader::Keys keys,
                                   const DecodeContext &context)
{
    for (const QByteArrayView key : keys) {
        if (auto time = decodeTime(reader[key], context))
            return time;
    }
    return std::nullopt;
}

} // namespace suhbat::wire
