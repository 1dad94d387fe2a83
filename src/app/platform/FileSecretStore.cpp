#include "app/platform/FileSecretStore.h"

#include "app/AccountPaths.h"
#include "base/Deliver.h"
#include "base/FolderName.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace suhbat {

namespace {

using Kind = SecretAnswer::Kind;

constexpr qint64 longestSecret = 64 * 1024;
constexpr QFileDevice::Permissions othersRights = QFileDevice::ReadGroup | QFileDevice::WriteGroup |
                                                  QFileDevice::ExeGroup | QFileDevice::ReadOther |
                                                  QFileDevice::WriteOther | QFileDevice::ExeOther;

/// Why the file is not to be trusted; empty when it is.
QString distrust(const QFileInfo &file)
{
    if (file.isSymLink() || !file.isFile())
        return QStringLiteral("%1 is no plain file").arg(file.filePath());
    if (file.permissions() & othersRights)
        return QStringLiteral("%1 could be read or changed by others").arg(file.filePath());
    if (file.size() > longestSecret)
        return QStringLiteral("%1 is too large").arg(file.filePath());
    return {};
}

} // namespace

FileSecretStore::FileSecretStore(const QString &folder) : m_folder(folder) {}

QString FileSecretStore::fileOf(const QString &key) const
{
    return m_folder + QLatin1Char('/') + folderNameOf(key) + QStringLiteral(".secret");
}

void FileSecretStore::read(const QString &key, QObject *context, Done done)
{
    deliver(context, std::move(done), readNow(key));
}

void FileSecretStore::write(const QString &key, const QByteArray &secret, QObject *context,
                            Done done)
{
    deliver(context, std::move(done), writeNow(key, secret));
}

void FileSecretStore::remove(const QString &key, QObject *context, Done done)
{
    deliver(context, std::move(done), removeNow(key));
}

SecretAnswer FileSecretStore::readNow(const QString &key) const
{
    const QFileInfo info(fileOf(key));
    if (!info.exists() && !info.isSymLink())
        return {Kind::NotThere, {}, {}};
    if (const QString why = distrust(info); !why.isEmpty())
        return {Kind::NotThere, {}, why};
    QFile file(info.filePath());
    if (!file.open(QIODevice::ReadOnly))
        return {
            Kind::Refused, {}, QStringLiteral("%1: %2").arg(info.filePath(), file.errorString())};
    return {Kind::Ok, file.read(longestSecret), {}};
}

SecretAnswer FileSecretStore::writeNow(const QString &key, const QByteArray &secret) const
{
    if (const auto made = AccountPaths::makePrivate(m_folder); !made)
        return {Kind::Unavailable, {}, made.error().detail};
    const QFileInfo there(fileOf(key));
    if (there.exists() && !there.isSymLink() && !there.isWritable()) // QSaveFile would leave it
        QFile::setPermissions(there.filePath(), QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    QSaveFile file(fileOf(key));
    // The rights before the first byte.
    if (!file.open(QIODevice::WriteOnly) ||
        !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) ||
        file.write(secret) != secret.size() || !file.commit())
        return {Kind::Unavailable,
                {},
                QStringLiteral("%1: %2").arg(file.fileName(), file.errorString())};
    return {};
}

SecretAnswer FileSecretStore::removeNow(const QString &key) const
{
    QFile file(fileOf(key));
    if (QFileInfo(file).isSymLink() || file.exists()) {
        if (!file.remove())
            return {Kind::Refused,
                    {},
                    QStringLiteral("%1: %2").arg(file.fileName(), file.errorString())};
    }
    return {};
}

} // namespace suhbat
