#include "support/Desk.h"
#include "support/Fixtures.h"

#include <QQuickItem>
#include <QQuickWindow>
#include <QTest>

using namespace suhbat;
namespace kim = suhbat::test::kim;

// A day at work with Suhbat: chatting, from both sides of a conversation.
class TestChatting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void messageArrivesAndCountsAsUnread();
    void enterSendsShiftEnterBreaksTheLine();
    void twoClientsChatBothWays();
    void typingAppearsAndGoes();
    void ticksTurnRead();
    void refusedMessageIsRetriedOrDiscarded();
    void draftStaysWithItsConversation();
    void hostileTextIsOnlyText();
    void wordForWordPayloadsAreShown();

private:
    test::Desk m_desk;

    int ownState(int row) const;
    QString composerText() const;
};

void TestChatting::init()
{
    test::failOnAnyWarning();
    QVERIFY(m_desk.sitDown());
    QVERIFY(m_desk.dana->logIn(test::account::dana, test::account::password));
}

void TestChatting::cleanup()
{
    m_desk.leave();
}

// Of a row that is on screen; the tick itself is drawn, not written.
int TestChatting::ownState(int row) const
{
    MessageListModel *model = m_desk.dana->app().chat()->messages();
    return model->index(row).data(MessageListModel::MessageStateRole).toInt();
}

// Without the placeholder, which is read as well where there is nothing else.
QString TestChatting::composerText() const
{
    return m_desk.dana->item(QStringLiteral("composer"))->property("text").toString();
}

void TestChatting::messageArrivesAndCountsAsUnread()
{
    QVERIFY(m_desk.dana->waitForText(QStringLiteral("conversationDelegate"), kim::name));
    QTRY_COMPARE(m_desk.server->subscribedChannels().size(), 1);
    m_desk.server->readAs(42, kim::room);
    m_desk.server->sendAs(kim::id, kim::room, QStringLiteral("Lunch at one?"));
    QVERIFY(m_desk.dana->waitForText(QStringLiteral("conversationDelegate"),
                                     QStringLiteral("Lunch at one?")));
    QVERIFY(m_desk.dana->openConversation(kim::name));
    QVERIFY(
        m_desk.dana->waitForText(QStringLiteral("messageBubble"), QStringLiteral("Lunch at one?")));
    // Seen in a focused window: the server hears of it.
    QTRY_COMPARE(m_desk.server->unreadCount(42, kim::room), 0);
}

void TestChatting::enterSendsShiftEnterBreaksTheLine()
{
    QVERIFY(m_desk.dana->openConversation(kim::name));
    QVERIFY(m_desk.dana->type(QStringLiteral("composer"), QStringLiteral("first\nsecond")));
    m_desk.dana->press(Qt::Key_Return);
    QVERIFY(
        m_desk.dana->waitForText(QStringLiteral("messageBubble"), QStringLiteral("first\nsecond")));
    QTRY_COMPARE(m_desk.server->messages(kim::room).last().body, QStringLiteral("first\nsecond"));
    QCOMPARE(composerText(), QString());
    // Blank text goes nowhere.
    const auto before = m_desk.server->messages(kim::room).size();
    m_desk.dana->typeText(QStringLiteral("   "));
    m_desk.dana->press(Qt::Key_Return);
    QVERIFY(m_desk.dana->send(QStringLiteral("after the blank")));
    QTRY_COMPARE(m_desk.server->messages(kim::room).size(), before + 1);
}

void TestChatting::twoClientsChatBothWays()
{
    test::Person other;
    QVERIFY(other.open(*m_desk.server));
    QVERIFY(other.type(QStringLiteral("loginIdentifier"), test::account::kim));
    QVERIFY(other.type(QStringLiteral("loginPassword"), test::account::password));
    QVERIFY(other.click(QStringLiteral("loginSubmit")));
    QVERIFY(other.type(QStringLiteral("codeField"), test::account::code));
    QVERIFY(other.waitFor(QStringLiteral("chatPage")));

    QVERIFY(m_desk.dana->openConversation(kim::name));
    QVERIFY(other.openConversation(QStringLiteral("Dana Reyes")));
    QVERIFY(m_desk.dana->send(QStringLiteral("Salom, Kim!")));
    QVERIFY(other.waitForText(QStringLiteral("messageBubble"), QStringLiteral("Salom, Kim!")));
    QVERIFY(other.send(QStringLiteral("Привет, Dana 🙂")));
    QVERIFY(m_desk.dana->waitForText(QStringLiteral("messageBubble"),
                                     QStringLiteral("Привет, Dana 🙂")));
    // One row each, on both sides.
    QCOMPARE(m_desk.dana->app().chat()->messages()->count(),
             int(m_desk.server->messages(kim::room).size()));
    QCOMPARE(other.app().chat()->messages()->count(),
             int(m_desk.server->messages(kim::room).size()));
}

void TestChatting::typingAppearsAndGoes()
{
    QVERIFY(m_desk.dana->openConversation(kim::name));
    QTRY_COMPARE(m_desk.server->subscribedChannels().size(), 1);
    m_desk.server->typeAs(kim::id, kim::room);
    QVERIFY(m_desk.dana->waitForText(QStringLiteral("typingIndicator"), kim::name));
    m_desk.server->sendAs(kim::id, kim::room, QStringLiteral("done typing"));
    QVERIFY(
        m_desk.dana->waitForText(QStringLiteral("messageBubble"), QStringLiteral("done typing")));
    QVERIFY(m_desk.dana->waitUntilGone(QStringLiteral("typingIndicator")));
    // My own keystrokes reach the server, but not one by one.
    m_desk.server->clearRequests();
    QVERIFY(m_desk.dana->type(QStringLiteral("composer"), QStringLiteral("hello there")));
    QTRY_VERIFY(!m_desk.server->requests().isEmpty());
    int notices = 0;
    for (const auto &request : m_desk.server->requests())
        notices += request.path.endsWith(QLatin1String("/typing")) ? 1 : 0;
    QCOMPARE(notices, 1);
}

