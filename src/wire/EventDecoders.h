#pragma once

// Inside wire/ only: the payloads of the socket's events, when their kind is known.

#include "base/JsonReader.h"
#include "domain/ServerEvent.h"
#include "wire/DecodeContext.h"

namespace suhbat::wire {

enum class EventKind { None, Message, Typing, Read, Updated, Deleted, Created, NotYet };

/// Of the payload without envelopes. Error: what is missing in it.
Result<ServerEvent> decodeEvent(EventKind kind, const JsonValue &payload,
                                const DecodeContext &context);

/// The array of message ids, under one of its names; else undefined.
JsonValue messageIdsIn(const JsonValue &payload);

} // namespace suhbat::wire
