#include "demo/DemoServer.h"
#include "support/Desk.h"
#include "support/Fixtures.h"
#include "support/OriginServer.h"
#include "support/TestProgram.h"
#include "support/Wait.h"

#include <QBuffer>
#include <QDesktopServices>
#include <QDir>
#include <QFile>
#include <QHash>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QQuickItem>
#include <QQuickWindow>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

using namespace suhbat;

namespace {

constexpr qint64 danaId = 42;
const QString nilufar = QStringLiteral("Nilufar Rahimova");

QByteArray pictureOf(const QSize &size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::darkCyan);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

demo::StoredFile fileOf(const QString &name, const QString &type, const QByteArray &bytes)
{
    demo::StoredFile file;
    file.name = name;
    file.mimeType = type;
    file.bytes = bytes;
    return file;
}

} // namespace

// What people do with the pictures and files of messages.
class TestReceivedFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanupTestCase();
    void picturesAreShownInTheirRoom();
    void theViewerTurnsPages();
    void theViewerEnlarges();
    void picturesAreSaved();
    void filesAreSavedWhereOneWishes();
    void keptFilesAreRemoved();
    void filesAreFetchedThenOpened();
    void withoutAProgramForItItIsSaved();
    void whatMightRunIsNotOpened();
    void whatIsSaidOfAFileFollowsTheLanguage();
    void aFailureIsSaidAndTriedAgain();
    void foreignPicturesWaitForAClick();
    void aPictureOfAnotherSizeMovesNothing_data();
    void aPictureOfAnotherSizeMovesNothing();
    void peopleHavePictures();

public Q_SLOTS:
    void opened(const QUrl &url) { m_opened = url; }

private:
    /// On the first of the two pictures.
    [[nodiscard]] bool openViewer();
    bool isPainted(const QString &name) const;
    static QDir downloads()
    {
        return QDir(QStandardPaths::writableLocation(QStandardPaths::DownloadLocation));
    }
    /// By Kim, in her room, with that picture if there is an address.
    void tell(qint64 id, const QString &body, const QUrl &picture, const QSize &told = {});
    /// Scene y of every row in sight, by its key.
    QHash<QString, qreal> places() const;

    test::Desk m_desk;
    test::Person *m_dana = nullptr;
    QUrl m_opened;
};

void TestReceivedFiles::initTestCase()
{
    // Files are saved, and removed again.
    QVERIFY2(downloads().path().startsWith(QDir::tempPath()), qPrintable(downloads().path()));
    QDesktopServices::setUrlHandler(QStringLiteral("file"), this, "opened");
    QVERIFY(m_desk.sitDown());
    m_dana = m_desk.dana.get();
    QVERIFY(m_dana->logIn(test::account::dana, test::account::password));
}

void TestReceivedFiles::init()
{
    test::failOnAnyWarning();
    m_opened.clear();
}

void TestReceivedFiles::cleanupTestCase()
{
    m_desk.leave();
    QDesktopServices::unsetUrlHandler(QStringLiteral("file"));
}

bool TestReceivedFiles::openViewer()
{
    if (!m_dana->click(u"pictureTile"_qs) || !m_dana->waitFor(u"pictureTitle"_qs))
        return false;
    m_dana->press(Qt::Key_PageUp);
    return m_dana->waitForText(u"pictureLine"_qs, u"terrace.jpg"_qs);
}

/// Something other than one colour is to be seen there.
bool TestReceivedFiles::isPainted(const QString &name) const
{
    const QQuickItem *const item = m_dana->item(name);
    if (!item)
        return false;
    const QImage window = m_dana->window()->grabWindow();
    const QRect area = item->mapRectToScene(item->boundingRect()).toRect() & window.rect();
    QSet<QRgb> colours;
    for (int i = 1; i < 12; ++i) {
        for (int j = 1; j < 12; ++j)
            colours += window.pixel(area.left() + area.width() * i / 12,
                                    area.top() + area.height() * j / 12);
    }
    return colours.size() > 20;
}

