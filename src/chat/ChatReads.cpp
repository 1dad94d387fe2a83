// What was read, here and elsewhere, and what is left unread; the rest of ChatManager is in
// ChatManager.cpp.
#include "api/ChatApi.h"
#include "chat/ChatManager.h"

#include <algorithm>

namespace suhbat {

namespace {

QString saidBy(const Conversation &row)
{
    return QString::number(row.unreadCount) + u' ' + row.lastMessage;
}

} // namespace

void ChatManager::seen(const ConversationId &conversation, const MessageId &id)
{
    Room &in = room(conversation);
    const int row = in.timeline.rowOf(id);
    if (row < 0)
        return;
    const Message &message = in.timeline.messages().at(row);
    if (message.sender.id == m_self.id || message.state == Message::State::Read)
        return;
    // Counted as read here at once; the server is told with the next batch.
    m_reads.seen(conversation, id);
    m_unread.read(conversation, id);
    publish(conversation, in.timeline.markRead({id}));
    m_book.setReadUpTo(conversation, id);
    if (isCurrent(conversation))
        countUnread(conversation);
    else if (const auto *entry = m_book.find(conversation))
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
    m_api.markAllRead(id, context, [this, id, done = std::move(done)](const Result<void> &result) {
        if (result && m_running) {
            QVector<MessageId> all;
            for (const Message &message : messages(id)) {
                if (message.sender.id != m_self.id && message.state != Message::State::Read)
                    all.append(message.id);
            }
            if (!all.isEmpty())
                publish(id, room(id).timeline.markRead(all));
            m_book.setUnread(id, 0);
            m_gaps.refreshList(); // one that is on its way may have been written before
        }
        done(result);
    });
}

void ChatManager::forgetReceipts()
{
    m_reads.clear();
    m_unread.clear();
}

// Of a conversation whose history is here.
int ChatManager::unreadIn(const ConversationId &id) const
{
    int unread = 0;
    for (const Message &message : messages(id))
        unread += message.sender.id != m_self.id && message.state != Message::State::Read ? 1 : 0;
    return unread;
}

void ChatManager::countUnread(const ConversationId &id)
{
    m_book.setUnread(id, unreadIn(id));
}

// Of a conversation whose history is not here, or may lack something. False: it was counted before.
bool ChatManager::countArrived(const Message &message)
{
    const ConversationId &id = message.conversationId;
    const auto *entry = m_book.find(id);
    if (entry == nullptr)
        return true;
    const QString preview = ConversationBook::previewOf(message);
    const auto &known = messages(id);
    const QString last = known.isEmpty() ? QString() : ConversationBook::previewOf(known.last());
    const bool told = known.isEmpty() || last != preview;
    if (told && UnreadCounts::shows(entry->conversation, preview)) {
        m_gaps.refreshListSoon(); // the list has overtaken the event, or people repeat themselves
        return false;
    }
    // The list shows something that was never heard of: its event is lost, or late, and with it
    // perhaps this one, which is counted already then.
    if (m_gaps.isListFresh() && !UnreadCounts::shows(entry->conversation, last))
        m_gaps.refreshListSoon();
    m_book.setUnread(id, entry->conversation.unreadCount + 1);
    return true;
}

// A list says less than the messages do, where they are all here; where they are not, it was
// written at another time than we live in.
QVector<Conversation> ChatManager::withTrueCounts(QVector<Conversation> list)
{
    bool certain = true;
    QSet<ConversationId> outpaced;
    for (Conversation &row : list) {
        const auto verdict = m_unread.judge(row);
        if (verdict.outpaced)
            outpaced.insert(row.id);
        if (verdict.outdated)
            m_book.keepPreview(&row);
        else if (isCurrent(row.id) && lacksSomething(row, verdict.unread)) {
            m_explained.insert(row.id, saidBy(row));
            m_gaps.doubt(row.id);
            if (row.id == m_open)
                m_gaps.refreshConversation(row.id);
        }
        const bool counted = isCurrent(row.id);
        row.unreadCount = counted ? unreadIn(row.id) : verdict.unread;
        certain = certain && (counted ? !verdict.outdated : verdict.certain);
    }
    m_unread.listTaken();
    m_book.putFirst(&list, outpaced);
    if (certain)
        m_gaps.listSettled();
    else
        m_gaps.refreshListSoon();
    return list;
}

// Something was said there that no event told: it was too large for one, or got lost.
bool ChatManager::lacksSomething(const Conversation &row, int unread) const
{
    if (m_explained.value(row.id) == saidBy(row))
        return false; // some servers count and write in ways of their own: one look for each
    if (unread > unreadIn(row.id))
        return true;
    const auto &all = messages(row.id);
    const auto newest = std::find_if(all.crbegin(), all.crend(),
                                     [](const Message &message) { return !message.id.isEmpty(); });
    const QString preview =
        newest == all.crend() ? QString() : ConversationBook::previewOf(*newest);
    return !row.lastMessage.isEmpty() && !UnreadCounts::shows(row, preview);
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
            if (row < 0)
                continue;
            unknown.remove(message);
            if (timeline.messages().at(row).sender.id != m_self.id)
                concerned.append(message);
        }
        const Timeline::Changes changes = timeline.markRead(concerned);
        for (const Timeline::Change &change : changes)
            m_unread.read(id, change.messages.first().id); // a list on its way may not know
        m_unread.settled(id, concerned);
        publish(id, changes);
        if (isCurrent(id))
            countUnread(id);
        else if (const auto *entry = m_book.find(id))
            m_book.setUnread(id, entry->conversation.unreadCount - int(changes.size()));
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
