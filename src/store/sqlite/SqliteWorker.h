#pragma once

#include "store/sqlite/AccountDatabases.h"

#include <QObject>

#include <atomic>

namespace suhbat::sql {

/// What lives in the database thread. Everything but hurry() is called there.
class SqliteWorker : public QObject
{
    Q_OBJECT

public:
    SqliteWorker();

    AccountDatabases &databases() { return m_databases; }
    /// Looks at both files piece by piece, between what else is asked; once, and only after an
    /// unclean exit.
    void checkWhenIdle();
    /// From any thread: what can be left undone, is.
    void hurry(bool on) { m_hurry = on; }

Q_SIGNALS:
    void cacheRebuilt(const QString &setAsidePath);
    void outboxRepaired(const QString &setAsidePath, int salvaged);
    /// The check is over, or there was none to do.
    void checked();

private:
    void checkNext();

    AccountDatabases m_databases;
    std::atomic_bool m_hurry = false;
};

} // namespace suhbat::sql
