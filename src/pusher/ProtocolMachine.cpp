#include "pusher/ProtocolMachine.h"

#include "pusher/CloseCodePolicy.h"
#include "pusher/FrameCodec.h"

#include <algorithm>

namespace suhbat::pusher {

namespace {

bool isDue(const std::optional<Instant> &deadline, Instant now)
{
    return deadline && *deadline <= now;
}

} // namespace

ProtocolMachine::ProtocolMachine(const PusherOptions &options)
    : m_options(options)
    , m_backoff(options.random)
    , m_slowdown(options.random)
    , m_subscriptions(options)
    , m_user(options.subscribeTimeout, options.maxFrameSize)
    , m_tls(options.tls)
{}

Actions ProtocolMachine::connectRequested(Instant now)
{
    Actions out;
    if (m_phase != Phase::Idle)
        return out;
    m_backoff.reset();
    m_unavailableAt = now + m_options.unavailableTimeout;
    enter(ConnectionState::Connecting, out);
    open(now, out);
    return out;
}

Actions ProtocolMachine::disconnectRequested()
{
    Actions out;
    drop(m_phase == Phase::Established, out);
    stop(ConnectionState::Disconnected, out);
    return out;
}

Actions ProtocolMachine::retryRequested(Instant now)
{
    Actions out;
    nudge(now, out);
    return out;
}

Actions ProtocolMachine::networkCame(Instant now)
{
    Actions out;
    if (m_phase == Phase::Opening || m_phase == Phase::Handshaking) {
        // Begun without this network, it may hang for its whole time-out.
        drop(false, out);
        retry(Backoff::Cause::Nudged, now, out);
    } else if (m_phase == Phase::Established) {
        ping(now, out);
        // Who comes back looks at the screen: half a minute of a dead line is too long.
        m_pongBy = std::min(*m_pongBy, now + m_options.reviveTimeout);
    } else {
        nudge(now, out);
    }
    return out;
}

Actions ProtocolMachine::networkWent(Instant now)
{
    Actions out;
    if (m_phase == Phase::Established)
        ping(now, out);
    return out;
}

Actions ProtocolMachine::socketImpossible(const Error &error)
{
    Actions out;
    out.push_back(ErrorOccurred{error});
    drop(false, out);
    stop(ConnectionState::Failed, out);
    return out;
}

Actions ProtocolMachine::socketOpened(Instant)
{
    if (m_phase == Phase::Opening)
        m_phase = Phase::Handshaking;
    return {};
}

Actions ProtocolMachine::textReceived(QByteArrayView text, Instant now)
{
    Actions out;
    if (m_phase != Phase::Handshaking && m_phase != Phase::Established)
        return out;
    const Result<Frame> frame = FrameCodec::decode(text);
    if (m_phase == Phase::Handshaking) {
        handshake(frame, now, out);
        return out;
    }
    // A malformed frame is a sign of life too.
    m_lastFrame = now;
    m_pongBy.reset();
    if (frame)
        established(*frame, out);
    else
        out.push_back(
            ErrorOccurred{Error::make(Error::Kind::BadResponse,
                                      QStringLiteral("malformed frame: ") + frame.error().detail),
                          true});
    return out;
}

Actions ProtocolMachine::socketEnded(const SocketEnd &end, Instant now)
{
    Actions out;
    if (m_phase == Phase::Idle || m_phase == Phase::Waiting)
        return out;
    const bool ownWords = end.error && end.code < 4000;
    ended(end.code, ownWords ? *end.error : errorForCode(end.code, end.reason), now, out);
    return out;
}

Actions ProtocolMachine::timePassed(Instant now)
{
    Actions out;
    if (isDue(m_unavailableAt, now)) {
        m_unavailableAt.reset();
        enter(ConnectionState::Unavailable, out);
    }
    if (isDue(m_retryAt, now)) {
        open(now, out);
    } else if (isDue(m_attemptBy, now)) {
        const auto text = m_phase == Phase::Opening ? QStringLiteral("no connection in time")
                                                    : QStringLiteral("no handshake in time");
        ended(1006, Error::make(Error::Kind::Timeout, text), now, out);
    } else if (isDue(m_pongBy, now)) {
        ended(1006, Error::make(Error::Kind::Timeout, QStringLiteral("the server has gone silent")),
              now, out);
    } else if (m_phase == Phase::Established && !m_pongBy && m_lastFrame + m_silence <= now) {
        ping(now, out);
    }
    m_user.timePassed(now, out);
    m_subscriptions.timePassed(now, out);
    tellUser(now, out);
    return out;
}

std::optional<Instant> ProtocolMachine::deadline() const
{
    std::optional<Instant> first = m_subscriptions.deadline();
    const auto take = [&first](const std::optional<Instant> &other) {
        if (other && (!first || *other < *first))
            first = other;
    };
    for (const auto &other : {m_retryAt, m_attemptBy, m_unavailableAt, m_pongBy, m_user.deadline()})
        take(other);
    if (m_phase == Phase::Established && !m_pongBy)
        take(m_lastFrame + m_silence);
    return first;
}

Actions ProtocolMachine::subscribe(const QString &channel, Instant now)
{
    Actions out;
    m_subscriptions.subscribe(channel, now, out);
    return out;
}

Actions ProtocolMachine::unsubscribe(const QString &channel)
{
    Actions out;
    m_subscriptions.unsubscribe(channel, out);
    return out;
}

Actions ProtocolMachine::authorized(const QString &channel, quint64 generation,
                                    const Result<ChannelAuthorization> &answer, Instant now)
{
    Actions out;
    m_subscriptions.authorized(channel, generation, answer, now, out);
    return out;
}

void ProtocolMachine::enter(ConnectionState state, Actions &out)
{
    if (state == m_state)
        return;
    out.push_back(StateChanged{m_state, state});
    m_state = state;
}

void ProtocolMachine::open(Instant now, Actions &out)
{
    m_retryAt.reset();
    m_phase = Phase::Opening;
    m_attemptBy = now + m_options.network.connectTimeout;
    out.push_back(OpenSocket{m_tls});
}

void ProtocolMachine::drop(bool politely, Actions &out)
{
    if (m_phase != Phase::Idle && m_phase != Phase::Waiting)
        out.push_back(DropSocket{politely});
}

void ProtocolMachine::stop(ConnectionState state, Actions &out)
{
    m_phase = Phase::Idle;
    m_socketId.clear();
    for (auto *timer : {&m_retryAt, &m_attemptBy, &m_unavailableAt, &m_pongBy})
        timer->reset();
    enter(state, out);
    m_user.connectionDown();
    m_subscriptions.connectionDown(out);
}

void ProtocolMachine::retry(Backoff::Cause cause, Instant now, Actions &out)
{
    if (m_phase == Phase::Established) {
        if (now - m_establishedAt >= Backoff::settledAfter)
            m_backoff.reset();
        m_unavailableAt = now + m_options.unavailableTimeout;
        enter(ConnectionState::Connecting, out);
        m_user.connectionDown();
        m_subscriptions.connectionDown(out);
    }
    m_phase = Phase::Waiting;
    m_socketId.clear();
    m_attemptBy.reset();
    m_pongBy.reset();
    const Milliseconds delay = m_backoff.next(cause);
    m_retryAt = now + delay;
    out.push_back(RetryScheduled{delay});
}

void ProtocolMachine::ended(int code, Error error, Instant now, Actions &out)
{
    ClosePolicy policy = policyFor(code);
    // Asked to move to TLS over TLS: nothing to move to.
    if (policy.action == CloseAction::SwitchToTls && m_tls)
        policy = {CloseAction::BackOff, true};
    drop(false, out);
    if (policy.action == CloseAction::Refuse)
        error.kind = Error::Kind::Refused;
    if (policy.reportsError)
        out.push_back(ErrorOccurred{std::move(error)});
    switch (policy.action) {
    case CloseAction::Refuse:
        stop(ConnectionState::Disconnected, out);
        break;
    case CloseAction::SwitchToTls:
        m_tls = true;
        [[fallthrough]];
    case CloseAction::Restart:
        retry(Backoff::Cause::ServerRestart, now, out);
        break;
    case CloseAction::BackOff:
        retry(Backoff::Cause::FailedAttempt, now, out);
        break;
    case CloseAction::Retry:
        retry(m_phase == Phase::Established ? Backoff::Cause::ConnectionLost
                                            : Backoff::Cause::FailedAttempt,
              now, out);
        break;
    }
}

void ProtocolMachine::nudge(Instant now, Actions &out)
{
    // What comes within 1 s anyway is left alone: a user who taps on changes nothing.
    if (!m_retryAt || *m_retryAt <= now + std::chrono::seconds(1))
        return;
    const Milliseconds delay = m_backoff.next(Backoff::Cause::Nudged);
    m_retryAt = now + delay;
    out.push_back(RetryScheduled{delay});
}

void ProtocolMachine::ping(Instant now, Actions &out)
{
    if (m_pongBy)
        return;
    m_pongBy = now + m_options.pongTimeout;
    out.push_back(SendText{FrameCodec::ping()});
}

} // namespace suhbat::pusher
