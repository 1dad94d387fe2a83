#pragma once

#include "Capture.h"

#include <QJsonObject>
#include <QList>
#include <QStringList>
#include <QWebSocketServer>

#include <functional>

class QWebSocket;

namespace suhbat::test {

/// A WebSocket server on a free loopback port that says what the test tells it to. By default it
/// greets with a socket id of its own for every connection and accepts every subscription.
class ScriptedServer : public QObject
{
    Q_OBJECT

public:
    ScriptedServer();
    ~ScriptedServer() override;

    quint16 port() const { return m_server.serverPort(); }
    bool greets = true;
    bool acceptsSubscriptions = true;
    /// Runs on every new connection, after the greeting.
    std::function<void(QWebSocket &)> onConnection;

    int connections() const { return m_connections; }
    /// Connections that stand now.
    int open() const { return int(m_sockets.size()); }
    const QUrl &lastUrl() const { return m_lastUrl; }
    const QString &lastOrigin() const { return m_lastOrigin; }
    QString socketId() const { return QStringLiteral("%1.77").arg(m_connections); }
    /// Every frame received, pings too.
    const QList<QJsonObject> &frames() const { return m_frames; }
    void clearFrames() { m_frames.clear(); }
    QStringList events() const;
    void send(const QByteArray &text);
    /// Cuts every connection without a close frame.
    void cut();
    void closeAll(int code, const QString &reason);
    /// Does to this connection what a captured server did, `speed` times as fast.
    void play(QWebSocket &socket, const QList<CaptureStep> &steps, double speed);
    /// No longer listens; connections stay.
    void stopListening() { m_server.close(); }
    bool listenAgain();

private:
    void accept();
    void received(QWebSocket &socket, const QString &text);

    QWebSocketServer m_server;
    QList<QWebSocket *> m_sockets;
    QList<QJsonObject> m_frames;
    QUrl m_lastUrl;
    QString m_lastOrigin;
    int m_connections = 0;
    quint16 m_port = 0;
};

} // namespace suhbat::test
