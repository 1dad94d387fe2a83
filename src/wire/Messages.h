#pragma once

#include "base/JsonReader.h"
#include "domain/Message.h"
#include "wire/DecodeContext.h"

namespace suhbat::wire {

/// A message object of REST or of an event. Errors: no id; no conversation id and no `fallback`.
/// Everything else may be missing or strange: text and sender empty, the time now.
Result<Message> decodeMessage(const JsonValue &value, const DecodeContext &context,
                              const ConversationId &fallback = {},
                              const QString &path = QStringLiteral("message"));

/// What it answers: `reply_to` (or reply_to_message) as an object, else an id alone.
std::optional<ReplyTo> readReplyTo(const JsonReader &message);

/// The text of a message object; nothing when it has no text field at all.
std::optional<QString> readBody(const JsonReader &message);

/// The client's own id that came back: a string or a number under one of its names, or empty.
TempId readTempId(const JsonReader &owner);

/// The conversation that an event or message object belongs to, or empty.
ConversationId readConversationId(const JsonReader &owner);

} // namespace suhbat::wire
