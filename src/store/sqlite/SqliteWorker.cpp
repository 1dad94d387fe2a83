#include "store/sqlite/SqliteWorker.h"

namespace suhbat::sql {

SqliteWorker::SqliteWorker()
    : m_databases(
          {[this](const QString &path) { Q_EMIT cacheRebuilt(path); },
           [this](const QString &path, int salvaged) { Q_EMIT outboxRepaired(path, salvaged); }})
{}

void SqliteWorker::checkWhenIdle()
{
    if (m_databases.wasLeftUncleanly())
        checkNext();
    else
        Q_EMIT checked();
}

void SqliteWorker::checkNext()
{
    if (m_hurry || !m_databases.isOpen() || !m_databases.checkNext()) {
        Q_EMIT checked();
        return;
    }
    QMetaObject::invokeMethod(
        this, [this] { checkNext(); }, Qt::QueuedConnection);
}

} // namespace suhbat::sql
