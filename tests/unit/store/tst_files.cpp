#include "base/FolderName.h"
#include "store/SqliteStore.h"
#include "StoreValues.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>

using namespace suhbat;
using namespace suhbat::test;
using Clear = AccountStore::Clear;

/// What the SQLite store does with its files, whatever happens to them.
class TestStoreFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void onlyTheOwnerMayRead_data();
    void onlyTheOwnerMayRead();
    void aSecondProgramIsTold();
    void aCleanCloseLeavesTwoFiles();
    void destructionCloses();
    void nothingWaitsForTheDisk();

    void aDamagedCacheIsSetAside_data();
    void aDamagedCacheIsSetAside();
    void aDamagedPageIsFoundWhenItIsRead();
    void theCheckComesAfterAnUncleanExitOnly();
    void aFewDamagedCachesAreKept();
    void aDamagedOutboxIsSalvaged();
    void aRuinedOutboxIsSetAside();

    void anOldCacheIsMigrated();
    void anOldOutboxIsMigrated();
    void aNewerCacheIsSetAside();
    void aNewerOutboxIsLeftAlone();

    void aFullDiskIsAnError();
    void withoutRoomWhatIsThereCanBeRead();
    void theCacheHasBounds();
    void whatCouldNotBeStoppedIsNotSentByARestart();
    void whatWasShownAsStoppedIsNotSentByARestart();
    void whatIsWrittenInTheEndIsTrueAgain();
    void aFolderThatCannotBeMade();
    void whatIsClearedIsGone();

private:
    using Rows = QVector<OutboxEntry>;

    std::unique_ptr<SqliteStore> makeStore();
    Result<void> open(SqliteStore &store)
    {
        return answerOf<void>([&](auto done) { store.open(m_server, m_user, &m_context, done); });
    }
    QString path(const QString &name) const { return m_account + QLatin1Char('/') + name; }
    QStringList names(const QString &pattern) const
    {
        return QDir(m_account).entryList({pattern}, QDir::Files, QDir::Name);
    }
    QString latest(SqliteStore &store, int count = 5);
    QVector<OutboxEntry> outbox(SqliteStore &store);
    /// A closed account with these numbers of messages and entries.
    void fill(int messages, int entries);
    static void overwrite(const QString &file, qint64 from, qint64 bytes);
    /// Runs the statements of a fixture, or others, on a file of the account.
    void sql(const QString &file, const QString &statements);
    QStringList schemaOf(const QString &file);
    bool anyFileHolds(const QByteArray &needle) const;
    void expectDamageToBeLogged()
    {
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("is \"?damaged")));
    }

    const QString m_server = QStringLiteral("https://chat.example.com");
    const UserId m_user{qint64(7)};
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_account;
    QObject m_context;
};

void TestStoreFiles::init()
{
    failOnAnyWarning();
    m_folder = std::make_unique<QTemporaryDir>(fastTemporary());
    m_account =
        m_folder->path() + QStringLiteral("/data/") + folderNameOf(m_server) + QStringLiteral("/7");
}

void TestStoreFiles::cleanup()
{
    m_folder.reset();
}

std::unique_ptr<SqliteStore> TestStoreFiles::makeStore()
{
    return std::make_unique<SqliteStore>(m_folder->path() + QStringLiteral("/data"));
}

QString TestStoreFiles::latest(SqliteStore &store, int count)
{
    const auto messages = answerOf<QVector<Message>>(
        [&](auto done) { store.loadLatest(twelve, count, &m_context, done); });
    return messages ? bodiesOf(*messages) : toString(messages.error().kind);
}

QVector<OutboxEntry> TestStoreFiles::outbox(SqliteStore &store)
{
    const auto rows = answerOf<Rows>([&](auto done) { store.loadOutbox(&m_context, done); });
    return rows ? *rows : Rows();
}

