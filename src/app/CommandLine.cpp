#include "app/CommandLine.h"

#include "api/ServerSettingsReader.h"
#include "api/SettingsHelp.h"
#include "app/AccountPaths.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>

#include <array>

namespace suhbat {

namespace {

// Switches have no name of a value.
using Option = SettingHelp;

const Option insecureTlsOption{"insecure-tls", nullptr,
                               "For developers: accept ANY certificate. Others may read."};
constexpr std::array programOptions{
    Option{"demo", nullptr, "Open the chat on a demo server of its own; no account needed."},
    Option{"demo-quiet", nullptr, "The same without scripted people."},
    Option{"account", "NAME", "Keep this login and its chat apart from those of other names."},
    Option{"env-file", "FILE", "Read REVERB_* or PUSHER_* settings from a Laravel .env file."},
    Option{"log-level", "LEVEL", "debug, info (the default), warning or error."},
    Option{"log-file", "FILE", "Write the log to this file too."},
    Option{"language", "LANGUAGE", "en, ru or uz, for this run."},
    Option{"theme", "THEME", "system, light or dark, for this run."},
    Option{"hidden", nullptr, "Start in the tray, where there is one."},
    Option{"open", "ID", "Show the conversation with this id."},
    Option{"quit", nullptr, "End the running Suhbat of this account."},
    Option{"print-config", nullptr, "Print every setting and where it comes from, then exit."},
};

QString latin1(const char *text)
{
    return QString::fromLatin1(text);
}

void addTo(QCommandLineParser &parser, const Option &option)
{
    parser.addOption(QCommandLineOption(latin1(option.name), latin1(option.help),
                                        option.valueName ? latin1(option.valueName) : QString()));
}

CommandLine exitWith(QString text, int exitCode)
{
    CommandLine result;
    result.action = CommandLine::Action::Exit;
    result.text = std::move(text);
    result.exitCode = exitCode;
    return result;
}

CommandLine mistake(const QString &what)
{
    return exitWith(QStringLiteral("suhbat: %1 (suhbat --help lists the options)\n").arg(what), 2);
}

QString helpText()
{
    QString text = QStringLiteral("Usage: suhbat [options]\n"
                                  "Desktop chat for Laravel back ends that broadcast over the "
                                  "Pusher protocol.\n\nOptions:\n");
    const auto add = [&text](const Option &option) {
        QString left = QStringLiteral("--") + latin1(option.name);
        if (option.valueName)
            left += QLatin1Char(' ') + latin1(option.valueName);
        text += QStringLiteral("  %1 %2\n").arg(left, -26).arg(latin1(option.help));
    };
    for (const Option &option : programOptions)
        add(option);
    add({"help", nullptr, "Print this, then exit."});
    add({"version", nullptr, "Print the version, then exit."});
    text += QStringLiteral("\nYour server (an option wins over the environment, that over "
                           "--env-file,\nthat over server.json in the configuration folder):\n");
    for (const SettingHelp &option : serverSettings)
        add(option);
    text += QStringLiteral("\nThe way to it (the same sources):\n");
    for (const SettingHelp &option : networkSettings)
        add(option);
    text += QStringLiteral("\nOnly as an option:\n");
    add(insecureTlsOption);
    return text;
}

/// What is wrong with the values that the program itself reads; empty: nothing.
QString fillIn(CommandLine &result, const QCommandLineParser &parser)
{
    if (parser.isSet(QStringLiteral("log-level"))) {
        const QString name = parser.value(QStringLiteral("log-level"));
        const auto level = LogSettings::levelFromName(name);
        if (!level)
            return QStringLiteral("--log-level: \"%1\" is none of debug, info, warning, error")
                .arg(name);
        result.log.level = *level;
    }
    if (parser.isSet(QStringLiteral("theme"))) {
        const QString name = parser.value(QStringLiteral("theme"));
        result.theme = Settings::themeFromName(name);
        if (!result.theme)
            return QStringLiteral("--theme: \"%1\" is none of system, light, dark").arg(name);
    }
    if (parser.isSet(QStringLiteral("language"))) {
        result.language = parser.value(QStringLiteral("language"));
        const QStringList known = Settings::supportedLanguages();
        if (!known.contains(result.language))
            return QStringLiteral("--language: \"%1\" is none of %2")
                .arg(result.language, known.join(QStringLiteral(", ")));
    }
    for (const char *const name : {"env-file", "log-file"}) {
        if (parser.isSet(latin1(name)) && parser.value(latin1(name)).isEmpty())
            return QStringLiteral("--%1: no file name given").arg(latin1(name));
    }
    if (parser.isSet(QStringLiteral("account"))) {
        result.account = parser.value(QStringLiteral("account")).trimmed();
        const QString problem = AccountPaths::problemWith(result.account);
        if (!problem.isEmpty())
            return QStringLiteral("--account: %1").arg(problem);
    }
    result.hidden = parser.isSet(QStringLiteral("hidden"));
    result.quit = parser.isSet(QStringLiteral("quit"));
    result.open = parser.value(QStringLiteral("open")).trimmed();
    if (parser.isSet(QStringLiteral("open")) && result.open.isEmpty())
        return QStringLiteral("--open: no conversation given");
    result.envFile = parser.value(QStringLiteral("env-file"));
    result.log.file = parser.value(QStringLiteral("log-file"));
    return {};
}

} // namespace

CommandLine CommandLine::parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    for (const Option &option : programOptions)
        addTo(parser, option);
    for (const SettingHelp &option : serverSettings)
        addTo(parser, option);
    for (const SettingHelp &option : networkSettings)
        addTo(parser, option);
    addTo(parser, insecureTlsOption);
    parser.addOption(QCommandLineOption(QStringList{QStringLiteral("h"), QStringLiteral("help")}));
    parser.addOption(
        QCommandLineOption(QStringList{QStringLiteral("v"), QStringLiteral("version")}));

