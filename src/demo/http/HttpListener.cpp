#include "demo/http/HttpListener.h"

#include <QTcpSocket>

namespace suhbat::demo {

HttpListener::HttpListener(QObject *parent) : QObject(parent)
{
    connect(&m_server, &QTcpServer::newConnection, this, &HttpListener::accept);
}

HttpListener::~HttpListener()
{
    m_server.disconnect(this);
    close();
}

bool HttpListener::listen(const QHostAddress &address, quint16 port)
{
    return m_server.listen(address, port);
}

void HttpListener::close()
{
    m_server.close();
    cutConnections();
}

void HttpListener::cutConnections()
{
    const auto connections = findChildren<HttpConnection *>(QString(), Qt::FindDirectChildrenOnly);
    for (HttpConnection *connection : connections) {
        connection->disconnect(this);
        delete connection;
    }
}

int HttpListener::connectionCount() const
{
    return int(findChildren<HttpConnection *>(QString(), Qt::FindDirectChildrenOnly).size());
}

void HttpListener::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        if (m_refusing) {
            socket->abort();
            delete socket;
            continue;
        }
        // Small frames at once: a chat must not wait for Nagle's algorithm.
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        auto *connection = new HttpConnection(socket, this);
        connect(connection, &HttpConnection::requestReceived, this, &HttpListener::requestReceived);
        connect(connection, &HttpConnection::upgradeRequested, this,
                &HttpListener::upgradeRequested);
    }
}

} // namespace suhbat::demo
