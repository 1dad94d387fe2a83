#include "demo/DemoServer.h"
#include "support/Fixtures.h"
#include "support/Person.h"

#include <QQuickItem>
#include <QQuickWindow>
#include <QTest>

#include <memory>

using namespace suhbat;

namespace {

constexpr qint64 kim = 43;
constexpr qint64 kimsRoom = 12;
const QString kimsName = QStringLiteral("Kim Ito");

} // namespace

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
    std::unique_ptr<demo::DemoServer> m_server;
    std::unique_ptr<test::Person> m_dana;

    int ownState(int row) const;
    QString composerText() const;
};

void TestChatting::init()
{
    test::failOnAnyWarning();
    demo::DemoOptions options;
    options.quiet = true;
    m_server = std::make_unique<demo::DemoServer>(options);
    QVERIFY2(m_server->listen(), qPrintable(m_server->errorString()));
    m_dana = std::make_unique<test::Person>();
    QVERIFY(m_dana->open(*m_server));
    QVERIFY(m_dana->logIn(test::account::dana, test::account::password));
}

void TestChatting::cleanup()
{
    m_dana.reset();
    m_server.reset();
}

// Of a row that is on screen; the tick itself is drawn, not written.
int TestChatting::ownState(int row) const
{
    MessageListModel *model = m_dana->app().chat()->messages();
    return model->index(row).data(MessageListModel::MessageStateRole).toInt();
}

// Without the placeholder, which is read as well where there is nothing else.
QString TestChatting::composerText() const
{
    return m_dana->item(QStringLiteral("composer"))->property("text").toString();
}

void TestChatting::messageArrivesAndCountsAsUnread()
{
    QVERIFY(m_dana->waitForText(QStringLiteral("conversationDelegate"), kimsName));
    QTRY_COMPARE(m_server->subscribedChannels().size(), 1);
    m_server->readAs(42, kimsRoom);
    m_server->sendAs(kim, kimsRoom, QStringLiteral("Lunch at one?"));
    QVERIFY(m_dana->waitForText(QStringLiteral("conversationDelegate"),
                                QStringLiteral("Lunch at one?")));
    QVERIFY(m_dana->openConversation(kimsName));
    QVERIFY(m_dana->waitForText(QStringLiteral("messageBubble"), QStringLiteral("Lunch at one?")));
    // Seen in a focused window: the server hears of it.
    QTRY_COMPARE(m_server->unreadCount(42, kimsRoom), 0);
}

void TestChatting::enterSendsShiftEnterBreaksTheLine()
{
    QVERIFY(m_dana->openConversation(kimsName));
    QVERIFY(m_dana->type(QStringLiteral("composer"), QStringLiteral("first\nsecond")));
    m_dana->press(Qt::Key_Return);
    QVERIFY(m_dana->waitForText(QStringLiteral("messageBubble"), QStringLiteral("first\nsecond")));
    QTRY_COMPARE(m_server->messages(kimsRoom).last().body, QStringLiteral("first\nsecond"));
    QCOMPARE(composerText(), QString());
    // Blank text goes nowhere.
    const auto before = m_server->messages(kimsRoom).size();
    m_dana->typeText(QStringLiteral("   "));
    m_dana->press(Qt::Key_Return);
    QVERIFY(m_dana->send(QStringLiteral("after the blank")));
    QTRY_COMPARE(m_server->messages(kimsRoom).size(), before + 1);
}

void TestChatting::twoClientsChatBothWays()
{
    test::Person other;
    QVERIFY(other.open(*m_server));
    QVERIFY(other.type(QStringLiteral("loginIdentifier"), test::account::kim));
    QVERIFY(other.type(QStringLiteral("loginPassword"), test::account::password));
    QVERIFY(other.click(QStringLiteral("loginSubmit")));
    QVERIFY(other.type(QStringLiteral("codeField"), test::account::code));
    QVERIFY(other.waitFor(QStringLiteral("chatPage")));

    QVERIFY(m_dana->openConversation(kimsName));
    QVERIFY(other.openConversation(QStringLiteral("Dana Reyes")));
    QVERIFY(m_dana->send(QStringLiteral("Salom, Kim!")));
    QVERIFY(other.waitForText(QStringLiteral("messageBubble"), QStringLiteral("Salom, Kim!")));
    QVERIFY(other.send(QStringLiteral("Привет, Dana 🙂")));
    QVERIFY(m_dana->waitForText(QStringLiteral("messageBubble"),
                                QStringLiteral("Привет, Dana 🙂")));
    // One row each, on both sides.
    QCOMPARE(m_dana->app().chat()->messages()->count(), int(m_server->messages(kimsRoom).size()));
    QCOMPARE(other.app().chat()->messages()->count(), int(m_server->messages(kimsRoom).size()));
}

