#pragma once

#include "base/Error.h"
#include "domain/Message.h"

#include <optional>

namespace suhbat {

/// A file of the user on its way out. The bytes stay where they are.
struct OutboxFile
{
    QString path; ///< absolute, on this computer
    QString name; ///< as others see it
    QString mimeType;
    qint64 bytes = 0;
    int width = 0; ///< of a picture, in pixels as it is seen; 0: not known
    int height = 0;

    friend bool operator==(const OutboxFile &, const OutboxFile &) = default;
};

/// A message that the user sent and the server has not confirmed.
struct OutboxEntry
{
    TempId tempId;
    ConversationId conversationId;
    QString body;
    QDateTime createdAt; ///< UTC
    /// The newest server message known there when it was written (empty: there was none): what
    /// answers it has a greater id. Nothing when the history was not known.
    std::optional<MessageId> newestKnownId;
    /// Greater ids with the same text that are known to answer other messages.
    QVector<MessageId> answersOfOthers;
    int attempts = 0; ///< more than 0: the server may have it
    QVector<OutboxFile> files;
    std::optional<ReplyTo> replyTo;
    /// Sending (waits or is under way), Failed or Undecided.
    Message::State state = Message::State::Sending;
    /// Why it stopped, when it is Failed or Undecided.
    std::optional<Error> stoppedBy;

    friend bool operator==(const OutboxEntry &, const OutboxEntry &) = default;
};

} // namespace suhbat

Q_DECLARE_METATYPE(suhbat::OutboxEntry)
