#include "chat/ChatManager.h"

#include "api/ChatApi.h"
#include "base/Logging.h"
#include "store/AccountStore.h"

namespace suhbat {

ChatManager::ChatManager(ChatApi &api, RealtimeLink &link, AccountStore &store, Options options,
                         QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_link(link)
    , m_options(std::move(options))
    , m_typing(m_options.clock)
    , m_cache(store, m_book)
    , m_drafts(store)
    , m_list(api, store, m_book)
    , m_typingSender(api, link)
    , m_reads(m_options.random)
    , m_receipts(store, [this] { return m_reads.pending(); })
    , m_actions(api, m_readers,
                [this](const ConversationId &in, const UserId &id) { return knownPerson(in, id); })
    , m_gaps(api, m_options.random, m_options.pollEvery, m_options.clock)
    , m_outbox(
          api, store, [this](const ConversationId &id) { return newestKnown(id); }, m_options.clock,
          m_options.random)
    , m_history(api, store, m_cache, [this](const ConversationId &id) { return recent(id); })
{
    connectParts();
}

ChatManager::~ChatManager()
{
    m_link.disconnect(this);
    for (QObject *part : {static_cast<QObject *>(&m_book), static_cast<QObject *>(&m_typing),
                          static_cast<QObject *>(&m_typingSender), static_cast<QObject *>(&m_cache),
                          static_cast<QObject *>(&m_drafts), static_cast<QObject *>(&m_reads),
                          static_cast<QObject *>(&m_receipts), static_cast<QObject *>(&m_gaps),
                          static_cast<QObject *>(&m_outbox), static_cast<QObject *>(&m_actions)})
        part->disconnect(this);
}

void ChatManager::start(const User &self)
{
    if (std::exchange(m_receiptsOf, self.id) != self.id)
        forgetReceipts();
    m_self = self;
    m_running = true;
    m_cache.start();
    m_drafts.restore();
    m_receipts.start();
    m_list.start(self.id);
    m_typingSender.start(self);
    m_link.start(m_api.server().userChannel(self.id));
    m_gaps.refreshList();
    m_outbox.restore();
}

void ChatManager::stop()
{
    m_running = false;
    m_cache.stop();
    m_drafts.clear();
    m_list.stop();
    m_typingSender.stop();
    m_link.stop();
    m_api.cancelAll();
    m_api.setSocketId({});
    m_gaps.clear();
    m_outbox.clear();
    m_receipts.stop();
    m_reads.pause();
    m_typing.clear();
    m_partners.clear();
    m_open = {};
    m_history.close();
    m_toReopen = {};
    m_listed = false;
    m_untold.reset();
    m_rooms.clear();
    m_lastEvents.clear();
    m_book.clear();
    m_explained.clear();
    m_readers.clear();
    m_actions.clear();
    m_self = {};
}

const QVector<Message> &ChatManager::messages(const ConversationId &id) const
{
    static const QVector<Message> none;
    const auto found = m_rooms.constFind(id);
    return found == m_rooms.cend() ? none : found->timeline.messages();
}

bool ChatManager::isLoaded(const ConversationId &id) const
{
    const auto found = m_rooms.constFind(id);
    return found != m_rooms.cend() && found->loaded;
}

ChatManager::Room &ChatManager::room(const ConversationId &id)
{
    const auto found = m_rooms.find(id);
    return found != m_rooms.end() ? *found : *m_rooms.insert(id, Room(m_self.id));
}

void ChatManager::open(const ConversationId &id)
{
    m_reads.flush();
    m_drafts.flush();
    m_gaps.leaveConversation(m_open);
    const ConversationId before = std::exchange(m_open, id);
    cutOld(before);
    m_history.open(id, m_self.id);
    m_typingSender.setOpen(id);
    m_toReopen = {};
    m_list.marks.visited(id);
    m_list.marks.set(ListMarks::Mark::ToRead, id, false);
    m_cache.setOpen(id);
    Room &opened = room(id);
    if (!m_gaps.isCurrent(id))
        opened.loaded = false; // a hole may be in it: not complete before it is here anew
    // Shown from memory or disk at once, and fetched each time: another device may have been busy.
    if (!opened.restored && !opened.loaded)
        m_cache.loadLatest(id);
    m_gaps.refreshConversation(id);
}

void ChatManager::close()
{
    m_reads.flush();
    m_gaps.leaveConversation(m_open);
    m_drafts.flush();
    m_history.close();
    cutOld(std::exchange(m_open, {}));
    m_toReopen = {};
    if (m_running)
        m_cache.setOpen({});
    m_typingSender.setOpen({});
}

void ChatManager::refresh()
{
    m_gaps.askedByUser();
    m_gaps.refreshList();
}

void ChatManager::reloadConversation(const ConversationId &id)
{
    m_gaps.askedByUser();
    m_gaps.refreshConversation(id);
}

void ChatManager::report(ErrorSource source, const Error &error)
{
    // Laravel says 419 of a session that is over; the token is checked before anything ends (91).
    const bool expired = source == ErrorSource::Subscription && error.status == 419;
    if (error.kind == Error::Kind::Unauthorized || expired)
        Q_EMIT unauthorized();
    else if (error.kind != Error::Kind::Cancelled)
        Q_EMIT errorOccurred(source, error);
}

// What is tried again by itself is told when it fails first.
void ChatManager::reportOnce(ErrorSource source, const Error &error)
{
    if (!m_gaps.isRepeating() || error.kind == Error::Kind::Unauthorized)
        report(source, error);
}

void ChatManager::publish(const ConversationId &id, const Timeline::Changes &changes)
{
    if (changes.isEmpty())
        return;
    m_cache.keep(changes);
    Q_EMIT timelineChanged(id, changes);
    m_history.recentChanged(id);
}

void ChatManager::upsert(const ConversationId &id, const QVector<Message> &messages,
                         ConversationBook::Cause cause)
{
    const MessageId newestBefore = room(id).timeline.newestId();
    publish(id, room(id).timeline.upsert(messages));
    settleConfirmed(id);
    for (const Message &message : messages) {
        if (!newestBefore.isEmpty() && newestBefore < message.id)
            m_typing.messageArrived(id, message.sender.id);
    }
    const auto &all = this->messages(id);
    if (!newestBefore.isEmpty() && newestBefore == room(id).timeline.newestId())
        cause = ConversationBook::Cause::Known;
    // Clocks differ, and are put right: what came last is told by the ids where they can.
    const bool newest = cause == ConversationBook::Cause::Arrived && !newestBefore.isEmpty() &&
                        !all.isEmpty() && newestBefore < all.last().id;
    if (newest)
        m_book.replacePreview(id, all.last(), all.last().sender.id == m_self.id, cause);
    else if (!all.isEmpty())
        m_book.showMessage(id, all.last(), all.last().sender.id == m_self.id, cause);
    cutOld(id);
    showOwnState(id); // also where the server's clock is behind ours
}

// The list shows the mark of the newest message, whichever message has just changed its own.
void ChatManager::showOwnState(const ConversationId &id)
{
    const auto &all = messages(id);
    if (!all.isEmpty() && all.last().sender.id == m_self.id)
        m_book.setOwnState(id, all.last().state);
}

} // namespace suhbat
