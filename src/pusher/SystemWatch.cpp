#include "pusher/SystemWatch.h"

#include "base/Logging.h"
#include "pusher/PusherClient.h"

namespace suhbat::pusher {

SystemWatch::SystemWatch(Clock clock, QObject *parent)
    : QObject(parent), m_clock(std::move(clock)), m_steady(m_clock.steady()), m_wall(m_clock.wall())
{}

bool SystemWatch::followNetwork()
{
    if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability))
        return false;
    QNetworkInformation *const system = QNetworkInformation::instance();
    m_reachability = system->reachability();
    connect(system, &QNetworkInformation::reachabilityChanged, this, &SystemWatch::setReachability);
    // From the cable to the air: the old connection may hang without a word.
    connect(system, &QNetworkInformation::transportMediumChanged, this, &SystemWatch::networkCame);
    return true;
}

void SystemWatch::tell(PusherClient &client)
{
    connect(this, &SystemWatch::networkCame, &client, &PusherClient::networkBecameAvailable);
    connect(this, &SystemWatch::wokeUp, &client, &PusherClient::networkBecameAvailable);
    connect(this, &SystemWatch::networkWent, &client, &PusherClient::networkLost);
}

void SystemWatch::setReachability(QNetworkInformation::Reachability reachability)
{
    using Reachability = QNetworkInformation::Reachability;
    const auto before = std::exchange(m_reachability, reachability);
    if (before == reachability || reachability == Reachability::Unknown)
        return;
    qCInfo(lcPusher) << "the network:" << reachability;
    // A server may stand in this very house: any network may do.
    if (reachability == Reachability::Disconnected)
        Q_EMIT networkWent();
    else if (before != Reachability::Unknown)
        Q_EMIT networkCame();
}

void SystemWatch::clockJumped()
{
    const Instant steady = m_clock.steady();
    const QDateTime wall = m_clock.wall();
    // The steady clock stands still while the computer sleeps, the time of day does not. A clock
    // that somebody sets looks like sleep, and costs one ping.
    const auto slept =
        Milliseconds(m_wall.msecsTo(wall)) - std::chrono::floor<Milliseconds>(steady - m_steady);
    m_steady = steady;
    m_wall = wall;
    if (slept < sleepFrom)
        return;
    qCInfo(lcPusher) << "slept for" << slept.count() << "ms";
    tellWake(steady);
}

void SystemWatch::woken()
{
    m_steady = m_clock.steady();
    m_wall = m_clock.wall();
    tellWake(m_steady);
}

// The clock and the system tell of the same sleep within moments of each other.
void SystemWatch::tellWake(Instant steady)
{
    constexpr auto sameSleep = std::chrono::seconds(5);
    if (m_lastWake && steady - *m_lastWake < sameSleep)
        return;
    m_lastWake = steady;
    Q_EMIT wokeUp();
}

} // namespace suhbat::pusher
