#pragma once

#include "pusher/ChannelAuthorizer.h"
#include "pusher/ChannelName.h"

#include <QStringList>

#include <optional>

namespace suhbat::test {

/// Answers on the next turn of the loop, as its contract asks; counts what it was asked.
class FakeAuthorizer : public pusher::ChannelAuthorizer
{
public:
    QStringList asked; // "socketId channel"
    std::optional<Error> refusal;
    QByteArray sharedSecret; // of encrypted channels

    void authorize(const QString &socketId, const QString &channelName, QObject *context,
                   Done done) override
    {
        asked.append(socketId + u' ' + channelName);
        pusher::ChannelAuthorization answer{QStringLiteral("key:signature"), {}, {}};
        if (pusher::isPresence(channelName))
            answer.channelData = QStringLiteral("{\"user_id\":2,\"user_info\":{}}");
        if (pusher::isEncrypted(channelName))
            answer.sharedSecret = sharedSecret;
        QMetaObject::invokeMethod(
            context,
            [this, answer, done = std::move(done)] {
                if (refusal)
                    done(*refusal);
                else
                    done(answer);
            },
            Qt::QueuedConnection);
    }
};

} // namespace suhbat::test
