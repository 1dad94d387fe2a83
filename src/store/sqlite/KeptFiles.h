#pragma once

#include "base/Result.h"
#include "store/OutboxEntry.h"

#include <QSet>

namespace suhbat::sql {

/// Copies of the files that wait to be sent, below the account's folder: what the user moves,
/// changes or deletes meanwhile goes out as it was, also after a restart. Answers are
/// Error::Kind::Storage.
class KeptFiles
{
public:
    /// Empty: there is no account, and nothing is kept.
    explicit KeptFiles(QString folder) : m_folder(std::move(folder)) {}

    /// On the disk (fsync) when it returns; the same files with the paths of the copies. Nothing is
    /// left of it after a failure.
    Result<QVector<OutboxFile>> keep(const TempId &id, const QVector<OutboxFile> &files) const;
    void remove(const TempId &id) const;
    /// What belongs to no row: of a crash, or of an account that was left.
    void removeAllBut(const QSet<TempId> &ids) const;

private:
    QString folderOf(const TempId &id) const;

    QString m_folder;
};

} // namespace suhbat::sql
