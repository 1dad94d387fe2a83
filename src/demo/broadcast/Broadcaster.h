#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace suhbat::demo {

/// One event for the subscribers of some channels.
struct Broadcast
{
    QStringList channels;
    QString event;
    QByteArray data;        ///< JSON text; travels as a string, as Laravel sends it
    QString exceptSocketId; ///< this connection is left out; empty: nobody is
};

/// An application of a Pusher-protocol server.
struct AppCredentials
{
    QString id;
    QString key;
    QByteArray secret; ///< never logged

    bool operator==(const AppCredentials &) const = default;
};

/// How the back end pushes events to clients, as in Laravel: by the embedded endpoint or through
/// an external Pusher-protocol server.
class Broadcaster
{
public:
    virtual ~Broadcaster() = default;
    /// Hands the event over; there is no answer. Events arrive in the order of the calls.
    virtual void publish(const Broadcast &broadcast) = 0;
};

} // namespace suhbat::demo
