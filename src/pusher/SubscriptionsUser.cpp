#include "pusher/Subscriptions.h"

// What Subscriptions does about the user who is signed in.

namespace suhbat::pusher {

namespace {

QString ownChannel(const QString &userId)
{
    return QStringLiteral("#server-to-user-") + userId;
}

} // namespace

void Subscriptions::setUser(const QString &userId, bool isPending, Instant now, Actions &out)
{
    const QString before = m_userId;
    const bool isNew = userId != m_userId && !userId.isEmpty();
    const bool decided = m_userPending && !isPending;
    m_userId = userId;
    m_userPending = isPending;
    if (m_socketId.isEmpty())
        return;
    if (!before.isEmpty() && before != userId)
        leave(ownChannel(before), out);
    if (isNew) {
        const QString name = ownChannel(userId);
        if (!m_channels.contains(name))
            m_order.append(name);
        Channel &channel = m_channels[name];
        channel.own = true;
        start(name, channel, now, out);
    }
    if (!decided)
        return;
    const QStringList names = m_order;
    for (const QString &name : names) {
        Channel &channel = m_channels[name];
        if (channel.held) {
            const ChannelAuthorization held = *std::exchange(channel.held, std::nullopt);
            checkPresence(name, channel, held, now, out);
        }
    }
}

// Without channel_data the server takes the user who is signed in (104).
void Subscriptions::checkPresence(const QString &name, Channel &channel,
                                  const ChannelAuthorization &authorization, Instant now,
                                  Actions &out)
{
    if (!authorization.channelData.isEmpty() || !m_userId.isEmpty())
        send(name, channel, authorization, now, out);
    else if (m_userPending)
        channel.held = authorization;
    else
        failLocally(name,
                    Error::make(Error::Kind::BadResponse,
                                QStringLiteral("the authorisation of a presence channel has no "
                                               "channel_data")),
                    out);
}

} // namespace suhbat::pusher