void TestStoreFiles::fill(int messages, int entries)
{
    const auto store = makeStore();
    QVERIFY(open(*store));
    QVector<Message> all;
    for (int id = 1; id <= messages; ++id)
        all.append(message(id, QStringLiteral("body%1 ").arg(id) + QString(400, u'x')));
    store->upsertMessages(all);
    for (int i = 1; i <= entries; ++i) {
        OutboxEntry entry = outboxEntry(qPrintable(QStringLiteral("temp%1").arg(i)), i);
        entry.body = QString(700, u'y');
        store->addOutbox(entry);
    }
    if (entries > 0)
        store->saveDraft(twelve, QStringLiteral("Hal"));
    store->close();
}

void TestStoreFiles::overwrite(const QString &file, qint64 from, qint64 bytes)
{
    QFile f(file);
    QVERIFY(f.open(QIODevice::ReadWrite));
    QVERIFY(f.seek(from));
    QCOMPARE(f.write(QByteArray(qsizetype(bytes), '\xA5')), bytes);
}

void TestStoreFiles::sql(const QString &file, const QString &statements)
{
    QVERIFY(QDir().mkpath(m_account));
    const QString name = QStringLiteral("test");
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        database.setDatabaseName(path(file));
        QVERIFY(database.open());
        for (const QString &statement : statements.split(QStringLiteral(";\n"))) {
            QSqlQuery query(database);
            if (!statement.trimmed().isEmpty())
                QVERIFY2(query.exec(statement), qPrintable(query.lastError().text()));
        }
    }
    QSqlDatabase::removeDatabase(name);
}

QStringList TestStoreFiles::schemaOf(const QString &file)
{
    QStringList lines;
    const QString name = QStringLiteral("schema");
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        database.setDatabaseName(file);
        if (database.open()) {
            QSqlQuery query(QStringLiteral("SELECT type, name, tbl_name, sql FROM sqlite_master"
                                           " UNION ALL SELECT 'version', user_version, '', ''"
                                           " FROM pragma_user_version ORDER BY 1, 2"),
                            database);
            while (query.next()) {
                lines << query.value(0).toString() + u' ' + query.value(1).toString() + u' ' +
                             query.value(2).toString() + u' ' + query.value(3).toString();
            }
        }
    }
    QSqlDatabase::removeDatabase(name);
    return lines;
}

bool TestStoreFiles::anyFileHolds(const QByteArray &needle) const
{
    QDirIterator files(m_folder->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(needle))
            return true;
    }
    return false;
}

void TestStoreFiles::onlyTheOwnerMayRead_data()
{
    QTest::addColumn<int>("mask");
    QTest::newRow("none") << 0;
    QTest::newRow("usual") << 022;
    QTest::newRow("odd") << 0277;
}

void TestStoreFiles::onlyTheOwnerMayRead()
{
    QFETCH(const int, mask);
    const mode_t before = ::umask(mode_t(mask));
    const auto store = makeStore();
    const Result<void> opened = open(*store);
    store->upsertMessages({message(1)});
    store->saveDraft(twelve, QStringLiteral("Hal"));
    const QString bodies = latest(*store);
    ::umask(before);
    QVERIFY(opened);
    QCOMPARE(bodies, QStringLiteral("1"));
    QStringList seen;
    QDirIterator all(m_folder->path() + QStringLiteral("/data"),
                     QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                     QDirIterator::Subdirectories);
    while (all.hasNext()) {
        const QFileInfo info(all.next());
        struct stat status = {};
        QCOMPARE(::stat(QFile::encodeName(info.filePath()).constData(), &status), 0);
        QVERIFY2((status.st_mode & 0777) == (info.isDir() ? 0700U : 0600U),
                 qPrintable(info.filePath()));
        seen << info.fileName();
    }
    for (const char *file : {"cache.db", "cache.db-wal", "cache.db-shm", "outbox.db",
                             "outbox.db-wal", "outbox.db-shm", "7"})
        QVERIFY2(seen.contains(QLatin1String(file)), file);
}

void TestStoreFiles::aSecondProgramIsTold()
{
    const auto first = makeStore();
    const auto second = makeStore();
    QVERIFY(open(*first));
    const Result<void> refused = open(*second);
    QCOMPARE(toString(refused.error().kind), QStringLiteral("Storage"));
    QVERIFY(refused.error().storage == StorageProblem::InUse);
    // What it is asked nevertheless does nothing.
    second->upsertMessages({message(1)});
    QCOMPARE(latest(*second), QStringLiteral("Storage"));
    QCOMPARE(latest(*first), QString());
    first->close();
    QVERIFY(open(*second));
    QCOMPARE(latest(*second), QString());
}

