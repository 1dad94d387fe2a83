#pragma once

#include "api/ServerProfile.h"
#include "base/NetworkSettings.h"
#include "base/Result.h"

#include <QMap>
#include <QString>

namespace suhbat {

/// Where a server is, as somebody types it: three texts, any of which may be wrong.
struct ServerChoice
{
    QString api;    ///< "https://chat.example.com/api"; without a scheme it is https
    QString socket; ///< "wss://chat.example.com:8080"; empty: at the host of `api`
    QString appKey;

    enum class Problem {
        None,
        Missing,
        NoAddress,
        WrongScheme, ///< neither http(s) nor, of the socket, ws(s)
        TooMuch,     ///< a user name, a ? or a #, which no address of a server has
        NoKey
    };
    struct Problems
    {
        Problem api = Problem::None;
        Problem socket = Problem::None;
        Problem appKey = Problem::None;

        bool any() const
        {
            return api != Problem::None || socket != Problem::None || appKey != Problem::None;
        }
    };

    static ServerChoice of(const ServerProfile &profile, const NetworkSettings &network);

    Problems problems() const;
    /// By the names of a server.json ("app-key"); nothing while there are problems.
    QMap<QString, QString> settings() const;
    /// Writes settings() into the file, for its owner alone, with the other settings of `base` (a
    /// server.json that need not exist, or the file itself). Error kind Configuration: the file
    /// cannot be written, or `base` cannot be read.
    Result<void> write(const QString &base, const QString &file) const;
};

} // namespace suhbat
