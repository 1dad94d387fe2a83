#pragma once

#include "store/sqlite/SqlFailure.h"

#include <QHash>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QSqlRecord>

#include <functional>
#include <memory>
#include <optional>

namespace suhbat::sql {

/// One connection to one file, used by the thread that made it. It remembers its first failure and
/// does nothing more until takeFailure(), so that a row of statements is checked once, at its end.
class SqlDatabase
{
public:
    enum class Sync {
        Normal, ///< a power cut may take the last commits, never the file
        Full    ///< a commit is on the disk when it returns
    };

    SqlDatabase() = default;
    ~SqlDatabase();
    SqlDatabase(const SqlDatabase &) = delete;
    SqlDatabase &operator=(const SqlDatabase &) = delete;

    /// False leaves a failure.
    bool open(const QString &file, Sync sync);
    /// To read what is left of a damaged file; nothing is changed in it.
    bool openToRead(const QString &file);
    /// The same where nothing beside it can be made either.
    bool openReadOnly(const QString &file);
    void close();
    bool isOpen() const { return m_database.isOpen(); }
    const QString &file() const { return m_file; }

    bool ok() const { return !m_failure; }
    void fail(const QSqlError &error);
    /// The first failure since the last call, if there was one.
    std::optional<SqlFailure> takeFailure();

    /// The last query was wrong in itself (SQLITE_ERROR): that is no failure then.
    void forgiveBadQuery();

    /// A statement without values or rows.
    bool exec(const QString &statement);
    /// The first column of the first row; invalid when there is none.
    QVariant value(const QString &query);
    /// All rows of a query that is asked once only.
    void eachRow(const QString &query, const std::function<void(const QSqlRecord &)> &take);
    /// Also after a failure; there may be nothing to roll back.
    void rollBack();

private:
    friend class SqlQuery;

    bool connect(const QString &file, const QString &options);
    QSqlQuery *prepared(const char *statement);

    QString m_file;
    QString m_connection;
    QSqlDatabase m_database;
    QHash<const char *, std::shared_ptr<QSqlQuery>> m_prepared; // by the address of the literal
    std::optional<SqlFailure> m_failure;
};

/// Everything or nothing: without commit() it is rolled back.
class SqlTransaction
{
public:
    explicit SqlTransaction(SqlDatabase &database);
    ~SqlTransaction();
    SqlTransaction(const SqlTransaction &) = delete;
    SqlTransaction &operator=(const SqlTransaction &) = delete;

    /// Does nothing after a failure.
    void commit();

private:
    SqlDatabase &m_database;
    bool m_open = false;
};

} // namespace suhbat::sql
