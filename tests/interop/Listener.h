#pragma once

#include "demo/broadcast/Signatures.h"
#include "pusher/PusherClient.h"

#include <QTimer>

namespace suhbat::test {

/// Signs as a back end would; who is who comes from the constructor.
class Signer final : public pusher::ChannelAuthorizer
{
public:
    Signer(demo::AppCredentials app, QString userId)
        : m_app(std::move(app)), m_userId(std::move(userId))
    {}

    void authorize(const QString &socketId, const QString &channelName, QObject *context,
                   Done done) override
    {
        pusher::ChannelAuthorization answer;
        if (channelName.startsWith(QLatin1String("presence-")))
            answer.channelData =
                QStringLiteral("{\"user_id\":\"%1\",\"user_info\":{\"name\":\"%1\"}}")
                    .arg(m_userId);
        // Of this one channel, with 32 times 0x07 as the master key (107).
        if (channelName == QLatin1String("private-encrypted-room.1"))
            answer.sharedSecret = "DprKTSclO4YqEBXSa748oD4225jWdMMFv3Yarx+wCGE=";
        demo::AppCredentials app = m_app;
        if (channelName.endsWith(QLatin1String("forged")))
            app.secret += "x";
        answer.auth = demo::signatures::channelAuth(app, socketId, channelName, answer.channelData);
        QTimer::singleShot(0, context, [answer, done] { done(answer); });
    }

private:
    demo::AppCredentials m_app;
    QString m_userId;
};

/// One of our clients with what it heard: "CHANNEL EVENT DATA [USER] [(replayed)]".
struct Listener
{
    Listener(const pusher::PusherOptions &options, const demo::AppCredentials &app,
             const QString &userId)
        : signer(app, userId), client(options, signer)
    {
        QObject::connect(&client, &pusher::PusherClient::eventReceived, &client,
                         [this](const QString &channel, const QString &name, const JsonValue &data,
                                const QString &sender, bool replayed) {
                             heard.append(
                                 QStringLiteral("%1 %2 %3 %4")
                                     .arg(channel, name, QString::fromUtf8(data.toJson()), sender)
                                     .trimmed() +
                                 (replayed ? QStringLiteral(" (replayed)") : QString()));
                         });
        client.connectToServer();
    }

    pusher::PusherChannel *subscribe(const QString &channel)
    {
        channels.append(channel);
        return client.subscribe(channel);
    }

    bool isSubscribed(const QString &channel) const
    {
        return client.subscriptionState(channel) == pusher::SubscriptionState::Subscribed;
    }

    Signer signer;
    pusher::PusherClient client;
    QStringList heard;
    QStringList channels; ///< asked for
};

} // namespace suhbat::test
