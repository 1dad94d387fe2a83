#include "app/ChatFace.h"
#include "app/desktop/WindowMemory.h"
#include "app/desktop/WindowPlace.h"
#include "app/DesktopFace.h"
#include "app/Settings.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"

#include <QScreen>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QWindow>

#include <memory>

using namespace suhbat;

// Where the window stood is where it comes up again, as far as the screens of today allow.
class TestWindowMemory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void placesFitTheScreens_data();
    void placesFitTheScreens();
    void sizeAndPlaceComeBack();
    void aMaximisedWindowKeepsItsSmallerSize();
    void aWindowOnALostScreenIsInSight();
    void nonsenseInTheFileIsNotBelieved();
    void aStillWindowWritesNothing();
    void listWidthIsKept();

private:
    QString file() const { return m_dir->filePath(QStringLiteral("settings.ini")); }
    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestWindowMemory::init()
{
    test::failOnAnyWarning();
    m_dir = std::make_unique<QTemporaryDir>();
}

void TestWindowMemory::placesFitTheScreens_data()
{
    QTest::addColumn<QRect>("wanted");
    QTest::addColumn<QRect>("second"); // screen; the first is 1920x1040 below a panel of 40
    QTest::addColumn<QRect>("place");
    const QRect right(1920, 0, 1280, 1024);
    const QRect none;
    QTest::newRow("inside") << QRect(100, 100, 800, 600) << none << QRect(100, 100, 800, 600);
    QTest::newRow("too far right")
        << QRect(1700, 100, 800, 600) << none << QRect(1120, 100, 800, 600);
    QTest::newRow("under the panel") << QRect(100, 0, 800, 600) << none << QRect(100, 40, 800, 600);
    QTest::newRow("too large") << QRect(0, 40, 3000, 2000) << none << QRect(0, 40, 1920, 1040);
    QTest::newRow("second screen")
        << QRect(2000, 100, 800, 600) << right << QRect(2000, 100, 800, 600);
    QTest::newRow("second screen unplugged")
        << QRect(2000, 100, 800, 600) << none << QRect(560, 260, 800, 600);
    QTest::newRow("most of it on the second")
        << QRect(1800, 100, 800, 600) << right << QRect(1920, 100, 800, 600);
    QTest::newRow("left of everything")
        << QRect(-790, 100, 800, 600) << none << QRect(560, 260, 800, 600);
}

void TestWindowMemory::placesFitTheScreens()
{
    QFETCH(const QRect, wanted);
    QFETCH(const QRect, second);
    QFETCH(const QRect, place);
    QVector<QRect> screens{QRect(0, 40, 1920, 1040)};
    if (second.isValid())
        screens.append(second);
    QCOMPARE(placeOnScreens(wanted, screens), place);
    QCOMPARE(placeOnScreens(place, screens), place); // and stays there
    QCOMPARE(placeOnScreens(wanted, {}), wanted);
}

void TestWindowMemory::sizeAndPlaceComeBack()
{
    {
        QWindow window;
        WindowMemory memory(file());
        memory.follow(window);
        memory.show();
        QVERIFY(window.isVisible());
        window.setGeometry(60, 80, 500, 520);
    } // the last move is kept, too
    QWindow window;
    WindowMemory memory(file());
    memory.follow(window);
    QVERIFY(!window.isVisible());
    QCOMPARE(window.geometry(), QRect(60, 80, 500, 520));
    memory.show();
    QCOMPARE(window.geometry(), QRect(60, 80, 500, 520));
}

void TestWindowMemory::aMaximisedWindowKeepsItsSmallerSize()
{
    {
        QWindow window;
        WindowMemory memory(file());
        memory.follow(window);
        memory.show();
        window.setGeometry(60, 80, 500, 520);
        memory.keep();
        window.showMaximized();
        QTRY_COMPARE(window.visibility(), QWindow::Maximized);
        QVERIFY(window.width() > 500);
        memory.keep();
    }
    QWindow window;
    WindowMemory memory(file());
    memory.follow(window);
    QCOMPARE(window.geometry(), QRect(60, 80, 500, 520)); // what it goes back to
    memory.show();
    QTRY_COMPARE(window.visibility(), QWindow::Maximized);
    memory.keep();
    QCOMPARE(QSettings(file(), QSettings::IniFormat).value(QStringLiteral("window/place")).toRect(),
             QRect(60, 80, 500, 520));
}

void TestWindowMemory::aWindowOnALostScreenIsInSight()
{
    QSettings(file(), QSettings::IniFormat)
        .setValue(QStringLiteral("window/place"), QRect(5000, 3000, 500, 520));
    QWindow window;
    WindowMemory memory(file());
    memory.follow(window);
    memory.show();
    QVERIFY(window.screen()->availableGeometry().contains(window.geometry()));
    QCOMPARE(window.size(), QSize(500, 520));
}

void TestWindowMemory::nonsenseInTheFileIsNotBelieved()
{
    QSettings kept(file(), QSettings::IniFormat);
    for (const QVariant &value :
         {QVariant(QStringLiteral("everywhere")), QVariant(QRect(0, 0, -5, 0))}) {
        kept.setValue(QStringLiteral("window/place"), value);
        QWindow window;
        window.setGeometry(10, 20, 300, 310);
        WindowMemory memory(file());
        memory.follow(window);
        QCOMPARE(window.geometry(), QRect(10, 20, 300, 310));
    }
    kept.setValue(QStringLiteral("window/place"), QRect(10, 10, 1, 1));
    QWindow window;
    window.setMinimumSize({360, 480});
    WindowMemory memory(file());
    memory.follow(window);
    QCOMPARE(window.size(), QSize(360, 480));
}

void TestWindowMemory::aStillWindowWritesNothing()
{
    QWindow window;
    WindowMemory memory(file());
    memory.follow(window);
    memory.show();
    memory.keep();
    QSettings kept(file(), QSettings::IniFormat);
    kept.setValue(QStringLiteral("window/place"), QRect(1, 2, 400, 410));
    memory.keep(); // nothing has happened since
    QCOMPARE(kept.value(QStringLiteral("window/place")).toRect(), QRect(1, 2, 400, 410));
}

void TestWindowMemory::listWidthIsKept()
{
    Settings settings(file());
    NoticeCenter notices;
    ChatFace chat(notices);
    {
        DesktopFace face(file(), settings, chat);
        QCOMPARE(face.listWidth(), 320);
        face.setListWidth(401);
        face.setListWidth(5000);
        QCOMPARE(face.listWidth(), 480);
        face.setListWidth(401);
    }
    QCOMPARE(DesktopFace(file(), settings, chat).listWidth(), 401);
    QSettings(file(), QSettings::IniFormat)
        .setValue(QStringLiteral("window/listWidth"), QStringLiteral("-7"));
    QCOMPARE(DesktopFace(file(), settings, chat).listWidth(), 320);
}

SUHBAT_TEST(TestWindowMemory, Gui)
#include "tst_windowmemory.moc"