void TestReceivedFiles::picturesAreShownInTheirRoom()
{
    QVERIFY(m_dana->type(u"conversationFilter"_qs, nilufar));
    QVERIFY(m_dana->openConversation(nilufar));
    QVERIFY(m_dana->type(u"conversationFilter"_qs, {}));
    QVERIFY(m_dana->waitFor(u"pictureTile"_qs));
    const auto tiles = m_dana->items(u"pictureTile"_qs);
    QCOMPARE(tiles.size(), 2);
    const QRectF before = tiles.first()->mapRectToScene(tiles.first()->boundingRect());
    QVERIFY(m_dana->waitUntil("the picture", [this] { return isPainted(u"pictureTile"_qs); }));
    const QQuickItem *const tile = m_dana->item(u"pictureTile"_qs);
    QCOMPARE(tile->mapRectToScene(tile->boundingRect()), before);
    for (const auto &request : m_desk.server->requests()) {
        if (request.path.contains(u"/storage/"_qs))
            return;
    }
    QFAIL("no preview was asked for");
}

void TestReceivedFiles::theViewerTurnsPages()
{
    QVERIFY(openViewer());
    QVERIFY(m_dana->text(u"pictureTitle"_qs).contains(nilufar));
    QVERIFY(
        m_dana->waitUntil("the whole picture", [this] { return isPainted(u"pictureStage"_qs); }));
    QVERIFY(!m_dana->sees(u"viewerPrevious"_qs));
    QVERIFY(m_dana->click(u"viewerNext"_qs));
    QVERIFY(m_dana->waitForText(u"pictureLine"_qs, u"courtyard.jpg"_qs));
    QVERIFY(!m_dana->sees(u"viewerNext"_qs));
    m_dana->press(Qt::Key_Left);
    QVERIFY(m_dana->waitForText(u"pictureLine"_qs, u"terrace.jpg"_qs));
    m_dana->press(Qt::Key_Escape);
    QVERIFY(m_dana->waitUntilGone(u"pictureViewer"_qs));
    QVERIFY2(m_dana->sees(u"messageList"_qs), "Esc closes the viewer, not the conversation");
}

void TestReceivedFiles::theViewerEnlarges()
{
    QVERIFY(openViewer());
    QVERIFY(m_dana->waitFor(u"wholePicture"_qs));
    const auto width = [this] { return m_dana->item(u"wholePicture"_qs)->width(); };
    const auto left = [this] {
        return m_dana->item(u"wholePicture"_qs)->mapToScene(QPointF()).x();
    };
    const qreal fitting = width();
    m_dana->press(Qt::Key_Plus);
    QCOMPARE(qRound(width()), qRound(fitting * 1.25));
    QVERIFY(m_dana->wheel(u"pictureStage"_qs, 8));
    QVERIFY(width() > fitting * 2);
    const qreal before = left();
    m_dana->press(Qt::Key_Right); // larger than the window: it is moved, not left
    QVERIFY(left() < before);
    QVERIFY(m_dana->text(u"pictureLine"_qs).contains(u"terrace.jpg"_qs));
    m_dana->press(Qt::Key_0);
    QCOMPARE(width(), fitting);
    m_dana->press(Qt::Key_Escape);
    QVERIFY(m_dana->waitUntilGone(u"pictureViewer"_qs));
}

void TestReceivedFiles::picturesAreSaved()
{
    QVERIFY(openViewer());
    QVERIFY(m_dana->click(u"viewerSave"_qs));
    QVERIFY(m_dana->waitForText(u"pictureLine"_qs, u"Saved to "_qs + downloads().dirName()));
    QVERIFY(m_dana->click(u"viewerClose"_qs));
    QVERIFY(m_dana->waitUntilGone(u"pictureViewer"_qs));
    QCOMPARE(QImage(downloads().filePath(u"terrace.jpg"_qs)).size(), QSize(960, 640));
    QVERIFY(!QFileInfo(downloads().filePath(u"terrace.jpg"_qs)).isExecutable());
}

