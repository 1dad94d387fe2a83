#include "demo/http/HttpConnection.h"

#include <QTcpSocket>

namespace suhbat::demo {

HttpResponder::HttpResponder(HttpConnection *connection, quint64 request)
    : m_connection(connection), m_request(request)
{}

void HttpResponder::send(const HttpReply &reply) const
{
    if (m_connection)
        m_connection->answer(m_request, reply);
}

void HttpResponder::cut() const
{
    if (m_connection)
        m_connection->cut();
}

HttpConnection::HttpConnection(QTcpSocket *socket, QObject *parent)
    : QObject(parent), m_socket(socket)
{
    socket->setParent(this);
    connect(socket, &QTcpSocket::readyRead, this, &HttpConnection::readMore);
    connect(socket, &QTcpSocket::disconnected, this, &HttpConnection::deleteLater);
}

HttpConnection::~HttpConnection()
{
    if (m_socket)
        m_socket->disconnect(this);
}

void HttpConnection::readMore()
{
    if (!m_socket || m_busy)
        return; // pipelined bytes wait in the socket until the answer is out
    if (!m_sawRequest && givenAway())
        return;
    m_parser.feed(m_socket->readAll());
    if (m_parser.takeExpectsContinue() && m_parser.state() == HttpParser::State::Incomplete)
        m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
    dispatch();
}

// True while an upgrade may still be coming or when it has come: nothing must be read then,
// because the WebSocket server wants to see the handshake itself.
bool HttpConnection::givenAway()
{
    const QByteArray start = m_socket->peek(HttpParser::MaxHead);
    static const QByteArray prefix = "GET /app/";
    if (!start.startsWith(prefix.left(start.size())))
        return false;
    if (!start.contains("\r\n\r\n"))
        return start.size() < HttpParser::MaxHead;
    HttpParser head;
    head.feed(start);
    if (head.state() != HttpParser::State::Complete)
        return false;
    const HttpRequest request = head.take();
    if (request.header("Upgrade").toLower() != "websocket" ||
        !request.header("Connection").toLower().contains("upgrade"))
        return false;
    QTcpSocket *socket = m_socket;
    m_socket->disconnect(this);
    m_socket->setParent(nullptr);
    m_socket = nullptr;
    Q_EMIT upgradeRequested(socket);
    deleteLater();
    return true;
}

void HttpConnection::dispatch()
{
    if (m_parser.state() == HttpParser::State::Bad) {
        m_busy = true;
        m_closeAfter = true;
        answer(m_request, HttpReply::html(m_parser.badStatus(), "<h1>Bad request</h1>"));
        return;
    }
    if (m_parser.state() != HttpParser::State::Complete)
        return;
    const HttpRequest request = m_parser.take();
    m_sawRequest = true;
    m_busy = true;
    m_closeAfter = request.wantsClose();
    m_headOnly = request.method == "HEAD";
    Q_EMIT requestReceived(request, HttpResponder(this, ++m_request));
}

void HttpConnection::answer(quint64 request, const HttpReply &reply)
{
    if (!m_socket || !m_busy || request != m_request)
        return;
    QByteArray head =
        "HTTP/1.1 " + QByteArray::number(reply.status) + ' ' + reasonPhrase(reply.status) + "\r\n";
    for (const auto &[name, value] : reply.headers)
        head += name + ": " + value + "\r\n";
    if (reply.status != 204)
        head += "Content-Length: " + QByteArray::number(reply.body.size()) + "\r\n";
    head += m_closeAfter ? "Connection: close\r\n\r\n" : "Connection: keep-alive\r\n\r\n";
    m_socket->write(m_headOnly ? head : head + reply.body);
    m_busy = false;
    if (m_closeAfter) {
        m_socket->disconnectFromHost();
        return;
    }
    // Not from here: the request handler that called us may still be running.
    if (m_parser.state() != HttpParser::State::Incomplete)
        QMetaObject::invokeMethod(this, &HttpConnection::dispatch, Qt::QueuedConnection);
    else if (m_socket->bytesAvailable() > 0)
        QMetaObject::invokeMethod(this, &HttpConnection::readMore, Qt::QueuedConnection);
}

void HttpConnection::cut()
{
    if (m_socket)
        m_socket->abort();
}

} // namespace suhbat::demo
