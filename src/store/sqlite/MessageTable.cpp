#include "store/sqlite/CacheTables.h"
#include "store/sqlite/MessageRows.h"
#include "store/sqlite/OrderKey.h"

#include <algorithm>

namespace suhbat::sql {

namespace {

QVector<Attachment> attachmentsOf(SqlDatabase &database, qint64 message)
{
    SqlQuery query(database, "SELECT id, name, size_text, mime_type, url, preview_url, is_image,"
                             " width, height FROM attachments WHERE message = ? ORDER BY number");
    query.bind(message);
    QVector<Attachment> attachments;
    while (query.next()) {
        attachments.append({query.text(0),
                            query.text(1),
                            query.text(2),
                            query.text(3),
                            query.text(4),
                            query.text(5),
                            query.number(6) != 0,
                            int(query.number(7)),
                            int(query.number(8)),
                            {}});
    }
    return attachments;
}

Message messageOf(const SqlQuery &query)
{
    Message message;
    message.id = MessageId(query.text(2));
    message.tempId = TempId(query.text(3));
    message.conversationId = ConversationId(query.text(4));
    message.body = query.text(5);
    message.createdAt = query.time(6);
    message.state = Message::State(query.number(7));
    message.sender = {UserId(query.text(8)), query.text(9), query.text(10), query.text(11),
                      query.text(12)};
    if (!query.isNull(13))
        message.editedAt = query.time(13);
    if (!query.isNull(14))
        message.replyTo = {MessageId(query.text(14)), query.text(15), query.text(16)};
    return message;
}

} // namespace

QVector<Message> messagesOf(SqlDatabase &database, SqlQuery &query)
{
    QVector<Message> messages;
    QVector<std::pair<qsizetype, qint64>> withFiles;
    while (query.next()) {
        if (query.number(1) != 0)
            withFiles.append({messages.size(), query.number(0)});
        messages.append(messageOf(query));
    }
    for (const auto &[row, place] : std::as_const(withFiles))
        messages[row].attachments = attachmentsOf(database, place);
    return messages;
}

QVector<Message> loadMessages(SqlDatabase &database, const ConversationId &conversation,
                              const MessageId &before, int count)
{
    SqlQuery query(database,
                   "SELECT " SUHBAT_MESSAGE_COLUMNS " FROM messages m" SUHBAT_MESSAGE_JOINS
                   " WHERE m.conversation = (SELECT key FROM conversations WHERE id = ?)"
                   " AND m.position < ? ORDER BY m.position DESC LIMIT ?");
    query.bind(conversation.toString())
        .bind(before.isEmpty() ? endOfOrder() : orderKey(before))
        .bind(std::clamp(count, 0, MessageStore::maxCount));
    QVector<Message> messages = messagesOf(database, query);
    std::reverse(messages.begin(), messages.end());
    return messages;
}

void removeMessages(SqlDatabase &database, const ConversationId &conversation,
                    const QVector<MessageId> &ids)
{
    SqlTransaction transaction(database);
    for (const MessageId &id : ids) {
        // By the index, which begins with the conversation, also where none is named.
        SqlQuery query(database, conversation.isEmpty()
                                     ? "DELETE FROM messages WHERE position = ? AND conversation IN"
                                       " (SELECT key FROM conversations)"
                                     : "DELETE FROM messages WHERE position = ? AND conversation ="
                                       " (SELECT key FROM conversations WHERE id = ?)");
        query.bind(orderKey(id));
        if (!conversation.isEmpty())
            query.bind(conversation.toString());
        query.run();
    }
    transaction.commit();
}

} // namespace suhbat::sql
