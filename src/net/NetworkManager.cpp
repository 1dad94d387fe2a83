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

QNetworkReply *NetworkManager::createRequest(Operation operation, const QNetworkRequest &request,
                                             QIODevice *body)
{
    QNetworkRequest prepared(request);
    // Also for http: a redirect may lead to https.
    const bool encrypted = request.url().scheme() == QLatin1String("https");
    if (encrypted && !m_tls)
        m_tls = tlsConfiguration(m_settings);
    if (m_tls)
        prepared.setSslConfiguration(*m_tls);
    const auto redirects = request.attribute(QNetworkRequest::RedirectPolicyAttribute);
    if (request.hasRawHeader("Authorization") &&
        redirects.toInt() != QNetworkRequest::ManualRedirectPolicy)
        prepared.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                              QNetworkRequest::SameOriginRedirectPolicy);
    QNetworkReply *const reply = QNetworkAccessManager::createRequest(operation, prepared, body);
    if (encrypted)
        rememberTlsProblems(*reply);
    return reply;
}

} // namespace suhbat::net
