#include "pusher/HttpFormPost.h"

#include "net/NetworkErrors.h"
#include "net/NetworkManager.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QTimer>

namespace suhbat::pusher {

namespace {

// A signature is some hundred bytes; channel_data may have some kilobytes.
constexpr qint64 largestAnswer = 256 * 1024;
constexpr auto endless = "endless"; // property of a reply that was longer

// QUrlQuery leaves + alone, which a form reads as a space.
QByteArray formField(const QString &name, const QString &value)
{
    return QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
}

Error::Kind kindOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::OperationCanceledError: // by the timer in post()
    case QNetworkReply::TimeoutError:
    case QNetworkReply::ProxyTimeoutError:
        return Error::Kind::Timeout;
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
        return Error::Kind::Configuration;
    default:
        return Error::Kind::Unreachable;
    }
}

} // namespace

HttpFormPost::HttpFormPost(QNetworkAccessManager &network, QUrl endpoint, const char *defaultPath)
    : m_network(network), m_endpoint(std::move(endpoint))
{
    if (m_endpoint.path().isEmpty() || m_endpoint.path() == QLatin1String("/"))
        m_endpoint.setPath(QLatin1String(defaultPath));
    if (const auto *const ours = qobject_cast<net::NetworkManager *>(&network)) {
        m_timeout = ours->settings().requestTimeout;
        m_headers.insert("User-Agent", ours->settings().userAgent.toLatin1());
    }
}

void HttpFormPost::setBearerToken(const QByteArray &token)
{
    const QByteArray name("Authorization");
    if (token.isEmpty())
        m_headers.remove(name);
    else
        m_headers.insert(name, "Bearer " + token);
}

void HttpFormPost::setHeader(const QByteArray &name, const QByteArray &value)
{
    m_headers.insert(name, value);
}

void HttpFormPost::setParameter(const QString &name, const QString &value)
{
    m_parameters.insert(name, value);
}

void HttpFormPost::post(const Fields &fields, QObject *context, Done done)
{
    QNetworkRequest request(m_endpoint);
    request.setHeader(QNetworkRequest::ContentTypeHeader,
                      QByteArrayLiteral("application/x-www-form-urlencoded"));
    // Without it Laravel answers an expired token with a redirect and a denial with HTML (86).
    request.setRawHeader("Accept", "application/json");
    request.setRawHeader("X-Requested-With", "XMLHttpRequest");
    for (auto it = m_headers.cbegin(); it != m_headers.cend(); ++it)
        request.setRawHeader(it.key(), it.value());
    // Followed, a redirect to a login page would look like a success.
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);

    QByteArrayList form;
    for (const auto &[name, value] : fields)
        form.append(formField(name, value));
    for (auto it = m_parameters.cbegin(); it != m_parameters.cend(); ++it)
        form.append(formField(it.key(), it.value()));

    QNetworkReply *const reply = m_network.post(request, form.join('&'));
    QObject::connect(reply, &QNetworkReply::finished, reply, &QObject::deleteLater);
    // Qt's own time-out starts anew with every byte, and a server may drip for ever.
    QTimer::singleShot(m_timeout, reply, &QNetworkReply::abort);
    QObject::connect(reply, &QNetworkReply::readyRead, reply, [reply] {
        if (reply->bytesAvailable() <= largestAnswer)
            return;
        reply->setProperty(endless, true);
        reply->abort();
    });
    QObject::connect(context, &QObject::destroyed, reply, [reply, context] {
        // abort() finishes the reply at once, and a dying context must not hear of it.
        QObject::disconnect(reply, nullptr, context, nullptr);
        reply->abort();
    });
    QObject::connect(reply, &QNetworkReply::finished, context,
                     [reply, done = std::move(done)] { done(fromReply(*reply)); });
}

Result<JsonValue> HttpFormPost::fromReply(QNetworkReply &reply)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    // A complete answer with a bad status has an error of its own; one that broke off has none.
    const bool brokeOff = status < 300 && reply.error() != QNetworkReply::NoError;
    if (reply.property(endless).toBool())
        return Error::make(Error::Kind::TooLarge, QStringLiteral("authorisation: endless answer"),
                           status);
    if (const auto unreached = net::reachError(reply))
        return *unreached;
    if (status == 0 || brokeOff)
        return Error::make(kindOf(reply.error()), reply.errorString());
    Result<JsonValue> result = fromAnswer(status, reply.readAll());
    bool isNumber = false;
    const int seconds = reply.rawHeader("Retry-After").trimmed().toInt(&isNumber);
    if (!result && isNumber && seconds >= 0) {
        Error error = result.error();
        error.retryAfter = std::chrono::seconds(seconds);
        return error;
    }
    return result;
}

Result<JsonValue> HttpFormPost::fromAnswer(int status, QByteArrayView body)
{
    const Result<JsonValue> parsed = JsonValue::parse(body);
    const JsonValue json = parsed ? *parsed : JsonValue();
    if (status < 200 || status > 299) {
        Error error = Error::make(Error::kindOfStatus(status),
                                  QStringLiteral("authorisation: HTTP %1").arg(status), status);
        error.serverText = json["message"].string().value_or(QString());
        return error;
    }
    const QString auth = json["auth"].string().value_or(QString());
    const qsizetype colon = auth.indexOf(u':');
    if (colon < 1 || colon + 1 == auth.size())
        return Error::make(Error::Kind::BadResponse,
                           QStringLiteral("authorisation: no usable auth in the answer"), status);
    return json;
}

} // namespace suhbat::pusher
