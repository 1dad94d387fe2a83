#include "demo/store/MessageTable.h"

#include "demo/store/Database.h"
#include "demo/store/PictureSize.h"

namespace suhbat::demo {

MessageTable::MessageTable(const Database &database) : m_database(database) {}

qint64 MessageTable::insert(const Message &message)
{
    // SQLite gives the greatest id again when its row is gone; a server never does.
    const QVariant wanted = message.id > 0
                                ? QVariant(message.id)
                                : m_database.value(QStringLiteral(
                                      "SELECT 1 + MAX(COALESCE((SELECT MAX(id) FROM messages), 0),"
                                      " COALESCE((SELECT MAX(message_id) FROM deleted), 0))"));
    const QVariant tempId = message.tempId.isEmpty() ? QVariant() : QVariant(message.tempId);
    const QSqlQuery done = m_database.run(
        QStringLiteral("INSERT INTO messages VALUES (?, ?, ?, ?, ?, ?)"),
        {wanted, message.conversationId, message.senderId, QLatin1String("") + message.body, tempId,
         message.createdAt.toMSecsSinceEpoch()});
    const qint64 id = done.lastInsertId().toLongLong();
    if (message.quote.id > 0) {
        m_database.run(QStringLiteral("INSERT INTO replies VALUES (?, ?)"), {id, message.quote.id});
    }
    return id;
}

QList<Message> MessageTable::history(qint64 conversationId, qint64 viewer) const
{
    return select(QStringLiteral("WHERE m.conversation_id = ? ORDER BY m.id"), viewer,
                  {conversationId});
}

Message MessageTable::byId(qint64 id, qint64 viewer) const
{
    return first(select(QStringLiteral("WHERE m.id = ?"), viewer, {id}));
}

Message MessageTable::newest(qint64 conversationId, qint64 viewer) const
{
    return first(select(QStringLiteral("WHERE m.conversation_id = ? ORDER BY m.id DESC LIMIT 1"),
                        viewer, {conversationId}));
}

Message MessageTable::byTempId(qint64 senderId, const QString &tempId) const
{
    if (tempId.isEmpty())
        return {};
    return first(select(QStringLiteral("WHERE m.sender_id = ? AND m.temp_id = ?"), senderId,
                        {senderId, tempId}));
}

QList<qint64> MessageTable::unread(qint64 conversationId, qint64 personId) const
{
    QSqlQuery rows = m_database.run(
        QStringLiteral("SELECT id FROM messages m WHERE conversation_id = ? AND sender_id <> ?"
                       " AND NOT EXISTS (SELECT 1 FROM reads WHERE message_id = m.id"
                       " AND person_id = ?) ORDER BY id"),
        {conversationId, personId, personId});
    QList<qint64> ids;
    while (rows.next())
        ids.append(rows.value(0).toLongLong());
    return ids;
}

bool MessageTable::markRead(qint64 messageId, qint64 personId, const QDateTime &now)
{
    const bool isNew =
        m_database
            .run(QStringLiteral("INSERT OR IGNORE INTO reads VALUES (?, ?)"), {messageId, personId})
            .numRowsAffected() > 0;
    if (isNew && now.isValid()) {
        m_database.run(QStringLiteral("INSERT OR REPLACE INTO read_times VALUES (?, ?, ?)"),
                       {messageId, personId, now.toMSecsSinceEpoch()});
    }
    return isNew;
}

QList<Read> MessageTable::readsOf(const Message &message) const
{
    QSqlQuery rows = m_database.run(
        QStringLiteral("SELECT r.person_id, t.at FROM reads r LEFT JOIN read_times t"
                       " ON t.message_id = r.message_id AND t.person_id = r.person_id"
                       " WHERE r.message_id = ? AND r.person_id <> ? ORDER BY r.person_id"),
        {message.id, message.senderId});
    QList<Read> reads;
    while (rows.next()) {
        Read read{rows.value(0).toLongLong(), {}};
        if (!rows.value(1).isNull())
            read.at = QDateTime::fromMSecsSinceEpoch(rows.value(1).toLongLong(), Qt::UTC);
        reads.append(read);
    }
    return reads;
}

void MessageTable::setBody(qint64 messageId, const QString &body, const QDateTime &now)
{
    m_database.run(QStringLiteral("UPDATE messages SET body = ? WHERE id = ?"), {body, messageId});
    m_database.run(QStringLiteral("INSERT OR REPLACE INTO edits VALUES (?, ?)"),
                   {messageId, now.toMSecsSinceEpoch()});
}

void MessageTable::remove(qint64 messageId)
{
    m_database.begin();
    m_database.run(QStringLiteral("INSERT OR IGNORE INTO deleted VALUES (?)"), {messageId});
    m_database.run(QStringLiteral("DELETE FROM messages WHERE id = ?"), {messageId});
    for (const char *table : {"reads", "read_times", "replies", "edits", "files"}) {
        m_database.run(
            QStringLiteral("DELETE FROM %1 WHERE message_id = ?").arg(QLatin1String(table)),
            {messageId});
    }
    m_database.commit();
}

QList<Message> MessageTable::containing(const QString &text, qint64 personId) const
{
    return select(QStringLiteral("JOIN members p ON p.conversation_id = m.conversation_id"
                                 " AND p.person_id = ? WHERE instr(lower(m.body), lower(?)) > 0"
                                 " ORDER BY m.id DESC"),
                  personId, {personId, text});
}

void MessageTable::markReadByOthers(const Message &message, const QList<qint64> &except)
{
    m_database.run(QStringLiteral("INSERT INTO reads SELECT ?, person_id FROM members"
                                  " WHERE conversation_id = ? AND person_id <> ?"),
                   {message.id, message.conversationId, message.senderId});
    for (qint64 person : except) {
        m_database.run(QStringLiteral("DELETE FROM reads WHERE message_id = ? AND person_id = ?"),
                       {message.id, person});
    }
}

qint64 MessageTable::insertFile(const StoredFile &file)
{
    const QVariant wanted = file.id > 0 ? QVariant(file.id) : QVariant();
    return m_database
        .run(QStringLiteral("INSERT INTO files VALUES (?, ?, ?, ?, ?)"),
             {wanted, file.messageId, file.name, file.mimeType, file.bytes})
        .lastInsertId()
        .toLongLong();
}

StoredFile MessageTable::fileWithBytes(qint64 fileId) const
{
    QSqlQuery row = m_database.run(
        QStringLiteral("SELECT id, message_id, name, mime_type, bytes FROM files WHERE id = ?"),
        {fileId});
    if (!row.next())
        return {};
    const QByteArray bytes = row.value(4).toByteArray();
    return {row.value(0).toLongLong(),
            row.value(1).toLongLong(),
            row.value(2).toString(),
            row.value(3).toString(),
            bytes.size(),
            bytes};
}

QList<Message> MessageTable::select(const QString &rest, qint64 viewer,
                                    const QVariantList &values) const
{
    const QString sql = QStringLiteral(
        "SELECT m.id, m.conversation_id, m.sender_id, m.body, m.temp_id, m.created_at,"
        " EXISTS (SELECT 1 FROM reads r WHERE r.message_id = m.id"
        "  AND (r.person_id = ? OR m.sender_id = ?)),"
        " EXISTS (SELECT 1 FROM files f WHERE f.message_id = m.id),"
        " (SELECT at FROM edits WHERE message_id = m.id),"
        " (SELECT reply_to FROM replies WHERE message_id = m.id) FROM messages m ");
    QSqlQuery rows = m_database.run(sql + rest, QVariantList{viewer, viewer} + values);
    QList<Message> found;
    while (rows.next()) {
        Message message{rows.value(0).toLongLong(), rows.value(1).toLongLong(),
                        rows.value(2).toLongLong(), rows.value(3).toString(),
                        rows.value(4).toString(),   {},
                        rows.value(6).toBool(),     {}};
        message.createdAt = QDateTime::fromMSecsSinceEpoch(rows.value(5).toLongLong(), Qt::UTC);
        if (rows.value(7).toBool())
            message.files = filesOf(message.id);
        if (!rows.value(8).isNull())
            message.editedAt = QDateTime::fromMSecsSinceEpoch(rows.value(8).toLongLong(), Qt::UTC);
        if (!rows.value(9).isNull())
            message.quote = quoteOf(rows.value(9).toLongLong());
        found.append(message);
    }
    return found;
}

Quote MessageTable::quoteOf(qint64 messageId) const
{
    Quote quote{messageId, {}, {}};
    QSqlQuery row = m_database.run(
        QStringLiteral("SELECT p.name, m.body FROM messages m JOIN people p ON p.id = m.sender_id"
                       " WHERE m.id = ?"),
        {messageId});
    if (row.next()) {
        quote.senderName = row.value(0).toString();
        quote.body = row.value(1).toString();
    }
    return quote;
}

QList<StoredFile> MessageTable::filesOf(qint64 messageId) const
{
    QSqlQuery rows = m_database.run(
        QStringLiteral("SELECT id, name, mime_type, length(bytes), substr(bytes, 1, 65536)"
                       " FROM files WHERE message_id = ?"
                       " ORDER BY id"),
        {messageId});
    QList<StoredFile> files;
    while (rows.next()) {
        files.append({rows.value(0).toLongLong(),
                      messageId,
                      rows.value(1).toString(),
                      rows.value(2).toString(),
                      rows.value(3).toLongLong(),
                      {}});
        StoredFile &file = files.last();
        if (file.isImage())
            std::tie(file.width, file.height) = pictureSize(rows.value(4).toByteArray());
    }
    return files;
}

} // namespace suhbat::demo
