#include "app/ServerFace.h"

#include "api/ServerSettingsReader.h"

namespace suhbat {

namespace {

using ServerProblem = ServerChoice::Problem;

QString addressProblem(ServerProblem problem, const QString &address)
{
    const QString scheme = address.section(QLatin1Char('/'), 0, 0) + QStringLiteral("//");
    QString example = address; // lines do not break within it
    example.replace(QStringLiteral("//"), QStringLiteral("/\u2060/\u2060"));
    switch (problem) {
    case ServerProblem::None:
        return {};
    case ServerProblem::WrongScheme:
        return ServerFace::tr("Start with %1, for example %2").arg(scheme, example);
    case ServerProblem::TooMuch:
        return ServerFace::tr("Leave out user name, ? and #");
    default:
        return ServerFace::tr("Enter an address such as %1").arg(example);
    }
}

} // namespace

void ServerFace::offer(std::function<SettingsSources()> sources, const QString &file)
{
    m_sources = std::move(sources);
    m_file = file;
    refresh();
}

void ServerFace::setMissing(bool missing)
{
    if (m_missing == missing)
        return;
    m_missing = missing;
    Q_EMIT missingChanged();
}

// Options, the environment and --env-file go before any file of the user's.
QString ServerFace::whereItIsFixed(const SettingsSources &sources) const
{
    ServerSettingsReader reader(sources);
    (void)reader.read();
    const QStringList ours{QStringLiteral("host"),        QStringLiteral("port"),
                           QStringLiteral("scheme"),      QStringLiteral("app-key"),
                           QStringLiteral("path-prefix"), QStringLiteral("api-base-url")};
    const QVector<ConfigLine> lines = reader.describe();
    for (const ConfigLine &line : lines) {
        if (!ours.contains(line.name))
            continue;
        const QString last = line.source.section(u' ', -1);
        if (line.source.startsWith(QLatin1String("option ")))
            return tr("This server was given on the command line (%1). Start Suhbat without it to "
                      "choose another one here.")
                .arg(last);
        if (line.source.startsWith(QLatin1String("environment ")))
            return tr("This server comes from the environment (%1). Start Suhbat without it to "
                      "choose another one here.")
                .arg(last);
        if (!sources.envFile.isEmpty() && line.source.startsWith(sources.envFile))
            return tr("This server comes from the file %1. Start Suhbat without it to choose "
                      "another one here.")
                .arg(sources.envFile);
    }
    return {};
}

void ServerFace::refresh()
{
    if (!m_sources)
        return;
    const SettingsSources sources = m_sources();
    ServerSettingsReader reader(sources);
    const Result<ServerProfile> server = reader.read();
    m_now = server ? ServerChoice::of(*server, reader.network()) : ServerChoice();
    m_fixedText = whereItIsFixed(sources);
    Q_EMIT changed();
    clearErrors();
}

void ServerFace::clearErrors()
{
    m_apiError.clear();
    m_socketError.clear();
    m_appKeyError.clear();
    m_formError.clear();
    Q_EMIT errorsChanged();
}

bool ServerFace::choose(const QString &api, const QString &socket, const QString &appKey)
{
    if (!m_sources || !m_fixedText.isEmpty())
        return false;
    const ServerChoice choice{api, socket, appKey};
    const ServerChoice::Problems wrong = choice.problems();
    clearErrors();
    m_apiError = addressProblem(wrong.api, QStringLiteral("https://chat.example.com/api"));
    m_socketError = addressProblem(wrong.socket, QStringLiteral("wss://chat.example.com"));
    if (wrong.appKey == ServerProblem::Missing)
        m_appKeyError = tr("Enter the key. The server’s administrator knows it.");
    else if (wrong.appKey != ServerProblem::None)
        m_appKeyError = tr("A key has letters, digits and . _ ~ - only");
    if (!wrong.any()) {
        const Result<void> kept = choice.write(m_sources().userFile, m_file);
        if (!kept)
            m_formError = tr("The server could not be kept: %1").arg(kept.error().detail);
    }
    if (wrong.any() || !m_formError.isEmpty()) {
        Q_EMIT errorsChanged();
        return false;
    }
    ServerSettingsReader reader(m_sources());
    const Result<ServerProfile> server = reader.read();
    if (!server) {
        m_formError =
            tr("The settings of the server cannot be read: %1").arg(server.error().detail);
        Q_EMIT errorsChanged();
        return false;
    }
    m_now = ServerChoice::of(*server, reader.network());
    Q_EMIT changed();
    Q_EMIT chosen(*server, reader.network());
    return true;
}

} // namespace suhbat
