// The stretch of a long history that a view has rows for: pages from memory, disk and server.
#include "LongHistory.h"
#include "store/AccountStore.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"

#include <QSignalSpy>
#include <QTest>

using namespace suhbat;
using test::clientOf;
using test::LongHistory;
using test::longRoom;
using Edge = HistoryWindow::Edge;
using Reached = HistoryWindow::Reached;

namespace {

MessageId id(qint64 number)
{
    return MessageId(number);
}

} // namespace

class ChatHistoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        test::failOnAnyWarning();
        m_server = std::make_unique<LongHistory>();
        m_server->listed = true;
        m_server->read = true;
    }
    void cleanup()
    {
        m_client.reset();
        m_server.reset();
    }

    void goesBackThroughMemoryAndDisk_data() { paging(); }
    void goesBackThroughMemoryAndDisk();
    void goesBackThroughTheServer();
    void comesForwardAgain();
    void jumpsThroughTheDisk_data() { paging(); }
    void jumpsThroughTheDisk();
    void jumpsThroughTheServerAndLeavesNoHoleOnTheDisk();
    void jumpsNowhere();
    void whoGoesElsewhereIsNotPulledAway();
    void saysWhatFailedAndTriesAgain();
    void memoryIsIndependentOfTheHistory();
    void twentyThousandAtOnceAreNoBurden();
    void nothingUnreadLeavesTheMemory();
    void unreadBeforeTheMemoryIsCountedAndRead();
    void allThatIsUnreadIsCountedDownToNought();
    void heldInMindWhileSomebodyWrites();
    void editsAndDeletionsReachOldRows();
    void whatTheServerNoLongerHasGoes();
    void wordsAreFoundHereAndWithTheServer();

private:
    static void paging()
    {
        QTest::addColumn<bool>("paging");
        QTest::newRow("a server that pages") << true;
        QTest::newRow("one that does not") << false;
    }
    ChatManager &chat() { return m_client->chat(); }
    HistoryWindow &window() { return chat().history(); }
    /// The first and the last row, without a gap between them.
    QString shown()
    {
        const auto &rows = window().rows();
        if (rows.isEmpty())
            return QStringLiteral("none");
        for (qsizetype i = 1; i < rows.size(); ++i) {
            if (*rows.at(i).id.number() != *rows.at(i - 1).id.number() + 1)
                return QStringLiteral("gap after ") + rows.at(i - 1).body;
        }
        return rows.first().body + QLatin1Char('-') + rows.last().body;
    }
    /// The conversation open, and heard of the server.
    [[nodiscard]] bool enter(int newest, bool paging)
    {
        m_server->newest = newest;
        m_client = clientOf(*m_server, paging);
        test::start(*m_client);
        if (!QTest::qWaitFor([this] { return chat().conversations().contains(longRoom()); }))
            return false;
        chat().open(longRoom());
        return QTest::qWaitFor([this] { return chat().isCurrent(longRoom()); });
    }
    /// Back by pages until the beginning.
    [[nodiscard]] bool toTheBeginning()
    {
        window().setFollowing(false);
        return QTest::qWaitFor([this] {
            window().loadOlder();
            return window().older() == Edge::End;
        });
    }
    Reached moveTo(qint64 number)
    {
        std::optional<Reached> reached;
        window().moveTo(id(number), [&](Reached how) { reached = how; });
        (void)QTest::qWaitFor([&] { return reached.has_value(); });
        return reached.value_or(Reached::Failed);
    }
    int kept()
    {
        std::optional<int> count;
        m_client->store().loadLatest(longRoom(), MessageStore::maxCount, this,
                                     [&](const auto &rows) { count = int(rows->size()); });
        (void)QTest::qWaitFor([&] { return count.has_value(); });
        return count.value_or(-1);
    }

    std::unique_ptr<LongHistory> m_server;
    std::unique_ptr<Backend> m_client;
};

void ChatHistoryTest::goesBackThroughMemoryAndDisk()
{
    QFETCH(const bool, paging);
    QVERIFY(enter(900, paging));
    QCOMPARE(shown(), QStringLiteral("701-900"));
    QVERIFY(window().isLive());
    window().setFollowing(false);
    // The newest 400 are in memory.
    for (int page = 0; page < 4; ++page)
        window().loadOlder();
    QVERIFY(window().rows().size() <= HistoryWindow::mostRows);
    QCOMPARE(window().rows().first().id, id(501));
    QVERIFY(!window().isLive());
    QVERIFY(toTheBeginning());
    QCOMPARE(window().rows().first().id, id(1));
    QVERIFY(window().rows().size() <= HistoryWindow::mostRows);
    QVERIFY(!shown().startsWith(QLatin1String("gap")));
    QCOMPARE(window().newer(), Edge::More);
}

