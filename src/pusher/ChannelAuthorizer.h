#pragma once

#include "base/Result.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <functional>

namespace suhbat::pusher {

/// What the back end says about one channel and one socket id; used verbatim (statement 88).
struct ChannelAuthorization
{
    QString auth;            ///< "KEY:hex signature"
    QString channelData;     ///< presence channels: JSON text, signed byte for byte; else empty
    QByteArray sharedSecret; ///< encrypted channels: base64; never sent, never logged
};

/// Asks the back end whether this user may join a private or presence channel.
class ChannelAuthorizer
{
public:
    using Done = std::function<void(Result<ChannelAuthorization>)>;

    ChannelAuthorizer() = default;
    ChannelAuthorizer(const ChannelAuthorizer &) = delete;
    ChannelAuthorizer &operator=(const ChannelAuthorizer &) = delete;
    virtual ~ChannelAuthorizer() = default;

    /// Calls `done` exactly once on the thread of `context`, never before authorize() returned;
    /// not at all when `context` dies first. The library does not retry: an Error fails the
    /// subscription, and its owner decides (91).
    virtual void authorize(const QString &socketId, const QString &channelName, QObject *context,
                           Done done) = 0;
};

} // namespace suhbat::pusher
