#pragma once

#include "base/Result.h"

#include <QString>

namespace suhbat::pusher {

// What the name of a channel says about it. The hyphen counts: "privateer" is a public channel
// (statement 112).
bool isPrivate(const QString &channel);   ///< private-, private-encrypted- too
bool isPresence(const QString &channel);  ///< presence-
bool isEncrypted(const QString &channel); ///< private-encrypted-
bool needsAuthorization(const QString &channel);

/// Whether an application may subscribe this channel at all (84).
Result<void> checkChannelName(const QString &channel);

} // namespace suhbat::pusher
