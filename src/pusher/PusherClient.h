#pragma once

#include "base/JsonReader.h"
#include "pusher/ChannelAuthorizer.h"
#include "pusher/ConnectionLog.h"
#include "pusher/ProtocolMachine.h"
#include "pusher/PusherChannel.h"
#include "pusher/PusherOptions.h"
#include "pusher/SocketAttempt.h"
#include "pusher/States.h"
#include "pusher/UserAuthenticator.h"

#include <QHash>
#include <QJsonObject>
#include <QObject>
#include <QTimer>

#include <deque>

namespace suhbat::pusher {

/// A client of the Pusher protocol 7: one connection that heals itself, and its channels. Lives on
/// one thread and never blocks it. May be destroyed at any time, in a slot of its own signals too.
class PusherClient final : public QObject
{
    Q_OBJECT

public:
    /// `authorizer` is asked for private and presence channels; it must outlive the client.
    PusherClient(PusherOptions options, ChannelAuthorizer &authorizer, QObject *parent = nullptr);
    ~PusherClient() override;

    /// Connects and stays connected, until disconnectFromServer() or a refusal (see errorOccurred).
    /// Does nothing while connecting or connected.
    void connectToServer();
    /// Says goodbye to the server, from any state, and gives up what was scheduled. Channels and
    /// the sign-in are remembered: connectToServer() takes them up again.
    void disconnectFromServer();
    /// "Try now" of a user: a scheduled retry comes within 1 s. Does nothing where none is
    /// scheduled; after a refusal it is connectToServer() that starts anew.
    void retryNow();
    /// The system says that the network is back, or that it woke up (statement 28): retries within
    /// 1 s, or asks a connection that looks alive whether it is.
    void networkBecameAvailable();
    /// The system says that the network went: asks the server whether it is there, and leaves the
    /// connection alone when it is. Attempts go on as they did.
    void networkLost();

    /// Remembers the channel and subscribes it now and after every reconnect. Asking twice gives
    /// the same channel, and tries a failed one again. Null only where a slot that this call
    /// reached has destroyed the client (a name that is refused fails before the call returns).
    PusherChannel *subscribe(const QString &channelName);
    /// Leaves the channel now and for good; its object is deleted later. Nothing of it is told any
    /// more but the change to Unsubscribed.
    void unsubscribe(const QString &channelName);
    /// Null for a channel that was not asked for.
    PusherChannel *channel(const QString &channelName) const;
    /// Unsubscribed for a channel that was not asked for.
    SubscriptionState subscriptionState(const QString &channelName) const;
    /// Who is in a presence channel, by the server's last word; empty for other channels, and while
    /// not subscribed. At most PresenceMembers::most people.
    PresenceMembers members(const QString &channelName) const;
    /// See PusherChannel::subscriptionCount().
    std::optional<qint64> subscriptionCount(const QString &channelName) const;

    /// Signs the user in, now and on every new connection (118), for servers that know users:
    /// hosted Pusher, soketi. Events for the user then come on the channel "#server-to-user-ID".
    /// `authenticator` must live until signOut() or the client's end. Ends in signedIn() or
    /// signInFailed().
    void signIn(UserAuthenticator &authenticator);
    /// Forgets the user, leaves the user's channel and signs in nobody on the next connection. The
    /// protocol has no frame for it: to the server this connection is the user's until it ends
    /// (disconnectFromServer() and connectToServer() where that matters).
    void signOut();
    /// Of the user who is signed in; empty else.
    const QString &userId() const { return m_machine.user().userId(); }

    /// Sends a client event to the others on a subscribed channel. `event` starts with "client-",
    /// the payload is a JSON object. Success means sent, not arrived. Error kinds: Validation (name
    /// or payload), Unreachable (not subscribed), TooLarge (over 10 000 bytes), RateLimited.
    Result<void> trigger(const QString &channelName, const QString &event, const QByteArray &json);
    Result<void> trigger(const QString &channelName, const QString &event, const QJsonObject &data);

