#include "pusher/SocketAttempt.h"

#include "base/QtCompat.h"
#include "net/NetworkErrors.h"
#include "net/Proxies.h"
#include "net/Tls.h"

#include <QNetworkRequest>
#include <QRegularExpression>
#include <QScopedValueRollback>
#include <QSslError>
#include <QWebSocket>

namespace suhbat::pusher {

namespace {

// QWebSocket tells the HTTP status of a refused upgrade in its text only.
int httpStatusIn(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("status code: (\\d{3})"));
    return form.match(text).captured(1).toInt();
}

Error upgradeRefused(int status)
{
    // Of the upgrade, not of the session: 401 would end that.
    Error::Kind kind = Error::kindOfStatus(status);
    if (kind == Error::Kind::Unauthorized)
        kind = Error::Kind::Forbidden;
    return Error::make(kind, QStringLiteral("HTTP %1 instead of a WebSocket").arg(status), status);
}

} // namespace

SocketAttempt::SocketAttempt(const PusherOptions &options)
    : m_socket(new QWebSocket(options.network.origin, QWebSocketProtocol::VersionLatest, this))
    , m_network(options.network)
{
    m_socket->setMaxAllowedIncomingFrameSize(options.maxIncomingSize);
    m_socket->setMaxAllowedIncomingMessageSize(options.maxIncomingSize);
    connect(m_socket, &QWebSocket::connected, this, [this] {
        const QScopedValueRollback busy(m_busy, m_busy + 1);
        m_opened = true;
        Q_EMIT opened();
    });
    connect(m_socket, &QWebSocket::textMessageReceived, this, [this](const QString &text) {
        const QScopedValueRollback busy(m_busy, m_busy + 1);
        Q_EMIT textReceived(text);
    });
    connect(m_socket, &QWebSocket::sslErrors, this, [this](const QList<QSslError> &errors) {
        m_tlsProblem = net::tlsProblemOf(errors);
        m_tlsText = net::describe(errors);
    });
    connect(m_socket, webSocketErrorSignal<QWebSocket, QAbstractSocket::SocketError>(), this,
            &SocketAttempt::socketFailed);
    connect(m_socket, &QWebSocket::disconnected, this, &SocketAttempt::socketDisconnected);
}

void SocketAttempt::open(const QUrl &url)
{
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::UserAgentHeader, m_network.userAgent);
    m_socket->setProxy(net::proxyFor(m_network, url));
    if (url.scheme() == QLatin1String("wss"))
        m_socket->setSslConfiguration(net::tlsConfiguration(m_network));
    m_socket->open(request);
}

void SocketAttempt::send(const QByteArray &text)
{
    m_socket->sendTextMessage(QString::fromUtf8(text));
}

void SocketAttempt::close()
{
    m_ended = true; // ours: nobody needs to hear of it
    m_socket->close(QWebSocketProtocol::CloseCodeNormal);
}

Error SocketAttempt::error() const
{
    const QString text = m_socket->errorString();
    if (const int status = httpStatusIn(text))
        return upgradeRefused(status);
    // A connection that stood and is cut was not kept from the server by a proxy.
    if (m_opened)
        return Error::make(Error::Kind::Unreachable, text);
    return net::socketError(m_socket->error(), text, m_tlsProblem, m_tlsText);
}

void SocketAttempt::socketFailed()
{
    SocketEnd end;
    end.error = error();
    // A cut leaves the code at 1000, which is also what a proper goodbye has (135).
    if (m_opened && m_socket->closeCode() != QWebSocketProtocol::CloseCodeNormal) {
        end.code = m_socket->closeCode();
        end.reason = m_socket->closeReason();
    }
    finish(end);
}

void SocketAttempt::socketDisconnected()
{
    if (m_opened) {
        finish({m_socket->closeCode(), m_socket->closeReason(), {}});
        return;
    }
    // A refused connection tells the reason only after this signal (137).
    QMetaObject::invokeMethod(this, &SocketAttempt::socketFailed, Qt::QueuedConnection);
}

void SocketAttempt::finish(const SocketEnd &end)
{
    if (m_ended)
        return;
    m_ended = true;
    const QScopedValueRollback busy(m_busy, m_busy + 1);
    Q_EMIT ended(end);
}

void SocketAttemptDeleter::operator()(SocketAttempt *attempt) const
{
    attempt->disconnect();
    attempt->m_socket->disconnect(attempt);
    attempt->m_socket->abort();
    if (attempt->m_busy > 0)
        attempt->deleteLater();
    else
        delete attempt;
}

} // namespace suhbat::pusher
