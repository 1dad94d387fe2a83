#include "demo/DemoServer.h"
#include "tools/FaultLines.h"
#include "tools/QuitSignals.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSocketNotifier>

#include <cstdio>

#include <unistd.h>

namespace {

using suhbat::demo::DemoOptions;
using suhbat::demo::DemoServer;
using suhbat::demo::ExternalPusher;

constexpr int exitRefused = 2; ///< bad options, a busy port, an unusable database

int complain(const QString &sentence)
{
    std::fprintf(stderr, "suhbat-demo-server: %s\n", qPrintable(sentence));
    return exitRefused;
}

void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        QStringLiteral("A chat back end with made-up people, to try Suhbat without a server."));
    parser.addHelpOption();
    parser.addVersionOption();
    const auto add = [&parser](const char *name, const char *help, const char *value = "",
                               const char *fallback = "") {
        parser.addOption({QString::fromLatin1(name), QString::fromLatin1(help),
                          QString::fromLatin1(value), QString::fromLatin1(fallback)});
    };
    add("port", "TCP port on the loopback interface; 0 takes any free one.", "N", "0");
    add("database", "SQLite file to keep the chat in; without it all is forgotten at the end.",
        "FILE");
    add("quiet", "No scripted people: nobody acts but the clients.");
    add("seed", "Number that fixes the choices of the scripted people.", "N", "1");
    add("exit-with-parent", "End when standard input is closed.");
    add("fault-lines", "Go wrong as lines of standard input say (src/tools/FaultLines.h).");
    add("without", "Leave out extensions, with commas: edit,upload,capabilities.", "LIST");
    add("with", "Offer those that are left out by default: idempotentSend.", "LIST");
    add("without-typing", "The same as --without typing.");
    add("without-temp-id", "The same as --without tempId: it is ignored in sent messages.");
    add("delay", "Let every reply wait that long.", "MS", "0");
    add("broadcaster", "embedded (the default), or pusher for an external server.", "NAME",
        "embedded");
    add("pusher-scheme", "http or https, with --broadcaster pusher.", "SCHEME", "http");
    add("pusher-host", "Host of the external server.", "HOST", "127.0.0.1");
    add("pusher-port", "Port of the external server.", "N", "6001");
    add("pusher-app-id", "Application id there.", "ID");
    add("pusher-key", "Application key there.", "KEY");
    add("pusher-secret", "Application secret there (else from SUHBAT_PUSHER_SECRET).", "SECRET");
}

/// The number behind an option; false with a complaint printed when it is none in that range.
bool number(const QCommandLineParser &parser, const char *name, uint highest, uint &value)
{
    bool ok = false;
    value = parser.value(QString::fromLatin1(name)).toUInt(&ok);
    if (ok && value <= highest)
        return true;
    complain(QStringLiteral("--%1 wants a number from 0 to %2, not \"%3\".")
                 .arg(QLatin1String(name))
                 .arg(highest)
                 .arg(parser.value(QString::fromLatin1(name))));
    return false;
}

bool readExternal(const QCommandLineParser &parser, DemoOptions &options)
{
    const QString kind = parser.value(QStringLiteral("broadcaster"));
    if (kind == QLatin1String("embedded"))
        return true;
    if (kind != QLatin1String("pusher")) {
        complain(QStringLiteral("--broadcaster is embedded or pusher, not \"%1\".").arg(kind));
        return false;
    }
    uint port = 0;
    if (!number(parser, "pusher-port", 65535, port))
        return false;
    ExternalPusher external;
    external.scheme = parser.value(QStringLiteral("pusher-scheme"));
    external.host = parser.value(QStringLiteral("pusher-host"));
    external.port = quint16(port);
    if (external.scheme != QLatin1String("http") && external.scheme != QLatin1String("https")) {
        complain(
            QStringLiteral("--pusher-scheme is http or https, not \"%1\".").arg(external.scheme));
        return false;
    }
    QUrl address;
    address.setHost(external.host, QUrl::StrictMode);
    if (address.host().isEmpty()) {
        complain(QStringLiteral("--pusher-host wants the name of a host, not \"%1\".")
                     .arg(external.host));
        return false;
    }
    external.app.id = parser.value(QStringLiteral("pusher-app-id"));
    external.app.key = parser.value(QStringLiteral("pusher-key"));
    external.app.secret = parser.value(QStringLiteral("pusher-secret")).toUtf8();
    if (external.app.secret.isEmpty())
        external.app.secret = qgetenv("SUHBAT_PUSHER_SECRET");
    if (external.app.id.isEmpty() || external.app.key.isEmpty() || external.app.secret.isEmpty()) {
        complain(QStringLiteral("--broadcaster pusher needs --pusher-app-id, --pusher-key and "
                                "--pusher-secret."));
        return false;
    }
    options.externalPusher = external;
    return true;
}

