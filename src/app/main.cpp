#include "api/ServerSettingsReader.h"
#include "app/App.h"
#include "app/AppWindow.h"
#include "app/CommandLine.h"
#include "app/DemoLauncher.h"
#include "app/desktop/SingleInstance.h"
#include "app/platform/Platform.h"
#include "app/WakeLog.h"
#include "base/LogSetup.h"

#include <QFont>
#include <QGuiApplication>
#include <QIcon>

#include <cstdio>
#include <optional>

namespace {

using namespace suhbat;

constexpr int exitCannotRun = 1;
constexpr int exitUsage = 2;

void print(std::FILE *stream, const QString &text)
{
    const QByteArray bytes = text.toLocal8Bit();
    std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), stream);
}

int complain(const QString &sentence, int exitCode)
{
    print(stderr, QStringLiteral("suhbat: %1\n").arg(sentence));
    return exitCode;
}

QStringList listOf(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments += QString::fromLocal8Bit(argv[i]);
    return arguments;
}

ServerSettingsReader readerFor(const CommandLine &line)
{
    return ServerSettingsReader(line.serverSources());
}

int printConfig(const ServerSettingsReader &reader, const Result<ServerProfile> &server)
{
    print(stdout, reader.table());
    if (!server && !reader.isUnconfigured())
        return complain(server.error().detail, exitUsage);
    return 0;
}

/// For somebody who has just installed the program.
QString howToConfigure()
{
    const QString file = SettingsSources::ofThisProcess({}, {}).userFile;
    return QStringLiteral(
               "With options:    suhbat --host chat.example.com --app-key KEY\n"
               "Or once for all: {\"host\": \"chat.example.com\", \"app-key\": \"KEY\"} in\n"
               "                 %1\n"
               "Without server:  suhbat --demo\n")
        .arg(file);
}

void setUpGui()
{
    QGuiApplication::setApplicationName(QStringLiteral("suhbat"));
    QGuiApplication::setApplicationVersion(QStringLiteral(SUHBAT_VERSION));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Suhbat"));
    QGuiApplication::setDesktopFileName(QStringLiteral("suhbat"));
    QFont font = QGuiApplication::font();
    // Named, because the fallback alone draws emoji in black and white.
    font.setFamilies({QStringLiteral("Noto Sans"), QStringLiteral("Noto Color Emoji")});
    QGuiApplication::setFont(font);
    QGuiApplication::setWindowIcon(
        QIcon(QStringLiteral(":/qt/qml/Suhbat/Controls/icons/suhbat.svg")));
}

/// `--demo`: a server of its own, with the account filled in. Dies after the App.
class Demo
{
public:
    explicit Demo(DemoLauncher::People people) : m_people(people) {}

    bool isStarting() const { return m_starting; }

    void startFor(App &app)
    {
        m_starting = true;
        m_launcher.emplace(DemoLauncher::defaultProgram());
        QObject::connect(
            &*m_launcher, &DemoLauncher::ready, &app, [&app](const DemoServerAddress &address) {
                app.useServer(address.profile(), true);
                app.session()->prefill(QStringLiteral("998900000001"), QStringLiteral("demo-pass"));
            });
        QObject::connect(&*m_launcher, &DemoLauncher::failed, &app,
                         [this, &app](const Error &error) {
                             m_starting = false;
                             app.notices()->askRetry(
                                 NoticeCenter::Request, error, [this, &app] { startFor(app); },
                                 Doing::StartDemo, NoticeCenter::Continue::NotOffered);
                         });
        m_launcher->start(m_people);
    }

private:
    DemoLauncher::People m_people;
    std::optional<DemoLauncher> m_launcher;
    bool m_starting = false;
};

/// Talks to the server of the settings. Where none was ever set the login page asks for one; where
/// what is set cannot be used a dialog says why, until it can.
void useConfiguredServer(App &app, const CommandLine &line)
{
    ServerSettingsReader reader = readerFor(line);
    const Result<ServerProfile> server = reader.read();
    if (server) {
        app.setNetwork(reader.network());
        app.useServer(*server);
        return;
    }
    if (reader.isUnconfigured()) {
        app.server()->setMissing(true);
        return;
    }
    app.notices()->askRetry(
        NoticeCenter::Request, server.error(), [&app, &line] { useConfiguredServer(app, line); },
        Doing::Configure, NoticeCenter::Continue::NotOffered);
}

/// What the desktop gave this process for raising a window.
QByteArray activationToken()
{
    const QByteArray wayland = qgetenv("XDG_ACTIVATION_TOKEN");
    return wayland.isEmpty() ? qgetenv("DESKTOP_STARTUP_ID") : wayland;
}

/// Somebody has started the program once more, with these options.
void calledAgain(App &app, const QStringList &arguments, const QByteArray &token)
{
    const CommandLine line = CommandLine::parse(arguments);
    if (line.action != CommandLine::Action::OpenWindow)
        return;
    if (line.quit) {
        app.desktop()->quit();
        return;
    }
    if (line.theme)
        app.settings()->overrideThemeMode(*line.theme);
    if (!line.language.isEmpty())
        app.settings()->overrideLanguage(line.language);
    if (!line.open.isEmpty())
        app.desktop()->showConversation(line.open, token);
    else if (!line.hidden)
        app.desktop()->raise(token);
}

/// Whether the program of this account that runs already has taken it over. One that does not
/// answer has not: what it keeps is closed to a second one, and the window says so.
bool leftToTheFirst(SingleInstance &instance, const CommandLine &line, const QStringList &arguments)
{
    if (instance.claim(arguments, activationToken()) != SingleInstance::Outcome::Handed)
        return false;
    if (!line.forStartOnly.isEmpty())
        complain(QStringLiteral("is running already; %1 will count when it is started anew")
                     .arg(line.forStartOnly.join(QStringLiteral(", "))),
                 0);
    return true;
}

