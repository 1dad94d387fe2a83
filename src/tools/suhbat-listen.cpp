#include "api/ServerSettingsReader.h"
#include "tools/listen/Arguments.h"
#include "tools/listen/Listener.h"
#include "tools/listen/Output.h"
#include "tools/listen/Terminal.h"
#include "tools/QuitSignals.h"

#include <QCoreApplication>
#include <QLocale>

#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace {

using namespace suhbat;
using namespace suhbat::listen;

void print(std::FILE *stream, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), stream);
    std::fflush(stream);
}

int complain(const QString &sentence)
{
    print(stderr, QStringLiteral("suhbat-listen: %1\n").arg(sentence));
    return exitUsage;
}

/// The words of the command line; secrets are wiped from where `ps` reads them.
QStringList takeWords(int argc, char **argv)
{
    QStringList words;
    for (int i = 1; i < argc; ++i)
        words += QString::fromLocal8Bit(argv[i]);
    static const QStringList secrets{QStringLiteral("--password"), QStringLiteral("--code"),
                                     QStringLiteral("--proxy-password")};
    for (int i = 1; i < argc; ++i) {
        const QString name = words.at(i - 1).section(u'=', 0, 0);
        if (!secrets.contains(name))
            continue;
        char *value = nullptr;
        if (name.size() < words.at(i - 1).size())
            value = argv[i] + name.size() + 1;
        else if (i + 1 < argc)
            value = argv[i + 1];
        if (value)
            std::memset(value, '*', std::strlen(value));
    }
    return words;
}

int printConfig(const ServerSettingsReader &reader, const Result<ServerProfile> &server)
{
    print(stdout, reader.table());
    return server ? exitDone : complain(server.error().detail);
}

/// Option, else environment, else the person at the terminal.
std::optional<QString> wanted(const QString &given, const char *variable, const QString &question,
                              terminal::Echo echo)
{
    if (!given.isEmpty())
        return given;
    if (const QString text = qEnvironmentVariable(variable); !text.isEmpty())
        return text;
    return terminal::ask(question, echo);
}

QString identifierName(IdentifierKind kind)
{
    switch (kind) {
    case IdentifierKind::Phone:
        return QStringLiteral("Phone");
    case IdentifierKind::Email:
        return QStringLiteral("E-mail");
    case IdentifierKind::Username:
        break;
    }
    return QStringLiteral("User name");
}

Result<Listener::Credentials> credentialsFor(const Arguments &arguments, IdentifierKind kind)
{
    Listener::Credentials credentials;
    if (arguments.noLogin)
        return credentials;
    const auto identifier =
        wanted(arguments.identifier, "SUHBAT_IDENTIFIER",
               identifierName(kind) + QStringLiteral(": "), terminal::Echo::Shown);
    if (!identifier || identifier->isEmpty())
        return Error::make(Error::Kind::Configuration,
                           QStringLiteral("who logs in? Give --identifier or SUHBAT_IDENTIFIER, "
                                          "or --no-login for public channels"));
    const auto password = wanted(arguments.password, "SUHBAT_PASSWORD",
                                 QStringLiteral("Password: "), terminal::Echo::Hidden);
    if (!password || password->isEmpty())
        return Error::make(Error::Kind::Configuration,
                           QStringLiteral("no password: set SUHBAT_PASSWORD, or run it on a "
                                          "terminal to be asked"));
    credentials.identifier = *identifier;
    credentials.password = *password;
    credentials.askCode = [code = arguments.code] {
        return wanted(code, "SUHBAT_CODE", QStringLiteral("Code: "), terminal::Echo::Hidden);
    };
    return credentials;
}

void explain(const Failure &failure)
{
    QString text;
    for (const QString &advice : failure.advice)
        text += QStringLiteral("  - %1\n").arg(Output::printable(advice));
    text += QStringLiteral("failed at %1: %2\n")
                .arg(nameOf(failure.step), Output::printable(failure.what));
    print(stderr, text);
}

int listenTo(QCoreApplication &app, const ServerProfile &server, const NetworkSettings &network,
             const Arguments &arguments, Listener::Credentials credentials,
             std::optional<Failure> &failed)
{
    Output output({arguments.json, arguments.raw, terminal::wantsColour()},
                  [](const QByteArray &line) {
                      std::puts(line.constData());
                      std::fflush(stdout);
                  });
    Listener listener(server, network, arguments, std::move(credentials), output);
    onQuitSignals(&listener, [&listener] { listener.interrupt(); });
    QObject::connect(&listener, &Listener::finished, &app,
                     [&failed](int exitCode, const std::optional<Failure> &failure) {
                         failed = failure;
                         QCoreApplication::exit(exitCode);
                     });
    listener.start();
    const int exitCode = QCoreApplication::exec();
    if (arguments.diagnostics && !arguments.json)
        print(stdout, QString::fromUtf8(
                          Output::printableJson(listener.diagnostics(), QJsonDocument::Indented)));
    return exitCode;
}

int run(QCoreApplication &app, const Arguments &arguments, std::optional<Failure> &failed)
{
    SettingsSources sources = SettingsSources::ofThisProcess(arguments.server, arguments.envFile);
    sources.insecureTls = arguments.insecureTls;
    ServerSettingsReader reader(std::move(sources));
    const Result<ServerProfile> server = reader.read();
    for (const QString &warning : reader.warnings())
        print(stderr, QStringLiteral("suhbat-listen: warning: %1\n").arg(warning));
    if (arguments.action == Arguments::Action::PrintConfig)
        return printConfig(reader, server);
    if (!server)
        return complain(server.error().detail);
    LogSetup log;
    if (const auto installed = log.install(arguments.log); !installed)
        return complain(installed.error().detail);
    const auto credentials = credentialsFor(arguments, server->identifierKind);
    if (!credentials)
        return complain(credentials.error().detail);
    const NetworkSettings network = arguments.hurried(reader.network(), reader.describe());
    return listenTo(app, *server, network, arguments, *credentials, failed);
}

} // namespace

int main(int argc, char *argv[])
{
    const QStringList words = takeWords(argc, argv);
    const auto arguments = Arguments::parse(words);
    if (!arguments)
        return complain(arguments.error().detail +
                        QStringLiteral(" (suhbat-listen --help lists the options)"));
    if (arguments->action == Arguments::Action::Help) {
        print(stdout, Arguments::help());
        return exitDone;
    }
    if (arguments->action == Arguments::Action::Version) {
        print(stdout, QStringLiteral("suhbat-listen " SUHBAT_VERSION "\n"));
        return exitDone;
    }
    QLocale::setDefault(QLocale::c()); // a tool for administrators speaks English
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("suhbat-listen"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SUHBAT_VERSION));
    std::optional<Failure> failed;
    const int exitCode = run(app, *arguments, failed);
    // After everything else, so that it is the last line.
    if (failed)
        explain(*failed);
    // A lookup that never ends would keep the program from ending, too.
    if (failed && (failed->step == Step::Dns || failed->step == Step::Proxy))
        std::_Exit(exitCode);
    return exitCode;
}
