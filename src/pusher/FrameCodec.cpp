#include "pusher/FrameCodec.h"

#include "pusher/ChannelAuthorizer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace suhbat::pusher {

Result<Frame> FrameCodec::decode(QByteArrayView text)
{
    const Result<JsonValue> parsed = JsonValue::parse(text);
    if (!parsed)
        return parsed.error();
    Frame frame;
    frame.size = text.size();
    frame.event = (*parsed)["event"].string().value_or(QString());
    frame.channel = (*parsed)["channel"].string().value_or(QString());
    frame.userId = (*parsed)["user_id"].id().value_or(QString());
    frame.data = (*parsed)["data"];
    if (auto inner = frame.data.embedded())
        frame.data = std::move(*inner);
    return frame;
}

QByteArray FrameCodec::quoted(const QString &text)
{
    const QByteArray list = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return list.mid(1, list.size() - 2);
}

QByteArray FrameCodec::ping()
{
    return QByteArrayLiteral(R"({"event":"pusher:ping","data":{}})");
}

QByteArray FrameCodec::pong()
{
    return QByteArrayLiteral(R"({"event":"pusher:pong","data":{}})");
}

QByteArray FrameCodec::subscribe(const QString &channel, const ChannelAuthorization &authorization)
{
    QJsonObject data{{QStringLiteral("channel"), channel},
                     {QStringLiteral("auth"), authorization.auth}};
    if (!authorization.channelData.isEmpty())
        data.insert(QStringLiteral("channel_data"), authorization.channelData);
    return R"({"event":"pusher:subscribe","data":)" +
           QJsonDocument(data).toJson(QJsonDocument::Compact) + '}';
}

QByteArray FrameCodec::unsubscribe(const QString &channel)
{
    return R"({"event":"pusher:unsubscribe","data":{"channel":)" + quoted(channel) + "}}";
}

QByteArray FrameCodec::clientEvent(const QString &channel, const QString &event,
                                   const QByteArray &json)
{
    return R"({"event":)" + quoted(event) + R"(,"channel":)" + quoted(channel) + R"(,"data":)" +
           json + '}';
}

} // namespace suhbat::pusher
