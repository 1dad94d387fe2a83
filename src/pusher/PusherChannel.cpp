#include "pusher/PusherChannel.h"

#include "pusher/PusherClient.h"

namespace suhbat::pusher {

PusherChannel::PusherChannel(QString name, PusherClient &client)
    : QObject(&client), m_name(std::move(name)), m_client(client)
{}

SubscriptionState PusherChannel::state() const
{
    return m_client.subscriptionState(m_name);
}

PresenceMembers PusherChannel::members() const
{
    return m_client.members(m_name);
}

std::optional<qint64> PusherChannel::subscriptionCount() const
{
    return m_client.subscriptionCount(m_name);
}

Result<void> PusherChannel::trigger(const QString &event, const QByteArray &json)
{
    return m_client.trigger(m_name, event, json);
}

Result<void> PusherChannel::trigger(const QString &event, const QJsonObject &data)
{
    return m_client.trigger(m_name, event, data);
}

void PusherChannel::unsubscribe()
{
    m_client.unsubscribe(m_name);
}

} // namespace suhbat::pusher
