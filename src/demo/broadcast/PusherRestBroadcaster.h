#pragma once

#include "demo/broadcast/ExternalPusher.h"

#include <QDateTime>
#include <QNetworkAccessManager>
#include <QObject>
#include <QQueue>

#include <functional>

namespace suhbat::demo {

/// Publishes through the signed REST API of an external Pusher-protocol server (soketi, Reverb,
/// Pusher Channels). One call at a time, so that events keep their order. An event that cannot be
/// delivered is dropped with a warning in the log, as the chat goes on without it.
class PusherRestBroadcaster : public QObject, public Broadcaster
{
    Q_OBJECT

public:
    PusherRestBroadcaster(const ExternalPusher &server, std::function<QDateTime()> now,
                          QObject *parent = nullptr);
    ~PusherRestBroadcaster() override;

    void publish(const Broadcast &broadcast) override;
    /// Events that are not delivered yet.
    int pending() const { return int(m_queue.size()) + (m_reply ? 1 : 0); }

Q_SIGNALS:
    void delivered();
    /// What the server or the network had to say; never a secret.
    void failed(const QString &reason);

private:
    void sendNext();
    void onFinished();

    ExternalPusher m_server;
    std::function<QDateTime()> m_now;
    QNetworkAccessManager m_network;
    QQueue<QByteArray> m_queue;       ///< request bodies
    QNetworkReply *m_reply = nullptr; ///< the call on its way
};

} // namespace suhbat::demo