void TestChatting::typingAppearsAndGoes()
{
    QVERIFY(m_dana->openConversation(kimsName));
    QTRY_COMPARE(m_server->subscribedChannels().size(), 1);
    m_server->typeAs(kim, kimsRoom);
    QVERIFY(m_dana->waitForText(QStringLiteral("typingIndicator"), kimsName));
    m_server->sendAs(kim, kimsRoom, QStringLiteral("done typing"));
    QVERIFY(m_dana->waitForText(QStringLiteral("messageBubble"), QStringLiteral("done typing")));
    QVERIFY(m_dana->waitUntilGone(QStringLiteral("typingIndicator")));
    // My own keystrokes reach the server, but not one by one.
    m_server->clearRequests();
    QVERIFY(m_dana->type(QStringLiteral("composer"), QStringLiteral("hello there")));
    QTRY_VERIFY(!m_server->requests().isEmpty());
    int notices = 0;
    for (const auto &request : m_server->requests())
        notices += request.path.endsWith(QLatin1String("/typing")) ? 1 : 0;
    QCOMPARE(notices, 1);
}

void TestChatting::ticksTurnRead()
{
    QVERIFY(m_dana->openConversation(kimsName));
    QTRY_COMPARE(m_server->subscribedChannels().size(), 1);
    QVERIFY(m_dana->send(QStringLiteral("seen this?")));
    QTRY_COMPARE(ownState(0), int(MessageListModel::Sent));
    m_server->readAs(kim, kimsRoom);
    QTRY_COMPARE(ownState(0), int(MessageListModel::Read));
}

void TestChatting::refusedMessageIsRetriedOrDiscarded()
{
    QVERIFY(m_dana->openConversation(kimsName));
    m_server->faults().failNext(demo::Failure::Forbidden, QStringLiteral("/messages"), 2, "POST");
    QVERIFY(m_dana->send(QStringLiteral("not allowed")));
    QVERIFY(m_dana->click(QStringLiteral("messageRetry")));
    QTRY_COMPARE(ownState(0), int(MessageListModel::Failed)); // refused a second time
    QVERIFY(m_dana->click(QStringLiteral("messageRetry")));
    QTRY_COMPARE(ownState(0), int(MessageListModel::Sent));
    QVERIFY(m_dana->waitUntilGone(QStringLiteral("messageRetry")));

    m_server->faults().failNext(demo::Failure::Forbidden, QStringLiteral("/messages"), 1, "POST");
    QVERIFY(m_dana->send(QStringLiteral("never mind")));
    QVERIFY(m_dana->click(QStringLiteral("messageDiscard")));
    QVERIFY(m_dana->waitUntil("the bubble to go", [this] {
        return m_dana->itemShowing(QStringLiteral("messageBubble"), QStringLiteral("never mind")) ==
               nullptr;
    }));
    QCOMPARE(m_server->messages(kimsRoom).last().body, QStringLiteral("not allowed"));
}

void TestChatting::draftStaysWithItsConversation()
{
    QVERIFY(m_dana->waitUntil("a second conversation", [this] {
        return m_dana->items(QStringLiteral("conversationDelegate")).size() > 1;
    }));
    QVERIFY(m_dana->openConversation(kimsName));
    QVERIFY(m_dana->type(QStringLiteral("composer"), QStringLiteral("for Kim only")));
    const QStringList rows = m_dana->texts(QStringLiteral("conversationDelegate"));
    QString otherTitle;
    for (const QString &row : rows) {
        if (!row.contains(kimsName))
            otherTitle = row.section(u'\n', 0, 0);
    }
    ConversationListModel *list = m_dana->app().chat()->conversations();
    for (int row = 0; row < list->count() && row < 4; ++row) {
        const QString title = list->index(row).data(ConversationListModel::TitleRole).toString();
        if (title != kimsName)
            otherTitle = title;
    }
    QVERIFY(m_dana->openConversation(otherTitle));
    QCOMPARE(composerText(), QString());
    QVERIFY(m_dana->openConversation(kimsName));
    QCOMPARE(composerText(), QStringLiteral("for Kim only"));
}

void TestChatting::hostileTextIsOnlyText()
{
    QVERIFY(m_dana->openConversation(kimsName));
    QTRY_COMPARE(m_server->subscribedChannels().size(), 1);
    const QString markup = QStringLiteral("<b>bold</b> <img src=\"http://127.0.0.1:1/x\">");
    m_server->sendAs(kim, kimsRoom, markup);
    QVERIFY(m_dana->waitForText(QStringLiteral("messageBubble"), markup));
    m_server->sendAs(kim, kimsRoom, QString(20000, u'W'));
    m_server->sendAs(kim, kimsRoom, QStringLiteral("and on it goes"));
    QVERIFY(m_dana->waitForText(QStringLiteral("messageBubble"), QStringLiteral("and on it goes")));
}

// The three payloads of old clients, word for word, in the window.
void TestChatting::wordForWordPayloadsAreShown()
{
    QTRY_COMPARE(m_server->subscribedChannels().size(), 1);
    const auto publish = [this](const char *file) {
        m_server->publishTo(42, QStringLiteral("App\\Events\\Anything"),
                            test::fixture(QStringLiteral("wire/") + QLatin1String(file)));
    };
    // All three speak of conversations that Dana is not in: nothing breaks, nothing is shown as
    // somebody else's.
    publish("message_wrapped_flat.json");
    publish("typing_camel.json");
    publish("read_strings.json");
    QTRY_COMPARE(m_dana->app().backend()->chat().lastEvents().size(), 3);
    QVERIFY(m_dana->openConversation(kimsName));
    QVERIFY(m_dana->send(QStringLiteral("all well")));
}

QTEST_MAIN(TestChatting)
#include "tst_chatting.moc"
