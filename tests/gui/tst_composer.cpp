#include "support/Desk.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QInputMethodEvent>
#include <QMimeData>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTest>

using namespace suhbat;
namespace kim = suhbat::test::kim;

// What one does while one writes. One window for all: nothing here needs a fresh one.
class TestComposer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanupTestCase() { m_desk.leave(); }
    void enterBelongsToTheInputMethod();
    void ctrlEnterSendsWhereOneWishesSo();
    void undoKnowsOnlyThisConversation();
    void pasteIsPlain();
    void typingAnywhereIsForTheComposer();
    void limitIsCountedDown();
    void growsToSixLinesThenScrolls();
    void aNameAfterAColonBecomesAnEmoji();
    void anEmojiIsPicked();

private:
    test::Desk m_desk;

    QQuickItem *edit() const { return m_desk.dana->item(QStringLiteral("composer")); }
    QString words() const { return edit()->property("text").toString(); }
    bool write(const QString &text) { return m_desk.dana->type(QStringLiteral("composer"), text); }
    QString otherTitle() const;
};

void TestComposer::initTestCase()
{
    QVERIFY(m_desk.sitDown());
    QVERIFY(m_desk.dana->logIn(test::account::dana, test::account::password));
    QVERIFY(m_desk.dana->waitForText(QStringLiteral("conversationDelegate"), kim::name));
}

// With Kim, and nothing written.
void TestComposer::init()
{
    test::failOnAnyWarning();
    if (m_desk.dana->app().chat()->conversationTitle() != kim::name)
        QVERIFY(m_desk.dana->openConversation(kim::name));
    QVERIFY(write(QString()));
    QCOMPARE(words(), QString());
}

QString TestComposer::otherTitle() const
{
    const ConversationListModel *list = m_desk.dana->app().chat()->conversations();
    for (int row = 0; row < list->rowCount(); ++row) {
        QString title = list->index(row).data(ConversationListModel::TitleRole).toString();
        if (title != kim::name)
            return title;
    }
    return {};
}

// What is being composed is not yet a text: Enter chooses it, and nothing is sent.
void TestComposer::enterBelongsToTheInputMethod()
{
    const auto before = m_desk.server->messages(kim::room).size();
    QObject *field = edit();
    m_desk.dana->typeText(QStringLiteral("Kim, "));
    QInputMethodEvent composing(QStringLiteral("ni hao"), {});
    QCoreApplication::sendEvent(field, &composing);
    m_desk.dana->press(Qt::Key_Return);
    m_desk.dana->press(Qt::Key_Enter);
    QInputMethodEvent chosen;
    chosen.setCommitString(QStringLiteral("你好"));
    QCoreApplication::sendEvent(field, &chosen);
    QCOMPARE(words(), QStringLiteral("Kim, 你好"));
    QCOMPARE(m_desk.server->messages(kim::room).size(), before);
    // Nor does it break the line where it does so otherwise.
    m_desk.dana->app().settings()->setSendWithCtrlEnter(true);
    QCoreApplication::sendEvent(field, &composing);
    m_desk.dana->press(Qt::Key_Return);
    QInputMethodEvent dropped;
    QCoreApplication::sendEvent(field, &dropped);
    m_desk.dana->app().settings()->setSendWithCtrlEnter(false);
    QCOMPARE(words(), QStringLiteral("Kim, 你好"));
    m_desk.dana->press(Qt::Key_Return);
    QVERIFY(m_desk.dana->waitForText(QStringLiteral("messageBubble"), QStringLiteral("Kim, 你好")));
    QTRY_COMPARE(m_desk.server->messages(kim::room).size(), before + 1);
}

