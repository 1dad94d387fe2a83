#include "support/Fixtures.h"
#include "support/Screen.h"
#include "support/TestProgram.h"

#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace suhbat;

// The helper of all GUI tests has to be right itself: it must not see what a person cannot see.
class TestScreen : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void hiddenThingsDoNotExist();
    void itemsComeInReadingOrder();
    void clicksArrive();
    void typingReplaces();
    void letterByLetterInAnyScript();
    void twoWindowsDoNotMix();
    void picturesAreTaken();

private:
    QQmlEngine m_engine;
    std::unique_ptr<QQuickWindow> m_window;
    test::Screen m_screen;

    std::unique_ptr<QQuickWindow> makeWindow();
};

std::unique_ptr<QQuickWindow> TestScreen::makeWindow()
{
    QQmlComponent component(&m_engine, QUrl::fromLocalFile(QStringLiteral(
                                           SUHBAT_SOURCE_DIR "/tests/fixtures/gui/screen.qml")));
    return std::unique_ptr<QQuickWindow>(qobject_cast<QQuickWindow *>(component.create()));
}

void TestScreen::init()
{
    test::failOnAnyWarning();
    m_window = makeWindow();
    QVERIFY(m_window);
    m_screen.setWindow(m_window.get());
    QVERIFY(m_screen.lookAt());
}

void TestScreen::cleanup()
{
    m_window.reset();
}

void TestScreen::hiddenThingsDoNotExist()
{
    QVERIFY(m_screen.sees(QStringLiteral("shown")));
    for (const char *const name : {"invisible", "transparent", "outside", "clipped", "empty"})
        QVERIFY2(!m_screen.sees(QString::fromLatin1(name)), name);
    QVERIFY(!m_screen.allText().contains(QLatin1String("secret")));
}

void TestScreen::itemsComeInReadingOrder()
{
    QCOMPARE(
        m_screen.texts(QStringLiteral("row")),
        (QStringList{QStringLiteral("first"), QStringLiteral("second"), QStringLiteral("third")}));
    QVERIFY(m_screen.itemShowing(QStringLiteral("row"), QStringLiteral("thi")));
    QVERIFY(!m_screen.itemShowing(QStringLiteral("row"), QStringLiteral("fourth")));
}

void TestScreen::clicksArrive()
{
    QVERIFY(m_screen.click(QStringLiteral("button")));
    QVERIFY(m_screen.waitForText(QStringLiteral("count"), QStringLiteral("clicked 1")));
    QVERIFY(m_screen.clickOn(QStringLiteral("row"), QStringLiteral("second")));
    QVERIFY(m_screen.waitForText(QStringLiteral("count"), QStringLiteral("row 1")));
}

void TestScreen::typingReplaces()
{
    QVERIFY(m_screen.type(QStringLiteral("field"), QStringLiteral("one")));
    QVERIFY(m_screen.type(QStringLiteral("field"), QStringLiteral("two")));
    QCOMPARE(m_screen.text(QStringLiteral("field")), QStringLiteral("two"));
}

void TestScreen::letterByLetterInAnyScript()
{
    const QString text = QStringLiteral("Salom, Oʻzbek! Привет 👍🏽 \"x\"");
    QVERIFY(m_screen.type(QStringLiteral("field"), text));
    QCOMPARE(m_screen.text(QStringLiteral("field")), text);
}

void TestScreen::twoWindowsDoNotMix()
{
    const std::unique_ptr<QQuickWindow> other = makeWindow();
    test::Screen second(other.get());
    QVERIFY(m_screen.type(QStringLiteral("field"), QStringLiteral("mine")));
    QVERIFY(second.type(QStringLiteral("field"), QStringLiteral("hers")));
    QVERIFY(m_screen.lookAt());
    m_screen.typeText(QStringLiteral("!"));
    QCOMPARE(m_screen.text(QStringLiteral("field")), QStringLiteral("mine!"));
    QCOMPARE(second.text(QStringLiteral("field")), QStringLiteral("hers"));
}

void TestScreen::picturesAreTaken()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("a.png"));
    QVERIFY(m_screen.picture(path));
    QCOMPARE(QImage(path).size(), QSize(400, 300));
    QVERIFY(!m_screen.picture(QStringLiteral("/nowhere/a.png")));
}

SUHBAT_TEST(TestScreen, Gui)
#include "tst_screen.moc"
