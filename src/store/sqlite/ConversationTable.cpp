#include "store/sqlite/CacheTables.h"
#include "store/sqlite/SqlQuery.h"

#include <algorithm>

namespace suhbat::sql {

namespace {

ConversationRow conversationOf(const SqlQuery &query)
{
    ConversationRow row;
    Conversation &conversation = row.conversation;
    conversation.id = ConversationId(query.text(0));
    conversation.type =
        query.number(1) == 0 ? Conversation::Type::Direct : Conversation::Type::Group;
    conversation.title = query.text(2);
    conversation.avatarUrl = query.text(3);
    conversation.lastMessage = query.text(4);
    conversation.lastMessageTimeText = query.text(5);
    if (!query.isNull(6))
        conversation.lastMessageAt = query.time(6);
    conversation.unreadCount = int(query.number(7));
    row.rank = query.number(8);
    row.toldAt = query.time(9);
    if (!query.isNull(10))
        row.ownState = Message::State(query.number(10));
    row.readUpTo = MessageId(query.text(11));
    return row;
}

} // namespace

QVector<ConversationRow> loadConversations(SqlDatabase &database)
{
    SqlQuery query(database,
                   "SELECT id, type, title, avatar_url, last_message, last_message_time_text,"
                   " last_message_at, unread_count, rank, told_at, own_state, read_up_to"
                   " FROM conversations WHERE listed");
    QVector<ConversationRow> rows;
    while (query.next())
        rows.append(conversationOf(query));
    std::sort(rows.begin(), rows.end(), [](const auto &a, const auto &b) {
        return a.rank != b.rank ? a.rank > b.rank : a.conversation.id < b.conversation.id;
    });
    return rows;
}

void upsertConversations(SqlDatabase &database, const QVector<ConversationRow> &rows)
{
    SqlTransaction transaction(database);
    for (const ConversationRow &row : rows) {
        const Conversation &conversation = row.conversation;
        if (conversation.id.isEmpty())
            continue;
        SqlQuery query(
            database,
            "INSERT INTO conversations (id, listed, type, title, avatar_url, last_message,"
            " last_message_time_text, last_message_at, unread_count, rank, told_at, own_state,"
            " read_up_to) VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (id) DO UPDATE SET listed = 1, type = excluded.type,"
            " title = excluded.title, avatar_url = excluded.avatar_url,"
            " last_message = excluded.last_message,"
            " last_message_time_text = excluded.last_message_time_text,"
            " last_message_at = excluded.last_message_at, unread_count = excluded.unread_count,"
            " rank = excluded.rank, told_at = excluded.told_at, own_state = excluded.own_state,"
            " read_up_to = excluded.read_up_to");
        query.bind(conversation.id.toString())
            .bind(conversation.type == Conversation::Type::Direct ? 0 : 1)
            .bind(conversation.title)
            .bind(conversation.avatarUrl)
            .bind(conversation.lastMessage)
            .bind(conversation.lastMessageTimeText)
            .bind(conversation.lastMessageAt.value_or(QDateTime()))
            .bind(conversation.unreadCount)
            .bind(row.rank)
            .bind(row.toldAt);
        if (row.ownState)
            query.bind(int(*row.ownState));
        else
            query.bindNull();
        query.bind(row.readUpTo.toString()).run();
    }
    transaction.commit();
}

void removeConversation(SqlDatabase &database, const ConversationId &id)
{
    SqlQuery query(database, "DELETE FROM conversations WHERE id = ?");
    query.bind(id.toString()).run();
}

QVector<User> loadPeople(SqlDatabase &database)
{
    SqlQuery query(database, "SELECT id, name, phone, email, avatar_url FROM people");
    QVector<User> people;
    while (query.next()) {
        people.append(
            {UserId(query.text(0)), query.text(1), query.text(2), query.text(3), query.text(4)});
    }
    std::sort(people.begin(), people.end(),
              [](const User &a, const User &b) { return a.id < b.id; });
    return people;
}

void upsertPeople(SqlDatabase &database, const QVector<User> &people)
{
    SqlTransaction transaction(database);
    for (const User &user : people) {
        if (user.id.isEmpty())
            continue;
        SqlQuery query(database, "INSERT OR REPLACE INTO people (id, name, phone, email,"
                                 " avatar_url) VALUES (?, ?, ?, ?, ?)");
        query.bind(user.id.toString())
            .bind(user.name)
            .bind(user.phone)
            .bind(user.email)
            .bind(user.avatarUrl)
            .run();
    }
    transaction.commit();
}

QString loadState(SqlDatabase &database, const QString &name)
{
    SqlQuery query(database, "SELECT value FROM state WHERE name = ?");
    query.bind(name);
    return query.next() ? query.text(0) : QString();
}

void saveState(SqlDatabase &database, const QString &name, const QString &value)
{
    if (value.isEmpty()) {
        SqlQuery query(database, "DELETE FROM state WHERE name = ?");
        query.bind(name).run();
        return;
    }
    SqlQuery query(database, "INSERT OR REPLACE INTO state (name, value) VALUES (?, ?)");
    query.bind(name).bind(value).run();
}

} // namespace suhbat::sql
