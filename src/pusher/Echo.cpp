#include "pusher/Echo.h"

#include "pusher/PusherClient.h"

namespace suhbat::pusher {

namespace {

Echo::ConnectionStatus statusOf(ConnectionState state)
{
    switch (state) {
    case ConnectionState::Connected:
        return Echo::ConnectionStatus::Connected;
    case ConnectionState::Connecting:
        return Echo::ConnectionStatus::Connecting;
    case ConnectionState::Unavailable:
    case ConnectionState::Failed:
        return Echo::ConnectionStatus::Failed;
    case ConnectionState::Initialized:
    case ConnectionState::Disconnected:
        break;
    }
    return Echo::ConnectionStatus::Disconnected;
}

} // namespace

Echo::Echo(PusherClient &client, QString eventNamespace, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_namespace(std::move(eventNamespace))
    , m_status(statusOf(client.state()))
{
    connect(&client, &PusherClient::eventReceived, this,
            [this](const QString &name, const QString &event, const JsonValue &data) {
                if (EchoChannel *const channel = m_channels.value(name))
                    channel->dispatch(event, data);
            });
    connect(&client, &PusherClient::stateChanged, this,
            [this](ConnectionState, ConnectionState current) {
                const ConnectionStatus before = std::exchange(m_status, statusOf(current));
                if (before != m_status)
                    Q_EMIT connectionStatusChanged(m_status);
            });
}

Echo::~Echo()
{
    m_client.disconnect(this);
}

EchoChannel &Echo::channel(const QString &name)
{
    EchoChannel *&entry = m_channels[name];
    // There before the subscription begins: a refused name fails at once.
    if (!entry)
        entry = new EchoChannel(name, m_namespace, m_client, this);
    EchoChannel &result = *entry;
    m_client.subscribe(name);
    return result;
}

EchoChannel &Echo::private_(const QString &name)
{
    return channel(QStringLiteral("private-") + name);
}

EchoChannel &Echo::encryptedPrivate(const QString &name)
{
    return channel(QStringLiteral("private-encrypted-") + name);
}

EchoChannel &Echo::join(const QString &name)
{
    return channel(QStringLiteral("presence-") + name);
}

void Echo::leave(const QString &name)
{
    for (const char *prefix : {"", "private-", "private-encrypted-", "presence-"})
        leaveChannel(QLatin1String(prefix) + name);
}

void Echo::leaveChannel(const QString &fullName)
{
    EchoChannel *const channel = m_channels.take(fullName);
    if (!channel)
        return;
    channel->m_left = true;
    channel->deleteLater();
    m_client.unsubscribe(fullName);
}

Echo::ConnectionStatus Echo::connectionStatus() const
{
    return statusOf(m_client.state());
}

QString Echo::socketId() const
{
    return m_client.socketId();
}

} // namespace suhbat::pusher
