#pragma once

#include "base/Result.h"

#include <QFile>
#include <QString>

namespace suhbat {

/// Copies in the user's own folders; the errors are Storage: Full, ReadOnly (no right to write
/// there) or Other. May be called on any thread.
class FileCopy
{
public:
    /// To a name that is free; nothing is left after a failure. Readable and writable for the user,
    /// never something that runs. The path of the copy.
    static Result<QString> make(const QString &from, const QString &to);
    /// The same over whatever is at `to`, which goes when the new one is whole.
    static Result<QString> replace(const QString &from, const QString &to);
    /// All of an open file into another.
    static Result<void> pour(QFile &from, QFile &to);
};

} // namespace suhbat
