#include "api/SettingsSources.h"

#include "api/ServerSettingsReader.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcessEnvironment>
#include <QStandardPaths>

namespace suhbat {

namespace {

constexpr qint64 largestFile = 1024 * 1024;

// "key" is a guess at "app-key" worth answering.
QString noSuchSetting(const QString &name)
{
    for (const QString &known : ServerSettingsReader::names()) {
        if (known.endsWith(QLatin1Char('-') + name))
            return QStringLiteral(": no such setting; did you mean \"%1\"?").arg(known);
    }
    return QStringLiteral(": no such setting");
}

Error configurationError(const QString &detail)
{
    return Error::make(Error::Kind::Configuration, detail);
}

Result<QByteArray> readWhole(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return configurationError(
            QStringLiteral("%1: cannot be read (%2)").arg(name, file.errorString()));
    // Not by its size: a device or a pipe has none.
    const QByteArray bytes = file.read(largestFile + 1);
    if (bytes.size() > largestFile)
        return configurationError(QStringLiteral("%1: too large for settings").arg(name));
    return bytes;
}

std::optional<QString> settingText(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (value.isDouble())
        return QString::number(value.toDouble(), 'g', 15);
    if (!value.isArray())
        return std::nullopt;
    QStringList parts;
    const QJsonArray items = value.toArray();
    for (const auto &item : items)
        parts << item.toString();
    return parts.join(u',');
}

int lineOf(const QByteArray &text, qsizetype offset)
{
    return int(text.left(qMax(qsizetype(0), offset)).count('\n')) + 1;
}

void copy(const SettingTexts &variables, const char *variable, const char *name, SettingTexts &out)
{
    const auto found = variables.constFind(QLatin1String(variable));
    if (found != variables.constEnd() && !found->text.isEmpty())
        out.insert(QLatin1String(name), *found);
}

} // namespace

QString settingName(const QString &key)
{
    QString name;
    for (const QChar c : key) {
        if (c.isUpper() && !name.isEmpty())
            name += u'-';
        name += c == u'_' ? QChar(u'-') : c.toLower();
    }
    return name;
}

SettingsSources SettingsSources::ofThisProcess(QMap<QString, QString> options, QString envFile)
{
    SettingsSources sources;
    sources.options = std::move(options);
    sources.envFile = std::move(envFile);
    const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : environment.keys())
        sources.environment.insert(name, environment.value(name));
    sources.userFile = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
                       QStringLiteral("/suhbat/server.json");
    sources.systemFile = QStringLiteral("/etc/xdg/suhbat/server.json");
    return sources;
}

Result<SettingTexts> readEnvFile(const QString &file, const QMap<QString, QString> &environment,
                                 QStringList *warnings)
{
    const auto bytes = readWhole(file);
    if (!bytes)
        return bytes.error();
    return parseEnvText(QString::fromUtf8(*bytes), file, environment, warnings);
}

Result<SettingTexts> readJsonSettings(const QString &file, QStringList *warnings)
{
    if (file.isEmpty() || !QFile::exists(file))
        return SettingTexts();
    const auto bytes = readWhole(file);
    if (!bytes)
        return bytes.error();
    QJsonParseError parsing;
    const QJsonDocument document = QJsonDocument::fromJson(*bytes, &parsing);
    if (!document.isObject()) {
        const QString why = parsing.error == QJsonParseError::NoError
                                ? QStringLiteral("is no JSON object")
                                : parsing.errorString();
        return configurationError(
            QStringLiteral("%1:%2: %3").arg(file).arg(lineOf(*bytes, parsing.offset)).arg(why));
    }
    SettingTexts texts;
    const QJsonObject object = document.object();
    for (auto it = object.begin(); it != object.end(); ++it) {
        const int line = lineOf(*bytes, bytes->indexOf('"' + it.key().toUtf8() + '"'));
        const QString source = QStringLiteral("%1:%2: %3").arg(file).arg(line).arg(it.key());
        const QString name = settingName(it.key());
        if (!ServerSettingsReader::names().contains(name)) {
            *warnings << source + (name.contains(QLatin1String("secret"))
                                       ? QStringLiteral(": a secret of the server; not read")
                                       : noSuchSetting(name));
            continue;
        }
        // A number where a number belongs; a host of 5 would be an address, of all things.
        const bool mayBeNumber =
            name == QLatin1String("port") || name.endsWith(QLatin1String("timeout"));
        const auto text = settingText(it.value());
        if (!text || (it.value().isDouble() && !mayBeNumber))
            return configurationError(source + QStringLiteral(": wants a text"));
        texts.insert(name, {*text, source});
    }
    return texts;
}

SettingTexts settingsOfVariables(const SettingTexts &variables)
{
    SettingTexts out;
    const auto has = [&](const char *name) {
        return !variables.value(QLatin1String(name)).text.isEmpty();
    };
    // Laravel keeps both groups in its .env.example; the one that is filled in counts.
    if (has("REVERB_APP_KEY") || has("REVERB_HOST")) {
        copy(variables, "REVERB_APP_KEY", "app-key", out);
        copy(variables, "REVERB_HOST", "host", out);
        copy(variables, "REVERB_PORT", "port", out);
        copy(variables, "REVERB_SCHEME", "scheme", out);
    } else if (has("PUSHER_APP_KEY") || has("PUSHER_HOST")) {
        copy(variables, "PUSHER_APP_KEY", "app-key", out);
        copy(variables, "PUSHER_HOST", "host", out);
        copy(variables, "PUSHER_PORT", "port", out);
        copy(variables, "PUSHER_SCHEME", "scheme", out);
        if (!has("PUSHER_HOST"))
            copy(variables, "PUSHER_APP_CLUSTER", "cluster", out);
    }
    copy(variables, "API_BASE_URL", "api-base-url", out);
    for (const QString &name : ServerSettingsReader::names()) {
        QString variable = QStringLiteral("SUHBAT_") + name.toUpper();
        copy(variables, variable.replace(u'-', u'_').toLatin1().constData(),
             name.toLatin1().constData(), out);
    }
    return out;
}

} // namespace suhbat
