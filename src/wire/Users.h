#pragma once

#include "base/JsonReader.h"
#include "domain/User.h"
#include "wire/DecodeContext.h"

namespace suhbat::wire {

/// A user, contact, partner or sender: the object itself. Error: no id.
Result<User> decodeUser(const JsonValue &value, const DecodeContext &context,
                        const QString &path = QStringLiteral("user"));

/// Whatever can be read: any field may be empty, the id too, and the name has no substitute.
User readUser(const JsonValue &value, const DecodeContext &context);

/// The author of a message or of a typing event: an object `sender` or `user`, or flat fields
/// sender_id, sender_name … beside the others.
User readSender(const JsonReader &owner, const DecodeContext &context);

} // namespace suhbat::wire
