#include "store/sqlite/SqlFailure.h"

#include <QFileInfo>
#include <QStorageInfo>

namespace suhbat::sql {

namespace {

// https://www.sqlite.org/rescode.html
enum class Code {
    Error = 1,
    Perm = 3,
    Busy = 5,
    Locked = 6,
    ReadOnly = 8,
    IoError = 10,
    Corrupt = 11,
    Full = 13,
    CannotOpen = 14,
    NotADatabase = 26
};

constexpr qint64 nearlyFull = qint64(256) * 1024;

/// An I/O error is how a full disk shows in some places (the -shm file, a limit on file sizes).
StorageProblem behindIoError(const QString &file)
{
    const QFileInfo folder(QFileInfo(file).path());
    const QStorageInfo disk(folder.filePath());
    if (disk.isValid() && disk.bytesAvailable() < nearlyFull)
        return StorageProblem::Full;
    const bool writable =
        folder.isWritable() && (!QFileInfo::exists(file) || QFileInfo(file).isWritable());
    return writable && !disk.isReadOnly() ? StorageProblem::Other : StorageProblem::ReadOnly;
}

} // namespace

SqlFailure SqlFailure::of(const QSqlError &error)
{
    return {error.nativeErrorCode().toInt() & 0xff, error.text().simplified()};
}

SqlFailure SqlFailure::damage(const QString &verdict)
{
    return {int(Code::Corrupt), verdict.simplified()};
}

bool SqlFailure::isDamage() const
{
    return Code(code) == Code::Corrupt || Code(code) == Code::NotADatabase;
}

bool SqlFailure::isBadQuery() const
{
    return Code(code) == Code::Error;
}

bool SqlFailure::spoilsConnection() const
{
    return Code(code) == Code::IoError || Code(code) == Code::CannotOpen ||
           Code(code) == Code::ReadOnly;
}

Error SqlFailure::toError(const QString &file) const
{
    StorageProblem problem = StorageProblem::Other;
    switch (Code(code)) {
    case Code::Full:
        problem = StorageProblem::Full;
        break;
    case Code::ReadOnly:
    case Code::Perm:
        problem = StorageProblem::ReadOnly;
        break;
    case Code::Busy:
    case Code::Locked:
        problem = StorageProblem::InUse;
        break;
    case Code::IoError:
    case Code::CannotOpen:
        problem = behindIoError(file);
        break;
    default:
        break;
    }
    return storageError(
        problem,
        QStringLiteral("%1: SQLite %2: %3").arg(QFileInfo(file).fileName()).arg(code).arg(text));
}

Error storageError(StorageProblem problem, const QString &detail)
{
    Error error = Error::make(Error::Kind::Storage, detail);
    error.storage = problem;
    return error;
}

} // namespace suhbat::sql
