#pragma once

#include "base/Clock.h"
#include "pusher/EventHistory.h"
#include "pusher/Metrics.h"
#include "pusher/ProtocolActions.h"

#include <QByteArrayView>

namespace suhbat::pusher {

/// Counts what a PusherClient does and keeps the newest of it: 100 events, 200 timeline entries.
/// Costs a few additions a frame. Knows no clock: the client passes the instants in.
class ConnectionLog
{
public:
    static constexpr qsizetype timelineCapacity = 200;
    static constexpr qsizetype longestText = 300;
    static constexpr qsizetype longestName = 200;

    explicit ConnectionLog(Clock clock) : m_clock(std::move(clock)) {}

    void attempt() { ++m_metrics.attempts; }
    void socketOpened();
    void frameReceived(QByteArrayView text);
    void frameSent(QByteArrayView text);
    void handshakeDone(const QString &socketId);
    void event(const EventReceived &event);
    void stateChanged(const StateChanged &change);
    void retryScheduled(Milliseconds delay);
    void error(const ErrorOccurred &error);
    void subscription(const SubscriptionChanged &change);

    const Metrics &metrics() const { return m_metrics; }
    QVector<TimelineEntry> timeline() const; ///< oldest first
    /// Oldest first; names are of one line, bounded, and masked where a secret slipped in.
    QVector<EventRecord> events() const;

private:
    void add(TimelineEntry::Kind kind, const QString &text);

    const Clock m_clock;
    Metrics m_metrics;
    EventHistory m_history;
    QVector<TimelineEntry> m_timeline;
    qsizetype m_oldest = 0; // in m_timeline, once that is full
    std::optional<Instant> m_pingSent;
};

} // namespace suhbat::pusher
