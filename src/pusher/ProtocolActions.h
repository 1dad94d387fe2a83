#pragma once

#include "base/Clock.h"
#include "base/Error.h"
#include "base/JsonReader.h"
#include "pusher/States.h"

#include <QByteArray>
#include <QStringList>

#include <optional>
#include <variant>
#include <vector>

namespace suhbat::pusher {

// What ProtocolMachine decides. Actions are to be done in their order.

/// Open a new socket; the one before was dropped.
struct OpenSocket
{
    bool tls = true;
};

/// Be done with the socket; nothing of it may reach the machine any more.
struct DropSocket
{
    bool politely = false; ///< with a close frame
};

struct SendText
{
    QByteArray text;
};

/// Ask the authorizer; the answer comes back with the same generation.
struct Authorize
{
    QString channel;
    QString socketId;
    quint64 generation = 0;
};

struct StateChanged
{
    ConnectionState previous = ConnectionState::Initialized;
    ConnectionState current = ConnectionState::Initialized;
};

struct HandshakeDone
{
    QString socketId;
};

struct RetryScheduled
{
    Milliseconds delay{0};
};

struct ErrorOccurred
{
    Error error;
    bool malformedFrame = false;
};

struct EventReceived
{
    QString channel;
    QString name;
    JsonValue data;
    QString userId;
    qsizetype size = 0;    ///< of the frame, bytes; 0 where there was none
    bool replayed = false; ///< what a cache channel had kept (113)
};

struct SubscriptionChanged
{
    QString channel;
    SubscriptionState state = SubscriptionState::Unsubscribed;
    std::optional<Error> error; ///< set when Failed
};

struct MembersChanged
{
    enum class What { Replaced, Added, Removed };

    QString channel;
    What what = What::Replaced;
    QString userId; ///< of the one who came or left
    JsonValue info;
};

/// Ask who the user is; the answer comes back with the same generation.
struct AuthenticateUser
{
    QString socketId;
    quint64 generation = 0;
};

struct SignedIn
{
    QString userId;
    JsonValue userData;
};

struct SignInFailed
{
    Error error;
};

struct WatchlistChanged
{
    QString name; ///< "online" or "offline"
    QStringList userIds;
};

using Action =
    std::variant<OpenSocket, DropSocket, SendText, Authorize, StateChanged, HandshakeDone,
                 RetryScheduled, ErrorOccurred, EventReceived, SubscriptionChanged, MembersChanged,
                 AuthenticateUser, SignedIn, SignInFailed, WatchlistChanged>;
using Actions = std::vector<Action>;

} // namespace suhbat::pusher
