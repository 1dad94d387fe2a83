#include "TestSocket.h"

#include <QJsonDocument>
#include <QTest>

namespace suhbat::demo::test {

TestSocket::TestSocket(const QUrl &server, const QString &path)
{
    connect(&m_socket, &QWebSocket::textMessageReceived, this, [this](const QString &text) {
        m_frames.append(QJsonDocument::fromJson(text.toUtf8()).object());
    });
    connect(&m_socket, &QWebSocket::disconnected, this, [this] {
        m_closed = true;
        m_closeCode = m_socket.closeCode();
    });
    connect(&m_socket, QOverload<QAbstractSocket::SocketError>::of(&QWebSocket::error), this,
            [this] { m_failed = true; });
    QUrl url = server;
    url.setPath(path);
    url.setQuery(QStringLiteral("protocol=7&client=test&version=1"));
    m_socket.open(url);
}

TestSocket::~TestSocket()
{
    m_socket.disconnect(this);
}

QString TestSocket::waitForSocketId()
{
    const QString event = QStringLiteral("pusher:connection_established");
    [&] { QTRY_VERIFY(count(event) == 1); }();
    return data(event).value(QLatin1String("socket_id")).toString();
}

void TestSocket::send(const QJsonObject &frame)
{
    sendText(QString::fromUtf8(QJsonDocument(frame).toJson(QJsonDocument::Compact)));
}

void TestSocket::subscribe(const QString &channel, const QString &auth, const QString &channelData)
{
    QJsonObject data{{QStringLiteral("channel"), channel}, {QStringLiteral("auth"), auth}};
    if (!channelData.isEmpty())
        data.insert(QStringLiteral("channel_data"), channelData);
    send({{QStringLiteral("event"), QStringLiteral("pusher:subscribe")},
          {QStringLiteral("data"), data}});
}

QList<QJsonObject> TestSocket::frames(const QString &event) const
{
    QList<QJsonObject> found;
    for (const QJsonObject &frame : m_frames) {
        if (frame.value(QLatin1String("event")).toString() == event)
            found.append(frame);
    }
    return found;
}

QJsonObject TestSocket::data(const QString &event) const
{
    const QList<QJsonObject> found = frames(event);
    if (found.isEmpty())
        return {};
    const QString text = found.last().value(QLatin1String("data")).toString();
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

int TestSocket::errorCode() const
{
    return data(QStringLiteral("pusher:error")).value(QLatin1String("code")).toInt();
}

} // namespace suhbat::demo::test
