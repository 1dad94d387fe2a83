#pragma once

#include "base/Ids.h"
#include "base/JsonReader.h"
#include "wire/SafeText.h"

namespace suhbat::wire {

/// BadResponse, "PATH.FIELD is missing".
Error missing(const QString &path, const char *field);

/// The first of the keys with an id; empty when there is none. 0 is no id (PHP casts null to it),
/// and neither is a text with blanks or of more than limits::id characters.
QString firstId(const JsonReader &reader, JsonReader::Keys keys);

template<typename IdType>
IdType idAt(const JsonReader &reader, JsonReader::Keys keys)
{
    return IdType(firstId(reader, keys));
}

/// The first of the keys with something to read in it, cleaned as one line; empty when none.
QString firstLine(const JsonReader &reader, JsonReader::Keys keys, qsizetype max = limits::name);

/// Takes {data: X} and {data: {data: X}} off; X itself stays as it is.
JsonValue unwrapped(JsonValue value);

/// A text that is either plain or {uz,ru,en}: the language asked for, then en, uz, ru, any. One
/// line, may be empty.
QString localisedText(const JsonValue &value, const QString &language);

/// The Error of an answer that came with 2xx and says {"success":false}; nothing for others.
std::optional<Error> refusal(const JsonValue &root, const QString &language);

} // namespace suhbat::wire
