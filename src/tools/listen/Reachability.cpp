#include "tools/listen/Reachability.h"

#include "net/Proxies.h"
#include "net/Tls.h"
#include "tools/listen/Diagnosis.h"

#include <QHostAddress>
#include <QSslCertificate>
#include <QSslCipher>

namespace suhbat::listen {

namespace {

bool isProxyError(QAbstractSocket::SocketError error)
{
    switch (error) {
    case QAbstractSocket::ProxyAuthenticationRequiredError:
    case QAbstractSocket::ProxyConnectionRefusedError:
    case QAbstractSocket::ProxyConnectionClosedError:
    case QAbstractSocket::ProxyConnectionTimeoutError:
    case QAbstractSocket::ProxyNotFoundError:
    case QAbstractSocket::ProxyProtocolError:
        return true;
    default:
        return false;
    }
}

QString firstOf(const QStringList &list)
{
    return list.isEmpty() ? QString() : list.first();
}

QString tellCertificate(const QSslSocket &socket)
{
    const QSslCertificate certificate = socket.peerCertificate();
    return QStringLiteral("%1, certificate of \"%2\" from \"%3\", valid until %4")
        .arg(socket.sessionCipher().protocolString(),
             firstOf(certificate.subjectInfo(QSslCertificate::CommonName)),
             firstOf(certificate.issuerInfo(QSslCertificate::CommonName)),
             certificate.expiryDate().toString(QStringLiteral("yyyy-MM-dd")));
}

} // namespace

Reachability::Reachability(NetworkSettings network, Milliseconds timeout, QObject *parent)
    : QObject(parent), m_network(std::move(network)), m_timeout(timeout)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        fail(m_step, QStringLiteral("no answer within %1 s").arg(double(m_timeout.count()) / 1000));
    });
}

Reachability::~Reachability()
{
    m_timer.disconnect(this);
    if (m_lookup)
        QHostInfo::abortHostLookup(*m_lookup);
    if (m_socket)
        m_socket->disconnect(this);
}

void Reachability::check(const QUrl &server, Done done)
{
    m_server = server;
    m_done = std::move(done);
    m_tls = server.scheme() == QLatin1String("https") || server.scheme() == QLatin1String("wss");
    m_port = quint16(server.port(m_tls ? 443 : 80));
    m_proxy = net::proxyFor(m_network, server);
    m_step = isProxied() ? Step::Proxy : Step::Dns;
    m_timer.start(m_timeout);
    resolve(isProxied() ? m_proxy.hostName() : server.host());
}

void Reachability::resolve(const QString &host)
{
    const auto resolved = [this, host] {
        // An HTTP proxy passes plain requests on without being asked for a tunnel first.
        const bool tunnel = m_tls || m_server.scheme().startsWith(QLatin1String("ws"));
        m_onlyToProxy = isProxied() && !tunnel;
        if (m_onlyToProxy)
            connectTo(host, m_proxy.port());
        else
            connectTo(m_server.host(), m_port);
    };
    if (!QHostAddress(host).isNull()) {
        QMetaObject::invokeMethod(this, resolved, Qt::QueuedConnection);
        return;
    }
    m_lookup = QHostInfo::lookupHost(host, this, [this, host, resolved](const QHostInfo &info) {
        m_lookup.reset();
        if (!m_done)
            return;
        if (info.error() != QHostInfo::NoError || info.addresses().isEmpty()) {
            fail(m_step, QStringLiteral("\"%1\": %2").arg(host, info.errorString()));
            return;
        }
        QStringList addresses;
        for (const QHostAddress &address : info.addresses())
            addresses += address.toString();
        Q_EMIT passed(m_step, QStringLiteral("%1 resolves to %2")
                                  .arg(host, addresses.mid(0, 5).join(QStringLiteral(", "))));
        resolved();
    });
}

void Reachability::connectTo(const QString &host, quint16 port)
{
    if (!isProxied())
        m_step = Step::Tcp;
    m_since.start();
    m_timer.start(m_timeout);
    m_socket = std::make_unique<QSslSocket>();
    m_socket->setProxy(m_onlyToProxy ? QNetworkProxy(QNetworkProxy::NoProxy) : m_proxy);
    connect(m_socket.get(), &QSslSocket::connected, this, &Reachability::onConnected);
    connect(m_socket.get(), &QSslSocket::encrypted, this, &Reachability::onEncrypted);
    connect(m_socket.get(), &QSslSocket::errorOccurred, this, &Reachability::onError);
    connect(m_socket.get(), &QSslSocket::sslErrors, this,
            [this](const QList<QSslError> &errors) { m_tlsProblem = net::describe(errors); });
    m_socket->connectToHost(host, port);
}

void Reachability::onConnected()
{
    const QString where =
        isProxied() ? QStringLiteral("through the proxy %1 port %2")
                          .arg(m_proxy.hostName(), QString::number(m_proxy.port()))
                    : QStringLiteral("to %1 port %2")
                          .arg(m_socket->peerAddress().toString(), QString::number(m_port));
    Q_EMIT passed(m_step,
                  QStringLiteral("connected %1 in %2 ms").arg(where).arg(m_since.elapsed()));
    if (!m_done)
        return;
    if (!m_tls) {
        end(std::nullopt);
        return;
    }
    m_step = Step::Tls;
    if (!QSslSocket::supportsSsl()) {
        fail(Step::Tls, QStringLiteral("this program finds no TLS library"));
        return;
    }
    m_timer.start(m_timeout);
    m_socket->setSslConfiguration(net::tlsConfiguration(m_network));
    m_socket->startClientEncryption();
}

void Reachability::onEncrypted()
{
    Q_EMIT passed(Step::Tls, tellCertificate(*m_socket));
    end(std::nullopt);
}

void Reachability::onError(QAbstractSocket::SocketError error)
{
    Step step = m_step;
    // Until the tunnel stands it is the proxy that speaks. Qt takes its 403, 404 and 503 for errors
    // of the server's name or port, which nobody here has asked.
    if (isProxyError(error) || m_onlyToProxy)
        step = Step::Proxy;
    else if (error == QAbstractSocket::HostNotFoundError && !isProxied())
        step = Step::Dns;
    const bool atProxy = step == Step::Proxy;
    QString text = m_tlsProblem.isEmpty() ? m_socket->errorString() : m_tlsProblem;
    if (atProxy && !isProxyError(error))
        text = QStringLiteral("no way to %1 port %2 (%3)")
                   .arg(m_server.host(), QString::number(m_port), text);
    fail(step, QStringLiteral("%1 port %2: %3")
                   .arg(atProxy ? m_proxy.hostName() : m_server.host())
                   .arg(atProxy ? m_proxy.port() : m_port)
                   .arg(text));
}

void Reachability::fail(Step step, const QString &what)
{
    end(diagnosis::unreached(step, what, m_server));
}

void Reachability::end(std::optional<Failure> failure)
{
    if (!m_done)
        return;
    m_timer.stop();
    if (m_lookup)
        QHostInfo::abortHostLookup(*m_lookup);
    m_lookup.reset();
    if (m_socket) {
        m_socket->disconnect(this);
        // From within its own slot: it must outlive it.
        m_socket->abort();
        m_socket.release()->deleteLater();
    }
    const Done done = std::exchange(m_done, {});
    done(std::move(failure));
}

} // namespace suhbat::listen
