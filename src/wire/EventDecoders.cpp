#include "wire/EventDecoders.h"

#include "wire/Conversations.h"
#include "wire/Fields.h"
#include "wire/Messages.h"
#include "wire/Timestamps.h"
#include "wire/Users.h"

namespace suhbat::wire {

namespace {

/// The ids of the array; without one, the single id.
QVector<MessageId> readMessageIds(const JsonValue &payload)
{
    QVector<MessageId> ids;
    for (const JsonValue &item : messageIdsIn(payload).items().mid(0, limits::messageIds)) {
        if (const auto id = item.id())
            ids.append(MessageId(*id));
    }
    if (ids.isEmpty()) {
        if (const auto id = idAt<MessageId>(payload, {"message_id", "messageId"}); !id.isEmpty())
            ids.append(id);
    }
    return ids;
}

Result<ServerEvent> decodeMessageEvent(const JsonValue &payload, const DecodeContext &context)
{
    const JsonValue inner = payload["message"];
    const JsonValue &object = inner.isObject() ? inner : payload;
    auto message = decodeMessage(object, context, readConversationId(payload));
    if (!message)
        return message.error();
    MessageEvent event;
    event.message = std::move(*message);
    if (const TempId outer = readTempId(payload); !outer.isEmpty())
        event.message.tempId = outer;
    if (const JsonValue carried = object["conversation"]; carried.isObject()) {
        if (auto conversation = decodeConversation(carried, context)) {
            conversation->lastMessageAt.reset();
            event.conversation = std::move(*conversation);
        }
    }
    return ServerEvent(std::move(event));
}

Result<ServerEvent> decodeTypingEvent(const JsonValue &payload, const DecodeContext &context)
{
    TypingEvent event;
    event.conversationId = readConversationId(payload);
    if (event.conversationId.isEmpty())
        return missing(QStringLiteral("typing"), "conversation_id");
    event.user = readSender(payload, context);
    if (event.user.id.isEmpty())
        return missing(QStringLiteral("typing"), "user.id");
    return ServerEvent(std::move(event));
}

Result<ServerEvent> decodeReadEvent(const JsonValue &payload, const DecodeContext &context)
{
    const JsonReader reader(payload);
    ReadEvent event;
    event.conversationId = readConversationId(payload);
    event.readerId = idAt<UserId>(reader, {"reader_id", "readerId", "user_id", "userId"});
    if (event.readerId.isEmpty())
        event.readerId = readUser(reader.objectAt({"reader", "user"}), context).id;
    event.messageIds = readMessageIds(payload);
    if (event.messageIds.isEmpty())
        return missing(QStringLiteral("read"), "message_ids");
    event.readAt = firstTime(reader, {"read_at", "readAt"}, context);
    return ServerEvent(std::move(event));
}

Result<ServerEvent> decodeUpdatedEvent(const JsonValue &payload, const DecodeContext &context)
{
    const JsonValue inner = payload["message"];
    const JsonValue &object = inner.isObject() ? inner : payload;
    auto message = decodeMessage(object, context, readConversationId(payload));
    if (!message)
        return message.error();
    // Without a text there is nothing to put in the place of the old one.
    if (!readBody(object))
        return missing(QStringLiteral("message"), "body");
    if (!message->editedAt)
        message->editedAt = firstTime(object, {"updated_at", "updatedAt"}, context);
    if (!message->editedAt)
        message->editedAt = context.clock.wall().toUTC();
    return ServerEvent(MessageUpdatedEvent{std::move(*message)});
}

Result<ServerEvent> decodeDeletedEvent(const JsonValue &payload, const DecodeContext &context)
{
    Q_UNUSED(context)
    const JsonValue message = payload["message"];
    MessageDeletedEvent event;
    event.conversationId = readConversationId(payload);
    if (event.conversationId.isEmpty())
        event.conversationId = readConversationId(message);
    event.messageIds = readMessageIds(payload);
    for (const JsonValue &object : {message, payload}) {
        const auto id = idAt<MessageId>(object, {"id"});
        if (event.messageIds.isEmpty() && !id.isEmpty())
            event.messageIds.append(id);
    }
    if (event.messageIds.isEmpty())
        return missing(QStringLiteral("deleted"), "message_id");
    return ServerEvent(std::move(event));
}

Result<ServerEvent> decodeCreatedEvent(const JsonValue &payload, const DecodeContext &context)
{
    const JsonValue inner = payload["conversation"];
    auto conversation = decodeConversation(inner.isObject() ? inner : payload, context);
    if (!conversation)
        return conversation.error();
    return ServerEvent(ConversationCreatedEvent{std::move(*conversation)});
}

} // namespace

JsonValue messageIdsIn(const JsonValue &payload)
{
    return JsonReader(payload).arrayAt({"message_ids", "messageIds", "ids"});
}

Result<ServerEvent> decodeEvent(EventKind kind, const JsonValue &payload,
                                const DecodeContext &context)
{
    switch (kind) {
    case EventKind::Message:
        return decodeMessageEvent(payload, context);
    case EventKind::Typing:
        return decodeTypingEvent(payload, context);
    case EventKind::Read:
        return decodeReadEvent(payload, context);
    case EventKind::Updated:
        return decodeUpdatedEvent(payload, context);
    case EventKind::Deleted:
        return decodeDeletedEvent(payload, context);
    case EventKind::Created:
        return decodeCreatedEvent(payload, context);
    case EventKind::NotYet:
        return Error::make(Error::Kind::BadResponse, QStringLiteral("not supported yet"));
    case EventKind::None:
        break;
    }
    return Error::make(Error::Kind::BadResponse, QStringLiteral("no known kind"));
}

} // namespace suhbat::wire
