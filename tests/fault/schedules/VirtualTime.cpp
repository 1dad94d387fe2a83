#include "VirtualTime.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <algorithm>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>

namespace suhbat::fault {

QDateTime VirtualTime::wall() const
{
    static const QDateTime begin(QDate(2026, 3, 2), QTime(9, 0), Qt::UTC);
    const auto passed = std::chrono::duration_cast<Milliseconds>(m_now.time_since_epoch());
    return begin.addMSecs(passed.count());
}

Clock VirtualTime::clock() const
{
    return {[this] { return m_now; }, [this] { return wall(); }};
}

void VirtualTime::runFor(Milliseconds time)
{
    runUntil([] { return false; }, time);
}

bool VirtualTime::runUntil(const std::function<bool()> &condition, Milliseconds limit)
{
    const Instant end = m_now + limit;
    for (;;) {
        settle();
        if (condition())
            return true;
        if (m_deadlines.empty() || m_deadlines.begin()->first.first > end)
            break;
        m_now = std::max(m_now, m_deadlines.begin()->first.first);
        fire();
    }
    m_now = end;
    return false;
}

// Until nothing is left to do at this instant.
void VirtualTime::settle()
{
    do {
        m_posted = false;
        QCoreApplication::sendPostedEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    } while (m_posted || pollSockets());
}

void VirtualTime::fire()
{
    const int id = m_deadlines.begin()->second;
    Timer timer = m_timers.value(id);
    m_deadlines.erase(m_deadlines.begin());
    timer.due = m_now + std::max(timer.interval, Milliseconds(1));
    timer.order = ++m_order;
    arm(id, timer);
    QTimerEvent event(id);
    QCoreApplication::sendEvent(timer.object, &event);
}

bool VirtualTime::pollSockets()
{
    std::vector<pollfd> sockets;
    sockets.reserve(m_notifiers.size());
    for (const QSocketNotifier *notifier : m_notifiers) {
        const bool reads = notifier->type() == QSocketNotifier::Read;
        sockets.push_back({int(notifier->socket()), short(reads ? POLLIN : POLLOUT), 0});
    }
    // What was written is nearly always there at once, but not when the machine is busy. Nor is a
    // connection; whoever wants to write has none yet.
    const bool coming = m_written || std::any_of(sockets.cbegin(), sockets.cend(),
                                                 [](const auto &s) { return s.events == POLLOUT; });
    constexpr int patience = 5; // ms of real time
    m_written = false;
    if (sockets.empty() || ::poll(sockets.data(), sockets.size(), coming ? patience : 0) <= 0)
        return false;
    const std::vector<QSocketNotifier *> asked = m_notifiers;
    for (size_t i = 0; i < sockets.size(); ++i) {
        if (sockets[i].revents == 0)
            continue;
        // One that was handled before may have ended this one.
        if (std::find(m_notifiers.cbegin(), m_notifiers.cend(), asked[i]) == m_notifiers.cend())
            continue;
        m_written = sockets[i].events == POLLOUT;
        QEvent event(QEvent::SockAct);
        QCoreApplication::sendEvent(asked[i], &event);
    }
    return true;
}

// Only Qt itself asks for this, where something waits; nothing here does.
bool VirtualTime::processEvents(QEventLoop::ProcessEventsFlags)
{
    settle();
    return true;
}

void VirtualTime::registerSocketNotifier(QSocketNotifier *notifier)
{
    // No waiting for more to send, which is real time; fails for what is no TCP connection.
    const int now = 1;
    ::setsockopt(int(notifier->socket()), IPPROTO_TCP, TCP_NODELAY, &now, sizeof now);
    m_notifiers.push_back(notifier);
}

void VirtualTime::unregisterSocketNotifier(QSocketNotifier *notifier)
{
    m_notifiers.erase(std::remove(m_notifiers.begin(), m_notifiers.end(), notifier),
                      m_notifiers.end());
}

void VirtualTime::arm(int id, Timer timer)
{
    m_deadlines.insert({{timer.due, timer.order}, id});
    m_timers.insert(id, timer);
}

void VirtualTime::registerTimer(int id, qint64 interval, Qt::TimerType type, QObject *object)
{
    const Milliseconds every(interval);
    arm(id, {m_now + every, ++m_order, every, type, object});
}

bool VirtualTime::unregisterTimer(int id)
{
    const auto found = m_timers.constFind(id);
    if (found == m_timers.cend())
        return false;
    m_deadlines.erase({found->due, found->order});
    m_timers.erase(found);
    return true;
}

bool VirtualTime::unregisterTimers(QObject *object)
{
    const QList<TimerInfo> all = registeredTimers(object);
    for (const TimerInfo &timer : all)
        unregisterTimer(timer.timerId);
    return !all.isEmpty();
}

QList<QAbstractEventDispatcher::TimerInfo> VirtualTime::registeredTimers(QObject *object) const
{
    QList<TimerInfo> found;
    for (auto timer = m_timers.cbegin(); timer != m_timers.cend(); ++timer) {
        if (timer->object == object)
            found.append({timer.key(), int(timer->interval.count()), timer->type});
    }
    return found;
}

int VirtualTime::remainingTime(int id)
{
    const auto found = m_timers.constFind(id);
    if (found == m_timers.cend())
        return -1;
    const auto left = std::chrono::duration_cast<Milliseconds>(found->due - m_now);
    return int(std::max(left, Milliseconds(0)).count());
}

} // namespace suhbat::fault
