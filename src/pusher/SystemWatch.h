#pragma once

#include "base/Clock.h"

#include <QNetworkInformation>
#include <QObject>

#include <optional>

namespace suhbat::pusher {

class PusherClient;

/// What the system knows before a socket does: that the network went or came back, and that the
/// computer slept (statement 28). Of sleep it hears by clockJumped(), which the program calls when
/// the system says so; nothing here polls. Lives on the main thread.
class SystemWatch final : public QObject
{
    Q_OBJECT

public:
    /// `clock` tells both times.
    explicit SystemWatch(Clock clock = {}, QObject *parent = nullptr);

    /// Listens to QNetworkInformation, too. False where this system has no backend for it: then
    /// only sleep can be noticed.
    bool followNetwork();
    /// From now on that client hears of everything here.
    void tell(PusherClient &client);
    /// What QNetworkInformation says; public so that others may say it in its place.
    void setReachability(QNetworkInformation::Reachability reachability);

    /// The system says that the time of day has jumped, as it does when the computer wakes up.
    /// Nothing is polled: an idle client wakes nobody.
    void clockJumped();

    /// The system says that it slept and has woken up. Told once, whoever notices it first.
    void woken();

    /// A shorter sleep harms no connection.
    static constexpr Milliseconds sleepFrom{15000};

Q_SIGNALS:
    /// There is a network again, or another one: worth PusherClient::networkBecameAvailable().
    void networkCame();
    /// There is none any more: worth PusherClient::networkLost().
    void networkWent();
    /// Slept for `sleepFrom` or more: what looks connected may be long dead.
    void wokeUp();

private:
    void tellWake(Instant steady);

    const Clock m_clock;
    Instant m_steady;
    std::optional<Instant> m_lastWake;
    QDateTime m_wall;
    QNetworkInformation::Reachability m_reachability = QNetworkInformation::Reachability::Unknown;
};

} // namespace suhbat::pusher
