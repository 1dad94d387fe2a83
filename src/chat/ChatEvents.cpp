// What ChatManager does with each typed event; the rest of the class is in ChatManager.cpp.
#include "base/Logging.h"
#include "chat/ChatManager.h"

#include <algorithm>

namespace suhbat {

namespace {

constexpr int keptEvents = 100;

} // namespace

void ChatManager::onEvent(const ServerEvent &event)
{
    if (!m_running)
        return;
    if (m_lastEvents.size() == keptEvents)
        m_lastEvents.removeFirst();
    m_lastEvents.append(event);
    std::visit([this](const auto &kind) { on(kind); }, event);
    m_history.onEvent(event);
    Q_EMIT eventReceived(event);
}

void ChatManager::on(const MessageEvent &event)
{
    const Message &message = event.message;
    const ConversationId id = message.conversationId;
    const bool own = message.sender.id == m_self.id;
    const bool isNew = room(id).timeline.rowOf(message.id) < 0;
    m_typing.messageArrived(id, message.sender.id); // also where no history is loaded
    if (!m_book.contains(id)) {
        // The list knows more about it than the event does.
        if (event.conversation)
            m_book.upsert(*event.conversation);
        m_gaps.refreshList();
    }
    bool unread = !own && message.state != Message::State::Read;
    const bool counted = isCounted(id);
    if (isNew && unread && !counted)
        unread = countArrived(message);
    if (isNew)
        m_unread.arrived(id, ConversationBook::previewOf(message), unread);
    upsert(id, {message});
    if (counted)
        countUnread(id);
}

void ChatManager::on(const MessageUpdatedEvent &event)
{
    const ConversationId id = event.message.conversationId;
    m_unread.changed(id);
    Timeline &timeline = room(id).timeline;
    publish(id, timeline.update(event.message));
    const auto &all = timeline.messages();
    if (!all.isEmpty() && all.last().id == event.message.id)
        m_book.replacePreview(id, all.last(), all.last().sender.id == m_self.id);
    else if (room(id).cut && event.message.id < timeline.oldestId())
        m_cache.keep(QVector<Message>{event.message});
    else if (timeline.rowOf(event.message.id) < 0)
        m_gaps.refreshList(); // perhaps the one that the list shows
}

void ChatManager::on(const MessageDeletedEvent &event)
{
    // Where it belongs to is not always said; ids are the server's, one for all conversations.
    const auto rooms = event.conversationId.isEmpty() ? m_rooms.keys()
                                                      : QList<ConversationId>{event.conversationId};
    const bool nowhere = std::none_of(rooms.cbegin(), rooms.cend(), [&](const auto &id) {
        const Timeline &known = room(id).timeline;
        return std::any_of(event.messageIds.cbegin(), event.messageIds.cend(),
                           [&](const MessageId &gone) { return known.rowOf(gone) >= 0; });
    });
    for (const ConversationId &id : rooms)
        removeMessages(id, event.messageIds);
    if (!event.conversationId.isEmpty())
        return;
    m_cache.forget({}, event.messageIds); // most conversations are on the disk alone
    if (nowhere)
        m_gaps.refreshList();
}

void ChatManager::removeMessages(const ConversationId &id, const QVector<MessageId> &ids)
{
    const MessageId newest = room(id).timeline.newestId();
    const Timeline::Changes changes = room(id).timeline.remove(ids);
    publish(id, changes);
    m_unread.changed(id);
    m_cache.forget(id, ids);
    m_actions.gone(id, ids);
    const bool counted = isLoaded(id) && reachesBack(id);
    if (counted && !changes.isEmpty())
        countUnread(id);
    const auto &left = messages(id);
    if (!counted || left.isEmpty())
        m_gaps.refreshList(); // preview and count are the list's to say
    else if (ids.contains(newest))
        m_book.replacePreview(id, left.last(), left.last().sender.id == m_self.id);
}

void ChatManager::on(const ConversationCreatedEvent &event)
{
    if (!m_book.contains(event.conversation.id))
        m_book.upsert(event.conversation);
    m_gaps.refreshList(); // its place and its preview are the list's to say
}

void ChatManager::on(const UnknownEvent &event)
{
    if (m_said.isFirst(event.reason))
        qCInfo(lcChat).noquote() << "event not understood:" << event.reason;
}

} // namespace suhbat
