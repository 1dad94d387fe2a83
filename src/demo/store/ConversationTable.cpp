#include "demo/store/ConversationTable.h"

#include "demo/store/Database.h"

namespace suhbat::demo {

namespace {

const char *const conversationColumns =
    "c.id, c.direct, c.title, c.language, c.department_id, c.created_by, c.created_at";

Conversation conversationFrom(const QSqlQuery &row)
{
    Conversation conversation;
    conversation.id = row.value(0).toLongLong();
    conversation.direct = row.value(1).toBool();
    conversation.title = row.value(2).toString();
    conversation.language = row.value(3).toString();
    conversation.departmentId = row.value(4).toLongLong();
    conversation.createdBy = row.value(5).toLongLong();
    conversation.createdAt = QDateTime::fromMSecsSinceEpoch(row.value(6).toLongLong(), Qt::UTC);
    return conversation;
}

QString selectConversation(const char *rest)
{
    return QStringLiteral("SELECT %1 FROM conversations c %2")
        .arg(QLatin1String(conversationColumns), QLatin1String(rest));
}

} // namespace

ConversationTable::ConversationTable(const Database &database) : m_database(database) {}

qint64 ConversationTable::insert(const Conversation &conversation)
{
    const QVariant wanted = conversation.id > 0 ? QVariant(conversation.id) : QVariant();
    const QSqlQuery done =
        m_database.run(QStringLiteral("INSERT INTO conversations VALUES (?, ?, ?, ?, ?, ?, ?)"),
                       {wanted, conversation.direct, QLatin1String("") + conversation.title,
                        conversation.language, conversation.departmentId, conversation.createdBy,
                        conversation.createdAt.toMSecsSinceEpoch()});
    const qint64 id = done.lastInsertId().toLongLong();
    for (qint64 member : conversation.members)
        m_database.run(QStringLiteral("INSERT INTO members VALUES (?, ?)"), {id, member});
    return id;
}

Conversation ConversationTable::byId(qint64 id) const
{
    QSqlQuery row = m_database.run(selectConversation("WHERE c.id = ?"), {id});
    return row.next() ? withMembers(conversationFrom(row)) : Conversation{};
}

QList<Conversation> ConversationTable::of(qint64 personId, bool direct) const
{
    QSqlQuery rows = m_database.run(
        selectConversation("JOIN members m ON m.conversation_id = c.id"
                           " WHERE m.person_id = ? AND c.direct = ? ORDER BY (SELECT MAX(id)"
                           " FROM messages WHERE conversation_id = c.id) DESC NULLS LAST, c.id"),
        {personId, direct});
    QList<Conversation> found;
    while (rows.next())
        found.append(withMembers(conversationFrom(rows)));
    return found;
}

Conversation ConversationTable::direct(qint64 personId, qint64 partnerId) const
{
    QSqlQuery row = m_database.run(
        selectConversation("JOIN members a ON a.conversation_id = c.id AND a.person_id = ?"
                           " JOIN members b ON b.conversation_id = c.id AND b.person_id = ?"
                           " WHERE c.direct = 1"),
        {personId, partnerId});
    return row.next() ? withMembers(conversationFrom(row)) : Conversation{};
}

Conversation ConversationTable::withMembers(Conversation conversation) const
{
    QSqlQuery rows = m_database.run(
        QStringLiteral(
            "SELECT person_id FROM members WHERE conversation_id = ? ORDER BY person_id"),
        {conversation.id});
    while (rows.next())
        conversation.members.append(rows.value(0).toLongLong());
    return conversation;
}

} // namespace suhbat::demo
