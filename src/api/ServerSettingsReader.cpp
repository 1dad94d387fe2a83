#include "api/ServerSettingsReader.h"

#include "api/SettingsValues.h"

namespace suhbat {

namespace {

/// An address may hold a password; nobody repeats it.
QString shown(const QString &name, QString text)
{
    if (name.endsWith(QLatin1String("password")))
        return QStringLiteral("***");
    // A password may hold an @, or a slash: what stands before the last one is not looked at.
    if (const qsizetype at = text.lastIndexOf(u'@'); at >= 0)
        text.replace(0, at, QStringLiteral("***"));
    return text.left(120);
}

QString seconds(std::chrono::milliseconds time)
{
    return QString::number(double(time.count()) / 1000);
}

} // namespace

const QStringList &ServerSettingsReader::names()
{
    static const QStringList all{QStringLiteral("host"),
                                 QStringLiteral("port"),
                                 QStringLiteral("scheme"),
                                 QStringLiteral("app-key"),
                                 QStringLiteral("path-prefix"),
                                 QStringLiteral("api-base-url"),
                                 QStringLiteral("auth-path"),
                                 QStringLiteral("login"),
                                 QStringLiteral("features"),
                                 QStringLiteral("channel"),
                                 QStringLiteral("conversation-channel"),
                                 QStringLiteral("time-zone"),
                                 QStringLiteral("proxy"),
                                 QStringLiteral("proxy-user"),
                                 QStringLiteral("proxy-password"),
                                 QStringLiteral("ca-file"),
                                 QStringLiteral("origin"),
                                 QStringLiteral("request-timeout"),
                                 QStringLiteral("connect-timeout")};
    return all;
}

std::optional<Error> ServerSettingsReader::collect()
{
    SettingTexts options;
    for (auto it = m_sources.options.cbegin(); it != m_sources.options.cend(); ++it)
        options.insert(it.key(), {it.value(), QStringLiteral("option --") + it.key()});
    SettingTexts environment;
    for (auto it = m_sources.environment.cbegin(); it != m_sources.environment.cend(); ++it)
        environment.insert(it.key(), {it.value(), QStringLiteral("environment ") + it.key()});
    m_layers = {options, settingsOfVariables(environment)};

    if (!m_sources.envFile.isEmpty()) {
        const auto file = readEnvFile(m_sources.envFile, m_sources.environment, &m_warnings);
        if (!file)
            return file.error();
        m_layers << settingsOfVariables(*file);
    }
    for (const QString &name : {m_sources.userFile, m_sources.systemFile}) {
        const auto file = readJsonSettings(name, &m_warnings);
        if (!file)
            return file.error();
        m_layers << *file;
    }
    return std::nullopt;
}

QString ServerSettingsReader::table() const
{
    QString text;
    for (const ConfigLine &one : m_lines)
        text += QStringLiteral("%1 %2  (%3)\n")
                    .arg(one.name, -15)
                    .arg(one.value.isEmpty() ? QStringLiteral("-") : one.value, -36)
                    .arg(one.source.isEmpty() ? QStringLiteral("not set") : one.source);
    return text;
}

SettingText ServerSettingsReader::find(const QString &name) const
{
    for (const SettingTexts &layer : m_layers) {
        const SettingText found = layer.value(name);
        if (!found.text.trimmed().isEmpty())
            return {found.text.trimmed(), found.source};
    }
    return {};
}

void ServerSettingsReader::fail(const QString &detail)
{
    if (!m_error)
        m_error = Error::make(Error::Kind::Configuration, detail);
}

template<typename Target>
bool ServerSettingsReader::take(const QString &name, Target &target, Parse<Target> parse,
                                const QString &builtIn)
{
    const SettingText found = find(name);
    if (found.source.isEmpty()) {
        m_lines.append(
            {name, builtIn,
             builtIn.isEmpty() ? QStringLiteral("not set") : QStringLiteral("built in")});
        return false;
    }
    const QString text = shown(name, found.text);
    m_lines.append({name, text, found.source});
    QString why;
    if (!parse(found.text, &target, &why))
        fail(QStringLiteral("%1: \"%2\" %3").arg(found.source, text, why));
    return true;
}

void ServerSettingsReader::takeHost(ServerProfile &profile)
{
    const SettingText cluster = find(QStringLiteral("cluster"));
    if (!find(QStringLiteral("host")).source.isEmpty() || cluster.source.isEmpty()) {
        take(QStringLiteral("host"), profile, &settings::parseHost);
        return;
    }
    QString why;
    if (!settings::parseHost(QStringLiteral("ws-%1.pusher.com").arg(cluster.text), &profile, &why))
        fail(QStringLiteral("%1: \"%2\" is no cluster").arg(cluster.source, cluster.text.left(80)));
    m_lines.append({QStringLiteral("host"), profile.wsHost, cluster.source});
}

void ServerSettingsReader::takeApiBase(ServerProfile &profile, bool secure)
{
    const QString name = QStringLiteral("api-base-url");
    if (!find(name).source.isEmpty() || profile.wsHost.isEmpty()) {
        take(name, profile, &settings::parseApiBase);
        return;
    }
    if (find(QStringLiteral("host")).source.isEmpty()) {
        fail(QStringLiteral("a Pusher cluster has no REST API of the chat: give --api-base-url or "
                            "API_BASE_URL"));
        return;
    }
    // Without the port: it is the broadcaster's, and Laravel answers at the scheme's own.
    profile.apiBaseUrl.setScheme(secure ? QStringLiteral("https") : QStringLiteral("http"));
    profile.apiBaseUrl.setHost(profile.wsHost);
    profile.apiBaseUrl.setPath(QStringLiteral("/api"));
    m_lines.append({name, profile.apiBaseUrl.toString(), QStringLiteral("from scheme, host")});
}

void ServerSettingsReader::takeNetwork()
{
    take(QStringLiteral("proxy"), m_network, &settings::parseProxy, QStringLiteral("system"));
    take(QStringLiteral("proxy-user"), m_network, &settings::parseProxyUser);
    take(QStringLiteral("proxy-password"), m_network, &settings::parseProxyPassword);
    take(QStringLiteral("ca-file"), m_network, &settings::parseCaFile);
    take(QStringLiteral("origin"), m_network, &settings::parseOrigin);
    take(QStringLiteral("request-timeout"), m_network, &settings::parseRequestTimeout,
         seconds(m_network.requestTimeout));
    take(QStringLiteral("connect-timeout"), m_network, &settings::parseConnectTimeout,
         seconds(m_network.connectTimeout));
    takeInsecureTls();
}

void ServerSettingsReader::takeInsecureTls()
{
    if (!m_sources.insecureTls)
        return;
    m_network.insecureTls = true;
    m_lines.append({QStringLiteral("insecure-tls"), QStringLiteral("certificates are NOT checked"),
                    QStringLiteral("option --insecure-tls")});
}

void ServerSettingsReader::require(const ServerProfile &profile)
{
    if (profile.wsHost.isEmpty() && profile.appKey.isEmpty() &&
        find(QStringLiteral("api-base-url")).source.isEmpty()) {
        m_unconfigured = !m_error; // an unreadable file is a mistake, not an absence
        fail(QStringLiteral("no server is configured: give --host and --app-key, or SUHBAT_HOST "
                            "and SUHBAT_APP_KEY, or --env-file, or a server.json"));
    } else if (profile.wsHost.isEmpty()) {
        fail(QStringLiteral(
            "the host is missing: give --host, SUHBAT_HOST, REVERB_HOST or \"host\" in a "
            "server.json"));
    } else if (profile.appKey.isEmpty()) {
        fail(QStringLiteral("the app key is missing: give --app-key, SUHBAT_APP_KEY, "
                            "REVERB_APP_KEY or \"app-key\" in a server.json"));
    }
}

Result<ServerProfile> ServerSettingsReader::read()
{
    m_lines.clear();
    m_warnings.clear();
    m_unconfigured = false;
    m_network = {};
    m_error = collect();

    ServerProfile profile;
    takeHost(profile);
    take(QStringLiteral("scheme"), profile, &settings::parseScheme, QStringLiteral("https"));
    if (!profile.wsSecure)
        profile.wsPort = 80;
    take(QStringLiteral("port"), profile, &settings::parsePort, QString::number(profile.wsPort));
    take(QStringLiteral("app-key"), profile, &settings::parseAppKey);
    take(QStringLiteral("path-prefix"), m_network, &settings::parsePathPrefix);
    takeApiBase(profile, profile.wsSecure);
    take(QStringLiteral("auth-path"), profile, &settings::parseAuthPath, profile.authPath);
    take(QStringLiteral("login"), profile, &settings::parseLogin, QStringLiteral("phone"));
    take(QStringLiteral("features"), profile, &settings::parseFeatures,
         QStringLiteral("what the server says"));
    take(QStringLiteral("channel"), profile, &settings::parseChannel, profile.channelTemplate);
    take(QStringLiteral("conversation-channel"), profile, &settings::parseConversationChannel,
         QStringLiteral("none"));
    take(QStringLiteral("time-zone"), profile, &settings::parseTimeZone, QStringLiteral("UTC"));
    takeNetwork();
    require(profile);
    if (m_error)
        return *m_error;
    return profile;
}

} // namespace suhbat
