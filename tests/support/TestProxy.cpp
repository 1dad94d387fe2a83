#include "support/TestProxy.h"

#include <QRegularExpression>
#include <QTcpSocket>

namespace suhbat::test {

namespace {

qsizetype bodyLength(const QByteArray &head)
{
    static const QRegularExpression length(QStringLiteral("\r\ncontent-length: *(\\d+)"),
                                           QRegularExpression::CaseInsensitiveOption);
    return length.match(QString::fromLatin1(head)).captured(1).toLongLong();
}

/// As any proxy: without what was for us, and with the path alone.
QByteArray passedOn(const QByteArray &head)
{
    QByteArrayList lines = head.split('\n');
    lines.removeIf([](const QByteArray &line) { return line.toLower().startsWith("proxy-"); });
    QByteArray &first = lines.first();
    const qsizetype host = first.indexOf("://");
    if (host >= 0) {
        const qsizetype from = first.indexOf(' ') + 1;
        first.remove(from, first.indexOf('/', host + 3) - from);
    }
    return lines.join('\n');
}

} // namespace

TestProxy::TestProxy(quint16 target) : m_target(target)
{
    connect(this, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *const client = nextPendingConnection()) {
            m_lines.insert(client, {});
            connect(client, &QTcpSocket::readyRead, this, [this, client] { read(client); });
            connect(client, &QTcpSocket::disconnected, this, [this, client] {
                m_lines.remove(client);
                client->deleteLater();
            });
        }
    });
    if (!listen(QHostAddress::LocalHost))
        qFatal("cannot listen");
}

TestProxy::~TestProxy()
{
    for (auto it = m_lines.cbegin(); it != m_lines.cend(); ++it)
        it.key()->disconnect(this);
}

void TestProxy::read(QTcpSocket *client)
{
    Line &line = m_lines[client];
    line.read += client->readAll();
    while (!line.tunnel) {
        const qsizetype end = line.read.indexOf("\r\n\r\n") + 4;
        if (end < 4)
            return;
        const QByteArray head = line.read.left(end);
        const qsizetype length = bodyLength(head);
        if (line.read.size() < end + length)
            return;
        const QByteArray body = line.read.mid(end, length);
        line.read.remove(0, end + length);
        if (!handle(client, head, body))
            return;
    }
    line.server->write(std::exchange(line.read, {}));
}

bool TestProxy::handle(QTcpSocket *client, const QByteArray &head, const QByteArray &body)
{
    const bool knows = head.contains("Proxy-Authorization: Basic " + wantedLogin.toBase64());
    if (refusesWith != 0 || (!wantedLogin.isEmpty() && !knows)) {
        refuse(client, refusesWith != 0 ? refusesWith : 407);
        return false;
    }
    requestLines << QString::fromLatin1(head.left(head.indexOf('\r')));
    Line &line = m_lines[client];
    line.tunnel = head.startsWith("CONNECT");
    if (!line.server)
        connectOn(client);
    if (line.tunnel)
        client->write("HTTP/1.1 200 Connection established\r\n\r\n");
    else
        line.server->write(passedOn(head) + body);
    return true;
}

void TestProxy::refuse(QTcpSocket *client, int status)
{
    client->write("HTTP/1.1 " + QByteArray::number(status) +
                  " No\r\nProxy-Authenticate: Basic realm=\"test\"\r\nContent-Length: 0\r\n"
                  "Connection: close\r\nProxy-Connection: close\r\n\r\n");
    client->disconnectFromHost();
}

void TestProxy::connectOn(QTcpSocket *client)
{
    auto *const server = new QTcpSocket(client);
    m_lines[client].server = server;
    connect(server, &QTcpSocket::readyRead, client, [=] { client->write(server->readAll()); });
    connect(server, &QTcpSocket::disconnected, client, [=] { client->disconnectFromHost(); });
    server->connectToHost(QHostAddress::LocalHost, m_target); // what is written waits for it
}

} // namespace suhbat::test