void ChatHistoryTest::goesBackThroughTheServer()
{
    m_server->plainLimit = 30;
    QVERIFY(enter(300, true));
    QCOMPARE(shown(), QStringLiteral("271-300"));
    window().setFollowing(false);
    window().loadOlder();
    QCOMPARE(window().older(), Edge::Loading);
    window().loadOlder(); // a view asks more than once
    QTRY_COMPARE(shown(), QStringLiteral("221-300"));
    QVERIFY(toTheBeginning());
    QCOMPARE(window().rows().first().id, id(1));
    QCOMPARE(m_server->asked().mid(1), (QStringList{QStringLiteral("before=271&per_page=50"),
                                                    QStringLiteral("before=221&per_page=50"),
                                                    QStringLiteral("before=171&per_page=50"),
                                                    QStringLiteral("before=121&per_page=50"),
                                                    QStringLiteral("before=71&per_page=50"),
                                                    QStringLiteral("before=21&per_page=50")}));
    QTRY_COMPARE(kept(), 300); // for the next time
    // Of a beginning that is known nobody is asked again.
    m_server->server.requests.clear();
    window().loadOlder();
    QCOMPARE(kept(), 300);
    QCOMPARE(m_server->asked(), QStringList());
}

void ChatHistoryTest::comesForwardAgain()
{
    QVERIFY(enter(900, true));
    QVERIFY(toTheBeginning());
    QVERIFY(QTest::qWaitFor([this] {
        window().loadNewer();
        return window().isLive();
    }));
    QVERIFY(shown().endsWith(QLatin1String("-900")));
    QVERIFY(window().rows().size() <= HistoryWindow::mostRows);
    QCOMPARE(window().newer(), Edge::End);
    // At once, too.
    QVERIFY(toTheBeginning());
    window().goLive();
    QCOMPARE(shown(), QStringLiteral("701-900"));
}

void ChatHistoryTest::jumpsThroughTheDisk()
{
    QFETCH(const bool, paging);
    QVERIFY(enter(900, paging));
    QCOMPARE(moveTo(850), Reached::Yes); // there already
    QVERIFY(window().isLive());
    QCOMPARE(moveTo(600), Reached::Yes);          // in memory
    QCOMPARE(shown(), QStringLiteral("550-700")); // and goes on there
    QVERIFY(!window().isLive());
    QCOMPARE(moveTo(120), Reached::Yes); // on the disk
    QCOMPARE(shown(), QStringLiteral("70-170"));
    m_server->server.requests.clear();
    window().loadNewer();
    QTRY_COMPARE(shown(), QStringLiteral("70-220"));
    window().loadOlder();
    QTRY_COMPARE(shown(), QStringLiteral("20-220"));
    QCOMPARE(m_server->asked(), QStringList());
}

void ChatHistoryTest::jumpsThroughTheServerAndLeavesNoHoleOnTheDisk()
{
    m_server->plainLimit = 30;
    QVERIFY(enter(300, true));
    QCOMPARE(moveTo(100), Reached::Yes);
    QCOMPARE(shown(), QStringLiteral("50-149"));
    window().loadOlder();
    QTRY_COMPARE(shown(), QStringLiteral("1-149"));
    QCOMPARE(window().older(), Edge::End);
    QTRY_VERIFY(kept() == 30);
    QVERIFY(QTest::qWaitFor([this] {
        window().loadNewer();
        return window().isLive();
    }));
    QVERIFY(shown().endsWith(QLatin1String("-300")));
    QCOMPARE(moveTo(1), Reached::Yes);
}

void ChatHistoryTest::jumpsNowhere()
{
    QVERIFY(enter(60, true));
    QCOMPARE(moveTo(4000), Reached::NotThere);
    m_server->gone = {30};
    m_server->plainLimit = 20;
    QCOMPARE(shown(), QStringLiteral("1-60"));
    m_server->failing = 503;
    QCOMPARE(moveTo(4001), Reached::Failed);
    QCOMPARE(shown(), QStringLiteral("1-60")); // stayed
    QVERIFY(window().isLive());
}

