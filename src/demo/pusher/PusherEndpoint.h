#pragma once

#include "demo/broadcast/Broadcaster.h"
#include "demo/pusher/PusherChannels.h"
#include "demo/pusher/PusherConnection.h"

#include <QObject>
#include <QWebSocketServer>

QT_FORWARD_DECLARE_CLASS(QTcpSocket)

namespace suhbat::demo {

/// A Pusher protocol 7 server behaving like Laravel Reverb, for one application: the embedded
/// WebSocket endpoint. It listens nowhere itself; sockets are handed to it.
class PusherEndpoint : public QObject
{
    Q_OBJECT

public:
    PusherEndpoint(const AppCredentials &app, const PusherTimings &timings,
                   QObject *parent = nullptr);
    ~PusherEndpoint() override;

    /// Takes a connection whose WebSocket handshake is still unread.
    void take(QTcpSocket *socket);
    /// Sends to every subscriber of every channel of the broadcast, once a channel.
    void broadcast(const Broadcast &broadcast);
    /// Ends every TCP connection without a close frame.
    void cutAll();

    const PusherChannels &channels() const { return m_channels; }
    /// Established connections.
    QList<PusherConnection *> connections() const { return m_connections; }
    const AppCredentials &app() const { return m_app; }

private:
    void acceptPending();
    void onText(PusherConnection *from, const QString &text);
    void subscribe(PusherConnection *from, const QJsonObject &data);
    void join(PusherConnection *from, const QString &channel, const QString &channelData);
    void leave(PusherConnection *from, const QString &channel);
    void forward(PusherConnection *from, const QJsonObject &frame);
    void onClosed(PusherConnection *connection);

    AppCredentials m_app;
    PusherTimings m_timings;
    QWebSocketServer m_handshakes;
    QList<PusherConnection *> m_connections;
    PusherChannels m_channels;
};

} // namespace suhbat::demo
