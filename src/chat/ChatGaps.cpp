// What was missed, and how it is found; the rest of ChatManager is in ChatManager.cpp.
#include "chat/ChatManager.h"
#include "chat/GapPages.h"

namespace suhbat {

namespace {

// A user who comes and goes between windows does not ask each time.
constexpr Milliseconds lookEvery{60000};

// Messages before a gap that are fetched with it.
constexpr int overlap = 30;

} // namespace

// After a subscription, and now and then while there is none: the open conversation first. The
// others are fetched when they are opened, and say until then that they may lack something.
void ChatManager::catchUp()
{
    if (!m_running)
        return;
    if (!m_open.isEmpty())
        m_gaps.refreshConversation(m_open);
    m_gaps.refreshList();
    m_reads.flush();
    m_outbox.resume();
}

void ChatManager::lookAgain()
{
    if (!m_running)
        return;
    m_gaps.doubtAll();
    catchUp();
}

void ChatManager::userIsBack()
{
    // The open conversation is fetched when the list says something else than it does.
    if (m_running)
        m_gaps.refreshListIfOlder(lookEvery);
}

void ChatManager::onList(const QVector<Conversation> &list,
                         std::optional<Conversation::Type> missing)
{
    if (!m_listed || m_untold != missing)
        m_untold = m_listed ? std::nullopt : missing;
    m_listed = true;
    m_book.replaceAll(withTrueCounts(list), missing, m_options.clock.wall());
    askToReopen();
    m_outbox.resume();
    // The server answers again: no reason to let the socket wait its time out, unless it was
    // refused.
    const auto &problem = m_link.problem();
    if (m_link.state() == RealtimeLink::State::Waiting && problem &&
        problem->kind != Error::Kind::Refused)
        m_link.retryNow();
    Q_EMIT listLoaded();
}

void ChatManager::onDetails(const ConversationDetails &details)
{
    const ConversationId id = details.conversation.id;
    const bool first = !room(id).loaded;
    room(id).loaded = true;
    dropVanished(details);
    if (details.partner)
        m_partners.insert(id, *details.partner);
    takeSure(id, details.messages);
    noteRead(id, details.messages);
    onPage(id, withoutOld(details));
    noteBeginning(id);
    if (room(id).whole)
        m_history.heardWhole(details);
    countUnread(id);
    if (first)
        Q_EMIT historyLoaded(id);
    Q_EMIT currencyChanged();
}

void ChatManager::onPage(const ConversationId &id, QVector<Message> messages)
{
    for (Message &message : messages) {
        if (m_reads.isPending(message.id))
            message.state = Message::State::Read; // seen here; the server does not know yet
    }
    upsert(id, messages, ConversationBook::Cause::Loaded);
}

// Where reading ended: more may come than is in memory after the next start.
void ChatManager::noteRead(const ConversationId &id, const QVector<Message> &messages)
{
    MessageId newest;
    for (const Message &message : messages) {
        const bool read = message.state == Message::State::Read && message.sender.id != m_self.id;
        if (read && (newest.isEmpty() || newest < message.id))
            newest = message.id;
    }
    if (!newest.isEmpty())
        m_book.setReadUpTo(id, newest);
}

bool ChatManager::isCurrent(const ConversationId &id) const
{
    return isLoaded(id) && m_gaps.isCurrent(id) && !hasHole(id);
}

bool ChatManager::hasHole(const ConversationId &id) const
{
    const auto found = m_rooms.constFind(id);
    return found != m_rooms.cend() && found->hole;
}

// A history of the server that does not reach back to what is here leaves a hole between the two.
void ChatManager::takeSure(const ConversationId &id, const QVector<Message> &page)
{
    Room &in = room(id);
    const MessageId oldest = oldestOf(page);
    in.hole = !in.sureUpTo.isEmpty() && !oldest.isEmpty() && in.sureUpTo < oldest;
    if (in.hole)
        m_gaps.fillHole(id, oldest, in.sureUpTo);
    else if (!oldest.isEmpty())
        in.sureUpTo = newestOf(page);
}

// So far back that what happened meanwhile to the newest messages, such as having been read, is
// heard as well.
MessageId ChatManager::overlapOf(const ConversationId &id, const MessageId &sure) const
{
    const auto found = m_rooms.constFind(id);
    const int row = found != m_rooms.cend() ? found->timeline.rowOf(sure) : -1;
    return row > overlap ? found->timeline.messages().at(row - overlap).id : MessageId();
}

} // namespace suhbat
