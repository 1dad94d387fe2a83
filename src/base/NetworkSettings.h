#pragma once

#include <QString>

#include <chrono>

namespace suhbat {

/// How to reach servers; plain values, shared by REST, channel authorisation and the socket.
struct NetworkSettings
{
    /// From sending a REST request to the end of its answer.
    std::chrono::milliseconds requestTimeout{30000};
    /// From opening the socket to pusher:connection_established (statement 35).
    std::chrono::milliseconds connectTimeout{15000};
    /// Origin header of the socket; empty: none is sent (statement 15).
    QString origin;
    /// Name and version that the server sees.
    QString userAgent = QStringLiteral("suhbat/0.1.0");
};

} // namespace suhbat