// The way to a quoted message is long, and the reader has something else in mind by then.
void ChatHistoryTest::whoGoesElsewhereIsNotPulledAway()
{
    m_server->plainLimit = 30;
    QVERIFY(enter(300, true));
    bool pulled = false;
    const auto pull = [&pulled](Reached) { pulled = true; };
    window().moveTo(id(100), pull);
    window().goLive(); // to the newest, or something was sent
    window().loadOlder();
    QTRY_COMPARE(shown(), QStringLiteral("221-300"));
    window().moveTo(id(100), pull);
    QCOMPARE(moveTo(250), Reached::Yes); // in sight
    window().loadOlder();
    QTRY_COMPARE(shown(), QStringLiteral("171-300"));
    window().loadOlder(); // one page more: time enough for a jump of two
    QTRY_COMPARE(shown(), QStringLiteral("121-300"));
    QVERIFY(!pulled);
    QVERIFY(window().isLive());
}

void ChatHistoryTest::saysWhatFailedAndTriesAgain()
{
    m_server->plainLimit = 30;
    QVERIFY(enter(100, true));
    m_server->failing = 503;
    window().loadOlder();
    QTRY_COMPARE(window().older(), Edge::Failed);
    QCOMPARE(window().olderError().status, 503);
    m_server->failing = 0;
    window().loadOlder();
    QTRY_COMPARE(shown(), QStringLiteral("21-100"));
    // The other way as well.
    QCOMPARE(moveTo(5), Reached::Yes);
    m_server->failing = 503;
    window().loadNewer();
    QTRY_COMPARE(window().newer(), Edge::Failed);
    m_server->failing = 0;
    window().loadNewer();
    QTRY_VERIFY(window().newer() != Edge::Failed && window().newer() != Edge::Loading);
    QVERIFY(!shown().startsWith(QLatin1String("gap")));
}

void ChatHistoryTest::memoryIsIndependentOfTheHistory()
{
    QVERIFY(enter(2000, false));
    QCOMPARE(chat().messages(longRoom()).size(), 400);
    QVERIFY(toTheBeginning());
    QCOMPARE(window().rows().first().id, id(1));
    QVERIFY(window().rows().size() <= HistoryWindow::mostRows);
    QCOMPARE(chat().messages(longRoom()).size(), 400);
    chat().close();
    QCOMPARE(chat().messages(longRoom()).size(), 100);
    QVERIFY(window().rows().isEmpty());
}

// All of them in one answer, as the contract has it: rows and memory stay bounded, and what the
// user does meanwhile does not wait until they are on the disk.
void ChatHistoryTest::twentyThousandAtOnceAreNoBurden()
{
    QVERIFY(enter(20000, false));
    QCOMPARE(chat().messages(longRoom()).size(), 400);
    QVERIFY(window().rows().size() <= HistoryWindow::mostRows);
    QCOMPARE(window().rows().last().id, id(20000));
    QCOMPARE(moveTo(7), Reached::Yes); // on the disk, when it is asked for
    QVERIFY(window().rows().size() <= HistoryWindow::mostRows);
    QCOMPARE(window().rows().first().id, id(1));
    QCOMPARE(chat().messages(longRoom()).size(), 400);
}

void ChatHistoryTest::nothingUnreadLeavesTheMemory()
{
    m_server->read = false;
    QVERIFY(enter(900, false));
    QCOMPARE(chat().messages(longRoom()).size(), 900);
    QCOMPARE(chat().conversations().find(longRoom())->conversation.unreadCount, 900);
    QCOMPARE(shown(), QStringLiteral("701-900"));
    QCOMPARE(moveTo(1), Reached::Yes); // the first unread one
    QCOMPARE(window().older(), Edge::End);
}

// A server that gives the end of the history first: what is unread begins further up.
void ChatHistoryTest::unreadBeforeTheMemoryIsCountedAndRead()
{
    m_server->read = false;
    m_server->unread = 120;
    m_server->plainLimit = 50;
    QVERIFY(enter(900, true));
    const auto unread = [this] {
        return chat().conversations().find(longRoom())->conversation.unreadCount;
    };
    QCOMPARE(unread(), 120);
    chat().seen(longRoom(), id(900));
    QCOMPARE(unread(), 119);
    chat().seen(longRoom(), id(851)); // the oldest in memory: what lies before it is unread still
    QCOMPARE(unread(), 118);
    window().setFollowing(false);
    window().loadOlder();
    QTRY_COMPARE(shown(), QStringLiteral("801-900"));
    chat().seen(longRoom(), id(801));
    QCOMPARE(unread(), 117);
    QCOMPARE(window().rows().first().state, Message::State::Read);
    chat().seen(longRoom(), id(801)); // once is enough
    QCOMPARE(unread(), 117);
    const auto told = [this] {
        QByteArray all;
        for (const auto &request : m_server->server.requests) {
            if (request.target.endsWith("/messages/read"))
                all += request.body;
        }
        return all;
    };
    QTRY_VERIFY(told().contains("801") && told().contains("900"));
    // The list is asked again: as long as it knows better it is believed.
    m_server->unread = 116;
    chat().refresh();
    QTRY_COMPARE(unread(), 116);
}

