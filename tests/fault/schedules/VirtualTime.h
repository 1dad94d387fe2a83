#pragma once

#include "base/Clock.h"

#include <QAbstractEventDispatcher>
#include <QHash>

#include <map>
#include <vector>

namespace suhbat::fault {

/// An event loop in which time passes only when nothing is left to do: the program as it is, timers
/// and all, runs through minutes in milliseconds, and the same way each time. Has to be the
/// dispatcher of the application before there is one.
class VirtualTime final : public QAbstractEventDispatcher
{
    Q_OBJECT

public:
    VirtualTime() = default;
    ~VirtualTime() override = default;

    Instant now() const { return m_now; }
    QDateTime wall() const;
    Clock clock() const;
    /// Everything that is due within that time happens.
    void runFor(Milliseconds time);
    /// The same, no longer than until `condition` holds; false when it never did.
    bool runUntil(const std::function<bool()> &condition, Milliseconds limit);

    bool processEvents(QEventLoop::ProcessEventsFlags flags) override;
    void registerSocketNotifier(QSocketNotifier *notifier) override;
    void unregisterSocketNotifier(QSocketNotifier *notifier) override;
    void registerTimer(int id, qint64 interval, Qt::TimerType type, QObject *object) override;
    bool unregisterTimer(int id) override;
    bool unregisterTimers(QObject *object) override;
    QList<TimerInfo> registeredTimers(QObject *object) const override;
    int remainingTime(int id) override;
    void wakeUp() override { m_posted = true; }
    void interrupt() override {}

private:
    struct Timer
    {
        Instant due;
        quint64 order = 0;
        Milliseconds interval{0};
        Qt::TimerType type = Qt::PreciseTimer;
        QObject *object = nullptr;
    };
    using Deadline = std::pair<Instant, quint64>;

    void settle();
    bool pollSockets();
    void arm(int id, Timer timer);
    void fire();

    Instant m_now{std::chrono::hours(1)};
    quint64 m_order = 0;
    bool m_posted = false;
    bool m_written = false; // and not seen to arrive
    QHash<int, Timer> m_timers;
    std::map<Deadline, int> m_deadlines;
    std::vector<QSocketNotifier *> m_notifiers;
};

} // namespace suhbat::fault