/// --with and --without; false with a complaint printed when there is no such extension.
bool switchCapabilities(const QCommandLineParser &parser, const char *option, bool on,
                        suhbat::demo::Capabilities &capabilities)
{
    const QStringList lists = parser.values(QLatin1String(option));
    for (const QString &name : lists.join(u',').split(u',', Qt::SkipEmptyParts)) {
        if (capabilities.set(name.trimmed(), on))
            continue;
        QStringList names;
        for (const auto &one : suhbat::demo::Capabilities::names())
            names += QLatin1String(one.name);
        complain(QStringLiteral("--%1 knows %2, not \"%3\".")
                     .arg(QLatin1String(option), names.join(QStringLiteral(", ")), name));
        return false;
    }
    return true;
}

bool readOptions(const QCommandLineParser &parser, DemoOptions &options)
{
    if (!parser.positionalArguments().isEmpty()) {
        complain(QStringLiteral("There is no \"%1\"; --help lists the options.")
                     .arg(parser.positionalArguments().first()));
        return false;
    }
    uint port = 0;
    uint seed = 0;
    if (!number(parser, "port", 65535, port) || !number(parser, "seed", 0xffff'ffffU, seed))
        return false;
    options.port = quint16(port);
    options.seed = seed;
    options.databaseFile = parser.value(QStringLiteral("database"));
    options.quiet = parser.isSet(QStringLiteral("quiet"));
    if (!switchCapabilities(parser, "with", true, options.capabilities) ||
        !switchCapabilities(parser, "without", false, options.capabilities))
        return false;
    if (parser.isSet(QStringLiteral("without-typing")))
        options.capabilities.typing = false;
    if (parser.isSet(QStringLiteral("without-temp-id")))
        options.capabilities.tempId = false;
    return readExternal(parser, options);
}

void printReadyLine(const DemoServer &server)
{
    const QJsonObject line{{QStringLiteral("api"), server.apiUrl().toString()},
                           {QStringLiteral("ws"), server.wsUrl().toString()},
                           {QStringLiteral("appKey"), server.appKey()},
                           {QStringLiteral("pid"), QCoreApplication::applicationPid()}};
    std::puts(QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

// The parent holds the other end; however it dies, the system closes it.
void quitWithParent(QCoreApplication &app)
{
    auto *notifier = new QSocketNotifier(STDIN_FILENO, QSocketNotifier::Read, &app);
    QObject::connect(notifier, &QSocketNotifier::activated, &app, [notifier] {
        char bytes[256];
        if (read(STDIN_FILENO, bytes, sizeof bytes) > 0)
            return;
        notifier->setEnabled(false);
        QCoreApplication::quit();
    });
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("suhbat-demo-server"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SUHBAT_VERSION));
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(QCoreApplication::arguments()))
        return complain(parser.errorText()); // ends with a full stop, in Qt's words
    if (parser.isSet(QStringLiteral("help")))
        parser.showHelp();
    if (parser.isSet(QStringLiteral("version")))
        parser.showVersion();
    DemoOptions options;
    uint delay = 0;
    if (!readOptions(parser, options) || !number(parser, "delay", 600'000, delay))
        return exitRefused;

    DemoServer server(options);
    server.faults().replyDelayMs = int(delay);
    if (!server.listen())
        return complain(server.errorString());
    suhbat::onQuitSignals(&app, &QCoreApplication::quit);
    suhbat::FaultLines faultLines(server);
    if (parser.isSet(QStringLiteral("fault-lines")))
        faultLines.followStandardInput();
    else if (parser.isSet(QStringLiteral("exit-with-parent")))
        quitWithParent(app);
    printReadyLine(server);
    return QCoreApplication::exec();
}
