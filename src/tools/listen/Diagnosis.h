#pragma once

#include "api/ServerProfile.h"
#include "base/Error.h"
#include "tools/listen/Steps.h"

#include <QUrl>

namespace suhbat::listen::diagnosis {

// Which step failed, and what to do about it. Pure: from what was seen to a Failure.

/// An error in one line, with its status and the server's words.
QString whatOf(const Error &error);

/// DNS, proxy, TCP or TLS on the way to `server`.
Failure unreached(Step step, const QString &what, const QUrl &server);

/// The login; `codeWanted` when the server asked for an SMS code and there was none, `codeRefused`
/// when it did not take the one that it got.
Failure login(const Error &error, const ServerProfile &server);
Failure codeRefused(const Error &error, const ServerProfile &server);
Failure codeWanted();

/// An attempt to connect, or an established connection, that ended. `upgraded`: whether the
/// WebSocket stood.
Failure connection(const Error &error, bool upgraded, const QUrl &socket);

/// No connection stays long enough for `channels` to be subscribed. `step`: how far the last one
/// came; `problem` may be empty, as after the close codes 1000, 1001 and 4200.
Failure notStaying(Step step, const QString &channels, const QString &problem);

/// A channel that was refused by Laravel (authorisation) or by the Pusher server.
Failure authorisation(const QString &channel, const Error &error, const QUrl &endpoint);
Failure subscription(const QString &channel, const Error &error);

/// What is known when an event was waited for in vain.
struct Silence
{
    QString waitedFor; ///< "the event of message 733"
    double seconds = 0;
    int otherEvents = 0;   ///< that came meanwhile
    QString notUnderstood; ///< why the last of them could not be read; may be empty
    bool stored = false;   ///< the server was asked, and has the message
    QString channel;
    QString appKey;
};
Failure silence(const Silence &silence);
/// The probe's message was not taken.
Failure notSent(const Error &error, const QString &conversation);
/// --count and --duration, and too few came.
Failure tooFew(int came, int wanted, double seconds);
/// The server refuses client events.
Failure triggerRefused(const Error &error);

} // namespace suhbat::listen::diagnosis
