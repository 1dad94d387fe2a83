#include "support/TestProxy.h"

#include <QTcpSocket>

namespace suhbat::test {

TestProxy::TestProxy(quint16 target) : m_target(target)
{
    connect(this, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *const client = nextPendingConnection()) {
            connect(client, &QTcpSocket::readyRead, this, [this, client] { read(client); });
            connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        }
    });
    if (!listen(QHostAddress::LocalHost))
        qFatal("cannot listen");
}

void TestProxy::read(QTcpSocket *client)
{
    const QByteArray all = client->peek(1 << 20);
    const qsizetype end = all.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    client->read(end + 4);
    const QByteArray head = all.left(end + 4);
    if (refusesWith != 0) {
        refuse(client, refusesWith);
        return;
    }
    const QByteArray login = "proxy-authorization: basic " + wantedLogin.toBase64().toLower();
    if (!wantedLogin.isEmpty() && !head.toLower().contains(login)) {
        refuse(client, 407);
        return;
    }
    requestLines << QString::fromLatin1(head.left(head.indexOf('\r')));
    pass(client, head, client->readAll());
}

void TestProxy::refuse(QTcpSocket *client, int status)
{
    client->write("HTTP/1.1 " + QByteArray::number(status) +
                  " No\r\nProxy-Authenticate: Basic realm=\"test\"\r\nContent-Length: 0\r\n"
                  "Connection: close\r\nProxy-Connection: close\r\n\r\n");
    client->disconnectFromHost();
}

void TestProxy::pass(QTcpSocket *client, const QByteArray &head, const QByteArray &rest)
{
    client->disconnect(this);
    auto *const server = new QTcpSocket(client);
    const bool tunnel = head.startsWith("CONNECT");
    connect(server, &QTcpSocket::connected, client, [=] {
        if (tunnel) {
            client->write("HTTP/1.1 200 Connection established\r\n\r\n");
        } else {
            // As any proxy: what was for us does not go on.
            QByteArrayList lines = head.split('\n');
            lines.removeIf([](const QByteArray &line) {
                return line.toLower().startsWith("proxy-authorization");
            });
            server->write(lines.join('\n'));
        }
        server->write(rest + client->readAll());
    });
    connect(server, &QTcpSocket::readyRead, client, [=] { client->write(server->readAll()); });
    connect(client, &QTcpSocket::readyRead, server, [=] {
        if (server->state() == QAbstractSocket::ConnectedState)
            server->write(client->readAll());
    });
    connect(server, &QTcpSocket::disconnected, client, [=] { client->disconnectFromHost(); });
    connect(client, &QTcpSocket::disconnected, server, [=] { server->disconnectFromHost(); });
    server->connectToHost(QHostAddress::LocalHost, m_target);
}

} // namespace suhbat::test
