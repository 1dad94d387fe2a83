#include "demo/store/Database.h"

#include <QSqlError>
#include <QUuid>

namespace suhbat::demo {

namespace {

const char *const schema[] = {
    "CREATE TABLE IF NOT EXISTS people (id INTEGER PRIMARY KEY, name TEXT NOT NULL,"
    " phone TEXT NOT NULL UNIQUE, email TEXT NOT NULL, language TEXT NOT NULL,"
    " needs_code INTEGER NOT NULL, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL)",
    "CREATE TABLE IF NOT EXISTS tokens (id INTEGER PRIMARY KEY, hash TEXT NOT NULL,"
    " person_id INTEGER NOT NULL)",
    "CREATE TABLE IF NOT EXISTS conversations (id INTEGER PRIMARY KEY, direct INTEGER NOT NULL,"
    " title TEXT NOT NULL, language TEXT NOT NULL, department_id INTEGER NOT NULL,"
    " created_by INTEGER NOT NULL, created_at INTEGER NOT NULL)",
    "CREATE TABLE IF NOT EXISTS members (conversation_id INTEGER NOT NULL,"
    " person_id INTEGER NOT NULL, PRIMARY KEY (conversation_id, person_id)) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS messages (id INTEGER PRIMARY KEY, conversation_id INTEGER NOT NULL,"
    " sender_id INTEGER NOT NULL, body TEXT NOT NULL, temp_id TEXT, created_at INTEGER NOT NULL)",
    "CREATE INDEX IF NOT EXISTS messages_by_conversation ON messages (conversation_id, id)",
    "CREATE TABLE IF NOT EXISTS reads (message_id INTEGER NOT NULL, person_id INTEGER NOT NULL,"
    " PRIMARY KEY (message_id, person_id)) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS read_times (message_id INTEGER NOT NULL,"
    " person_id INTEGER NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (message_id, person_id))"
    " WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS replies (message_id INTEGER PRIMARY KEY,"
    " reply_to INTEGER NOT NULL)",
    "CREATE TABLE IF NOT EXISTS edits (message_id INTEGER PRIMARY KEY, at INTEGER NOT NULL)",
    "CREATE TABLE IF NOT EXISTS deleted (message_id INTEGER PRIMARY KEY)",
    "CREATE TABLE IF NOT EXISTS files (id INTEGER PRIMARY KEY, message_id INTEGER NOT NULL,"
    " name TEXT NOT NULL, mime_type TEXT NOT NULL, bytes BLOB NOT NULL)",
};

} // namespace

Database::Database(const QString &file)
    : m_connection(QStringLiteral("suhbat-demo-") +
                   QUuid::createUuid().toString(QUuid::WithoutBraces))
    , m_database(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection))
{
    m_database.setDatabaseName(file.isEmpty() ? QStringLiteral(":memory:") : file);
    if (!m_database.open())
        m_error = m_database.lastError().databaseText();
    else
        m_open = createSchema();
}

Database::~Database()
{
    m_database.close();
    m_database = QSqlDatabase(); // removeDatabase() warns while a handle is alive
    QSqlDatabase::removeDatabase(m_connection);
}

QSqlQuery Database::run(const QString &sql, const QVariantList &values) const
{
    QSqlQuery query(m_database);
    if (!m_open)
        return query;
    query.setForwardOnly(true);
    bool ok = query.prepare(sql);
    for (const QVariant &value : values)
        query.addBindValue(value);
    ok = ok && query.exec();
    if (!ok)
        qWarning("demo database: %s", qPrintable(query.lastError().text()));
    return query;
}

QVariant Database::value(const QString &sql, const QVariantList &values) const
{
    QSqlQuery query = run(sql, values);
    return query.next() ? query.value(0) : QVariant();
}

void Database::begin() const
{
    run(QStringLiteral("BEGIN"));
}

void Database::commit() const
{
    run(QStringLiteral("COMMIT"));
}

bool Database::createSchema()
{
    // A demo may lose its last second on a power cut; it must not wait for the disk.
    QSqlQuery query(m_database);
    query.exec(QStringLiteral("PRAGMA journal_mode=WAL"));
    query.exec(QStringLiteral("PRAGMA synchronous=NORMAL"));
    for (const char *statement : schema) {
        if (!query.exec(QString::fromLatin1(statement))) {
            m_error = query.lastError().databaseText();
            return false;
        }
    }
    return true;
}

} // namespace suhbat::demo
