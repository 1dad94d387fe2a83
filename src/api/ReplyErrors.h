#pragma once

#include "base/Error.h"

class QNetworkReply;

namespace suhbat {

/// Why a reply that failed below HTTP failed; `what` ("GET /files/9") begins Error::detail.
/// Unreachable only where surely nothing of the request has left.
Error networkError(const QNetworkReply &reply, const QString &what);

} // namespace suhbat
