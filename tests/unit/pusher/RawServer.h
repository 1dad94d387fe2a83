#pragma once

#include <QByteArray>
#include <QList>
#include <QTcpServer>

class QTcpSocket;

namespace suhbat::test {

/// A WebSocket server by hand on a free loopback port: what QWebSocketServer would not send, and
/// what a client really puts on the wire.
class RawServer : public QObject
{
    Q_OBJECT

public:
    enum Opcode { Text = 1, Binary = 2, Close = 8, Ping = 9, Pong = 10 };

    struct RawFrame
    {
        int opcode = 0;
        QByteArray payload; ///< unmasked
    };

    RawServer();
    ~RawServer() override;

    quint16 port() const { return m_server.serverPort(); }
    /// Answers to requests instead of a proper upgrade, where set.
    QByteArray refusal;
    /// Sent in one piece with the upgrade.
    QByteArray greeting;
    /// Cuts the connection right after upgrade and greeting.
    bool cutsAtOnce = false;

    int connections() const { return m_connections; }
    /// An upgraded connection is there.
    bool isOpen() const;
    const QByteArray &request() const { return m_request; } ///< the latest
    const QList<RawFrame> &frames() const { return m_frames; }
    /// The payloads received with that opcode.
    QList<QByteArray> received(Opcode opcode) const;

    static QByteArray frame(Opcode opcode, const QByteArray &payload = {});
    /// code 0: a close frame without a code.
    static QByteArray closeFrame(int code, const QByteArray &reason = {});
    void send(const QByteArray &bytes);
    /// Ends TCP, without a close frame.
    void cut();

private:
    void accept();
    void read();
    void upgrade();
    bool takeFrame();

    QTcpServer m_server;
    QTcpSocket *m_socket = nullptr; // the latest; a child of m_server
    QByteArray m_buffer;
    QByteArray m_request;
    QList<RawFrame> m_frames;
    bool m_upgraded = false;
    int m_connections = 0;
};

} // namespace suhbat::test
