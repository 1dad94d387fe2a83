#include "store/sqlite/SqlDatabase.h"

#include <QFileInfo>
#include <QUrl>
#include <QUuid>

#include <utility>

namespace suhbat::sql {

SqlDatabase::~SqlDatabase()
{
    close();
}

bool SqlDatabase::connect(const QString &file, const QString &options)
{
    close();
    m_failure.reset();
    m_file = file;
    m_connection = QStringLiteral("suhbat-") + QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection);
    m_database.setDatabaseName(file);
    m_database.setConnectOptions(options);
    if (m_database.open())
        return true;
    fail(m_database.lastError());
    return false;
}

bool SqlDatabase::open(const QString &file, Sync sync)
{
    if (!connect(file, QStringLiteral("QSQLITE_BUSY_TIMEOUT=1000")))
        return false;
    exec(QStringLiteral("PRAGMA journal_mode=WAL"));
    exec(sync == Sync::Full ? QStringLiteral("PRAGMA synchronous=FULL")
                            : QStringLiteral("PRAGMA synchronous=NORMAL"));
    exec(QStringLiteral("PRAGMA foreign_keys=ON"));
    exec(QStringLiteral("PRAGMA secure_delete=ON"));
    exec(QStringLiteral("PRAGMA journal_size_limit=4194304"));
    return exec(QStringLiteral("PRAGMA temp_store=MEMORY"));
}

bool SqlDatabase::openToRead(const QString &file)
{
    return connect(file, QStringLiteral("QSQLITE_BUSY_TIMEOUT=1000")) &&
           exec(QStringLiteral("PRAGMA query_only=ON"));
}

bool SqlDatabase::openReadOnly(const QString &file)
{
    // Without a journal there is nothing but the file; SQLite would want to make one.
    if (QFileInfo(file + QStringLiteral("-wal")).size() > 0)
        return connect(file, QStringLiteral("QSQLITE_OPEN_READONLY"));
    const QUrl url = QUrl::fromLocalFile(file);
    if (!connect(QString::fromLatin1(url.toEncoded()) + QStringLiteral("?immutable=1"),
                 QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI")))
        return false;
    m_file = file;
    return true;
}

void SqlDatabase::close()
{
    m_prepared.clear();
    if (m_connection.isEmpty())
        return;
    m_database.close();
    m_database = QSqlDatabase(); // removeDatabase() warns while a handle is alive
    QSqlDatabase::removeDatabase(std::exchange(m_connection, {}));
}

void SqlDatabase::fail(const QSqlError &error)
{
    if (!m_failure)
        m_failure = SqlFailure::of(error);
}

std::optional<SqlFailure> SqlDatabase::takeFailure()
{
    return std::exchange(m_failure, std::nullopt);
}

void SqlDatabase::forgiveBadQuery()
{
    if (m_failure && m_failure->isBadQuery())
        m_failure.reset();
}

bool SqlDatabase::exec(const QString &statement)
{
    if (!ok())
        return false;
    QSqlQuery query(m_database);
    if (query.exec(statement))
        return true;
    fail(query.lastError());
    return false;
}

QVariant SqlDatabase::value(const QString &statement)
{
    if (!ok())
        return {};
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.exec(statement)) {
        fail(query.lastError());
        return {};
    }
    return query.next() ? query.value(0) : QVariant();
}

void SqlDatabase::eachRow(const QString &statement,
                          const std::function<void(const QSqlRecord &)> &take)
{
    if (!ok())
        return;
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (query.exec(statement)) {
        while (query.next())
            take(query.record());
    }
    if (query.lastError().isValid())
        fail(query.lastError());
}

void SqlDatabase::rollBack()
{
    if (isOpen())
        QSqlQuery(m_database).exec(QStringLiteral("ROLLBACK"));
}

QSqlQuery *SqlDatabase::prepared(const char *statement)
{
    if (!ok())
        return nullptr;
    const auto known = m_prepared.constFind(statement);
    if (known != m_prepared.cend())
        return known->get();
    auto query = std::make_shared<QSqlQuery>(m_database);
    query->setForwardOnly(true);
    if (!query->prepare(QString::fromLatin1(statement))) {
        fail(query->lastError());
        return nullptr;
    }
    return m_prepared.insert(statement, query)->get();
}

SqlTransaction::SqlTransaction(SqlDatabase &database)
    : m_database(database), m_open(database.exec(QStringLiteral("BEGIN IMMEDIATE")))
{}

SqlTransaction::~SqlTransaction()
{
    if (m_open)
        m_database.rollBack();
}

void SqlTransaction::commit()
{
    if (m_open && m_database.exec(QStringLiteral("COMMIT")))
        m_open = false;
}

} // namespace suhbat::sql
