#pragma once

#include "demo/store/Records.h"

namespace suhbat::demo {

class Database;

/// Messages, who has read them, and their files.
class MessageTable
{
public:
    explicit MessageTable(const Database &database);

    /// Stores the message; an id of 0 takes the next one. Gives the id.
    qint64 insert(const Message &message);
    /// The whole history, oldest first, as `viewer` sees its read marks.
    QList<Message> history(qint64 conversationId, qint64 viewer) const;
    /// Id 0 when there is none.
    Message byId(qint64 id, qint64 viewer) const;
    Message newest(qint64 conversationId, qint64 viewer) const;
    /// The message this sender already sent with this temp id, or id 0.
    Message byTempId(qint64 senderId, const QString &tempId) const;

    /// Other people's messages that this person has not read, oldest first.
    QList<qint64> unread(qint64 conversationId, qint64 personId) const;
    /// False when it was read before.
    bool markRead(qint64 messageId, qint64 personId, const QDateTime &now = {});
    /// Who else has read it, in the order of their ids.
    QList<Read> readsOf(const Message &message) const;
    void setBody(qint64 messageId, const QString &body, const QDateTime &now);
    /// With all that hangs on it. Its id is never given again.
    void remove(qint64 messageId);
    /// Whatever this person may see with that text in it, newest first.
    QList<Message> containing(const QString &text, qint64 personId) const;
    /// Marks a new message read by every participant but its sender and those excepted.
    void markReadByOthers(const Message &message, const QList<qint64> &except);

    qint64 insertFile(const StoredFile &file);
    StoredFile fileWithBytes(qint64 fileId) const;

private:
    QList<Message> select(const QString &rest, qint64 viewer, const QVariantList &values) const;
    Message first(const QList<Message> &messages) const { return messages.value(0); }
    QList<StoredFile> filesOf(qint64 messageId) const;
    Quote quoteOf(qint64 messageId) const;

    const Database &m_database;
};

} // namespace suhbat::demo
