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
    keepNothing(prepared);
    return prepared;
}

void HttpClient::keepNothing(QNetworkRequest &request)
{
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    // No state beside the token: a cookie of the last user must not vouch for the next one.
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute,
                         QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
}

QNetworkReply *HttpClient::fetch(const QUrl &url)
{
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::UserAgentHeader, m_settings.userAgent);
    request.setRawHeader("Accept", "*/*");
    if (m_server.isOwnOrigin(url)) {
        // So that Laravel says what is wrong in JSON.
        request.setRawHeader("X-Requested-With", "XMLHttpRequest");
        request.setRawHeader("Accept-Language", m_language.toLatin1());
        if (!m_token.isEmpty())
            request.setRawHeader("Authorization", "Bearer " + m_token.toLatin1());
    }
    keepNothing(request);
    return m_network->get(request);
}

QNetworkReply *HttpClient::start(const HttpRequest &request)
{
    QNetworkRequest prepared = prepare(request);
    if (request.method == HttpRequest::Method::Get)
        return m_network->get(prepared);
    if (request.method == HttpRequest::Method::Delete)
        return m_network->deleteResource(prepared);
    if (request.upload) {
        prepared.setHeader(QNetworkRequest::ContentTypeHeader, request.upload->contentType());
        prepared.setHeader(QNetworkRequest::ContentLengthHeader, request.upload->size());
        QNetworkReply *reply = m_network->post(prepared, request.upload.get());
        // As long as the reply may read from it.
        connect(reply, &QObject::destroyed, this, [body = request.upload] { (void)body; });
        return reply;
    }
    auto *body = new OneWayBody(request.body);
    prepared.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
    QNetworkReply *reply = request.method == HttpRequest::Method::Patch
                               ? m_network->sendCustomRequest(prepared, "PATCH", body)
                               : m_network->post(prepared, body);
    body->setParent(reply);
    return reply;
}

void HttpClient::follow(HttpExchange &exchange, const HttpRequest &request, QObject *context,
                        QNetworkReply *reply)
{
    connect(reply, &QNetworkReply::uploadProgress, &exchange,
            [&exchange, context = QPointer<QObject>(context),
             told = request.progress](qint64 sent, qint64 total) {
                exchange.restartTimeout();
                if (told && context && total > 0)
                    told(sent, total);
            });
}

QString HttpClient::named(HttpRequest::Method method)
{
    switch (method) {
    case HttpRequest::Method::Get:
        return QStringLiteral("GET ");
    case HttpRequest::Method::Post:
        return QStringLiteral("POST ");
    case HttpRequest::Method::Patch:
        return QStringLiteral("PATCH ");
    case HttpRequest::Method::Delete:
        break;
    }
    return QStringLiteral("DELETE ");
}

void HttpClient::send(const HttpRequest &request, QObject *context, Done done)
{
    // Without the query: it may hold what somebody searches for.
    const QString what = named(request.method) + request.url.path(QUrl::FullyEncoded);
    const QString usedToken = request.withToken ? m_token : QString();
    const quint64 number = ++m_lastNumber;
    QNetworkReply *const reply = start(request);
    auto *exchange = new HttpExchange(
        reply, m_limits, m_language, what,
        [this, number, usedToken, endsSession = request.endsSession](Result<HttpReply> result) {
            finish(number, std::move(result), usedToken, endsSession);
        },
        this);
    m_running.insert(number, {exchange, context, std::move(done)});
    if (context != nullptr)
        connect(context, &QObject::destroyed, exchange, [this, number] { abandon(number); });
    if (request.upload)
        follow(*exchange, request, context, reply);
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
