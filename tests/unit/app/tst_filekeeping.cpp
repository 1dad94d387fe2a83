// Files on this computer: copies, an emptied cache, the size of pictures, and what waits in the
// composer. What comes from servers is in ../api/tst_filefetch.cpp.
#include "app/files/DraftFiles.h"
#include "app/files/FileCache.h"
#include "app/files/FileCopy.h"
#include "app/files/PictureReader.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace suhbat;

class TestFileKeeping : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void emptyingTheCacheLeavesWhatIsOnItsWay();
    void hugePicturesHaveNoSize();
    void sizesAreOfThePictureAsItIsSeen();
    void copiesReplaceOnlyWhenWhole();
    void aFullDiskAndAMissingRightAreTold();
    void waitingFilesOutliveTheProgram();

private:
    QString write(const QString &name, const QByteArray &bytes) const;

    QTemporaryDir m_dir;
};

void TestFileKeeping::init()
{
    test::failOnAnyWarning();
}

QString TestFileKeeping::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(m_dir.filePath(name));
    const bool done = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    return done ? file.fileName() : QString();
}

void TestFileKeeping::emptyingTheCacheLeavesWhatIsOnItsWay()
{
    FileCache cache(m_dir.filePath(u"emptied"_qs));
    const QString key = FileCache::keyOf(QUrl(u"https://chat.example/a"_qs));
    const auto part = cache.newPart();
    QVERIFY(part && QFile::copy(write(u"some"_qs, "some"), *part) && cache.adopt(*part, key));
    const auto coming = cache.newPart();
    QVERIFY(coming && QFile::copy(m_dir.filePath(u"some"_qs), *coming));
    cache.clear();
    QCOMPARE(cache.bytes(), 0);
    QVERIFY(cache.find(key).isEmpty());
    QVERIFY(cache.adopt(*coming, key));
    QCOMPARE(cache.bytes(), 4);
}

void TestFileKeeping::hugePicturesHaveNoSize()
{
    // 60 000 x 60 000 by its head, a hundred bytes in all.
    QByteArray head("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\xea\x60\0\0\xea\x60\x08\x02\0\0\0", 29);
    const QString bomb = write(u"bomb.png"_qs, head + QByteArray("\x1a\x1b\x1c\x1d", 4));
    QVERIFY(PictureReader::sizeOf(bomb).isEmpty());
    // As wide as is allowed, and more of it than is allowed in all.
    QImage many(9000, 6000, QImage::Format_Mono);
    many.fill(0);
    const QString path = m_dir.filePath(u"many.png"_qs);
    QVERIFY(many.save(path));
    QVERIFY(PictureReader::sizeOf(path).isEmpty());
}

void TestFileKeeping::sizesAreOfThePictureAsItIsSeen()
{
    QImage lying(40, 30, QImage::Format_RGB32);
    lying.fill(Qt::darkCyan);
    const QString path = m_dir.filePath(u"lying.jpg"_qs);
    QVERIFY(lying.save(path));
    QCOMPARE(PictureReader::sizeOf(path), QSize(40, 30));
    // What a camera writes that was held upright: turned by 90 degrees.
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray bytes = file.readAll();
    bytes.insert(2, QByteArray("\xff\xe1\0\x22"
                               "Exif\0\0"
                               "MM\0\x2a\0\0\0\x08"
                               "\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0",
                               36));
    QCOMPARE(PictureReader::sizeOf(write(u"upright.jpg"_qs, bytes)), QSize(30, 40));
    QVERIFY(PictureReader::sizeOf(write(u"none.png"_qs, "no picture")).isEmpty());
}

