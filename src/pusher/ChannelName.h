#pragma once

#include "base/Result.h"

#include <QString>

namespace suhbat::pusher {

// What the name of a channel says about it. The hyphen counts: "privateer" is a public channel
// (statement 112).
bool isPrivate(const QString &channel);   ///< private-, private-encrypted- too
bool isPresence(const QString &channel);  ///< presence-
bool isEncrypted(const QString &channel); ///< private-encrypted-
bool isCache(const QString &channel);     ///< keeps the last event for who comes later (111)
bool needsAuthorization(const QString &channel);

/// Without private-, private-encrypted- or presence-: the name that Laravel's routes/channels.php
/// knows, the same for all kinds (92).
QString plainName(const QString &channel);

/// Whether an application may subscribe this channel at all (84).
Result<void> checkChannelName(const QString &channel);

} // namespace suhbat::pusher
