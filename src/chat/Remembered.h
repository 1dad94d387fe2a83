#pragma once

#include "base/Ids.h"

#include <QHash>
#include <QQueue>

namespace suhbat {

/// What came of messages before the messages themselves, by their id: so many at most, for they
/// come from outside; then the oldest is forgotten.
template<typename Value>
class Remembered
{
public:
    static constexpr int most = 1000;

    bool contains(const MessageId &id) const { return m_values.contains(id); }
    /// nullptr when there is nothing; valid until the next put().
    const Value *find(const MessageId &id) const
    {
        const auto found = m_values.constFind(id);
        return found == m_values.cend() ? nullptr : &*found;
    }
    void put(const MessageId &id, Value value)
    {
        if (!m_values.contains(id)) {
            if (m_order.size() == most)
                m_values.remove(m_order.dequeue());
            m_order.enqueue(id);
        }
        m_values.insert(id, std::move(value));
    }

private:
    QHash<MessageId, Value> m_values;
    QQueue<MessageId> m_order;
};

} // namespace suhbat
