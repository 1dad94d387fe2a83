#include "store/sqlite/SqliteWorker.h"

#include <utility>

namespace suhbat::sql {

SqliteWorker::SqliteWorker(const CacheBounds &bounds)
    : m_databases(
          {[this](const QString &path) { Q_EMIT cacheRebuilt(path); },
           [this](const QString &path, int salvaged) { Q_EMIT outboxRepaired(path, salvaged); }})
    , m_bounds(bounds)
{}

void SqliteWorker::noticed(StorageProblem problem)
{
    // A file that should go out and cannot be read is that message's trouble.
    if (problem != StorageProblem::Attachment && std::exchange(m_trouble, problem) != problem)
        Q_EMIT troubleChanged(problem);
}

void SqliteWorker::checkWhenIdle()
{
    m_pruner.emplace(m_bounds);
    if (m_databases.wasLeftUncleanly())
        checkNext();
    else
        pruneNext();
}

void SqliteWorker::checkNext()
{
    const bool more = !m_hurry && m_databases.isOpen() && m_databases.checkNext();
    QMetaObject::invokeMethod(
        this, [this, more] { more ? checkNext() : pruneNext(); }, Qt::QueuedConnection);
}

void SqliteWorker::pruneNext()
{
    Result<bool> more(false);
    if (!m_hurry && m_databases.isOpen())
        more = m_databases.onCache([this](SqlDatabase &db) { return m_pruner->next(db); });
    if (!more || !*more) {
        Q_EMIT checked();
        return;
    }
    QMetaObject::invokeMethod(
        this, [this] { pruneNext(); }, Qt::QueuedConnection);
}

} // namespace suhbat::sql
