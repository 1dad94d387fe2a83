#include "store/sqlite/OutboxTables.h"
#include "store/sqlite/SqlQuery.h"

namespace suhbat::sql {

QVector<OutboxEntry> loadOutbox(SqlDatabase &database)
{
    SqlQuery query(database, "SELECT temp_id, conversation, body, created_at, newest_known_id,"
                             " attempts, details FROM outbox ORDER BY key");
    QVector<OutboxEntry> entries;
    while (query.next()) {
        OutboxEntry entry;
        entry.tempId = TempId(query.text(0));
        entry.conversationId = ConversationId(query.text(1));
        entry.body = query.text(2);
        entry.createdAt = query.time(3);
        if (!query.isNull(4))
            entry.newestKnownId = MessageId(query.text(4));
        entry.attempts = int(query.number(5));
        readDetails(query.text(6), entry);
        entries.append(entry);
    }
    return entries;
}

void addOutbox(SqlDatabase &database, const OutboxEntry &entry)
{
    SqlQuery query(database,
                   "INSERT INTO outbox (temp_id, conversation, body, created_at, newest_known_id,"
                   " attempts, details, seal) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
                   " ON CONFLICT (temp_id) DO UPDATE SET conversation = excluded.conversation,"
                   " body = excluded.body, created_at = excluded.created_at,"
                   " newest_known_id = excluded.newest_known_id, attempts = excluded.attempts,"
                   " details = excluded.details, seal = excluded.seal");
    query.bind(entry.tempId.toString())
        .bind(entry.conversationId.toString())
        .bind(entry.body)
        .bind(entry.createdAt);
    if (entry.newestKnownId)
        query.bind(entry.newestKnownId->toString());
    else
        query.bindNull();
    query.bind(entry.attempts).bind(detailsOf(entry)).bind(sealOf(entry)).run();
}

void removeOutbox(SqlDatabase &database, const TempId &id)
{
    SqlQuery query(database, "DELETE FROM outbox WHERE temp_id = ?");
    query.bind(id.toString()).run();
}

void rewriteOutbox(SqlDatabase &database, const QVector<OutboxEntry> &entries)
{
    SqlTransaction transaction(database);
    for (const OutboxEntry &entry : entries)
        addOutbox(database, entry);
    transaction.commit();
}

DraftStore::Drafts loadDrafts(SqlDatabase &database)
{
    SqlQuery query(database, "SELECT conversation, body FROM drafts");
    DraftStore::Drafts drafts;
    while (query.next())
        drafts.insert(ConversationId(query.text(0)), query.text(1));
    return drafts;
}

QString loadDraft(SqlDatabase &database, const ConversationId &conversation)
{
    SqlQuery query(database, "SELECT body FROM drafts WHERE conversation = ?");
    query.bind(conversation.toString());
    return query.next() ? query.text(0) : QString();
}

void saveDraft(SqlDatabase &database, const ConversationId &conversation, const QString &text)
{
    if (text.isEmpty()) {
        SqlQuery query(database, "DELETE FROM drafts WHERE conversation = ?");
        query.bind(conversation.toString()).run();
        return;
    }
    SqlQuery query(database, "INSERT INTO drafts (conversation, body) VALUES (?, ?)"
                             " ON CONFLICT (conversation) DO UPDATE SET body = excluded.body");
    query.bind(conversation.toString()).bind(text).run();
}

} // namespace suhbat::sql