// What is being read stays, and what comes meanwhile waits behind the end of the window.
// The history goes on further up, but the list says that nothing there is unread.
void ChatHistoryTest::allThatIsUnreadIsCountedDownToNought()
{
    m_server->read = false;
    m_server->unread = 50;
    m_server->plainLimit = 50;
    QVERIFY(enter(900, true));
    QVector<int> counted;
    for (qint64 number = 851; number <= 900; ++number) {
        chat().seen(longRoom(), id(number));
        counted.append(chat().conversations().find(longRoom())->conversation.unreadCount);
    }
    QCOMPARE(counted.first(), 49);
    QCOMPARE(counted.last(), 0);
    QCOMPARE(chat().conversations().unreadTotal(), 0);
}

void ChatHistoryTest::heldInMindWhileSomebodyWrites()
{
    QVERIFY(enter(290, true));
    window().setFollowing(false);
    QCOMPARE(shown(), QStringLiteral("1-290"));
    m_server->newest = 390;
    chat().reloadConversation(longRoom());
    QTRY_COMPARE(chat().messages(longRoom()).size(), 390);
    QCOMPARE(shown(), QStringLiteral("1-200"));
    QVERIFY(!window().isLive());
    window().loadNewer();
    QCOMPARE(shown(), QStringLiteral("1-250"));
    // At the newest it is the oldest that go.
    window().goLive();
    window().setFollowing(true);
    m_server->newest = 520;
    chat().reloadConversation(longRoom());
    QTRY_VERIFY(shown().endsWith(QLatin1String("-520")));
    QVERIFY(window().rows().size() <= HistoryWindow::mostRows);
}

void ChatHistoryTest::editsAndDeletionsReachOldRows()
{
    QVERIFY(enter(900, true));
    QCOMPARE(moveTo(100), Reached::Yes);
    Message edited = window().rows().at(10);
    edited.body = QStringLiteral("other words");
    edited.editedAt = QDateTime(QDate(2026, 2, 1), QTime(8, 0), Qt::UTC);
    window().onEvent(MessageUpdatedEvent{edited});
    QCOMPARE(window().rows().at(10).body, QStringLiteral("other words"));
    const MessageId gone = window().rows().at(20).id;
    window().onEvent(MessageDeletedEvent{longRoom(), {gone}});
    QVERIFY(window().rows().at(20).id != gone);
}

void ChatHistoryTest::whatTheServerNoLongerHasGoes()
{
    QVERIFY(enter(900, false));
    QCOMPARE(moveTo(100), Reached::Yes);
    QTRY_COMPARE(kept(), 900);
    m_server->gone = {100, 800};
    chat().reloadConversation(longRoom());
    QTRY_COMPARE(shown(), QStringLiteral("gap after 99"));
    QTRY_COMPARE(kept(), 898);
}

void ChatHistoryTest::wordsAreFoundHereAndWithTheServer()
{
    m_server->plainLimit = 30;
    QVERIFY(enter(300, true));
    ConversationSearch &search = window().search();
    const auto found = [&](const QString &text) {
        search.start(longRoom(), text);
        (void)QTest::qWaitFor([&] { return !search.isRunning(); });
        QStringList ids;
        for (const MessageId &hit : search.hits())
            ids.append(hit.toString());
        return ids.join(QLatin1Char(' '));
    };
    m_server->found.body = R"({"data":[
        {"id":288,"body":"288","conversation_id":12,"sender":{"id":43,"name":"Kim"}},
        {"id":28,"body":"28","conversation_id":12,"sender":{"id":43,"name":"Kim"}},
        {"id":29,"body":"28","conversation_id":13,"sender":{"id":43,"name":"Kim"}}]})";
    // Here: 280 to 289; each message once, newest first, of this conversation alone.
    QCOMPARE(found(QStringLiteral("28")),
             QStringLiteral("289 288 287 286 285 284 283 282 281 280 28"));
    QVERIFY(!search.isIncomplete());
    m_server->found = {503, R"({"message":"not now"})"};
    QCOMPARE(found(QStringLiteral("299")), QStringLiteral("299"));
    QVERIFY(search.isIncomplete());
    QCOMPARE(found(QStringLiteral(" ?! ")), QString());
    QVERIFY(!search.isRunning());
}

SUHBAT_TEST(ChatHistoryTest, Core)
#include "tst_history.moc"