void TestStoreFiles::aCleanCloseLeavesTwoFiles()
{
    fill(3, 1);
    QCOMPARE(names(QStringLiteral("*")).join(u' '),
             QStringLiteral("cache.db lock outbox.db outbox.true"));
}

void TestStoreFiles::destructionCloses()
{
    {
        const auto store = makeStore();
        store->open(m_server, m_user);
        for (int id = 1; id <= 50; ++id)
            store->upsertMessages({message(id)}, &m_context, [](const auto &) {});
    }
    QCOMPARE(names(QStringLiteral("*")).join(u' '),
             QStringLiteral("cache.db lock outbox.db outbox.true"));
    const auto store = makeStore();
    QVERIFY(open(*store));
    QCOMPARE(latest(*store, 99).split(u' ').size(), 50);
}

// Somebody else keeps both files locked: the calls return, the answers come when they can.
void TestStoreFiles::nothingWaitsForTheDisk()
{
    const auto store = makeStore();
    QVERIFY(open(*store));
    {
        QSqlDatabase other =
            QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("other"));
        other.setDatabaseName(path(QStringLiteral("outbox.db")));
        QVERIFY(other.open());
        QVERIFY(QSqlQuery(other).exec(QStringLiteral("BEGIN IMMEDIATE")));
        QElapsedTimer timer;
        timer.start();
        int stored = 0;
        for (int i = 0; i < 200; ++i) {
            store->addOutbox(outboxEntry(qPrintable(QString::number(i))), &m_context,
                             [&](const Result<void> &result) { stored += result.ok() ? 1 : 0; });
        }
        const qint64 took = timer.elapsed();
        QVERIFY2(took < 100, qPrintable(QString::number(took)));
        QCOMPARE(stored, 0);
        QVERIFY(QSqlQuery(other).exec(QStringLiteral("COMMIT")));
        QTRY_COMPARE(stored, 200);
    }
    QSqlDatabase::removeDatabase(QStringLiteral("other"));
}

void TestStoreFiles::aDamagedCacheIsSetAside_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("bytes");
    QTest::newRow("no database at all") << 0 << 20000;
    QTest::newRow("only its first bytes") << 0 << 16;
    QTest::newRow("the schema") << 100 << 3900;
    QTest::newRow("all but the header") << 100 << 60000;
}

void TestStoreFiles::aDamagedCacheIsSetAside()
{
    QFETCH(const int, from);
    QFETCH(const int, bytes);
    fill(200, 2);
    overwrite(path(QStringLiteral("cache.db")), from, bytes);
    const auto store = makeStore();
    const QSignalSpy rebuilt(store.get(), &AccountStore::cacheRebuilt);
    const QSignalSpy repaired(store.get(), &AccountStore::outboxRepaired);
    expectDamageToBeLogged();
    QVERIFY(open(*store));
    QCOMPARE(latest(*store), QString());
    QTRY_COMPARE(rebuilt.size(), 1);
    const QString aside = rebuilt.at(0).at(0).toString();
    QVERIFY(QRegularExpression(QStringLiteral("/cache-damaged-\\d{8}T\\d{6}Z\\.db$"))
                .match(aside)
                .hasMatch());
    QVERIFY(QFileInfo(aside).size() > 60000);
    // The new one works, and the other file was never touched.
    store->upsertMessages({message(1)});
    QCOMPARE(latest(*store), QStringLiteral("1"));
    QCOMPARE(outbox(*store).size(), 2);
    QCOMPARE(rebuilt.size(), 1);
    QCOMPARE(repaired.size(), 0);
}

