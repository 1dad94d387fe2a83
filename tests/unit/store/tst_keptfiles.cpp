// Files of messages on their way: what the user does with the originals must not matter.
#include "store/SqliteStore.h"
#include "StoreValues.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"

#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

using namespace suhbat;
using namespace suhbat::test;
using Files = OutboxStore::Files;

class TestKeptFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnAnyWarning();
        m_folder = std::make_unique<QTemporaryDir>(fastTemporary());
        m_store = std::make_unique<SqliteStore>(m_folder->filePath(QStringLiteral("data")));
    }
    void cleanup()
    {
        m_store.reset();
        m_folder.reset();
    }

    void theyGoOutAsTheyWere();
    void theyGoWithTheirRow();
    void whatACrashLeftBehindGoes();
    void whatCannotBeReadIsAnError();
    void withoutAnAccountNothingIsTouched();

private:
    void open()
    {
        QVERIFY(answerOf<void>([&](auto done) {
            m_store->open(QStringLiteral("https://chat.example.com"), UserId(qint64(7)), &m_context,
                          done);
        }));
    }
    OutboxFile original(const QByteArray &content)
    {
        QFile file(m_folder->filePath(QStringLiteral("plan.pdf")));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("no file");
        return {file.fileName(), QStringLiteral("plan.pdf"), QStringLiteral("application/pdf"),
                content.size()};
    }
    Result<Files> keep(const QString &id, const Files &files)
    {
        return answerOf<Files>(
            [&](auto done) { m_store->keepFiles(TempId(id), files, &m_context, done); });
    }
    QVector<OutboxEntry> rows()
    {
        return *answerOf<QVector<OutboxEntry>>(
            [&](auto done) { m_store->loadOutbox(&m_context, done); });
    }
    void add(const QString &id, const Files &files)
    {
        OutboxEntry entry;
        entry.tempId = TempId(id);
        entry.conversationId = twelve;
        entry.files = files;
        QVERIFY(answerOf<void>([&](auto done) { m_store->addOutbox(entry, &m_context, done); }));
    }
    static QByteArray content(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SqliteStore> m_store;
    QObject m_context;
};

void TestKeptFiles::theyGoOutAsTheyWere()
{
    open();
    const QByteArray large(700 * 1024, 'x'); // more than is copied at once
    const OutboxFile chosen = original(large);
    const auto kept = keep(QStringLiteral("a"), {chosen});
    QVERIFY(kept);
    QCOMPARE(kept->first().name, QStringLiteral("plan.pdf"));
    QCOMPARE(kept->first().bytes, qint64(large.size()));
    add(QStringLiteral("a"), *kept);
    original("something else"); // changed, and then gone
    QVERIFY(QFile::remove(chosen.path));
    const auto mode = QFileInfo(kept->first().path).permissions();
    QVERIFY(!(mode & (QFileDevice::ReadGroup | QFileDevice::ReadOther)));
    m_store = std::make_unique<SqliteStore>(m_folder->filePath(QStringLiteral("data")));
    open();
    QCOMPARE(content(rows().first().files.first().path), large);
}

void TestKeptFiles::theyGoWithTheirRow()
{
    open();
    const auto kept = keep(QStringLiteral("a"), {original("one")});
    add(QStringLiteral("a"), *kept);
    QVERIFY(answerOf<void>(
        [&](auto done) { m_store->removeOutbox(TempId(QStringLiteral("a")), &m_context, done); }));
    QVERIFY(!QFileInfo::exists(kept->first().path));
    QVERIFY(QFileInfo::exists(m_folder->filePath(QStringLiteral("plan.pdf"))));
    // And with everything else of the account.
    const auto other = keep(QStringLiteral("b"), {original("two")});
    add(QStringLiteral("b"), *other);
    QVERIFY(answerOf<void>(
        [&](auto done) { m_store->clear(AccountStore::Clear::Everything, &m_context, done); }));
    QVERIFY(!QFileInfo::exists(other->first().path));
}

void TestKeptFiles::whatACrashLeftBehindGoes()
{
    open();
    const auto kept = keep(QStringLiteral("a"), {original("mine")});
    add(QStringLiteral("a"), *kept);
    const auto orphan = keep(QStringLiteral("b"), {original("of no row")});
    QCOMPARE(rows().size(), 1);
    QVERIFY(QFileInfo::exists(kept->first().path));
    QVERIFY(!QFileInfo::exists(orphan->first().path));
}

void TestKeptFiles::whatCannotBeReadIsAnError()
{
    open();
    OutboxFile missing = original("here");
    missing.path += QStringLiteral(".not");
    const auto kept = keep(QStringLiteral("a"), {original("here"), missing});
    QVERIFY(!kept);
    QCOMPARE(toString(kept.error().kind), QStringLiteral("Storage"));
    QDirIterator left(m_folder->filePath(QStringLiteral("data")), {QStringLiteral("0")},
                      QDir::Files, QDirIterator::Subdirectories);
    QVERIFY(!left.hasNext());
}

void TestKeptFiles::withoutAnAccountNothingIsTouched()
{
    QVERIFY(!keep(QStringLiteral("a"), {original("here")}));
    (void)answerOf<void>(
        [&](auto done) { m_store->clear(AccountStore::Clear::Everything, &m_context, done); });
    QVERIFY(QFileInfo::exists(m_folder->filePath(QStringLiteral("plan.pdf"))));
}

SUHBAT_TEST(TestKeptFiles, Core)
#include "tst_keptfiles.moc"
