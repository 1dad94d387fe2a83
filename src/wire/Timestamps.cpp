#include "wire/Timestamps.h"

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

std::optional<QDateTime> fromIso(QString text, const DecodeContext &context)
{
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
    if (const auto number = value.number())
        return fromEpoch(*number);
    if (const auto text = value.string())
        return fromIso(text->trimmed(), context);
    return std::nullopt;
}

std::optional<QDateTime> firstTime(const JsonReader &reader, JsonReader::Keys keys,
                                   const DecodeContext &context)
{
    for (const char *key : keys) {
        if (auto time = decodeTime(reader.object()[key], context))
            return time;
    }
    return std::nullopt;
}

} // namespace suhbat::wire
