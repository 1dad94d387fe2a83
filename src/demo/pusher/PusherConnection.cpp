#include "demo/pusher/PusherConnection.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QWebSocket>

namespace suhbat::demo {

namespace {

// Reverb closes with 1009 above this.
constexpr quint64 longestFrame = 10'000; ///< bytes

QString randomSocketId()
{
    auto *random = QRandomGenerator::global();
    return QStringLiteral("%1.%2")
        .arg(random->bounded(1, 1'000'000'000))
        .arg(random->bounded(1, 1'000'000'000));
}

} // namespace

PusherConnection::PusherConnection(QWebSocket *socket, const PusherTimings &timings,
                                   QObject *parent)
    : QObject(parent), m_socket(socket), m_socketId(randomSocketId()), m_timings(timings)
{
    socket->setParent(this);
    socket->setMaxAllowedIncomingFrameSize(longestFrame);
    socket->setMaxAllowedIncomingMessageSize(longestFrame);
    m_silence.setSingleShot(true);
    connect(&m_silence, &QTimer::timeout, this, &PusherConnection::onSilence);
    connect(socket, &QWebSocket::textMessageReceived, this, &PusherConnection::onText);
    // Reverb takes binary frames as text.
    connect(socket, &QWebSocket::binaryMessageReceived, this,
            [this](const QByteArray &bytes) { onText(QString::fromUtf8(bytes)); });
    connect(socket, &QWebSocket::disconnected, this, &PusherConnection::closed);
}

PusherConnection::~PusherConnection()
{
    m_socket->disconnect(this);
    m_socket->abort();
}

void PusherConnection::establish()
{
    const QJsonObject data{{QStringLiteral("socket_id"), m_socketId},
                           {QStringLiteral("activity_timeout"), m_timings.activityTimeoutSeconds}};
    send(QStringLiteral("pusher:connection_established"), {},
         QJsonDocument(data).toJson(QJsonDocument::Compact));
    m_silence.start(m_timings.pingAfterMs);
}

void PusherConnection::send(const QString &event, const QString &channel, const QByteArray &data)
{
    QJsonObject frame{{QStringLiteral("event"), event}};
    if (!data.isNull())
        frame.insert(QStringLiteral("data"), QString::fromUtf8(data));
    if (!channel.isEmpty())
        frame.insert(QStringLiteral("channel"), channel);
    sendRaw(QString::fromUtf8(QJsonDocument(frame).toJson(QJsonDocument::Compact)));
}

void PusherConnection::sendError(int code, const char *message)
{
    const QJsonObject data{{QStringLiteral("code"), code},
                           {QStringLiteral("message"), QLatin1String(message)}};
    send(QStringLiteral("pusher:error"), {}, QJsonDocument(data).toJson(QJsonDocument::Compact));
}

void PusherConnection::sendRaw(const QString &frame)
{
    m_socket->sendTextMessage(frame);
}

void PusherConnection::cut()
{
    m_silence.stop();
    m_socket->flush();
    m_socket->abort();
}

void PusherConnection::onText(const QString &text)
{
    m_pinged = false;
    m_silence.start(m_timings.pingAfterMs);
    Q_EMIT textReceived(text);
}

void PusherConnection::onSilence()
{
    if (m_pinged) {
        sendError(4201, "Pong reply not received in time");
        cut();
        return;
    }
    m_pinged = true;
    send(QStringLiteral("pusher:ping"), {}, QByteArray());
    m_silence.start(m_timings.pongWithinMs);
}

} // namespace suhbat::demo
