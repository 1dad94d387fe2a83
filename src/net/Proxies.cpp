#include "net/Proxies.h"

#include <QHostAddress>
#include <QUrl>

namespace suhbat::net {

namespace {

bool isLoopback(const QString &host)
{
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

/// The system knows proxies for web pages; a socket goes the way that they go.
QUrl asPage(QUrl server)
{
    if (server.scheme() == QLatin1String("wss"))
        server.setScheme(QStringLiteral("https"));
    else if (server.scheme() == QLatin1String("ws"))
        server.setScheme(QStringLiteral("http"));
    return server;
}

QNetworkProxy ofTheSystem(const QUrl &server)
{
    if (isLoopback(server.host()))
        return QNetworkProxy::NoProxy;
    const auto found =
        QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(asPage(server)));
    return found.isEmpty() ? QNetworkProxy(QNetworkProxy::NoProxy) : found.constFirst();
}

} // namespace

QNetworkProxy proxyFor(const NetworkSettings &settings, const QUrl &server)
{
    const ProxySettings &wanted = settings.proxy;
    QNetworkProxy proxy(QNetworkProxy::NoProxy);
    if (wanted.use == ProxySettings::Use::System)
        proxy = ofTheSystem(server);
    else if (wanted.use == ProxySettings::Use::Given)
        proxy =
            QNetworkProxy(wanted.kind == ProxySettings::Kind::Socks5 ? QNetworkProxy::Socks5Proxy
                                                                     : QNetworkProxy::HttpProxy,
                          wanted.host, wanted.port);
    if (proxy.type() != QNetworkProxy::NoProxy && !wanted.user.isEmpty()) {
        proxy.setUser(wanted.user);
        proxy.setPassword(wanted.password);
    }
    return proxy;
}

} // namespace suhbat::net
