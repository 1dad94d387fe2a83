#include "demo/DemoServer.h"
#include "support/Fixtures.h"
#include "support/Person.h"

#include <QQuickItem>
#include <QTest>

#include <memory>
#include <optional>
#include <utility>

using namespace suhbat;

// Reading: what one looks at stays where it is.
class TestTimeline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void opensAtTheNewest();
    void followsAtTheNewest();
    void staysWhileReadingBack_data();
    void staysWhileReadingBack();
    void jumpsToAMessage();
    void hurryThroughTheConversations();

private:
    static constexpr int danaId = 42;
    static constexpr int leeId = 44;

    qint64 longestConversation() const;
    [[nodiscard]] bool openLongest();
    /// Scene y of the bubble with that text; nothing when it is out of sight.
    std::optional<qreal> placeOf(const QString &text) const;

    std::unique_ptr<demo::DemoServer> m_server;
    std::unique_ptr<test::Person> m_dana;
    qint64 m_conversation = 0;
};

void TestTimeline::init()
{
    test::failOnAnyWarning();
    demo::DemoOptions options;
    options.quiet = true;
    m_server = std::make_unique<demo::DemoServer>(options);
    QVERIFY(m_server->listen());
    m_dana = std::make_unique<test::Person>();
    QVERIFY(m_dana->open(*m_server));
    QVERIFY(m_dana->logIn(test::account::dana, test::account::password));
    QVERIFY(m_dana->waitFor(u"conversationDelegate"_qs));
    QTRY_COMPARE(m_server->socketCount(), 1);
}

void TestTimeline::cleanup()
{
    m_dana.reset();
    m_server.reset();
}

qint64 TestTimeline::longestConversation() const
{
    qint64 longest = 0;
    qsizetype most = 0;
    for (const demo::Conversation &one : m_server->conversationsOf(danaId)) {
        const qsizetype count = m_server->messages(one.id).size();
        if (one.members.contains(leeId) && count > most) {
            longest = one.id;
            most = count;
        }
    }
    return most > 20 ? longest : 0;
}

bool TestTimeline::openLongest()
{
    m_conversation = longestConversation();
    m_dana->app().chat()->open(QString::number(m_conversation));
    return m_conversation != 0 && m_dana->waitFor(u"messageBubble"_qs) &&
           m_dana->waitUntil("the history",
                             [this] { return !m_dana->app().chat()->loadingMessages(); });
}

std::optional<qreal> TestTimeline::placeOf(const QString &text) const
{
    const QQuickItem *bubble = m_dana->itemShowing(u"messageBubble"_qs, text);
    return bubble ? std::optional(bubble->mapToScene(QPointF()).y()) : std::nullopt;
}

void TestTimeline::opensAtTheNewest()
{
    QVERIFY(openLongest());
    const QString newest = m_server->messages(m_conversation).constLast().body;
    QVERIFY(m_dana->waitForText(u"messageBubble"_qs, newest.section(QLatin1Char('\n'), 0, 0)));
    QVERIFY(!m_dana->sees(u"jumpToNewest"_qs));
    // Again after one has read back in it and looked at another one.
    QVERIFY(m_dana->wheel(u"messageList"_qs, 15));
    QVERIFY(m_dana->waitFor(u"jumpToNewest"_qs));
    QVERIFY(m_dana->openConversation(u"Lee Park"_qs));
    QVERIFY(openLongest());
    QVERIFY(m_dana->waitForText(u"messageBubble"_qs, newest.section(QLatin1Char('\n'), 0, 0)));
    QVERIFY(!m_dana->sees(u"jumpToNewest"_qs));
}

void TestTimeline::followsAtTheNewest()
{
    QVERIFY(openLongest());
    for (int i = 1; i <= 5; ++i) {
        const QString text = QStringLiteral("Follow me %1").arg(i);
        m_server->sendAs(leeId, m_conversation, text);
        QVERIFY(m_dana->waitForText(u"messageBubble"_qs, text));
    }
    QVERIFY(!m_dana->sees(u"jumpToNewest"_qs));
}

