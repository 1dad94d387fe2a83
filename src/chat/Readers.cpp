#include "chat/Readers.h"

#include <algorithm>

namespace suhbat {

void Readers::add(const QVector<MessageId> &messages, const UserId &reader,
                  const std::optional<QDateTime> &at)
{
    if (reader.isEmpty())
        return;
    for (const MessageId &message : messages) {
        auto known = m_readers.find(message);
        if (known == m_readers.end()) {
            if (m_order.size() == mostMessages)
                m_readers.remove(m_order.takeFirst());
            m_order.append(message);
            known = m_readers.insert(message, {});
        }
        const auto same = std::find_if(known->begin(), known->end(),
                                       [&](const Reader &one) { return one.id == reader; });
        if (same == known->end() && known->size() < mostReaders)
            known->append({reader, at});
        else if (same != known->end() && !same->at)
            same->at = at;
    }
}

void Readers::clear()
{
    m_readers.clear();
    m_order.clear();
}

} // namespace suhbat