void TestReceivedFiles::filesAreSavedWhereOneWishes()
{
    const QString wanted = downloads().filePath(u"terrace.jpg"_qs);
    QVERIFY(downloads().mkpath(u"."_qs));
    QFile other(wanted);
    QVERIFY(other.open(QIODevice::WriteOnly | QIODevice::Truncate) && other.write("older") == 5);
    other.close();
    // From the menu of the message: two pictures, the one below the pointer is meant.
    const QQuickItem *const tile = m_dana->item(u"pictureTile"_qs);
    QVERIFY(tile);
    const QPoint on = tile->mapToScene(QPointF(30, 30)).toPoint();
    QTest::mouseMove(m_dana->window(), on);
    QVERIFY(m_dana->drawn());
    QTest::mouseClick(m_dana->window(), Qt::RightButton, {}, on);
    QVERIFY(m_dana->click(u"messageSaveAs"_qs));
    QVERIFY(m_dana->waitForText(u"fileNameTextField"_qs, u"terrace.jpg"_qs));
    const QString entry = u"fileDialogDelegate0"_qs; // of the one file that is there
    QVERIFY(m_dana->click(entry));
    m_dana->press(Qt::Key_Return);
    // Nothing is replaced without a word.
    QVERIFY(m_dana->waitForText(u"replaceDialog"_qs, u"“terrace.jpg” already exists."_qs));
    QVERIFY(m_dana->click(u"replaceCancel"_qs));
    QVERIFY(m_dana->waitUntilGone(u"replaceDialog"_qs));
    QCOMPARE(QFileInfo(wanted).size(), 5);
    QVERIFY(openViewer());
    QVERIFY(m_dana->click(u"viewerSaveAs"_qs));
    QVERIFY(m_dana->waitFor(u"fileNameTextField"_qs));
    QVERIFY(m_dana->click(entry));
    m_dana->press(Qt::Key_Return);
    QVERIFY(m_dana->click(u"replaceConfirm"_qs));
    QVERIFY(m_dana->waitForText(u"pictureLine"_qs, u"Saved to "_qs));
    QCOMPARE(QImage(wanted).size(), QSize(960, 640));
    // Another name is typed at once; what kind of file it is stays.
    QVERIFY(m_dana->click(u"viewerSaveAs"_qs));
    QVERIFY(m_dana->waitFor(u"fileNameTextField"_qs));
    QTRY_VERIFY(m_dana->item(u"fileNameTextField"_qs)->hasActiveFocus());
    m_dana->typeText(u"balcony #1"_qs);
    m_dana->press(Qt::Key_Return);
    QVERIFY(m_dana->waitUntilGone(u"fileNameTextField"_qs));
    QTRY_COMPARE(QImage(downloads().filePath(u"balcony #1.jpg"_qs)).size(), QSize(960, 640));
    m_dana->press(Qt::Key_Escape);
    QVERIFY(m_dana->waitUntilGone(u"pictureViewer"_qs));
}

void TestReceivedFiles::keptFilesAreRemoved()
{
    m_dana->press(Qt::Key_Comma, Qt::ControlModifier);
    QVERIFY(m_dana->click(u"section%1"_qs.arg(int(SettingsFace::Storage))));
    const QString size = u"cachedSize"_qs;
    QVERIFY(m_dana->waitForText(size, u"kB"_qs));
    QVERIFY(m_dana->click(u"cacheEmpty"_qs));
    QVERIFY(m_dana->click(u"cacheKeep"_qs));
    QVERIFY(m_dana->waitUntilGone(u"cacheQuestion"_qs));
    QVERIFY(m_dana->text(size).contains(u"kB"_qs));
    QVERIFY(m_dana->click(u"cacheEmpty"_qs));
    QVERIFY(m_dana->waitFor(u"cacheQuestion"_qs));
    QVERIFY(m_dana->click(u"cacheRemove"_qs));
    QVERIFY(m_dana->waitUntilGone(u"cacheQuestion"_qs));
    QVERIFY(m_dana->waitForText(size, u"0 bytes"_qs));
    m_dana->press(Qt::Key_Escape);
    QVERIFY(m_dana->waitUntilGone(u"settingsPage"_qs));
}

