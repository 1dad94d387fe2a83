#pragma once

#include "base/Backoff.h"
#include "base/Clock.h"
#include "base/NetworkSettings.h"
#include "base/Result.h"
#include "pusher/Sealed.h"

#include <QString>
#include <QUrl>

namespace suhbat::pusher {

/// Which server, and how patient to be with it. Only `host` (or `cluster`) and `appKey` are
/// required.
struct PusherOptions
{
    bool tls = true;  ///< wss; a server's close code 4000 turns it on for good
    QString host;     ///< name or address, without scheme and port
    quint16 port = 0; ///< 0: 443 with TLS, 80 without
    /// Hosted Pusher: "eu" stands for the host ws-eu.pusher.com where `host` is empty.
    QString cluster;
    QString appKey; ///< public; the app's secret never reaches a client
    /// What the server sees in the URL as client and version.
    QString clientName = QStringLiteral("suhbat");
    QString clientVersion = QStringLiteral("0.1.0");
    /// Certificates, proxy, Origin, what stands before /app; requestTimeout means nothing here.
    NetworkSettings network;

    /// Longest silence before a ping; the server may ask for a shorter one (statement 29).
    Milliseconds activityTimeout{120000};
    /// How long to wait for any frame after that ping (30).
    Milliseconds pongTimeout{30000};
    /// The same after the network came back or the computer woke up (28).
    Milliseconds reviveTimeout{10000};
    /// How long `connecting` may last before it is called `unavailable` (22).
    Milliseconds unavailableTimeout{10000};
    /// From sending a subscription or a sign-in to the server's answer (82, 121).
    Milliseconds subscribeTimeout{10000};
    /// Longer frames are not sent: Reverb would close the connection (55). Bytes.
    qsizetype maxFrameSize = 10000;
    /// Longer messages close the connection with 1009. Bytes.
    quint64 maxIncomingSize = 16 * 1024 * 1024;
    /// Client events beyond this are refused locally (117).
    int maxClientEventsPerSecond = 10;

    /// For encrypted channels: openSecretBox of suhbat_pusher_crypto (106). Empty: they are
    /// refused.
    BoxOpener openBox;
    Backoff::Random random; ///< empty: the real one
    Clock clock;

    /// ws[s]://HOST:PORT PREFIX/app/KEY?protocol=7&client=…&version=… (1, 2). Error kind
    /// Configuration when there is no host or key, or no URL comes of them.
    Result<QUrl> url(bool useTls) const;
};

} // namespace suhbat::pusher