void TestComposer::ctrlEnterSendsWhereOneWishesSo()
{
    m_desk.dana->app().settings()->setSendWithCtrlEnter(true);
    m_desk.dana->typeText(QStringLiteral("one"));
    m_desk.dana->press(Qt::Key_Return);
    m_desk.dana->typeText(QStringLiteral("two"));
    QCOMPARE(words(), QStringLiteral("one\ntwo"));
    m_desk.dana->press(Qt::Key_Return, Qt::ControlModifier);
    m_desk.dana->app().settings()->setSendWithCtrlEnter(false);
    QCOMPARE(words(), QString());
    QVERIFY(m_desk.dana->waitForText(QStringLiteral("messageBubble"), QStringLiteral("one\ntwo")));
    // Here it breaks the line no more, and sends all the same.
    m_desk.dana->typeText(QStringLiteral("three"));
    m_desk.dana->press(Qt::Key_Enter, Qt::ControlModifier | Qt::KeypadModifier);
    QVERIFY(m_desk.dana->waitForText(QStringLiteral("messageBubble"), QStringLiteral("three")));
}

void TestComposer::undoKnowsOnlyThisConversation()
{
    QVERIFY(write(QStringLiteral("between us")));
    m_desk.dana->press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(words(), QString());
    m_desk.dana->press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(words(), QStringLiteral("between us"));
    QVERIFY(m_desk.dana->openConversation(otherTitle()));
    QCOMPARE(words(), QString());
    m_desk.dana->press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(words(), QString());
    m_desk.dana->press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(words(), QString());
    QVERIFY(m_desk.dana->openConversation(kim::name));
    QCOMPARE(words(), QStringLiteral("between us"));
}

