#include "chat/RealtimeLink.h"

#include "base/Logging.h"
#include "pusher/CloseCodePolicy.h"
#include "wire/Classifier.h"

#include <QRandomGenerator>

namespace suhbat {

using pusher::ConnectionState;
using pusher::PusherClient;

RealtimeLink::RealtimeLink(PusherClient &client, std::function<wire::DecodeContext()> context,
                           Backoff::Random random, Milliseconds refusedRetryAfter, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_context(std::move(context))
    , m_random(std::move(random))
    , m_refusedRetry(refusedRetryAfter)
{
    if (!m_random)
        m_random = [] { return QRandomGenerator::global()->generateDouble(); };
    m_refusedTimer.setSingleShot(true);
    connect(&m_refusedTimer, &QTimer::timeout, this, [this] { m_client.connectToServer(); });

    connect(&client, &PusherClient::stateChanged, this,
            [this](ConnectionState, ConnectionState current) { onClientState(current); });
    connect(&client, &PusherClient::retryScheduled, this, &RealtimeLink::wait);
    connect(&client, &PusherClient::errorOccurred, this, &RealtimeLink::onError);
    m_subscribeBackoff = Backoff(m_random);
    m_subscribeTimer.setSingleShot(true);
    connect(&m_subscribeTimer, &QTimer::timeout, this, &RealtimeLink::subscribeAgain);
    connect(&client, &PusherClient::subscriptionFailed, this,
            [this](const QString &channel, const Error &error) {
                if (channel == m_channel)
                    onSubscriptionFailed(error);
            });
    connect(&client, &PusherClient::subscriptionChanged, this,
            [this](const QString &channel, pusher::SubscriptionState state) {
                if (channel != m_channel || state != pusher::SubscriptionState::Subscribed)
                    return;
                m_subscribeTimer.stop();
                m_subscribeBackoff.reset();
                m_channelProblem.reset();
                Q_EMIT subscribed();
            });
    connect(&client, &PusherClient::eventReceived, this,
            [this](const QString &, const QString &name, const JsonValue &data, const QString &) {
                // Another client may whisper whatever it likes: that is no word of the server's.
                if (!name.startsWith(QLatin1String("pusher:")) &&
                    !name.startsWith(QLatin1String("client-")))
                    Q_EMIT eventReceived(wire::classify(name, data, m_context()));
            });
}

RealtimeLink::~RealtimeLink()
{
    m_refusedTimer.disconnect(this);
    m_subscribeTimer.disconnect(this);
    m_client.disconnect(this);
}

void RealtimeLink::start(const QString &channel)
{
    m_channel = channel;
    m_failedAttempts = 0;
    m_problem.reset();
    m_client.subscribe(channel);
    setState(State::Connecting);
    m_client.connectToServer();
}

void RealtimeLink::stop()
{
    m_refusedTimer.stop();
    m_subscribeTimer.stop();
    m_subscribeBackoff.reset();
    const QString channel = std::exchange(m_channel, {});
    if (!channel.isEmpty())
        m_client.unsubscribe(channel);
    m_client.disconnectFromServer();
    m_problem.reset();
    m_channelProblem.reset();
    m_failedAttempts = 0;
    setState(State::Disconnected);
}

void RealtimeLink::retryNow()
{
    if (m_channel.isEmpty())
        return;
    if (m_state == State::Connected) {
        subscribeAgain();
        return;
    }
    m_refusedTimer.stop();
    setState(State::Connecting);
    if (m_client.state() == ConnectionState::Disconnected ||
        m_client.state() == ConnectionState::Failed)
        m_client.connectToServer();
    else
        m_client.retryNow();
}

bool RealtimeLink::isSubscribed() const
{
    return !m_channel.isEmpty() &&
           m_client.subscriptionState(m_channel) == pusher::SubscriptionState::Subscribed;
}

QStringList RealtimeLink::subscriptions() const
{
    return isSubscribed() ? QStringList{m_channel} : QStringList{};
}

// PusherClient tries a failed channel with the next connection, or when it is asked to (91).
void RealtimeLink::subscribeAgain()
{
    m_subscribeTimer.stop();
    if (!m_channel.isEmpty() && m_client.state() == ConnectionState::Connected &&
        m_client.subscriptionState(m_channel) == pusher::SubscriptionState::Failed)
        m_client.subscribe(m_channel);
}

void RealtimeLink::onSubscriptionFailed(const Error &error)
{
    // A denial stays one until somebody acts; what may pass by itself is asked again.
    if (error.isTransient())
        m_subscribeTimer.start(m_subscribeBackoff.nextAfter(error));
    m_channelProblem = error;
    Q_EMIT subscriptionFailed(error);
}

void RealtimeLink::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    qCInfo(lcChat) << "realtime:" << state;
    Q_EMIT stateChanged(state);
}

void RealtimeLink::onClientState(ConnectionState state)
{
    Q_EMIT socketIdChanged(m_client.socketId());
    m_channelProblem.reset();
    if (m_channel.isEmpty())
        return;
    if (state == ConnectionState::Connected) {
        m_failedAttempts = 0;
        m_problem.reset();
        m_rejection.reset();
        setState(State::Connected);
    } else if (state == ConnectionState::Connecting && m_state != State::Waiting) {
        setState(State::Connecting);
    } else if (state == ConnectionState::Failed) {
        setState(State::Refused);
    } else if (state == ConnectionState::Disconnected && m_state == State::Connected) {
        // Closed with a code that forbids to come back; the error came while it still stood.
        const Error refusal = m_rejection.value_or(
            Error::make(Error::Kind::Refused, QStringLiteral("the server closed the connection")));
        onError(refusal);
    }
}

void RealtimeLink::onError(const Error &error)
{
    if (m_client.state() == ConnectionState::Connected && m_state == State::Connected &&
        error.kind != Error::Kind::Unreachable && error.kind != Error::Kind::Timeout) {
        m_rejection = error;
        Q_EMIT eventRejected(error);
        return;
    }
    if (m_channel.isEmpty())
        return;
    const bool stood = m_state == State::Connected;
    ++m_failedAttempts;
    m_problem = error;
    if (error.kind == Error::Kind::Refused || error.kind == Error::Kind::Configuration) {
        if (error.kind == Error::Kind::Configuration ||
            pusher::isConfigurationMatter(error.status)) {
            setState(State::Refused);
        } else {
            const auto delay =
                Milliseconds(qint64((0.75 + m_random() * 0.5) * double(m_refusedRetry.count())));
            m_refusedTimer.start(delay);
            wait(delay);
        }
    }
    // Thrown out, not kept out: the server says so of a session that was ended there.
    if (stood && error.kind == Error::Kind::Refused && error.status == 4009)
        Q_EMIT sessionDoubted();
    Q_EMIT connectionFailed(error);
}

void RealtimeLink::wait(Milliseconds delay)
{
    m_nextAttempt = std::chrono::steady_clock::now() + delay;
    if (m_channel.isEmpty())
        return;
    // A server that restarts is back in a moment (4200 comes without an error): nothing that people
    // should see flash by (36).
    if (!m_problem && delay <= std::chrono::seconds(1)) {
        setState(State::Connecting);
        return;
    }
    // Said anew for each wait: the countdown starts over.
    m_state = State::Waiting;
    Q_EMIT stateChanged(m_state);
}

} // namespace suhbat
