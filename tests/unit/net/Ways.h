#pragma once

#include "base/Error.h"
#include "base/NetworkSettings.h"

#include <QUrl>

namespace suhbat::test {

/// Who asks a server for something.
enum class Way { Rest, Authorizer, Socket };

/// Columns "way" (as int) in all three rows of `name`, for QFETCH(int, way).
inline constexpr Way allWays[] = {Way::Rest, Way::Authorizer, Way::Socket};
const char *nameOf(Way way);

/// Asks once, and waits. Nothing: it got its answer, or the socket is open. `server` is the http or
/// https address of the server; "Bearer token-of-the-test" goes along.
std::optional<Error> ask(Way way, const QUrl &server, const NetworkSettings &settings);

} // namespace suhbat::test
