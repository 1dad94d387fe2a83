#include "store/sqlite/AccountFolder.h"

#include "store/sqlite/SqlFailure.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QLockFile>
#include <QStorageInfo>

#include <utility>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace suhbat::sql {

namespace {

constexpr QFileDevice::Permissions ownerFile = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
constexpr QFileDevice::Permissions ownerFolder = ownerFile | QFileDevice::ExeOwner;

Error cannot(const QString &what, const QString &path)
{
    const QStorageInfo disk(QFileInfo(path).isDir() ? path : QFileInfo(path).path());
    const bool full = disk.isValid() && !disk.isReadOnly() && disk.bytesAvailable() == 0;
    return storageError(full ? StorageProblem::Full : StorageProblem::ReadOnly,
                        QStringLiteral("cannot %1 %2").arg(what, path));
}

/// With 0700 from the start, whatever the umask; what is above it and missing, too.
bool makeFolder(const QString &path)
{
    if (QFileInfo(path).isDir())
        return true;
    const QString above = QFileInfo(path).path();
    return (above == path || makeFolder(above)) &&
           (QDir().mkdir(path, ownerFolder) || QFileInfo(path).isDir()) &&
           QFile::setPermissions(path, ownerFolder);
}

QFileDevice::Permissions permissionsOf(const QString &path)
{
    constexpr QFileDevice::Permissions asSeenByThisProcess =
        QFileDevice::ReadUser | QFileDevice::WriteUser | QFileDevice::ExeUser;
    return QFileInfo(path).permissions() & ~asSeenByThisProcess;
}

/// /folder/cache.db, damaged -> /folder/cache-damaged
QString setAsidePrefix(const QString &file, const QString &why)
{
    const QFileInfo info(file);
    return info.path() + QLatin1Char('/') + info.completeBaseName() + QLatin1Char('-') + why;
}

bool removeIfThere(const QString &file)
{
    return !QFileInfo::exists(file) || QFile::remove(file);
}

} // namespace

AccountFolder::AccountFolder(const QString &path) : m_path(QDir::cleanPath(path)) {}

AccountFolder::~AccountFolder()
{
    unlock();
}

Result<void> AccountFolder::enter()
{
    if (!makeFolder(m_path))
        return cannot(QStringLiteral("make"), m_path);
    // On a read-only disk this fails for a folder that is right already.
    if (permissionsOf(m_path) != ownerFolder)
        QFile::setPermissions(m_path, ownerFolder);
    m_readOnly.reset();
    if (auto locked = lock(); !locked)
        return locked;
    m_unclean = QFileInfo::exists(markerFile());
    if (auto marked = makePrivate(markerFile()); !marked) {
        if (!QFileInfo::exists(outboxFile())) {
            unlock();
            return marked;
        }
        m_readOnly = marked.error();
    }
    m_entered = true;
    return {};
}

void AccountFolder::leave()
{
    if (!m_entered)
        return;
    if (!m_readOnly)
        QFile::remove(markerFile());
    unlock();
    m_entered = false;
}

Result<void> AccountFolder::lock()
{
    const QString file = m_path + QStringLiteral("/lock");
#ifdef Q_OS_UNIX
    // The kernel lets go of it when the program ends, however that happens; a lock that is a file
    // with a process id in it would outlive a kill, and in a container ids come again.
    const QByteArray name = QFile::encodeName(file);
    m_lockFd = ::open(name.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (m_lockFd < 0)
        m_lockFd = ::open(name.constData(), O_RDONLY | O_CLOEXEC); // what is there can be read
    if (m_lockFd < 0)
        return cannot(QStringLiteral("make"), file);
    ::fchmod(m_lockFd, 0600);
    if (::flock(m_lockFd, LOCK_EX | LOCK_NB) == 0)
        return {};
    const bool taken = errno == EWOULDBLOCK;
    unlock();
    // A network disk without locks: better no second program than no program.
    if (!taken)
        return {};
#else
    m_lock = std::make_unique<QLockFile>(file);
    m_lock->setStaleLockTime(0);
    if (m_lock->tryLock(0))
        return {};
    const bool taken = m_lock->error() == QLockFile::LockFailedError;
    m_lock.reset();
    if (!taken)
        return cannot(QStringLiteral("make"), file);
#endif
    return storageError(StorageProblem::InUse,
                        QStringLiteral("another program has %1 open").arg(m_path));
}

void AccountFolder::unlock()
{
#ifdef Q_OS_UNIX
    if (m_lockFd >= 0)
        ::close(std::exchange(m_lockFd, -1));
#endif
    m_lock.reset();
}

Result<void> AccountFolder::makePrivate(const QString &file)
{
    if (!QFileInfo::exists(file)) {
        QFile fresh(file);
        if (!fresh.open(QIODevice::WriteOnly | QIODevice::NewOnly, ownerFile))
            return cannot(QStringLiteral("make"), file);
    }
    if (permissionsOf(file) != ownerFile && !QFile::setPermissions(file, ownerFile))
        return cannot(QStringLiteral("protect"), file);
    return {};
}

Result<QString> AccountFolder::setAside(const QString &file, const QString &why)
{
    const QString prefix =
        setAsidePrefix(file, why) + QLatin1Char('-') +
        QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'"));
    QString path = prefix + QStringLiteral(".db");
    for (int i = 2; QFileInfo::exists(path); ++i)
        path = prefix + QStringLiteral("-%1.db").arg(i);
    // Its journal belongs to it; what is in -shm is worth nothing.
    if (!QFile::rename(file, path) ||
        (QFileInfo::exists(file + QStringLiteral("-wal")) &&
         !QFile::rename(file + QStringLiteral("-wal"), path + QStringLiteral("-wal"))) ||
        !removeIfThere(file + QStringLiteral("-shm")))
        return cannot(QStringLiteral("rename"), file);
    return path;
}

void AccountFolder::forgetOldest(const QString &file, const QString &why)
{
    const QFileInfo prefix(setAsidePrefix(file, why));
    QFileInfoList kept =
        QDir(prefix.path())
            .entryInfoList({prefix.fileName() + QStringLiteral("-*.db")}, QDir::Files, QDir::Name);
    while (kept.size() > keptSetAside)
        (void)remove(kept.takeFirst().filePath(), false);
}

Result<void> AccountFolder::remove(const QString &file, bool andSetAside)
{
    QStringList all{file};
    if (andSetAside) {
        const QFileInfo info(file);
        const auto older =
            QDir(info.path())
                .entryInfoList({info.completeBaseName() + QStringLiteral("-*.db")}, QDir::Files);
        for (const QFileInfo &one : older)
            all += one.filePath();
    }
    for (const QString &one : std::as_const(all)) {
        for (const QString &part : {QString(), QStringLiteral("-wal"), QStringLiteral("-shm")}) {
            if (!removeIfThere(one + part))
                return cannot(QStringLiteral("delete"), one + part);
        }
    }
    return {};
}

} // namespace suhbat::sql
