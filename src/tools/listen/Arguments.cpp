#include "tools/listen/Arguments.h"

#include "api/ServerSettingsReader.h"
#include "base/JsonReader.h"

#include <functional>

namespace suhbat::listen {

namespace {

/// What is wrong with the values of one option; empty: nothing.
using Take = std::function<QString(Arguments &, const QStringList &values)>;

struct Option
{
    QString values; ///< as --help shows them; each word is one value
    Take take;
};

Take text(QString Arguments::*target)
{
    return [target](Arguments &arguments, const QStringList &values) {
        if (values.first().isEmpty())
            return QStringLiteral("wants a value");
        arguments.*target = values.first();
        return QString();
    };
}

Take flag(bool Arguments::*target)
{
    return [target](Arguments &arguments, const QStringList &) {
        arguments.*target = true;
        return QString();
    };
}

std::optional<std::chrono::milliseconds> seconds(const QString &text)
{
    bool ok = false;
    const double value = text.toDouble(&ok);
    // A week; also keeps the number within what a timer takes.
    if (!ok || !(value >= 0) || value > 604800)
        return std::nullopt;
    return std::chrono::milliseconds(qRound64(value * 1000));
}

QString takeDuration(Arguments &arguments, const QStringList &values)
{
    arguments.duration = seconds(values.first());
    return arguments.duration ? QString() : QStringLiteral("wants a number of seconds");
}

QString takeTimeout(Arguments &arguments, const QStringList &values)
{
    const auto time = seconds(values.first());
    if (!time || time->count() < 100)
        return QStringLiteral("wants a number of seconds, 0.1 or more");
    arguments.timeout = time;
    return {};
}

QString takeCount(Arguments &arguments, const QStringList &values)
{
    bool ok = false;
    arguments.count = values.first().toInt(&ok);
    return ok && arguments.count > 0 ? QString() : QStringLiteral("wants a number of events");
}

QString takeChannels(Arguments &arguments, const QStringList &values)
{
    const QStringList names = values.first().split(u',', Qt::SkipEmptyParts);
    for (const QString &name : names) {
        if (name.size() > 200 || name.startsWith(u'#') || name.contains(u' '))
            return QStringLiteral("\"%1\" is no channel").arg(name.left(60));
        if (!arguments.channels.contains(name))
            arguments.channels += name;
    }
    return names.isEmpty() ? QStringLiteral("wants the name of a channel") : QString();
}

QString takeTrigger(Arguments &arguments, const QStringList &values)
{
    const QByteArray json = values.at(1).toUtf8();
    if (!values.first().startsWith(QLatin1String("client-")))
        return QStringLiteral("the name of a client event begins with client-");
    const auto parsed = JsonValue::parse(json);
    if (!parsed || !parsed->isObject())
        return QStringLiteral("the payload of a client event is a JSON object");
    arguments.triggers.push_back({values.first(), json});
    return {};
}

QString takeLogLevel(Arguments &arguments, const QStringList &values)
{
    const auto level = LogSettings::levelFromName(values.first());
    if (!level)
        return QStringLiteral("\"%1\" is none of debug, info, warning, error")
            .arg(values.first().left(60));
    arguments.log.level = *level;
    return {};
}

QString takeLogFile(Arguments &arguments, const QStringList &values)
{
    arguments.log.file = values.first();
    return values.first().isEmpty() ? QStringLiteral("no file name given") : QString();
}

Take action(Arguments::Action which)
{
    return [which](Arguments &arguments, const QStringList &) {
        arguments.action = which;
        return QString();
    };
}

const QMap<QString, Option> &ownOptions()
{
    static const QMap<QString, Option> all{
        {QStringLiteral("identifier"), {QStringLiteral("TEXT"), text(&Arguments::identifier)}},
        {QStringLiteral("password"), {QStringLiteral("TEXT"), text(&Arguments::password)}},
        {QStringLiteral("code"), {QStringLiteral("DIGITS"), text(&Arguments::code)}},
        {QStringLiteral("no-login"), {{}, flag(&Arguments::noLogin)}},
        {QStringLiteral("channel"), {QStringLiteral("NAME"), takeChannels}},
        {QStringLiteral("probe"), {QStringLiteral("CONVERSATION"), text(&Arguments::probe)}},
        {QStringLiteral("trigger"), {QStringLiteral("EVENT JSON"), takeTrigger}},
        {QStringLiteral("duration"), {QStringLiteral("SECONDS"), takeDuration}},
        {QStringLiteral("count"), {QStringLiteral("N"), takeCount}},
        {QStringLiteral("timeout"), {QStringLiteral("SECONDS"), takeTimeout}},
        {QStringLiteral("json"), {{}, flag(&Arguments::json)}},
        {QStringLiteral("raw"), {{}, flag(&Arguments::raw)}},
        {QStringLiteral("diagnostics"), {{}, flag(&Arguments::diagnostics)}},
        {QStringLiteral("insecure-tls"), {{}, flag(&Arguments::insecureTls)}},
        {QStringLiteral("env-file"), {QStringLiteral("FILE"), text(&Arguments::envFile)}},
        {QStringLiteral("log-level"), {QStringLiteral("LEVEL"), takeLogLevel}},
        {QStringLiteral("log-file"), {QStringLiteral("FILE"), takeLogFile}},
        {QStringLiteral("print-config"), {{}, action(Arguments::Action::PrintConfig)}},
        {QStringLiteral("help"), {{}, action(Arguments::Action::Help)}},
        {QStringLiteral("version"), {{}, action(Arguments::Action::Version)}},
    };
    return all;
}

Error mistake(const QString &detail)
{
    return Error::make(Error::Kind::Configuration, detail);
}

std::optional<Option> optionNamed(const QString &name)
{
    const auto own = ownOptions().constFind(name);
    if (own != ownOptions().constEnd())
        return *own;
    if (!ServerSettingsReader::names().contains(name))
        return std::nullopt;
    return Option{QStringLiteral("VALUE"), [name](Arguments &arguments, const QStringList &values) {
                      arguments.server.insert(name, values.first());
                      return QString();
                  }};
}

/// What does not go together; empty: nothing.
QString contradiction(const Arguments &arguments)
{
    if (arguments.noLogin && !arguments.probe.isEmpty())
        return QStringLiteral("--probe sends a message, so it needs a login");
    if (arguments.noLogin && arguments.channels.isEmpty())
        return QStringLiteral("--no-login needs a --channel: only a user has one of its own");
    return {};
}

} // namespace

Result<Arguments> Arguments::parse(const QStringList &words)
{
    Arguments result;
    result.log.level = LogSettings::Level::Error; // its own lines tell what happens
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString &word = words.at(i);
        if (word == QLatin1String("-h") || word == QLatin1String("--help")) {
            result.action = Action::Help; // even beside a mistake: who is lost finds the way
            return result;
        }
        // `--channel NAME NAME`: what follows without dashes are channels too.
        if (!word.startsWith(QLatin1String("--")) && !result.channels.isEmpty()) {
            if (const QString wrong = takeChannels(result, {word}); !wrong.isEmpty())
                return mistake(wrong);
            continue;
        }
        const qsizetype equals = word.indexOf(u'=');
        const QString name = word.mid(2, equals < 0 ? -1 : equals - 2);
        const auto option = word.startsWith(QLatin1String("--")) ? optionNamed(name) : std::nullopt;
        // Only the name: what stands behind it may be a password.
        if (!option)
            return mistake(
                QStringLiteral("\"%1\" is not an option").arg(word.left(equals).left(60)));
        QStringList values = equals < 0 ? QStringList() : QStringList{word.mid(equals + 1)};
        const qsizetype wanted = option->values.isEmpty() ? 0 : option->values.count(u' ') + 1;
        while (values.size() < wanted && i + 1 < words.size())
            values += words.at(++i);
        if (values.size() != wanted)
            return mistake(
                QStringLiteral("--%1 wants %2")
                    .arg(name, wanted == 0 ? QStringLiteral("no value") : option->values));
        if (const QString wrong = option->take(result, values); !wrong.isEmpty())
            return mistake(QStringLiteral("--%1: %2").arg(name, wrong));
    }
    if (const QString wrong = contradiction(result); !wrong.isEmpty())
        return mistake(wrong);
    return result;
}

NetworkSettings Arguments::hurried(NetworkSettings network,
                                   const QVector<ConfigLine> &settings) const
{
    for (const ConfigLine &setting : settings) {
        if (setting.name == QLatin1String("request-timeout") &&
            setting.source == QLatin1String("built in"))
            network.requestTimeout = NetworkSettings().connectTimeout; // 30 s is the app's
    }
    network.requestTimeout = timeout.value_or(network.requestTimeout);
    network.connectTimeout = timeout.value_or(network.connectTimeout);
    return network;
}

} // namespace suhbat::listen
