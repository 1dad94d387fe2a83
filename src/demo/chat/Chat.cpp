#include "demo/chat/Chat.h"

#include "demo/chat/EventForms.h"
#include "demo/store/Storage.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>

namespace suhbat::demo {

namespace {

// Reverb's max_request_size; the event itself is a little smaller than the request around it.
constexpr qsizetype eventSizeLimit = 10'000;

QByteArray stringIdsIn(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return json;
    return QJsonDocument(events::withStringIds(document.object()).toObject())
        .toJson(QJsonDocument::Compact);
}

} // namespace

Chat::Chat(Storage &storage, Broadcaster &broadcaster, const Faults &faults, Clock clock,
           QObject *parent)
    : QObject(parent)
    , m_storage(storage)
    , m_broadcaster(broadcaster)
    , m_faults(faults)
    , m_clock(std::move(clock))
{}

QString Chat::userChannel(qint64 personId)
{
    return QStringLiteral("private-user.%1").arg(personId);
}

Message Chat::store(qint64 senderId, qint64 conversationId, const QString &body,
                    const QString &tempId, qint64 replyTo, const QList<StoredFile> &files)
{
    Message message;
    message.conversationId = conversationId;
    message.senderId = senderId;
    message.body = body;
    message.tempId = tempId;
    message.createdAt = m_clock().toUTC();
    message.quote.id = replyTo;
    message.id = m_storage.messages.insert(message);
    for (StoredFile file : files) {
        file.messageId = message.id;
        m_storage.messages.insertFile(file);
    }
    return m_storage.messages.byId(message.id, senderId);
}

void Chat::announce(const Message &message, const QString &tempId, const QString &exceptSocketId)
{
    events::MessageParts parts{message,
                               m_storage.people.byId(message.senderId),
                               m_storage.conversations.byId(message.conversationId),
                               {},
                               tempId};
    QStringList channels;
    for (qint64 member : parts.conversation.members) {
        parts.members.append(m_storage.people.byId(member));
        channels.append(userChannel(member));
    }
    publish(channels, QStringLiteral("App\\Events\\MessageSent"),
            events::message(parts, m_faults.messageForm), exceptSocketId);
    Q_EMIT messageAnnounced(message);
}

QList<qint64> Chat::markRead(qint64 readerId, const QList<qint64> &messageIds)
{
    QList<qint64> marked;
    m_storage.database.begin();
    for (qint64 id : messageIds) {
        if (m_storage.messages.byId(id, readerId).senderId != readerId &&
            m_storage.messages.markRead(id, readerId, now()))
            marked.append(id);
    }
    m_storage.database.commit();
    return marked;
}

void Chat::announceRead(qint64 readerId, const QList<qint64> &messageIds)
{
    using ConversationAndAuthor = std::pair<qint64, qint64>;
    QMap<ConversationAndAuthor, QList<qint64>> groups;
    for (qint64 id : messageIds) {
        const Message message = m_storage.messages.byId(id, readerId);
        groups[{message.conversationId, message.senderId}].append(id);
    }
    for (auto group = groups.cbegin(); group != groups.cend(); ++group) {
        const auto [conversation, author] = group.key();
        publish({userChannel(author)}, QStringLiteral("App\\Events\\MessagesRead"),
                events::read(readerId, conversation, group.value(), m_faults.readForm), {});
    }
}

Message Chat::edit(qint64 messageId, const QString &body)
{
    m_storage.messages.setBody(messageId, body, now());
    const Message message = m_storage.messages.byId(messageId, 0);
    return m_storage.messages.byId(messageId, message.senderId);
}

void Chat::announceUpdated(const Message &message, const QString &exceptSocketId)
{
    const Conversation conversation = m_storage.conversations.byId(message.conversationId);
    events::MessageParts parts{
        message, m_storage.people.byId(message.senderId), conversation, {}, {}};
    for (qint64 member : conversation.members)
        parts.members.append(m_storage.people.byId(member));
    publish(channelsOf(conversation), QStringLiteral("App\\Events\\MessageUpdated"),
            events::updated(parts), exceptSocketId);
}

void Chat::remove(const Message &message)
{
    m_storage.messages.remove(message.id);
}

void Chat::announceDeleted(const Message &message, const QString &exceptSocketId)
{
    publish(channelsOf(m_storage.conversations.byId(message.conversationId)),
            QStringLiteral("App\\Events\\MessageDeleted"),
            events::deleted(message.conversationId, message.id), exceptSocketId);
}

void Chat::announceCreated(const Conversation &conversation, const QString &exceptSocketId)
{
    publish(channelsOf(conversation), QStringLiteral("App\\Events\\ConversationCreated"),
            events::created(conversation, conversation.title), exceptSocketId);
}

QStringList Chat::channelsOf(const Conversation &conversation)
{
    QStringList channels;
    for (qint64 member : conversation.members)
        channels.append(userChannel(member));
    return channels;
}

void Chat::announceTyping(qint64 personId, qint64 conversationId, const QString &exceptSocketId)
{
    QStringList channels;
    const Conversation conversation = m_storage.conversations.byId(conversationId);
    for (qint64 member : conversation.members) {
        if (member != personId)
            channels.append(userChannel(member));
    }
    publish(channels, QStringLiteral("App\\Events\\UserTyping"),
            events::typing(m_storage.people.byId(personId), conversationId, m_faults.typingForm),
            exceptSocketId);
}

void Chat::publish(const QStringList &channels, const QString &event, const QByteArray &data,
                   const QString &exceptSocketId)
{
    if (m_faults.suppressEvents || channels.isEmpty())
        return;
    const QByteArray payload = m_faults.stringIds ? stringIdsIn(data) : data;
    if (m_faults.limitEventSize && payload.size() > eventSizeLimit)
        return;
    for (int i = 0; i < (m_faults.duplicateEvents ? 2 : 1); ++i)
        m_broadcaster.publish(
            {channels, event, payload, m_faults.echoToSender ? QString() : exceptSocketId});
}

} // namespace suhbat::demo
