#include "support/Desk.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"

#include <QElapsedTimer>
#include <QQuickItem>
#include <QQuickWindow>
#include <QScopeGuard>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>
#include <QWindow>

#include <algorithm>
#include <utility>

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
    void unseenStaysUnread();
    void typingAppearsAndGoes();
    void lineStandsBeforeWhatNoEventTold();
    void ticksTurnRead();
    void refusedMessageIsRetriedOrDiscarded();
    void draftStaysWithItsConversation();
    void hostileTextIsOnlyText();
    void wordForWordPayloadsAreShown();

private:
    test::Desk m_desk;

    QString composerText() const;
    static bool giveConversations(const QString &databaseFile);
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

// Without the placeholder, which is read as well where there is nothing else.
QString TestChatting::composerText() const
{
    return m_desk.dana->item(QStringLiteral("composer"))->property("text").toString();
}

void TestChatting::messageArrivesAndCountsAsUnread()
{
    QVERIFY(m_desk.dana->waitForText(QStringLiteral("conversationDelegate"), kim::name));
    QTRY_COMPARE(m_desk.server->subscribedChannels().size(), 1);
    const int before = m_desk.dana->unreadOf(kim::name);
    m_desk.server->sendAs(kim::id, kim::room, QStringLiteral("Lunch at one?"));
    QVERIFY(m_desk.dana->waitForText(QStringLiteral("conversationDelegate"),
                                     QStringLiteral("Lunch at one?")));
    QCOMPARE(m_desk.dana->unreadOf(kim::name), before + 1);
    QVERIFY(m_desk.dana->openConversation(kim::name));
    QVERIFY(
        m_desk.dana->waitForText(QStringLiteral("messageBubble"), QStringLiteral("Lunch at one?")));
    // Seen in a focused window: the server hears of it.
    QTRY_COMPARE(m_desk.server->unreadCount(42, kim::room), 0);
    QCOMPARE(m_desk.dana->unreadOf(kim::name), 0);
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
    QCOMPARE(m_desk.dana->app().chat()->messages()->count(), int(before + 1));
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

// On screen, but Dana is looking at another window.
void TestChatting::unseenStaysUnread()
{
    QVERIFY(m_desk.dana->openConversation(kim::name));
    QTRY_COMPARE(m_desk.server->unreadCount(42, kim::room), 0);
    QTRY_COMPARE(m_desk.server->subscribedChannels().size(), 1);
    QWindow other;
    other.show();
    other.requestActivate();
    QTRY_VERIFY(!m_desk.dana->window()->isActive());
    m_desk.server->clearRequests();
    // For longer than anything waits before it tells what was seen.
    QElapsedTimer timer;
    timer.start();
    int sent = 0;
    while (sent < 3) { // as many as stay in sight
        const QString text = QStringLiteral("unseen %1").arg(++sent);
        m_desk.server->sendAs(kim::id, kim::room, text);
        QVERIFY(m_desk.dana->waitForText(QStringLiteral("messageBubble"), text));
        QTRY_VERIFY(timer.elapsed() > sent * 270);
    }
    QCOMPARE(m_desk.server->unreadCount(42, kim::room), sent);
    QCOMPARE(m_desk.dana->unreadOf(kim::name), sent);
    const auto marked = [this] {
        int n = 0;
        for (const auto &request : m_desk.server->requests())
            n += request.path.endsWith(QLatin1String("/messages/read")) ? 1 : 0;
        return n;
    };
    QCOMPARE(marked(), 0);
    QVERIFY(m_desk.dana->lookAt());
    QTRY_COMPARE(m_desk.dana->unreadOf(kim::name), 0);
    QTRY_COMPARE(m_desk.server->unreadCount(42, kim::room), 0);
    QVERIFY(marked() <= 2); // a screenful is one request
}

// What was heard is in memory before the history is; the first unread message may be older.
void TestChatting::lineStandsBeforeWhatNoEventTold()
{
    const QString untold = QStringLiteral("Nobody told you");
    const QString told = QStringLiteral("This you heard");
    QTRY_COMPARE(m_desk.server->subscribedChannels().size(), 1);
    m_desk.server->faults().suppressEvents = true;
    m_desk.server->sendAs(kim::id, kim::room, untold);
    m_desk.server->faults().suppressEvents = false;
    m_desk.server->sendAs(kim::id, kim::room, told);
    test::Person &dana = *m_desk.dana;
    QVERIFY(dana.waitForText(QStringLiteral("conversationDelegate"), told));
    QVERIFY(dana.openConversation(kim::name));
    QVERIFY(dana.waitForText(QStringLiteral("messageBubble"), untold));
    QTRY_VERIFY(dana.itemIn(dana.itemShowing(QStringLiteral("messageBubble"), untold),
                            QStringLiteral("unreadDivider")));
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
    QVERIFY(m_desk.dana->send(QStringLiteral("hello there")));
    QTRY_COMPARE(m_desk.server->messages(kim::room).last().body, QStringLiteral("hello there"));
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
    QTRY_COMPARE(m_desk.dana->markOf(QStringLiteral("seen this?")), QStringLiteral("sent"));
    m_desk.server->readAs(kim::id, kim::room);
    QTRY_COMPARE(m_desk.dana->markOf(QStringLiteral("seen this?")), QStringLiteral("read"));
}

void TestChatting::refusedMessageIsRetriedOrDiscarded()
{
    QVERIFY(m_desk.dana->openConversation(kim::name));
    m_desk.server->faults().failNext(demo::Failure::Forbidden, QStringLiteral("/messages"), 2,
                                     "POST");
    const QString words = QStringLiteral("may I?");
    QVERIFY(m_desk.dana->send(words));
    QTRY_COMPARE(m_desk.dana->markOf(words), QStringLiteral("alert"));
    QVERIFY(m_desk.dana->waitForText(QStringLiteral("messageBubble"),
                                     QStringLiteral("Not sent. You are not allowed to send")));
    // The same again is refused again: only whoever knows better finds it, in the menu.
    QVERIFY(m_desk.dana->sees(QStringLiteral("messageDiscard")));
    QVERIFY(!m_desk.dana->sees(QStringLiteral("messageRetry")));
    const auto tryAgain = [this, &words] {
        const auto place = [this, &words] {
            const QQuickItem *text = m_desk.dana->itemShowing(QStringLiteral("messageText"), words);
            return text->mapToScene(QPointF(10, text->height() / 2)).toPoint();
        };
        QPoint last; // rows make room for what is said below one
        if (!m_desk.dana->waitUntil("the rows to rest", [this, &place, &last] {
                const QPoint before = std::exchange(last, place());
                return m_desk.dana->drawn() && before == last && place() == last;
            }))
            return false;
        QTest::mouseClick(m_desk.dana->window(), Qt::RightButton, Qt::NoModifier, place());
        return m_desk.dana->click(QStringLiteral("messageMenuRetry"));
    };
    m_desk.server->clearRequests();
    QVERIFY(tryAgain());
    QTRY_VERIFY(std::any_of(
        m_desk.server->requests().begin(), m_desk.server->requests().end(),
        [](const auto &request) { return request.path.endsWith(QLatin1String("/messages")); }));
    QTRY_COMPARE(m_desk.dana->markOf(words), QStringLiteral("alert")); // refused a second time
    QVERIFY(tryAgain());
    QTRY_COMPARE(m_desk.dana->markOf(words), QStringLiteral("sent"));
    QVERIFY(m_desk.dana->waitUntilGone(QStringLiteral("messageDiscard")));

    m_desk.server->faults().failNext(demo::Failure::Forbidden, QStringLiteral("/messages"), 1,
                                     "POST");
    QVERIFY(m_desk.dana->send(QStringLiteral("never mind")));
    QVERIFY(m_desk.dana->click(QStringLiteral("messageDiscard")));
    QVERIFY(m_desk.dana->waitUntil("the bubble to go", [this] {
        return m_desk.dana->itemShowing(QStringLiteral("messageBubble"),
                                        QStringLiteral("never mind")) == nullptr;
    }));
    QCOMPARE(m_desk.server->messages(kim::room).last().body, words);
}

void TestChatting::draftStaysWithItsConversation()
{
    QVERIFY(m_desk.dana->waitUntil("a second conversation", [this] {
        return m_desk.dana->items(QStringLiteral("conversationDelegate")).size() > 1;
    }));
    QVERIFY(m_desk.dana->openConversation(kim::name));
    QVERIFY(m_desk.dana->type(QStringLiteral("composer"), QStringLiteral("for Kim only")));
    QString otherTitle;
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
    m_desk.server->sendAs(kim::id, kim::room, QString(3000, u'W'));
    QVERIFY(m_desk.dana->waitForText(QStringLiteral("messageBubble"), QString(100, u'W')));
    const QList<QQuickItem *> rows = m_desk.dana->items(QStringLiteral("messageBubble"));
    for (QQuickItem *row : rows)
        QVERIFY(row->childrenRect().right() <= row->width());
    m_desk.server->sendAs(kim::id, kim::room, QString(20000, u'W'));
    m_desk.server->sendAs(kim::id, kim::room, QStringLiteral("and on it goes"));
    QVERIFY(m_desk.dana->waitForText(QStringLiteral("messageBubble"),
                                     QStringLiteral("and on it goes")));
}

// The conversations that the payloads speak of, and three messages of Dana that nobody has read.
bool TestChatting::giveConversations(const QString &databaseFile)
{
    const auto connection = QStringLiteral("conversations-of-the-payloads");
    const auto remove = qScopeGuard([&] { QSqlDatabase::removeDatabase(connection); });
    auto database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection);
    database.setDatabaseName(databaseFile);
    bool ok = database.open();
    for (const char *sql :
         {"INSERT INTO conversations VALUES (45, 0, 'Of John', '', 0, 42, 0)",
          "INSERT INTO conversations VALUES (123, 0, 'Of Ali', '', 0, 42, 0)",
          "INSERT INTO members VALUES (45, 42), (45, 43), (123, 42), (123, 45)",
          "INSERT INTO messages SELECT id, 123, 42, body, NULL, strftime('%s', 'now') * 1000 FROM"
          " (SELECT 101 AS id, 'one' AS body UNION VALUES (102, 'two'), (103, 'three'))"})
        ok = ok && QSqlQuery(database).exec(QLatin1String(sql));
    database = {};
    return ok;
}

