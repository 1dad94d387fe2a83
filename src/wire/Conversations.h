#pragma once

#include "base/JsonReader.h"
#include "domain/Conversation.h"
#include "wire/DecodeContext.h"

namespace suhbat::wire {

/// A row of the list, the answer of find-or-create, or the conversation inside an event. Error: no
/// id. `fallback` is the type of rows that name none (the list knows which kind it asked for).
Result<Conversation> decodeConversation(const JsonValue &value, const DecodeContext &context,
                                        std::optional<Conversation::Type> fallback = std::nullopt,
                                        const QString &path = QStringLiteral("conversation"));

/// The opened conversation, in its envelope or bare. A message that cannot be read is left out and
/// counted; a department may have no partner. Messages come oldest first.
Result<ConversationDetails> decodeDetails(const JsonValue &root, const DecodeContext &context);

} // namespace suhbat::wire
