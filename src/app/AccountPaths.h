#pragma once

#include "api/ServerProfile.h"
#include "base/Result.h"

#include <QString>

namespace suhbat {

/// Where the files of one account (`--account NAME`; without it the one that has no name) are.
/// Accounts never share a file, so that several programs may run side by side:
///
///     $XDG_CONFIG_HOME/suhbat/settings.ini         theme, language
///     $XDG_CONFIG_HOME/suhbat/server.json          which server, for accounts without one of their
///     own $XDG_DATA_HOME/suhbat/default/SERVER/        who is logged in there
///     $XDG_DATA_HOME/suhbat/default/SERVER/USER/   what is kept of that user's chat
///
///     $XDG_CACHE_HOME/suhbat/default/SERVER/USER/  pictures and files that were fetched
///
/// and of the account "work" the same below suhbat/account-work/. Plain values; no folder is made
/// before makePrivate().
class AccountPaths
{
public:
    /// In the standard places of this user. An empty name is the default account.
    static AccountPaths standard(const QString &account = {});
    /// Below the given folders.
    static AccountPaths below(const QString &configFolder, const QString &dataFolder,
                              const QString &account = {});
    /// Settings only: nothing else is kept on the disk.
    static AccountPaths settingsOnly(const QString &settingsFile);

    /// The same settings, and nothing else kept on the disk.
    AccountPaths withoutData() const;

    /// Why an account cannot have this name, as half a sentence in English; empty when it can.
    static QString problemWith(const QString &account);

    /// As the user wrote it, without blanks around it; empty: the default account.
    const QString &account() const { return m_account; }
    const QString &settingsFile() const { return m_settingsFile; }
    /// The server.json of this account alone; empty for the default account.
    const QString &serverFile() const { return m_serverFile; }
    /// False: nothing but the settings may be written.
    bool keepsData() const { return !m_dataFolder.isEmpty(); }
    /// Everything below is empty when keepsData() is false.
    const QString &dataFolder() const { return m_dataFolder; }
    QString serverFolder(const QString &serverKey) const;
    QString userFolder(const QString &serverKey, const UserId &user) const;

    /// Of files that can be fetched again.
    QString cacheFolder(const QString &serverKey, const UserId &user) const;

    /// What tells one server from another: the address of its API.
    static QString serverKey(const ServerProfile &profile);

    /// Makes the folder and what is missing above it, for this user alone (0700). A folder that is
    /// there already is closed to others too.
    static Result<void> makePrivate(const QString &folder);

private:
    QString m_account;
    QString m_settingsFile;
    QString m_serverFile;
    QString m_dataFolder;
    QString m_cacheFolder;
};

} // namespace suhbat
