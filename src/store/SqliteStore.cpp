#include "store/SqliteStore.h"

#include "base/FolderName.h"
#include "base/Logging.h"
#include "store/sqlite/CacheTables.h"
#include "store/sqlite/OutboxTables.h"
#include "store/sqlite/SqliteWorker.h"

#include <QPointer>

#include <utility>

namespace suhbat {

using sql::SqlDatabase;

SqliteStore::SqliteStore(QString dataFolder, const CacheBounds &bounds, QObject *parent)
    : AccountStore(parent)
    , m_dataFolder(std::move(dataFolder))
    , m_thread(new QThread)
    , m_worker(new sql::SqliteWorker(bounds))
    , m_answers(new QObject)
{
    m_thread->setObjectName(QStringLiteral("store"));
    m_worker->moveToThread(m_thread);
    connect(m_worker, &sql::SqliteWorker::cacheRebuilt, this, &AccountStore::cacheRebuilt);
    connect(m_worker, &sql::SqliteWorker::outboxRepaired, this, &AccountStore::outboxRepaired);
    connect(m_worker, &sql::SqliteWorker::troubleChanged, this, &AccountStore::troubleChanged);
    connect(m_worker, &sql::SqliteWorker::checked, this, &SqliteStore::checked);
}

SqliteStore::~SqliteStore()
{
    m_worker->disconnect(this);
    close();
    if (!m_thread->isFinished() && m_thread->isRunning()) {
        // The disk hangs. What the thread still uses is left to it.
        connect(m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
        return;
    }
    delete m_worker;
    delete m_answers;
    delete m_thread;
}

template<typename Value, typename Work>
void SqliteStore::run(QObject *context, std::function<void(Result<Value>)> done, Work work)
{
    Q_ASSERT(QThread::currentThread() == thread());
    const bool wanted = context && done;
    if (!m_thread->isRunning())
        m_thread->start();
    QMetaObject::invokeMethod(
        m_worker,
        [worker = m_worker, answers = m_answers, guard = QPointer<QObject>(context), wanted,
         done = std::move(done), work = std::move(work)]() mutable {
            Result<Value> result = work(*worker);
            if (!result)
                qCInfo(lcStore) << result.error().detail;
            if (!result && result.error().kind == Error::Kind::Storage)
                worker->noticed(result.error().storage);
            else if (result && std::is_void_v<Value>)
                worker->noticed(StorageProblem::None);
            if (!wanted)
                return;
            QMetaObject::invokeMethod(
                answers,
                [guard = std::move(guard), done = std::move(done), result = std::move(result)] {
                    if (guard)
                        done(result);
                },
                Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

template<typename Value, typename Work>
void SqliteStore::onCache(QObject *context, std::function<void(Result<Value>)> done, Work work)
{
    run(context, std::move(done), [work = std::move(work)](sql::SqliteWorker &worker) {
        return worker.databases().onCache(work);
    });
}

template<typename Value, typename Work>
void SqliteStore::onOutbox(QObject *context, std::function<void(Result<Value>)> done, Work work)
{
    run(context, std::move(done), [work = std::move(work)](sql::SqliteWorker &worker) {
        return worker.databases().onOutbox(work);
    });
}

void SqliteStore::open(const QString &serverKey, const UserId &user, QObject *context, Done done)
{
    const QString folder = m_dataFolder + QLatin1Char('/') + folderNameOf(serverKey) +
                           QLatin1Char('/') + folderNameOf(user.toString());
    m_worker->hurry(false);
    run(context, std::move(done),
        [folder](sql::SqliteWorker &worker) { return worker.databases().open(folder); });
}

void SqliteStore::close()
{
    if (!m_thread->isRunning())
        return;
    m_worker->hurry(true);
    QMetaObject::invokeMethod(
        m_worker,
        [worker = m_worker] {
            worker->databases().close();
            QThread::currentThread()->quit();
        },
        Qt::QueuedConnection);
    if (!m_thread->wait(QDeadlineTimer(closeWithin)))
        qCWarning(lcStore) << "the disk does not answer; the account was not closed in time";
}

void SqliteStore::clear(Clear what, QObject *context, Done done)
{
    run(context, std::move(done), [what](sql::SqliteWorker &worker) -> Result<void> {
        const Result<void> cache = worker.databases().eraseCache();
        if (what == Clear::Cache)
            return cache;
        const Result<void> outbox = worker.databases().eraseOutbox();
        worker.databases().files().removeAllBut({});
        return cache ? outbox : cache;
    });
}

void SqliteStore::checkWhenIdle()
{
    run<void>(nullptr, {}, [](sql::SqliteWorker &worker) {
        worker.checkWhenIdle();
        return Result<void>();
    });
}

void SqliteStore::loadConversations(QObject *context,
                                    std::function<void(Result<QVector<ConversationRow>>)> done)
{
    onCache(context, std::move(done), [](SqlDatabase &db) { return sql::loadConversations(db); });
}

void SqliteStore::upsertConversations(const QVector<ConversationRow> &rows, QObject *context,
                                      Done done)
{
    onCache(context, std::move(done),
            [rows](SqlDatabase &db) { sql::upsertConversations(db, rows); });
}

void SqliteStore::removeConversation(const ConversationId &id, QObject *context, Done done)
{
    onCache(context, std::move(done), [id](SqlDatabase &db) { sql::removeConversation(db, id); });
}

void SqliteStore::loadLatest(const ConversationId &conversation, int count, QObject *context,
                             Messages done)
{
    onCache(context, std::move(done), [conversation, count](SqlDatabase &db) {
        return sql::loadMessages(db, conversation, MessageId(), count);
    });
}

void SqliteStore::loadBefore(const ConversationId &conversation, const MessageId &before, int count,
                             QObject *context, Messages done)
{
    onCache(context, std::move(done), [conversation, before, count](SqlDatabase &db) {
        return sql::loadMessages(db, conversation, before, count);
    });
}

void SqliteStore::loadAfter(const ConversationId &conversation, const MessageId &after, int count,
                            QObject *context, Messages done)
{
    onCache(context, std::move(done), [conversation, after, count](SqlDatabase &db) {
        return sql::loadMessagesAfter(db, conversation, after, count);
    });
}

void SqliteStore::loadAround(const ConversationId &conversation, const MessageId &id, int each,
                             QObject *context, Messages done)
{
    onCache(context, std::move(done), [conversation, id, each](SqlDatabase &db) {
        return sql::loadMessagesAround(db, conversation, id, each);
    });
}

void SqliteStore::retainMessages(const ConversationId &conversation, const QVector<MessageId> &ids,
                                 QObject *context, Done done)
{
    onCache(context, std::move(done),
            [conversation, ids](SqlDatabase &db) { sql::retainMessages(db, conversation, ids); });
}

void SqliteStore::upsertMessages(const QVector<Message> &messages, QObject *context, Done done)
{
    onCache(context, std::move(done),
            [messages](SqlDatabase &db) { sql::upsertMessages(db, messages); });
}

void SqliteStore::removeMessages(const ConversationId &conversation, const QVector<MessageId> &ids,
                                 QObject *context, Done done)
{
    onCache(context, std::move(done),
            [conversation, ids](SqlDatabase &db) { sql::removeMessages(db, conversation, ids); });
}

void SqliteStore::search(const MessageQuery &query, QObject *context, Messages done)
{
    onCache(context, std::move(done),
            [query](SqlDatabase &db) { return sql::searchMessages(db, query); });
}

void SqliteStore::loadPeople(QObject *context, std::function<void(Result<QVector<User>>)> done)
{
    onCache(context, std::move(done), [](SqlDatabase &db) { return sql::loadPeople(db); });
}

void SqliteStore::upsertPeople(const QVector<User> &people, QObject *context, Done done)
{
    onCache(context, std::move(done), [people](SqlDatabase &db) { sql::upsertPeople(db, people); });
}

void SqliteStore::loadState(const QString &key, QObject *context,
                            std::function<void(Result<QString>)> done)
{
    onCache(context, std::move(done), [key](SqlDatabase &db) { return sql::loadState(db, key); });
}

void SqliteStore::saveState(const QString &key, const QString &value, QObject *context, Done done)
{
    if (key.size() > maxState || value.size() > maxState) {
        run(context, std::move(done), [](sql::SqliteWorker &) {
            return Result<void>(
                Error::make(Error::Kind::TooLarge, QStringLiteral("a state value")));
        });
        return;
    }
    onCache(context, std::move(done),
            [key, value](SqlDatabase &db) { sql::saveState(db, key, value); });
}

void SqliteStore::keepFiles(const TempId &id, const Files &files, QObject *context,
                            std::function<void(Result<Files>)> done)
{
    run(context, std::move(done), [id, files](sql::SqliteWorker &worker) {
        return worker.databases().files().keep(id, files);
    });
}

void SqliteStore::addOutbox(const OutboxEntry &entry, QObject *context, Done done)
{
    run(context, std::move(done), [entry](sql::SqliteWorker &worker) {
        const auto added =
            worker.databases().onOutbox([entry](SqlDatabase &db) { sql::addOutbox(db, entry); });
        if (added)
            worker.databases().outboxTruth().written(entry.tempId);
        else if (entry.state != Message::State::Sending)
            worker.databases().outboxTruth().notWritten(entry.tempId);
        return added;
    });
}

void SqliteStore::removeOutbox(const TempId &id, QObject *context, Done done)
{
    run(context, std::move(done), [id](sql::SqliteWorker &worker) -> Result<void> {
        const auto removed =
            worker.databases().onOutbox([id](SqlDatabase &db) { sql::removeOutbox(db, id); });
        if (removed) {
            worker.databases().files().remove(id);
            worker.databases().outboxTruth().written(id);
        } else {
            worker.databases().outboxTruth().notWritten(id);
        }
        return removed;
    });
}

void SqliteStore::loadOutbox(QObject *context,
                             std::function<void(Result<QVector<OutboxEntry>>)> done)
{
    run(context, std::move(done), [](sql::SqliteWorker &worker) {
        auto rows = worker.databases().onOutbox(sql::loadOutbox);
        if (!rows)
            return rows;
        if (sql::OutboxTruth &truth = worker.databases().outboxTruth(); !truth.holds()) {
            const auto onDisk = std::exchange(*rows, sql::OutboxTruth::stopped(*rows));
            if (worker.databases().onOutbox(
                    [&](SqlDatabase &db) { sql::rewriteOutbox(db, *rows); }))
                truth.restored();
            else
                truth.notRestored(onDisk);
        }
        QSet<TempId> ids;
        for (const OutboxEntry &row : std::as_const(*rows))
            ids.insert(row.tempId);
        worker.databases().files().removeAllBut(ids);
        return rows;
    });
}

void SqliteStore::loadDrafts(QObject *context, std::function<void(Result<Drafts>)> done)
{
    onOutbox(context, std::move(done), [](SqlDatabase &db) { return sql::loadDrafts(db); });
}

void SqliteStore::loadDraft(const ConversationId &conversation, QObject *context,
                            std::function<void(Result<QString>)> done)
{
    onOutbox(context, std::move(done),
             [conversation](SqlDatabase &db) { return sql::loadDraft(db, conversation); });
}

void SqliteStore::saveDraft(const ConversationId &conversation, const QString &text,
                            QObject *context, Done done)
{
    onOutbox(context, std::move(done),
             [conversation, text](SqlDatabase &db) { sql::saveDraft(db, conversation, text); });
}

void SqliteStore::removeDraft(const ConversationId &conversation, QObject *context, Done done)
{
    saveDraft(conversation, {}, context, std::move(done));
}

} // namespace suhbat
