#pragma once

#include "store/sqlite/AccountFolder.h"
#include "store/sqlite/KeptFiles.h"
#include "store/sqlite/OutboxTruth.h"
#include "store/sqlite/SqlDatabase.h"
#include "store/sqlite/SqlSchema.h"

#include <functional>
#include <type_traits>

namespace suhbat::sql {

/// The two files of one account and what is done when one of them is damaged. Used by one thread.
class AccountDatabases
{
public:
    struct Listener
    {
        std::function<void(const QString &setAside)> cacheRebuilt;
        std::function<void(const QString &setAside, int salvaged)> outboxRepaired;
    };

    explicit AccountDatabases(Listener listener) : m_listener(std::move(listener)) {}
    /// As after a crash: the files are closed, and looked at next time.
    ~AccountDatabases();

    /// Closes the account that is open. After InUse and Newer none is; after any other error each
    /// call tries again to open its file.
    Result<void> open(const QString &folder);
    void close();
    bool isOpen() const { return m_folder != nullptr; }
    /// Of the account that is open.
    KeptFiles files() const;
    /// After onOutbox() has opened the file.
    OutboxTruth &outboxTruth() { return m_truth; }
    bool wasLeftUncleanly() const { return m_folder && m_folder->wasLeftUncleanly(); }

    /// `work(SqlDatabase &)` on a sound file. Damage that it meets is mended, and it is done again,
    /// once.
    template<typename Work>
    auto onCache(Work work)
    {
        return on(File::Cache, std::move(work));
    }
    template<typename Work>
    auto onOutbox(Work work)
    {
        return on(File::Outbox, std::move(work));
    }

    /// Nothing of the file can be read any more; a new one takes its place.
    Result<void> eraseCache();
    Result<void> eraseOutbox();

    /// The next piece of `PRAGMA quick_check` over both files; false after the last one.
    bool checkNext();

private:
    enum class File { Cache, Outbox };

    template<typename Work>
    auto on(File file, Work work)
    {
        using Value = std::invoke_result_t<Work, SqlDatabase &>;
        for (int attempt = 0;; ++attempt) {
            if (auto ready = makeReady(file); !ready)
                return Result<Value>(ready.error());
            SqlDatabase &database = databaseOf(file);
            if constexpr (std::is_void_v<Value>) {
                work(database);
                if (auto failure = database.takeFailure(); !failure)
                    return Result<void>();
                else if (auto mended = mend(file, *failure); !mended || attempt > 0)
                    return Result<void>(errorOf(file, *failure, mended));
            } else {
                Value value = work(database);
                if (auto failure = database.takeFailure(); !failure)
                    return Result<Value>(std::move(value));
                else if (auto mended = mend(file, *failure); !mended || attempt > 0)
                    return Result<Value>(errorOf(file, *failure, mended));
            }
        }
    }

    SqlDatabase &databaseOf(File file) { return file == File::Cache ? m_cache : m_outbox; }
    QString pathOf(File file) const;
    Result<void> makeReady(File file);
    Result<void> openFile(File file);
    void learnTruth();
    Result<void> openReadOnly(File file);
    void letGo();
    /// Ok: the damage is mended, the work may be done again.
    Result<void> mend(File file, const SqlFailure &failure);
    Error errorOf(File file, const SqlFailure &failure, const Result<void> &mended) const;
    Result<void> setCacheAside(const QString &why);
    Result<void> repairOutbox();
    Result<void> erase(File file);
    QStringList tablesOf(File file);

    Listener m_listener;
    std::unique_ptr<AccountFolder> m_folder;
    SqlDatabase m_cache;
    SqlDatabase m_outbox;
    OutboxTruth m_truth;
    bool m_truthKnown = false;
    std::optional<QVector<std::pair<File, QString>>> m_toCheck; // the last one first
};

} // namespace suhbat::sql
