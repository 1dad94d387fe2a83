#pragma once

#include "api/ServerProfile.h"
#include "api/SettingsSources.h"
#include "base/NetworkSettings.h"

#include <QVector>

namespace suhbat {

/// One line of --print-config.
struct ConfigLine
{
    QString name;   ///< as in options: "app-key"
    QString value;  ///< no secrets; empty when there is none
    QString source; ///< "option --host", "environment REVERB_HOST", "/path/.env:12: REVERB_HOST",
                    ///< "built in", "from host"
};

/// Puts a ServerProfile and the NetworkSettings together from where settings may stand. The first
/// source that has a value wins, for each value by itself: options, environment, the file of
/// --env-file, the user's server.json, the system's, built in. In the environment and the .env,
/// SUHBAT_* goes before REVERB_*, and PUSHER_* counts only where REVERB_* says nothing. Host and
/// app key are required.
class ServerSettingsReader
{
public:
    explicit ServerSettingsReader(SettingsSources sources) : m_sources(std::move(sources)) {}

    /// Every setting, as options and server.json name it ("app-key"; SUHBAT_APP_KEY as a variable,
    /// also appKey in server.json).
    static const QStringList &names();

    /// Error kind Configuration: `detail` is one line that begins with the source of the bad value,
    /// or says what is missing.
    Result<ServerProfile> read();
    /// After a successful read(): how to get to that server. Insecure TLS is switched on by the
    /// option --insecure-tls alone, never by the environment or a file.
    const NetworkSettings &network() const { return m_network; }
    /// After read(): nothing at all says where the server is. No mistake, but nobody to talk to.
    bool isUnconfigured() const { return m_unconfigured; }
    /// After read(), also when it failed.
    QVector<ConfigLine> describe() const { return m_lines; }
    /// The same as text for a terminal: name, value and source in columns, a line each.
    QString table() const;
    /// After read(), one line each: secrets in files, unknown settings.
    QStringList warnings() const { return m_warnings; }

private:
    template<typename Target>
    using Parse = bool (*)(const QString &text, Target *target, QString *why);

    std::optional<Error> collect();
    SettingText find(const QString &name) const;
    /// Reads the setting into the target, or leaves it as it is; describes it either way.
    template<typename Target>
    bool take(const QString &name, Target &target, Parse<Target> parse,
              const QString &builtIn = {});
    void takeNetwork();
    void takeInsecureTls();
    void takeHost(ServerProfile &profile);
    void takeApiBase(ServerProfile &profile, bool secure);
    void require(const ServerProfile &profile);
    void fail(const QString &detail);

    SettingsSources m_sources;
    QVector<SettingTexts> m_layers; ///< the strongest first
    QVector<ConfigLine> m_lines;
    QStringList m_warnings;
    NetworkSettings m_network;
    std::optional<Error> m_error;
    bool m_unconfigured = false;
};

} // namespace suhbat
