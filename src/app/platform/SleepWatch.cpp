#include "app/platform/SleepWatch.h"

#include "app/platform/Platform.h"

#include <QFile>

namespace suhbat::platform {

namespace {

bool hasSystemBus()
{
    return qEnvironmentVariableIsSet("DBUS_SYSTEM_BUS_ADDRESS") ||
           QFile::exists(QStringLiteral("/run/dbus/system_bus_socket"));
}

} // namespace

SleepWatch::SleepWatch(const QDBusConnection &bus, std::function<void(bool)> told, QObject *parent)
    : QObject(parent), m_told(std::move(told))
{
    QDBusConnection(bus).connect(
        QStringLiteral("org.freedesktop.login1"), QStringLiteral("/org/freedesktop/login1"),
        QStringLiteral("org.freedesktop.login1.Manager"), QStringLiteral("PrepareForSleep"), this,
        SLOT(prepareForSleep(bool)));
}

void SleepWatch::prepareForSleep(bool asleep)
{
    m_told(asleep);
}

void watchSleep(QObject *context, std::function<void(bool)> told)
{
    if (hasSystemBus())
        new SleepWatch(QDBusConnection::systemBus(), std::move(told), context);
}

} // namespace suhbat::platform
