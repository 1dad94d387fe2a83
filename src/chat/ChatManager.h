#pragma once

#include "base/Once.h"
#include "chat/CacheKeeper.h"
#include "chat/ChatRoom.h"
#include "chat/ConversationBook.h"
#include "chat/Drafts.h"
#include "chat/GapFiller.h"
#include "chat/HistoryWindow.h"
#include "chat/ListSide.h"
#include "chat/MessageActions.h"
#include "chat/Outbox.h"
#include "chat/Readers.h"
#include "chat/ReadTracker.h"
#include "chat/RealtimeLink.h"
#include "chat/ReceiptKeeper.h"
#include "chat/TypingSender.h"
#include "chat/TypingTracker.h"
#include "chat/UnreadCounts.h"
#include "domain/ServerEvent.h"
#include "domain/Session.h"

#include <QHash>
#include <QObject>

namespace suhbat {

class AccountStore;
class ChatApi;

/// The chat of one logged-in user: consumes what the socket tells, keeps conversations and
/// timelines, sends. Models only show what it holds.
class ChatManager : public QObject
{
    Q_OBJECT

public:
    /// Where an error came from decides where it is shown.
    /// Loading: listFailed() or historyFailed() tell it as well.
    enum class ErrorSource { Connection, Subscription, Event, Request, Loading };
    Q_ENUM(ErrorSource)

    struct Options
    {
        Clock clock;
        Backoff::Random random;
        Milliseconds pollEvery = GapFiller::pollInterval; ///< to twice that, without a socket
    };

    /// The store is open for the user by the time start() is called.
    ChatManager(ChatApi &api, RealtimeLink &link, AccountStore &store, Options options,
                QObject *parent = nullptr);
    ~ChatManager() override;

    /// What was kept of an earlier run is there at once, the network's answers come over it.
    void start(const User &self);
    /// Takes everything of this user down: socket, subscriptions, rows, requests. Drafts, outbox
    /// and cache stay on the disk.
    void stop();
    bool isRunning() const { return m_running; }

    const User &self() const { return m_self; }
    /// Connection state, failed attempts, countdown.
    RealtimeLink &link() const { return m_link; }
    QString socketId() const { return m_link.socketId(); }
    QStringList subscriptions() const { return m_link.subscriptions(); }
    const ConversationBook &conversations() const { return m_book; }
    const TypingTracker &typing() const { return m_typing; }
    const Drafts &drafts() const { return m_drafts; }
    MessageActions &actions() { return m_actions; }
    ListSide &list() { return m_list; }
    /// How the others hear that the user types; it may change as the server is got to know.
    TypingSender::Way typingWay() const { return m_typingSender.way(); }
    /// Who has read this message of mine, as far as this session was told.
    QVector<Readers::Reader> readersOf(const MessageId &id) const { return m_readers.of(id); }
    /// Those of the open conversation that a view shows, and how to get to others.
    HistoryWindow &history() { return m_history; }
    /// The newest ones, oldest first; empty for a conversation that was never opened and told
    /// nothing. Nothing unread is older.
    const QVector<Message> &messages(const ConversationId &id) const;
    /// Its history has been seen with the server; what is kept on the disk is none.
    bool isLoaded(const ConversationId &id) const;
    /// What is here is all there is: nothing can have been missed since it was loaded.
    bool isCurrent(const ConversationId &id) const;
    /// The server gave only the end of a history; what is here is older, with a hole between.
    bool hasHole(const ConversationId &id) const;
    bool isLoading(const ConversationId &id) const { return m_gaps.isLoading(id); }
    bool isLoadingList() const { return m_gaps.isLoadingList(); }
    const ConversationId &openId() const { return m_open; }
    /// The last 100 typed events, oldest first.
    const QVector<ServerEvent> &lastEvents() const { return m_lastEvents; }
    void open(const ConversationId &id);
    void close();
    /// What stands in the composer. An empty text is none.
    void setDraft(const ConversationId &id, const QString &text) { m_drafts.set(id, text); }
    /// The text is not blank, unless there are files. Returns the id of the message on its way.
    TempId send(const ConversationId &id, const QString &text,
                const QVector<OutboxFile> &files = {});
    void retry(const TempId &id);
    void discard(const TempId &id);
    void stopSending(const TempId &id);
    /// Messages that the server is not known to have: on their way, failed or undecided.
    int unsent() const { return m_outbox.unsent(); }
    /// A keystroke in the composer.
    void typed(const ConversationId &id);
    /// Somebody else's message is really visible in a focused window.
    void seen(const ConversationId &conversation, const MessageId &id);
    void markAllRead(const ConversationId &id, QObject *context, ListSide::Done done);
    void refresh();
    void reloadConversation(const ConversationId &id);
    /// The computer slept, or the network is another one: events may be lost without a word.
    void lookAgain();
    /// The user is back at the window. What no event told (too large to be broadcast) is found now,
    /// unless somebody looked a minute ago.
    void userIsBack();
    /// The user has logged out: what the server has not confirmed as read is not kept.
    void forgetReceipts();

Q_SIGNALS:
    void eventReceived(const suhbat::ServerEvent &event);
    void errorOccurred(suhbat::ChatManager::ErrorSource source, const suhbat::Error &error);
    /// A request was answered with 401; the session may be over.
    void unauthorized();
    void listLoaded();
    void listFailed(const suhbat::Error &error);
    void timelineChanged(const suhbat::ConversationId &id,
                         const suhbat::Timeline::Changes &changes);
    /// The disk has answered: the conversations of an earlier run are in the list, but for those
    /// that the server has left out of its own meanwhile.
    void listRestored();
    /// The conversation that was open when the program ended last, as soon as it is in the list.
    void reopenWanted(const suhbat::ConversationId &id);
    /// Messages of an earlier run have been put in.
    void historyRestored(const suhbat::ConversationId &id);
    /// The first complete history has arrived.
    void historyLoaded(const suhbat::ConversationId &id);
    void historyFailed(const suhbat::ConversationId &id, const suhbat::Error &error);
    /// What isCurrent() said may be otherwise.
    void currencyChanged();
    /// The error of a message that was not sent, or, not `certain`, may have been;
    /// messageRecovered() takes it back.
    void messageFailed(const suhbat::TempId &id, const suhbat::Error &error, bool certain);
    void messageRecovered(const suhbat::TempId &id);
    /// It could not be kept and was not sent: the text is the composer's again.
    void textGivenBack(const suhbat::OutboxEntry &entry, const suhbat::Error &error);
    void unsentChanged(int count);
    void uploading(const suhbat::TempId &id, qint64 sent, qint64 total);

private:
    using Room = ChatRoom;