void TestFileKeeping::copiesReplaceOnlyWhenWhole()
{
    const QString from = write(u"new.txt"_qs, "new");
    const QString to = write(u"old.txt"_qs, "old");
    QVERIFY(!FileCopy::make(from, to)); // never over another one
    QVERIFY(!FileCopy::replace(m_dir.filePath(u"not there"_qs), to));
    QFile kept(to);
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), QByteArray("old"));
    kept.close();
    QVERIFY(FileCopy::replace(from, to));
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), QByteArray("new"));
    QVERIFY(!QFile::exists(to + u".part"_qs));
    QVERIFY(!QFileInfo(to).isExecutable());
}

void TestFileKeeping::aFullDiskAndAMissingRightAreTold()
{
    QFile from(write(u"one.txt"_qs, "one"));
    QVERIFY(from.open(QIODevice::ReadOnly));
    QFile full(u"/dev/full"_qs);
    QVERIFY(full.open(QIODevice::WriteOnly));
    const auto poured = FileCopy::pour(from, full);
    QVERIFY(!poured);
    QCOMPARE(poured.error().storage, StorageProblem::Full);
    const auto nowhere = FileCopy::replace(from.fileName(), u"/nowhere/at/all.txt"_qs);
    QVERIFY(!nowhere);
    QCOMPARE(nowhere.error().storage, StorageProblem::Other);

    const QString closed = m_dir.filePath(u"closed"_qs);
    QVERIFY(QDir().mkpath(closed));
    QVERIFY(QFile::setPermissions(closed, QFileDevice::ReadOwner | QFileDevice::ExeOwner));
    // Who may do everything has to be somebody else for a moment.
    const bool root = getuid() == 0;
    QFile::setPermissions(m_dir.path(), QFileDevice::Permissions(0x7777));
    QVERIFY(!root || setresuid(65534, 65534, 0) == 0);
    const auto forbidden = FileCopy::replace(u"/proc/version"_qs, closed + u"/a.txt"_qs);
    QVERIFY(!root || setresuid(0, 0, 0) == 0);
    QVERIFY(!forbidden);
    QCOMPARE(forbidden.error().storage, StorageProblem::ReadOnly);
}

void TestFileKeeping::waitingFilesOutliveTheProgram()
{
    const QString folder = m_dir.filePath(u"drafts"_qs);
    const DraftFiles drafts(folder);
    QVERIFY(drafts.read().files.isEmpty());
    QVERIFY(drafts.write({}));
    QVERIFY2(!QDir(folder).exists(), "nothing to keep, nothing on the disk");

    OutboxFile here{write(u"here.txt"_qs, "here"), u"ўқинг.txt"_qs, u"text/plain"_qs, 4, 0, 0};
    OutboxFile picture{
        folder + u"/picture-1.png"_qs, u"picture-1.png"_qs, u"image/png"_qs, 0, 40, 30};
    OutboxFile gone{m_dir.filePath(u"gone.txt"_qs), u"gone.txt"_qs, u"text/plain"_qs, 4, 0, 0};
    const ConversationId kim(u"12"_qs);
    const ConversationId lee(u"20"_qs);
    QVERIFY(drafts.write({{kim, {here, picture}}, {lee, {gone}}}));
    QCOMPARE(QFileInfo(folder + u"/waiting.json"_qs).permissions() & QFileDevice::Permissions(0x77),
             QFileDevice::Permissions());
    QVERIFY(QFile::copy(here.path, picture.path));
    QVERIFY(QFile::copy(here.path, folder + u"/picture-2.png"_qs)); // taken out again
    const DraftFiles::Kept kept = drafts.read();
    QCOMPARE(kept.files.value(kim).size(), 2);
    QCOMPARE(kept.files.value(kim).first(), here);
    QCOMPARE(kept.files.value(kim).last().height, 30);
    QVERIFY(!kept.files.contains(lee));
    QCOMPARE(kept.gone.value(lee), QStringList{u"gone.txt"_qs});
    QVERIFY(!QFile::exists(folder + u"/picture-2.png"_qs));
    drafts.remove();
    QVERIFY(!QDir(folder).exists());
}

SUHBAT_TEST(TestFileKeeping, Core)
#include "tst_filekeeping.moc"
