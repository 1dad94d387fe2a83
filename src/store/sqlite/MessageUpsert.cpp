#include "store/MessageSearch.h"
#include "store/sqlite/CacheTables.h"
#include "store/sqlite/OrderKey.h"
#include "store/sqlite/SqlQuery.h"

#include <QRandomGenerator>

namespace suhbat::sql {

namespace {

/// One batch of messages into their tables.
class MessageUpsert
{
public:
    explicit MessageUpsert(SqlDatabase &database) : m_database(database) {}

    void upsert(const Message &message)
    {
        const qint64 conversation = conversationKey(message.conversationId);
        const QByteArray position = orderKey(message.id);
        std::optional<qint64> known = placeOf(conversation, position);
        const qint64 wanted = search::place(message);
        // The server has moved it in time: it comes up elsewhere among what is found.
        if (known && search::secondOf(*known) != search::secondOf(wanted)) {
            remove(*known);
            known.reset();
        }
        const qint64 place = known ? *known : freePlace(wanted);
        write(place, conversation, position, message, known.has_value());
    }

private:
    qint64 conversationKey(const ConversationId &id);
    qint64 senderKey(const User &user);
    std::optional<qint64> placeOf(qint64 conversation, const QByteArray &position);
    void remove(qint64 place);
    bool isTaken(qint64 place);
    qint64 freePlace(qint64 wanted);
    void write(qint64 place, qint64 conversation, const QByteArray &position,
               const Message &message, bool known);
    void writeAttachments(qint64 place, const QVector<Attachment> &attachments, bool known);

    SqlDatabase &m_database;
    QHash<ConversationId, qint64> m_conversations;
    QHash<UserId, std::pair<User, qint64>> m_senders; // the last one seen under this id
};

qint64 MessageUpsert::conversationKey(const ConversationId &id)
{
    const auto known = m_conversations.constFind(id);
    if (known != m_conversations.cend())
        return *known;
    SqlQuery insert(m_database,
                    "INSERT INTO conversations (id, listed, type, title, avatar_url,"
                    " last_message, last_message_time_text, unread_count, rank, read_up_to)"
                    " VALUES (?, 0, 0, '', '', '', '', 0, 0, '') ON CONFLICT (id) DO NOTHING");
    insert.bind(id.toString()).run();
    SqlQuery find(m_database, "SELECT key FROM conversations WHERE id = ?");
    find.bind(id.toString());
    const qint64 key = find.next() ? find.number(0) : 0;
    m_conversations.insert(id, key);
    return key;
}

qint64 MessageUpsert::senderKey(const User &user)
{
    const auto known = m_senders.constFind(user.id);
    if (known != m_senders.cend() && known->first == user)
        return known->second;
    const auto bindTo = [&user](SqlQuery &query) -> SqlQuery & {
        return query.bind(user.id.toString())
            .bind(user.name)
            .bind(user.phone)
            .bind(user.email)
            .bind(user.avatarUrl);
    };
    SqlQuery insert(m_database, "INSERT INTO senders (id, name, phone, email, avatar_url)"
                                " VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING");
    bindTo(insert).run();
    SqlQuery find(m_database, "SELECT key FROM senders WHERE id = ? AND name = ? AND phone = ?"
                              " AND email = ? AND avatar_url = ?");
    const qint64 key = bindTo(find).next() ? find.number(0) : 0;
    m_senders.insert(user.id, {user, key});
    return key;
}

std::optional<qint64> MessageUpsert::placeOf(qint64 conversation, const QByteArray &position)
{
    SqlQuery query(m_database,
                   "SELECT place FROM messages WHERE conversation = ? AND position = ?");
    query.bind(conversation).bind(position);
    return query.next() ? std::optional(query.number(0)) : std::nullopt;
}

void MessageUpsert::remove(qint64 place)
{
    SqlQuery query(m_database, "DELETE FROM messages WHERE place = ?");
    query.bind(place).run();
}

bool MessageUpsert::isTaken(qint64 place)
{
    SqlQuery query(m_database, "SELECT 1 FROM messages WHERE place = ?");
    return query.bind(place).next();
}

// Two messages of one second want the same place only when their ids are no numbers or far apart.
// A server that makes them meet on purpose gets places without an order, and costs no time.
qint64 MessageUpsert::freePlace(qint64 wanted)
{
    constexpr int tries = 8;
    qint64 place = wanted;
    for (int i = 0; isTaken(place); ++i) {
        place = i < tries
                    ? search::withinSecond(wanted, place + 1)
                    : search::withinSecond(wanted, qint64(QRandomGenerator::global()->generate()));
    }
    return place;
}

void MessageUpsert::write(qint64 place, qint64 conversation, const QByteArray &position,
                          const Message &message, bool known)
{
    const qint64 sender = senderKey(message.sender);
    SqlQuery query(m_database,
                   known ? "UPDATE messages SET conversation = ?, position = ?, id = ?,"
                           " temp_id = ?, sender = ?, body = ?, created_at = ?, edited_at = ?,"
                           " state = ?, files = ?, reply_id = ?, reply_sender = ?,"
                           " reply_body = ? WHERE place = ?"
                         : "INSERT INTO messages (conversation, position, id, temp_id, sender,"
                           " body, created_at, edited_at, state, files, reply_id, reply_sender,"
                           " reply_body, place)"
                           " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    query.bind(conversation)
        .bind(position)
        .bind(message.id.toString())
        .bind(message.tempId.toString())
        .bind(sender)
        .bind(message.body)
        .bind(message.createdAt)
        .bind(message.editedAt.value_or(QDateTime()))
        .bind(int(message.state))
        .bind(int(message.attachments.size()));
    if (message.replyTo) {
        query.bind(message.replyTo->id.toString())
            .bind(message.replyTo->senderName)
            .bind(message.replyTo->body);
    } else {
        query.bindNull().bindNull().bindNull();
    }
    query.bind(place).run();
    writeAttachments(place, message.attachments, known);
}

void MessageUpsert::writeAttachments(qint64 place, const QVector<Attachment> &attachments,
                                     bool known)
{
    if (known) {
        SqlQuery query(m_database, "DELETE FROM attachments WHERE message = ?");
        query.bind(place).run();
    }
    for (qsizetype i = 0; i < attachments.size(); ++i) {
        const Attachment &file = attachments.at(i);
        SqlQuery query(m_database,
                       "INSERT INTO attachments (message, number, id, name, size_text, mime_type,"
                       " url, preview_url, is_image, width, height)"
                       " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        query.bind(place)
            .bind(qint64(i))
            .bind(file.id)
            .bind(file.name)
            .bind(file.sizeText)
            .bind(file.mimeType)
            .bind(file.url)
            .bind(file.previewUrl)
            .bind(file.isImage ? 1 : 0)
            .bind(qint64(file.width))
            .bind(qint64(file.height))
            .run();
    }
}

} // namespace

void upsertMessages(SqlDatabase &database, const QVector<Message> &messages)
{
    SqlTransaction transaction(database);
    MessageUpsert batch(database);
    for (const Message &message : messages) {
        if (!database.ok())
            return;
        if (!message.id.isEmpty())
            batch.upsert(message);
    }
    transaction.commit();
}

} // namespace suhbat::sql