void TestTimeline::staysWhileReadingBack_data()
{
    QTest::addColumn<int>("notches");
    QTest::newRow("a little") << 1;
    QTest::newRow("half a page") << 3;
    QTest::newRow("pages") << 15;
}

void TestTimeline::staysWhileReadingBack()
{
    QFETCH(const int, notches);
    QVERIFY(openLongest());
    QVERIFY(m_dana->wheel(u"messageList"_qs, notches));
    QVERIFY(m_dana->waitFor(u"jumpToNewest"_qs));
    // The wheel's movement runs out first.
    const QQuickItem *list = m_dana->item(u"messageList"_qs);
    QTRY_VERIFY(!list->property("moving").toBool());
    // What is in the middle of the view; its first line is how it is found again.
    const QList<QQuickItem *> bubbles = m_dana->items(u"messageBubble"_qs);
    QVERIFY(bubbles.size() > 2);
    const QString watched =
        test::Screen::textOf(bubbles.at(bubbles.size() / 2)).section(QLatin1Char('\n'), 0, 0);
    const auto before = placeOf(watched);
    QVERIFY(before);
    const int known = m_dana->app().chat()->messages()->rowCount();
    for (int i = 1; i <= 5; ++i)
        m_server->sendAs(leeId, m_conversation, QStringLiteral("Do not move %1").arg(i));
    QTRY_COMPARE(m_dana->app().chat()->messages()->rowCount(), known + 5);
    QCOMPARE(m_dana->text(u"jumpToNewest"_qs), u"5"_qs);
    QVERIFY(m_dana->drawn() && m_dana->drawn()); // it must not move then either
    const auto after = placeOf(watched);
    QVERIFY(after);
    QCOMPARE(*after, *before);
    QVERIFY(m_dana->click(u"jumpToNewest"_qs));
    QVERIFY(m_dana->waitForText(u"messageBubble"_qs, u"Do not move 5"_qs));
    QVERIFY(m_dana->waitUntilGone(u"jumpToNewest"_qs));
}

void TestTimeline::jumpsToAMessage()
{
    QVERIFY(openLongest());
    const demo::Message old = m_server->messages(m_conversation).at(4);
    const QString text = old.body.section(QLatin1Char('\n'), 0, 0);
    QVERIFY(!placeOf(text));
    m_dana->app().chat()->jumpTo(QString::number(old.id));
    QVERIFY(m_dana->waitForText(u"messageBubble"_qs, text));
    QVERIFY(m_dana->waitFor(u"jumpToNewest"_qs));
    const QQuickItem *row = m_dana->itemShowing(u"messageBubble"_qs, text);
    QVERIFY(m_dana->itemIn(row, u"rowGlow"_qs));
    QCOMPARE(m_dana->items(u"rowGlow"_qs).size(), 1);
    QVERIFY(m_dana->waitUntilGone(u"rowGlow"_qs)); // found by then
    // Nothing to jump to: nothing moves.
    const auto before = placeOf(text);
    m_dana->app().chat()->jumpTo(u"987654"_qs);
    QVERIFY(m_dana->drawn());
    QCOMPARE(placeOf(text), before);
}

// A timeline is emptied for the next one while rows of it are still being made.
void TestTimeline::hurryThroughTheConversations()
{
    ChatFace *chat = m_dana->app().chat();
    QStringList ids;
    for (const demo::Conversation &one : m_server->conversationsOf(danaId))
        ids += QString::number(one.id);
    QVERIFY(ids.size() > 5);
    // Left at once, after one event, after two …: some of them find a row half made.
    for (int round = 0; round < 4; ++round) {
        for (const QString &id : std::as_const(ids)) {
            chat->open(id);
            for (int event = 0; event < round; ++event)
                QCoreApplication::processEvents();
            if (round % 2 == 1)
                chat->close();
        }
    }
    QTRY_VERIFY(!chat->loadingMessages());
    chat->close();
    QVERIFY(m_dana->waitFor(u"emptyChat"_qs));
}

QTEST_MAIN(TestTimeline)
#include "tst_timeline.moc"
