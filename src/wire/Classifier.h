#pragma once

#include "base/JsonReader.h"
#include "domain/ServerEvent.h"
#include "wire/DecodeContext.h"

namespace suhbat::wire {

/// What an event of the socket means, by its payload's `type`, else by its name, else by its
/// structure: back ends agree on none of them. Never fails: what cannot be understood is an
/// UnknownEvent whose reason names the event and the missing field (no texts of people).
/// `payload` is the event's data: JSON, a JSON string with JSON in it, or {type, data} of either.
/// A conversation carried by a message event has its id, type and title only: no preview, no time,
/// no unread count.
ServerEvent classify(const QString &eventName, QByteArrayView payload,
                     const DecodeContext &context);
ServerEvent classify(const QString &eventName, const JsonValue &payload,
                     const DecodeContext &context);

/// "App\Events\MessageSentEvent", "message.sent" -> "message_sent".
QString normalisedEventName(const QString &eventName);

} // namespace suhbat::wire
