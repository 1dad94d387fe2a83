#include "app/AccountPaths.h"

#include "base/FolderName.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace suhbat {

namespace {

constexpr qsizetype longestName = 64;
constexpr QFileDevice::Permissions ownerOnly =
    QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;

QString suhbatBelow(QStandardPaths::StandardLocation location)
{
    return QStandardPaths::writableLocation(location) + QStringLiteral("/suhbat");
}

/// Made with 0700 from the start; what is above it and missing, too.
bool makeFolder(const QString &folder)
{
    if (QFileInfo(folder).isDir())
        return true;
    const QString above = QFileInfo(folder).path();
    return (above == folder || makeFolder(above)) &&
           (QDir().mkdir(folder, ownerOnly) || QFileInfo(folder).isDir());
}

} // namespace

AccountPaths AccountPaths::standard(const QString &account)
{
    AccountPaths paths = below(suhbatBelow(QStandardPaths::GenericConfigLocation),
                               suhbatBelow(QStandardPaths::GenericDataLocation), account);
    paths.m_cacheFolder = suhbatBelow(QStandardPaths::GenericCacheLocation) + u'/' +
                          QFileInfo(paths.m_dataFolder).fileName();
    return paths;
}

AccountPaths AccountPaths::below(const QString &configFolder, const QString &dataFolder,
                                 const QString &account)
{
    AccountPaths paths;
    paths.m_account = account.trimmed();
    const bool named = !paths.m_account.isEmpty();
    const QString own = QStringLiteral("/account-") + folderNameOf(paths.m_account);
    const QString config = named ? configFolder + own : configFolder;
    paths.m_settingsFile = config + QStringLiteral("/settings.ini");
    if (named)
        paths.m_serverFile = config + QStringLiteral("/server.json");
    paths.m_dataFolder = dataFolder + (named ? own : QStringLiteral("/default"));
    paths.m_cacheFolder = paths.m_dataFolder + QStringLiteral("/cache");
    return paths;
}

AccountPaths AccountPaths::settingsOnly(const QString &settingsFile)
{
    AccountPaths paths;
    paths.m_settingsFile = settingsFile;
    return paths;
}

AccountPaths AccountPaths::withoutData() const
{
    AccountPaths paths = *this;
    paths.m_dataFolder.clear();
    return paths;
}

QString AccountPaths::problemWith(const QString &account)
{
    const QString name = account.trimmed();
    if (name.isEmpty())
        return QStringLiteral("no name given");
    if (name.size() > longestName)
        return QStringLiteral("a name has at most %1 characters").arg(longestName);
    for (const QChar c : name) {
        if (!c.isPrint())
            return QStringLiteral("a name has no control characters");
    }
    return {};
}

QString AccountPaths::serverFolder(const QString &serverKey) const
{
    return keepsData() ? m_dataFolder + QLatin1Char('/') + folderNameOf(serverKey) : QString();
}

QString AccountPaths::userFolder(const QString &serverKey, const UserId &user) const
{
    return keepsData() ? serverFolder(serverKey) + QLatin1Char('/') + folderNameOf(user.toString())
                       : QString();
}

QString AccountPaths::cacheFolder(const QString &serverKey, const UserId &user) const
{
    return keepsData() ? m_cacheFolder + u'/' + folderNameOf(serverKey) + u'/' +
                             folderNameOf(user.toString())
                       : QString();
}

QString AccountPaths::serverKey(const ServerProfile &profile)
{
    const QUrl::FormattingOptions bare = QUrl::RemoveUserInfo | QUrl::RemoveQuery |
                                         QUrl::RemoveFragment | QUrl::StripTrailingSlash |
                                         QUrl::NormalizePathSegments;
    return profile.apiBaseUrl.toString(bare);
}

Result<void> AccountPaths::makePrivate(const QString &folder)
{
    if (!makeFolder(folder) || !QFile::setPermissions(folder, ownerOnly))
        return Error::make(Error::Kind::Configuration,
                           QStringLiteral("the folder %1 cannot be made").arg(folder));
    return {};
}

} // namespace suhbat
