// What ChatManager shows from the disk and takes back again; the rest of the class is in
// ChatManager.cpp.
#include "api/ChatApi.h"
#include "chat/ChatManager.h"
#include "chat/GapPages.h"

#include <algorithm>

namespace suhbat {

namespace {

// Messages of a conversation that stay in memory, beside the unread ones.
constexpr int mostOfOpen = 600;
constexpr int keptOfOpen = 400;
constexpr int keptOfClosed = 100;

} // namespace

void ChatManager::connectCache()
{
    connect(&m_cache, &CacheKeeper::conversationsRestored, this, &ChatManager::restoreList);
    connect(&m_cache, &CacheKeeper::openRestored, this, [this](const ConversationId &id) {
        if (m_open.isEmpty())
            m_toReopen = id;
        askToReopen();
    });
    connect(&m_cache, &CacheKeeper::messagesRestored, this, &ChatManager::restoreMessages);
    connect(&m_cache, &CacheKeeper::lost, this, [this] {
        for (auto it = m_rooms.cbegin(); it != m_rooms.cend(); ++it)
            m_cache.keep(it->timeline.messages());
        m_cache.setOpen(m_open);
        catchUp();
    });
    // After it was forgotten: should it come back, what is here would be no news and never kept.
    connect(&m_book, &ConversationBook::removed, this, [this](const ConversationId &id) {
        if (m_running)
            m_cache.keep(messages(id));
    });
    connect(&m_gaps, &GapFiller::asking, this,
            [this](const ConversationId &id) { room(id).doubts.asked(messages(id)); });
}

void ChatManager::restoreList(const QVector<ConversationRow> &rows)
{
    if (m_listed) {
        // The server was faster than the disk: what is not in its list is gone.
        QVector<ConversationRow> untold;
        for (const ConversationRow &row : rows) {
            if (row.conversation.type == m_untold)
                untold.append(row);
            else if (!m_book.contains(row.conversation.id))
                m_cache.forget(row.conversation.id);
        }
        m_book.restore(untold);
    } else {
        m_book.restore(rows);
    }
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
    if (const auto changes = in.timeline.upsert(unknown); !changes.isEmpty()) {
        Q_EMIT timelineChanged(id, changes);
        m_history.recentChanged(id);
    }
    noteBeginning(id);
    settleConfirmed(id);
    Q_EMIT historyRestored(id);
}

HistoryWindow::Recent ChatManager::recent(const ConversationId &id) const
{
    const auto found = m_rooms.constFind(id);
    if (found == m_rooms.cend())
        return {messages(id), false, false};
    // A server that can page is asked itself what is older.
    const bool fromStart = found->whole && !found->cut && !m_api.capabilities().paging;
    return {found->timeline.messages(), fromStart, found->loaded};
}

// A history is as long as it likes: what the disk has need not be in memory too.
void ChatManager::cutOld(const ConversationId &id)
{
    const int atMost = id == m_open ? mostOfOpen : keptOfClosed;
    const int keep = id == m_open ? keptOfOpen : keptOfClosed;
    const auto found = m_rooms.find(id);
    if (found == m_rooms.end() || !m_cache.isKeeping(id))
        return;
    Room &in = *found;
    const auto &all = in.timeline.messages();
    const int old = all.size() > atMost ? Timeline::oldOnes(all, m_self.id, keep) : 0;
    if (old == 0 || in.hole)
        return;
    in.cut = true;
    m_history.absorb(id, in.timeline.takeOld(old));
}

// Of a long history only the end goes into memory, the rest to the disk at once.
QVector<Message> ChatManager::withoutOld(const ConversationDetails &details)
{
    const ConversationId id = details.conversation.id;
    Room &in = room(id);
    in.whole = !details.hasMore.has_value();
    in.cut = in.cut && !in.whole;
    const auto &told = details.messages;
    const bool divisible = in.whole && !in.hole && m_cache.isKeeping(id) &&
                           told.size() > mostOfOpen &&
                           std::is_sorted(told.cbegin(), told.cend(), precedes);
    const int old = divisible ? Timeline::oldOnes(told, m_self.id, keptOfOpen) : 0;
    if (old == 0)
        return told;
    QVector<MessageId> ids;
    for (const Message &message : told)
        ids.append(message.id);
    m_cache.keep(told.first(old));
    if (details.skipped == 0)
        m_cache.retain(id, ids);
    const auto &here = in.timeline.messages();
    const auto next = std::find_if(here.cbegin(), here.cend(), [&](const Message &message) {
        return !precedes(message, told.at(old));
    });
    in.timeline.takeOld(int(next - here.cbegin()));
    in.cut = true;
    m_history.absorb(id, told.first(old));
    return told.mid(old);
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