void TestReceivedFiles::filesAreFetchedThenOpened()
{
    QVERIFY(m_dana->openConversation(test::kim::name));
    QVERIFY(m_dana->waitForText(u"fileChip"_qs, u"visit-plan.pdf"_qs));
    const auto asked = [this] {
        const auto &requests = m_desk.server->requests();
        return std::count_if(requests.begin(), requests.end(), [](const auto &request) {
            return request.path.contains(u"/download"_qs);
        });
    };
    const auto before = asked();
    QVERIFY(m_dana->clickOn(u"fileChip"_qs, u"visit-plan.pdf"_qs));
    QVERIFY(m_dana->waitUntil("the file", [this] {
        const QQuickItem *const chip = m_dana->item(u"fileChip"_qs);
        return chip && chip->property("whatNext").toString() == u"Open";
    }));
    QCOMPARE(asked(), before + 1);
    QVERIFY2(m_opened.isEmpty(), "what was fetched is not opened by itself");
    QVERIFY(m_dana->clickOn(u"fileChip"_qs, u"visit-plan.pdf"_qs));
    QVERIFY(m_dana->waitUntil("the desktop", [this] { return !m_opened.isEmpty(); }));
    QCOMPARE(m_opened.fileName(), u"visit-plan.pdf"_qs);
    QFile file(m_opened.toLocalFile());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith("%PDF"));
    QCOMPARE(asked(), before + 1);
}

void TestReceivedFiles::withoutAProgramForItItIsSaved()
{
    // No desktop to ask is what a desktop without such a program answers: no.
    QDesktopServices::unsetUrlHandler(QStringLiteral("file"));
    QTest::ignoreMessage(QtWarningMsg,
                         QRegularExpression(QStringLiteral("does not support .*openDocument")));
    QVERIFY(m_dana->clickOn(u"fileChip"_qs, u"visit-plan.pdf"_qs));
    QVERIFY(m_dana->waitForText(u"fileChipState"_qs, u"No program for such files"_qs));
    QDesktopServices::setUrlHandler(QStringLiteral("file"), this, "opened");
    QVERIFY(m_dana->sees(u"fileSave"_qs));
    QVERIFY(m_opened.isEmpty());
}

void TestReceivedFiles::whatMightRunIsNotOpened()
{
    m_desk.server->sendAs(test::kim::id, test::kim::room, u"look at this"_qs,
                          {fileOf(u"../run me.sh"_qs, u"application/pdf"_qs, "#!/bin/sh\n")});
    QVERIFY(m_dana->clickOn(u"fileChip"_qs, u"run me"_qs));
    const auto chip = [this] { return m_dana->itemShowing(u"fileChip"_qs, u"run me"_qs); };
    QVERIFY(m_dana->waitUntil(
        "the file", [&] { return chip() && chip()->property("whatNext").toString() == u"Open"; }));
    QVERIFY(m_dana->clickOn(u"fileChip"_qs, u"run me"_qs));
    QVERIFY(m_dana->waitForText(u"fileChipState"_qs, u"not opened, only saved"_qs));
    QVERIFY(m_opened.isEmpty());
}

