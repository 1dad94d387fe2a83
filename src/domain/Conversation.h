#pragma once

#include "domain/Message.h"

#include <optional>

namespace suhbat {

/// One row of the conversation list.
struct Conversation
{
    enum class Type { Direct, Group };

    ConversationId id;
    Type type = Type::Direct;
    QString title; ///< untrusted plain text
    QString avatarUrl;
    /// One line as the server writes it ("Kim: Thanks"); untrusted plain text.
    QString lastMessage;
    /// Humanised by the server ("5 minutes ago") where it gives no time stamp.
    QString lastMessageTimeText;
    std::optional<QDateTime> lastMessageAt; ///< UTC
    int unreadCount = 0;

    friend bool operator==(const Conversation &, const Conversation &) = default;
};

/// A conversation opened: who is in it and what was said.
struct ConversationDetails
{
    Conversation conversation;
    std::optional<User> partner; ///< absent for groups
    QVector<Message> messages;   ///< oldest first
    /// There is more in the direction asked for (Capabilities::paging); nothing: it is all there
    /// is.
    std::optional<bool> hasMore;
    int skipped = 0;    ///< messages that could not be read
    QString skippedWhy; ///< of the first of them, for the log
};

/// Somebody of a conversation.
struct Member
{
    User user;
    QString role; ///< "admin", "member" or another word of the server; may be empty

    friend bool operator==(const Member &, const Member &) = default;
};

/// Who has read a message.
struct ReadBy
{
    User user;
    std::optional<QDateTime> at; ///< UTC

    friend bool operator==(const ReadBy &, const ReadBy &) = default;
};

/// One page of a list.
template<typename T>
struct Page
{
    QVector<T> items;
    int number = 1; ///< 1-based
    bool hasMore = false;
    /// The server gave no paging facts: hasMore only means "ask once more"; whoever asks stops at
    /// the first page that brings no new id.
    bool moreIsGuess = false;
    QString nextCursor; ///< of cursor paginators; else empty
    int skipped = 0;    ///< rows that could not be read; they never hide the others
    QString skippedWhy; ///< of the first of them, for the log
};

} // namespace suhbat

Q_DECLARE_METATYPE(suhbat::Conversation)
