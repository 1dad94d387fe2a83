#include "demo/chat/EventForms.h"

#include "demo/rest/Shapes.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimeZone>

namespace suhbat::demo::events {

namespace {

QByteArray text(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject wrapped(const char *type, const QJsonObject &data)
{
    return {{QStringLiteral("type"), QLatin1String(type)}, {QStringLiteral("data"), data}};
}

QJsonObject withTempId(const QJsonObject &message, const QString &tempId)
{
    return {{QStringLiteral("message"), message},
            {QStringLiteral("tempId"), tempId.isEmpty() ? QJsonValue() : QJsonValue(tempId)}};
}

// The capture's times carry the server's own offset, unlike those of the REST replies.
QString tashkentTime(const QDateTime &time)
{
    return time.toOffsetFromUtc(5 * 3600).toString(Qt::ISODate);
}

QJsonValue fileGroups(const Message &message)
{
    if (message.files.isEmpty())
        return {};
    QJsonArray files;
    for (const StoredFile &stored : message.files)
        files.append(shapes::file(stored, {}));
    return QJsonArray{QJsonObject{{QStringLiteral("id"), message.id},
                                  {QStringLiteral("name"), QStringLiteral("Attachments")},
                                  {QStringLiteral("files"), files}}};
}

QJsonObject captured(const MessageParts &parts)
{
    const Message &message = parts.message;
    QJsonObject object{
        {QStringLiteral("id"), message.id},
        {QStringLiteral("body"), message.body},
        {QStringLiteral("sender"), QJsonObject{{QStringLiteral("id"), parts.sender.id},
                                               {QStringLiteral("name"), parts.sender.name},
                                               {QStringLiteral("phone"), parts.sender.phone},
                                               {QStringLiteral("avatar_url"), QJsonValue::Null}}},
        {QStringLiteral("is_read"), message.isRead},
        {QStringLiteral("conversation_id"), message.conversationId},
        {QStringLiteral("conversation"),
         shapes::eventConversation(parts.conversation, parts.members)},
        {QStringLiteral("type"),
         parts.conversation.direct ? QStringLiteral("direct") : QStringLiteral("department")},
        {QStringLiteral("fileGroups"), fileGroups(message)},
        {QStringLiteral("created_at"), tashkentTime(message.createdAt)}};
    shapes::addExtras(object, message);
    return object;
}

QJsonObject chatStyle(const MessageParts &parts)
{
    return {{QStringLiteral("id"), QString::number(parts.message.id)},
            {QStringLiteral("chat_id"), QString::number(parts.message.conversationId)},
            {QStringLiteral("sender_id"), QString::number(parts.sender.id)},
            {QStringLiteral("sender_name"), parts.sender.name},
            {QStringLiteral("content"), parts.message.body},
            {QStringLiteral("sent_at"), parts.message.createdAt.toUTC().toString(Qt::ISODate)},
            {QStringLiteral("status"), QStringLiteral("sent")}};
}

QJsonObject flat(const MessageParts &parts)
{
    return {{QStringLiteral("type"), QStringLiteral("message_sent")},
            {QStringLiteral("message_id"), parts.message.id},
            {QStringLiteral("text"), parts.message.body},
            {QStringLiteral("sender_id"), parts.sender.id},
            {QStringLiteral("conversation_id"), parts.message.conversationId},
            {QStringLiteral("timestamp"), parts.message.createdAt.toUTC().toString(Qt::ISODate)}};
}

QJsonObject untyped(QJsonObject message)
{
    message.remove(QStringLiteral("type"));
    return message;
}

bool isIdKey(const QString &key)
{
    return key == QLatin1String("id") || key.endsWith(QLatin1String("_id")) ||
           key.endsWith(QLatin1String("Id")) || key.endsWith(QLatin1String("_ids")) ||
           key.endsWith(QLatin1String("Ids"));
}

QJsonValue asString(const QJsonValue &value)
{
    if (value.isDouble())
        return QString::number(value.toInteger());
    if (!value.isArray())
        return value;
    QJsonArray strings;
    for (const QJsonValue &element : value.toArray())
        strings.append(asString(element));
    return strings;
}

} // namespace

QByteArray message(const MessageParts &parts, MessageForm form)
{
    switch (form) {
    case MessageForm::Laravel:
        break;
    case MessageForm::Wrapped:
        return text(wrapped("message", withTempId(captured(parts), parts.tempId)));
    case MessageForm::WrappedChat:
        return text(wrapped("message", withTempId(chatStyle(parts), parts.tempId)));
    case MessageForm::Inline:
        return text(wrapped("message", captured(parts)));
    case MessageForm::InlineUntyped:
        return text(wrapped("message", untyped(captured(parts))));
    case MessageForm::Flat:
        return text(flat(parts));
    case MessageForm::NestedFlat:
        return text(wrapped("message", flat(parts)));
    case MessageForm::NumericTempId:
        return text({{QStringLiteral("message"), captured(parts)}, {QStringLiteral("tempId"), 17}});
    case MessageForm::NotAnObject:
        return "null";
    }
    return text(withTempId(captured(parts), parts.tempId));
}

QByteArray typing(const Person &who, qint64 conversationId, TypingForm form)
{
    QJsonObject user{{QStringLiteral("id"), who.id}};
    if (form == TypingForm::FirstLastName) {
        user.insert(QStringLiteral("firstName"), who.name.section(QLatin1Char(' '), 0, 0));
        user.insert(QStringLiteral("lastName"), who.name.section(QLatin1Char(' '), 1));
        user.insert(QStringLiteral("email"), who.email);
    } else {
        user.insert(QStringLiteral("name"), who.name);
    }
    const QJsonObject data{{QStringLiteral("conversation_id"), conversationId},
                           {QStringLiteral("user"), user}};
    return text(form == TypingForm::Unwrapped ? data : wrapped("typing", data));
}

QByteArray read(qint64 reader, qint64 conversationId, const QList<qint64> &messageIds,
                ReadForm form)
{
    QJsonArray ids;
    for (qint64 id : messageIds)
        ids.append(form == ReadForm::StringIds ? QJsonValue(QString::number(id)) : QJsonValue(id));
    if (form == ReadForm::CamelCase) {
        return text({{QStringLiteral("conversationId"), conversationId},
                     {QStringLiteral("readerId"), reader},
                     {QStringLiteral("messageIds"), ids}});
    }
    const QJsonObject data{{QStringLiteral("conversation_id"), conversationId},
                           {QStringLiteral("reader_id"), reader},
                           {QStringLiteral("message_ids"), ids}};
    return text(form == ReadForm::Unwrapped ? data : wrapped("read", data));
}

QJsonValue withStringIds(const QJsonValue &value)
{
    if (value.isArray()) {
        QJsonArray array;
        for (const QJsonValue &element : value.toArray())
            array.append(withStringIds(element));
        return array;
    }
    if (!value.isObject())
        return value;
    QJsonObject object = value.toObject();
    for (auto field = object.begin(); field != object.end(); ++field)
        field.value() =
            isIdKey(field.key()) ? asString(field.value()) : withStringIds(field.value());
    return object;
}

QByteArray updated(const MessageParts &parts)
{
    return text(wrapped("message_updated", {{QStringLiteral("message"), captured(parts)}}));
}

QByteArray deleted(qint64 conversationId, qint64 messageId)
{
    return text(wrapped("message_deleted", {{QStringLiteral("conversation_id"), conversationId},
                                            {QStringLiteral("message_id"), messageId}}));
}

QByteArray created(const Conversation &conversation, const QString &title)
{
    const QString type =
        conversation.direct ? QStringLiteral("direct") : QStringLiteral("department");
    const QJsonObject row{{QStringLiteral("id"), conversation.id},
                          {QStringLiteral("type"), type},
                          {QStringLiteral("title"), title},
                          {QStringLiteral("avatar"), QJsonValue::Null},
                          {QStringLiteral("last_message"), QJsonValue::Null},
                          {QStringLiteral("last_message_time"), QJsonValue::Null},
                          {QStringLiteral("unread_count"), 0}};
    return text(wrapped("conversation_created", {{QStringLiteral("conversation"), row}}));
}

} // namespace suhbat::demo::events
