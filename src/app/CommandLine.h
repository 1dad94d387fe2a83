#pragma once

#include "api/SettingsSources.h"
#include "app/Settings.h"
#include "base/LogSetup.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace suhbat {

/// What the options of the program `suhbat` ask for. Pure: no display, no application object, so
/// that --help, --version and errors work everywhere.
struct CommandLine
{
    enum class Action {
        OpenWindow,
        PrintConfig, ///< --print-config: the caller has the settings, so it prints them
        Exit         ///< --help, --version or a mistake: print `text`, exit with `exitCode`
    };

    Action action = Action::OpenWindow;
    /// With Action::Exit: ends with a line break. To stderr when exitCode is not 0.
    QString text;
    int exitCode = 0;

    bool demo = false;
    bool demoQuiet = false; ///< implies demo
    /// Server settings given as options: name without dashes ("host", "app-key", …) -> value, only
    /// what was given. Their values are checked where the settings are read.
    QMap<QString, QString> server;
    QString envFile; ///< empty: not given
    bool insecureTls = false;
    LogSettings log;
    QString account;  ///< empty: the default account
    QString language; ///< "en", "ru", "uz"; empty: not given
    std::optional<Settings::ThemeMode> theme;
    bool hidden = false; ///< starts in the tray, where there is one
    bool quit = false;   ///< ends the running program of this account
    QString open;        ///< the conversation to show, by its id; empty: not given
    /// What was given that means nothing to a program that runs already: "--host", …
    QStringList forStartOnly;

    /// `arguments` starts with the program's name.
    static CommandLine parse(const QStringList &arguments);

    /// Where the settings of the server may stand, for the account of these options.
    SettingsSources serverSources() const;
    /// The server.json that a server chosen in the window is written to.
    QString serverFile() const;
};

} // namespace suhbat
