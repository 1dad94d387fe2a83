#include "store/sqlite/AccountDatabases.h"

#include "base/Logging.h"
#include "store/sqlite/OutboxTables.h"

namespace suhbat::sql {

AccountDatabases::~AccountDatabases() = default;

Result<void> AccountDatabases::open(const QString &folder)
{
    close();
    m_folder = std::make_unique<AccountFolder>(folder);
    const Result<void> outbox = makeReady(File::Outbox);
    // Without the lock nothing may be touched, and nothing be put beside what is newer; anything
    // else may get better.
    if (!outbox && (outbox.error().storage == StorageProblem::InUse ||
                    outbox.error().storage == StorageProblem::Newer)) {
        close();
        return outbox;
    }
    const Result<void> cache = makeReady(File::Cache);
    if (m_folder->readOnly())
        return *m_folder->readOnly();
    return outbox ? cache : outbox;
}

KeptFiles AccountDatabases::files() const
{
    return KeptFiles(m_folder ? m_folder->path() + QStringLiteral("/files") : QString());
}

void AccountDatabases::close()
{
    m_toCheck.reset();
    m_cache.close();
    m_outbox.close();
    m_truth = {};
    m_truthKnown = false;
    if (m_folder)
        m_folder->leave();
    m_folder.reset();
}

QString AccountDatabases::pathOf(File file) const
{
    return file == File::Cache ? m_folder->cacheFile() : m_folder->outboxFile();
}

Result<void> AccountDatabases::makeReady(File file)
{
    if (!m_folder)
        return storageError(StorageProblem::Other, QStringLiteral("no account is open"));
    if (databaseOf(file).isOpen())
        return {};
    if (!m_folder->isEntered()) {
        if (auto entered = m_folder->enter(); !entered)
            return entered;
    }
    return openFile(file);
}

Result<void> AccountDatabases::openFile(File file)
{
    const QString path = pathOf(file);
    SqlDatabase &database = databaseOf(file);
    const bool cache = file == File::Cache;
    for (int attempt = 0;; ++attempt) {
        if (m_folder->readOnly())
            return openReadOnly(file);
        if (auto made = AccountFolder::makePrivate(path); !made)
            return made;
        database.open(path, cache ? SqlDatabase::Sync::Normal : SqlDatabase::Sync::Full);
        if (!cache)
            learnTruth();
        const Migration migration = migrate(database, cache ? cacheSchema() : outboxSchema());
        if (migration == Migration::Done)
            return {};
        const std::optional<SqlFailure> failure = database.takeFailure();
        database.close();
        if (migration == Migration::Newer) {
            if (!cache || attempt > 0)
                return storageError(StorageProblem::Newer,
                                    path + QStringLiteral(" is of a newer version"));
            if (auto aside = setCacheAside(QStringLiteral("newer")); !aside)
                return aside;
            continue;
        }
        const Error error = failure->toError(path);
        if (!failure->isDamage() && error.storage != StorageProblem::InUse) {
            m_folder->setReadOnly(error);
            continue;
        }
        if (!failure->isDamage() || attempt > 0)
            return error;
        // Opens the new file by itself, to put into it what can be read of the old one.
        if (!cache)
            return repairOutbox();
        if (auto aside = setCacheAside(QStringLiteral("damaged")); !aside)
            return aside;
    }
}

void AccountDatabases::learnTruth()
{
    const QVariant version = m_outbox.value(QStringLiteral("PRAGMA user_version"));
    const bool fresh = version.isValid() && version.toInt() < outboxTruthSince;
    if (!std::exchange(m_truthKnown, true) || fresh)
        m_truth = OutboxTruth(m_folder->truthFile(), fresh);
}

// What is there is shown; each change fails, and looks whether the disk can be written again.
Result<void> AccountDatabases::openReadOnly(File file)
{
    const bool cache = file == File::Cache;
    SqlDatabase &database = databaseOf(file);
    database.openReadOnly(pathOf(file));
    const int version = database.value(QStringLiteral("PRAGMA user_version")).toInt();
    const auto failure = database.takeFailure();
    if (!failure && version == (cache ? cacheSchema() : outboxSchema()).version()) {
        if (!cache && !std::exchange(m_truthKnown, true))
            m_truth = OutboxTruth(m_folder->truthFile(), false);
        return {};
    }
    database.close();
    const Error why = *m_folder->readOnly();
    letGo();
    return why;
}

void AccountDatabases::letGo()
{
    m_cache.close();
    m_outbox.close();
    m_folder->leave();
}

Result<void> AccountDatabases::mend(File file, const SqlFailure &failure)
{
    SqlDatabase &database = databaseOf(file);
    if (m_folder->readOnly()) {
        letGo();
        const Result<void> again = makeReady(file);
        return again && m_folder->readOnly() ? *m_folder->readOnly() : again;
    }
    if (!failure.isDamage()) {
        if (failure.spoilsConnection())
            database.close();
        return failure.toError(pathOf(file));
    }
    database.close();
    return file == File::Cache ? setCacheAside(QStringLiteral("damaged")) : repairOutbox();
}

Error AccountDatabases::errorOf(File file, const SqlFailure &failure,
                                const Result<void> &mended) const
{
    return mended ? failure.toError(pathOf(file)) : mended.error();
}

Result<void> AccountDatabases::setCacheAside(const QString &why)
{
    const QString path = pathOf(File::Cache);
    const Result<QString> aside = AccountFolder::setAside(path, why);
    if (!aside)
        return aside.error();
    qCWarning(lcStore) << path << "is" << why << "and lies now at" << *aside;
    AccountFolder::forgetOldest(path, why);
    if (m_listener.cacheRebuilt)
        m_listener.cacheRebuilt(*aside);
    return {};
}

Result<void> AccountDatabases::repairOutbox()
{
    const QString path = pathOf(File::Outbox);
    const Result<QString> aside = AccountFolder::setAside(path, QStringLiteral("damaged"));
    if (!aside)
        return aside.error();
    qCWarning(lcStore) << path << "is damaged and lies now at" << *aside;
    if (auto made = AccountFolder::makePrivate(path); !made)
        return made;
    m_outbox.open(path, SqlDatabase::Sync::Full);
    int salvaged = 0;
    if (migrate(m_outbox, outboxSchema()) == Migration::Done) {
        SqlDatabase damaged;
        if (damaged.openToRead(*aside))
            salvaged = salvageOutbox(damaged, m_outbox);
    }
    if (auto failure = m_outbox.takeFailure()) {
        m_outbox.close();
        return failure->toError(path);
    }
    if (m_listener.outboxRepaired)
        m_listener.outboxRepaired(*aside, salvaged);
    return {};
}

Result<void> AccountDatabases::erase(File file)
{
    if (!m_folder)
        return storageError(StorageProblem::Other, QStringLiteral("no account is open"));
    if (!m_folder->isEntered()) {
        if (auto entered = m_folder->enter(); !entered)
            return entered;
    }
    m_toCheck.reset();
    databaseOf(file).close();
    if (auto removed = AccountFolder::remove(pathOf(file), true); !removed)
        return removed;
    return openFile(file);
}

Result<void> AccountDatabases::eraseCache()
{
    return erase(File::Cache);
}

Result<void> AccountDatabases::eraseOutbox()
{
    return erase(File::Outbox);
}

QStringList AccountDatabases::tablesOf(File file)
{
    QStringList tables;
    if (!makeReady(file))
        return tables;
    SqlDatabase &database = databaseOf(file);
    database.eachRow(QStringLiteral("SELECT name FROM sqlite_master WHERE type = 'table'"
                                    " AND sql NOT LIKE 'CREATE VIRTUAL%'"),
                     [&](const QSqlRecord &row) { tables += row.value(0).toString(); });
    if (const auto failure = database.takeFailure())
        (void)mend(file, *failure);
    return tables;
}

// Table by table, so that what is asked meanwhile need not wait for the whole of a large file.
bool AccountDatabases::checkNext()
{
    if (!m_toCheck) {
        m_toCheck.emplace();
        for (const File file : {File::Cache, File::Outbox}) {
            for (const QString &table : tablesOf(file))
                m_toCheck->append({file, table});
        }
    }
    if (m_toCheck->isEmpty())
        return false;
    const auto [file, table] = m_toCheck->takeLast();
    if (!makeReady(file))
        return true;
    SqlDatabase &database = databaseOf(file);
    const QString verdict =
        database.value(QStringLiteral("PRAGMA quick_check('%1')").arg(table)).toString();
    std::optional<SqlFailure> failure = database.takeFailure();
    if (!failure && verdict != QLatin1String("ok"))
        failure = SqlFailure::damage(verdict);
    if (failure) {
        const File damaged = file;
        m_toCheck->removeIf([damaged](const auto &entry) { return entry.first == damaged; });
        (void)mend(file, *failure);
    }
    return true;
}

} // namespace suhbat::sql
