#include "app/platform/SystemSecretStore.h"
#include "support/Desk.h"
#include "support/FakeKeyring.h"
#include "support/Fixtures.h"
#include "support/SlowDoor.h"
#include "support/TestProgram.h"

#include <QClipboard>
#include <QDir>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>
#include <QImage>
#include <QMimeData>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTest>

using namespace suhbat;
namespace kim = suhbat::test::kim;

// Files on their way out: picked, dropped, pasted. One window for all, with a disk behind it.
class TestAttachments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanupTestCase();
    void droppedFilesGoWithTheirWords();
    void droppedWordsAreWritten();
    void aPictureIsPastedAndTakenOut();
    void aPictureThatCannotBeWrittenIsTold();
    void filesAreChosenInTheDialog();
    void whatCannotGoIsTold();
    void filesStayWithTheirConversation();
    void aFileThatIsGoneComesBack();
    void anUploadIsStoppedThenSent();
    void aPictureOnItsWayIsStopped();
    void aPictureHasItsOwnRoom();
    void waitingFilesAreThereAfterARestart();
    void aLogoutTakesWaitingFilesAlong();

private:
    const QString m_tiles = QStringLiteral("attachmentTile");
    const QString m_composer = QStringLiteral("composer");
    const QString m_problem = QStringLiteral("attachmentProblem");

    QUrl file(const QString &name, qint64 bytes) const;
    void drop(const QList<QUrl> &urls);
    [[nodiscard]] bool start();
    QString entryNamed(const QString &name);
    test::Person &dana() { return *m_dana; }
    AttachmentListModel &files() { return *dana().app().attachments()->files(); }
    QString words() { return dana().item(m_composer)->property("text").toString(); }

    QTemporaryDir m_dir;
    test::FakeKeyring::Drawer m_drawer;
    std::unique_ptr<demo::DemoServer> m_server;
    std::unique_ptr<test::SlowDoor> m_door;
    std::unique_ptr<test::Person> m_dana;
};

void TestAttachments::initTestCase()
{
    qputenv("HOME", m_dir.path().toLocal8Bit()); // where the dialog begins
    demo::DemoOptions options;
    options.quiet = true;
    m_server = std::make_unique<demo::DemoServer>(options);
    QVERIFY(m_server->listen());
    m_door = std::make_unique<test::SlowDoor>(quint16(m_server->apiUrl().port()));
    QVERIFY(start());
    QVERIFY(dana().logIn(test::account::dana, test::account::password));
}

// With the files of whoever was here before.
bool TestAttachments::start()
{
    m_dana.reset();
    const QString data = m_dir.filePath(QStringLiteral("data"));
    m_dana = std::make_unique<test::Person>(
        AccountPaths::below(m_dir.filePath(QStringLiteral("config")), data),
        std::make_unique<SystemSecretStore>(std::make_unique<test::FakeKeyring>(m_drawer),
                                            data + QStringLiteral("/secrets")));
    ServerProfile profile = test::Person::profileOf(*m_server);
    profile.capabilities.on.upload = true;
    profile.apiBaseUrl.setPort(m_door->serverPort());
    return dana().open(profile);
}

// With Kim, and nothing attached.
void TestAttachments::init()
{
    test::failOnAnyWarning();
    if (dana().app().chat()->conversationTitle() != kim::name)
        QVERIFY(dana().openConversation(kim::name));
    while (files().count() > 0)
        files().removeAt(0);
    QVERIFY(dana().type(m_composer, QString()));
}

void TestAttachments::cleanupTestCase()
{
    m_dana.reset();
    m_door.reset();
    m_server.reset();
}

QUrl TestAttachments::file(const QString &name, qint64 bytes) const
{
    QFile made(m_dir.filePath(name));
    const bool done = made.open(QIODevice::WriteOnly) && made.resize(bytes);
    return done ? QUrl::fromLocalFile(made.fileName()) : QUrl();
}

