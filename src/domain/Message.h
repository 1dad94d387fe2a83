#pragma once

#include "domain/User.h"

#include <QDateTime>
#include <QVector>

#include <optional>

namespace suhbat {

struct Attachment
{
    QString id;         ///< may be empty
    QString name;       ///< as sent by another person: sanitise before touching a disk
    QString sizeText;   ///< "128.5 KB"; may be empty
    QString mimeType;   ///< may be empty
    QString url;        ///< absolute http(s) URL, wants the bearer token; may be empty
    QString previewUrl; ///< public preview of an image; may be empty
    bool isImage = false;
    int width = 0; ///< of an image, in pixels, as the server says; 0: it does not
    int height = 0;
    QString localFile; ///< absolute path of what the user sends; never of the server, never kept

    friend bool operator==(const Attachment &, const Attachment &) = default;
};

/// What a message answers, as much of it as the server repeats.
struct ReplyTo
{
    MessageId id;
    QString senderName; ///< untrusted plain text; empty when that message is gone
    QString body;       ///< one line of it; untrusted plain text; empty when it is gone

    friend bool operator==(const ReplyTo &, const ReplyTo &) = default;
};

/// A message, of the server or still on its way there.
struct Message
{
    /// Where the message stands. Only what the client knows: the contract has no "delivered".
    enum class State {
        Sending,   ///< own, in the outbox
        Sent,      ///< the server has it
        Read,      ///< somebody else has read it (own), or I have (others')
        Failed,    ///< own, the server refused it: Retry or Discard
        Undecided, ///< own, no answer: it may or may not have been sent
    };

    MessageId id;  ///< empty until the server has given one
    TempId tempId; ///< empty for messages that this client did not write
    ConversationId conversationId;
    User sender;
    QString body;        ///< untrusted plain text, may have several lines, may be empty with files
    QDateTime createdAt; ///< UTC; the client's time until the server has given one
    State state = State::Sent;
    QVector<Attachment> attachments;
    std::optional<ReplyTo> replyTo;
    std::optional<QDateTime> editedAt; ///< UTC, of the last edit; the greatest one is the truth

    friend bool operator==(const Message &, const Message &) = default;
};

/// Timeline order: the server's ids first, in their order; then what has none, by time.
bool precedes(const Message &a, const Message &b);

/// What was said of a message comes in any order: `fresh` keeps the words of `known` when those are
/// of a later edit.
void keepLaterEdit(const Message &known, Message &fresh);

} // namespace suhbat

Q_DECLARE_METATYPE(suhbat::Message)
