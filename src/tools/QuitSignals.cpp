#include "tools/QuitSignals.h"

#include <QSocketNotifier>

#include <csignal>

#include <sys/socket.h>
#include <unistd.h>

namespace suhbat {

namespace {

int signalPipe[2] = {-1, -1};

} // namespace

// A signal handler may do next to nothing: it wakes the event loop through a socket pair.
void onQuitSignals(QObject *context, std::function<void()> act)
{
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, signalPipe) != 0)
        return;
    auto *notifier = new QSocketNotifier(signalPipe[1], QSocketNotifier::Read, context);
    QObject::connect(notifier, &QSocketNotifier::activated, context, [act = std::move(act)] {
        char byte = 0;
        [[maybe_unused]] const ssize_t count = read(signalPipe[1], &byte, 1);
        act();
    });
    struct sigaction action = {};
    action.sa_handler = [](int) {
        const char byte = 1;
        [[maybe_unused]] const ssize_t written = write(signalPipe[0], &byte, 1);
    };
    sigaction(SIGTERM, &action, nullptr);
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGHUP, &action, nullptr);
}

} // namespace suhbat
