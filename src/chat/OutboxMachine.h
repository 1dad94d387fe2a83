#pragma once

#include "chat/OutboxActions.h"
#include "chat/OutboxRow.h"

#include <QHash>

#include <map>

namespace suhbat {

/// How messages get to the server: decides, and does nothing itself. First in, first out in a
/// conversation, side by side across conversations. docs/delivery.md says what it promises.
/// Pure: no I/O, no timers, no clock; each input returns what is to be done now.
class OutboxMachine
{
public:
    using Ticket = outbox::Ticket;
    using Actions = outbox::Actions;
    struct Options
    {
        Backoff::Random random;
        /// A request that got no answer may be carried out for so long after it was made.
        Milliseconds requestTimeout{30000};
        /// The newest id of the server's messages there (empty: there are none); nothing where the
        /// history is not known up to now.
        std::function<std::optional<MessageId>(const ConversationId &)> newestKnown;
    };
    /// So often a row without a clear answer is tried by itself: looked for, or sent again where
    /// that is safe.
    static constexpr int maxTries = 5;

    explicit OutboxMachine(Options options);

    /// The server makes one message of any number of requests with one temp id.
    void setIdempotentSend(bool on) { m_idempotent = on; }

    // What the user does.
    Actions add(const OutboxEntry &entry);
    Actions retry(const TempId &id, Instant now);
    Actions discard(const TempId &id, Instant now);
    /// Gives up what is under way or waits for its first turn: it stops, for retry() or discard().
    Actions stopSending(const TempId &id, Instant now);

    // What happens.
    /// Rows of an earlier run, in their order.
    Actions restore(const QVector<OutboxEntry> &entries, Instant now);
    Actions stored(Ticket ticket, const Result<void> &result, Instant now);
    Actions answered(Ticket ticket, const Result<Message> &result, Instant now);
    /// A part of the request went out, or all of it.
    void progressed(Ticket ticket, bool all, Instant now);
    Actions looked(Ticket ticket, const Result<outbox::Seen> &result, Instant now);
    /// The upsert found the message among the server's.
    Actions confirmed(const TempId &id, const MessageId &as, Instant now);
    Actions networkUp(Instant now);
    /// Some time has passed; to be called at wakeAt().
    Actions tick(Instant now);
    /// Nothing when no time is waited for.
    std::optional<Instant> wakeAt() const;
    /// Another user: forgets all rows, and which answers are still to come.
    void clear();

    bool contains(const TempId &id) const { return m_rows.contains(id); }
    /// What the server is not known to have; waiting, failed and undecided ones alike.
    int unsent() const { return int(m_rows.size()); }

private:
    using Row = outbox::Row;
    using Phase = outbox::Phase;
    enum class Purpose { Accept, Record, Note, Stop, Remove, Discard };
    struct Write
    {
        TempId id;
        Purpose purpose = Purpose::Note;
    };
    enum class Hold { None, Offline, RateLimited, Session };
    enum class Outcome { NotSent, Refused, Open };
    static Outcome outcomeOf(const Error &error);
    static Hold holdOf(const Error &error);
    Actions take();
    Ticket write(const OutboxEntry &entry, Purpose purpose);
    void remove(const TempId &id, Purpose purpose);
    void show(const Row &row);
    bool isAnswered(const Row &row) const;
    void accepted(Row &row, const Result<void> &result, Instant now);
    void recorded(Row &row, const Result<void> &result, Instant now);
    void discarded(Row &row, const Result<void> &result, Instant now);
    void writeAgain(const TempId &id);
    void pump(Instant now);
    void pump(const ConversationId &conversation, Instant now);
    void begin(Row &row, Instant now);
    void record(Row &row);
    void look(Row &row, Phase phase, Instant now);
    void send(Row &row, Instant now);
    void notSent(Row &row, const Error &error, Instant now);
    void leftOpen(Row &row, const Error &error, Instant now);
    void lookLater(Row &row, Instant now);
    void lookFailed(Row &row, const Error &error, Instant now);
    void decide(Row &row, const outbox::Seen &seen, Instant now);
    void stop(Row &row, Message::State state, const Error &why, Instant now);
    void done(const TempId &id, const MessageId &as, Instant now);
    void holdBack(Hold hold, const Error &error, Instant now);
    bool isHeld(Instant now) const { return m_hold != Hold::None && now < m_holdUntil; }
    Row *find(const TempId &id);
    Row *waitingFor(Ticket ticket);
    const Row *firstOf(const QVector<TempId> &queue) const;

    Options m_options;
    bool m_idempotent = false;
    std::map<TempId, Row> m_rows;
    QHash<ConversationId, QVector<TempId>> m_queues; // in the order of sending
    QHash<Ticket, Write> m_writes;
    QHash<ConversationId, MessageId> m_newestDone; // the last message of ours that arrived there
    QHash<TempId, Instant> m_unwritten;            // and when to try again
    Hold m_hold = Hold::None;
    Instant m_holdUntil;
    Backoff m_backoff;
    Ticket m_lastTicket = 0;
    Actions m_actions;
};

} // namespace suhbat
