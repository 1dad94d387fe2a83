#pragma once

#include <QString>

namespace suhbat {

/// The safety net for texts that are logged, kept or shown: masks bearer tokens, channel
/// signatures, passwords, secrets and codes that slipped in. Code that writes texts must not rely
/// on it.
QString redacted(const QString &text);

} // namespace suhbat
