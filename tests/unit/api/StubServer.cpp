#include "StubServer.h"

namespace suhbat::test {

StubServer::StubServer()
{
    connect(this, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = nextPendingConnection()) {
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        }
    });
    if (!listen(QHostAddress::LocalHost))
        qFatal("cannot listen");
}

QUrl StubServer::url(const QString &path) const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(serverPort()).arg(path));
}

void StubServer::read(QTcpSocket *socket)
{
    const QByteArray all = socket->peek(1 << 20);
    const qsizetype end = all.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    const QList<QByteArray> lines = all.left(end).replace("\r\n", "\n").split('\n');
    Request request;
    request.method = lines.at(0).split(' ').value(0);
    request.target = lines.at(0).split(' ').value(1);
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        request.headers.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
    }
    const qsizetype length = request.headers.value("content-length").toLongLong();
    if (all.size() < end + 4 + length)
        return;
    request.body = all.mid(end + 4, length);
    socket->read(end + 4 + length);
    requests.append(request);

    const Answer given = answer ? answer(request) : Answer{};
    if (given.silent)
        return;
    if (given.hangsUp) {
        socket->close();
        return;
    }
    socket->write("HTTP/1.1 " + QByteArray::number(given.status) + " X\r\nContent-Type: " +
                  given.type + "\r\nContent-Length: " + QByteArray::number(given.body.size()) +
                  "\r\n" + given.extraHeaders + "\r\n" + given.body);
}

} // namespace suhbat::test