void TestStoreFiles::aDamagedPageIsFoundWhenItIsRead()
{
    fill(2000, 0);
    const qint64 size = QFileInfo(path(QStringLiteral("cache.db"))).size();
    overwrite(path(QStringLiteral("cache.db")), size / 8 * 3, size / 2);
    const auto store = makeStore();
    const QSignalSpy rebuilt(store.get(), &AccountStore::cacheRebuilt);
    QVERIFY(open(*store));
    expectDamageToBeLogged();
    QString all = latest(*store, 1000);
    for (int i = 0; i < 3 && !all.isEmpty(); ++i) {
        all = bodiesOf(*answerOf<QVector<Message>>([&](auto done) {
            store->loadBefore(twelve, MessageId(qint64(1001 - 400 * i)), 1000, &m_context, done);
        }));
    }
    QCOMPARE(all, QString());
    QTRY_COMPARE(rebuilt.size(), 1);
    store->upsertMessages({message(1)});
    QCOMPARE(latest(*store), QStringLiteral("1"));
    QCOMPARE(rebuilt.size(), 1);
}

void TestStoreFiles::theCheckComesAfterAnUncleanExitOnly()
{
    fill(2000, 2);
    const QString file = path(QStringLiteral("cache.db"));
    const qint64 size = QFileInfo(file).size();
    overwrite(file, size / 8 * 3, size / 4);
    for (const bool unclean : {false, true}) {
        if (unclean) {
            QFile marker(path(QStringLiteral("open")));
            QVERIFY(marker.open(QIODevice::WriteOnly));
        }
        const auto store = makeStore();
        const QSignalSpy rebuilt(store.get(), &AccountStore::cacheRebuilt);
        const QSignalSpy checked(store.get(), &SqliteStore::checked);
        QVERIFY(open(*store));
        QCOMPARE(rebuilt.size(), 0); // and not before it is asked for
        if (unclean)
            expectDamageToBeLogged();
        store->checkWhenIdle();
        QTRY_COMPARE(checked.size(), 1);
        QCOMPARE(rebuilt.size(), unclean ? 1 : 0);
        QCOMPARE(outbox(*store).size(), 2);
        store->close();
    }
}

void TestStoreFiles::aFewDamagedCachesAreKept()
{
    for (int i = 0; i < 6; ++i) {
        if (i > 0)
            expectDamageToBeLogged();
        fill(1, 0);
        overwrite(path(QStringLiteral("cache.db")), 0, 100);
    }
    expectDamageToBeLogged();
    fill(1, 0);
    QCOMPARE(names(QStringLiteral("cache-damaged-*.db")).size(), 3);
}

void TestStoreFiles::aDamagedOutboxIsSalvaged()
{
    fill(1, 60);
    const QString file = path(QStringLiteral("outbox.db"));
    const qint64 size = QFileInfo(file).size();
    overwrite(file, size / 2, 4096);
    const auto store = makeStore();
    const QSignalSpy repaired(store.get(), &AccountStore::outboxRepaired);
    const QSignalSpy rebuilt(store.get(), &AccountStore::cacheRebuilt);
    QVERIFY(open(*store));
    expectDamageToBeLogged();
    const Rows rows = outbox(*store);
    QTRY_COMPARE(repaired.size(), 1);
    // One page of a dozen is lost, before and behind it nothing.
    QVERIFY2(rows.size() >= 45 && rows.size() < 60, qPrintable(QString::number(rows.size())));
    // Nothing that SQLite read without complaint, but changed, goes to anybody.
    for (const OutboxEntry &entry : rows)
        QVERIFY(entry.body == QString(700, u'y') && entry.conversationId == twelve);
    QCOMPARE(rows.first().attempts, 1);
    QCOMPARE(rows.last().attempts, 60);
    QVERIFY(std::is_sorted(rows.begin(), rows.end(),
                           [](const auto &a, const auto &b) { return a.attempts < b.attempts; }));
    QCOMPARE(repaired.at(0).at(1).toInt(), int(rows.size()) + 1); // and the draft
    QCOMPARE(*answerOf<QString>([&](auto done) { store->loadDraft(twelve, &m_context, done); }),
             QStringLiteral("Hal"));
    QVERIFY(QFileInfo::exists(repaired.at(0).at(0).toString()));
    QCOMPARE(latest(*store).left(5), QStringLiteral("body1"));
    QCOMPARE(rebuilt.size(), 0);
}

