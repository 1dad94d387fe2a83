#pragma once

#include "pusher/PusherOptions.h"
#include "pusher/Subscriptions.h"
#include "pusher/UserSignIn.h"

#include <deque>

namespace suhbat::pusher {

/// How a socket ended.
struct SocketEnd
{
    /// Of the close frame; 1006 when the connection was cut, refused or never came.
    int code = 1006;
    QString reason;
    std::optional<Error> error; ///< what the socket said, if anything
};

/// The Pusher protocol 7 without sockets, timers or clocks: every method is one input at the
/// instant `now`, and returns what is to be done about it. The caller calls timePassed() at
/// deadline().
class ProtocolMachine
{
public:
    explicit ProtocolMachine(const PusherOptions &options);

    Actions connectRequested(Instant now);
    Actions disconnectRequested();
    Actions retryRequested(Instant now);
    /// The network is back, or the computer woke up.
    Actions networkCame(Instant now);
    Actions networkWent(Instant now);

    /// No socket can ever be opened with these options (20).
    Actions socketImpossible(const Error &error);
    Actions socketOpened(Instant now);
    Actions textReceived(QByteArrayView text, Instant now);
    Actions socketEnded(const SocketEnd &end, Instant now);
    Actions timePassed(Instant now);
    /// When timePassed() is due; std::nullopt when nothing is waited for.
    std::optional<Instant> deadline() const;

    Actions subscribe(const QString &channel, Instant now);
    Actions unsubscribe(const QString &channel);
    Actions authorized(const QString &channel, quint64 generation,
                       const Result<ChannelAuthorization> &answer, Instant now);
    Actions signInRequested();
    Actions signOutRequested();
    Actions userAuthenticated(quint64 generation, const Result<UserAuthentication> &answer,
                              Instant now);
    /// The frame to send, or why it must not be sent.
    Result<QByteArray> clientEvent(const QString &channel, const QString &event,
                                   const QByteArray &json, Instant now);

    ConnectionState state() const { return m_state; }
    const QString &socketId() const { return m_socketId; }
    const Subscriptions &subscriptions() const { return m_subscriptions; }
    const UserSignIn &user() const { return m_user; }
    /// A ping is out.
    bool awaitsPong() const { return m_pongBy.has_value(); }
    /// Frames that say what nobody asked for (statements 72, 79, 89, 119).
    quint64 dropped() const { return m_subscriptions.dropped() + m_ignored; }

private:
    enum class Phase { Idle, Waiting, Opening, Handshaking, Established };

    void enter(ConnectionState state, Actions &out);
    void open(Instant now, Actions &out);
    void drop(bool politely, Actions &out);
    void stop(ConnectionState state, Actions &out);
    void retry(Backoff::Cause cause, Instant now, Actions &out);
    /// The attempt or connection is over; `code` says what now.
    void ended(int code, Error error, Instant now, Actions &out);
    void nudge(Instant now, Actions &out);
    void ping(Instant now, Actions &out);
    void handshake(const Result<Frame> &frame, Instant now, Actions &out);
    void established(const Frame &frame, Actions &out);
    void errorFrame(const Frame &frame, Actions &out);
    void userFrame(const Frame &frame, Actions &out);
    void tellUser(Instant now, Actions &out);
    void slowDown();

    const PusherOptions m_options;
    Backoff m_backoff;
    Backoff m_slowdown; // of client events (44)
    Subscriptions m_subscriptions;
    UserSignIn m_user;
    ConnectionState m_state = ConnectionState::Initialized;
    Phase m_phase = Phase::Idle;
    bool m_tls;
    QString m_socketId;
    Milliseconds m_silence{0}; // longest silence before a ping, as agreed with the server
    Instant m_lastFrame{};     // while Established
    Instant m_establishedAt{};
    std::optional<Instant> m_retryAt;       // while Waiting
    std::optional<Instant> m_attemptBy;     // while Opening or Handshaking
    std::optional<Instant> m_unavailableAt; // while Connecting
    std::optional<Instant> m_pongBy;        // a ping is out
    std::deque<Instant> m_clientEvents;     // sent within the last second
    std::optional<Instant> m_slowUntil;     // no client events before
    Instant m_rateLimitedAt{};
    quint64 m_ignored = 0;
};

} // namespace suhbat::pusher
