#include "wire/Messages.h"

#include "wire/Attachments.h"
#include "wire/Fields.h"
#include "wire/Timestamps.h"
#include "wire/Users.h"

namespace suhbat::wire {

namespace {

bool isRead(const JsonReader &reader)
{
    if (reader.boolean({"is_read", "isRead", "seen"}).value_or(false))
        return true;
    if (reader.string({"status"}) == QLatin1String("read"))
        return true;
    const JsonValue when = reader.value({"read_at", "readAt"});
    return !when.isNothing() && when.boolean() != false && when.string() != QString();
}

} // namespace

std::optional<QString> readBody(const JsonReader &message)
{
    if (const auto text = message.text({"body", "content", "text", "message"}))
        return cleanBody(*text);
    return std::nullopt;
}

std::optional<ReplyTo> readReplyTo(const JsonReader &message)
{
    ReplyTo reply;
    const JsonReader quoted =
        message.objectAt({"reply_to", "replyTo", "reply_to_message", "replyToMessage", "parent"});
    if (quoted.object().isObject()) {
        reply.id = idAt<MessageId>(quoted, {"id", "message_id", "messageId"});
        reply.senderName = readSender(quoted, {}).name;
        reply.body = cleanLine(readBody(quoted).value_or(QString()), limits::line);
    }
    if (reply.id.isEmpty())
        reply.id = idAt<MessageId>(
            message, {"reply_to_id", "replyToId", "parent_id", "parentId", "reply_to", "replyTo"});
    return reply.id.isEmpty() ? std::nullopt : std::optional(reply);
}

TempId readTempId(const JsonReader &owner)
{
    return idAt<TempId>(owner, {"tempId", "temp_id", "client_id"});
}

ConversationId readConversationId(const JsonReader &reader)
{
    auto own =
        idAt<ConversationId>(reader, {"conversation_id", "chat_id", "conversationId", "chatId"});
    if (!own.isEmpty())
        return own;
    return idAt<ConversationId>(JsonReader(reader.objectAt({"conversation"})), {"id"});
}

Result<Message> decodeMessage(const JsonValue &value, const DecodeContext &context,
                              const ConversationId &fallback, const QString &path)
{
    const JsonReader reader(value);
    Message message;
    message.id = idAt<MessageId>(reader, {"id", "message_id", "messageId"});
    message.tempId = readTempId(reader);
    const QString uuid = firstId(reader, {"uuid"});
    if (message.id.isEmpty())
        message.id = MessageId(uuid);
    else if (message.tempId.isEmpty())
        message.tempId = TempId(uuid);
    if (message.id.isEmpty())
        return missing(path, "id");

    message.conversationId = readConversationId(reader);
    if (message.conversationId.isEmpty())
        message.conversationId = fallback;
    if (message.conversationId.isEmpty())
        return missing(path, "conversation_id");

    message.sender = readSender(reader, context);
    message.body = readBody(reader).value_or(QString());
    const auto time = firstTime(
        reader, {"created_at", "sent_at", "createdAt", "sentAt", "timestamp", "date"}, context);
    message.createdAt = time ? *time : context.clock.wall().toUTC();
    message.state = isRead(reader) ? Message::State::Read : Message::State::Sent;
    message.attachments = readAttachments(reader, context);
    message.replyTo = readReplyTo(reader);
    message.editedAt = firstTime(reader, {"edited_at", "editedAt"}, context);
    return message;
}

} // namespace suhbat::wire