void TestStoreFiles::aRuinedOutboxIsSetAside()
{
    fill(1, 3);
    overwrite(path(QStringLiteral("outbox.db")), 0, 4096);
    const auto store = makeStore();
    const QSignalSpy repaired(store.get(), &AccountStore::outboxRepaired);
    expectDamageToBeLogged();
    QVERIFY(open(*store));
    QTRY_COMPARE(repaired.size(), 1);
    QCOMPARE(repaired.at(0).at(1).toInt(), 0);
    QCOMPARE(names(QStringLiteral("outbox-damaged-*.db")).size(), 1);
    QVERIFY(
        answerOf<void>([&](auto done) { store->addOutbox(outboxEntry("new"), &m_context, done); }));
    QCOMPARE(outbox(*store).size(), 1);
}

void TestStoreFiles::anOldCacheIsMigrated()
{
    sql(QStringLiteral("cache.db"),
        QString::fromUtf8(fixture(QStringLiteral("store/cache-1.sql"))));
    const auto old = makeStore();
    QVERIFY(open(*old));
    const auto rows = answerOf<QVector<ConversationRow>>(
        [&](auto done) { old->loadConversations(&m_context, done); });
    QCOMPARE(*rows, QVector<ConversationRow>{fullConversationRow()});
    const auto messages = answerOf<QVector<Message>>(
        [&](auto done) { old->loadLatest(twelve, 9, &m_context, done); });
    Message full = fullMessage();
    for (Attachment &one : full.attachments)
        one.width = one.height = 0; // it did not know how large a picture is
    QCOMPARE(*messages, (QVector<Message>{message(9, QStringLiteral("nine")), full}));
    // What came with the second version works on what was there before.
    const auto found = answerOf<QVector<Message>>([&](auto done) {
        old->search({QStringLiteral("lines"), {}, {}, 9}, &m_context, done);
    });
    QCOMPARE(*found, QVector<Message>{full});
    old->upsertMessages({message(501, QStringLiteral("other"))});
    const auto after = answerOf<QVector<Message>>([&](auto done) {
        old->search({QStringLiteral("lines"), {}, {}, 9}, &m_context, done);
    });
    QVERIFY(after->isEmpty());
    old->close();
    const QStringList migrated = schemaOf(path(QStringLiteral("cache.db")));
    QVERIFY(QFile::remove(path(QStringLiteral("cache.db"))));
    fill(0, 0);
    QCOMPARE(migrated, schemaOf(path(QStringLiteral("cache.db"))));
    QVERIFY(migrated.size() > 10);
}

void TestStoreFiles::anOldOutboxIsMigrated()
{
    sql(QStringLiteral("outbox.db"),
        QString::fromUtf8(fixture(QStringLiteral("store/outbox-1.sql"))));
    const auto old = makeStore();
    QVERIFY(open(*old));
    OutboxEntry full = fullOutboxEntry();
    full.files.clear();
    full.replyTo.reset();
    full.state = Message::State::Sending;
    full.stoppedBy.reset();
    QCOMPARE(outbox(*old), (Rows{outboxEntry("b", 1), full}));
    QCOMPARE(*answerOf<QString>([&](auto done) { old->loadDraft(twelve, &m_context, done); }),
             QStringLiteral("Hal"));
    old->close();
    const QStringList migrated = schemaOf(path(QStringLiteral("outbox.db")));
    QVERIFY(QFile::remove(path(QStringLiteral("outbox.db"))));
    fill(0, 0);
    QCOMPARE(migrated, schemaOf(path(QStringLiteral("outbox.db"))));
}

void TestStoreFiles::aNewerCacheIsSetAside()
{
    fill(1, 0);
    sql(QStringLiteral("cache.db"), QStringLiteral("PRAGMA user_version=1000"));
    const auto store = makeStore();
    const QSignalSpy rebuilt(store.get(), &AccountStore::cacheRebuilt);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("is \"newer\"")));
    QVERIFY(open(*store));
    QCOMPARE(latest(*store), QString());
    QTRY_COMPARE(rebuilt.size(), 1);
    QCOMPARE(names(QStringLiteral("cache-newer-*.db")).size(), 1);
}

