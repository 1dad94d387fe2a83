#include "app/platform/Platform.h"
#include "app/platform/PortalDarkMode.h"

#include <QFile>
#include <QProcess>
#include <QSocketNotifier>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <limits>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/timerfd.h>
#include <sys/un.h>
#include <unistd.h>

namespace suhbat::platform {

namespace {

bool answersAt(const QByteArray &path, bool abstract)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const std::size_t start = abstract ? 1 : 0;
    const auto length = std::size_t(path.size());
    if (length + start >= sizeof(address.sun_path))
        return false;
    std::memcpy(address.sun_path + start, path.constData(), length);
    const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (fd < 0)
        return false;
    const auto size = socklen_t(offsetof(sockaddr_un, sun_path) + start + length);
    const bool answers = ::connect(fd, reinterpret_cast<const sockaddr *>(&address), size) == 0;
    ::close(fd);
    return answers;
}

/// Only ":N" and ":N.S" are looked at; a display on another host is believed.
bool xServerAnswers(const QByteArray &display)
{
    if (!display.startsWith(':'))
        return true;
    const QByteArray number = display.mid(1).split('.').constFirst();
    const QByteArray path = "/tmp/.X11-unix/X" + number;
    return answersAt(path, false) || answersAt(path, true);
}

bool waylandAnswers(const QByteArray &display)
{
    if (display.startsWith('/'))
        return answersAt(display, false);
    return answersAt(qgetenv("XDG_RUNTIME_DIR") + '/' + display, false);
}

// Due at the end of time, but it is cancelled, and said to be, when the clock is set.
bool armAgainstJumps(int timer)
{
    itimerspec never{};
    never.it_value.tv_sec = std::numeric_limits<time_t>::max();
    return ::timerfd_settime(timer, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &never, nullptr) ==
           0;
}

} // namespace

QString displayProblem()
{
    const QByteArray plugin = qgetenv("QT_QPA_PLATFORM");
    if (!plugin.isEmpty() && !plugin.startsWith("xcb") && !plugin.startsWith("wayland"))
        return {};
    const QByteArray x = qgetenv("DISPLAY");
    const QByteArray wayland = qgetenv("WAYLAND_DISPLAY");
    if (x.isEmpty() && wayland.isEmpty())
        return QStringLiteral("there is no display here (neither DISPLAY nor WAYLAND_DISPLAY is "
                              "set), so no window can be opened");
    if ((!wayland.isEmpty() && waylandAnswers(wayland)) || (!x.isEmpty() && xServerAnswers(x)))
        return {};
    return QStringLiteral("the display \"%1\" does not answer, so no window can be opened")
        .arg(QString::fromLocal8Bit(x.isEmpty() ? wayland : x));
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
