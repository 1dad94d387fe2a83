#include "demo/pusher/PusherEndpoint.h"

#include "demo/broadcast/Signatures.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QWebSocket>

namespace suhbat::demo {

namespace {

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// As Reverb: whose key stands before the colon does not matter (statement 97).
QStringView signatureIn(const QString &auth)
{
    return QStringView(auth).mid(auth.indexOf(u':') + 1);
}

} // namespace

PusherEndpoint::PusherEndpoint(const AppCredentials &app, const PusherTimings &timings,
                               QObject *parent)
    : QObject(parent)
    , m_app(app)
    , m_timings(timings)
    , m_handshakes(QStringLiteral("suhbat-demo"), QWebSocketServer::NonSecureMode)
{
    connect(&m_handshakes, &QWebSocketServer::newConnection, this, &PusherEndpoint::acceptPending);
}

PusherEndpoint::~PusherEndpoint()
{
    m_handshakes.disconnect(this);
    for (PusherConnection *connection : std::as_const(m_connections)) {
        connection->disconnect(this);
        delete connection;
    }
}

void PusherEndpoint::take(QTcpSocket *socket)
{
    m_handshakes.handleConnection(socket);
}

void PusherEndpoint::acceptPending()
{
    while (QWebSocket *socket = m_handshakes.nextPendingConnection()) {
        auto *connection = new PusherConnection(socket, m_timings, this);
        connect(connection, &PusherConnection::closed, this,
                [this, connection] { onClosed(connection); });
        if (socket->requestUrl().path() != QLatin1String("/app/") + m_app.key) {
            connection->sendError(4001, "Application does not exist");
            connection->cut();
            continue;
        }
        m_connections.append(connection);
        connect(connection, &PusherConnection::textReceived, this,
                [this, connection](const QString &text) { onText(connection, text); });
        connection->establish();
    }
}

void PusherEndpoint::broadcast(const Broadcast &broadcast)
{
    for (const QString &channel : broadcast.channels) {
        const auto subscribers = m_channels.subscribers(channel);
        for (PusherConnection *connection : subscribers) {
            if (broadcast.exceptSocketId.isEmpty() ||
                connection->socketId() != broadcast.exceptSocketId)
                connection->send(broadcast.event, channel, broadcast.data);
        }
    }
}

void PusherEndpoint::cutAll()
{
    const auto connections = m_connections;
    for (PusherConnection *connection : connections)
        connection->cut();
}

void PusherEndpoint::onText(PusherConnection *from, const QString &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    const QJsonObject frame = document.object();
    const QString event = frame.value(QLatin1String("event")).toString();
    const QJsonObject data = frame.value(QLatin1String("data")).toObject();
    if (event.isEmpty()) {
        from->sendError(4200, "Invalid message format");
    } else if (event == QLatin1String("pusher:ping")) {
        from->send(QStringLiteral("pusher:pong"), {}, QByteArray());
    } else if (event == QLatin1String("pusher:pong")) {
        // Any frame counts as a sign of life already.
    } else if (event == QLatin1String("pusher:subscribe")) {
        subscribe(from, data);
    } else if (event == QLatin1String("pusher:unsubscribe")) {
        leave(from, data.value(QLatin1String("channel")).toString());
    } else if (event.startsWith(QLatin1String("pusher:"))) {
        from->sendError(4200, "Invalid message format");
    } else if (event.startsWith(QLatin1String("client-"))) {
        forward(from, frame);
    }
}

void PusherEndpoint::subscribe(PusherConnection *from, const QJsonObject &data)
{
    const QString channel = data.value(QLatin1String("channel")).toString();
    const QString channelData = data.value(QLatin1String("channel_data")).toString();
    if (channel.isEmpty()) {
        from->sendError(4200, "Invalid message format");
        return;
    }
    const bool isPresence = PusherChannels::isPresence(channel);
    if (isPresence || PusherChannels::isPrivate(channel)) {
        const QString right = signatures::channelAuth(m_app, from->socketId(), channel,
                                                      isPresence ? channelData : QString());
        const QString given = data.value(QLatin1String("auth")).toString();
        if (signatureIn(given) != signatureIn(right)) {
            from->sendError(4009, "Connection is unauthorized");
            return;
        }
    }
    if (isPresence) {
        join(from, channel, channelData);
        return;
    }
    m_channels.subscribe(channel, from);
    from->send(QStringLiteral("pusher_internal:subscription_succeeded"), channel, "{}");
}

void PusherEndpoint::join(PusherConnection *from, const QString &channel,
                          const QString &channelData)
{
    const QJsonObject given = QJsonDocument::fromJson(channelData.toUtf8()).object();
    const QString userId = given.value(QLatin1String("user_id")).toVariant().toString();
    if (userId.isEmpty()) {
        from->sendError(4200, "Invalid message format");
        return;
    }
    const QJsonValue info = given.value(QLatin1String("user_info")).toObject();
    const bool isNew = m_channels.join(channel, from, {userId, info});
    from->send(QStringLiteral("pusher_internal:subscription_succeeded"), channel,
               compact(m_channels.presence(channel)));
    if (!isNew)
        return;
    const QByteArray added =
        compact({{QStringLiteral("user_id"), userId}, {QStringLiteral("user_info"), info}});
    broadcast({{channel}, QStringLiteral("pusher_internal:member_added"), added, from->socketId()});
}

void PusherEndpoint::leave(PusherConnection *from, const QString &channel)
{
    const QString gone = m_channels.leave(channel, from);
    if (gone.isEmpty())
        return;
    broadcast({{channel},
               QStringLiteral("pusher_internal:member_removed"),
               compact({{QStringLiteral("user_id"), gone}}),
               {}});
}

void PusherEndpoint::forward(PusherConnection *from, const QJsonObject &frame)
{
    const QString channel = frame.value(QLatin1String("channel")).toString();
    // On public channels as well, as Reverb and soketi (117).
    if (!m_channels.isSubscribed(channel, from)) {
        from->sendError(4009, "The client is not a member of the specified channel.");
        return;
    }
    // Reverb makes JSON of a text and refuses one that is none (69).
    QJsonValue data = frame.value(QLatin1String("data"));
    if (data.isString()) {
        const QJsonDocument inner = QJsonDocument::fromJson(data.toString().toUtf8());
        if (inner.isNull()) {
            from->sendError(4200, "Invalid message format");
            return;
        }
        data = inner.isArray() ? QJsonValue(inner.array()) : QJsonValue(inner.object());
    }
    QJsonObject forwarded{{QStringLiteral("event"), frame.value(QLatin1String("event"))},
                          {QStringLiteral("channel"), channel},
                          {QStringLiteral("data"), data}};
    if (PusherChannels::isPresence(channel))
        forwarded.insert(QStringLiteral("user_id"), m_channels.userIdOf(channel, from));
    const QString text = QString::fromUtf8(compact(forwarded));
    const auto subscribers = m_channels.subscribers(channel);
    for (PusherConnection *connection : subscribers) {
        if (connection != from)
            connection->sendRaw(text);
    }
}

void PusherEndpoint::onClosed(PusherConnection *connection)
{
    if (!m_connections.removeAll(connection)) {
        connection->deleteLater();
        return;
    }
    const QStringList channels = m_channels.channelsOf(connection);
    for (const QString &channel : channels)
        leave(connection, channel);
    connection->deleteLater();
}

} // namespace suhbat::demo