void TestStoreFiles::aNewerOutboxIsLeftAlone()
{
    fill(1, 2);
    sql(QStringLiteral("outbox.db"), QStringLiteral("PRAGMA user_version=1000"));
    const auto bytes = [&] {
        QFile file(path(QStringLiteral("outbox.db")));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QByteArray before = bytes();
    const auto store = makeStore();
    const Result<void> refused = open(*store);
    QCOMPARE(toString(refused.error().kind), QStringLiteral("Storage"));
    QVERIFY(refused.error().storage == StorageProblem::Newer);
    store->addOutbox(outboxEntry("x"));
    QCOMPARE(latest(*store), QStringLiteral("Storage"));
    store->close();
    QVERIFY(bytes() == before);
}

namespace {

/// A limit on the size of files stands for a disk without room.
class NoRoom
{
public:
    explicit NoRoom(rlim_t limit = 1024) : m_handler(std::signal(SIGXFSZ, SIG_IGN))
    {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit small = m_before;
        small.rlim_cur = limit;
        ::setrlimit(RLIMIT_FSIZE, &small);
    }
    ~NoRoom()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    NoRoom(const NoRoom &) = delete;
    NoRoom &operator=(const NoRoom &) = delete;

private:
    rlimit m_before = {};
    sighandler_t m_handler;
};

OutboxEntry failed(OutboxEntry entry)
{
    entry.state = Message::State::Failed;
    entry.stoppedBy = Error::make(Error::Kind::Storage, QStringLiteral("test"));
    return entry;
}

} // namespace

void TestStoreFiles::withoutRoomWhatIsThereCanBeRead()
{
    fill(3, 2);
    const auto store = makeStore();
    const QSignalSpy trouble(store.get(), &AccountStore::troubleChanged);
    {
        const NoRoom noRoom;
        const Result<void> opened = open(*store);
        QCOMPARE(toString(opened.error().kind), QStringLiteral("Storage"));
        QTRY_COMPARE(trouble.size(), 1);
        QVERIFY(latest(*store).startsWith(QStringLiteral("body1 ")));
        QCOMPARE(outbox(*store).size(), 2);
        QVERIFY(!answerOf<void>(
            [&](auto done) { store->addOutbox(outboxEntry("c"), &m_context, done); }));
        QVERIFY(latest(*store).startsWith(QStringLiteral("body1 ")));
        QCOMPARE(trouble.size(), 1);
    }
    QVERIFY(
        answerOf<void>([&](auto done) { store->addOutbox(outboxEntry("c"), &m_context, done); }));
    QTRY_COMPARE(trouble.size(), 2);
    QVERIFY(trouble.last().first().value<StorageProblem>() == StorageProblem::None);
    QCOMPARE(outbox(*store).size(), 3);
}

void TestStoreFiles::theCacheHasBounds()
{
    const auto counts = [this](SqliteStore &store) {
        QVector<int> of;
        for (const qint64 room : {12, 13, 14}) {
            const auto all = answerOf<QVector<Message>>(
                [&](auto done) { store.loadLatest(ConversationId(room), 1000, &m_context, done); });
            of.append(int(all->size()));
        }
        return of;
    };
    const auto prune = [](SqliteStore &store) {
        QSignalSpy checked(&store, &SqliteStore::checked);
        store.checkWhenIdle();
        return checked.wait();
    };
    SqliteStore store(m_folder->path() + QStringLiteral("/data"), {600, 1000, 50});
    QVERIFY(open(store));
    QVector<Message> all;
    for (const auto &[room, count] : {std::pair{12, 950}, std::pair{13, 30}, std::pair{14, 300}}) {
        for (int id = 1; id <= count; ++id) {
            Message one = message(room * 1000 + id, QStringLiteral("word%1").arg(id));
            one.conversationId = ConversationId(qint64(room));
            all.append(one);
        }
    }
    store.upsertMessages(all);
    QVERIFY(prune(store));
    QCOMPARE(counts(store), (QVector<int>{600, 30, 300}));
    QCOMPARE(latest(store, 1), QStringLiteral("word950")); // the newest stay
    const auto found = answerOf<QVector<Message>>([&](auto done) {
        store.search({QStringLiteral("word5"), twelve, {}, 9}, &m_context, done);
    });
    QVERIFY(std::all_of(found->cbegin(), found->cend(),
                        [](const Message &one) { return one.body != QLatin1String("word5"); }));
    // Too many altogether: each keeps fewer.
    QVector<Message> more;
    for (int id = 1; id <= 500; ++id) {
        Message one = message(15000 + id);
        one.conversationId = ConversationId(qint64(15));
        more.append(one);
    }
    store.upsertMessages(more);
    QVERIFY(prune(store));
    QCOMPARE(counts(store), (QVector<int>{300, 30, 300}));
}

// The bubble said that it failed, the disk says that it is on its way.
void TestStoreFiles::whatCouldNotBeStoppedIsNotSentByARestart()
{
    const auto store = makeStore();
    QVERIFY(open(*store));
    store->addOutbox(outboxEntry("a"));
    QVERIFY(answerOf<void>(
        [&](auto done) { store->addOutbox(outboxEntry("b", 1), &m_context, done); }));
    {
        const NoRoom noRoom;
        QVERIFY(!answerOf<void>(
            [&](auto done) { store->addOutbox(failed(outboxEntry("a")), &m_context, done); }));
    }
    store->close();
    for (int start = 0; start < 2; ++start) {
        const auto next = makeStore();
        QVERIFY(open(*next));
        const Rows rows = outbox(*next);
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows.at(0).state, Message::State::Failed);
        QCOMPARE(rows.at(1).state, Message::State::Undecided); // nobody knows which it was
        QVERIFY(rows.at(0).stoppedBy && rows.at(1).stoppedBy);
        next->close();
    }
}

