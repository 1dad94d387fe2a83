#include "app/WakeLog.h"

#include "base/Logging.h"

#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <QEvent>
#include <QMetaEnum>
#include <QTimer>
#include <QTimerEvent>

#include <cstdio>
#include <utility>

namespace suhbat {

namespace {

// What returns sooner did not sleep: there was something to do already.
constexpr qint64 asleep = 200'000; // ns

QString timerText(const QObject &receiver, const QTimerEvent &event)
{
    const auto *const timer = qobject_cast<const QTimer *>(&receiver);
    const QObject *const owner = timer && timer->parent() ? timer->parent() : &receiver;
    int interval = timer ? timer->interval() : -1;
    const auto all = QAbstractEventDispatcher::instance()->registeredTimers(
        const_cast<QObject *>(&receiver)); // takes it so, and only compares it
    for (const auto &info : all) {
        if (info.timerId == event.timerId())
            interval = info.interval;
    }
    return QStringLiteral("timer of %1, %2 ms")
        .arg(QLatin1String(owner->metaObject()->className()))
        .arg(interval);
}

} // namespace

WakeLog::WakeLog(QObject *parent) : QObject(parent)
{
    QAbstractEventDispatcher *const loop = QAbstractEventDispatcher::instance();
    connect(loop, &QAbstractEventDispatcher::awake, this, &WakeLog::awake);
    connect(loop, &QAbstractEventDispatcher::aboutToBlock, this, &WakeLog::aboutToBlock);
    QCoreApplication::instance()->installEventFilter(this);
    m_blocked.start();
}

bool WakeLog::isWanted()
{
    return lcWakes().isDebugEnabled();
}

QString WakeLog::reasonOf(const QObject &receiver, const QEvent &event)
{
    switch (event.type()) {
    case QEvent::Timer:
        return timerText(receiver, static_cast<const QTimerEvent &>(event));
    case QEvent::SockAct:
        return QStringLiteral("socket");
    default:
        break;
    }
    const char *const name = QMetaEnum::fromType<QEvent::Type>().valueToKey(event.type());
    return QStringLiteral("%1 to %2")
        .arg(QLatin1String(name ? name : "event"),
             QLatin1String(receiver.metaObject()->className()));
}

bool WakeLog::eventFilter(QObject *watched, QEvent *event)
{
    awake(); // the loop of GLib says so only after the events
    if (m_slept && m_reasons.size() < 5)
        m_reasons += reasonOf(*watched, *event);
    return false;
}

void WakeLog::awake()
{
    if (std::exchange(m_waits, false))
        m_slept = m_blocked.nsecsElapsed() > asleep;
}

void WakeLog::aboutToBlock()
{
    if (m_slept) {
        const QByteArray line = "woken: " + m_reasons.join(QStringLiteral("; ")).toUtf8() + '\n';
        std::fwrite(line.constData(), 1, std::size_t(line.size()), stderr);
    }
    m_slept = false;
    m_waits = true;
    m_reasons.clear();
    m_blocked.start();
}

} // namespace suhbat
