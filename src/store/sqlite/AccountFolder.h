#pragma once

#include "base/Result.h"

#include <QString>

#include <memory>
#include <optional>

class QLockFile;

namespace suhbat::sql {

/// The folder of one account on the disk: nobody but its owner may look into it, and one program
/// at a time uses it. Answers are Error::Kind::Storage.
class AccountFolder
{
public:
    /// Set-aside files of one kind that are kept.
    static constexpr int keptSetAside = 3;

    explicit AccountFolder(const QString &path);
    /// Lets go of it; it counts as left uncleanly unless leave() was called.
    ~AccountFolder();
    AccountFolder(const AccountFolder &) = delete;
    AccountFolder &operator=(const AccountFolder &) = delete;

    /// Makes the folder where it is missing, and takes it; where it cannot be written, to read what
    /// is there. After a failure, or leave(), it may be tried again.
    Result<void> enter();
    bool isEntered() const { return m_entered; }
    /// Entered, but nothing in it can be written: why.
    const std::optional<Error> &readOnly() const { return m_readOnly; }
    /// It was found out later.
    void setReadOnly(const Error &why) { m_readOnly = why; }
    /// All files are closed.
    void leave();

    const QString &path() const { return m_path; }
    QString cacheFile() const { return m_path + QStringLiteral("/cache.db"); }
    QString outboxFile() const { return m_path + QStringLiteral("/outbox.db"); }
    /// See OutboxTruth.
    QString truthFile() const { return m_path + QStringLiteral("/outbox.true"); }
    /// The last program that was here did not leave().
    bool wasLeftUncleanly() const { return m_unclean; }

    /// Makes an empty file with 0600 where there is none, and 0600 of any other mode. SQLite gives
    /// its -wal and -shm the same.
    static Result<void> makePrivate(const QString &file);
    /// Renames a database that is closed, with its journal, to NAME-WHY-TIME.db; the new path.
    static Result<QString> setAside(const QString &file, const QString &why);
    /// The oldest set-aside files beyond keptSetAside go.
    static void forgetOldest(const QString &file, const QString &why);
    /// Deletes a database that is closed, with its journal; `andSetAside`: its older selves too.
    static Result<void> remove(const QString &file, bool andSetAside);

private:
    Result<void> lock();
    void unlock();
    QString markerFile() const { return m_path + QStringLiteral("/open"); }

    QString m_path;
    int m_lockFd = -1;
    std::unique_ptr<QLockFile> m_lock; // where there is no flock()
    std::optional<Error> m_readOnly;
    bool m_unclean = false;
    bool m_entered = false;
};

} // namespace suhbat::sql
