#pragma once

#include "base/Clock.h"
#include "base/NetworkSettings.h"
#include "tools/listen/Steps.h"

#include <QElapsedTimer>
#include <QHostInfo>
#include <QNetworkProxy>
#include <QObject>
#include <QSslSocket>
#include <QTimer>
#include <QUrl>

#include <functional>
#include <optional>

namespace suhbat::listen {

/// Goes the way to a server step by step: DNS, proxy, TCP, TLS. Connects, asks nothing, and hangs
/// up. Finds the very step that Qt's own errors blur.
class Reachability : public QObject
{
    Q_OBJECT

public:
    /// Nothing: the server is reached.
    using Done = std::function<void(std::optional<Failure>)>;

    Reachability(NetworkSettings network, Milliseconds timeout, QObject *parent = nullptr);
    ~Reachability() override;

    /// `server`: http, https, ws or wss. One at a time; `done` is called once, later.
    void check(const QUrl &server, Done done);

Q_SIGNALS:
    void passed(suhbat::listen::Step step, const QString &what);

private:
    void resolve(const QString &host);
    void connectTo(const QString &host, quint16 port);
    void onConnected();
    void onEncrypted();
    void onError(QAbstractSocket::SocketError error);
    void fail(Step step, const QString &what);
    void end(std::optional<Failure> failure);
    bool isProxied() const { return m_proxy.type() != QNetworkProxy::NoProxy; }

    const NetworkSettings m_network;
    const Milliseconds m_timeout;
    QUrl m_server;
    quint16 m_port = 0;
    bool m_tls = false;
    bool m_onlyToProxy = false; ///< it is asked for the server by HTTP, not for a tunnel
    QNetworkProxy m_proxy;
    Step m_step = Step::Dns;
    QString m_tlsProblem;
    std::optional<int> m_lookup;
    std::unique_ptr<QSslSocket> m_socket;
    QElapsedTimer m_since;
    QTimer m_timer;
    Done m_done;
};

} // namespace suhbat::listen
