#pragma once

#include "wire/DecodeContext.h"

namespace suhbat::wire {

/// An absolute http(s) address out of the server's text: relative ones start at context.origin.
/// Empty for other schemes, addresses with a user name in them, and nonsense.
QString webUrl(const QString &text, const DecodeContext &context);

/// webUrl() with the server's habit of writing /api/uploads/ for /uploads/ undone.
QString avatarUrl(const QString &text, const DecodeContext &context);

} // namespace suhbat::wire
