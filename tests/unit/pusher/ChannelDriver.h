#pragma once

#include "MachineDriver.h"
#include "pusher/ChannelName.h"
#include "pusher/FrameCodec.h"

namespace suhbat::test {

inline pusher::PusherOptions machineOptions()
{
    pusher::PusherOptions options;
    options.host = QStringLiteral("localhost");
    options.appKey = QStringLiteral("key");
    options.random = [] { return 0.5; };
    return options;
}

/// A MachineDriver that is connected from the start, for tests of channels.
class ChannelDriver : public MachineDriver
{
public:
    explicit ChannelDriver(const pusher::PusherOptions &options = machineOptions())
        : MachineDriver(options)
    {
        establish();
        clear();
    }

    /// The answer of a back end for a presence channel that user 2 joins.
    static pusher::ChannelAuthorization presenceAuthorization()
    {
        return {QStringLiteral("key:sig"), QStringLiteral("{\"user_id\":2,\"user_info\":{}}"), {}};
    }

    /// Subscribes, authorises where needed, and lets the server say yes (with the members of
    /// a presence fixture).
    void join(const QString &channel)
    {
        subscribe(channel);
        if (pusher::isPresence(channel))
            authorize(presenceAuthorization());
        else if (pusher::needsAuthorization(channel))
            authorize();
        if (pusher::isPresence(channel))
            file(QStringLiteral("subscribed-presence-reverb"));
        else
            succeed(channel);
    }
    void succeed(const QString &channel)
    {
        text(R"({"event":"pusher_internal:subscription_succeeded","data":"{}","channel":)" +
             pusher::FrameCodec::quoted(channel) + '}');
    }
    /// Loses the connection and shakes hands anew, with another socket id.
    void reconnect()
    {
        ended(1006);
        passToDeadline();
        open();
        file(QStringLiteral("established-soketi"));
    }
    pusher::SubscriptionState state(const QString &channel) const
    {
        return machine.subscriptions().state(channel);
    }
    pusher::PresenceMembers members(const QString &channel) const
    {
        return machine.subscriptions().members(channel);
    }
    pusher::EventReceived event() const { return last<pusher::EventReceived>(); }
    QString clientEvent(const QString &channel, const QString &name, const QByteArray &json)
    {
        const auto frame = machine.clientEvent(channel, name, json, now);
        return frame ? QString::fromUtf8(*frame) : toString(frame.error().kind);
    }
    /// "data" of the frame sent last.
    QJsonObject sentData() const { return sent().last().value(QStringLiteral("data")).toObject(); }
};

} // namespace suhbat::test
