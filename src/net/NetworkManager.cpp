#include "net/NetworkManager.h"

#include "net/NetworkErrors.h"
#include "net/Proxies.h"
#include "net/Tls.h"

#include <QNetworkReply>

namespace suhbat::net {

NetworkManager::NetworkManager(NetworkSettings settings, QObject *parent)
    : QNetworkAccessManager(parent), m_settings(std::move(settings))
{
    setProxyFactory(new ProxyFactory(m_settings)); // ours no more
}

/// Qt waits for 407 and asks again, but not with a body that cannot be sent twice, nor where the
/// request takes no stored logins (both HttpClient): the proxy is told at once. Only where no
/// redirect can carry the login on; the proxy itself keeps it.
void NetworkManager::introduceToProxy(QNetworkRequest &request) const
{
    const QNetworkProxy proxy = proxyFor(m_settings, request.url());
    if (proxy.type() != QNetworkProxy::HttpProxy || proxy.user().isEmpty())
        return;
    const QString login = proxy.user() + u':' + proxy.password();
    request.setRawHeader("Proxy-Authorization", "Basic " + login.toUtf8().toBase64());
}

QNetworkReply *NetworkManager::createRequest(Operation operation, const QNetworkRequest &request,
                                             QIODevice *body)
{
    QNetworkRequest prepared(request);
    prepared.setAttribute(QNetworkRequest::ConnectionCacheExpiryTimeoutSecondsAttribute,
                          int(keepConnection.count()));
    // Also for http: a redirect may lead to https.
    const bool encrypted = request.url().scheme() == QLatin1String("https");
    if (encrypted && !m_tls)
        m_tls = tlsConfiguration(m_settings);
    if (m_tls)
        prepared.setSslConfiguration(*m_tls);
    // What a request does not say is the manager's to say, and that follows redirects.
    const QVariant policy =
        request.attribute(QNetworkRequest::RedirectPolicyAttribute, int(redirectPolicy()));
    const bool staysHere = policy.toInt() == QNetworkRequest::ManualRedirectPolicy;
    if (!encrypted && staysHere)
        introduceToProxy(prepared);
    if (request.hasRawHeader("Authorization") && !staysHere)
        prepared.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                              QNetworkRequest::SameOriginRedirectPolicy);
    QNetworkReply *const reply = QNetworkAccessManager::createRequest(operation, prepared, body);
    if (encrypted)
        rememberTlsProblems(*reply);
    return reply;
}

} // namespace suhbat::net
