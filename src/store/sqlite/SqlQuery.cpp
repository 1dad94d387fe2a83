#include "store/sqlite/SqlQuery.h"

#include <algorithm>

namespace suhbat::sql {

SqlQuery::SqlQuery(SqlDatabase &database, const char *statement)
    : m_database(database), m_query(database.prepared(statement))
{}

SqlQuery::~SqlQuery()
{
    // A statement that is not reset keeps its read transaction, and the WAL grows.
    if (m_query)
        m_query->finish();
}

SqlQuery &SqlQuery::bindValue(const QVariant &value)
{
    if (m_query)
        m_query->bindValue(m_bound++, value);
    return *this;
}

SqlQuery &SqlQuery::bind(const QString &text)
{
    return bindValue(text.isNull() ? QLatin1String("") : text);
}

SqlQuery &SqlQuery::bind(qint64 number)
{
    return bindValue(number);
}

SqlQuery &SqlQuery::bind(const QByteArray &bytes)
{
    return bindValue(bytes);
}

SqlQuery &SqlQuery::bind(const QDateTime &time)
{
    return time.isValid() ? bind(time.toMSecsSinceEpoch()) : bindNull();
}

SqlQuery &SqlQuery::bindNull()
{
    return bindValue(QVariant(QMetaType::fromType<qint64>()));
}

bool SqlQuery::run()
{
    m_ran = true;
    if (!m_query || !m_database.ok())
        return false;
    if (m_query->exec())
        return true;
    m_database.fail(m_query->lastError());
    return false;
}

bool SqlQuery::next()
{
    if (!m_ran && !run())
        return false;
    if (!m_query || !m_database.ok())
        return false;
    if (m_query->next())
        return true;
    // The end, or a page that cannot be read.
    if (m_query->lastError().isValid())
        m_database.fail(m_query->lastError());
    return false;
}

QString SqlQuery::text(int column) const
{
    return m_query->value(column).toString();
}

qint64 SqlQuery::number(int column) const
{
    return m_query->value(column).toLongLong();
}

QDateTime SqlQuery::time(int column) const
{
    return isNull(column) ? QDateTime() : QDateTime::fromMSecsSinceEpoch(number(column), Qt::UTC);
}

bool SqlQuery::isNull(int column) const
{
    return m_query->value(column).isNull();
}

int SqlQuery::changed() const
{
    return m_query && m_database.ok() ? std::max(0, m_query->numRowsAffected()) : 0;
}

qint64 SqlQuery::insertedKey() const
{
    return m_query ? m_query->lastInsertId().toLongLong() : 0;
}

} // namespace suhbat::sql
