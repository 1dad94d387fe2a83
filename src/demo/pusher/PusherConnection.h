#pragma once

#include <QJsonValue>
#include <QObject>
#include <QTimer>

QT_FORWARD_DECLARE_CLASS(QWebSocket)

namespace suhbat::demo {

/// How often the embedded endpoint looks whether a client is still there.
struct PusherTimings
{
    int activityTimeoutSeconds = 30; ///< told to the client in connection_established
    int pingAfterMs = 60'000;        ///< without a frame from the client
    int pongWithinMs = 60'000;       ///< then 4201 and the TCP connection is cut
};

/// One client of the embedded endpoint: its WebSocket, its socket id, and the watch over its
/// silence. Knows nothing of channels.
class PusherConnection : public QObject
{
    Q_OBJECT

public:
    /// Takes the socket.
    PusherConnection(QWebSocket *socket, const PusherTimings &timings, QObject *parent);
    ~PusherConnection() override;

    const QString &socketId() const { return m_socketId; }
    QWebSocket *socket() const { return m_socket; }

    void establish();
    /// `data` travels as a JSON string, unless it is undefined: then there is none.
    void send(const QString &event, const QString &channel, const QByteArray &data);
    void sendError(int code, const char *message);
    /// Any text, also none that the protocol knows.
    void sendRaw(const QString &frame);
    /// Ends the TCP connection without a close frame, after what was sent before.
    void cut();

Q_SIGNALS:
    void textReceived(const QString &text);
    void closed();

private:
    void onText(const QString &text);
    void onSilence();

    QWebSocket *m_socket;
    QString m_socketId;
    PusherTimings m_timings;
    QTimer m_silence{this};
    bool m_pinged = false;
};

} // namespace suhbat::demo