void TestChatting::ticksTurnRead()
{
    QVERIFY(m_desk.dana->openConversation(kim::name));
    QTRY_COMPARE(m_desk.server->subscribedChannels().size(), 1);
    QVERIFY(m_desk.dana->send(QStringLiteral("seen this?")));
    QTRY_COMPARE(ownState(0), int(MessageListModel::Sent));
    m_desk.server->readAs(kim::id, kim::room);
    QTRY_COMPARE(ownState(0), int(MessageListModel::Read));
}

void TestChatting::refusedMessageIsRetriedOrDiscarded()
{
    QVERIFY(m_desk.dana->openConversation(kim::name));
    m_desk.server->faults().failNext(demo::Failure::Forbidden, QStringLiteral("/messages"), 2,
                                     "POST");
    QVERIFY(m_desk.dana->send(QStringLiteral("not allowed")));
    QVERIFY(m_desk.dana->click(QStringLiteral("messageRetry")));
    QTRY_COMPARE(ownState(0), int(MessageListModel::Failed)); // refused a second time
    QVERIFY(m_desk.dana->click(QStringLiteral("messageRetry")));
    QTRY_COMPARE(ownState(0), int(MessageListModel::Sent));
    QVERIFY(m_desk.dana->waitUntilGone(QStringLiteral("messageRetry")));

    m_desk.server->faults().failNext(demo::Failure::Forbidden, QStringLiteral("/messages"), 1,
                                     "POST");
    QVERIFY(m_desk.dana->send(QStringLiteral("never mind")));
    QVERIFY(m_desk.dana->click(QStringLiteral("messageDiscard")));
    QVERIFY(m_desk.dana->waitUntil("the bubble to go", [this] {
        return m_desk.dana->itemShowing(QStringLiteral("messageBubble"),
                                        QStringLiteral("never mind")) == nullptr;
    }));
    QCOMPARE(m_desk.server->messages(kim::room).last().body, QStringLiteral("not allowed"));
}

void TestChatting::draftStaysWithItsConversation()
{
    QVERIFY(m_desk.dana->waitUntil("a second conversation", [this] {
        return m_desk.dana->items(QStringLiteral("conversationDelegate")).size() > 1;
    }));
    QVERIFY(m_desk.dana->openConversation(kim::name));
    QVERIFY(m_desk.dana->type(QStringLiteral("composer"), QStringLiteral("for Kim only")));
    const QStringList rows = m_desk.dana->texts(QStringLiteral("conversationDelegate"));
    QString otherTitle;
    for (const QString &row : rows) {
        if (!row.contains(kim::name))
            otherTitle = row.section(u'\n', 0, 0);
    }
    ConversationListModel *list = m_desk.dana->app().chat()->conversations();
    for (int row = 0; row < list->count() && row < 4; ++row) {
        const QString title = list->index(row).data(ConversationListModel::TitleRole).toString();
        if (title != kim::name)
            otherTitle = title;
    }
    QVERIFY(m_desk.dana->openConversation(otherTitle));
    QCOMPARE(composerText(), QString());
    QVERIFY(m_desk.dana->openConversation(kim::name));
    QCOMPARE(composerText(), QStringLiteral("for Kim only"));
}

void TestChatting::hostileTextIsOnlyText()
{
    QVERIFY(m_desk.dana->openConversation(kim::name));
    QTRY_COMPARE(m_desk.server->subscribedChannels().size(), 1);
    const QString markup = QStringLiteral("<b>bold</b> <img src=\"http://127.0.0.1:1/x\">");
    m_desk.server->sendAs(kim::id, kim::room, markup);
    QVERIFY(m_desk.dana->waitForText(QStringLiteral("messageBubble"), markup));
    m_desk.server->sendAs(kim::id, kim::room, QString(20000, u'W'));
    m_desk.server->sendAs(kim::id, kim::room, QStringLiteral("and on it goes"));
    QVERIFY(m_desk.dana->waitForText(QStringLiteral("messageBubble"),
                                     QStringLiteral("and on it goes")));
}

// The three payloads of old clients, word for word, in the window.
void TestChatting::wordForWordPayloadsAreShown()
{
    QTRY_COMPARE(m_desk.server->subscribedChannels().size(), 1);
    const auto publish = [this](const char *file) {
        m_desk.server->publishTo(42, QStringLiteral("App\\Events\\Anything"),
                                 test::fixture(QStringLiteral("wire/") + QLatin1String(file)));
    };
    // All three speak of conversations that Dana is not in: nothing breaks, nothing is shown as
    // somebody else's.
    publish("message_wrapped_flat.json");
    publish("typing_camel.json");
    publish("read_strings.json");
    QTRY_COMPARE(m_desk.dana->app().backend()->chat().lastEvents().size(), 3);
    QVERIFY(m_desk.dana->openConversation(kim::name));
    QVERIFY(m_desk.dana->send(QStringLiteral("all well")));
}

QTEST_MAIN(TestChatting)
#include "tst_chatting.moc"
