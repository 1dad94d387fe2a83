#include "ScriptedServer.h"

#include <QJsonDocument>
#include <QTimer>
#include <QWebSocket>

namespace suhbat::test {

ScriptedServer::ScriptedServer()
    : m_server(QStringLiteral("scripted"), QWebSocketServer::NonSecureMode)
{
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("the scripted server cannot listen");
    m_port = m_server.serverPort();
    connect(&m_server, &QWebSocketServer::newConnection, this, &ScriptedServer::accept);
}

ScriptedServer::~ScriptedServer()
{
    for (QWebSocket *socket : std::as_const(m_sockets)) {
        socket->disconnect(this);
        delete socket;
    }
}

bool ScriptedServer::listenAgain()
{
    return m_server.listen(QHostAddress::LocalHost, m_port);
}

void ScriptedServer::accept()
{
    QWebSocket *const socket = m_server.nextPendingConnection();
    socket->setParent(this);
    m_sockets.append(socket);
    ++m_connections;
    m_lastUrl = socket->requestUrl();
    m_lastOrigin = socket->origin();
    connect(socket, &QWebSocket::disconnected, this, [this, socket] {
        m_sockets.removeOne(socket);
        socket->deleteLater();
    });
    connect(socket, &QWebSocket::textMessageReceived, this,
            [this, socket](const QString &text) { received(*socket, text); });
    if (greets) {
        const QJsonObject data{{QStringLiteral("socket_id"), socketId()},
                               {QStringLiteral("activity_timeout"), 30}};
        const QJsonObject frame{
            {QStringLiteral("event"), QStringLiteral("pusher:connection_established")},
            {QStringLiteral("data"),
             QString::fromUtf8(QJsonDocument(data).toJson(QJsonDocument::Compact))}};
        send(QJsonDocument(frame).toJson(QJsonDocument::Compact));
    }
    if (onConnection)
        onConnection(*socket);
}

void ScriptedServer::received(QWebSocket &socket, const QString &text)
{
    const QJsonObject frame = QJsonDocument::fromJson(text.toUtf8()).object();
    m_frames.append(frame);
    const QString event = frame.value(QStringLiteral("event")).toString();
    if (event == QLatin1String("pusher:subscribe") && acceptsSubscriptions) {
        const QJsonObject answer{
            {QStringLiteral("event"), QStringLiteral("pusher_internal:subscription_succeeded")},
            {QStringLiteral("channel"),
             frame.value(QStringLiteral("data")).toObject().value(QStringLiteral("channel"))},
            {QStringLiteral("data"), QStringLiteral("{}")}};
        socket.sendTextMessage(
            QString::fromUtf8(QJsonDocument(answer).toJson(QJsonDocument::Compact)));
    }
}

QStringList ScriptedServer::events() const
{
    QStringList names;
    for (const QJsonObject &frame : m_frames)
        names.append(frame.value(QStringLiteral("event")).toString());
    return names;
}

void ScriptedServer::send(const QByteArray &text)
{
    const auto sockets = m_sockets;
    for (QWebSocket *socket : sockets)
        socket->sendTextMessage(QString::fromUtf8(text));
}

void ScriptedServer::cut()
{
    const auto sockets = m_sockets;
    for (QWebSocket *socket : sockets) {
        socket->flush();
        socket->abort();
    }
}

void ScriptedServer::play(QWebSocket &socket, const QList<CaptureStep> &steps, double speed)
{
    for (const CaptureStep &step : steps) {
        const auto when = Milliseconds(qint64(double(step.at.count()) / speed));
        QTimer::singleShot(when, &socket, [&socket, step] {
            if (step.what == CaptureStep::What::Text) {
                socket.sendTextMessage(QString::fromUtf8(step.text));
            } else if (step.what == CaptureStep::What::ControlPing) {
                socket.ping();
            } else if (step.closeCode == 1006) {
                socket.flush();
                socket.abort();
            } else {
                socket.close(QWebSocketProtocol::CloseCode(step.closeCode));
            }
        });
    }
}

void ScriptedServer::closeAll(int code, const QString &reason)
{
    const auto sockets = m_sockets;
    for (QWebSocket *socket : sockets)
        socket->close(QWebSocketProtocol::CloseCode(code), reason);
}

} // namespace suhbat::test
