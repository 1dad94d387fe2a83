#pragma once

#include "Chance.h"
#include "ModelServer.h"

#include <QObject>
#include <QTcpServer>
#include <QWebSocketServer>

class QWebSocket;

namespace suhbat::fault {

/// The Pusher side of the model server: one real socket on loopback, and its troubles.
class SocketPeer : public QObject
{
    Q_OBJECT

public:
    struct Trouble
    {
        bool refusing = false; ///< new connections are cut at once
        bool silent = false;   ///< half-open: nothing goes either way any more
        double lost = 0;       ///< chances for each event
        double doubled = 0;
        int slowest = 40; ///< ms; so they overtake each other
    };

    explicit SocketPeer(Chance &chance);
    ~SocketPeer() override;

    quint16 port() const { return m_listener.serverPort(); }
    Trouble trouble;
    int fired() const { return m_fired; }

    void publish(const QJsonObject &data, const QByteArray &exceptSocket);
    void cut();
    bool hasSubscriber() const;

private:
    struct Line
    {
        QWebSocket *socket = nullptr;
        QByteArray id;
        QString channel; ///< once subscribed
    };

    void accept();
    void onText(QWebSocket *socket, const QString &text);
    void send(QWebSocket *socket, const QJsonObject &frame);

    Chance &m_chance;
    QTcpServer m_listener;
    QWebSocketServer m_upgrades;
    QVector<Line> m_lines;
    int m_fired = 0;
    int m_lastId = 0;
};

} // namespace suhbat::fault
