#include "app/RestingCaret.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"

#include <QGuiApplication>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QSignalSpy>
#include <QStyleHints>
#include <QTest>

using namespace suhbat;

// A blinking caret that stops: an idle window draws nothing.
class TestRestingCaret : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }
    void restsAndWakesAtAKey();
    void theSystemsWayComesBack();
};

void TestRestingCaret::restsAndWakesAtAKey()
{
    // Blinks every 20 ms, so that what goes on is seen soon.
    QGuiApplication::styleHints()->setCursorFlashTime(40);
    QQmlEngine engine;
    QQmlComponent component(&engine);
    component.setData("import QtQuick\nWindow { width: 200; height: 60; visible: true\n"
                      "TextEdit { objectName: 'edit'; anchors.fill: parent; focus: true } }",
                      QUrl());
    const std::unique_ptr<QObject> made(component.create());
    auto *window = qobject_cast<QQuickWindow *>(made.get());
    QVERIFY2(window, qPrintable(component.errorString()));
    window->requestActivate();
    QVERIFY(QTest::qWaitForWindowActive(window));
    QSignalSpy frames(window, &QQuickWindow::frameSwapped);
    QTRY_VERIFY(frames.size() >= 4); // it blinks

    const RestingCaret caret(Milliseconds(60));
    QTRY_VERIFY(caret.isResting());
    QCoreApplication::processEvents();
    frames.clear();
    QTest::qWait(150);
    QVERIFY2(frames.size() <= 1, qPrintable(QString::number(frames.size())));

    QTest::keyClick(window, Qt::Key_A);
    QVERIFY(!caret.isResting());
    QVERIFY(QGuiApplication::styleHints()->cursorFlashTime() > 0);
    QTRY_VERIFY(caret.isResting());
}

void TestRestingCaret::theSystemsWayComesBack()
{
    QStyleHints *hints = QGuiApplication::styleHints();
    hints->setCursorFlashTime(-1);
    const int systems = hints->cursorFlashTime();
    QVERIFY(systems > 0);
    {
        const RestingCaret caret(Milliseconds(1));
        QTRY_VERIFY(caret.isResting());
        QCOMPARE(hints->cursorFlashTime(), 0);
    }
    QCOMPARE(hints->cursorFlashTime(), systems);
}

SUHBAT_TEST(TestRestingCaret, Gui)
#include "tst_restingcaret.moc"
