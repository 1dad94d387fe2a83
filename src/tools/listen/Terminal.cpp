#include "tools/listen/Terminal.h"

#include "tools/listen/Steps.h"

#include <QByteArray>

#include <csignal>

#include <fcntl.h>
#include <poll.h>
#include <termios.h>
#include <unistd.h>

namespace suhbat::listen::terminal {

namespace {

constexpr qsizetype longestAnswer = 1000; // bytes

volatile std::sig_atomic_t interrupted = 0;

/// While it lives, SIGINT and the like are held back, but for wait(): a signal that comes just
/// before it is not lost.
class SignalsEndWaits
{
public:
    SignalsEndWaits()
    {
        interrupted = 0;
        sigset_t held;
        sigemptyset(&held);
        for (const int signal : signals)
            sigaddset(&held, signal);
        sigprocmask(SIG_BLOCK, &held, &m_maskBefore);
        struct sigaction action = {};
        action.sa_handler = [](int) { interrupted = 1; };
        for (std::size_t i = 0; i < std::size(signals); ++i)
            sigaction(signals[i], &action, &m_before[i]);
    }
    ~SignalsEndWaits()
    {
        for (std::size_t i = 0; i < std::size(signals); ++i)
            sigaction(signals[i], &m_before[i], nullptr);
        sigprocmask(SIG_SETMASK, &m_maskBefore, nullptr);
    }
    SignalsEndWaits(const SignalsEndWaits &) = delete;
    SignalsEndWaits &operator=(const SignalsEndWaits &) = delete;

    /// Until there is something to read; false when a signal came first.
    bool wait(int terminal) const
    {
        while (!interrupted) {
            struct pollfd what = {terminal, POLLIN, 0};
            if (ppoll(&what, 1, nullptr, &m_maskBefore) > 0)
                return !interrupted;
        }
        return false;
    }

private:
    static constexpr int signals[] = {SIGINT, SIGTERM, SIGHUP};
    struct sigaction m_before[3] = {};
    sigset_t m_maskBefore = {};
};

void put(int terminal, const QByteArray &text)
{
    [[maybe_unused]] const ssize_t written = write(terminal, text.constData(), size_t(text.size()));
}

std::optional<QByteArray> readLine(int terminal, const SignalsEndWaits &signals)
{
    QByteArray answer;
    char c = 0;
    while (answer.size() < longestAnswer) {
        if (!signals.wait(terminal) || read(terminal, &c, 1) <= 0)
            return std::nullopt;
        if (c == '\n' || c == '\r')
            return answer;
        answer += c;
    }
    return answer;
}

} // namespace

std::optional<QString> ask(const QString &question, Echo echo)
{
    const int terminal = open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (terminal < 0)
        return std::nullopt;
    std::optional<QByteArray> answer;
    {
        const SignalsEndWaits signals;
        struct termios before = {};
        const bool hides = echo == Echo::Hidden && tcgetattr(terminal, &before) == 0;
        if (hides) {
            struct termios hidden = before;
            hidden.c_lflag &= ~tcflag_t(ECHO);
            // What was typed ahead is thrown away: it was shown.
            tcsetattr(terminal, TCSAFLUSH, &hidden);
        }
        put(terminal, question.toLocal8Bit());
        answer = readLine(terminal, signals);
        if (hides) {
            tcsetattr(terminal, TCSAFLUSH, &before);
            put(terminal, "\n");
        }
        close(terminal);
    }
    if (interrupted)
        _exit(exitInterrupted);
    if (!answer)
        return std::nullopt;
    return QString::fromLocal8Bit(*answer);
}

bool wantsColour()
{
    return isatty(STDOUT_FILENO) && qEnvironmentVariableIsEmpty("NO_COLOR") &&
           qgetenv("TERM") != "dumb";
}

} // namespace suhbat::listen::terminal
