#pragma once

#include "demo/Faults.h"
#include "demo/http/HttpMessage.h"

namespace suhbat::demo {

/// The reply of a failing request (not for the failures without a reply).
HttpReply failureReply(Failure failure, int retryAfterSeconds);

} // namespace suhbat::demo
