#pragma once

#include "chat/PusherWiring.h"
#include "chat/SessionManager.h"
#include "net/NetworkManager.h"
#include "pusher/PusherClient.h"
#include "tools/listen/Arguments.h"
#include "tools/listen/Output.h"
#include "tools/listen/Probe.h"
#include "tools/listen/Reachability.h"

#include <QSet>

#include <memory>

namespace suhbat::listen {

/// Knows which channels Laravel would not sign, as opposed to those that the Pusher server refused.
class WatchedAuthorizer final : public pusher::ChannelAuthorizer
{
public:
    explicit WatchedAuthorizer(pusher::ChannelAuthorizer &real) : m_real(real) {}
    void authorize(const QString &socketId, const QString &channelName, QObject *context,
                   Done done) override;
    bool hasFailed(const QString &channelName) const { return m_failed.contains(channelName); }

private:
    pusher::ChannelAuthorizer &m_real;
    QSet<QString> m_failed;
};

/// The way from a name to events: reach, log in, connect, subscribe, listen. Says everything to
/// `output`, and finished() once.
class Listener : public QObject
{
    Q_OBJECT

public:
    struct Credentials
    {
        QString identifier; ///< empty: no login
        QString password;
        std::function<std::optional<QString>()> askCode;
    };

    Listener(const ServerProfile &server, const NetworkSettings &network, Arguments arguments,
             Credentials credentials, Output &output, QObject *parent = nullptr);
    ~Listener() override;

    void start();
    /// Ctrl+C: leaves cleanly; a second time, at once.
    void interrupt();
    QJsonObject diagnostics() const;

Q_SIGNALS:
    /// `failure` is set for the exit codes 10 to 19.
    void finished(int exitCode, const std::optional<suhbat::listen::Failure> &failure);

private:
    using Level = Output::Level;

    void connectSignals();
    void reach(const QUrl &server, void (Listener::*next)());
    void signIn();
    void onSessionState(SessionManager::State state);
    void onSignedIn();
    void reachSocket();
    void openSocket();
    void onConnected(const QString &socketId);
    void onError(const Error &error);
    void onEnded(const Error &error);
    void onSubscribed(const QString &channel);
    void onSubscriptionFailed(const QString &channel, const Error &error);
    void onEvent(const QString &channel, const QString &name, const JsonValue &data,
                 const QString &userId);
    void onReady();
    void onNotReady();
    void sendTriggers();
    void startProbe();
    void onTimeUp();
    void leaveWhenDone();
    std::optional<Failure> notSubscribed() const;
    void failUnlessUnreached(const Failure &failure);
    void fail(const Failure &failure);
    void leave(int exitCode, std::optional<Failure> failure = {});
    void summarise();
    QUrl socketUrl() const;

    const Arguments m_arguments;
    const Credentials m_credentials;
    Output &m_output;
    net::NetworkManager m_network;
    ChatApi m_api;
    ApiChannelAuthorizer m_restAuthorizer;
    WatchedAuthorizer m_authorizer;
    pusher::PusherOptions m_options;
    pusher::PusherClient m_client;
    SessionManager m_session;
    Reachability m_reachability;
    std::unique_ptr<Probe> m_probe;
    QStringList m_channels;
    QTimer m_duration;
    QTimer m_way; ///< until everything is subscribed
    QTimer m_goodbye;
    QElapsedTimer m_since;
    std::optional<Error> m_problem; ///< why there is no connection
    bool m_wasConnected = false;
    Step m_at = Step::HttpUpgrade;     ///< of the current attempt
    Step m_lostAt = Step::HttpUpgrade; ///< of the one that ended last
    bool m_timeUp = false;
    bool m_failing = false; ///< only the step is still looked for
    bool m_ready = false;
    bool m_leaving = false;
    bool m_finished = false;
    int m_events = 0;
    int m_exitCode = 0;
    std::optional<Failure> m_failure;
};

} // namespace suhbat::listen
