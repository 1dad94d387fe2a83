#pragma once

#include "base/Result.h"

#include <QString>
#include <QUrl>

namespace suhbat {

/// Files fetched from servers, below one folder, within a bound: what was not looked at for the
/// longest time goes first. A file that is larger than the bound stays until the next one comes.
/// Not of any thread, but of one at a time.
class FileCache
{
public:
    static constexpr qint64 usualBound = 256LL * 1024 * 1024;

    /// The folder is made when it is needed, for this user alone; `bound` in bytes.
    explicit FileCache(QString folder, qint64 bound = usualBound);

    /// What the file of an address is called in the cache: says nothing of the address.
    static QString keyOf(const QUrl &url);
    /// The path of the file; empty when it is not there. It counts as looked at.
    QString find(const QString &key);
    /// A path for a file on its way; the next one is another.
    Result<QString> newPart();
    /// What newPart() gave is whole and becomes the file of that key; its path.
    Result<QString> adopt(const QString &part, const QString &key);
    /// A copy under a name that another program can make sense of, in a folder of its own; it is
    /// there until the cache is opened anew.
    Result<QString> copyFor(const QString &path, const QString &safeName);
    /// What was left half done or handed to other programs by an earlier run.
    void sweep();
    qint64 bytes();
    /// All but what is on its way.
    void clear();

private:
    Result<QString> folderOf(const char *name) const;
    void trim(const QString &keep);

    QString m_folder;
    qint64 m_bound;
    qint64 m_bytes = -1; // not looked yet
    int m_lastPart = 0;
};

} // namespace suhbat
