#include "pusher/EventHistory.h"

namespace suhbat::pusher {

void EventHistory::add(EventRecord record)
{
    if (m_ring.size() < capacity) {
        m_ring.append(std::move(record));
        return;
    }
    m_ring[m_next] = std::move(record);
    m_next = (m_next + 1) % capacity;
}

QVector<EventRecord> EventHistory::records() const
{
    return m_ring.mid(m_next) + m_ring.first(m_next);
}

} // namespace suhbat::pusher
