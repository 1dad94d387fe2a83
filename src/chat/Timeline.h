#pragma once

#include "chat/Remembered.h"
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
    /// The smallest one; empty when there is none.
    MessageId oldestId() const;
    int rowOf(const MessageId &id) const;
    int rowOf(const TempId &id) const;

    /// Puts a message of mine in, behind all others. `newestKnown`: the newest server id known
    /// before it was posted (empty: there was none); a server message without a temp id that is
    /// newer, mine and of the same text, and nobody else's, is taken for it. Without `newestKnown`
    /// (not posted yet, or the history was not known) it is never matched by its text: an old
    /// equal message, or one of another device, must not pass for it.
    /// `answersOfOthers`: newer ones that are known to be other messages'.
    Changes addPending(const Message &message, const std::optional<MessageId> &newestKnown = {},
                       const QVector<MessageId> &answersOfOthers = {});
    /// From now on what arrives may be it. Without `newestKnown`: matched by temp id alone.
    /// `onItsWay`: its answer is still to come, so it comes before those of which nobody will hear.
    void setPosted(const TempId &id, const std::optional<MessageId> &newestKnown,
                   bool onItsWay = false, const QVector<MessageId> &answersOfOthers = {});
    /// The server surely does not have it.
    void setNotPosted(const TempId &id);
    /// The server's message that was taken for this one by its text is another's: it stays, as a
    /// row of its own.
    Changes release(const TempId &id);
    /// Messages of the server, in any order. A message that answers a pending one carries its
    /// tempId, or is matched by author, text and id.
    Changes upsert(const QVector<Message> &fromServer);
    /// A message of the server was edited. When it is not here the words are kept for the time it
    /// comes: an edit may overtake its message. The latest edit is the truth, in any order.
    Changes update(const Message &edited);
    /// Messages are gone, for good: whatever still comes of them, a page or an edit, is left out.
    Changes remove(const QVector<MessageId> &ids);
    /// Only while the message has no id: a late failure never demotes a confirmed message.
    Changes setPendingState(const TempId &id, Message::State state);
    /// A pending message that the user discards; does nothing to a confirmed one.
    Changes discard(const TempId &id);
    /// How many of the oldest ones may go so that about `keep` stay: nothing goes that is unread,
    /// or newer than something unread, or not the server's. `messages` oldest first.
    static int oldOnes(const QVector<Message> &messages, const UserId &self, int keep);
    /// The oldest ones leave, for whoever has them elsewhere; no rows of a view change by that.
    QVector<Message> takeOld(int count);
    /// Messages that a page of the server no longer has; should it tell of one again, it is back.
    Changes drop(const QVector<MessageId> &ids);
    /// Ids that are not here yet are remembered: a receipt may overtake the answer that brings the
    /// id.
    Changes markRead(const QVector<MessageId> &ids);

private:
    struct Posted
    {
        std::optional<MessageId> newestKnown;
        QVector<MessageId> answersOfOthers;
        bool onItsWay = false;
        bool mayBe(const MessageId &id) const;
    };
    int pendingMatch(const Message &fromServer) const;
    int serverMatch(const Message &pending, const Posted &posted) const;
    void rename(int row, const TempId &id, Changes &changes);
    void releaseOthers(const Message &answer, Changes &changes);
    void upsertOne(Message message, Changes &changes);
    void dropPendingOf(const Message &gone, Changes &changes);
    void quoteAnew(const MessageId &id, const QString &senderName, const QString &body,
                   Changes &changes);
    void replace(int row, const Message &message, Changes &changes);
    int insertPosition(const Message &message) const;

    UserId m_self;
    QVector<Message> m_messages;
    /// Of the pending ones that were posted.
    QHash<TempId, Posted> m_posted;
    QSet<MessageId> m_readBeforeKnown;
    Remembered<Message> m_editsBeforeKnown;
    Remembered<bool> m_removed;
};

} // namespace suhbat
