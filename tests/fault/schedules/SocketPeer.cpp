#include "SocketPeer.h"

#include <QJsonDocument>
#include <QPointer>
#include <QTcpSocket>
#include <QTimer>
#include <QWebSocket>

#include <algorithm>

#include <sys/socket.h>

namespace suhbat::fault {

namespace {

// Else every cut leaves a port behind that cannot be used for a minute; there are 28,000 of them.
void endWithoutWaiting(QTcpSocket *socket)
{
    const linger none{1, 0};
    ::setsockopt(int(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &none, sizeof none);
}

QString compact(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace

SocketPeer::SocketPeer(Chance &chance)
    : m_chance(chance), m_upgrades(QStringLiteral("model"), QWebSocketServer::NonSecureMode)
{
    if (!m_listener.listen(QHostAddress::LocalHost))
        qFatal("cannot listen");
    connect(&m_listener, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *const socket = m_listener.nextPendingConnection()) {
            endWithoutWaiting(socket);
            if (trouble.refusing) {
                // Not at once: Qt 6.4 takes a reset during connect() for an attempt that goes on,
                // and tries without a pause until somebody's time-out ends it.
                ++m_fired;
                QTimer::singleShot(5, socket, [socket] {
                    socket->abort();
                    socket->deleteLater();
                });
                continue;
            }
            m_upgrades.handleConnection(socket);
        }
    });
    connect(&m_upgrades, &QWebSocketServer::newConnection, this, &SocketPeer::accept);
}

SocketPeer::~SocketPeer()
{
    cut();
    m_listener.disconnect(this);
    m_upgrades.disconnect(this);
}

void SocketPeer::accept()
{
    while (QWebSocket *const socket = m_upgrades.nextPendingConnection()) {
        socket->setParent(this);
        Line line{socket, QByteArray("1.") + QByteArray::number(++m_lastId), {}};
        m_lines.append(line);
        connect(socket, &QWebSocket::textMessageReceived, this,
                [this, socket](const QString &text) { onText(socket, text); });
        connect(socket, &QWebSocket::disconnected, this, [this, socket] {
            m_lines.removeIf([socket](const Line &one) { return one.socket == socket; });
            socket->deleteLater();
        });
        send(socket, {{QStringLiteral("event"), QStringLiteral("pusher:connection_established")},
                      {QStringLiteral("data"),
                       compact({{QStringLiteral("socket_id"), QString::fromLatin1(line.id)},
                                {QStringLiteral("activity_timeout"), 30}})}});
    }
}

void SocketPeer::onText(QWebSocket *socket, const QString &text)
{
    if (trouble.silent)
        return;
    const QJsonObject frame = QJsonDocument::fromJson(text.toUtf8()).object();
    const QString event = frame.value(QLatin1String("event")).toString();
    if (event == QLatin1String("pusher:ping"))
        send(socket, {{QStringLiteral("event"), QStringLiteral("pusher:pong")}});
    if (event != QLatin1String("pusher:subscribe"))
        return;
    const QString channel =
        frame.value(QLatin1String("data")).toObject().value(QLatin1String("channel")).toString();
    for (Line &line : m_lines) {
        if (line.socket == socket)
            line.channel = channel;
    }
    send(socket,
         {{QStringLiteral("event"), QStringLiteral("pusher_internal:subscription_succeeded")},
          {QStringLiteral("channel"), channel},
          {QStringLiteral("data"), QStringLiteral("{}")}});
}

void SocketPeer::send(QWebSocket *socket, const QJsonObject &frame)
{
    if (!trouble.silent)
        socket->sendTextMessage(compact(frame));
}

void SocketPeer::publish(const QJsonObject &data, const QByteArray &exceptSocket)
{
    const QString payload = compact(data);
    for (const Line &line : std::as_const(m_lines)) {
        if (line.channel.isEmpty() || line.id == exceptSocket)
            continue;
        if (m_chance.happens(trouble.lost)) {
            ++m_fired;
            continue;
        }
        const int copies = m_chance.happens(trouble.doubled) ? 2 : 1;
        m_fired += copies - 1;
        for (int i = 0; i < copies; ++i) {
            QTimer::singleShot(m_chance.time(1, trouble.slowest), line.socket,
                               [this, socket = line.socket, channel = line.channel, payload] {
                                   send(socket, {{QStringLiteral("event"),
                                                  QStringLiteral("App\\Events\\MessageSent")},
                                                 {QStringLiteral("channel"), channel},
                                                 {QStringLiteral("data"), payload}});
                               });
        }
    }
}

void SocketPeer::cut()
{
    const QVector<Line> lines = std::exchange(m_lines, {});
    for (const Line &line : lines) {
        ++m_fired;
        line.socket->disconnect(this);
        line.socket->abort();
        line.socket->deleteLater();
    }
}

bool SocketPeer::hasSubscriber() const
{
    return std::any_of(m_lines.cbegin(), m_lines.cend(),
                       [](const Line &line) { return !line.channel.isEmpty(); });
}

} // namespace suhbat::fault