    const bool parsed = parser.parse(arguments);
    // Help is given even beside a mistake: who is lost finds the way.
    if (parser.isSet(QStringLiteral("help")))
        return exitWith(helpText(), 0);
    if (!parsed) {
        QString what = parser.errorText();
        while (what.endsWith(QLatin1Char('.')))
            what.chop(1);
        return mistake(what);
    }
    if (parser.isSet(QStringLiteral("version")))
        return exitWith(QStringLiteral("suhbat " SUHBAT_VERSION "\n"), 0);
    if (!parser.positionalArguments().isEmpty())
        return mistake(QStringLiteral("\"%1\" is not an option")
                           .arg(parser.positionalArguments().constFirst()));

    CommandLine result;
    const QString wrong = fillIn(result, parser);
    if (!wrong.isEmpty())
        return mistake(wrong);
    if (parser.isSet(QStringLiteral("print-config")))
        result.action = Action::PrintConfig;
    result.demoQuiet = parser.isSet(QStringLiteral("demo-quiet"));
    result.demo = result.demoQuiet || parser.isSet(QStringLiteral("demo"));
    result.insecureTls = parser.isSet(latin1(insecureTlsOption.name));
    for (const QString &name : ServerSettingsReader::names()) {
        if (parser.isSet(name))
            result.server.insert(name, parser.value(name));
    }
    for (const char *const name : {"env-file", "log-level", "log-file", "insecure-tls"}) {
        if (parser.isSet(latin1(name)))
            result.forStartOnly += QStringLiteral("--") + latin1(name);
    }
    const QStringList settings = result.server.keys();
    for (const QString &name : settings)
        result.forStartOnly += QStringLiteral("--") + name;
    // Its server is its own; what says how to get to another one would go unheard.
    for (const char *const name :
         {"host", "port", "scheme", "app-key", "api-base-url", "env-file"}) {
        if (result.demo && result.action != Action::PrintConfig && parser.isSet(latin1(name)))
            return mistake(QStringLiteral("--demo brings its own server: leave out --%1, or --demo")
                               .arg(latin1(name)));
    }
    return result;
}

SettingsSources CommandLine::serverSources() const
{
    SettingsSources sources = SettingsSources::ofThisProcess(server, envFile);
    sources.insecureTls = insecureTls;
    const QString own = AccountPaths::standard(account).serverFile();
    if (!own.isEmpty() && QFile::exists(own))
        sources.userFile = own;
    return sources;
}

QString CommandLine::serverFile() const
{
    const QString own = AccountPaths::standard(account).serverFile();
    return own.isEmpty() ? serverSources().userFile : own;
}

} // namespace suhbat
