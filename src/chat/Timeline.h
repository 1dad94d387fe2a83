#pragma once

#include "domain/Message.h"

#include <QHash>
#include <QSet>
#include <QVector>

#include <optional>

namespace suhbat {

/// The messages of one conversation, oldest first, and the ONE upsert for REST ack, own echo,
/// remote event, page and cache: idempotent, in any order. Pure: no I/O, no clock.
class Timeline
{
public:
    /// One step that a model repeats on its own rows; steps apply one after the other.
    struct Change
    {
        enum class Kind { Inserted, Updated, Moved, Removed };
        Kind kind = Kind::Inserted;
        int row = 0;               ///< first row; for Moved the row before the move
        int to = 0;                ///< Moved only: the row after the move
        QVector<Message> messages; ///< Inserted: all of them; Updated and Moved: one
    };
    using Changes = QVector<Change>;

    explicit Timeline(UserId self = {}) : m_self(std::move(self)) {}

    const QVector<Message> &messages() const { return m_messages; }
    /// The greatest id of the server's messages; empty when there is none.
    MessageId newestId() const;
    int rowOf(const MessageId &id) const;
    int rowOf(const TempId &id) const;

    /// Puts a message of mine in as Sending. `newestKnown`: newestId() at that time, which is the
    /// lower bound for matching it with a server message that carries no temp id (empty: there was
    /// none). Without it, as when the history is not loaded, it is never matched by its text: an
    /// old equal message must not pass for it.
    Changes addPending(const Message &message, const std::optional<MessageId> &newestKnown);
    /// Messages of the server, in any order. A message that answers a pending one carries its
    /// tempId, or is matched by author, text and id.
    Changes upsert(const QVector<Message> &fromServer);
    /// Only while the message has no id: a late failure never demotes a confirmed message.
    Changes setPendingState(const TempId &id, Message::State state);
    /// A pending message that the user discards; does nothing to a confirmed one.
    Changes discard(const TempId &id);
    /// Ids that are not here yet are remembered: a receipt may overtake the answer that brings the
    /// id.
    Changes markRead(const QVector<MessageId> &ids);

private:
    int pendingMatch(const Message &fromServer) const;
    void upsertOne(Message message, Changes &changes);
    void replace(int row, const Message &message, Changes &changes);
    int insertPosition(const Message &message) const;

    UserId m_self;
    QVector<Message> m_messages;
    QHash<TempId, MessageId> m_newestKnownBefore;
    QSet<MessageId> m_readBeforeKnown;
};

} // namespace suhbat
