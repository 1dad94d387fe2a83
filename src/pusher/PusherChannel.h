#pragma once

#include "base/JsonReader.h"
#include "base/Result.h"
#include "pusher/PresenceMembers.h"
#include "pusher/States.h"

#include <QJsonObject>
#include <QObject>

namespace suhbat::pusher {

class PusherClient;

/// One channel that was asked for. Made by PusherClient::subscribe() and owned by the client, which
/// deletes it after unsubscribe(): hold it in a QPointer.
class PusherChannel final : public QObject
{
    Q_OBJECT

public:
    /// The whole name, prefix included.
    const QString &name() const { return m_name; }
    /// Where the subscription is now.
    SubscriptionState state() const;
    /// Who is here; empty for other channels than presence ones.
    PresenceMembers members() const;
    /// Connections in the channel; std::nullopt on servers that do not tell: hosted Pusher does
    /// (83), and sends the event "pusher:subscription_count" with each change.
    std::optional<qint64> subscriptionCount() const;
    /// Sends a client event; see PusherClient::trigger().
    Result<void> trigger(const QString &event, const QByteArray &json);
    Result<void> trigger(const QString &event, const QJsonObject &data);
    /// Leaves the channel, as PusherClient::unsubscribe() does; this object is deleted later.
    void unsubscribe();

Q_SIGNALS:
    void stateChanged(suhbat::pusher::SubscriptionState state);
    /// Right after stateChanged(Subscribed), with each new connection too.
    void subscribed();
    /// Right after stateChanged(Failed); for the kinds see PusherClient::subscriptionFailed.
    void subscriptionFailed(const suhbat::Error &error);
    /// An event of the server or of another client (those are named "client-…"; only there `userId`
    /// may be set, and on some servers it can be forged, statement 116). `data` is decoded once.
    /// `replayed`: an older event that a cache channel had kept, sent again because we (re)joined:
    /// no news, and maybe known already (113).
    void eventReceived(const QString &name, const suhbat::JsonValue &data, const QString &userId,
                       bool replayed);
    /// Presence: the whole list is new, after every subscription.
    void membersReplaced();
    /// Presence: one user came or went, told once however many connections that user has. `info`
    /// is the user_info of the back end's authorisation; members() has changed already.
    void memberAdded(const QString &userId, const suhbat::JsonValue &info);
    void memberRemoved(const QString &userId, const suhbat::JsonValue &info);

private:
    friend class PusherClient;
    PusherChannel(QString name, PusherClient &client);

    const QString m_name;
    PusherClient &m_client;
};

} // namespace suhbat::pusher
