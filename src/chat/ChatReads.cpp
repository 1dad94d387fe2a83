// What was read, here and elsewhere; what is left unread is in ChatCounts.cpp, the rest of
// ChatManager in ChatManager.cpp.
#include "api/ChatApi.h"
#include "chat/ChatManager.h"
#include "chat/GapPages.h"

namespace suhbat {

void ChatManager::seen(const ConversationId &conversation, const MessageId &id)
{
    Room &in = room(conversation);
    const int row = in.timeline.rowOf(id);
    if (row < 0) {
        seenFarBack(conversation, id);
        return;
    }
    const Message &message = in.timeline.messages().at(row);
    if (message.sender.id == m_self.id || message.state == Message::State::Read)
        return;
    const bool counted = isCounted(conversation);
    // Counted as read here at once; the server is told with the next batch.
    m_reads.seen(conversation, id);
    m_unread.read(conversation, id);
    publish(conversation, in.timeline.markRead({id}));
    m_book.setReadUpTo(conversation, id);
    if (counted) // and so it is after this one, though fewer now than the list says
        m_book.setUnread(conversation, unreadIn(conversation));
    else if (const auto *entry = m_book.find(conversation))
        m_book.setUnread(conversation, entry->conversation.unreadCount - 1);
}

// Further up than what is in memory: a page that only the window has.
void ChatManager::seenFarBack(const ConversationId &conversation, const MessageId &id)
{
    const Message *message =
        conversation == m_history.conversation() ? m_history.find(id) : nullptr;
    if (message == nullptr || message->sender.id == m_self.id ||
        message->state == Message::State::Read || m_reads.isPending(id))
        return;
    m_reads.seen(conversation, id);
    m_unread.read(conversation, id);
    m_history.markRead(id);
    m_book.setReadUpTo(conversation, id);
    if (const auto *entry = m_book.find(conversation))
        m_book.setUnread(conversation, entry->conversation.unreadCount - 1);
}

void ChatManager::markRead(const ConversationId &conversation, const QVector<MessageId> &ids)
{
    m_api.markRead(ids, this, [this, conversation, ids](const auto &result) {
        using Kind = Error::Kind;
        const bool later =
            !result && (result.error().isTransient() || result.error().kind == Kind::Unauthorized ||
                        result.error().kind == Kind::Cancelled);
        // A 2xx whose body cannot be read has marked them all the same.
        const bool done = result || result.error().kind == Kind::BadResponse;
        m_reads.finished(conversation, ids,
                         done    ? ReadTracker::Outcome::Done
                         : later ? ReadTracker::Outcome::Later
                                 : ReadTracker::Outcome::Refused,
                         result ? std::nullopt : result.error().retryAfter);
        if (!result && later)
            report(ErrorSource::Request, result.error());
        QVector<MessageId> over;
        for (const MessageId &id : ids) {
            if (!m_reads.isPending(id))
                over.append(id);
        }
        if (m_unread.settled(conversation, over) && m_running)
            m_gaps.refreshListSoon();
    });
}

// Asked for by hand, in the list. The server is asked first: what it refuses stays unread.
void ChatManager::markAllRead(const ConversationId &id, QObject *context, ListSide::Done done)
{
    m_list.marks.set(ListMarks::Mark::ToRead, id, false);
    const MessageId newest = newestOf(messages(id));
    m_api.markAllRead(id, context,
                      [this, id, newest, done = std::move(done)](const Result<void> &result) {
                          if (result && m_running)
                              onAllRead(id, newest);
                          done(result);
                      });
}

// What came after the question may have come after the answer, too: it stays unread.
void ChatManager::onAllRead(const ConversationId &id, const MessageId &newest)
{
    QVector<MessageId> all;
    int later = 0;
    for (const Message &message : messages(id)) {
        if (message.sender.id == m_self.id || message.state == Message::State::Read)
            continue;
        if (newest.isEmpty() || newest < message.id)
            ++later;
        else
            all.append(message.id);
    }
    if (!all.isEmpty()) {
        publish(id, room(id).timeline.markRead(all));
        m_book.setReadUpTo(id, all.last());
    }
    m_book.setUnread(id, later);
    m_gaps.refreshList(); // one that is on its way may have been written before
}

void ChatManager::forgetReceipts()
{
    m_reads.clear();
    m_unread.clear();
}

void ChatManager::on(const ReadEvent &event)
{
    if (event.readerId == m_self.id)
        onReadByMe(event);
    else
        onReadByOthers(event);
}

// On another device. Counted down exactly where the messages are known; else the list has to say.
void ChatManager::onReadByMe(const ReadEvent &event)
{
    QSet<MessageId> unknown(event.messageIds.cbegin(), event.messageIds.cend());
    const auto rooms = event.conversationId.isEmpty() ? m_rooms.keys()
                                                      : QList<ConversationId>{event.conversationId};
    for (const ConversationId &id : rooms) {
        if (!m_rooms.contains(id))
            continue;
        Timeline &timeline = m_rooms[id].timeline;
        QVector<MessageId> concerned;
        for (const MessageId &message : event.messageIds) {
            const int row = timeline.rowOf(message);
            const Message *far =
                row < 0 && id == m_history.conversation() ? m_history.find(message) : nullptr;
            if (far != nullptr && far->state == Message::State::Read)
                unknown.remove(message); // my own word comes back
            if (row < 0)
                continue;
            unknown.remove(message);
            if (timeline.messages().at(row).sender.id != m_self.id)
                concerned.append(message);
        }
        const bool counted = isCounted(id);
        const Timeline::Changes changes = timeline.markRead(concerned);
        for (const Timeline::Change &change : changes)
            m_unread.read(id, change.messages.first().id); // a list on its way may not know
        m_unread.settled(id, concerned);
        publish(id, changes);
        if (counted)
            m_book.setUnread(id, unreadIn(id));
        else if (const auto *entry = m_book.find(id))
            m_book.setUnread(id, entry->conversation.unreadCount - int(changes.size()));
        for (const MessageId &message : concerned)
            m_book.setReadUpTo(id, message);
    }
    if (unknown.isEmpty())
        return;
    m_gaps.refreshList();
    if (isCurrent(event.conversationId)) { // read elsewhere what was never told here
        m_gaps.doubt(event.conversationId);
        if (event.conversationId == m_open)
            m_gaps.refreshConversation(m_open);
    }
}

// Says something about my own messages only.
void ChatManager::onReadByOthers(const ReadEvent &event)
{
    m_readers.add(event.messageIds, event.readerId, event.readAt);
    const auto rooms = event.conversationId.isEmpty() ? m_rooms.keys()
                                                      : QList<ConversationId>{event.conversationId};
    for (const ConversationId &id : rooms) {
        if (!m_rooms.contains(id))
            continue;
        Timeline &timeline = m_rooms[id].timeline;
        QVector<MessageId> concerned;
        for (const MessageId &message : event.messageIds) {
            const int row = timeline.rowOf(message);
            if (row < 0 || timeline.messages().at(row).sender.id == m_self.id)
                concerned.append(message); // a receipt may overtake the answer that brings the id
        }
        publish(id, timeline.markRead(concerned));
        showOwnState(id);
    }
}

} // namespace suhbat
