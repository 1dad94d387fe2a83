#include "chat/Doubts.h"

#include <algorithm>

namespace suhbat {

void Doubts::restored(const QVector<Message> &messages)
{
    for (const Message &message : messages)
        m_fromDisk.insert(message.id);
}

void Doubts::asked(const QVector<Message> &shown)
{
    m_shown.clear();
    for (const Message &message : shown) {
        if (!message.id.isEmpty())
            m_shown.insert(message.id);
    }
}

QVector<MessageId> Doubts::answered(const ConversationDetails &page)
{
    QSet<MessageId> present;
    for (const Message &message : page.messages)
        present.insert(message.id);
    const QSet<MessageId> shown = std::exchange(m_shown, {}) - present;
    m_fromDisk -= present;
    const auto isNumber = [](const MessageId &id) { return id.number().has_value(); };
    if (page.skipped > 0 || !std::all_of(present.cbegin(), present.cend(), isNumber))
        return {};

    QVector<MessageId> gone;
    if (present.isEmpty()) {
        if (!page.hasMore) // all there is; a page next to a message may be empty for another reason
            gone = m_fromDisk.values();
    } else {
        const auto [oldest, newest] = std::minmax_element(present.cbegin(), present.cend());
        for (const MessageId &id : shown + m_fromDisk) {
            const bool covered = isNumber(id) && *oldest < id;
            if (covered && (id < *newest || m_fromDisk.contains(id)))
                gone.append(id);
        }
    }
    for (const MessageId &id : gone)
        m_fromDisk.remove(id);
    return gone;
}

} // namespace suhbat
