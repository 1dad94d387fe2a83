#pragma once

#include <QDateTime>
#include <QString>
#include <QVector>

namespace suhbat::pusher {

/// What is kept of an event: never its payload.
struct EventRecord
{
    QDateTime time; ///< UTC, when it arrived
    QString channel;
    QString name;
    qsizetype size = 0; ///< of the whole frame, bytes
};

/// The last 100 events, oldest first.
class EventHistory
{
public:
    static constexpr qsizetype capacity = 100;

    void add(EventRecord record);
    QVector<EventRecord> records() const;

private:
    QVector<EventRecord> m_ring;
    qsizetype m_next = 0; // where the oldest one stands once the ring is full
};

} // namespace suhbat::pusher
