#pragma once

#include "domain/Conversation.h"

#include <variant>

namespace suhbat {

struct MessageEvent
{
    Message message; ///< its tempId is set when the server sent one back
    /// Present when the event carried its conversation.
    std::optional<Conversation> conversation;
};

struct TypingEvent
{
    ConversationId conversationId;
    User user;
};

struct ReadEvent
{
    ConversationId conversationId; ///< may be empty
    UserId readerId;               ///< may be empty
    QVector<MessageId> messageIds;
    std::optional<QDateTime> readAt; ///< UTC
};

/// A message says something else now. May come before the message itself.
struct MessageUpdatedEvent
{
    Message message; ///< always with editedAt
};

/// Messages are gone. May come before the messages themselves.
struct MessageDeletedEvent
{
    ConversationId conversationId; ///< may be empty
    QVector<MessageId> messageIds;
};

/// The user is in a conversation that was not there before.
struct ConversationCreatedEvent
{
    Conversation conversation;
};

/// Something the client does not understand; logged once, never a failure.
struct UnknownEvent
{
    QString reason;
};

/// What the server tells over the socket.
using ServerEvent = std::variant<MessageEvent, TypingEvent, ReadEvent, MessageUpdatedEvent,
                                 MessageDeletedEvent, ConversationCreatedEvent, UnknownEvent>;

} // namespace suhbat

Q_DECLARE_METATYPE(suhbat::ServerEvent)
