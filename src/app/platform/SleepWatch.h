#pragma once

#include <QDBusConnection>
#include <QObject>

#include <functional>

namespace suhbat::platform {

/// Hears of logind (org.freedesktop.login1, on the system's bus) when the computer goes to sleep
/// and when it has woken up.
class SleepWatch final : public QObject
{
    Q_OBJECT

public:
    /// `told`: with true before the sleep, with false after it.
    SleepWatch(const QDBusConnection &bus, std::function<void(bool asleep)> told, QObject *parent);

private Q_SLOTS:
    void prepareForSleep(bool asleep);

private:
    std::function<void(bool)> m_told;
};

} // namespace suhbat::platform
