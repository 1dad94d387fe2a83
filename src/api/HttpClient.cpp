#include "api/HttpClient.h"

#include "api/OneWayBody.h"
#include "base/Deliver.h"

#include <algorithm>

namespace suhbat {

HttpClient::HttpClient(QNetworkAccessManager *network, ServerProfile server,
                       NetworkSettings settings, QObject *parent)
    : QObject(parent)
    , m_network(network)
    , m_server(std::move(server))
    , m_settings(std::move(settings))
{
    m_limits.timeout = m_settings.requestTimeout;
}

HttpClient::~HttpClient()
{
    cancelAll();
}

void HttpClient::setServer(ServerProfile server)
{
    cancelAll();
    m_token.clear();
    m_server = std::move(server);
}

void HttpClient::setToken(const QString &token)
{
    // A token with a line end in it would write headers of its own.
    const bool safe = std::all_of(token.cbegin(), token.cend(),
                                  [](QChar c) { return c > u' ' && c < QChar(0x7f); });
    m_leftSession = m_leftSession || (!m_token.isEmpty() && token.isEmpty());
    m_token = safe ? token : QString();
    closeLeftConnections();
}

void HttpClient::closeLeftConnections()
{
    if (!m_leftSession || !m_running.isEmpty())
        return;
    m_leftSession = false;
    m_network->clearConnectionCache();
}

QNetworkRequest HttpClient::prepare(const HttpRequest &request) const
{
    QNetworkRequest prepared(request.url);
    prepared.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
    prepared.setHeader(QNetworkRequest::UserAgentHeader, m_settings.userAgent);
    prepared.setRawHeader("Accept", "application/json");
    prepared.setRawHeader("Accept-Language", m_language.toLatin1());
    prepared.setRawHeader("X-Locale", m_language.toLatin1());
    prepared.setRawHeader("X-Requested-With", "XMLHttpRequest");
    if (m_server.isOwnOrigin(request.url)) {
        if (request.withToken && !m_token.isEmpty())
            prepared.setRawHeader("Authorization", "Bearer " + m_token.toLatin1());
        if (!m_socketId.isEmpty())
            prepared.setRawHeader("X-Socket-ID", m_socketId.toLatin1());
    }
    prepared.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                          QNetworkRequest::ManualRedirectPolicy);
    // No state beside the token: a cookie of the last user must not vouch for the next one.
    prepared.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    prepared.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    prepared.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    prepared.setAttribute(QNetworkRequest::CacheLoadControlAttribute,
                          QNetworkRequest::AlwaysNetwork);
    prepared.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    return prepared;
}

QNetworkReply *HttpClient::start(const HttpRequest &request)
{
    QNetworkRequest prepared = prepare(request);
    if (request.method == HttpRequest::Method::Get)
        return m_network->get(prepared);
    auto *body = new OneWayBody(request.body);
    prepared.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
    QNetworkReply *reply = m_network->post(prepared, body);
    body->setParent(reply);
    return reply;
}

void HttpClient::send(const HttpRequest &request, QObject *context, Done done)
{
    const bool get = request.method == HttpRequest::Method::Get;
    // Without the query: it may hold what somebody searches for.
    const QString what = (get ? QStringLiteral("GET ") : QStringLiteral("POST ")) +
                         request.url.path(QUrl::FullyEncoded);
    const QString usedToken = request.withToken ? m_token : QString();
    const quint64 number = ++m_lastNumber;
    auto *exchange = new HttpExchange(
        start(request), m_limits, m_language, what,
        [this, number, usedToken, endsSession = request.endsSession](Result<HttpReply> result) {
            finish(number, std::move(result), usedToken, endsSession);
        },
        this);
    m_running.insert(number, {exchange, context, std::move(done)});
    if (context != nullptr)
        connect(context, &QObject::destroyed, exchange, [this, number] { abandon(number); });
}

// Nobody waits for the answer any more: the request ends, too.
void HttpClient::abandon(quint64 number)
{
    delete m_running.take(number).exchange;
    closeLeftConnections();
}

void HttpClient::finish(quint64 number, Result<HttpReply> result, const QString &usedToken,
                        bool endsSession)
{
    const bool refused = !result && result.error().kind == Error::Kind::Unauthorized;
    Running running = m_running.take(number);
    running.exchange->deleteLater();
    deliver(running.context.data(), std::move(running.done), std::move(result));
    closeLeftConnections();
    if (!refused || !endsSession || usedToken.isEmpty())
        return;
    // After the handler, and not for a token that has been replaced meanwhile.
    QMetaObject::invokeMethod(
        this,
        [this, usedToken] {
            if (usedToken == m_token)
                Q_EMIT unauthorized();
        },
        Qt::QueuedConnection);
}

void HttpClient::cancelAll()
{
    const QHash<quint64, Running> running = std::exchange(m_running, {});
    for (const Running &one : running) {
        delete one.exchange;
        deliver(
            one.context.data(), one.done,
            Result<HttpReply>(Error::make(Error::Kind::Cancelled, QStringLiteral("cancelled"))));
    }
}

} // namespace suhbat
