#pragma once

#include "api/ChatApi.h"
#include "pusher/ChannelAuthorizer.h"
#include "pusher/PusherOptions.h"

namespace suhbat {

/// pusher's question, answered by REST: the two layers do not know each other.
class ApiChannelAuthorizer final : public pusher::ChannelAuthorizer
{
public:
    /// The API outlives this object.
    explicit ApiChannelAuthorizer(ChatApi &api) : m_api(api) {}
    void authorize(const QString &socketId, const QString &channelName, QObject *context,
                   Done done) override;

private:
    ChatApi &m_api;
};

/// `options` with the server of the profile and the ways of the network settings filled in.
pusher::PusherOptions pusherOptionsFor(const ServerProfile &profile, const NetworkSettings &network,
                                       pusher::PusherOptions options = {});

} // namespace suhbat