/// `--quit`: needs no display.
int endRunning(int argc, char **argv, const CommandLine &line)
{
    const QCoreApplication core(argc, argv);
    SingleInstance instance(SingleInstance::socketFor(AccountPaths::standard(line.account)));
    switch (instance.claim(listOf(argc, argv), {})) {
    case SingleInstance::Outcome::Handed:
        return 0;
    case SingleInstance::Outcome::First:
        return complain(QStringLiteral("none is running"), exitCannotRun);
    case SingleInstance::Outcome::Unanswered:
        break;
    }
    return complain(QStringLiteral("the one that is running does not answer"), exitCannotRun);
}

int openWindow(const CommandLine &line, const LogMemory &log, SingleInstance *instance)
{
    Demo demo(line.demoQuiet ? DemoLauncher::People::None : DemoLauncher::People::Scripted);
    const AccountPaths paths = AccountPaths::standard(line.account);
    // The demo server forgets everything when it ends.
    App app(line.demo ? paths.withoutData() : paths);
    app.followSystem();
    app.log()->setMemory(&log);
    if (instance)
        QObject::connect(instance, &SingleInstance::calledAgain, &app,
                         [&app](const QStringList &arguments, const QByteArray &token) {
                             calledAgain(app, arguments, token);
                         });
    if (!line.open.isEmpty())
        app.desktop()->showConversation(line.open, {});
    if (!line.demo)
        app.server()->offer([&line] { return line.serverSources(); }, line.serverFile());
    if (line.theme)
        app.settings()->overrideThemeMode(*line.theme);
    if (!line.language.isEmpty())
        app.settings()->overrideLanguage(line.language);

    // Whoever closes the dialog about a wrong server has nothing left to look at. Queued: Retry
    // closes it too, and then starts or asks anew.
    QObject::connect(
        app.notices(), &NoticeCenter::dialogChanged, &app,
        [&] {
            if (!app.backend() && !app.notices()->dialogVisible() && !demo.isStarting() &&
                !app.server()->isMissing())
                QGuiApplication::exit(line.demo ? exitCannotRun : exitUsage);
        },
        Qt::QueuedConnection);

    QObject::connect(app.desktop(), &DesktopFace::quitWanted, &app, &QGuiApplication::quit,
                     Qt::QueuedConnection);
    std::optional<WakeLog> wakes;
    if (WakeLog::isWanted())
        wakes.emplace();
    AppWindow window(app, *app.settings());
    QObject::connect(&window, &AppWindow::firstFrame, &app, [&app, &demo, &line] {
        if (line.demo)
            demo.startFor(app);
        else
            useConfiguredServer(app, line);
        app.desktop()->useNotices(platform::desktopNotices());
        app.desktop()->useTray(platform::trayIcon());
        platform::watchDarkMode(&app, [&app](bool dark) { app.settings()->setSystemDark(dark); });
    });
    const bool inTray = line.hidden || app.settings()->startInTray();
    if (!window.open(AppWindow::mainUrl(),
                     inTray ? AppWindow::Start::Hidden : AppWindow::Start::Shown))
        return exitCannotRun;
    const int exitCode = QGuiApplication::exec();
    const bool wrong = !app.backend() && !line.demo && !app.server()->isMissing();
    return exitCode == 0 && wrong ? exitUsage : exitCode;
}

/// What keeps the program from opening its window; 0: nothing.
int checkServer(const CommandLine &line, const QString &displayProblem)
{
    ServerSettingsReader reader = readerFor(line);
    const Result<ServerProfile> server = reader.read();
    for (const QString &warning : reader.warnings())
        print(stderr, QStringLiteral("suhbat: warning: %1\n").arg(warning));
    if (line.action == CommandLine::Action::PrintConfig || server)
        return line.action == CommandLine::Action::PrintConfig ? printConfig(reader, server) : 0;
    const bool given = !line.server.isEmpty() || !line.envFile.isEmpty();
    if (!reader.isUnconfigured() && (given || !displayProblem.isEmpty()))
        return complain(server.error().detail, exitUsage);
    if (!displayProblem.isEmpty())
        return complain(displayProblem, exitCannotRun);
    complain(server.error().detail, exitUsage);
    if (reader.isUnconfigured())
        print(stderr, howToConfigure());
    // Whoever started it from a menu sees the window say so.
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    const CommandLine line = CommandLine::parse(listOf(argc, argv));
    if (line.action == CommandLine::Action::Exit) {
        print(line.exitCode == 0 ? stdout : stderr, line.text);
        return line.exitCode;
    }
    if (line.quit)
        return endRunning(argc, argv, line);
    const bool printsOnly = line.action == CommandLine::Action::PrintConfig;
    const QString displayProblem = platform::displayProblem();
    if (printsOnly || !line.demo) {
        const int exitCode = checkServer(line, displayProblem);
        if (printsOnly || exitCode != 0)
            return exitCode;
    }
    if (!displayProblem.isEmpty())
        return complain(displayProblem, exitCannotRun);
    LogSetup log;
    if (const auto installed = log.install(line.log); !installed)
        return complain(installed.error().detail, exitUsage);
    const QGuiApplication gui(argc, argv);
    setUpGui();
    const QString meeting =
        line.demo ? QString() : SingleInstance::socketFor(AccountPaths::standard(line.account));
    if (meeting.isEmpty())
        return openWindow(line, log.memory(), nullptr);
    SingleInstance instance(meeting);
    return leftToTheFirst(instance, line, listOf(argc, argv))
               ? 0
               : openWindow(line, log.memory(), &instance);
}
