#pragma once

#include "base/NetworkSettings.h"

#include <QNetworkProxy>

namespace suhbat::net {

/// The proxy on the way to `server` (http, https, ws or wss). Asking the system may take a moment.
QNetworkProxy proxyFor(const NetworkSettings &settings, const QUrl &server);

/// The same for QNetworkAccessManager, which asks at every request.
class ProxyFactory final : public QNetworkProxyFactory
{
public:
    explicit ProxyFactory(NetworkSettings settings) : m_settings(std::move(settings)) {}
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        return {proxyFor(m_settings, query.url())};
    }

private:
    NetworkSettings m_settings;
};

} // namespace suhbat::net
