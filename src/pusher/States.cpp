#include "pusher/States.h"

namespace suhbat::pusher {

QString nameOf(ConnectionState state)
{
    switch (state) {
    case ConnectionState::Initialized:
        return QStringLiteral("initialized");
    case ConnectionState::Connecting:
        return QStringLiteral("connecting");
    case ConnectionState::Connected:
        return QStringLiteral("connected");
    case ConnectionState::Unavailable:
        return QStringLiteral("unavailable");
    case ConnectionState::Disconnected:
        return QStringLiteral("disconnected");
    case ConnectionState::Failed:
        break;
    }
    return QStringLiteral("failed");
}

QString nameOf(SubscriptionState state)
{
    switch (state) {
    case SubscriptionState::Unsubscribed:
        return QStringLiteral("unsubscribed");
    case SubscriptionState::Wanted:
        return QStringLiteral("wanted");
    case SubscriptionState::Pending:
        return QStringLiteral("pending");
    case SubscriptionState::Subscribed:
        return QStringLiteral("subscribed");
    case SubscriptionState::Failed:
        break;
    }
    return QStringLiteral("failed");
}

} // namespace suhbat::pusher