// Read again (after the next login) while there is still no room: "b" is shown as stopped, too, and
// "a" alone is written later.
void TestStoreFiles::whatWasShownAsStoppedIsNotSentByARestart()
{
    const auto store = makeStore();
    QVERIFY(open(*store));
    store->addOutbox(outboxEntry("a"));
    OutboxEntry large = outboxEntry("b");
    large.body = QString(100000, u'z');
    QVERIFY(answerOf<void>([&](auto done) { store->addOutbox(large, &m_context, done); }));
    {
        // What is there can be read, and not a byte can be added.
        const NoRoom noRoom(rlim_t(QFileInfo(path(QStringLiteral("outbox.db-wal"))).size()));
        QVERIFY(!answerOf<void>(
            [&](auto done) { store->addOutbox(failed(outboxEntry("a")), &m_context, done); }));
        const Rows shown = outbox(*store);
        QCOMPARE(shown.size(), 2);
        QCOMPARE(shown.at(1).state, Message::State::Failed);
    }
    store->addOutbox(failed(outboxEntry("a")));
    store->close();
    const auto next = makeStore();
    QVERIFY(open(*next));
    const Rows rows = outbox(*next);
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows.at(0).state, Message::State::Failed);
    QCOMPARE(rows.at(1).state, Message::State::Failed);
}

void TestStoreFiles::whatIsWrittenInTheEndIsTrueAgain()
{
    const auto store = makeStore();
    QVERIFY(open(*store));
    store->addOutbox(outboxEntry("a"));
    QVERIFY(
        answerOf<void>([&](auto done) { store->addOutbox(outboxEntry("b"), &m_context, done); }));
    {
        const NoRoom noRoom;
        QVERIFY(!answerOf<void>(
            [&](auto done) { store->addOutbox(failed(outboxEntry("a")), &m_context, done); }));
        QVERIFY(!answerOf<void>([&](auto done) {
            store->removeOutbox(TempId(QStringLiteral("b")), &m_context, done);
        }));
    }
    store->addOutbox(failed(outboxEntry("a")));
    store->addOutbox(outboxEntry("c"));
    store->removeOutbox(TempId(QStringLiteral("b")));
    store->close();
    const auto next = makeStore();
    QVERIFY(open(*next));
    const Rows rows = outbox(*next);
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows.at(0).state, Message::State::Failed);
    QCOMPARE(rows.at(1).tempId, TempId(QStringLiteral("c")));
    QCOMPARE(rows.at(1).state, Message::State::Sending);
}

