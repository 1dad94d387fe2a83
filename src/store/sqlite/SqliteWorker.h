#pragma once

#include "store/sqlite/AccountDatabases.h"
#include "store/sqlite/CachePruner.h"

#include <QObject>

#include <atomic>

namespace suhbat::sql {

/// What lives in the database thread. Everything but hurry() is called there.
class SqliteWorker : public QObject
{
    Q_OBJECT

public:
    explicit SqliteWorker(const CacheBounds &bounds);

    AccountDatabases &databases() { return m_databases; }
    /// Looks at both files piece by piece, between what else is asked; once, and only after an
    /// unclean exit. Then brings the cache within its bounds in the same way.
    void checkWhenIdle();
    /// What a change came to; None: it is kept.
    void noticed(StorageProblem problem);
    /// From any thread: what can be left undone, is.
    void hurry(bool on) { m_hurry = on; }

Q_SIGNALS:
    void cacheRebuilt(const QString &setAsidePath);
    void outboxRepaired(const QString &setAsidePath, int salvaged);
    void troubleChanged(suhbat::StorageProblem problem);
    /// All of that is over.
    void checked();

private:
    void checkNext();
    void pruneNext();

    AccountDatabases m_databases;
    CacheBounds m_bounds;
    std::optional<CachePruner> m_pruner;
    StorageProblem m_trouble = StorageProblem::None;
    std::atomic_bool m_hurry = false;
};

} // namespace suhbat::sql
