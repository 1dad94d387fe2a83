#include "chat/Doubts.h"

#include <algorithm>

namespace suhbat {

namespace {

/// What lies between the oldest and the newest message of a page.
class Span
{
public:
    explicit Span(const QVector<Message> &page)
        : m_byId(std::all_of(page.cbegin(), page.cend(),
                             [](const Message &message) { return isNumber(message.id); }))
    {
        const auto [oldest, newest] =
            std::minmax_element(page.cbegin(), page.cend(), [this](const auto &a, const auto &b) {
                return m_byId ? a.id < b.id : a.createdAt < b.createdAt;
            });
        m_oldest = *oldest;
        m_newest = *newest;
    }
    bool beginsBefore(const MessageId &id, const QDateTime &at) const
    {
        if (m_byId)
            return isNumber(id) && m_oldest.id < id;
        return at.isValid() && m_oldest.createdAt.isValid() && m_oldest.createdAt < at;
    }
    bool endsAfter(const MessageId &id, const QDateTime &at) const
    {
        return m_byId ? id < m_newest.id : at < m_newest.createdAt;
    }

private:
    static bool isNumber(const MessageId &id) { return id.number().has_value(); }

    bool m_byId;
    Message m_oldest;
    Message m_newest;
};

} // namespace

void Doubts::restored(const QVector<Message> &messages)
{
    for (const Message &message : messages)
        m_fromDisk.insert(message.id, message.createdAt);
}

void Doubts::asked(const QVector<Message> &shown)
{
    m_shown.clear();
    for (const Message &message : shown) {
        if (!message.id.isEmpty())
            m_shown.insert(message.id, message.createdAt);
    }
}

QVector<MessageId> Doubts::answered(const ConversationDetails &page)
{
    Known shown = std::exchange(m_shown, {});
    for (const Message &message : page.messages) {
        shown.remove(message.id);
        m_fromDisk.remove(message.id);
    }
    if (page.skipped > 0)
        return {};

    QVector<MessageId> gone;
    if (page.messages.isEmpty()) {
        if (!page.hasMore) // all there is; a page next to a message may be empty for another reason
            gone = m_fromDisk.keys().toVector();
    } else {
        const Span span(page.messages);
        shown.insert(m_fromDisk);
        for (auto it = shown.cbegin(); it != shown.cend(); ++it) {
            if (span.beginsBefore(it.key(), it.value()) &&
                (span.endsAfter(it.key(), it.value()) || m_fromDisk.contains(it.key())))
                gone.append(it.key());
        }
    }
    for (const MessageId &id : gone)
        m_fromDisk.remove(id);
    return gone;
}

} // namespace suhbat
