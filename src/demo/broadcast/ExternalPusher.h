#pragma once

#include "demo/broadcast/Broadcaster.h"

namespace suhbat::demo {

/// A Pusher-protocol server run by somebody else.
struct ExternalPusher
{
    QString scheme = QStringLiteral("http"); ///< of its REST API; https goes with wss
    QString host = QStringLiteral("127.0.0.1");
    quint16 port = 6001;
    AppCredentials app;
};

} // namespace suhbat::demo
