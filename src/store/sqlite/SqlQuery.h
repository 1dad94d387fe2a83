#pragma once

#include "store/sqlite/SqlDatabase.h"

#include <QDateTime>

namespace suhbat::sql {

/// One use of a prepared statement, which is kept for the next one. After a failure of its database
/// it does nothing and has no rows.
class SqlQuery
{
public:
    /// `statement`: a literal, prepared once.
    SqlQuery(SqlDatabase &database, const char *statement);
    ~SqlQuery();
    SqlQuery(const SqlQuery &) = delete;
    SqlQuery &operator=(const SqlQuery &) = delete;

    /// The next value, from the first on. A text is never stored as NULL.
    SqlQuery &bind(const QString &text);
    SqlQuery &bind(qint64 number);
    SqlQuery &bind(int number) { return bind(qint64(number)); }
    SqlQuery &bind(const QByteArray &bytes);
    /// NULL when invalid; else milliseconds, UTC.
    SqlQuery &bind(const QDateTime &time);
    SqlQuery &bindNull();

    bool run();
    /// The next row; the first call runs it.
    bool next();

    QString text(int column) const;
    qint64 number(int column) const;
    QDateTime time(int column) const;
    bool isNull(int column) const;
    /// The rowid of what was inserted.
    qint64 insertedKey() const;
    /// Rows that the last run() inserted, changed or deleted; 0 after a failure.
    int changed() const;

private:
    SqlQuery &bindValue(const QVariant &value);

    SqlDatabase &m_database;
    QSqlQuery *m_query = nullptr;
    int m_bound = 0;
    bool m_ran = false;
};

} // namespace suhbat::sql
