#pragma once

#include "base/Error.h"

#include <QSqlError>

namespace suhbat::sql {

/// What SQLite said when it could not do something.
struct SqlFailure
{
    int code = 0; ///< SQLite's primary result code; 0: not of SQLite
    QString text;

    static SqlFailure of(const QSqlError &error);
    /// What quick_check found.
    static SqlFailure damage(const QString &verdict);
    /// The file is no sound database: SQLITE_CORRUPT, SQLITE_NOTADB.
    bool isDamage() const;
    /// SQLITE_ERROR: the file is as sound as before.
    bool isBadQuery() const;
    /// The connection is better made anew before the next try.
    bool spoilsConnection() const;
    /// `file`: which it was about; tells a full disk from any other I/O error.
    Error toError(const QString &file) const;
};

/// Error::Kind::Storage.
Error storageError(StorageProblem problem, const QString &detail);

} // namespace suhbat::sql
