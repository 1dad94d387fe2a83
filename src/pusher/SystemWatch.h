#pragma once

#include "base/Clock.h"

#include <QNetworkInformation>
#include <QObject>
#include <QTimer>

namespace suhbat::pusher {

class PusherClient;

/// What the system knows before a socket does: that the network went or came back, and that the
/// computer slept (statement 28). Lives on the main thread.
class SystemWatch final : public QObject
{
    Q_OBJECT

public:
    /// Looks at the clocks every `interval`; `clock` tells both times.
    explicit SystemWatch(Clock clock = {}, Milliseconds interval = Milliseconds(5000),
                         QObject *parent = nullptr);
    ~SystemWatch() override;

    /// Listens to QNetworkInformation, too. False where this system has no backend for it: then
    /// only sleep is noticed.
    bool followNetwork();
    /// From now on that client hears of everything here.
    void tell(PusherClient &client);
    /// What QNetworkInformation says; public so that others may say it in its place.
    void setReachability(QNetworkInformation::Reachability reachability);

    /// A timer that comes later than this has slept.
    static constexpr Milliseconds sleepFrom{15000};

Q_SIGNALS:
    void networkCame();
    void networkWent();
    void wokeUp();

private:
    void look();

    const Clock m_clock;
    QTimer m_timer;
    Instant m_steady;
    QDateTime m_wall;
    QNetworkInformation::Reachability m_reachability = QNetworkInformation::Reachability::Unknown;
};

} // namespace suhbat::pusher