    /// Where the connection is.
    ConnectionState state() const { return m_machine.state(); }
    /// "123.456" while connected, for the X-Socket-ID header (128); empty otherwise.
    const QString &socketId() const { return m_machine.socketId(); }
    /// The last 100 events, oldest first, without their payloads.
    QVector<EventRecord> history() const { return m_log.events(); }
    /// What was counted, and the last 200 changes of the connection with their reasons.
    Metrics metrics() const;
    QVector<TimelineEntry> timeline() const { return m_log.timeline(); }

Q_SIGNALS:
    void stateChanged(suhbat::pusher::ConnectionState previous,
                      suhbat::pusher::ConnectionState current);
    /// The server accepted the upgrade to a WebSocket; its greeting is to come, or its refusal.
    void socketOpened();
    /// After stateChanged, on every new connection; subscriptions are sent after it.
    void connected(const QString &socketId);
    /// The next attempt comes after `delay`, for a countdown.
    void retryScheduled(suhbat::Milliseconds delay);
    /// Once for a failed attempt, a lost connection, an error frame or a malformed one. When the
    /// server refuses us (kind Refused, `status` is the code, statement 38) or the options are
    /// wrong (Configuration), the state becomes disconnected or failed right after it; in every
    /// other case the client goes on by itself. So look at the state, not at the kind: an error
    /// frame on a standing connection changes no state, whatever its code (43).
    void errorOccurred(const suhbat::Error &error);
    /// Every event of every subscribed channel, "pusher:subscription_succeeded" and the like too;
    /// `channel` may be empty. For `userId` and `replayed` see PusherChannel::eventReceived.
    void eventReceived(const QString &channel, const QString &name, const suhbat::JsonValue &data,
                       const QString &userId, bool replayed);
    void subscriptionChanged(const QString &channelName, suhbat::pusher::SubscriptionState state);
    /// Comes right after subscriptionChanged(…, Failed). Not an errorOccurred as well, but where
    /// Reverb refuses a signature by an error frame (47). Kinds: what the authorizer answered, with
    /// the back end's HTTP status (Unauthorized, Forbidden, Unreachable, Server, BadResponse where
    /// the answer is of no use …); Refused and RateLimited, with the Pusher server's code; Timeout
    /// when that said nothing; Validation for a name that is none, TooLarge for one that makes the
    /// frame too long, Configuration for an encrypted channel without PusherOptions::openBox.
    void subscriptionFailed(const QString &channelName, const suhbat::Error &error);
    /// `userData` is what the back end signed, with "id".
    void signedIn(const QString &userId, const suhbat::JsonValue &userData);
    /// The back end or the server refused it, or did not answer; the connection stays (119, 121).
    /// Kinds: what the authenticator answered; Server or Refused with the server's code; Timeout;
    /// BadResponse where an answer is of no use; TooLarge.
    void signInFailed(const suhbat::Error &error);
    /// People on the user's watchlist came (`name` is "online") or went ("offline"), hosted Pusher
    /// only (120).
    void watchlistChanged(const QString &name, const QStringList &userIds);

private:
    Instant now() const { return m_options.clock.steady(); }
    enum class Caller { Api, EventLoop };
    void run(Actions actions, Caller caller = Caller::Api);
    void armTimer();

    void perform(OpenSocket &action);
    void perform(DropSocket &action);
    void perform(SendText &action);
    void perform(Authorize &action);
    void perform(StateChanged &action);
    void perform(HandshakeDone &action);
    void perform(RetryScheduled &action);
    void perform(ErrorOccurred &action);
    void perform(EventReceived &action);
    void perform(SubscriptionChanged &action);
    void perform(MembersChanged &action);
    void perform(AuthenticateUser &action);
    void perform(SignedIn &action);
    void perform(SignInFailed &action);
    void perform(WatchlistChanged &action);

    const PusherOptions m_options;
    ChannelAuthorizer &m_authorizer;
    UserAuthenticator *m_userAuthenticator = nullptr; // null until signIn()
    ProtocolMachine m_machine;
    ConnectionLog m_log;
    QHash<QString, PusherChannel *> m_channels;
    std::deque<Action> m_queue; // what the machine decided and we did not do yet
    bool m_running = false;
    QTimer m_timer{this}; // the machine's next deadline; not running where there is none
    Instant m_armedFor{};
    bool m_armedForPong = false;
    SocketAttemptPtr m_attempt; // one QWebSocket an attempt; null when there is none
};

} // namespace suhbat::pusher
