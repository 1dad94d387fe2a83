#include "base/FolderName.h"
#include "store/SqliteStore.h"
#include "StoreValues.h"
#include "support/Fixtures.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <atomic>
#include <cstdio>
#include <dlfcn.h>
#include <fcntl.h>
#include <mutex>
#include <unistd.h>

using namespace suhbat;
using namespace suhbat::test;

namespace {

/// What reached the disk, in its order, as seen by the two functions below.
struct DiskWatch
{
    std::mutex mutex;
    QByteArray needle; ///< looked for in a file of the outbox when it is synced
    bool watching = false;
    int synced = 0; ///< how often such a file went to the disk with the needle in it
} diskWatch;

void aboutToSync(int fd)
{
    const std::lock_guard lock(diskWatch.mutex);
    if (!diskWatch.watching)
        return;
    std::array<char, 4096> name{};
    const std::string link = "/proc/self/fd/" + std::to_string(fd);
    const ssize_t length = ::readlink(link.c_str(), name.data(), name.size() - 1);
    const QByteArray file(name.data(), length > 0 ? length : 0);
    if (!file.contains("/outbox.db"))
        return;
    QFile content(QString::fromLocal8Bit(file));
    if (content.open(QIODevice::ReadOnly) && content.readAll().contains(diskWatch.needle))
        ++diskWatch.synced;
}

int callNext(const char *name, int fd)
{
    using Function = int (*)(int);
    return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name))(fd);
}

} // namespace

// The program's own definitions come before the C library's, for SQLite too.
extern "C" int fsync(int fd)
{
    const int result = callNext("fsync", fd);
    aboutToSync(fd);
    return result;
}

extern "C" int fdatasync(int fd)
{
    const int result = callNext("fdatasync", fd);
    aboutToSync(fd);
    return result;
}

/// What is answered is on the disk.
class TestStoreDurability : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }
    void theDiskHasItBeforeTheAnswer_data();
    void theDiskHasItBeforeTheAnswer();
    void answeredRowsSurviveAKill();

private:
    QObject m_context;
};

void TestStoreDurability::theDiskHasItBeforeTheAnswer_data()
{
    QTest::addColumn<QString>("change");
    for (const char *change : {"add", "change", "remove", "draft"})
        QTest::newRow(change) << QString::fromLatin1(change);
}

void TestStoreDurability::theDiskHasItBeforeTheAnswer()
{
    QFETCH(const QString, change);
    const QTemporaryDir folder;
    SqliteStore store(folder.path());
    QVERIFY(answerOf<void>([&](auto done) {
        store.open(QStringLiteral("server"), UserId(qint64(1)), &m_context, done);
    }));
    OutboxEntry entry = outboxEntry("a");
    entry.body = QStringLiteral("FIRST");
    QVERIFY(answerOf<void>([&](auto done) { store.addOutbox(entry, &m_context, done); }));
    {
        const std::lock_guard lock(diskWatch.mutex);
        diskWatch.needle = change == QLatin1String("remove") ? "FIRST" : "SECOND";
        diskWatch.synced = 0;
        diskWatch.watching = true;
    }
    int syncedBefore = -1;
    const auto done = [&](const Result<void> &result) {
        QVERIFY(result);
        const std::lock_guard lock(diskWatch.mutex);
        syncedBefore = diskWatch.synced;
    };
    entry.body = QStringLiteral("SECOND");
    if (change == QLatin1String("add"))
        entry.tempId = TempId(QStringLiteral("b"));
    if (change == QLatin1String("draft"))
        store.saveDraft(twelve, entry.body, &m_context, done);
    else if (change == QLatin1String("remove"))
        store.removeOutbox(entry.tempId, &m_context, done);
    else
        store.addOutbox(entry, &m_context, done);
    QTRY_VERIFY(syncedBefore >= 0);
    {
        const std::lock_guard lock(diskWatch.mutex);
        diskWatch.watching = false;
    }
    QVERIFY2(syncedBefore >= 1, "answered before the disk had it");
}

// A process adds entries, says which ones were answered, and is killed at any moment.
void TestStoreDurability::answeredRowsSurviveAKill()
{
    const QTemporaryDir folder;
    int answered = 0;
    for (int round = 0; round < 3; ++round) {
        QProcess writer;
        writer.start(QCoreApplication::applicationFilePath(),
                     {QStringLiteral("--writer"), folder.path(), QString::number(answered)});
        QVERIFY(writer.waitForStarted());
        const int enough = answered + 20 + 7 * round;
        while (answered < enough) {
            QVERIFY(writer.waitForReadyRead(20000));
            while (writer.canReadLine())
                answered = writer.readLine().trimmed().toInt();
        }
        writer.kill();
        QVERIFY(writer.waitForFinished());
        QCOMPARE(writer.exitStatus(), QProcess::CrashExit);
        for (const QByteArray &line : writer.readAll().split('\n'))
            answered = line.isEmpty() ? answered : line.toInt();
        SqliteStore store(folder.path());
        QVERIFY(answerOf<void>([&](auto done) {
            store.open(QStringLiteral("server"), UserId(qint64(1)), &m_context, done);
        }));
        const auto rows =
            answerOf<QVector<OutboxEntry>>([&](auto done) { store.loadOutbox(&m_context, done); });
        QVERIFY(rows);
        // All that were answered, in order; perhaps some whose answer was not heard.
        QVERIFY2(rows->size() >= answered,
                 qPrintable(QStringLiteral("%1 of %2").arg(rows->size()).arg(answered)));
        for (int i = 0; i < rows->size(); ++i)
            QCOMPARE(rows->at(i).attempts, i + 1);
        answered = int(rows->size());
    }
}

/// The process that is killed: adds entries one after the other and prints each one's number when
/// it was answered.
static int writeUntilKilled(const QString &folder, int number)
{
    QObject context;
    SqliteStore store(folder);
    store.open(QStringLiteral("server"), UserId(qint64(1)));
    std::function<void()> addNext = [&] {
        ++number;
        OutboxEntry entry = outboxEntry(qPrintable(QString::number(number)), number);
        entry.body = QString(300, u'b');
        store.addOutbox(entry, &context, [&](const Result<void> &result) {
            if (!result) {
                QCoreApplication::exit(1);
                return;
            }
            std::printf("%d\n", number);
            std::fflush(stdout);
            addNext();
        });
    };
    addNext();
    return QCoreApplication::exec();
}

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QLatin1String("--writer"))
        return writeUntilKilled(arguments.value(2), arguments.value(3).toInt());
    TestStoreDurability test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_durability.moc"
