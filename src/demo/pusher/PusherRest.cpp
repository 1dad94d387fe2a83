#include "demo/pusher/PusherRest.h"

#include "demo/broadcast/Signatures.h"
#include "demo/pusher/PusherEndpoint.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace suhbat::demo {

namespace {

HttpReply restProblem(int status, const char *message)
{
    return HttpReply::json(status,
                           QJsonObject{{QStringLiteral("message"), QLatin1String(message)}});
}

} // namespace

PusherRest::PusherRest(PusherEndpoint &endpoint) : m_endpoint(endpoint) {}

HttpReply PusherRest::handle(const HttpRequest &request) const
{
    const QStringList parts = request.path.split(QLatin1Char('/')).mid(1); // apps, ID, what, …
    const AppCredentials &app = m_endpoint.app();
    if (parts.value(1) != app.id)
        return restProblem(404, "No matching application for ID.");
    if (!signatures::isSigned(app, request.method, request.path, request.body, request.query))
        return restProblem(401, "Authentication signature invalid.");
    const QString what = parts.value(2);
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    if (request.method == "POST" && what == QLatin1String("events"))
        return trigger(body);
    if (request.method == "POST" && what == QLatin1String("batch_events"))
        return batch(body);
    if (request.method == "GET" && what == QLatin1String("channels")) {
        if (parts.size() == 3)
            return channels(request);
        return parts.value(4) == QLatin1String("users") ? users(parts[3]) : channel(parts[3]);
    }
    return restProblem(404, "Not found.");
}

HttpReply PusherRest::trigger(const QJsonObject &event) const
{
    Broadcast broadcast;
    broadcast.event = event.value(QLatin1String("name")).toString();
    broadcast.data = event.value(QLatin1String("data")).toString().toUtf8();
    broadcast.exceptSocketId = event.value(QLatin1String("socket_id")).toString();
    for (const QJsonValue &name : event.value(QLatin1String("channels")).toArray())
        broadcast.channels.append(name.toString());
    if (const QString one = event.value(QLatin1String("channel")).toString(); !one.isEmpty())
        broadcast.channels.append(one);
    if (broadcast.event.isEmpty() || broadcast.channels.isEmpty() ||
        !event.value(QLatin1String("data")).isString())
        return restProblem(422, "The name, data and channels fields are required.");
    m_endpoint.broadcast(broadcast);
    return HttpReply::json(200, QJsonObject());
}

HttpReply PusherRest::batch(const QJsonObject &body) const
{
    for (const QJsonValue &event : body.value(QLatin1String("batch")).toArray()) {
        if (const HttpReply reply = trigger(event.toObject()); reply.status != 200)
            return reply;
    }
    return HttpReply::json(200, QJsonObject{{QStringLiteral("batch"), QJsonObject()}});
}

HttpReply PusherRest::channels(const HttpRequest &request) const
{
    const QString prefix = request.query.queryItemValue(QStringLiteral("filter_by_prefix"));
    QJsonObject found;
    for (const QString &name : m_endpoint.channels().occupied()) {
        if (name.startsWith(prefix))
            found.insert(name, QJsonObject());
    }
    return HttpReply::json(200, QJsonObject{{QStringLiteral("channels"), found}});
}

HttpReply PusherRest::channel(const QString &name) const
{
    const auto subscribers = m_endpoint.channels().subscribers(name).size();
    QJsonObject answer{{QStringLiteral("occupied"), subscribers > 0},
                       {QStringLiteral("subscription_count"), int(subscribers)}};
    if (PusherChannels::isPresence(name)) {
        answer.insert(QStringLiteral("user_count"),
                      int(m_endpoint.channels().userIds(name).size()));
    }
    return HttpReply::json(200, answer);
}

HttpReply PusherRest::users(const QString &channel) const
{
    QJsonArray found;
    for (const QString &id : m_endpoint.channels().userIds(channel))
        found.append(QJsonObject{{QStringLiteral("id"), id}});
    return HttpReply::json(200, QJsonObject{{QStringLiteral("users"), found}});
}

} // namespace suhbat::demo
