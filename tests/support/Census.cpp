#include "support/Census.h"

#include <QAbstractEventDispatcher>
#include <QDir>
#include <QThread>
#include <QTimer>

#include <mutex>
#include <unordered_set>

// Exported by QtCore for tools like GammaRay; its header is private, its layout is not to change.
extern quintptr Q_CORE_EXPORT qtHookData[];

namespace suhbat::test {

namespace {

constexpr int addHook = 3;
constexpr int removeHook = 4;
std::mutex mutex;
std::unordered_set<QObject *> alive;
int older = 0; // made before start(), deleted since

void added(QObject *object)
{
    const std::lock_guard lock(mutex);
    alive.insert(object);
}

void removed(QObject *object)
{
    const std::lock_guard lock(mutex);
    older += alive.erase(object) == 0 ? 1 : 0;
}

QString ownerOf(const QObject &object, int interval)
{
    const auto *const timer = qobject_cast<const QTimer *>(&object);
    if (timer && !timer->parent())
        return QStringLiteral("QTimer, %1 ms").arg(interval);
    return QString::fromLatin1((timer ? timer->parent() : &object)->metaObject()->className());
}

} // namespace

void Census::start()
{
    {
        const std::lock_guard lock(mutex);
        alive.clear();
        older = 0;
    }
    qtHookData[addHook] = reinterpret_cast<quintptr>(&added);
    qtHookData[removeHook] = reinterpret_cast<quintptr>(&removed);
}

int Census::objects()
{
    const std::lock_guard lock(mutex);
    return int(alive.size()) - older;
}

QStringList Census::timerOwners()
{
    QStringList owners;
    const QAbstractEventDispatcher *const loop = QAbstractEventDispatcher::instance();
    const std::lock_guard lock(mutex);
    for (QObject *const object : alive) {
        if (object->thread() != QThread::currentThread())
            continue;
        const auto timers = loop->registeredTimers(object);
        // Most of the caches have no class of their own.
        const char *const name = object->metaObject()->className();
        const bool cache = qstrcmp(name, "QObject") == 0 || qstrcmp(name, "QQuickPixmapStore") == 0;
        for (const auto &timer : timers) {
            if (!cache)
                owners += ownerOf(*object, timer.interval);
        }
    }
    owners.sort();
    return owners;
}

int Census::fileDescriptors()
{
    return int(QDir(QStringLiteral("/proc/self/fd"))
                   .entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System)
                   .size());
}

} // namespace suhbat::test
