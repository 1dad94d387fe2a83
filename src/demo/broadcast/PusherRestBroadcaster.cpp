#include "demo/broadcast/PusherRestBroadcaster.h"

#include "demo/broadcast/Signatures.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkReply>

namespace suhbat::demo {

namespace {

constexpr int restTimeoutMs = 10'000;

QByteArray requestBody(const Broadcast &broadcast)
{
    QJsonObject body{{QStringLiteral("name"), broadcast.event},
                     {QStringLiteral("channels"), QJsonArray::fromStringList(broadcast.channels)},
                     {QStringLiteral("data"), QString::fromUtf8(broadcast.data)}};
    if (!broadcast.exceptSocketId.isEmpty())
        body.insert(QStringLiteral("socket_id"), broadcast.exceptSocketId);
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

/// Empty when all is well. soketi answers errors with status 200.
QString complaintIn(QNetworkReply &reply)
{
    const QByteArray body = reply.readAll();
    const QJsonObject json = QJsonDocument::fromJson(body).object();
    if (json.contains(QLatin1String("error")))
        return json.value(QLatin1String("error")).toString();
    if (reply.error() == QNetworkReply::NoError)
        return {};
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    return status > 0
               ? QStringLiteral("HTTP %1 %2").arg(status).arg(QString::fromUtf8(body.left(200)))
               : QStringLiteral("no connection (%1)").arg(int(reply.error()));
}

} // namespace

PusherRestBroadcaster::PusherRestBroadcaster(const ExternalPusher &server,
                                             std::function<QDateTime()> now, QObject *parent)
    : QObject(parent), m_server(server), m_now(std::move(now))
{
    m_network.setTransferTimeout(restTimeoutMs);
}

PusherRestBroadcaster::~PusherRestBroadcaster()
{
    if (m_reply)
        m_reply->disconnect(this);
}

void PusherRestBroadcaster::publish(const Broadcast &broadcast)
{
    m_queue.enqueue(requestBody(broadcast));
    if (!m_reply)
        sendNext();
}

void PusherRestBroadcaster::sendNext()
{
    const QByteArray body = m_queue.dequeue();
    QUrl url;
    url.setScheme(m_server.scheme);
    url.setHost(m_server.host);
    url.setPort(m_server.port);
    url.setPath(QStringLiteral("/apps/%1/events").arg(m_server.app.id));
    url.setQuery(signatures::signedQuery(m_server.app, "POST", url.path(), body,
                                         m_now().toSecsSinceEpoch()));
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    m_reply = m_network.post(request, body);
    connect(m_reply, &QNetworkReply::finished, this, &PusherRestBroadcaster::onFinished);
}

void PusherRestBroadcaster::onFinished()
{
    const QString complaint = complaintIn(*m_reply);
    m_reply->deleteLater();
    m_reply = nullptr;
    if (!m_queue.isEmpty())
        sendNext();
    if (complaint.isEmpty()) {
        Q_EMIT delivered();
    } else {
        qWarning("The broadcasting server refused an event: %s", qPrintable(complaint));
        Q_EMIT failed(complaint);
    }
}

} // namespace suhbat::demo
