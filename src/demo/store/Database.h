#pragma once

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariantList>

namespace suhbat::demo {

/// One SQLite connection with the demo schema in it, used from one thread.
class Database
{
public:
    /// FILE, or in memory when it is empty. isOpen() tells whether it worked.
    explicit Database(const QString &file);
    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    bool isOpen() const { return m_open; }
    QString errorString() const { return m_error; }

    /// Runs one statement with its values bound in order. Statements are ours, so a failing one is
    /// a bug: it is reported as a warning and gives a query without rows.
    QSqlQuery run(const QString &sql, const QVariantList &values = {}) const;
    /// The first column of the first row.
    QVariant value(const QString &sql, const QVariantList &values = {}) const;

    void begin() const;
    void commit() const;

private:
    bool createSchema();

    QString m_connection;
    QSqlDatabase m_database;
    QString m_error;
    bool m_open = false;
};

} // namespace suhbat::demo
