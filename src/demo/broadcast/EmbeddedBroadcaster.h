#pragma once

#include "demo/broadcast/Broadcaster.h"
#include "demo/pusher/PusherEndpoint.h"

namespace suhbat::demo {

/// Publishes through the endpoint in the same process.
class EmbeddedBroadcaster : public Broadcaster
{
public:
    explicit EmbeddedBroadcaster(PusherEndpoint &endpoint) : m_endpoint(endpoint) {}

    void publish(const Broadcast &broadcast) override { m_endpoint.broadcast(broadcast); }

private:
    PusherEndpoint &m_endpoint;
};

} // namespace suhbat::demo
