#pragma once

#include <QString>

#include <chrono>

namespace suhbat {

/// Which proxy stands between this computer and the servers.
struct ProxySettings
{
    enum class Use {
        None,   ///< straight to the server, whatever the environment says
        System, ///< what the system or http_proxy, https_proxy, no_proxy say; never for loopback
        Given   ///< host and port below, for every address
    };
    enum class Kind { Http, Socks5 };

    Use use = Use::System;
    Kind kind = Kind::Http;
    QString host;
    quint16 port = 0;
    /// For a proxy that asks (407), also for the system's. Never logged, never sent to a server.
    QString user;
    QString password;
};

/// How to reach servers: plain values, the same for REST, channel authorisation, pictures and the
/// socket. src/net makes Qt do what they say.
struct NetworkSettings
{
    /// From sending a REST request to the end of its answer.
    std::chrono::milliseconds requestTimeout{30000};
    /// From opening the socket to pusher:connection_established (statement 35).
    std::chrono::milliseconds connectTimeout{15000};
    /// Origin header of the socket; empty: none is sent (statement 15).
    QString origin;
    /// What stands before /app in the socket's address: "/reverb"; empty: nothing.
    QString pathPrefix;
    /// Name and version that the server sees.
    QString userAgent = QStringLiteral("suhbat/0.1.0");
    ProxySettings proxy;
    /// A PEM file of certificate authorities to trust beside the system's; empty: none.
    QString caFile;
    /// For developers: any certificate will do, so anybody may read along. Whoever sets it warns.
    bool insecureTls = false;
};

} // namespace suhbat
