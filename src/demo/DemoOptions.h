#pragma once

#include "demo/broadcast/ExternalPusher.h"
#include "demo/pusher/PusherConnection.h"
#include "demo/rest/MessageEndpoints.h"
#include "demo/script/ScriptTimings.h"

#include <QDateTime>
#include <QHostAddress>

#include <functional>
#include <optional>

namespace suhbat::demo {

/// How a DemoServer is set up; the defaults are those of the program.
struct DemoOptions
{
    QHostAddress address = QHostAddress::LocalHost;
    quint16 port = 0;     ///< 0: any free one
    QString databaseFile; ///< empty: in memory
    std::function<QDateTime()> now = [] { return QDateTime::currentDateTimeUtc(); };
    quint32 seed = 1;   ///< same seed and clock: same history, same choices of the scripted people
    bool quiet = false; ///< no scripted people
    ScriptTimings script;
    Capabilities capabilities;
    PusherTimings pusher; ///< of the embedded endpoint
    int perPage = 15;
    AppCredentials app{QStringLiteral("demo-app"), QStringLiteral("demo-app-key"),
                       QByteArrayLiteral("demo-app-secret")};
    std::optional<ExternalPusher> externalPusher; ///< set: events go through that server
};

} // namespace suhbat::demo
