#include "store/MemoryStore.h"

#include "base/Deliver.h"

#include <algorithm>

namespace suhbat {

namespace {

using Done = std::function<void(Result<void>)>;

/// The last `count` of [begin, end), in their order.
template<typename Iterator>
QVector<Message> lastOf(Iterator begin, Iterator end, int count)
{
    QVector<Message> messages;
    while (end != begin && messages.size() < count)
        messages.append((--end)->second);
    std::reverse(messages.begin(), messages.end());
    return messages;
}

template<typename Rows, typename Key, typename KeyOf>
auto find(Rows &rows, const Key &key, KeyOf keyOf)
{
    return std::find_if(rows.begin(), rows.end(),
                        [&](const auto &row) { return row.*keyOf == key; });
}

} // namespace

void MemoryStore::loadConversations(QObject *context,
                                    std::function<void(Result<QVector<Conversation>>)> done)
{
    deliver(context, std::move(done), Result(m_conversations));
}

void MemoryStore::upsertConversations(const QVector<Conversation> &rows, QObject *context,
                                      Done done)
{
    for (const Conversation &row : rows) {
        const auto known = find(m_conversations, row.id, &Conversation::id);
        if (known == m_conversations.end())
            m_conversations.append(row);
        else
            *known = row;
    }
    deliver(context, std::move(done), Result<void>());
}

void MemoryStore::removeConversation(const ConversationId &id, QObject *context, Done done)
{
    m_conversations.removeIf([&](const Conversation &row) { return row.id == id; });
    m_messages.remove(id);
    deliver(context, std::move(done), Result<void>());
}

void MemoryStore::loadLatest(const ConversationId &conversation, int count, QObject *context,
                             Messages done)
{
    const Timeline timeline = m_messages.value(conversation);
    deliver(context, std::move(done), Result(lastOf(timeline.begin(), timeline.end(), count)));
}

void MemoryStore::loadBefore(const ConversationId &conversation, const MessageId &before, int count,
                             QObject *context, Messages done)
{
    const Timeline timeline = m_messages.value(conversation);
    const auto end = timeline.lower_bound(before);
    deliver(context, std::move(done), Result(lastOf(timeline.begin(), end, count)));
}

void MemoryStore::upsertMessages(const QVector<Message> &messages, QObject *context, Done done)
{
    for (const Message &message : messages) {
        if (!message.id.isEmpty())
            m_messages[message.conversationId].insert_or_assign(message.id, message);
    }
    deliver(context, std::move(done), Result<void>());
}

void MemoryStore::loadOutbox(QObject *context,
                             std::function<void(Result<QVector<OutboxEntry>>)> done)
{
    deliver(context, std::move(done), Result(m_outbox));
}

void MemoryStore::addOutbox(const OutboxEntry &entry, QObject *context, Done done)
{
    const auto known = find(m_outbox, entry.tempId, &OutboxEntry::tempId);
    if (known == m_outbox.end())
        m_outbox.append(entry);
    else
        *known = entry;
    deliver(context, std::move(done), Result<void>());
}

void MemoryStore::removeOutbox(const TempId &id, QObject *context, Done done)
{
    m_outbox.removeIf([&](const OutboxEntry &entry) { return entry.tempId == id; });
    deliver(context, std::move(done), Result<void>());
}

void MemoryStore::loadDraft(const ConversationId &conversation, QObject *context,
                            std::function<void(Result<QString>)> done)
{
    deliver(context, std::move(done), Result(m_drafts.value(conversation)));
}

void MemoryStore::saveDraft(const ConversationId &conversation, const QString &text,
                            QObject *context, Done done)
{
    if (text.isEmpty())
        m_drafts.remove(conversation);
    else
        m_drafts.insert(conversation, text);
    deliver(context, std::move(done), Result<void>());
}

void MemoryStore::removeDraft(const ConversationId &conversation, QObject *context, Done done)
{
    m_drafts.remove(conversation);
    deliver(context, std::move(done), Result<void>());
}

void MemoryStore::clear(QObject *context, Done done)
{
    m_conversations.clear();
    m_messages.clear();
    m_outbox.clear();
    m_drafts.clear();
    deliver(context, std::move(done), Result<void>());
}

} // namespace suhbat
