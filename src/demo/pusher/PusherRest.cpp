#include "demo/pusher/PusherRest.h"

#include "demo/broadcast/Signatures.h"
#include "demo/pusher/PusherEndpoint.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace suhbat::demo {

namespace {

constexpr qsizetype longestBody = 10'000; // bytes

/// PHP knows no empty object: an empty list is what comes of it (132).
QJsonValue asPhpWould(const QJsonObject &object)
{
    return object.isEmpty() ? QJsonValue(QJsonArray()) : QJsonValue(object);
}

HttpReply restProblem(int status, const char *message)
{
    return HttpReply::json(status,
                           QJsonObject{{QStringLiteral("message"), QLatin1String(message)}});
}

QString infoOf(const HttpRequest &request)
{
    return request.query.queryItemValue(QStringLiteral("info"), QUrl::FullyDecoded);
}

} // namespace

PusherRest::PusherRest(PusherEndpoint &endpoint) : m_endpoint(endpoint) {}

HttpReply PusherRest::handle(const HttpRequest &request) const
{
    if (request.path == QLatin1String("/up"))
        return HttpReply::json(200, QJsonObject{{QStringLiteral("health"), QStringLiteral("OK")}});
    if (request.body.size() > longestBody)
        return restProblem(413, "Payload too large.");
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
        return parts.value(4) == QLatin1String("users") ? users(parts[3])
                                                        : channel(parts[3], request);
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
    const QString info = event.value(QLatin1String("info")).toString();
    if (info.isEmpty())
        return HttpReply::json(200, QJsonObject());
    QJsonObject channels;
    for (const QString &name : std::as_const(broadcast.channels))
        channels.insert(name, counts(name, info));
    return HttpReply::json(200, QJsonObject{{QStringLiteral("channels"), channels}});
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
            found.insert(name, counts(name, infoOf(request)));
    }
    return HttpReply::json(200, QJsonObject{{QStringLiteral("channels"), asPhpWould(found)}});
}

HttpReply PusherRest::channel(const QString &name, const HttpRequest &request) const
{
    QJsonObject answer = counts(name, infoOf(request));
    answer.insert(QStringLiteral("occupied"), !m_endpoint.channels().subscribers(name).isEmpty());
    return HttpReply::json(200, answer);
}

QJsonObject PusherRest::counts(const QString &name, const QString &info) const
{
    const PusherChannels &channels = m_endpoint.channels();
    const QStringList wanted = info.split(u',');
    const bool isPresence = PusherChannels::isPresence(name);
    QJsonObject found;
    if (isPresence && wanted.contains(QLatin1String("user_count")))
        found.insert(QStringLiteral("user_count"), int(channels.userIds(name).size()));
    if (!isPresence && wanted.contains(QLatin1String("subscription_count")))
        found.insert(QStringLiteral("subscription_count"), int(channels.subscribers(name).size()));
    return found;
}

HttpReply PusherRest::users(const QString &channel) const
{
    QJsonArray found;
    for (const QString &id : m_endpoint.channels().userIds(channel))
        found.append(QJsonObject{{QStringLiteral("id"), id}});
    return HttpReply::json(200, QJsonObject{{QStringLiteral("users"), found}});
}

} // namespace suhbat::demo
