#include "app/platform/Platform.h"
#include "app/platform/PortalDarkMode.h"

#include <QFileInfo>
#include <QProcess>
#include <QSocketNotifier>

#include <cerrno>
#include <csignal>
#include <limits>
#include <sys/prctl.h>
#include <sys/timerfd.h>
#include <unistd.h>

namespace suhbat::platform {

namespace {

// Due at the end of time, but it is cancelled, and said to be, when the clock is set.
bool armAgainstJumps(int timer)
{
    itimerspec never{};
    never.it_value.tv_sec = std::numeric_limits<time_t>::max();
    return ::timerfd_settime(timer, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &never, nullptr) ==
           0;
}

} // namespace

QString runtimeFolder()
{
    const QString folder = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return !folder.isEmpty() && QFileInfo(folder).isDir() ? folder : QString();
}

void setActivationToken(const QByteArray &token)
{
    if (!token.isEmpty())
        qputenv("XDG_ACTIVATION_TOKEN", token);
}

void endWithParent(QProcess &child)
{
    const pid_t parent = ::getpid();
    child.setChildProcessModifier([parent] {
        ::prctl(PR_SET_PDEATHSIG, SIGTERM);
        // The parent may have died before the line above.
        if (::getppid() != parent)
            ::_exit(1);
    });
}

void watchClock(QObject *context, std::function<void()> jumped)
{
    const int timer = ::timerfd_create(CLOCK_REALTIME, TFD_NONBLOCK | TFD_CLOEXEC);
    if (timer < 0 || !armAgainstJumps(timer)) {
        ::close(timer);
        return;
    }
    auto *notifier = new QSocketNotifier(timer, QSocketNotifier::Read, context);
    QObject::connect(notifier, &QSocketNotifier::activated, context,
                     [timer, jumped = std::move(jumped)] {
                         std::uint64_t expirations = 0;
                         const auto got = ::read(timer, &expirations, sizeof expirations);
                         armAgainstJumps(timer);
                         if (got < 0 && errno == ECANCELED)
                             jumped();
                     });
    QObject::connect(notifier, &QObject::destroyed, [timer] { ::close(timer); });
}

void watchDarkMode(QObject *context, std::function<void(bool)> told)
{
    new PortalDarkMode(std::move(told), context);
}

} // namespace suhbat::platform