// The three payloads of old clients, word for word, in the window.
void TestChatting::wordForWordPayloadsAreShown()
{
    const QTemporaryDir dir;
    demo::DemoOptions options;
    options.databaseFile = dir.filePath(QStringLiteral("demo.sqlite"));
    m_desk.leave();
    QVERIFY(m_desk.sitDown(options));
    QVERIFY(giveConversations(options.databaseFile));
    QVERIFY(m_desk.dana->logIn(test::account::dana, test::account::password));
    QTRY_COMPARE(m_desk.server->subscribedChannels().size(), 1);
    QVERIFY(m_desk.dana->openConversation(QStringLiteral("Of Ali")));
    for (const char *text : {"one", "two", "three"})
        QTRY_COMPARE(m_desk.dana->markOf(QLatin1String(text)), QStringLiteral("sent"));
    const auto publish = [this](const char *file) {
        m_desk.server->publishTo(42, QStringLiteral("App\\Events\\Anything"),
                                 test::fixture(QStringLiteral("wire/") + QLatin1String(file)));
    };
    publish("typing_camel.json");
    QVERIFY(m_desk.dana->waitForText(QStringLiteral("typingIndicator"),
                                     QStringLiteral("Ali Qo'chqorov")));
    publish("read_strings.json");
    for (const char *text : {"one", "two", "three"})
        QTRY_COMPARE(m_desk.dana->markOf(QLatin1String(text)), QStringLiteral("read"));
    publish("message_wrapped_flat.json");
    QVERIFY(m_desk.dana->waitForText(QStringLiteral("conversationDelegate"),
                                     QStringLiteral("John: Hello!")));
    QVERIFY(m_desk.dana->openConversation(QStringLiteral("Of John")));
    QVERIFY(m_desk.dana->waitForText(QStringLiteral("messageBubble"), QStringLiteral("Hello!")));
}

SUHBAT_TEST(TestChatting, Gui)
#include "tst_chatting.moc"