// A limit on the size of files stands for a disk without room; as with one, writing fails in the
// middle of things.
void TestStoreFiles::aFullDiskIsAnError()
{
    const auto store = makeStore();
    QVERIFY(open(*store));
    store->upsertMessages({message(1)});
    QVERIFY(answerOf<void>(
        [&](auto done) { store->addOutbox(outboxEntry("before"), &m_context, done); }));
    rlimit unlimited = {};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &unlimited), 0);
    const auto oldHandler = std::signal(SIGXFSZ, SIG_IGN);
    rlimit small = unlimited;
    small.rlim_cur = 400 * 1024;
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);

    QVector<Message> many;
    for (int id = 2; id < 1000; ++id)
        many.append(message(id, QString(800, u'z')));
    OutboxEntry large = outboxEntry("large");
    large.body = QString(800000, u'z');
    const auto cache =
        answerOf<void>([&](auto done) { store->upsertMessages(many, &m_context, done); });
    const auto entry =
        answerOf<void>([&](auto done) { store->addOutbox(large, &m_context, done); });
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &unlimited), 0);
    std::signal(SIGXFSZ, oldHandler);

    QCOMPARE(toString(cache.error().kind), QStringLiteral("Storage"));
    QCOMPARE(toString(entry.error().kind), QStringLiteral("Storage"));
    // All or nothing, and with room it goes on.
    QCOMPARE(latest(*store, 9), QStringLiteral("1"));
    QCOMPARE(outbox(*store).size(), 1);
    QVERIFY(answerOf<void>([&](auto done) { store->upsertMessages(many, &m_context, done); }));
    QVERIFY(answerOf<void>([&](auto done) { store->addOutbox(large, &m_context, done); }));
    QCOMPARE(outbox(*store).size(), 2);
}

void TestStoreFiles::aFolderThatCannotBeMade()
{
    QFile inTheWay(m_folder->path() + QStringLiteral("/data"));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    const auto store = makeStore();
    const Result<void> refused = open(*store);
    QCOMPARE(toString(refused.error().kind), QStringLiteral("Storage"));
    QVERIFY(refused.error().storage == StorageProblem::ReadOnly);
    QCOMPARE(latest(*store), QStringLiteral("Storage"));
    // Once it can, it is.
    QVERIFY(inTheWay.remove());
    store->upsertMessages({message(1)});
    QCOMPARE(latest(*store), QStringLiteral("1"));
}

void TestStoreFiles::whatIsClearedIsGone()
{
    fill(1, 0);
    overwrite(path(QStringLiteral("cache.db")), 0, 16); // a damaged one holds messages too
    const auto store = makeStore();
    expectDamageToBeLogged();
    QVERIFY(open(*store));
    store->upsertMessages({message(1, QStringLiteral("NEEDLE1"))});
    OutboxEntry entry = outboxEntry("a");
    entry.body = QStringLiteral("NEEDLE2");
    store->addOutbox(entry);
    QCOMPARE(latest(*store), QStringLiteral("NEEDLE1"));
    QVERIFY(anyFileHolds("body1") && anyFileHolds("NEEDLE1") && anyFileHolds("NEEDLE2"));
    QVERIFY(answerOf<void>([&](auto done) { store->clear(Clear::Cache, &m_context, done); }));
    QVERIFY(!anyFileHolds("body1") && !anyFileHolds("NEEDLE1"));
    QVERIFY(anyFileHolds("NEEDLE2"));
    QVERIFY(answerOf<void>([&](auto done) { store->clear(Clear::Everything, &m_context, done); }));
    QVERIFY(!anyFileHolds("NEEDLE2"));
}

SUHBAT_TEST(TestStoreFiles, Core)
#include "tst_files.moc"
