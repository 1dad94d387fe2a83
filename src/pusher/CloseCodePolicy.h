#pragma once

#include "base/Error.h"

#include <QString>

namespace suhbat::pusher {

/// What a close code, or the code of an error frame before the handshake, makes the client do.
enum class CloseAction {
    SwitchToTls, ///< 4000: wss from now on, at once
    Refuse,      ///< 4001-4099, 4300 and above: no reconnecting until the user acts
    BackOff,     ///< 4100-4199: the server is full
    Restart,     ///< 4200-4299: the server comes back, at once
    Retry        ///< everything below 4000
};

struct ClosePolicy
{
    CloseAction action = CloseAction::Retry;
    /// 1000 and 1001 are ordinary goodbyes, restarts and the move to TLS no failures.
    bool reportsError = true;
};

/// Section D of docs/pusher-protocol.md. 1006 stands for a connection that was cut, 0 for none.
ClosePolicy policyFor(int code);

/// Refusals that pass only when somebody changes settings, here or on the server: no such app
/// (4001), app switched off (4003), wrong path (4005), wrong protocol (4006-4008). A full server
/// (4004), a dislike of our origin (4009) and the like may be over by themselves.
bool isConfigurationMatter(int code);

/// The error of a close code or an error frame. `text` is the server's, untrusted.
Error errorForCode(int code, const QString &text);

/// The error of pusher:subscription_error; its status is an HTTP one or a code (60, 61, 66).
Error errorForSubscription(int status, const QString &text);

} // namespace suhbat::pusher
