#pragma once

#include "base/Clock.h"
#include "chat/ConversationBook.h"
#include "chat/Timeline.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <map>

namespace suhbat {

class AccountStore;

/// What is kept of the user's chat between two runs: reads it when the chat starts and writes what
/// changes from then on, gathered, so that a burst of events is one transaction.
class CacheKeeper : public QObject
{
    Q_OBJECT

public:
    /// From the first change to the disk. What a crash takes away is fetched from the server again.
    static constexpr Milliseconds debounce{50};
    /// Messages that are written at a time: the whole history of a server may come at once.
    static constexpr int pieceSize = 500;
    /// Messages a conversation opens with.
    static constexpr int pageSize = 50;

    /// Both must outlive this object.
    CacheKeeper(AccountStore &store, const ConversationBook &book, QObject *parent = nullptr);
    ~CacheKeeper() override;

    /// Asks for the conversations and for the one that was open last.
    void start();
    /// Writes what waits. What happens to the book from here on is not kept.
    void stop();
    /// All of it is asked of the store before this returns: what is read from there next has it.
    void flush();

    void loadLatest(const ConversationId &conversation);
    /// What happened to a timeline.
    void keep(const Timeline::Changes &changes);
    /// Those without an id are the outbox's.
    void keep(const QVector<Message> &messages);
    void forget(const ConversationId &conversation);
    void forget(const ConversationId &conversation, const QVector<MessageId> &ids);
    /// The server's whole history there: between its ends nothing else is kept.
    void retain(const ConversationId &conversation, const QVector<MessageId> &ids);
    /// What changes there reaches the disk. What the list does not know yet waits for that, and
    /// after a failure nothing is sure until something reaches it again.
    bool isKeeping(const ConversationId &conversation) const;
    /// Empty: none.
    void setOpen(const ConversationId &conversation);

Q_SIGNALS:
    /// In their order.
    void conversationsRestored(const QVector<suhbat::ConversationRow> &rows);
    /// After the conversations; empty when none was open.
    void openRestored(const suhbat::ConversationId &conversation);
    /// Oldest first; empty too, and when they could not be read.
    void messagesRestored(const suhbat::ConversationId &conversation,
                          const QVector<suhbat::Message> &messages);
    /// The cache is empty now because it was damaged: what is in memory is to be kept anew.
    void lost();

private:
    void keepPerson(const User &person);
    void writeSoon();
    void write(int most);
    /// Says once that something could not be kept, until something can again.
    void written(const Result<void> &result);

    AccountStore &m_store;
    const ConversationBook &m_book;
    QTimer m_timer;
    QSet<ConversationId> m_rows; // changed since the last write
    QHash<ConversationId, std::map<MessageId, Message>> m_messages;
    QHash<UserId, User> m_people; // as they are kept
    QSet<UserId> m_newPeople;
    int m_generation = 0;
    bool m_running = false;
    bool m_restoring = false; // what comes from the disk is not written back
    bool m_failing = false;
};

} // namespace suhbat