void TestReceivedFiles::whatIsSaidOfAFileFollowsTheLanguage()
{
    Settings *const settings = m_dana->app().settings();
    settings->setLanguage(u"ru"_qs);
    QVERIFY(m_dana->waitForText(u"fileChipState"_qs, u"Может быть программой"_qs));
    settings->setLanguage(u"en"_qs);
    QVERIFY(m_dana->waitForText(u"fileChipState"_qs, u"not opened, only saved"_qs));
    QVERIFY(m_dana->click(u"fileSave"_qs));
    QVERIFY(m_dana->waitForText(u"fileChipState"_qs, u"Saved to "_qs));
    settings->setLanguage(u"ru"_qs);
    QVERIFY(m_dana->waitForText(u"fileChipState"_qs, u"Сохранено в папку "_qs));
    settings->setLanguage(u"en"_qs);
}

void TestReceivedFiles::aFailureIsSaidAndTriedAgain()
{
    m_desk.server->sendAs(test::kim::id, test::kim::room, u"and this"_qs,
                          {fileOf(u"later.txt"_qs, u"text/plain"_qs, "later")});
    const auto chip = [this] { return m_dana->itemShowing(u"fileChip"_qs, u"later.txt"_qs); };
    QVERIFY(m_dana->waitUntil("the chip", [&] { return chip() != nullptr; }));
    // Saved elsewhere it does not come either, and that is said too.
    FilesFace *const files = m_dana->app().files();
    // A place is suggested that there is, also before anything was saved.
    QVERIFY(downloads().removeRecursively());
    const QUrl place = files->suggestion(chip()->property("messageKey").toString(), 0);
    QVERIFY(QFileInfo(QFileInfo(place.toLocalFile()).path()).isDir());
    QObject context;
    QVector<bool> saved;
    connect(files, &FilesFace::saved, &context,
            [&saved](const QString &, int, const Result<QString> &path) { saved += bool(path); });
    m_desk.server->faults().failNext(demo::Failure::ServerErrorHtml, u"/download"_qs);
    files->saveAs(chip()->property("messageKey").toString(), 0,
                  QUrl::fromLocalFile(QDir::tempPath() + u"/never there.txt"_qs));
    QTRY_COMPARE(saved, QVector<bool>{false});
    m_desk.server->faults().failNext(demo::Failure::ServerErrorHtml, u"/download"_qs);
    QVERIFY(m_dana->clickOn(u"fileChip"_qs, u"later.txt"_qs));
    QVERIFY(m_dana->waitForText(u"fileChipState"_qs, u"The server had an error."_qs));
    QVERIFY(m_dana->clickOn(u"fileChip"_qs, u"later.txt"_qs));
    QVERIFY(m_dana->waitUntil(
        "the file", [&] { return chip() && chip()->property("whatNext").toString() == u"Open"; }));
}

void TestReceivedFiles::tell(qint64 id, const QString &body, const QUrl &picture, const QSize &told)
{
    QJsonArray files;
    if (!picture.isEmpty()) {
        QJsonObject file{{u"name"_qs, u"tracker.png"_qs},
                         {u"mime_type"_qs, u"image/png"_qs},
                         {u"preview_url"_qs, picture.toString()}};
        if (!told.isEmpty()) {
            file[u"width"_qs] = told.width();
            file[u"height"_qs] = told.height();
        }
        files += file;
    }
    const QJsonObject sender{{u"id"_qs, test::kim::id}, {u"name"_qs, test::kim::name}};
    const QJsonObject message{{u"id"_qs, id},
                              {u"conversation_id"_qs, test::kim::room},
                              {u"body"_qs, body},
                              {u"sender"_qs, sender},
                              {u"created_at"_qs, u"2030-01-01T00:00:00Z"_qs},
                              {u"files"_qs, files}};
    m_desk.server->publishTo(danaId, u"App\\Events\\MessageSent"_qs,
                             QJsonDocument(QJsonObject{{u"message"_qs, message}}).toJson());
}

QHash<QString, qreal> TestReceivedFiles::places() const
{
    QHash<QString, qreal> found;
    for (const QQuickItem *row : m_dana->items(u"messageBubble"_qs))
        found.insert(row->property("key").toString(), row->mapToScene(QPointF()).y());
    return found;
}

