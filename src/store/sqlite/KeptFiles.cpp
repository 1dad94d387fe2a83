#include "store/sqlite/KeptFiles.h"

#include "base/FolderName.h"
#include "store/sqlite/FolderSync.h"
#include "store/sqlite/SqlFailure.h"

#include <QDir>
#include <QFile>
#include <QStorageInfo>

namespace suhbat::sql {

namespace {

constexpr qint64 copiedAtOnce = 256 * 1024;

Error notKept(const QString &path)
{
    const QStorageInfo disk(QFileInfo(path).path());
    const bool full = disk.isValid() && disk.bytesAvailable() < copiedAtOnce;
    return storageError(full ? StorageProblem::Full : StorageProblem::Other,
                        QStringLiteral("cannot copy to %1").arg(path));
}

Result<qint64> copy(const QString &from, const QString &to)
{
    QFile source(from);
    if (!source.open(QIODevice::ReadOnly))
        return storageError(StorageProblem::Attachment,
                            QStringLiteral("cannot read a chosen file"));
    QFile target(to);
    if (!target.open(QIODevice::WriteOnly | QIODevice::NewOnly,
                     QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return notKept(to);
    while (!source.atEnd()) {
        const QByteArray bytes = source.read(copiedAtOnce);
        if (bytes.isEmpty())
            return storageError(StorageProblem::Attachment,
                                QStringLiteral("cannot read a chosen file"));
        if (target.write(bytes) != bytes.size())
            return notKept(to);
    }
    if (!target.flush() || !toDisk(target.handle()))
        return notKept(to);
    return target.size();
}

bool makeOwnFolder(const QString &folder)
{
    constexpr QFileDevice::Permissions own =
        QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
    return QDir(folder).exists() || QDir().mkdir(folder, own);
}

} // namespace

QString KeptFiles::folderOf(const TempId &id) const
{
    return m_folder + QLatin1Char('/') + folderNameOf(id.toString());
}

Result<QVector<OutboxFile>> KeptFiles::keep(const TempId &id,
                                            const QVector<OutboxFile> &files) const
{
    if (m_folder.isEmpty())
        return storageError(StorageProblem::Other, QStringLiteral("no account is open"));
    const QString folder = folderOf(id);
    remove(id);
    if (!makeOwnFolder(m_folder) || !makeOwnFolder(folder))
        return notKept(folder);
    QVector<OutboxFile> kept = files;
    for (qsizetype i = 0; i < kept.size(); ++i) {
        // A number: the name is for others, and no matter for this disk.
        const QString to = folder + QLatin1Char('/') + QString::number(i);
        const Result<qint64> bytes = copy(kept.at(i).path, to);
        if (!bytes) {
            remove(id);
            return bytes.error();
        }
        kept[i].path = to;
        kept[i].bytes = *bytes;
    }
    if (!folderToDisk(folder) || !folderToDisk(m_folder)) {
        remove(id);
        return notKept(folder);
    }
    return kept;
}

void KeptFiles::remove(const TempId &id) const
{
    if (!m_folder.isEmpty())
        QDir(folderOf(id)).removeRecursively();
}

void KeptFiles::removeAllBut(const QSet<TempId> &ids) const
{
    if (m_folder.isEmpty())
        return; // and not of wherever this program stands
    QSet<QString> wanted;
    for (const TempId &id : ids)
        wanted.insert(folderNameOf(id.toString()));
    const QDir all(m_folder);
    const auto names = all.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &name : names) {
        if (!wanted.contains(name))
            QDir(all.filePath(name)).removeRecursively();
    }
}

} // namespace suhbat::sql
