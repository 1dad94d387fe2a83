#include "app/files/FileCache.h"

#include "app/AccountPaths.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>

namespace suhbat {

namespace {

constexpr int noteLookEvery = 3600; // seconds; so that a glance costs no write

Error cacheError(const QFile &file)
{
    Error error =
        Error::make(Error::Kind::Storage, QStringLiteral("the file cache: ") + file.errorString());
    error.storage =
        file.error() == QFileDevice::ResourceError ? StorageProblem::Full : StorageProblem::Other;
    return error;
}

} // namespace

FileCache::FileCache(QString folder, qint64 bound) : m_folder(std::move(folder)), m_bound(bound) {}

QString FileCache::keyOf(const QUrl &url)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(url.toEncoded(), QCryptographicHash::Sha256).toHex());
}

Result<QString> FileCache::folderOf(const char *name) const
{
    const QString folder = m_folder + u'/' + QLatin1String(name);
    const Result<void> made = AccountPaths::makePrivate(folder);
    if (made)
        return folder;
    Error error = Error::make(Error::Kind::Storage, made.error().detail);
    error.storage = StorageProblem::ReadOnly;
    return error;
}

QString FileCache::find(const QString &key)
{
    QString path = m_folder + QStringLiteral("/kept/") + key;
    const QFileInfo info(path);
    if (!info.isFile())
        return {};
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (info.lastModified().secsTo(now) > noteLookEvery) {
        QFile file(path);
        if (file.open(QIODevice::Append))
            file.setFileTime(now, QFileDevice::FileModificationTime);
    }
    return path;
}

Result<QString> FileCache::newPart()
{
    auto folder = folderOf("part");
    if (!folder)
        return folder;
    return *folder + u'/' + QString::number(++m_lastPart);
}

Result<QString> FileCache::adopt(const QString &part, const QString &key)
{
    auto folder = folderOf("kept");
    if (!folder)
        return folder;
    const QString path = *folder + u'/' + key;
    const qint64 before = bytes() - QFileInfo(path).size();
    QFile::remove(path);
    QFile file(part);
    if (!file.rename(path))
        return cacheError(file);
    m_bytes = before + QFileInfo(path).size();
    if (m_bytes > m_bound)
        trim(path);
    return path;
}

Result<QString> FileCache::copyFor(const QString &path, const QString &safeName)
{
    auto folder = folderOf("handed-on");
    if (!folder)
        return folder;
    const QString own = *folder + u'/' + QFileInfo(path).fileName().left(16);
    if (const auto made = AccountPaths::makePrivate(own); !made)
        return made.error();
    const QString copy = own + u'/' + safeName;
    if (QFileInfo::exists(copy))
        return copy;
    QFile file(path);
    if (!file.copy(copy))
        return cacheError(file);
    QFile::setPermissions(copy, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    return copy;
}

void FileCache::sweep()
{
    QDir(m_folder + QStringLiteral("/part")).removeRecursively();
    QDir(m_folder + QStringLiteral("/handed-on")).removeRecursively();
}

qint64 FileCache::bytes()
{
    if (m_bytes < 0) {
        m_bytes = 0;
        const auto files = QDir(m_folder + QStringLiteral("/kept")).entryInfoList(QDir::Files);
        for (const QFileInfo &file : files)
            m_bytes += file.size();
    }
    return m_bytes;
}

void FileCache::trim(const QString &keep)
{
    // Oldest first. A tenth more than needed, so that not every file to come looks again.
    const auto files = QDir(m_folder + QStringLiteral("/kept"))
                           .entryInfoList(QDir::Files, QDir::Time | QDir::Reversed);
    for (const QFileInfo &file : files) {
        if (m_bytes <= m_bound - m_bound / 10)
            return;
        if (file.filePath() != keep && QFile::remove(file.filePath()))
            m_bytes -= file.size();
    }
}

void FileCache::clear()
{
    QDir(m_folder + QStringLiteral("/handed-on")).removeRecursively();
    QDir(m_folder + QStringLiteral("/kept")).removeRecursively();
    m_bytes = -1; // looked at again: it may not all be gone
}

} // namespace suhbat
