#pragma once

#include "demo/http/HttpParser.h"

#include <QObject>
#include <QPointer>

QT_FORWARD_DECLARE_CLASS(QTcpSocket)

namespace suhbat::demo {

class HttpConnection;

/// The right to answer one request, now or later. May outlive the connection: then the answer
/// goes nowhere. Only the first answer counts.
class HttpResponder
{
public:
    HttpResponder() = default;
    HttpResponder(HttpConnection *connection, quint64 request);

    void send(const HttpReply &reply) const;
    /// Ends the TCP connection without an answer.
    void cut() const;

private:
    QPointer<HttpConnection> m_connection;
    quint64 m_request = 0;
};

/// One TCP connection: keep-alive, one request at a time (the next is read after the answer).
/// A WebSocket upgrade of /app/… is not read but given away with its bytes still in the socket.
class HttpConnection : public QObject
{
    Q_OBJECT

public:
    /// Takes the socket.
    HttpConnection(QTcpSocket *socket, QObject *parent);
    ~HttpConnection() override;

Q_SIGNALS:
    void requestReceived(const suhbat::demo::HttpRequest &request,
                         const suhbat::demo::HttpResponder &responder);
    /// The receiver owns the socket from here.
    void upgradeRequested(QTcpSocket *socket);

private:
    friend class HttpResponder;

    void readMore();
    bool givenAway();
    void dispatch();
    void answer(quint64 request, const HttpReply &reply);
    void cut();

    QPointer<QTcpSocket> m_socket;
    HttpParser m_parser;
    quint64 m_request = 0; ///< number of the request being answered
    bool m_busy = false;
    bool m_sawRequest = false;
    bool m_closeAfter = false;
    bool m_headOnly = false;
};

} // namespace suhbat::demo
