#pragma once

#include "base/JsonReader.h"
#include "wire/DecodeContext.h"

namespace suhbat::wire {

/// A time as servers write it: ISO 8601 with Z, an offset or neither (then in context.serverZone),
/// with T or a blank, any number of decimals; or seconds, milliseconds or microseconds since 1970.
/// UTC; nothing for anything else ("5 minutes ago", "0000-00-00 00:00:00", years out of
/// 1971-2199).
std::optional<QDateTime> decodeTime(const JsonValue &value, const DecodeContext &context);

/// The first of the keys that holds such a time.
std::optional<QDateTime> firstTime(const JsonReader &reader, JsonReader::Keys keys,
                                   const DecodeContext &context);

} // namespace suhbat::wire
