#include "support/OriginServer.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QSslServer>
#include <QTcpSocket>

namespace suhbat::test {

OriginServer::OriginServer(const std::optional<QSslConfiguration> &tls)
{
    if (tls) {
        auto server = std::make_unique<QSslServer>();
        server->setSslConfiguration(*tls);
        m_server = std::move(server);
    } else {
        m_server = std::make_unique<QTcpServer>();
    }
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, &OriginServer::serve);
    if (!m_server->listen(QHostAddress::LocalHost))
        qFatal("cannot listen");
}

OriginServer::~OriginServer()
{
    m_server->disconnect(this);
    const auto sockets = m_heads.keys();
    for (QTcpSocket *const socket : sockets)
        socket->disconnect(this);
}

QUrl OriginServer::url(const QString &scheme, const QString &path, const QString &host) const
{
    QUrl url;
    url.setScheme(scheme);
    url.setHost(host);
    url.setPort(port());
    url.setPath(path);
    return url;
}

void OriginServer::serve()
{
    QTcpSocket *const socket = m_server->nextPendingConnection();
    if (!socket)
        return;
    m_heads.insert(socket, {});
    connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
        const QByteArray bytes = socket->readAll();
        seen += bytes;
        QByteArray &head = m_heads[socket];
        head += bytes;
        if (!head.contains("\r\n\r\n"))
            return;
        reply(*socket, std::exchange(head, {}));
    });
    connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
        m_heads.remove(socket);
        socket->deleteLater();
    });
}

void OriginServer::reply(QTcpSocket &socket, const QByteArray &head)
{
    static const QRegularExpression key(QStringLiteral("Sec-WebSocket-Key: *([^\\r]+)"),
                                        QRegularExpression::CaseInsensitiveOption);
    if (!head.startsWith("GET") && !head.startsWith("POST"))
        return; // the body of a request, or a frame
    ++requests;
    const auto upgrade = key.match(QString::fromLatin1(head));
    if (upgrade.hasMatch()) {
        const QByteArray text =
            upgrade.captured(1).toLatin1() + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
        socket.write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: "
                     "Upgrade\r\nSec-WebSocket-Accept: " +
                     QCryptographicHash::hash(text, QCryptographicHash::Sha1).toBase64() +
                     "\r\n\r\n");
        return;
    }
    const QByteArray start = redirectTo.isEmpty()
                                 ? QByteArray("HTTP/1.1 200 OK\r\n")
                                 : "HTTP/1.1 302 Found\r\nLocation: " + redirectTo + "\r\n";
    socket.write(start + "Content-Type: application/json\r\nContent-Length: " +
                 QByteArray::number(answer.size()) + "\r\n\r\n" + answer);
}

} // namespace suhbat::test
