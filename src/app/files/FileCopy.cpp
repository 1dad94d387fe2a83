#include "app/files/FileCopy.h"

#include "app/files/FileNames.h"

#include <QFileInfo>

namespace suhbat {

namespace {

constexpr qint64 pouredAtOnce = 256 * 1024;

Error copyError(const QFile &file, StorageProblem problem)
{
    Error error = Error::make(Error::Kind::Storage,
                              QStringLiteral("a copy of a file: ") + file.errorString());
    error.storage = problem;
    return error;
}

/// Of a file that could not be made, or not get its name.
Error noRoomFor(const QFile &file, const QString &path)
{
    const QFileInfo folder(QFileInfo(path).path());
    const bool forbidden = folder.isDir() && !folder.isWritable();
    return copyError(file, forbidden ? StorageProblem::ReadOnly : StorageProblem::Other);
}

} // namespace

Result<void> FileCopy::pour(QFile &from, QFile &to)
{
    while (!from.atEnd()) {
        const QByteArray part = from.read(pouredAtOnce);
        if (part.isEmpty())
            return copyError(from, StorageProblem::Other);
        if (to.write(part) != part.size() || !to.flush())
            return copyError(to, to.error() == QFileDevice::ResourceError ? StorageProblem::Full
                                                                          : StorageProblem::Other);
    }
    return {};
}

Result<QString> FileCopy::make(const QString &from, const QString &to)
{
    QFile source(from);
    if (!source.open(QIODevice::ReadOnly))
        return copyError(source, StorageProblem::Other);
    QFile target(to);
    if (!target.open(QIODevice::WriteOnly | QIODevice::NewOnly,
                     QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return noRoomFor(target, to);
    if (const Result<void> poured = pour(source, target); !poured) {
        target.remove();
        return poured.error();
    }
    return to;
}

Result<QString> FileCopy::replace(const QString &from, const QString &to)
{
    const QFileInfo wanted(to);
    auto aside =
        make(from, FileNames::freeName(wanted.path(), wanted.fileName() + QStringLiteral(".part")));
    if (!aside)
        return aside;
    QFile::remove(to);
    QFile file(*aside);
    if (file.rename(to))
        return to;
    const Error error = noRoomFor(file, to);
    file.remove();
    return error;
}

} // namespace suhbat
