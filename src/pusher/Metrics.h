#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QString>
#include <QVector>

#include <chrono>
#include <optional>

namespace suhbat::pusher {

struct EventRecord;

/// What a client has counted since it was made. Bytes are those of the frames' text, without what
/// WebSocket, TLS and TCP add.
struct Metrics
{
    quint64 framesIn = 0;
    quint64 framesOut = 0;
    quint64 bytesIn = 0;
    quint64 bytesOut = 0;
    quint64 events = 0;          ///< that reached the application
    quint64 malformedFrames = 0; ///< no JSON, or no frame of the protocol
    quint64 droppedFrames = 0; ///< well-formed, but of what we left, did not ask for or cannot read

    quint64 attempts = 0;      ///< sockets that were opened, or should have been
    quint64 socketsOpened = 0; ///< attempts whose WebSocket upgrade was accepted
    quint64 connections = 0;   ///< attempts that reached pusher:connection_established
    quint64 errors = 0;

    quint64 pings = 0; ///< sent by us (statement 29)
    quint64 pongs = 0; ///< their answers, which the latencies are measured by
    std::optional<std::chrono::microseconds> lastLatency;
    std::optional<std::chrono::microseconds> worstLatency;
    std::chrono::microseconds totalLatency{0}; ///< of all pongs

    quint64 reconnects() const { return connections > 0 ? connections - 1 : 0; }
    std::optional<std::chrono::microseconds> averageLatency() const;
};

/// One line of the connection's history; of one line, bounded and without secrets.
struct TimelineEntry
{
    enum class Kind { State, Socket, Retry, Error, Channel };

    QDateTime time; ///< UTC
    Kind kind = Kind::State;
    QString text; ///< "connecting -> connected", "next attempt in 1800 ms", …
};

/// "state", "socket", "retry", "error", "channel".
QString nameOf(TimelineEntry::Kind kind);

/// Everything there is to say of a connection, for a tool or a report:
/// {"metrics":{…},"timeline":[{"time","kind","text"}…],"events":[{"time","channel","event","size"}…]}
/// Times are ISO 8601 in UTC with milliseconds; latencies are milliseconds. No payloads, no
/// secrets.
QJsonObject diagnosticsJson(const Metrics &metrics, const QVector<TimelineEntry> &timeline,
                            const QVector<EventRecord> &events);

} // namespace suhbat::pusher
