#pragma once

#include <QMetaType>
#include <QString>

namespace suhbat::pusher {

/// Where the connection is. Statement numbers here and in the other headers are those of
/// docs/pusher-protocol.md.
enum class ConnectionState {
    Initialized,  ///< connectToServer() was never called
    Connecting,   ///< an attempt is under way or a retry is scheduled, for less than 10 s
    Connected,    ///< the handshake is done and socketId() is set
    Unavailable,  ///< as Connecting, for 10 s and more
    Disconnected, ///< disconnectFromServer(), or the server refused us: nothing goes on by itself
    Failed        ///< no WebSocket can ever be made with these options
};

/// Where the subscription of one channel is.
enum class SubscriptionState {
    Unsubscribed, ///< not asked for, or left
    Wanted,       ///< remembered; subscribed as soon as there is a connection
    Pending,      ///< being authorised, or waiting for the server's answer
    Subscribed,
    Failed ///< refused or timed out; tried again by subscribe() and on the next connection
};

/// "connected", "unavailable" …: for logs and tests.
QString nameOf(ConnectionState state);
QString nameOf(SubscriptionState state);

} // namespace suhbat::pusher

Q_DECLARE_METATYPE(suhbat::pusher::ConnectionState)
Q_DECLARE_METATYPE(suhbat::pusher::SubscriptionState)
