#include "net/NetworkErrors.h"

#include "net/Tls.h"

#include <QNetworkReply>
#include <QSslError>

namespace suhbat::net {

namespace {

constexpr char problemProperty[] = "suhbatTlsProblem";
constexpr char textProperty[] = "suhbatTlsText";
constexpr int proxyWantsLogin = 407;

Error tlsError(TlsProblem problem, const QString &detail)
{
    Error error = Error::make(Error::Kind::Tls, detail);
    error.tls = problem == TlsProblem::None ? TlsProblem::Handshake : problem;
    return error;
}

/// Behind a proxy Qt says of many failures only in words which side they are on; in English, for
/// its own translations are never loaded.
bool blamesProxy(const QString &text)
{
    return text.contains(QLatin1String("proxy"), Qt::CaseInsensitive);
}

Error proxyError(const QString &detail, int status = 0)
{
    return Error::make(Error::Kind::Proxy, detail, status);
}

} // namespace

void rememberTlsProblems(QNetworkReply &reply)
{
    QObject::connect(&reply, &QNetworkReply::sslErrors, &reply,
                     [&reply](const QList<QSslError> &errors) {
                         reply.setProperty(problemProperty, int(tlsProblemOf(errors)));
                         reply.setProperty(textProperty, describe(errors));
                     });
}

std::optional<Error> reachError(const QNetworkReply &reply)
{
    switch (reply.error()) {
    case QNetworkReply::SslHandshakeFailedError: {
        const QString text = reply.property(textProperty).toString();
        return tlsError(TlsProblem(reply.property(problemProperty).toInt()),
                        text.isEmpty() ? reply.errorString() : text);
    }
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return proxyError(reply.errorString(), proxyWantsLogin);
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::UnknownProxyError:
        return proxyError(reply.errorString());
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyTimeoutError:
        // While the tunnel is made; a plain request may have been passed on.
        if (reply.url().scheme() == QLatin1String("https"))
            return proxyError(reply.errorString());
        return std::nullopt;
    case QNetworkReply::UnknownNetworkError:
        if (blamesProxy(reply.errorString()))
            return proxyError(reply.errorString());
        return std::nullopt;
    default:
        return std::nullopt;
    }
}

Error socketError(QAbstractSocket::SocketError error, const QString &text, TlsProblem problem,
                  const QString &tlsText)
{
    if (problem != TlsProblem::None)
        return tlsError(problem, tlsText);
    switch (error) {
    case QAbstractSocket::SslHandshakeFailedError:
    case QAbstractSocket::SslInternalError:
    case QAbstractSocket::SslInvalidUserDataError:
        return tlsError(TlsProblem::Handshake, text);
    case QAbstractSocket::ProxyAuthenticationRequiredError:
        return proxyError(text, proxyWantsLogin);
    case QAbstractSocket::ProxyConnectionRefusedError:
    case QAbstractSocket::ProxyConnectionClosedError:
    case QAbstractSocket::ProxyConnectionTimeoutError:
    case QAbstractSocket::ProxyNotFoundError:
    case QAbstractSocket::ProxyProtocolError:
        return proxyError(text);
    case QAbstractSocket::SocketTimeoutError:
        return Error::make(Error::Kind::Timeout, text);
    default:
        return blamesProxy(text) ? proxyError(text) : Error::make(Error::Kind::Unreachable, text);
    }
}

} // namespace suhbat::net
