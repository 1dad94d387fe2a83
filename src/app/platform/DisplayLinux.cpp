#include "app/platform/Platform.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonObject>
#include <QPluginLoader>

#include <cerrno>
#include <cstring>
#include <memory>
#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

// Whether a window can be opened, asked before Qt does: it would abort.

namespace suhbat::platform {

namespace {

constexpr int patience = 3000; // ms, for a display on another host

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

bool answersAt(const addrinfo &address)
{
    const int fd = ::socket(address.ai_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (fd < 0)
        return false;
    bool answers = ::connect(fd, address.ai_addr, address.ai_addrlen) == 0;
    pollfd what{fd, POLLOUT, 0};
    if (!answers && errno == EINPROGRESS && ::poll(&what, 1, patience) > 0) {
        int error = 0;
        socklen_t size = sizeof error;
        answers = ::getsockopt(fd, SOL_SOCKET, SO_ERROR, &error, &size) == 0 && error == 0;
    }
    ::close(fd);
    return answers;
}

/// As over ssh -X: "localhost:10.0" is port 6010 there.
bool remoteXServerAnswers(const QByteArray &host, int number)
{
    addrinfo wanted{};
    wanted.ai_socktype = SOCK_STREAM;
    addrinfo *found = nullptr;
    if (::getaddrinfo(host.constData(), QByteArray::number(6000 + number).constData(), &wanted,
                      &found) != 0)
        return false;
    const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> all(found, &::freeaddrinfo);
    for (const addrinfo *one = found; one; one = one->ai_next) {
        if (answersAt(*one))
            return true;
    }
    return false;
}

/// ":N.S" and "HOST:N.S"; other forms (a path, a protocol, DECnet) are believed.
bool xServerAnswers(const QByteArray &display)
{
    const qsizetype colon = display.lastIndexOf(':');
    QByteArray host = display.left(colon);
    bool isNumber = false;
    const int number = display.mid(colon + 1).split('.').constFirst().toInt(&isNumber);
    if (colon < 0 || !isNumber || display.contains('/') || host.endsWith(':'))
        return colon >= 0;
    if (host.isEmpty() || host == "unix") {
        const QByteArray path = "/tmp/.X11-unix/X" + QByteArray::number(number);
        return answersAt(path, false) || answersAt(path, true);
    }
    if (host.startsWith('[') && host.endsWith(']'))
        host = host.mid(1, host.size() - 2);
    return remoteXServerAnswers(host, number);
}

bool waylandAnswers(const QByteArray &display)
{
    if (display.startsWith('/'))
        return answersAt(display, false);
    return answersAt(qgetenv("XDG_RUNTIME_DIR") + '/' + display, false);
}

/// What may stand in QT_QPA_PLATFORM.
QStringList windowPlugins()
{
    QStringList paths = QCoreApplication::libraryPaths();
    for (QString &path : paths)
        path += QStringLiteral("/platforms");
    paths += qEnvironmentVariable("QT_QPA_PLATFORM_PLUGIN_PATH");
    QStringList keys;
    for (const QString &path : std::as_const(paths)) {
        const QDir folder(path);
        for (const QString &file : path.isEmpty() ? QStringList() : folder.entryList(QDir::Files)) {
            const QJsonObject data = QPluginLoader(folder.filePath(file)).metaData();
            const QJsonObject own = data.value(QLatin1String("MetaData")).toObject();
            for (const QJsonValue &key : own.value(QLatin1String("Keys")).toArray())
                keys += key.toString().toLower();
        }
    }
    keys.removeDuplicates();
    keys.sort();
    return keys;
}

/// `wanted`: "xcb", "wayland;xcb", "offscreen:size=800x600".
QString pluginProblem(const QString &wanted)
{
    const QStringList known = windowPlugins();
    for (const QString &one : wanted.split(u';')) {
        if (known.contains(one.section(u':', 0, 0).toLower()))
            return {};
    }
    return QStringLiteral(
               "QT_QPA_PLATFORM is \"%1\", which Qt does not have here (it has %2), so no "
               "window can be opened")
        .arg(wanted.left(100), known.join(QStringLiteral(", ")));
}

} // namespace

QString displayProblem()
{
    const QByteArray plugin = qgetenv("QT_QPA_PLATFORM");
    // The plugins are only looked at where somebody names one: it takes a while.
    if (const QString wanted = QString::fromLocal8Bit(plugin); !wanted.isEmpty()) {
        if (const QString problem = pluginProblem(wanted); !problem.isEmpty())
            return problem;
    }
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

} // namespace suhbat::platform
