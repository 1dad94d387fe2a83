#pragma once

#include <QHash>
#include <QObject>
#include <QSslConfiguration>
#include <QTcpServer>
#include <QUrl>

#include <memory>
#include <optional>

namespace suhbat::test {

/// A loopback server, with TLS or without, that answers every request with the same JSON, upgrades
/// whoever asks for a WebSocket (and then keeps silent), and remembers what it was sent.
class OriginServer : public QObject
{
    Q_OBJECT

public:
    /// Listens on a free port of 127.0.0.1; fatal when it cannot.
    explicit OriginServer(const std::optional<QSslConfiguration> &tls = {});
    ~OriginServer() override;

    quint16 port() const { return m_server->serverPort(); }
    /// "https", "/api/x" -> https://127.0.0.1:PORT/api/x
    QUrl url(const QString &scheme, const QString &path,
             const QString &host = QStringLiteral("127.0.0.1")) const;

    /// Everything that came, decrypted.
    QByteArray seen;
    int requests = 0;
    QByteArray answer = "{\"auth\":\"k:s\"}";
    QByteArray redirectTo; ///< not empty: every request is answered 302 with this Location

private:
    void serve();
    void reply(QTcpSocket &socket, const QByteArray &head);

    std::unique_ptr<QTcpServer> m_server;
    QHash<QTcpSocket *, QByteArray> m_heads;
};

} // namespace suhbat::test
