#include "demo/pusher/PusherChannels.h"

#include <QJsonArray>

namespace suhbat::demo {

void PusherChannels::subscribe(const QString &channel, PusherConnection *connection)
{
    QList<PusherConnection *> &subscribers = m_channels[channel].subscribers;
    if (!subscribers.contains(connection))
        subscribers.append(connection);
}

bool PusherChannels::join(const QString &channel, PusherConnection *connection,
                          const Member &member)
{
    const bool isNew = !usersOf(channel).contains(member.userId);
    subscribe(channel, connection);
    m_channels[channel].members.insert(connection, member);
    return isNew;
}

QString PusherChannels::leave(const QString &channel, PusherConnection *connection)
{
    const auto found = m_channels.find(channel);
    if (found == m_channels.end())
        return {};
    found->subscribers.removeAll(connection);
    const QString userId = found->members.take(connection).userId;
    if (found->subscribers.isEmpty())
        m_channels.erase(found);
    return usersOf(channel).contains(userId) ? QString() : userId;
}

bool PusherChannels::isSubscribed(const QString &channel, PusherConnection *connection) const
{
    return m_channels.value(channel).subscribers.contains(connection);
}

QList<PusherConnection *> PusherChannels::subscribers(const QString &channel) const
{
    return m_channels.value(channel).subscribers;
}

QStringList PusherChannels::channelsOf(PusherConnection *connection) const
{
    QStringList names;
    for (auto channel = m_channels.cbegin(); channel != m_channels.cend(); ++channel) {
        if (channel->subscribers.contains(connection))
            names.append(channel.key());
    }
    names.sort();
    return names;
}

QString PusherChannels::userIdOf(const QString &channel, PusherConnection *connection) const
{
    return m_channels.value(channel).members.value(connection).userId;
}

QStringList PusherChannels::userIds(const QString &channel) const
{
    return usersOf(channel).keys();
}

QJsonObject PusherChannels::presence(const QString &channel) const
{
    QJsonArray ids;
    QJsonObject hash;
    const QMap<QString, Member> users = usersOf(channel);
    for (const Member &member : users) {
        ids.append(member.userId);
        hash.insert(member.userId, member.userInfo);
    }
    return {{QStringLiteral("presence"), QJsonObject{{QStringLiteral("count"), int(users.size())},
                                                     {QStringLiteral("ids"), ids},
                                                     {QStringLiteral("hash"), hash}}}};
}

bool PusherChannels::isPrivate(const QString &channel)
{
    return channel.startsWith(QLatin1String("private-"));
}

bool PusherChannels::isPresence(const QString &channel)
{
    return channel.startsWith(QLatin1String("presence-"));
}

QMap<QString, PusherChannels::Member> PusherChannels::usersOf(const QString &channel) const
{
    QMap<QString, Member> users;
    for (const Member &member : m_channels.value(channel).members)
        users.insert(member.userId, member);
    return users;
}

} // namespace suhbat::demo
