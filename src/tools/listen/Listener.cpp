#include "tools/listen/Listener.h"

#include "pusher/crypto/SecretBox.h"
#include "tools/listen/Diagnosis.h"

namespace suhbat::listen {

namespace {

// How long a goodbye to the server may take.
constexpr Milliseconds patience{2000};
// A server that ends every attempt without an error (4200, 1001) would be asked for ever.
constexpr int attempts = 4;

pusher::PusherOptions optionsFor(const ServerProfile &server, const NetworkSettings &network)
{
    pusher::PusherOptions options = pusherOptionsFor(server, network);
    options.openBox = &pusher::openSecretBox;
    options.subscribeTimeout = network.connectTimeout;
    options.clientName = QStringLiteral("suhbat-listen");
    return options;
}

} // namespace

void WatchedAuthorizer::authorize(const QString &socketId, const QString &channelName,
                                  QObject *context, Done done)
{
    m_failed.remove(channelName);
    m_real.authorize(socketId, channelName, context,
                     [this, channelName,
                      done = std::move(done)](const Result<pusher::ChannelAuthorization> &answer) {
                         if (!answer)
                             m_failed.insert(channelName);
                         done(answer);
                     });
}

Listener::Listener(const ServerProfile &server, const NetworkSettings &network, Arguments arguments,
                   Credentials credentials, Output &output, QObject *parent)
    : QObject(parent)
    , m_arguments(std::move(arguments))
    , m_credentials(std::move(credentials))
    , m_output(output)
    , m_network(network)
    , m_api(&m_network, server, network)
    , m_restAuthorizer(m_api)
    , m_authorizer(m_restAuthorizer)
    , m_options(optionsFor(server, network))
    , m_client(m_options, m_authorizer)
    , m_session(m_api)
    , m_reachability(network, network.connectTimeout)
{
    connectSignals();
}

Listener::~Listener()
{
    m_duration.disconnect(this);
    m_way.disconnect(this);
    m_goodbye.disconnect(this);
    m_client.disconnect(this);
    m_session.disconnect(this);
}

void Listener::connectSignals()
{
    using pusher::PusherClient;
    connect(&m_reachability, &Reachability::passed, this, [this](Step step, const QString &what) {
        m_output.say(Level::Info, "reached", nameOf(step) + QStringLiteral(": ") + what,
                     {{QStringLiteral("step"), nameOf(step)}});
    });
    connect(&m_session, &SessionManager::stateChanged, this, &Listener::onSessionState);
    connect(&m_session, &SessionManager::signedIn, this, &Listener::onSignedIn);
    connect(&m_session, &SessionManager::failed, this,
            [this](SessionManager::Step step, const Error &error) {
                fail(step == SessionManager::Step::Code
                         ? diagnosis::codeRefused(error, m_api.server())
                         : diagnosis::login(error, m_api.server()));
            });

    connect(&m_client, &PusherClient::socketOpened, this, [this] {
        m_at = Step::AppKey;
        m_problem.reset();
        m_output.say(Level::Success, "socketOpen", QStringLiteral("Socket open"));
    });
    connect(&m_client, &PusherClient::connected, this, &Listener::onConnected);
    connect(&m_client, &PusherClient::errorOccurred, this, &Listener::onError);
    connect(&m_client, &PusherClient::retryScheduled, this, [this](Milliseconds delay) {
        m_lostAt = std::exchange(m_at, Step::HttpUpgrade);
        if (!m_leaving)
            m_output.say(Level::Info, "retry",
                         QStringLiteral("Next attempt in %1 s").arg(double(delay.count()) / 1000),
                         {{QStringLiteral("milliseconds"), qint64(delay.count())}});
    });
    connect(&m_client, &PusherClient::subscriptionChanged, this,
            [this](const QString &channel, pusher::SubscriptionState state) {
                if (state == pusher::SubscriptionState::Subscribed)
                    onSubscribed(channel);
            });
    connect(&m_client, &PusherClient::subscriptionFailed, this, &Listener::onSubscriptionFailed);
    connect(&m_client, &PusherClient::eventReceived, this, &Listener::onEvent);

    m_duration.setSingleShot(true);
    m_duration.setTimerType(Qt::PreciseTimer);
    connect(&m_duration, &QTimer::timeout, this, &Listener::onTimeUp);
    m_way.setSingleShot(true);
    connect(&m_way, &QTimer::timeout, this, &Listener::onNotReady);
    m_goodbye.setSingleShot(true);
    connect(&m_goodbye, &QTimer::timeout, this, [this] {
        if (!std::exchange(m_finished, true))
            Q_EMIT finished(m_exitCode, m_failure);
    });
}

QUrl Listener::socketUrl() const
{
    const auto url = m_options.url(m_options.tls);
    return url ? *url : QUrl();
}

void Listener::start()
{
    m_since.start();
    m_output.say(
        Level::Info, "started",
        QStringLiteral("Socket %1, API %2")
            .arg(socketUrl().toString(QUrl::RemoveQuery), m_api.server().apiBaseUrl.toString()),
        {{QStringLiteral("socket"), socketUrl().toString(QUrl::RemoveQuery)},
         {QStringLiteral("api"), m_api.server().apiBaseUrl.toString()}});
    if (m_network.settings().insecureTls)
        m_output.say(Level::Warning, "insecure",
                     QStringLiteral("--insecure-tls: no certificate is checked; anybody may read "
                                    "along"));
    if (m_credentials.identifier.isEmpty())
        reachSocket();
    else
        reach(m_api.server().apiBaseUrl, &Listener::signIn);
}

void Listener::reach(const QUrl &server, void (Listener::*next)())
{
    m_reachability.check(server, [this, next](const std::optional<Failure> &failure) {
        if (m_leaving)
            return;
        if (failure)
            fail(*failure);
        else
            (this->*next)();
    });
}

void Listener::signIn()
{
    m_session.signIn(m_credentials.identifier, m_credentials.password);
}

void Listener::onSessionState(SessionManager::State state)
{
    if (state != SessionManager::State::CodeNeeded || m_leaving)
        return;
    const auto code = m_credentials.askCode ? m_credentials.askCode() : std::nullopt;
    if (code && !code->isEmpty())
        m_session.verifyCode(*code);
    else
        fail(diagnosis::codeWanted());
}

void Listener::onSignedIn()
{
    const User &user = m_session.session().user;
    m_output.say(
        Level::Success, "signedIn",
        QStringLiteral("Signed in as %1 (%2)").arg(user.name, user.id.toString()),
        {{QStringLiteral("userId"), user.id.toString()}, {QStringLiteral("name"), user.name}});
    reachSocket();
}

void Listener::reachSocket()
{
    const UserId user = m_session.session().user.id;
    m_channels = m_arguments.channels;
    if (m_channels.isEmpty())
        m_channels = {m_api.server().userChannel(user)};
    m_channels.replaceInStrings(QStringLiteral("{id}"), user.toString());

    const QUrl socket = socketUrl();
    const QUrl api = m_api.server().apiBaseUrl;
    const bool sameDoor =
        m_options.tls == (api.scheme() == QLatin1String("https")) && socket.host() == api.host() &&
        socket.port(m_options.tls ? 443 : 80) == api.port(m_options.tls ? 443 : 80);
    if (sameDoor && !m_credentials.identifier.isEmpty())
        openSocket();
    else
        reach(socket, &Listener::openSocket);
}

void Listener::openSocket()
{
    for (const QString &channel : std::as_const(m_channels))
        m_client.subscribe(channel);
    m_way.start(attempts * m_options.network.connectTimeout);
    m_client.connectToServer();
}

void Listener::fail(const Failure &failure)
{
    if (m_leaving)
        return;
    m_output.failure(failure);
    leave(exitCodeOf(failure.step), failure);
}

void Listener::interrupt()
{
    if (m_leaving) {
        m_goodbye.start(0);
        return;
    }
    m_output.say(Level::Info, "interrupted", QStringLiteral("Interrupted"));
    const bool probing = !m_arguments.probe.isEmpty() && !(m_probe && m_probe->isDone());
    leave(m_ready && !probing ? exitDone : exitInterrupted);
}

void Listener::leave(int exitCode, std::optional<Failure> failure)
{
    if (std::exchange(m_leaving, true))
        return;
    m_exitCode = exitCode;
    m_failure = std::move(failure);
    summarise();
    m_duration.stop();
    m_way.stop();
    m_client.disconnectFromServer();
    // Not a token more on the server than before; but nobody waits long for it.
    if (m_session.state() == SessionManager::State::SignedIn) {
        m_goodbye.start(patience);
        m_api.logout(this, [this](const Result<void> &) { m_goodbye.start(0); });
    } else {
        m_goodbye.start(0);
    }
}

QJsonObject Listener::diagnostics() const
{
    return pusher::diagnosticsJson(m_client.metrics(), m_client.timeline(), m_client.history());
}

void Listener::summarise()
{
    const pusher::Metrics metrics = m_client.metrics();
    QString text = QStringLiteral("Seconds: %1 | Events: %2 | Frames in: %3 (%4 bytes) | Frames "
                                  "out: %5 (%6 bytes) | Reconnects: %7")
                       .arg(double(qRound(double(m_since.elapsed()) / 100)) / 10)
                       .arg(m_events)
                       .arg(metrics.framesIn)
                       .arg(metrics.bytesIn)
                       .arg(metrics.framesOut)
                       .arg(metrics.bytesOut)
                       .arg(metrics.reconnects());
    if (const auto latency = metrics.averageLatency())
        text += QStringLiteral(" | Ping: %1 ms").arg(double(latency->count()) / 1000);
    QJsonObject fields{{QStringLiteral("events"), m_events}};
    if (m_arguments.diagnostics)
        fields.insert(QStringLiteral("diagnostics"), diagnostics());
    m_output.say(Level::Info, "summary", text, fields);
}

} // namespace suhbat::listen
