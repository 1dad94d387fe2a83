// How many messages are unread; the rest of ChatManager is in ChatManager.cpp.
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

// Of a conversation whose history is here.
int ChatManager::unreadIn(const ConversationId &id) const
{
    int unread = 0;
    for (const Message &message : messages(id))
        unread += message.sender.id != m_self.id && message.state != Message::State::Read ? 1 : 0;
    return unread;
}

// Whether nothing that is unread lies before what is in memory. Where a server pages, or the disk
// gave the newest only, that may begin in the middle of it.
bool ChatManager::reachesBack(const ConversationId &id) const
{
    const auto found = m_rooms.constFind(id);
    return found == m_rooms.cend() || found->unreadFrom.isEmpty() ||
           (found->whole && !m_api.capabilities().paging);
}

// When messages have come from the disk or the server, and before anybody could read them here.
void ChatManager::noteBeginning(const ConversationId &id)
{
    Room &in = room(id);
    const auto &all = in.timeline.messages();
    const auto oldest = std::find_if(all.cbegin(), all.cend(), [this](const Message &message) {
        return message.sender.id != m_self.id && !message.id.isEmpty();
    });
    const bool news = oldest != all.cend() && (!in.begins.isEmpty() || oldest->id < in.begins);
    if (!news)
        return;
    in.begins = oldest->id;
    in.unreadFrom = oldest->state == Message::State::Read ? MessageId() : oldest->id;
}

// Else the list says how many, and what is heard and read since is added and subtracted.
bool ChatManager::isCounted(const ConversationId &id) const
{
    const auto *entry = m_book.find(id);
    return isCurrent(id) &&
           (reachesBack(id) || entry == nullptr || unreadIn(id) >= entry->conversation.unreadCount);
}

void ChatManager::countUnread(const ConversationId &id)
{
    const auto *entry = m_book.find(id);
    const int here = unreadIn(id);
    if (reachesBack(id) || entry == nullptr || here >= entry->conversation.unreadCount)
        m_book.setUnread(id, here);
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
        const bool counted =
            isCurrent(row.id) && (reachesBack(row.id) || unreadIn(row.id) >= verdict.unread);
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
    if (reachesBack(row.id) && unread > unreadIn(row.id))
        return true;
    const auto &all = messages(row.id);
    const auto newest = std::find_if(all.crbegin(), all.crend(),
                                     [](const Message &message) { return !message.id.isEmpty(); });
    const QString preview =
        newest == all.crend() ? QString() : ConversationBook::previewOf(*newest);
    return !row.lastMessage.isEmpty() && !UnreadCounts::shows(row, preview);
}

} // namespace suhbat