// As a file manager does it.
void TestAttachments::drop(const QList<QUrl> &urls)
{
    QMimeData dragged;
    dragged.setUrls(urls);
    const QPoint where(dana().window()->width() - 200, 300);
    QDragEnterEvent enter(where, Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(dana().window(), &enter);
    QVERIFY(dana().waitForText(QStringLiteral("dropHint"), kim::name));
    QDropEvent release(where, Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(dana().window(), &release);
    QVERIFY(dana().waitUntilGone(QStringLiteral("dropHint")));
}

// The row of the open dialog that shows this file.
QString TestAttachments::entryNamed(const QString &name)
{
    for (int row = 0; row < 20; ++row) {
        QString entry = QStringLiteral("fileDialogDelegate%1").arg(row);
        if (dana().itemShowing(entry, name) != nullptr)
            return entry;
    }
    return {};
}

void TestAttachments::droppedFilesGoWithTheirWords()
{
    drop({file(QStringLiteral("plan.pdf"), 2048), file(QStringLiteral("ўқинг.txt"), 10)});
    QVERIFY(dana().waitForText(m_tiles, QStringLiteral("plan.pdf")));
    QVERIFY(dana().waitForText(m_tiles, QStringLiteral("2.0 kB")));
    // The field has the keyboard: the words come next.
    dana().typeText(QStringLiteral("both of them"));
    dana().press(Qt::Key_Return);
    QVERIFY(dana().waitUntilGone(m_tiles));
    QTRY_COMPARE(m_server->messages(kim::room).last().body, QStringLiteral("both of them"));
    const auto arrived = m_server->messages(kim::room).last().files;
    QCOMPARE(arrived.size(), 2);
    QCOMPARE(arrived.first().name, QStringLiteral("plan.pdf"));
    QCOMPARE(arrived.first().size, 2048);
    QCOMPARE(arrived.last().name, QStringLiteral("ўқинг.txt"));
    QVERIFY(dana().waitForText(QStringLiteral("messageBubble"), QStringLiteral("plan.pdf")));
    QCOMPARE(words(), QString());
}

// As a browser does it, with the address of a page or with a few of its words.
void TestAttachments::droppedWordsAreWritten()
{
    QMimeData dragged;
    dragged.setText(QStringLiteral("https://example.test/page"));
    dragged.setUrls({QUrl(QStringLiteral("https://example.test/page"))});
    const QPoint where(dana().window()->width() - 200, 300);
    QDragEnterEvent enter(where, Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(dana().window(), &enter);
    QVERIFY(enter.isAccepted());
    QVERIFY(!dana().sees(QStringLiteral("dropHint")));
    QDropEvent release(where, Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(dana().window(), &release);
    QCOMPARE(words(), QStringLiteral("https://example.test/page"));
    QVERIFY(files().rowCount() == 0);
    dana().typeText(QStringLiteral("!"));
    QCOMPARE(words(), QStringLiteral("https://example.test/page!"));
    QVERIFY(dana().type(m_composer, QString()));
}

void TestAttachments::aPictureIsPastedAndTakenOut()
{
    QImage picture(400, 300, QImage::Format_RGB32);
    picture.fill(Qt::darkCyan);
    QGuiApplication::clipboard()->setImage(picture);
    dana().press(Qt::Key_V, Qt::ControlModifier);
    QVERIFY(dana().waitFor(m_tiles));
    QTRY_VERIFY(dana().item(m_tiles)->property("shown").toBool());
    QVERIFY(dana().click(QStringLiteral("attachmentRemove")));
    QVERIFY(dana().waitUntilGone(m_tiles));
    // No words, no files: nothing to send.
    QVERIFY(!dana().item(QStringLiteral("sendButton"))->isEnabled());
    dana().press(Qt::Key_V, Qt::ControlModifier);
    QVERIFY(dana().waitFor(m_tiles));
    QVERIFY(dana().click(QStringLiteral("sendButton")));
    QTRY_COMPARE(m_server->messages(kim::room).last().files.size(), 1);
    QCOMPARE(m_server->messages(kim::room).last().files.first().mimeType,
             QStringLiteral("image/png"));
    QCOMPARE(m_server->messages(kim::room).last().body, QString());
}

// Something else is where the folder for pasted pictures has to be, as on a disk that takes none.
void TestAttachments::aPictureThatCannotBeWrittenIsTold()
{
    QImage picture(400, 300, QImage::Format_RGB32);
    picture.fill(Qt::darkCyan);
    QGuiApplication::clipboard()->setImage(picture);
    dana().press(Qt::Key_V, Qt::ControlModifier);
    QTRY_COMPARE(files().count(), 1);
    const QString folder = QFileInfo(files().files().first().path).path();
    files().removeAt(0);
    QVERIFY(dana().waitUntilGone(m_tiles));
    QVERIFY(QDir().rename(folder, folder + QStringLiteral(".away")));
    QFile inTheWay(folder);
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    dana().press(Qt::Key_V, Qt::ControlModifier);
    QVERIFY(dana().waitForText(m_problem, QStringLiteral("The picture cannot be kept")));
    QVERIFY(!dana().sees(m_tiles));
    QVERIFY(inTheWay.remove() && QDir().rename(folder + QStringLiteral(".away"), folder));
    dana().press(Qt::Key_V, Qt::ControlModifier);
    QVERIFY(dana().waitFor(m_tiles));
    QVERIFY(!dana().sees(m_problem));
}

void TestAttachments::filesAreChosenInTheDialog()
{
    QVERIFY(!file(QStringLiteral("aaa.txt"), 3).isEmpty());
    QVERIFY(dana().click(QStringLiteral("attachButton")));
    const QString list = QStringLiteral("fileDialogListView");
    QVERIFY(dana().waitFor(list));
    // The dialog of Qt's own, as there is no desktop here.
    QVERIFY(dana().waitUntil("the file in the dialog",
                             [&] { return !entryNamed(QStringLiteral("aaa.txt")).isEmpty(); }));
    QVERIFY(dana().click(entryNamed(QStringLiteral("aaa.txt"))));
    dana().press(Qt::Key_Return);
    QVERIFY(dana().waitForText(m_tiles, QStringLiteral("aaa.txt")));
    QVERIFY(dana().waitUntilGone(list));
    QTRY_VERIFY(dana().item(m_composer)->hasActiveFocus());
}

void TestAttachments::whatCannotGoIsTold()
{
    drop({QUrl::fromLocalFile(m_dir.path())});
    QVERIFY(dana().waitForText(m_problem, QStringLiteral("is a folder")));
    drop({file(QStringLiteral("film.mkv"), 26 * 1024 * 1024)});
    QVERIFY(dana().waitForText(m_problem, QStringLiteral("“film.mkv” is too large")));
    QVERIFY(!dana().sees(m_tiles));
    QList<QUrl> many;
    for (int i = 0; i < 11; ++i)
        many.append(file(QStringLiteral("%1.txt").arg(i), 1));
    drop(many);
    QVERIFY(dana().waitForText(m_problem, QStringLiteral("10 files at most")));
    QCOMPARE(files().count(), 10);
}

void TestAttachments::filesStayWithTheirConversation()
{
    drop({file(QStringLiteral("for Kim.txt"), 5)});
    QVERIFY(dana().waitFor(m_tiles));
    QVERIFY(dana().openConversation(QStringLiteral("Lee Park")));
    QVERIFY(!dana().sees(m_tiles));
    QVERIFY(dana().openConversation(kim::name));
    QVERIFY(dana().waitForText(m_tiles, QStringLiteral("for Kim.txt")));
}

// Moved away between picking and sending: nothing is sent, and everything is back in its place.
void TestAttachments::aFileThatIsGoneComesBack()
{
    const QUrl url = file(QStringLiteral("fleeting.txt"), 5);
    drop({url});
    QVERIFY(dana().waitFor(m_tiles));
    QVERIFY(QFile::remove(url.toLocalFile()));
    const auto before = m_server->messages(kim::room).size();
    dana().typeText(QStringLiteral("look at this"));
    dana().press(Qt::Key_Return);
    QVERIFY(dana().waitForText(QStringLiteral("snackbar"), QStringLiteral("cannot be read")));
    QVERIFY(dana().waitForText(m_tiles, QStringLiteral("fleeting.txt")));
    QCOMPARE(words(), QStringLiteral("look at this"));
    QCOMPARE(m_server->messages(kim::room).size(), before);
}

// What was stopped half-way is nobody's but ours, and goes out whole and once.
void TestAttachments::anUploadIsStoppedThenSent()
{
    const QString bubble = QStringLiteral("messageBubble");
    const QString words = QStringLiteral("the whole film");
    const auto before = m_server->messages(kim::room).size();
    drop({file(QStringLiteral("film.bin"), 12 * 1024 * 1024)});
    QVERIFY(dana().waitFor(m_tiles));
    m_door->shut = true;
    dana().typeText(words);
    dana().press(Qt::Key_Return);
    QVERIFY(dana().waitFor(QStringLiteral("stopSending")));
    QVERIFY(dana().waitForText(QStringLiteral("fileChipState"), QStringLiteral("Sending, ")));
    QVERIFY(dana().click(QStringLiteral("stopSending")));
    QVERIFY(dana().waitForText(bubble, QStringLiteral("Not sent.")));
    QVERIFY(!dana().sees(QStringLiteral("stopSending")));
    QVERIFY(dana().waitForText(QStringLiteral("fileChipState"), QStringLiteral("MB")));
    const QQuickItem *chip = dana().itemShowing(QStringLiteral("fileChip"), QStringLiteral("MB"));
    QVERIFY(chip != nullptr);
    const auto *save = chip->findChild<QQuickItem *>(QStringLiteral("fileSave"));
    QVERIFY2(save != nullptr && !save->isVisible(), "it is only here");
    QCOMPARE(dana().markOf(words), QStringLiteral("alert"));
    // The button that was pressed is gone: the keyboard is where one goes on.
    QTRY_VERIFY(dana().item(QStringLiteral("messageRetry"))->hasActiveFocus());
    m_door->shut = false;
    QVERIFY(dana().click(QStringLiteral("messageRetry")));
    QTRY_COMPARE_WITH_TIMEOUT(m_server->messages(kim::room).size(), before + 1, 30000);
    QTRY_COMPARE(dana().markOf(words), QStringLiteral("sent"));
    QCOMPARE(m_server->messages(kim::room).last().files.first().size, 12 * 1024 * 1024);
    QCOMPARE(m_server->messages(kim::room).size(), before + 1);
}

void TestAttachments::aPictureOnItsWayIsStopped()
{
    // A picture for everybody but the one who counts its bytes.
    QImage picture(640, 400, QImage::Format_RGB32);
    picture.fill(Qt::darkCyan);
    const QString path = m_dir.filePath(QStringLiteral("wall.bmp"));
    QVERIFY(picture.save(path, "BMP"));
    QVERIFY(QFile::resize(path, 12 * 1024 * 1024));
    const auto before = m_server->messages(kim::room).size();
    drop({QUrl::fromLocalFile(path), file(QStringLiteral("notes.txt"), 5)});
    QVERIFY(dana().waitFor(m_tiles));
    m_door->shut = true;
    dana().press(Qt::Key_Return);
    QVERIFY(dana().waitFor(QStringLiteral("pictureProgress")));
    // Each of them says how far it is, and has the way to stop.
    QVERIFY(dana().sees(QStringLiteral("uploadProgress")));
    QCOMPARE(dana().items(QStringLiteral("stopSending")).size(), 2);
    QVERIFY(dana().click(QStringLiteral("stopSending")));
    QVERIFY(dana().waitForText(QStringLiteral("messageBubble"), QStringLiteral("Not sent.")));
    QVERIFY(!dana().sees(QStringLiteral("pictureProgress")));
    QVERIFY(dana().click(QStringLiteral("messageDiscard")));
    QVERIFY(dana().waitUntilGone(QStringLiteral("messageDiscard")));
    m_door->shut = false;
    QCOMPARE(m_server->messages(kim::room).size(), before);
}

// Its bubble is as high before it was sent as after it.
void TestAttachments::aPictureHasItsOwnRoom()
{
    QImage picture(200, 300, QImage::Format_RGB32);
    picture.fill(Qt::darkCyan);
    const QString path = m_dir.filePath(QStringLiteral("upright.png"));
    QVERIFY(picture.save(path));
    drop({QUrl::fromLocalFile(path)});
    QVERIFY(dana().waitUntil("its size", [this] { return files().files().last().height == 300; }));
    const auto before = m_server->messages(kim::room).size();
    m_server->faults().replyDelayMs = 300;
    dana().press(Qt::Key_Return);
    const auto shown = [this] {
        const auto tiles = dana().items(QStringLiteral("pictureTile"));
        return tiles.isEmpty() ? QSizeF() : tiles.last()->size();
    };
    QVERIFY(dana().waitUntil("the picture", [&] { return shown() == QSizeF(200, 300); }));
    QCOMPARE(dana().app().chat()->unsentCount(), 1); // not answered yet
    m_server->faults().replyDelayMs = 0;
    QTRY_COMPARE(m_server->messages(kim::room).size(), before + 1);
    QTRY_COMPARE(dana().app().chat()->unsentCount(), 0);
    QCOMPARE(shown(), QSizeF(200, 300));
}

void TestAttachments::waitingFilesAreThereAfterARestart()
{
    const QUrl fleeting = file(QStringLiteral("fleeting.txt"), 5);
    drop({file(QStringLiteral("for later.txt"), 5), fleeting});
    QImage picture(400, 300, QImage::Format_RGB32);
    picture.fill(Qt::darkCyan);
    QGuiApplication::clipboard()->setImage(picture);
    dana().press(Qt::Key_V, Qt::ControlModifier);
    QVERIFY(dana().waitUntil("three files", [this] { return files().count() == 3; }));
    dana().typeText(QStringLiteral("with these"));
    QVERIFY(QFile::remove(fleeting.toLocalFile()));
    QVERIFY(start());
    QVERIFY(dana().waitForText(m_composer, QStringLiteral("with these")));
    QVERIFY(dana().waitForText(m_tiles, QStringLiteral("for later.txt")));
    QVERIFY(dana().waitForText(m_problem, QStringLiteral("“fleeting.txt” is not there any more")));
    QCOMPARE(files().count(), 2);
    QVERIFY(dana().click(QStringLiteral("sendButton")));
    QTRY_COMPARE(m_server->messages(kim::room).last().files.size(), 2);
    QCOMPARE(m_server->messages(kim::room).last().body, QStringLiteral("with these"));
    QCOMPARE(m_server->messages(kim::room).last().files.last().mimeType,
             QStringLiteral("image/png"));
}

// The last: nobody is logged in any more.
void TestAttachments::aLogoutTakesWaitingFilesAlong()
{
    QImage picture(400, 300, QImage::Format_RGB32);
    picture.fill(Qt::darkCyan);
    QGuiApplication::clipboard()->setImage(picture);
    dana().press(Qt::Key_V, Qt::ControlModifier);
    QVERIFY(dana().waitUntil("the picture", [this] { return files().count() == 1; }));
    const QString kept = QFileInfo(files().files().constFirst().path).path();
    QVERIFY(QFileInfo(kept).isDir());
    dana().app().session()->signOut();
    QVERIFY(dana().waitFor(QStringLiteral("loginPage")));
    QTRY_VERIFY(!QFileInfo::exists(kept));
}

SUHBAT_TEST(TestAttachments, Gui)
#include "tst_attachments.moc"
