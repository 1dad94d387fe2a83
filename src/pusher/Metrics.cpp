#include "pusher/Metrics.h"

#include "pusher/EventHistory.h"

#include <QJsonArray>

namespace suhbat::pusher {

namespace {

QJsonValue milliseconds(const std::optional<std::chrono::microseconds> &duration)
{
    return duration ? QJsonValue(double(duration->count()) / 1000.0) : QJsonValue();
}

QJsonObject metricsJson(const Metrics &m)
{
    const auto number = [](quint64 value) { return QJsonValue(qint64(value)); };
    return {{QStringLiteral("framesIn"), number(m.framesIn)},
            {QStringLiteral("framesOut"), number(m.framesOut)},
            {QStringLiteral("bytesIn"), number(m.bytesIn)},
            {QStringLiteral("bytesOut"), number(m.bytesOut)},
            {QStringLiteral("events"), number(m.events)},
            {QStringLiteral("malformedFrames"), number(m.malformedFrames)},
            {QStringLiteral("droppedFrames"), number(m.droppedFrames)},
            {QStringLiteral("attempts"), number(m.attempts)},
            {QStringLiteral("socketsOpened"), number(m.socketsOpened)},
            {QStringLiteral("connections"), number(m.connections)},
            {QStringLiteral("reconnects"), number(m.reconnects())},
            {QStringLiteral("errors"), number(m.errors)},
            {QStringLiteral("pings"), number(m.pings)},
            {QStringLiteral("pongs"), number(m.pongs)},
            {QStringLiteral("lastLatency"), milliseconds(m.lastLatency)},
            {QStringLiteral("worstLatency"), milliseconds(m.worstLatency)},
            {QStringLiteral("averageLatency"), milliseconds(m.averageLatency())}};
}

} // namespace

std::optional<std::chrono::microseconds> Metrics::averageLatency() const
{
    if (pongs == 0)
        return std::nullopt;
    return totalLatency / qint64(pongs);
}

QString nameOf(TimelineEntry::Kind kind)
{
    switch (kind) {
    case TimelineEntry::Kind::State:
        return QStringLiteral("state");
    case TimelineEntry::Kind::Socket:
        return QStringLiteral("socket");
    case TimelineEntry::Kind::Retry:
        return QStringLiteral("retry");
    case TimelineEntry::Kind::Error:
        return QStringLiteral("error");
    case TimelineEntry::Kind::Channel:
        break;
    }
    return QStringLiteral("channel");
}

QJsonObject diagnosticsJson(const Metrics &metrics, const QVector<TimelineEntry> &timeline,
                            const QVector<EventRecord> &events)
{
    QJsonArray lines;
    for (const TimelineEntry &entry : timeline)
        lines.append(QJsonObject{{QStringLiteral("time"), entry.time.toString(Qt::ISODateWithMs)},
                                 {QStringLiteral("kind"), nameOf(entry.kind)},
                                 {QStringLiteral("text"), entry.text}});
    QJsonArray records;
    for (const EventRecord &record : events)
        records.append(
            QJsonObject{{QStringLiteral("time"), record.time.toString(Qt::ISODateWithMs)},
                        {QStringLiteral("channel"), record.channel},
                        {QStringLiteral("event"), record.name},
                        {QStringLiteral("size"), qint64(record.size)}});
    return {{QStringLiteral("metrics"), metricsJson(metrics)},
            {QStringLiteral("timeline"), lines},
            {QStringLiteral("events"), records}};
}

} // namespace suhbat::pusher