void TestReceivedFiles::foreignPicturesWaitForAClick()
{
    test::OriginServer foreign;
    foreign.answer = pictureOf({64, 48});
    tell(90'000, u"from afar"_qs, foreign.url(u"http"_qs, u"/a.png"_qs));
    QVERIFY(m_dana->waitForText(u"pictureTile"_qs, u"Picture on 127.0.0.1"_qs));
    QVERIFY(m_dana->drawn());
    QCOMPARE(foreign.requests, 0);
    QVERIFY(m_dana->clickOn(u"pictureTile"_qs, u"Picture on 127.0.0.1"_qs));
    QVERIFY(m_dana->waitUntil("the picture", [&] {
        const QList<QQuickItem *> tiles = m_dana->items(u"pictureTile"_qs);
        return !tiles.isEmpty() && tiles.last()->property("shown").toBool();
    }));
    QCOMPARE(foreign.requests, 1);
    QVERIFY(!foreign.seen.contains("Authorization"));
}

void TestReceivedFiles::aPictureOfAnotherSizeMovesNothing_data()
{
    QTest::addColumn<int>("id");
    QTest::addColumn<QSize>("told");
    QTest::newRow("untold") << 90'001 << QSize();
    QTest::newRow("told wrongly") << 90'011 << QSize(400, 120);
}

// Its height is known only when it is here; the room that was kept for it stays.
void TestReceivedFiles::aPictureOfAnotherSizeMovesNothing()
{
    QFETCH(const int, id);
    QFETCH(const QSize, told);
    test::OriginServer foreign;
    foreign.answer = pictureOf({100, 700});
    tell(id, u"tall"_qs, foreign.url(u"http"_qs, u"/tall%1.png"_qs.arg(id)), told);
    const QString next = u"read this %1"_qs.arg(id);
    tell(id + 1, next, {});
    const QString asks = u"Picture on 127.0.0.1"_qs;
    QVERIFY(m_dana->waitForText(u"messageBubble"_qs, next));
    QVERIFY(m_dana->waitForText(u"pictureTile"_qs, asks));
    QVERIFY(m_dana->drawn());
    const QQuickItem *const tile = m_dana->itemShowing(u"pictureTile"_qs, asks);
    const auto before = places();
    QVERIFY(before.size() >= 2);
    QVERIFY(m_dana->clickOn(u"pictureTile"_qs, asks));
    QVERIFY(m_dana->waitUntil("the picture", [tile] { return tile->property("shown").toBool(); }));
    QVERIFY(m_dana->drawn());
    QCOMPARE(places(), before);
}

// Of one's own server with the token, of any other without it; each is fetched once.
void TestReceivedFiles::peopleHavePictures()
{
    test::OriginServer foreign;
    foreign.answer = pictureOf({64, 64});
    for (const QByteArray &address :
         {m_desk.server->apiUrl().resolved(QUrl(u"/storage/previews/10"_qs)).toEncoded(),
          foreign.url(u"http"_qs, u"/kim.png"_qs).toEncoded()}) {
        m_desk.server->clearRequests();
        m_desk.server->faults().avatarUrl = address;
        m_dana->app().chat()->reloadConversations();
        QVERIFY(m_dana->waitUntil("pictures of people", [this] {
            const QList<QQuickItem *> avatars = m_dana->items(u"avatar"_qs);
            // Groups have none.
            return std::count_if(avatars.begin(), avatars.end(),
                                 [](auto *one) { return one->property("pictured").toBool(); }) > 3;
        }));
    }
    QVERIFY(m_dana->waitUntil("the other host", [&foreign] { return foreign.requests == 1; }));
    QVERIFY(!foreign.seen.contains("Authorization"));
}

SUHBAT_TEST(TestReceivedFiles, Gui)
#include "tst_received.moc"
