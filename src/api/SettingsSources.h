#pragma once

#include "base/Result.h"

#include <QMap>
#include <QString>
#include <QStringList>

namespace suhbat {

/// Where settings may stand. Plain values, so that tests need neither files of the user nor the
/// environment of the process.
struct SettingsSources
{
    QMap<QString, QString> options; ///< given on the command line: {"host", "chat.example.test"}
    QMap<QString, QString> environment; ///< all of it
    QString envFile;                    ///< of --env-file; empty: none
    bool insecureTls = false;           ///< --insecure-tls; there is no other way to say it
    QString userFile;                   ///< $XDG_CONFIG_HOME/suhbat/server.json; may not exist
    QString systemFile;                 ///< /etc/xdg/suhbat/server.json; may not exist

    /// Environment and standard places of this process.
    static SettingsSources ofThisProcess(QMap<QString, QString> options, QString envFile);
};

/// A text and where it stood: "option --host", "environment SUHBAT_HOST", "/etc/…/server.json:3:
/// host".
struct SettingText
{
    QString text;
    QString source;
};

/// By name, as options write it: "app-key".
using SettingTexts = QMap<QString, SettingText>;

/// A Laravel .env: NAME=value lines with comments, quotes and ${NAME}. The values of secrets
/// (…_SECRET, …_PASSWORD but for
/// SUHBAT_PROXY_PASSWORD, …_TOKEN, APP_KEY) are skipped unread; each …_SECRET is worth a warning.
/// Keyed by variable name. Error kind Configuration: unreadable, or a quote that is never closed.
Result<SettingTexts> readEnvFile(const QString &file, const QMap<QString, QString> &environment,
                                 QStringList *warnings);
/// The same for text that has been read already.
Result<SettingTexts> parseEnvText(const QString &text, const QString &file,
                                  const QMap<QString, QString> &environment, QStringList *warnings);

/// A server.json: one object of texts, numbers, lists of texts. Nothing when there is no such file;
/// Error kind Configuration when there is one that is no JSON object.
Result<SettingTexts> readJsonSettings(const QString &file, QStringList *warnings);

/// The name of a setting as options write it: "appKey", "app_key" -> "app-key".
QString settingName(const QString &key);

/// SUHBAT_*, API_BASE_URL, and REVERB_* (else PUSHER_*) as settings.
SettingTexts settingsOfVariables(const SettingTexts &variables);

} // namespace suhbat
