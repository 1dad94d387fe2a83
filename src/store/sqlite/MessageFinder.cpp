#include "store/MessageSearch.h"
#include "store/sqlite/CacheTables.h"
#include "store/sqlite/MessageRows.h"
#include "store/sqlite/OrderKey.h"

#include <algorithm>
#include <limits>

namespace suhbat::sql {

namespace {

/// Where the messages after `last` begin; it may have gone meanwhile.
qint64 placeBelow(SqlDatabase &database, const std::optional<Message> &last)
{
    if (!last)
        return std::numeric_limits<qint64>::max();
    SqlQuery query(database, "SELECT place FROM messages WHERE position = ? AND conversation ="
                             " (SELECT key FROM conversations WHERE id = ?)");
    query.bind(orderKey(last->id)).bind(last->conversationId.toString());
    return query.next() ? query.number(0) : search::place(*last);
}

} // namespace

// Words within quotes are words to FTS5, whatever they say; a quote cannot be in a word.
QString matchExpression(const QString &text)
{
    QStringList parts;
    for (const QString &word : search::words(text))
        parts += QLatin1Char('"') + word + QLatin1Char('"');
    return parts.isEmpty() ? QString() : parts.join(QLatin1Char(' ')) + QLatin1Char('*');
}

QVector<Message> searchMessages(SqlDatabase &database, const MessageQuery &query)
{
    const QString expression = matchExpression(query.text);
    if (expression.isEmpty())
        return {};
    const qint64 below = placeBelow(database, query.before);
    SqlQuery found(database,
                   query.conversation
                       ? "SELECT " SUHBAT_MESSAGE_COLUMNS " FROM messages_text t"
                         " CROSS JOIN messages m ON m.place = t.rowid" SUHBAT_MESSAGE_JOINS
                         " WHERE messages_text MATCH ? AND t.rowid < ? AND m.conversation ="
                         " (SELECT key FROM conversations WHERE id = ?)"
                         " ORDER BY t.rowid DESC LIMIT ?"
                       : "SELECT " SUHBAT_MESSAGE_COLUMNS " FROM messages_text t"
                         " CROSS JOIN messages m ON m.place = t.rowid" SUHBAT_MESSAGE_JOINS
                         " WHERE messages_text MATCH ? AND t.rowid < ?"
                         " ORDER BY t.rowid DESC LIMIT ?");
    found.bind(expression).bind(below);
    if (query.conversation)
        found.bind(query.conversation->toString());
    found.bind(std::clamp(query.count, 0, MessageStore::maxCount));
    const QVector<Message> messages = messagesOf(database, found);
    // A letter that is newer than SQLite's tables parts a word in two, and the index knows no
    // phrases: such a word is not found.
    database.forgiveBadQuery();
    return messages;
}

} // namespace suhbat::sql