void TestComposer::pasteIsPlain()
{
    auto copied = std::make_unique<QMimeData>();
    copied->setHtml(QStringLiteral("<h1>Big</h1><b>bold</b>"));
    copied->setText(QStringLiteral("Big\nbold"));
    QGuiApplication::clipboard()->setMimeData(copied.release());
    m_desk.dana->press(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(words(), QStringLiteral("Big\nbold"));
    QCOMPARE(edit()->property("textFormat").toInt(), 0); // TextEdit.PlainText
}

void TestComposer::typingAnywhereIsForTheComposer()
{
    QVERIFY(m_desk.dana->click(QStringLiteral("menuButton")));
    m_desk.dana->press(Qt::Key_Escape);
    QTRY_VERIFY(!edit()->hasActiveFocus());
    m_desk.dana->typeText(QStringLiteral("hey"));
    QTRY_COMPARE(words(), QStringLiteral("hey"));
    QVERIFY(edit()->hasActiveFocus());
}

void TestComposer::limitIsCountedDown()
{
    const int most = m_desk.dana->app().chat()->maxMessageLength();
    QVERIFY(!m_desk.dana->sees(QStringLiteral("composerCounter")));
    QGuiApplication::clipboard()->setText(QString(most - 20, u'a'));
    m_desk.dana->press(Qt::Key_V, Qt::ControlModifier);
    QVERIFY(m_desk.dana->waitForText(QStringLiteral("composerCounter"), QStringLiteral("20")));
    QGuiApplication::clipboard()->setText(QString(25, u'b'));
    m_desk.dana->press(Qt::Key_V, Qt::ControlModifier);
    QVERIFY(m_desk.dana->waitForText(QStringLiteral("composerCounter"), QStringLiteral("-5")));
    QVERIFY(!m_desk.dana->item(QStringLiteral("sendButton"))->isEnabled());
    const auto before = m_desk.server->messages(kim::room).size();
    m_desk.dana->press(Qt::Key_Return);
    QCOMPARE(words().size(), most + 5); // nothing lost
    QCOMPARE(m_desk.server->messages(kim::room).size(), before);
}

void TestComposer::growsToSixLinesThenScrolls()
{
    const qreal one = edit()->parentItem()->parentItem()->height();
    QVERIFY(write(QStringLiteral("1\n2\n3")));
    QTRY_VERIFY(edit()->parentItem()->parentItem()->height() > one + 20);
    QVERIFY(write(QStringLiteral("1\n2\n3\n4\n5\n6")));
    QVERIFY(m_desk.dana->drawn());
    const qreal six = edit()->parentItem()->parentItem()->height();
    QVERIFY(write(QStringLiteral("1\n2\n3\n4\n5\n6\n7\n8\n9")));
    QVERIFY(m_desk.dana->drawn());
    QCOMPARE(edit()->parentItem()->parentItem()->height(), six);
    QVERIFY(edit()->parentItem()->parentItem()->property("contentY").toReal() > 0);
}

void TestComposer::aNameAfterAColonBecomesAnEmoji()
{
    const QString offered = QStringLiteral("emojiCompletionRow");
    m_desk.dana->typeText(QStringLiteral("at 10:30 :rocke"));
    QVERIFY(m_desk.dana->waitForText(offered, QStringLiteral("rocket")));
    m_desk.dana->press(Qt::Key_Return); // is the list's, and sends nothing
    QCOMPARE(words(), QStringLiteral("at 10:30 🚀"));
    QVERIFY(m_desk.dana->waitUntilGone(offered));
    // In any language; Esc leaves the words as they are, and the conversation open.
    m_desk.dana->typeText(QStringLiteral(" :ракет"));
    QVERIFY(m_desk.dana->waitForText(offered, QStringLiteral("rocket")));
    m_desk.dana->press(Qt::Key_Escape);
    QVERIFY(m_desk.dana->waitUntilGone(offered));
    QCOMPARE(words(), QStringLiteral("at 10:30 🚀 :ракет"));
    QVERIFY(edit()->hasActiveFocus());
    m_desk.dana->typeText(QStringLiteral(" :yura"));
    QVERIFY(m_desk.dana->waitFor(offered));
    m_desk.dana->press(Qt::Key_Down);
    m_desk.dana->press(Qt::Key_Up);
    m_desk.dana->press(Qt::Key_Tab);
    QVERIFY(!words().contains(QStringLiteral(":yura")));
    QVERIFY(edit()->hasActiveFocus());
}

void TestComposer::anEmojiIsPicked()
{
    QVERIFY(write(QStringLiteral("well done")));
    QVERIFY(m_desk.dana->click(QStringLiteral("emojiButton")));
    QVERIFY(m_desk.dana->waitFor(QStringLiteral("emojiCell")));
    m_desk.dana->typeText(QStringLiteral("thumbs up"));
    QTRY_COMPARE(m_desk.dana->text(QStringLiteral("emojiCell")), QStringLiteral("👍"));
    m_desk.dana->press(Qt::Key_Return);
    QCOMPARE(words(), QStringLiteral("well done👍"));
    QVERIFY(m_desk.dana->waitUntilGone(QStringLiteral("emojiPicker")));
    QTRY_VERIFY(edit()->hasActiveFocus());
    // What was used last stands first the next time.
    QVERIFY(m_desk.dana->click(QStringLiteral("emojiButton")));
    QTRY_COMPARE(m_desk.dana->text(QStringLiteral("emojiCell")), QStringLiteral("👍"));
    QVERIFY(m_desk.dana->click(QStringLiteral("emojiCell")));
    QCOMPARE(words(), QStringLiteral("well done👍👍"));
    QTRY_VERIFY(edit()->hasActiveFocus());
    // And once only.
    QVERIFY(m_desk.dana->click(QStringLiteral("emojiButton")));
    QVERIFY(m_desk.dana->waitFor(QStringLiteral("emojiCell")));
    QCOMPARE(m_desk.dana->texts(QStringLiteral("emojiCell")).count(QStringLiteral("👍")), 1);
    m_desk.dana->press(Qt::Key_Escape);
    QVERIFY(m_desk.dana->waitUntilGone(QStringLiteral("emojiPicker")));
    QTRY_VERIFY(edit()->hasActiveFocus());
}

SUHBAT_TEST(TestComposer, Gui)
#include "tst_composer.moc"
