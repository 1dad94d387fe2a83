#include "store/sqlite/SqlSchema.h"

namespace suhbat::sql {

Migration migrate(SqlDatabase &database, const SqlSchema &schema)
{
    const int version = database.value(QStringLiteral("PRAGMA user_version")).toInt();
    if (!database.ok())
        return Migration::Failed;
    if (version > schema.version() || version < 0)
        return Migration::Newer;
    if (version == schema.version())
        return Migration::Done;
    // All steps or none, and one wait for the disk.
    SqlTransaction transaction(database);
    for (int step = version; step < schema.version(); ++step) {
        for (const char *statement : schema.steps.at(std::size_t(step)))
            database.exec(QString::fromLatin1(statement));
    }
    database.exec(QStringLiteral("PRAGMA user_version=%1").arg(schema.version()));
    transaction.commit();
    return database.ok() ? Migration::Done : Migration::Failed;
}

// `place` follows the time (search::place), so that search results come newest first without being
// sorted; `position` follows the order of the ids (orderKey). A conversation that is not `listed`
// is there for its messages only. The first letters of words have an index of their own: else the
// first letter that is typed costs a second in a large account. Times are milliseconds, UTC.
const SqlSchema &cacheSchema()
{
    static const SqlSchema schema{{
        {
            "CREATE TABLE conversations (key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,"
            " listed INTEGER NOT NULL, type INTEGER NOT NULL, title TEXT NOT NULL,"
            " avatar_url TEXT NOT NULL, last_message TEXT NOT NULL,"
            " last_message_time_text TEXT NOT NULL, last_message_at INTEGER,"
            " unread_count INTEGER NOT NULL, rank INTEGER NOT NULL, told_at INTEGER,"
            " own_state INTEGER, read_up_to TEXT NOT NULL)",
            "CREATE TABLE senders (key INTEGER PRIMARY KEY, id TEXT NOT NULL, name TEXT NOT NULL,"
            " phone TEXT NOT NULL, email TEXT NOT NULL, avatar_url TEXT NOT NULL,"
            " UNIQUE (id, name, phone, email, avatar_url))",
            "CREATE TABLE messages (place INTEGER PRIMARY KEY,"
            " conversation INTEGER NOT NULL REFERENCES conversations (key) ON DELETE CASCADE,"
            " position BLOB NOT NULL, id TEXT NOT NULL, temp_id TEXT NOT NULL,"
            " sender INTEGER NOT NULL REFERENCES senders (key), body TEXT NOT NULL,"
            " created_at INTEGER, edited_at INTEGER, state INTEGER NOT NULL,"
            " files INTEGER NOT NULL, reply_id TEXT, reply_sender TEXT, reply_body TEXT,"
            " UNIQUE (conversation, position))",
            "CREATE TABLE attachments ("
            " message INTEGER NOT NULL REFERENCES messages (place) ON DELETE CASCADE,"
            " number INTEGER NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL,"
            " size_text TEXT NOT NULL, mime_type TEXT NOT NULL, url TEXT NOT NULL,"
            " preview_url TEXT NOT NULL, is_image INTEGER NOT NULL,"
            " PRIMARY KEY (message, number)) WITHOUT ROWID",
            "CREATE TABLE people (id TEXT PRIMARY KEY, name TEXT NOT NULL, phone TEXT NOT NULL,"
            " email TEXT NOT NULL, avatar_url TEXT NOT NULL) WITHOUT ROWID",
            "CREATE TABLE state (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
        },
        {
            "CREATE VIRTUAL TABLE messages_text USING fts5 (body, content = 'messages',"
            " content_rowid = 'place', detail = none, columnsize = 0, prefix = '1 2 3',"
            " tokenize = \"unicode61 remove_diacritics 2 categories 'L* M* N* Co'\")",
            "CREATE TRIGGER messages_inserted AFTER INSERT ON messages BEGIN"
            " INSERT INTO messages_text (rowid, body) VALUES (new.place, new.body); END",
            "CREATE TRIGGER messages_deleted AFTER DELETE ON messages BEGIN"
            " INSERT INTO messages_text (messages_text, rowid, body)"
            " VALUES ('delete', old.place, old.body); END",
            "CREATE TRIGGER messages_changed AFTER UPDATE OF place, body ON messages"
            " WHEN old.place <> new.place OR old.body <> new.body BEGIN"
            " INSERT INTO messages_text (messages_text, rowid, body)"
            " VALUES ('delete', old.place, old.body);"
            " INSERT INTO messages_text (rowid, body) VALUES (new.place, new.body); END",
            "INSERT INTO messages_text (messages_text) VALUES ('rebuild')",
        },
        {
            "ALTER TABLE attachments ADD COLUMN width INTEGER NOT NULL DEFAULT 0",
            "ALTER TABLE attachments ADD COLUMN height INTEGER NOT NULL DEFAULT 0",
        },
    }};
    return schema;
}

// `details` is JSON: what is there for some entries only (sql::detailsOf);
// `seal` tells whether a row is whole that was read from a damaged file (sql::sealOf).
const SqlSchema &outboxSchema()
{
    static const SqlSchema schema{{
        {
            "CREATE TABLE outbox (key INTEGER PRIMARY KEY, temp_id TEXT NOT NULL UNIQUE,"
            " conversation TEXT NOT NULL, body TEXT NOT NULL, created_at INTEGER,"
            " newest_known_id TEXT, attempts INTEGER NOT NULL)",
            "CREATE TABLE drafts (key INTEGER PRIMARY KEY, conversation TEXT NOT NULL UNIQUE,"
            " body TEXT NOT NULL)",
        },
        {
            "ALTER TABLE outbox ADD COLUMN details TEXT NOT NULL DEFAULT ''",
            "ALTER TABLE outbox ADD COLUMN seal INTEGER NOT NULL DEFAULT 0",
        },
        {}, // outboxTruthSince
    }};
    return schema;
}

} // namespace suhbat::sql
