#include "RawServer.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QTcpSocket>

namespace suhbat::test {

RawServer::RawServer()
{
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("the raw server cannot listen");
    connect(&m_server, &QTcpServer::newConnection, this, &RawServer::accept);
}

RawServer::~RawServer()
{
    m_server.disconnect(this);
    const auto sockets = m_server.findChildren<QTcpSocket *>();
    for (QTcpSocket *socket : sockets)
        socket->disconnect(this);
}

void RawServer::accept()
{
    m_socket = m_server.nextPendingConnection();
    ++m_connections;
    m_buffer.clear();
    m_upgraded = false;
    connect(m_socket, &QTcpSocket::readyRead, this, &RawServer::read);
}

bool RawServer::isOpen() const
{
    return m_upgraded && m_socket->state() == QAbstractSocket::ConnectedState;
}

void RawServer::read()
{
    if (sender() != m_socket)
        return; // one that was there before
    m_buffer += m_socket->readAll();
    if (!m_upgraded) {
        const qsizetype end = m_buffer.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        m_request = m_buffer.left(end + 2);
        m_buffer.remove(0, end + 4);
        upgrade();
    }
    while (takeFrame()) {
    }
}

void RawServer::upgrade()
{
    if (!refusal.isEmpty()) {
        m_socket->write(refusal);
        m_socket->disconnectFromHost();
        return;
    }
    static const QRegularExpression key(QStringLiteral("\r\nSec-WebSocket-Key: (\\S+)\r\n"),
                                        QRegularExpression::CaseInsensitiveOption);
    const auto text = key.match(QString::fromLatin1(m_request)).captured(1).toLatin1();
    const QByteArray accept =
        QCryptographicHash::hash(text + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11",
                                 QCryptographicHash::Sha1)
            .toBase64();
    m_upgraded = true;
    send("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
         "Sec-WebSocket-Accept: " +
         accept + "\r\n\r\n" + greeting);
    if (cutsAtOnce)
        cut();
}

bool RawServer::takeFrame()
{
    const auto byte = [this](qsizetype at) { return uchar(m_buffer.at(at)); };
    if (m_buffer.size() < 2)
        return false;
    qsizetype size = byte(1) & 0x7f;
    qsizetype head = 2;
    if (size == 126) { // our client sends nothing longer than 64 kB
        head = 4;
        if (m_buffer.size() < head)
            return false;
        size = byte(2) << 8 | byte(3);
    }
    if (m_buffer.size() < head + 4 + size)
        return false;
    RawFrame frame;
    frame.opcode = byte(0) & 0x0f;
    const QByteArray mask = m_buffer.mid(head, 4);
    frame.payload = m_buffer.mid(head + 4, size);
    for (qsizetype i = 0; i < size; ++i)
        frame.payload[i] = char(frame.payload.at(i) ^ mask.at(i % 4));
    m_buffer.remove(0, head + 4 + size);
    m_frames.append(frame);
    return true;
}

QList<QByteArray> RawServer::received(Opcode opcode) const
{
    QList<QByteArray> payloads;
    for (const RawFrame &frame : m_frames) {
        if (frame.opcode == opcode)
            payloads.append(frame.payload);
    }
    return payloads;
}

QByteArray RawServer::frame(Opcode opcode, const QByteArray &payload)
{
    QByteArray bytes(1, char(0x80 | opcode));
    if (payload.size() < 126) {
        bytes += char(payload.size());
    } else {
        bytes += char(126);
        bytes += char(payload.size() >> 8);
        bytes += char(payload.size() & 0xff);
    }
    return bytes + payload;
}

QByteArray RawServer::closeFrame(int code, const QByteArray &reason)
{
    if (code == 0)
        return frame(Close);
    const char bytes[] = {char(code >> 8), char(code & 0xff)};
    return frame(Close, QByteArray(bytes, 2) + reason);
}

void RawServer::send(const QByteArray &bytes)
{
    m_socket->write(bytes);
    m_socket->flush();
}

void RawServer::cut()
{
    m_socket->disconnectFromHost();
}

} // namespace suhbat::test
