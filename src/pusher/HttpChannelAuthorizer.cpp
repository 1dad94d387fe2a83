#include "pusher/HttpChannelAuthorizer.h"

namespace suhbat::pusher {

namespace {

Result<ChannelAuthorization> channelAuthorization(const Result<JsonValue> &json)
{
    if (!json)
        return json.error();
    const auto text = [&json](const char *key) {
        return (*json)[key].string().value_or(QString());
    };
    return ChannelAuthorization{text("auth"), text("channel_data"),
                                text("shared_secret").toLatin1()};
}

} // namespace

void HttpChannelAuthorizer::authorize(const QString &socketId, const QString &channelName,
                                      QObject *context, Done done)
{
    m_form.post(
        {{QStringLiteral("socket_id"), socketId}, {QStringLiteral("channel_name"), channelName}},
        context, [done = std::move(done)](const Result<JsonValue> &json) {
            done(channelAuthorization(json));
        });
}

Result<ChannelAuthorization> HttpChannelAuthorizer::fromAnswer(int status, QByteArrayView body)
{
    return channelAuthorization(HttpFormPost::fromAnswer(status, body));
}

} // namespace suhbat::pusher
