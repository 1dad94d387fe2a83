#include "store/sqlite/CachePruner.h"

#include "store/sqlite/SqlQuery.h"

#include <algorithm>

namespace suhbat::sql {

namespace {

// Of a message with all that belongs to it.
constexpr qint64 leastBytes = 100;

} // namespace

// A round with the bound of one conversation first; while all of them together are too many,
// another one with half of that.
bool CachePruner::nextRound(SqlDatabase &database)
{
    if (m_limit == 0) {
        const auto pragma = [&database](const char *name) {
            return database.value(QStringLiteral("PRAGMA ") + QLatin1String(name)).toLongLong();
        };
        if (pragma("page_count") * pragma("page_size") < m_bounds.perConversation * leastBytes)
            return false; // nothing need be read to know that
        m_limit = m_bounds.perConversation;
    } else {
        SqlQuery query(database, "SELECT COUNT(*) FROM messages");
        if (!query.next() || query.number(0) <= m_bounds.altogether || m_limit <= m_bounds.atLeast)
            return false;
        m_limit = std::max(m_limit / 2, m_bounds.atLeast);
    }
    SqlQuery query(database, "SELECT key FROM conversations");
    while (query.next())
        m_left.append(query.number(0));
    return !m_left.isEmpty();
}

bool CachePruner::next(SqlDatabase &database)
{
    if (m_left.isEmpty())
        return nextRound(database);
    const qint64 conversation = m_left.last();
    SqlQuery query(database,
                   "DELETE FROM messages WHERE place IN (SELECT place FROM messages"
                   " WHERE conversation = ? AND position <= (SELECT position FROM messages"
                   " WHERE conversation = ? ORDER BY position DESC LIMIT 1 OFFSET ?)"
                   " ORDER BY position LIMIT ?)");
    query.bind(conversation).bind(conversation).bind(m_limit).bind(piece).run();
    if (query.changed() < piece)
        m_left.removeLast();
    return database.ok();
}

} // namespace suhbat::sql