    void connectParts();
    void connectLink();
    void connectGaps();
    void connectOutbox();
    void onOutboxRow(const outbox::Show &show);
    std::optional<MessageId> newestKnown(const ConversationId &id) const;
    void connectCache();
    void restoreList(const QVector<ConversationRow> &rows);
    void restoreMessages(const ConversationId &id, const QVector<Message> &messages);
    void putKept(const ConversationId &id, const QVector<Message> &messages);
    void askToReopen();
    void dropVanished(const ConversationDetails &details);
    Room &room(const ConversationId &id);
    HistoryWindow::Recent recent(const ConversationId &id) const;
    void cutOld(const ConversationId &id);
    QVector<Message> withoutOld(const ConversationDetails &details);
    void upsert(const ConversationId &id, const QVector<Message> &messages,
                ConversationBook::Cause cause = ConversationBook::Cause::Arrived);
    void showOwnState(const ConversationId &id);
    void publish(const ConversationId &id, const Timeline::Changes &changes);
    void settleConfirmed(const ConversationId &id);
    int unreadIn(const ConversationId &id) const;
    bool isCounted(const ConversationId &id) const;
    bool reachesBack(const ConversationId &id) const;
    void noteBeginning(const ConversationId &id);
    void seenFarBack(const ConversationId &conversation, const MessageId &id);
    void countUnread(const ConversationId &id);
    bool countArrived(const Message &message);
    QVector<Conversation> withTrueCounts(QVector<Conversation> list);
    bool lacksSomething(const Conversation &row, int unread) const;
    void onReadByMe(const ReadEvent &event);
    void onReadByOthers(const ReadEvent &event);
    void onList(const QVector<Conversation> &list, std::optional<Conversation::Type> missing);
    void onEvent(const ServerEvent &event);
    void on(const MessageEvent &event);
    void on(const TypingEvent &event);
    void onTypist(const ConversationId &conversation, const User &told, const UserId &claimed);
    User knownPerson(const ConversationId &conversation, const UserId &id) const;
    void on(const ReadEvent &event);
    void on(const MessageUpdatedEvent &event);
    void on(const MessageDeletedEvent &event);
    void on(const ConversationCreatedEvent &event);
    void on(const UnknownEvent &event);
    void removeMessages(const ConversationId &id, const QVector<MessageId> &ids);
    void onDetails(const ConversationDetails &details);
    void noteRead(const ConversationId &id, const QVector<Message> &messages);
    void onPage(const ConversationId &id, QVector<Message> messages);
    void takeSure(const ConversationId &id, const QVector<Message> &page);
    MessageId overlapOf(const ConversationId &id, const MessageId &sure) const;
    void markRead(const ConversationId &conversation, const QVector<MessageId> &ids);
    void onAllRead(const ConversationId &id, const MessageId &newest);
    void report(ErrorSource source, const Error &error);
    void reportOnce(ErrorSource source, const Error &error);
    void catchUp();

    ChatApi &m_api;
    RealtimeLink &m_link;
    Options m_options;
    ConversationBook m_book;
    TypingTracker m_typing;
    CacheKeeper m_cache;
    Drafts m_drafts;
    ListSide m_list;
    TypingSender m_typingSender;
    QHash<ConversationId, User> m_partners;
    ReadTracker m_reads;
    ReceiptKeeper m_receipts;
    UnreadCounts m_unread;
    Readers m_readers;
    MessageActions m_actions;
    QHash<ConversationId, QString> m_explained; // what a list said when we looked because of it
    UserId m_receiptsOf;
    GapFiller m_gaps;
    Outbox m_outbox;
    HistoryWindow m_history;
    QHash<ConversationId, Room> m_rooms;
    QVector<ServerEvent> m_lastEvents;
    Once m_said; // what was logged of events that nobody understands
    User m_self;
    ConversationId m_open;
    ConversationId m_toReopen; // until it is in the list
    bool m_running = false;
    bool m_listed = false;                      // the server's list has been seen
    std::optional<Conversation::Type> m_untold; // but for the conversations of that type
};

} // namespace suhbat
