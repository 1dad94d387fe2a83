#pragma once

#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>

#include <algorithm>

namespace suhbat::test {

/// A way to a server on this computer that takes no more than a share of a long request while it is
/// shut: what a bad line does with an upload.
class SlowDoor : public QTcpServer
{
    Q_OBJECT

public:
    /// Bytes of one request that pass while it is shut: all but uploads are smaller.
    static constexpr qint64 passes = 100'000;

    bool shut = false;

    explicit SlowDoor(quint16 target) : m_target(target)
    {
        connect(this, &QTcpServer::newConnection, this, &SlowDoor::letIn);
        listen(QHostAddress::LocalHost);
    }

private:
    void letIn()
    {
        QTcpSocket *const client = nextPendingConnection();
        auto *const server = new QTcpSocket(client);
        client->setReadBufferSize(passes);
        const auto forward = [this, client, server, sent = qint64(0)]() mutable {
            const qint64 most = shut ? std::max<qint64>(0, passes - sent) : passes;
            const QByteArray part = client->read(most);
            sent += part.size();
            server->write(part);
        };
        connect(client, &QTcpSocket::readyRead, server, forward);
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        connect(server, &QTcpSocket::readyRead, client,
                [client, server] { client->write(server->readAll()); });
        connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
        server->connectToHost(QHostAddress(QHostAddress::LocalHost), m_target);
    }

    quint16 m_target;
};

} // namespace suhbat::test
