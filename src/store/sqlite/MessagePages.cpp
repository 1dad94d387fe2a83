// Messages by their place in the history; the rest of their table is in MessageTable.cpp.
#include "store/sqlite/CacheTables.h"
#include "store/sqlite/MessageRows.h"
#include "store/sqlite/OrderKey.h"

#include <algorithm>
#include <set>

namespace suhbat::sql {

namespace {

enum class First { Included, Excluded };

QVector<Message> loadFrom(SqlDatabase &database, const ConversationId &conversation,
                          const MessageId &from, First first, int count)
{
    SqlQuery query(database,
                   first == First::Included
                       ? "SELECT " SUHBAT_MESSAGE_COLUMNS " FROM messages m" SUHBAT_MESSAGE_JOINS
                         " WHERE m.conversation = (SELECT key FROM conversations WHERE id = ?)"
                         " AND m.position >= ? ORDER BY m.position LIMIT ?"
                       : "SELECT " SUHBAT_MESSAGE_COLUMNS " FROM messages m" SUHBAT_MESSAGE_JOINS
                         " WHERE m.conversation = (SELECT key FROM conversations WHERE id = ?)"
                         " AND m.position > ? ORDER BY m.position LIMIT ?");
    query.bind(conversation.toString())
        .bind(orderKey(from))
        .bind(std::clamp(count, 0, MessageStore::maxCount));
    return messagesOf(database, query);
}

} // namespace

QVector<Message> loadMessagesAfter(SqlDatabase &database, const ConversationId &conversation,
                                   const MessageId &after, int count)
{
    return loadFrom(database, conversation, after, First::Excluded, count);
}

QVector<Message> loadMessagesAround(SqlDatabase &database, const ConversationId &conversation,
                                    const MessageId &id, int each)
{
    const QVector<Message> from =
        loadFrom(database, conversation, id, First::Included, std::max(0, each) + 1);
    if (from.isEmpty() || from.first().id != id)
        return {};
    return loadMessages(database, conversation, id, each) + from;
}

void retainMessages(SqlDatabase &database, const ConversationId &conversation,
                    const QVector<MessageId> &ids)
{
    const std::set<MessageId> stay(ids.cbegin(), ids.cend());
    if (stay.empty())
        return;
    SqlQuery query(database, "SELECT id FROM messages WHERE position > ? AND position < ? AND"
                             " conversation = (SELECT key FROM conversations WHERE id = ?)");
    query.bind(orderKey(*stay.begin()))
        .bind(orderKey(*stay.rbegin()))
        .bind(conversation.toString());
    QVector<MessageId> gone;
    while (query.next()) {
        if (const MessageId id(query.text(0)); stay.count(id) == 0)
            gone.append(id);
    }
    if (!gone.isEmpty())
        removeMessages(database, conversation, gone);
}

} // namespace suhbat::sql
