#include "pusher/PusherClient.h"

#include "base/Logging.h"

#include <QDebug>
#include <QJsonDocument>
#include <QPointer>
#include <QScopedValueRollback>
#include <QSslSocket>

#include <algorithm>

namespace suhbat::pusher {

PusherClient::PusherClient(PusherOptions options, ChannelAuthorizer &authorizer, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_authorizer(authorizer)
    , m_machine(m_options)
    , m_log(m_options.clock)
{
    m_timer.setSingleShot(true);
    // A coarse one fires up to a twentieth too early, and then once more.
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this,
            [this] { run(m_machine.timePassed(now()), Caller::EventLoop); });
}

PusherClient::~PusherClient()
{
    m_timer.disconnect(this);
    m_attempt.reset();
    qDeleteAll(m_channels); // here, while what their methods ask for is still alive
}

void PusherClient::connectToServer()
{
    run(m_machine.connectRequested(now()));
}

void PusherClient::disconnectFromServer()
{
    run(m_machine.disconnectRequested());
}

void PusherClient::retryNow()
{
    run(m_machine.retryRequested(now()));
}

void PusherClient::networkBecameAvailable()
{
    run(m_machine.networkCame(now()));
}

void PusherClient::networkLost()
{
    run(m_machine.networkWent(now()));
}

PusherChannel *PusherClient::subscribe(const QString &channelName)
{
    PusherChannel *&entry = m_channels[channelName];
    if (!entry)
        entry = new PusherChannel(channelName, *this);
    // A slot may destroy the client, and the channel with it.
    const QPointer<PusherChannel> result(entry);
    run(m_machine.subscribe(channelName, now()));
    return result;
}

void PusherClient::unsubscribe(const QString &channelName)
{
    run(m_machine.unsubscribe(channelName));
}

PusherChannel *PusherClient::channel(const QString &channelName) const
{
    return m_channels.value(channelName);
}

SubscriptionState PusherClient::subscriptionState(const QString &channelName) const
{
    return m_machine.subscriptions().state(channelName);
}

PresenceMembers PusherClient::members(const QString &channelName) const
{
    return m_machine.subscriptions().members(channelName);
}

Metrics PusherClient::metrics() const
{
    Metrics metrics = m_log.metrics();
    metrics.droppedFrames = m_machine.dropped();
    return metrics;
}

std::optional<qint64> PusherClient::subscriptionCount(const QString &channelName) const
{
    return m_machine.subscriptions().subscriptionCount(channelName);
}

Result<void> PusherClient::trigger(const QString &channelName, const QString &event,
                                   const QByteArray &json)
{
    const auto frame = m_machine.clientEvent(channelName, event, json, now());
    if (!frame)
        return frame.error();
    run({SendText{*frame}});
    return Ok{};
}

Result<void> PusherClient::trigger(const QString &channelName, const QString &event,
                                   const QJsonObject &data)
{
    return trigger(channelName, event, QJsonDocument(data).toJson(QJsonDocument::Compact));
}

void PusherClient::run(Actions actions, Caller caller)
{
    for (Action &action : actions)
        m_queue.push_back(std::move(action));
    // A call from within a slot of ours only queues, so that signals come in order; where a slot
    // runs an event loop of its own, what that loop brings must not wait for it.
    if (m_running && caller == Caller::Api)
        return;
    const QPointer<PusherClient> alive(this);
    const bool wasRunning = std::exchange(m_running, true);
    while (!m_queue.empty()) {
        Action action = std::move(m_queue.front());
        m_queue.pop_front();
        std::visit([this](auto &what) { perform(what); }, action);
        if (!alive)
            return;
    }
    m_running = wasRunning;
    armTimer();
}

void PusherClient::armTimer()
{
    const auto deadline = m_machine.deadline();
    if (!deadline) {
        m_timer.stop();
        return;
    }
    // A timer that fires too early finds nothing to do and is set anew: cheaper than setting it
    // after every frame. Not so after a pong: for as long as nothing else comes, each ping would
    // cost one wake-up more.
    const bool answered = m_armedForPong && !m_machine.awaitsPong();
    if (m_timer.isActive() && m_armedFor <= *deadline && !answered)
        return;
    m_armedFor = *deadline;
    m_armedForPong = m_machine.awaitsPong();
    const auto wait = std::chrono::ceil<Milliseconds>(*deadline - now());
    m_timer.start(std::max(wait, Milliseconds(0)));
}

void PusherClient::perform(OpenSocket &action)
{
    m_log.attempt();
    const Result<QUrl> url = m_options.url(action.tls);
    // Asked only where it matters: loading the TLS library takes its time.
    const bool noTls = url && action.tls && !QSslSocket::supportsSsl();
    if (!url || noTls) {
        const Error error = url ? Error::make(Error::Kind::Configuration,
                                              QStringLiteral("this program cannot do TLS"))
                                : url.error();
        run(m_machine.socketImpossible(error));
        return;
    }
    qCInfo(lcPusher).noquote() << "opening"
                               << url->scheme() + QStringLiteral("://") + url->authority();
    m_attempt.reset(new SocketAttempt(m_options));
    connect(m_attempt.get(), &SocketAttempt::opened, this, [this] {
        m_log.socketOpened();
        const QPointer<PusherClient> alive(this);
        Q_EMIT socketOpened();
        if (alive)
            run(m_machine.socketOpened(now()), Caller::EventLoop);
    });
    connect(m_attempt.get(), &SocketAttempt::textReceived, this, [this](const QString &text) {
        const QByteArray bytes = text.toUtf8();
        m_log.frameReceived(bytes);
        run(m_machine.textReceived(bytes, now()), Caller::EventLoop);
    });
    connect(m_attempt.get(), &SocketAttempt::ended, this, [this](const SocketEnd &end) {
        run(m_machine.socketEnded(end, now()), Caller::EventLoop);
    });
    m_attempt->open(*url);
}

void PusherClient::perform(DropSocket &action)
{
    if (m_attempt && action.politely)
        m_attempt->close();
    m_attempt.reset();
}

void PusherClient::perform(SendText &action)
{
    if (!m_attempt)
        return;
    m_log.frameSent(action.text);
    m_attempt->send(action.text);
}

void PusherClient::perform(Authorize &action)
{
    // The pointer beside the context: an authorizer that answers from a handler of destroyed()
    // finds nobody.
    m_authorizer.authorize(
        action.socketId, action.channel, this,
        [self = QPointer<PusherClient>(this), channel = action.channel,
         generation = action.generation](const Result<ChannelAuthorization> &answer) {
            if (self)
                self->run(self->m_machine.authorized(channel, generation, answer, self->now()),
                          Caller::EventLoop);
        });
}

void PusherClient::perform(StateChanged &action)
{
    qCInfo(lcPusher).noquote() << nameOf(action.previous) << "->" << nameOf(action.current);
    m_log.stateChanged(action);
    Q_EMIT stateChanged(action.previous, action.current);
}

void PusherClient::perform(HandshakeDone &action)
{
    m_log.handshakeDone(action.socketId);
    Q_EMIT connected(action.socketId);
}

void PusherClient::perform(RetryScheduled &action)
{
    qCInfo(lcPusher) << "next attempt in" << action.delay.count() << "ms";
    m_log.retryScheduled(action.delay);
    Q_EMIT retryScheduled(action.delay);
}

void PusherClient::perform(ErrorOccurred &action)
{
    const Error &error = action.error;
    // What heals by itself is no warning. The text is the server's: quoted, on one line, bounded.
    constexpr int mostLogged = 1000;
    const QString what =
        QStringLiteral("%1 %2").arg(suhbat::toString(error.kind)).arg(error.status);
    if (error.isTransient())
        qCInfo(lcPusher).noquote() << what << QDebug::toString(error.detail.left(mostLogged));
    else
        qCWarning(lcPusher).noquote() << what << QDebug::toString(error.detail.left(mostLogged));
    m_log.error(action);
    Q_EMIT errorOccurred(error);
}

void PusherClient::perform(EventReceived &action)
{
    qCDebug(lcPusher) << "event" << action.name << "on" << action.channel << action.size << "bytes";
    m_log.event(action);
    const QPointer<PusherClient> alive(this);
    if (PusherChannel *const target = m_channels.value(action.channel))
        Q_EMIT target->eventReceived(action.name, action.data, action.userId, action.replayed);
    if (alive)
        Q_EMIT eventReceived(action.channel, action.name, action.data, action.userId,
                             action.replayed);
}

void PusherClient::perform(SubscriptionChanged &action)
{
    qCInfo(lcPusher).noquote() << action.channel << nameOf(action.state);
    m_log.subscription(action);
    const QPointer<PusherClient> alive(this);
    QPointer<PusherChannel> target(m_channels.value(action.channel));
    // Asked for again meanwhile: then the channel object goes on.
    if (target && subscriptionState(action.channel) == SubscriptionState::Unsubscribed) {
        m_channels.remove(action.channel);
        target->deleteLater();
    }
    if (target)
        Q_EMIT target->stateChanged(action.state);
    if (target && action.state == SubscriptionState::Subscribed)
        Q_EMIT target->subscribed();
    if (target && action.error)
        Q_EMIT target->subscriptionFailed(*action.error);
    if (alive)
        Q_EMIT subscriptionChanged(action.channel, action.state);
    if (alive && action.error)
        Q_EMIT subscriptionFailed(action.channel, *action.error);
}

} // namespace suhbat::pusher
