#pragma once

#include "api/ServerSettingsReader.h"
#include "base/LogSetup.h"
#include "base/Result.h"

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>
#include <vector>

namespace suhbat::listen {

struct ClientEvent
{
    QString name; ///< begins with client-
    QByteArray json;
};

/// What the options of `suhbat-listen` ask for. Pure: neither the environment nor a file is read.
struct Arguments
{
    enum class Action { Listen, PrintConfig, Help, Version };

    Action action = Action::Listen;
    QMap<QString, QString> server; ///< settings, as ServerSettingsReader names them
    QString envFile;
    bool insecureTls = false;
    QString identifier; ///< empty: environment, else asked for
    QString password;   ///< likewise; never logged
    QString code;       ///< of an SMS; likewise
    bool noLogin = false;
    QStringList channels; ///< empty: the user's own; {id} stands for the user's id
    QString probe;        ///< conversation id; empty: no probe
    std::vector<ClientEvent> triggers;
    std::optional<std::chrono::milliseconds> duration; ///< from the moment all is subscribed
    int count = 0;                                     ///< events; 0: no limit
    std::optional<std::chrono::milliseconds> timeout;  ///< of each step
    bool json = false;
    bool raw = false;
    bool diagnostics = false;
    LogSettings log;

    /// `words` without the program's name. Error kind Configuration: one line for the user.
    static Result<Arguments> parse(const QStringList &words);
    static QString help();
    /// The time of each step: --timeout, else what `settings` were given, else 15 s.
    NetworkSettings hurried(NetworkSettings network, const QVector<ConfigLine> &settings) const;
};

} // namespace suhbat::listen
