#include "pusher/PusherOptions.h"

namespace suhbat::pusher {

namespace {

Error badOption(const QString &detail)
{
    return Error::make(Error::Kind::Configuration, detail);
}

} // namespace

Result<QUrl> PusherOptions::url(bool useTls) const
{
    QString server = host.trimmed();
    if (server.isEmpty() && !cluster.isEmpty())
        server = QStringLiteral("ws-%1.pusher.com").arg(cluster);
    if (server.isEmpty())
        return badOption(QStringLiteral("no host of the Pusher server"));
    if (appKey.isEmpty())
        return badOption(QStringLiteral("no app key"));

    QUrl url;
    url.setScheme(useTls ? QStringLiteral("wss") : QStringLiteral("ws"));
    url.setHost(server);
    // A plain port is no place for TLS: after close code 4000 the other default is meant.
    const bool movedToTls = useTls && !tls && port == 80;
    const quint16 defaultPort = useTls ? 443 : 80;
    url.setPort(port == 0 || movedToTls ? defaultPort : port);
    QString prefix = network.pathPrefix;
    while (prefix.endsWith(u'/'))
        prefix.chop(1);
    if (!prefix.isEmpty() && !prefix.startsWith(u'/'))
        prefix.prepend(u'/');
    url.setPath(prefix + QStringLiteral("/app/") + appKey, QUrl::DecodedMode);
    const auto escaped = [](const QString &text) {
        return QString::fromLatin1(QUrl::toPercentEncoding(text));
    };
    url.setQuery(QStringLiteral("protocol=7&client=%1&version=%2")
                     .arg(escaped(clientName), escaped(clientVersion)));
    if (!url.isValid() || url.host().isEmpty())
        return badOption(QStringLiteral("no usable address: ") + url.errorString());
    return url;
}

} // namespace suhbat::pusher
