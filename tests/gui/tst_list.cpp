#include "support/Desk.h"
#include "support/Fixtures.h"

#include <QQuickItem>
#include <QQuickWindow>
#include <QTest>

using namespace suhbat;

// The list of conversations and the ways through the window, by mouse and by keyboard. One login
// for all.
class TestList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { test::failOnAnyWarning(); }
    void f6GoesFromPartToPart();
    void theSheetShowsEveryShortcut();

private:
    bool focused(const QString &name) const;

    test::Desk m_desk;
    test::Person &dana() { return *m_desk.dana; }
};

void TestList::initTestCase()
{
    QVERIFY(m_desk.sitDown());
    QVERIFY(dana().logIn(test::account::dana, test::account::password));
    QVERIFY(dana().waitFor(u"conversationDelegate"_qs));
}

bool TestList::focused(const QString &name) const
{
    const QQuickItem *item = m_desk.dana->item(name);
    return item != nullptr && item->hasActiveFocus();
}

void TestList::f6GoesFromPartToPart()
{
    QVERIFY(dana().openConversation(test::kim::name));
    QTRY_VERIFY(focused(u"composer"_qs));
    for (const QString &part :
         {u"conversationFilter"_qs, u"conversationList"_qs, u"messageList"_qs, u"composer"_qs}) {
        dana().press(Qt::Key_F6);
        QTRY_VERIFY2(focused(part), qPrintable(part));
    }
    dana().press(Qt::Key_F6, Qt::ShiftModifier);
    QTRY_VERIFY(focused(u"messageList"_qs));
}

void TestList::theSheetShowsEveryShortcut()
{
    dana().press(Qt::Key_Slash, Qt::ControlModifier);
    QVERIFY(dana().waitFor(u"shortcutSheet"_qs));
    QVERIFY(dana().waitForText(u"shortcutRow"_qs, u"Go to a conversation"_qs));
    QVERIFY(dana().waitForText(u"shortcutRow"_qs, u"Ctrl\nTab"_qs)); // each key a cap of its own
    dana().app().settings()->setLanguage(u"uz"_qs);
    QVERIFY(dana().waitForText(u"shortcutRow"_qs, u"Keyingi suhbat"_qs));
    dana().app().settings()->setLanguage(u"en"_qs);
    dana().press(Qt::Key_Escape);
    QVERIFY(dana().waitUntilGone(u"shortcutSheet"_qs));
}

QTEST_MAIN(TestList)
#include "tst_list.moc"
