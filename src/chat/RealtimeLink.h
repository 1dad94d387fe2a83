#pragma once

#include "base/Backoff.h"
#include "base/Result.h"
#include "domain/ServerEvent.h"
#include "pusher/PusherClient.h"
#include "wire/DecodeContext.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace suhbat {

/// The socket as the chat sees it: PusherClient's signals in, typed events and one plain state out.
/// Decides what PusherClient leaves open: which refusals are tried again.
class RealtimeLink : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Disconnected, ///< nobody is logged in
        Connecting,   ///< an attempt is under way
        Connected,    ///< connected; events arrive once subscribed
        Waiting,      ///< the next attempt is scheduled
        Refused       ///< the server's settings or ours are wrong: an administrator must act
    };
    Q_ENUM(State)

    /// Between two attempts while the server refuses us and that may pass by itself (full, 4004;
    /// dislikes our origin, 4009): this, a quarter more or less.
    static constexpr Milliseconds refusedRetry{60000};

    /// `context` is asked at every event: language and user change.
    RealtimeLink(pusher::PusherClient &client, std::function<wire::DecodeContext()> context,
                 Backoff::Random random = {}, Milliseconds refusedRetryAfter = refusedRetry,
                 QObject *parent = nullptr);
    ~RealtimeLink() override;

    void start(const QString &channel);
    void stop();
    /// "Try now": the connection, or the channel where that failed.
    void retryNow();

    State state() const { return m_state; }
    bool isSubscribed() const;
    QString socketId() const { return m_client.socketId(); }
    QStringList subscriptions() const;
    /// When Waiting: the instant of the next attempt.
    Instant nextAttempt() const { return m_nextAttempt; }
    /// Attempts in a row that did not get through.
    int failedAttempts() const { return m_failedAttempts; }
    /// Why it is not connected; kept until it is.
    const std::optional<Error> &problem() const { return m_problem; }
    /// Why nothing is heard although it is connected: the channel failed. Kept until it works, or
    /// the connection is another one.
    const std::optional<Error> &channelProblem() const { return m_channelProblem; }
    pusher::PusherClient &client() const { return m_client; }

Q_SIGNALS:
    void stateChanged(suhbat::RealtimeLink::State state);
    void socketIdChanged(const QString &socketId);
    void eventReceived(const suhbat::ServerEvent &event);
    /// After every (re)subscription: what happened meanwhile must be fetched.
    void subscribed();
    void connectionFailed(const suhbat::Error &error);
    void subscriptionFailed(const suhbat::Error &error);
    void eventRejected(const suhbat::Error &error);
    /// A standing connection was closed with 4009: the token should be checked.
    void sessionDoubted();

private:
    void setState(State state);
    void onClientState(pusher::ConnectionState state);
    void onError(const Error &error);
    void wait(Milliseconds delay);
    void subscribeAgain();
    void onSubscriptionFailed(const Error &error);

    pusher::PusherClient &m_client;
    std::function<wire::DecodeContext()> m_context;
    Backoff::Random m_random;
    const Milliseconds m_refusedRetry;
    QTimer m_refusedTimer;
    Backoff m_subscribeBackoff;
    QTimer m_subscribeTimer; // a failed subscription that is worth another try
    QString m_channel;
    State m_state = State::Disconnected;
    Instant m_nextAttempt{};
    std::optional<Error> m_problem;
    std::optional<Error> m_channelProblem;
    std::optional<Error> m_rejection; // the last error frame of the standing connection
    int m_failedAttempts = 0;
};

} // namespace suhbat
