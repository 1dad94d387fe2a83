// What no event told is found all the same, and what was read stays read.
#include "ChatFixture.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace suhbat;
using namespace suhbat::test;
using demo::Failure;
using test::ChatFixture;

namespace {

// Waits of seconds are waits of tens of milliseconds here.
std::unique_ptr<Backend> impatient(const demo::DemoServer &server)
{
    Backend::Timing timing = ChatFixture::quickTiming();
    timing.random = [] { return 0.0; };
    timing.pollEvery = Milliseconds(40);
    return std::make_unique<Backend>(ChatFixture::profileOf(server), QStringLiteral("en"), timing);
}

int asked(const demo::DemoServer &server, const QByteArray &method, const QString &end)
{
    int n = 0;
    for (const auto &request : server.requests())
        n += request.method == method && request.path.endsWith(end) ? 1 : 0;
    return n;
}

// Every value that the badge had.
class Badge : public QObject
{
public:
    explicit Badge(Backend &client)
    {
        connect(&client.chat().conversations(), &ConversationBook::changed, this,
                [this, &client](const ConversationId &id) {
                    const int now = unread(client);
                    if (id == kimsRoom && (values.isEmpty() || values.last() != now))
                        values.append(now);
                });
    }
    QVector<int> values;
};

QByteArray readBy(qint64 person, const QList<qint64> &ids)
{
    QStringList texts;
    for (qint64 id : ids)
        texts.append(QString::number(id));
    return QStringLiteral("{\"conversation_id\":12,\"reader_id\":%1,\"message_ids\":[%2]}")
        .arg(person)
        .arg(texts.join(u','))
        .toUtf8();
}

QByteArray messageBy(qint64 person, const demo::Message &message)
{
    const QJsonObject sender{{QStringLiteral("id"), person},
                             {QStringLiteral("name"), QStringLiteral("Kim Ito")}};
    const QJsonObject body{{QStringLiteral("id"), message.id},
                           {QStringLiteral("body"), message.body},
                           {QStringLiteral("conversation_id"), 12},
                           {QStringLiteral("sender"), sender}};
    return QJsonDocument(QJsonObject{{QStringLiteral("message"), body}})
        .toJson(QJsonDocument::Compact);
}

const QString messageEvent = QStringLiteral("App\\Events\\MessageSent");
const QString readEvent = QStringLiteral("App\\Events\\MessagesRead");

} // namespace

class ChatGapsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void whatMayLackSomethingSaysSo()
    {
        ChatFixture chat;
        ChatManager &manager = chat.client->chat();
        const ConversationId other(QStringLiteral("20"));
        QVERIFY(ChatFixture::enter(*chat.client));
        QVERIFY(ChatFixture::open(*chat.client, other));
        QVERIFY(ChatFixture::open(*chat.client, kimsRoom));
        QTRY_VERIFY(manager.isCurrent(kimsRoom) && manager.isCurrent(other));
        chat.server.setRefusing(true);
        chat.server.dropSockets();
        QTRY_VERIFY(!manager.link().isSubscribed());
        QVERIFY(!manager.isCurrent(kimsRoom) && !manager.isCurrent(other));
        const auto missed = chat.server.sendAs(44, 20, QStringLiteral("missed"));
        chat.server.setRefusing(false);
        QTRY_VERIFY(manager.isCurrent(kimsRoom)); // the open one at once
        // Live again, but with a hole before the message that comes now.
        chat.server.sendAs(44, 20, QStringLiteral("after it"));
        QTRY_COMPARE(ChatFixture::last(*chat.client, other).body, QStringLiteral("after it"));
        QVERIFY(!ChatFixture::bodies(*chat.client, other).contains(missed.body));
        QVERIFY(!manager.isCurrent(other));
        manager.open(other);
        QVERIFY(!manager.isLoaded(other)); // shown, but not as complete
        QTRY_VERIFY(manager.isCurrent(other));
        QVERIFY(ChatFixture::bodies(*chat.client, other).contains(missed.body));
        QCOMPARE(manager.messages(other).size(), chat.server.messages(20).size());
    }

    // The socket is well again, the server's REST is not: the gap stays owed.
    void aGapThatCannotBeFilledStaysOwed()
    {
        ChatFixture chat;
        QVERIFY(ChatFixture::enter(*chat.client));
        QVERIFY(ChatFixture::open(*chat.client, kimsRoom));
        chat.server.faults().suppressEvents = true;
        chat.server.faults().failNext(Failure::ServerErrorHtml,
                                      QStringLiteral("/conversations/12"));
        chat.server.faults().failNext(Failure::BadGateway, QStringLiteral("/conversations/d"), 2);
        chat.server.sendAs(kim, 12, QStringLiteral("unheard"));
        QSignalSpy told(&chat.client->chat(), &ChatManager::errorOccurred);
        chat.server.dropSockets();
        QTRY_COMPARE(ChatFixture::last(*chat.client, kimsRoom).body, QStringLiteral("unheard"));
        QTRY_VERIFY(unread(*chat.client) > 0);
        QVERIFY(told.size() >= 1);
    }

    // No socket at all: everything goes on, only later.
    void withoutASocketChatDegradesButLives()
    {
        ChatFixture chat;
        ServerProfile profile = ChatFixture::profileOf(chat.server);
        profile.appKey = QStringLiteral("no-such-key");
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("4001")));
        Backend::Timing timing = ChatFixture::quickTiming();
        timing.pollEvery = Milliseconds(40);
        Backend client(profile, QStringLiteral("en"), timing);
        QVERIFY(ChatFixture::logIn(client));
        QVERIFY(ChatFixture::open(client, kimsRoom));
        chat.server.sendAs(kim, 12, QStringLiteral("polled"));
        chat.server.sendAs(44, 20, QStringLiteral("elsewhere"));
        QTRY_COMPARE(ChatFixture::last(client, kimsRoom).body, QStringLiteral("polled"));
        QTRY_COMPARE(unread(client), chat.server.unreadCount(dana, 12));
        const ConversationId group(QStringLiteral("20"));
        QTRY_COMPARE(unread(client, group), chat.server.unreadCount(dana, 20));
        // A send that meets a dead line waits for a poll that gets through.
        chat.server.stop();
        QSignalSpy away(&client.chat(), &ChatManager::listFailed);
        QTRY_VERIFY(away.size() > 0);
        client.chat().send(kimsRoom, QStringLiteral("by poll"));
        QTRY_COMPARE(ChatFixture::last(client, kimsRoom).body, QStringLiteral("by poll"));
        client.chat().seen(kimsRoom, client.chat().messages(kimsRoom).at(0).id);
        QVERIFY(chat.server.listen());
        QTRY_COMPARE(ChatFixture::last(client, kimsRoom).state, Message::State::Sent);
    }

    // Over 10 000 bytes: Reverb broadcasts nothing, and the socket is as healthy as can be.
    void aMessageTooLargeToBroadcastIsFound()
    {
        auto later = std::make_shared<Milliseconds>(0);
        ChatFixture chat;
        Backend::Timing timing = ChatFixture::quickTiming();
        timing.clock.steady = [later] { return std::chrono::steady_clock::now() + *later; };
        Backend client(ChatFixture::profileOf(chat.server), QStringLiteral("en"), timing);
        QVERIFY(ChatFixture::enter(client));
        QVERIFY(ChatFixture::open(client, kimsRoom));
        QTRY_VERIFY(!client.chat().isLoadingList() && !client.chat().isLoading(kimsRoom));
        const QString large = QStringLiteral("large ").repeated(2000);
        chat.server.sendAs(kim, 12, large.trimmed());
        chat.server.sendAs(44, 20, large.trimmed());
        chat.server.clearRequests();
        client.chat().userIsBack(); // somebody looked a moment ago
        QVERIFY(!client.chat().isLoadingList());
        *later = std::chrono::seconds(61);
        client.chat().userIsBack();
        QTRY_COMPARE(ChatFixture::last(client, kimsRoom).body, large.trimmed());
        QTRY_COMPARE(unread(client), chat.server.unreadCount(dana, 12));
        const ConversationId group(QStringLiteral("20"));
        QTRY_COMPARE(unread(client, group), chat.server.unreadCount(dana, 20));
        QCOMPARE(asked(chat.server, "GET", QStringLiteral("/conversations/12")), 1);
        QCOMPARE(asked(chat.server, "GET", QStringLiteral("/conversations/20")), 0);
    }

    // The connection survived the night, its events did not.
    void wakingUpIsALookAtEverything()
    {
        ChatFixture chat;
        QVERIFY(ChatFixture::enter(*chat.client));
        QVERIFY(ChatFixture::open(*chat.client, kimsRoom));
        chat.server.faults().suppressEvents = true;
        chat.server.sendAs(kim, 12, QStringLiteral("at night"));
        chat.client->chat().lookAgain();
        QVERIFY(!chat.client->chat().isCurrent(kimsRoom));
        QTRY_COMPARE(ChatFixture::last(*chat.client, kimsRoom).body, QStringLiteral("at night"));
        QTRY_COMPARE(unread(*chat.client), chat.server.unreadCount(dana, 12));
        QTRY_VERIFY(chat.client->chat().isCurrent(kimsRoom));
    }

    // Events and histories may write the same time in different ways.
    void readingMovesNothingInTheList()
    {
        ChatFixture chat;
        QVERIFY(ChatFixture::enter(*chat.client));
        ChatManager &manager = chat.client->chat();
        const ConversationId other(qint64(20));
        const auto rank = [&manager](const ConversationId &id) {
            return manager.conversations().find(id)->rank;
        };
        chat.server.sendAs(kim, 12, QStringLiteral("earlier"));
        QTRY_COMPARE(manager.conversations().find(kimsRoom)->conversation.lastMessage,
                     QStringLiteral("earlier"));
        chat.server.sendAs(44, 20, QStringLiteral("later"));
        QTRY_VERIFY(rank(other) > rank(kimsRoom));
        QVERIFY(ChatFixture::open(*chat.client, kimsRoom));
        QVERIFY(rank(other) > rank(kimsRoom));
    }

    // Its row in the list came first; the event of a busy queue comes after.
    void aLateEventIsCountedOnce()
    {
        ChatFixture chat;
        const auto client = impatient(chat.server);
        QVERIFY(ChatFixture::enter(*client));
        const int before = unread(*client);
        chat.server.faults().suppressEvents = true;
        const auto message = chat.server.sendAs(kim, 12, QStringLiteral("overtaken"));
        client->chat().refresh();
        QTRY_COMPARE(unread(*client), before + 1);
        Badge badge(*client);
        QSignalSpy heard(&client->chat(), &ChatManager::eventReceived);
        QSignalSpy lists(&client->chat(), &ChatManager::listLoaded);
        chat.server.publishTo(dana, messageEvent, messageBy(kim, message));
        QTRY_COMPARE(heard.size(), 1);
        QCOMPARE(unread(*client), before + 1);
        QTRY_COMPARE(lists.size(), 1); // and asked once more, to be certain
        QCOMPARE(unread(*client), before + 1);
        QVERIFY2(badge.values.isEmpty() || badge.values == QVector<int>{before + 1},
                 qPrintable(QString::number(badge.values.size())));
    }

    // A list that was asked for before something was said knows nothing of it.
    void aListThatEventsOvertookTakesNothingAway_data()
    {
        QTest::addColumn<bool>("open");
        QTest::newRow("history here") << true;
        QTest::newRow("history not here") << false;
    }
    void aListThatEventsOvertookTakesNothingAway()
    {
        QFETCH(bool, open);
        ChatFixture chat;
        const auto client = impatient(chat.server);
        QVERIFY(ChatFixture::enter(*client));
        if (open)
            QVERIFY(ChatFixture::open(*client, kimsRoom));
        const int before = unread(*client);
        QTRY_VERIFY(!client->chat().isLoadingList());
        Badge badge(*client);
        QStringList rows;
        connect(&client->chat(), &ChatManager::listLoaded, this, [&rows, &client] {
            rows += client->chat().conversations().find(kimsRoom)->conversation.lastMessage;
        });
        chat.server.sendAs(kim, 12, QStringLiteral("one"));
        chat.server.faults().replyDelayMs = 100;
        chat.server.clearRequests();
        client->chat().refresh();
        QTRY_COMPARE(asked(chat.server, "GET", QStringLiteral("/department")), 1);
        QTRY_COMPARE(unread(*client), before + 1);
        chat.server.faults().replyDelayMs = 0;
        chat.server.sendAs(kim, 12, QStringLiteral("two"));
        QTRY_COMPARE(unread(*client), before + 2);
        QVERIFY(rows.isEmpty());
        QTRY_VERIFY(rows.size() >= 2); // the old one, and one asked for after it
        for (const QString &row : std::as_const(rows))
            QVERIFY2(row.endsWith(QStringLiteral("two")), qPrintable(row));
        QCOMPARE(client->chat().isCurrent(kimsRoom), open); // nothing is amiss there
        QCOMPARE(unread(*client), before + 2);
        QVERIFY(std::is_sorted(badge.values.cbegin(), badge.values.cend()));
        QCOMPARE(badge.values.last(), before + 2);
    }

    // What was taken back is not brought back by a list that was written before.
    void aListThatADeletionOvertookBringsNothingBack()
    {
        ChatFixture chat;
        const auto client = impatient(chat.server);
        QVERIFY(ChatFixture::enter(*client));
        QVERIFY(ChatFixture::open(*client, kimsRoom));
        const auto message = chat.server.sendAs(kim, 12, QStringLiteral("oops"));
        QTRY_COMPARE(ChatFixture::last(*client, kimsRoom).body, message.body);
        const int before = unread(*client);
        QTRY_VERIFY(!client->chat().isLoadingList());
        QStringList rows;
        connect(&client->chat(), &ChatManager::listLoaded, this, [&rows, &client] {
            rows += client->chat().conversations().find(kimsRoom)->conversation.lastMessage;
        });
        chat.server.faults().replyDelayMs = 100;
        chat.server.clearRequests();
        client->chat().refresh();
        QTRY_COMPARE(asked(chat.server, "GET", QStringLiteral("/department")), 1);
        chat.server.faults().replyDelayMs = 0;
        chat.server.deleteAs(message.id);
        QTRY_COMPARE(unread(*client), before - 1);
        QVERIFY(rows.isEmpty());
        Badge badge(*client);
        QTRY_VERIFY(rows.size() >= 2);
        for (const QString &row : std::as_const(rows))
            QVERIFY2(!row.endsWith(message.body), qPrintable(row));
        QVERIFY(badge.values.isEmpty() || badge.values == QVector<int>{before - 1});
        QCOMPARE(unread(*client), before - 1);
        QVERIFY(client->chat().isCurrent(kimsRoom));
    }

    // Two were said, the list tells of both, and only then their events come.
    void eventsThatAListOvertookAreCountedOnce()
    {
        ChatFixture chat;
        const auto client = impatient(chat.server);
        QVERIFY(ChatFixture::enter(*client));
        const int before = unread(*client);
        chat.server.faults().suppressEvents = true;
        const auto one = chat.server.sendAs(kim, 12, QStringLiteral("one"));
        const auto two = chat.server.sendAs(kim, 12, QStringLiteral("two"));
        client->chat().refresh();
        QTRY_COMPARE(unread(*client), before + 2);
        QSignalSpy heard(&client->chat(), &ChatManager::eventReceived);
        QSignalSpy lists(&client->chat(), &ChatManager::listLoaded);
        chat.server.publishTo(dana, messageEvent, messageBy(kim, one));
        chat.server.publishTo(dana, messageEvent, messageBy(kim, two));
        QTRY_COMPARE(heard.size(), 2);
        QTRY_VERIFY(lists.size() > 0);
        QTRY_COMPARE(unread(*client), before + 2);
    }

    // On my telephone; the list that was asked for before says otherwise, and comes after.
    void l11_readOnAnotherDeviceDoesNotBounce()
    {
        ChatFixture chat;
        const auto client = impatient(chat.server);
        QVERIFY(ChatFixture::enter(*client));
        const int before = unread(*client);
        const auto a = chat.server.sendAs(kim, 12, QStringLiteral("a"));
        const auto b = chat.server.sendAs(kim, 12, QStringLiteral("b"));
        QTRY_COMPARE(unread(*client), before + 2);
        QTRY_VERIFY(!client->chat().isLoadingList());
        Badge badge(*client);
        QSignalSpy lists(&client->chat(), &ChatManager::listLoaded);
        chat.server.faults().replyDelayMs = 150;
        chat.server.clearRequests();
        client->chat().refresh();
        QTRY_COMPARE(asked(chat.server, "GET", QStringLiteral("/department")), 1);
        chat.server.publishTo(dana, readEvent, readBy(dana, {a.id, b.id}));
        QTRY_COMPARE(unread(*client), before); // exactly those two
        QTRY_COMPARE(lists.size(), 1);
        QCOMPARE(unread(*client), before);
        QCOMPARE(badge.values, QVector<int>{before});
        // The next one is right again, and believed.
        chat.server.faults().replyDelayMs = 0;
        chat.server.readAs(dana, 12);
        QTRY_COMPARE(unread(*client), 0);
    }

    // Of a conversation of which nothing is here only the list can tell.
    void readElsewhereWithoutAnyMessageHere()
    {
        ChatFixture chat;
        chat.server.sendAs(kim, 12, QStringLiteral("before the start"));
        QVERIFY(ChatFixture::enter(*chat.client));
        QVERIFY(unread(*chat.client) > 0);
        const auto ids = chat.server.readAs(dana, 12);
        chat.server.publishTo(dana, readEvent, readBy(dana, ids));
        QTRY_COMPARE(unread(*chat.client), 0);
    }

    void myOwnReceiptsSurviveFailures_data()
    {
        QTest::addColumn<int>("failure");
        QTest::newRow("502") << int(Failure::BadGateway);
        QTest::newRow("429") << int(Failure::TooManyRequests);
        QTest::newRow("cut") << int(Failure::CutBefore);
    }
    void myOwnReceiptsSurviveFailures()
    {
        QFETCH(int, failure);
        ChatFixture chat;
        QVERIFY(ChatFixture::enter(*chat.client));
        QVERIFY(ChatFixture::open(*chat.client, kimsRoom));
        chat.server.sendAs(kim, 12, QStringLiteral("read me"));
        QTRY_COMPARE(ChatFixture::last(*chat.client, kimsRoom).body, QStringLiteral("read me"));
        const int cuts = Failure(failure) == Failure::CutBefore ? 2 : 1; // Qt itself tries twice
        chat.server.faults().failNext(Failure(failure), QStringLiteral("messages/read"), cuts);
        Badge badge(*chat.client);
        for (const Message &message : chat.client->chat().messages(kimsRoom))
            chat.client->chat().seen(kimsRoom, message.id);
        QCOMPARE(unread(*chat.client), 0);
        chat.client->chat().refresh(); // says what the server knows: nothing of it yet
        QTRY_COMPARE(chat.server.unreadCount(dana, 12), 0);
        QVERIFY2(badge.values.isEmpty() || badge.values.last() == 0, "the badge came back");
        QVERIFY(std::is_sorted(badge.values.crbegin(), badge.values.crend()));
    }

    // Read, and the session ended before the server heard of it: told after the next login.
    void receiptsWaitForTheNextLogin()
    {
        ChatFixture chat;
        QVERIFY(ChatFixture::enter(*chat.client));
        QVERIFY(ChatFixture::open(*chat.client, kimsRoom));
        chat.server.sendAs(kim, 12, QStringLiteral("just read"));
        QTRY_COMPARE(ChatFixture::last(*chat.client, kimsRoom).body, QStringLiteral("just read"));
        const int before = chat.server.unreadCount(dana, 12);
        chat.client->chat().seen(kimsRoom, ChatFixture::last(*chat.client, kimsRoom).id);
        QSignalSpy ended(&chat.client->session(), &SessionManager::ended);
        chat.server.revokeTokens(dana);
        QTRY_COMPARE(ended.size(), 1);
        chat.client->chat().stop(); // as App does
        QCOMPARE(chat.server.unreadCount(dana, 12), before);
        QVERIFY(ChatFixture::enter(*chat.client));
        QTRY_COMPARE(chat.server.unreadCount(dana, 12), before - 1);
        // Another person never tells what this one has read.
        chat.server.sendAs(kim, 12, QStringLiteral("for Dana alone"));
        QVERIFY(ChatFixture::open(*chat.client, kimsRoom));
        chat.client->chat().seen(kimsRoom, ChatFixture::last(*chat.client, kimsRoom).id);
        chat.server.revokeTokens(dana);
        QTRY_COMPARE(ended.size(), 2);
        chat.client->chat().stop();
        chat.server.clearRequests();
        QVERIFY(ChatFixture::enter(*chat.client, QStringLiteral("998900000003")));
        QCOMPARE(asked(chat.server, "POST", QStringLiteral("messages/read")), 0);
    }
};

SUHBAT_TEST(ChatGapsTest, Core)
#include "tst_gaps.moc"
