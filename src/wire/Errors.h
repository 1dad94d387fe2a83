#pragma once

#include "base/JsonReader.h"

namespace suhbat::wire {

/// The Error that a non-2xx answer stands for. `body` is undefined when it was no JSON. The
/// framework's own English ("Unauthenticated.", "No query results for model […]", anything of 5xx)
/// is no text for people: it goes to `detail`, `serverText` stays empty.
Error decodeError(int status, const JsonValue &body, const QString &language);

} // namespace suhbat::wire
