// What ChatManager shows from the disk and takes back again; the rest of the class is in
// ChatManager.cpp.
#include "api/ChatApi.h"
#include "chat/ChatManager.h"
#include "chat/GapPages.h"

namespace suhbat {

void ChatManager::connectCache()
{
    connect(&m_cache, &CacheKeeper::conversationsRestored, this, &ChatManager::restoreList);
    connect(&m_cache, &CacheKeeper::openRestored, this, [this](const ConversationId &id) {
        if (m_open.isEmpty())
            m_toReopen = id;
        askToReopen();
    });
    connect(&m_cache, &CacheKeeper::messagesRestored, this, &ChatManager::restoreMessages);
    connect(&m_cache, &CacheKeeper::olderRestored, this,
            [this](const ConversationId &id, const QVector<Message> &messages) {
                room(id).loadingOlder = false;
                room(id).moreOnDisk = !messages.isEmpty();
                if (!room(id).loaded || m_api.capabilities().paging)
                    putKept(id, messages);
            });
    connect(&m_cache, &CacheKeeper::lost, this, [this] {
        for (auto it = m_rooms.cbegin(); it != m_rooms.cend(); ++it)
            m_cache.keep(it->timeline.messages());
        m_cache.setOpen(m_open);
        catchUp();
    });
    connect(&m_gaps, &GapFiller::asking, this,
            [this](const ConversationId &id) { room(id).doubts.asked(messages(id)); });
}

void ChatManager::restoreList(const QVector<ConversationRow> &rows)
{
    if (m_listed) {
        // The server was faster than the disk: what is not in its list is gone.
        for (const ConversationRow &row : rows) {
            if (!m_book.contains(row.conversation.id))
                m_cache.forget(row.conversation.id);
        }
        return;
    }
    m_book.restore(rows);
    Q_EMIT listRestored();
}

void ChatManager::askToReopen()
{
    if (m_toReopen.isEmpty() || !m_book.contains(m_toReopen))
        return;
    const ConversationId id = std::exchange(m_toReopen, {});
    if (m_open.isEmpty())
        Q_EMIT reopenWanted(id);
}

// Like any other page into the one upsert, but neither written back nor news to anybody.
void ChatManager::restoreMessages(const ConversationId &id, const QVector<Message> &messages)
{
    Room &in = room(id);
    in.restored = true;
    // The whole history of the server is here: what it does not have is no longer true.
    if (!in.loaded && !messages.isEmpty())
        putKept(id, messages);
}

void ChatManager::putKept(const ConversationId &id, const QVector<Message> &messages)
{
    Room &in = room(id);
    QVector<Message> unknown;
    for (const Message &message : messages) {
        if (in.timeline.rowOf(message.id) < 0) // what an event told meanwhile is newer
            unknown.append(message);
    }
    in.doubts.restored(unknown);
    if (in.sureUpTo.isEmpty())
        in.sureUpTo = newestOf(messages);
    if (const auto changes = in.timeline.upsert(unknown); !changes.isEmpty())
        Q_EMIT timelineChanged(id, changes);
    settleConfirmed(id);
    Q_EMIT historyRestored(id);
}

void ChatManager::loadOlder(const ConversationId &id)
{
    Room &in = room(id);
    const MessageId oldest = in.timeline.oldestId();
    // Where the server told its whole history, that is the true one.
    if ((in.loaded && !m_api.capabilities().paging) || in.loadingOlder || !in.moreOnDisk ||
        oldest.isEmpty())
        return;
    in.loadingOlder = true;
    m_cache.loadBefore(id, oldest);
}

void ChatManager::dropVanished(const ConversationDetails &details)
{
    const ConversationId id = details.conversation.id;
    const QVector<MessageId> gone = room(id).doubts.answered(details);
    if (gone.isEmpty())
        return;
    publish(id, room(id).timeline.drop(gone));
    m_cache.forget(id, gone);
}

} // namespace suhbat
