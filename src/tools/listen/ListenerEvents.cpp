#include "tools/listen/Diagnosis.h"
#include "tools/listen/Listener.h"
#include "wire/Classifier.h"

// What Listener makes of the connection, once it is asked for.

namespace suhbat::listen {

using pusher::ConnectionState;

namespace {

constexpr Milliseconds refusalsTake{1000};

} // namespace

void Listener::onConnected(const QString &socketId)
{
    m_wasConnected = true;
    m_at = Step::Subscription;
    m_output.say(Level::Success, "connected", QStringLiteral("Connected, socket_id ") + socketId,
                 {{QStringLiteral("socketId"), socketId}});
}

void Listener::onError(const Error &error)
{
    if (m_leaving)
        return;
    if (m_client.state() != ConnectionState::Connected) {
        onEnded(error);
        return;
    }
    m_output.say(
        Level::Error, "error",
        QStringLiteral("The server says: %1 %2").arg(QString::number(error.status), error.detail),
        {{QStringLiteral("code"), error.status}});
    // A refused subscription is told by onSubscriptionFailed; what is left is a client event.
    const bool aboutTrigger =
        error.status == 4301 ||
        (error.status == 4009 && error.detail.contains(QLatin1String("not a member")));
    if (!m_arguments.triggers.empty() && m_ready && aboutTrigger)
        fail(diagnosis::triggerRefused(error));
}

void Listener::onEnded(const Error &error)
{
    const bool gaveUp = m_client.state() == ConnectionState::Disconnected ||
                        m_client.state() == ConnectionState::Failed;
    if (!m_wasConnected || gaveUp) {
        fail(diagnosis::connection(error, m_at != Step::HttpUpgrade, socketUrl()));
        return;
    }
    m_problem = error;
    m_output.say(Level::Warning, "lost", QStringLiteral("No connection: ") + error.detail,
                 {{QStringLiteral("code"), error.status}});
}

void Listener::onSubscribed(const QString &channel)
{
    QString text = QStringLiteral("Subscribed to ") + channel;
    QJsonObject fields{{QStringLiteral("channel"), channel}};
    if (channel.startsWith(QLatin1String("presence-"))) {
        const int members = m_client.members(channel).count();
        text += QStringLiteral(" (%1 members)").arg(members);
        fields.insert(QStringLiteral("members"), members);
    }
    m_output.say(Level::Success, "subscribed", text, fields);
    for (const QString &name : std::as_const(m_channels)) {
        if (m_client.subscriptionState(name) != pusher::SubscriptionState::Subscribed)
            return;
    }
    if (!m_leaving && !m_failing && !std::exchange(m_ready, true))
        onReady();
}

void Listener::onSubscriptionFailed(const QString &channel, const Error &error)
{
    if (m_ready && error.isTransient()) { // the client asks again by itself
        m_output.say(Level::Warning, "subscriptionFailed",
                     QStringLiteral("Not subscribed to %1: %2").arg(channel, error.detail),
                     {{QStringLiteral("channel"), channel}});
        return;
    }
    if (!m_authorizer.hasFailed(channel)) {
        fail(diagnosis::subscription(channel, error));
        return;
    }
    fail(diagnosis::authorisation(channel, error, m_api.server().apiUrl(m_api.server().authPath)));
}

void Listener::onReady()
{
    m_way.stop();
    if (m_arguments.duration) {
        // What the server has against a client event it says a moment later.
        const Milliseconds least = m_arguments.triggers.empty() ? Milliseconds(0) : refusalsTake;
        m_duration.start(std::max(*m_arguments.duration, least));
    }
    sendTriggers();
    if (!m_arguments.probe.isEmpty() && !m_leaving)
        startProbe();
    leaveWhenDone();
}

void Listener::onNotReady()
{
    if (const auto missing = notSubscribed())
        failUnlessUnreached(*missing);
}

void Listener::sendTriggers()
{
    const QString channel = m_channels.constFirst();
    for (const ClientEvent &event : m_arguments.triggers) {
        const auto sent = m_client.trigger(channel, event.name, event.json);
        if (!sent) {
            fail(diagnosis::triggerRefused(sent.error()));
            return;
        }
        m_output.say(Level::Success, "triggered",
                     QStringLiteral("Sent %1 on %2").arg(event.name, channel),
                     {{QStringLiteral("channel"), channel}, {QStringLiteral("event"), event.name}});
    }
}

void Listener::startProbe()
{
    m_probe = std::make_unique<Probe>(m_api, ConversationId(m_arguments.probe),
                                      m_options.subscribeTimeout, m_channels.join(u' '));
    connect(m_probe.get(), &Probe::sent, this, [this](const QString &id, qint64 milliseconds) {
        m_output.say(Level::Info, "probeSent",
                     QStringLiteral("Probe: message %1 is stored (%2 ms); waiting for its event")
                         .arg(id)
                         .arg(milliseconds),
                     {{QStringLiteral("id"), id}, {QStringLiteral("milliseconds"), milliseconds}});
    });
    connect(m_probe.get(), &Probe::delivered, this, [this](const QString &id, qint64 milliseconds) {
        m_output.say(Level::Success, "probeDelivered",
                     QStringLiteral("Probe: the event of message %1 came %2 ms after "
                                    "sending")
                         .arg(id)
                         .arg(milliseconds),
                     {{QStringLiteral("id"), id}, {QStringLiteral("milliseconds"), milliseconds}});
        leaveWhenDone();
    });
    connect(m_probe.get(), &Probe::failed, this, &Listener::fail);
    m_probe->start();
}

void Listener::onEvent(const QString &channel, const QString &name, const JsonValue &data,
                       const QString &userId)
{
    if (m_leaving)
        return;
    if (name.startsWith(QLatin1String("pusher:"))) {
        // Subscriptions have lines of their own.
        if (!name.contains(QLatin1String("subscription")))
            m_output.say(
                Level::Info, "protocol",
                QStringLiteral("%1 %2 %3").arg(channel, name, QString::fromUtf8(data.toJson())),
                {{QStringLiteral("channel"), channel}, {QStringLiteral("event"), name}});
        return;
    }
    const ServerEvent meaning = wire::classify(name, data, m_api.decodeContext());
    m_output.event(channel, name, data, userId, meaning);
    ++m_events;
    if (m_probe)
        m_probe->eventSeen(meaning);
    leaveWhenDone();
}

void Listener::onTimeUp()
{
    m_timeUp = true;
    leaveWhenDone();
}

// Neither --count nor --duration ends a probe: it ends by itself, within --timeout.
void Listener::leaveWhenDone()
{
    const bool probed = m_probe && m_probe->isDone();
    if (!m_ready || m_leaving || m_failing || (!m_arguments.probe.isEmpty() && !probed))
        return;
    if (m_arguments.count > 0 && m_events >= m_arguments.count) {
        leave(exitDone);
    } else if (m_timeUp) {
        if (const auto missing = notSubscribed())
            failUnlessUnreached(*missing);
        else if (m_arguments.count > 0)
            fail(diagnosis::tooFew(m_events, m_arguments.count,
                                   double(m_arguments.duration->count()) / 1000));
        else
            leave(exitDone);
    } else if (probed && !m_arguments.duration && m_arguments.count == 0) {
        leave(exitDone);
    }
}

std::optional<Failure> Listener::notSubscribed() const
{
    QStringList missing;
    for (const QString &name : m_channels) {
        if (m_client.subscriptionState(name) != pusher::SubscriptionState::Subscribed)
            missing += name;
    }
    if (missing.isEmpty())
        return std::nullopt;
    const bool connected = m_client.state() == ConnectionState::Connected;
    const Step step = connected ? Step::Subscription : m_lostAt;
    // What kept the last attempt from getting as far as a greeting.
    if (!connected && m_problem && step != Step::Subscription)
        return diagnosis::connection(*m_problem, step != Step::HttpUpgrade, socketUrl());
    return diagnosis::notStaying(step, missing.join(u' '),
                                 m_problem ? m_problem->detail : QString());
}

void Listener::failUnlessUnreached(const Failure &failure)
{
    m_failing = true;
    // The server may be gone altogether: then that is the news.
    m_reachability.check(socketUrl(), [this, failure](const std::optional<Failure> &unreached) {
        fail(unreached.value_or(failure));
    });
}

} // namespace suhbat::listen
