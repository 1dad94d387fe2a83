#pragma once

#include "demo/http/HttpConnection.h"

#include <QHostAddress>
#include <QTcpServer>

namespace suhbat::demo {

/// The one port of the demo back end: plain requests come out as requests, WebSocket upgrades of
/// /app/… as sockets with the handshake still unread.
class HttpListener : public QObject
{
    Q_OBJECT

public:
    explicit HttpListener(QObject *parent = nullptr);
    ~HttpListener() override;

    /// Port 0 takes any free one. False: errorString() says why.
    bool listen(const QHostAddress &address, quint16 port);
    /// Stops listening and cuts every HTTP connection (not the sockets given away).
    void close();
    /// Cuts every HTTP connection and goes on listening.
    void cutConnections();
    bool isListening() const { return m_server.isListening(); }
    quint16 port() const { return m_server.serverPort(); }
    QString errorString() const { return m_server.errorString(); }
    /// While refusing, new connections are cut as soon as they are made.
    void setRefusing(bool refusing) { m_refusing = refusing; }
    int connectionCount() const;

Q_SIGNALS:
    void requestReceived(const suhbat::demo::HttpRequest &request,
                         const suhbat::demo::HttpResponder &responder);
    void upgradeRequested(QTcpSocket *socket);

private:
    void accept();

    QTcpServer m_server;
    bool m_refusing = false;
};

} // namespace suhbat::demo
