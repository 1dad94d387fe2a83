// Receiving, sending, reading and typing, with two clients where it takes two.
#include "ChatFixture.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"

#include <QSignalSpy>
#include <QTest>

using namespace suhbat;
using namespace suhbat::test;
using test::ChatFixture;

class ChatManagerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void listAndHistoryArrive()
    {
        ChatFixture chat;
        QVERIFY(ChatFixture::enter(*chat.client));
        QCOMPARE(chat.client->chat().conversations().ids().size(),
                 chat.server.conversationsOf(dana).size());
        QVERIFY(ChatFixture::open(*chat.client, kimsRoom));
        QCOMPARE(chat.client->chat().messages(kimsRoom).size(), chat.server.messages(12).size());
    }

    // "5 minutes ago" and "You:" are the server's words.
    void anotherLanguageAsksForTheListAnew()
    {
        ChatFixture chat;
        QVERIFY(ChatFixture::enter(*chat.client));
        const auto ago = [&] {
            return chat.client->chat().conversations().find(kimsRoom)->conversation;
        };
        QVERIFY(ago().lastMessageTimeText.endsWith(QStringLiteral("ago")));
        chat.client->setLanguage(QStringLiteral("ru"));
        QTRY_VERIFY(ago().lastMessageTimeText.endsWith(QStringLiteral("назад")));
        QVERIFY(ago().lastMessage.startsWith(QStringLiteral("Вы: ")));
    }

    void aMessageFromKimArrives()
    {
        ChatFixture chat;
        QVERIFY(ChatFixture::enter(*chat.client));
        QVERIFY(ChatFixture::open(*chat.client, kimsRoom));
        const int before = unread(*chat.client, kimsRoom);
        chat.server.sendAs(kim, 12, QStringLiteral("fresh news"));
        QTRY_COMPARE(ChatFixture::last(*chat.client, kimsRoom).body, QStringLiteral("fresh news"));
        QCOMPARE(unread(*chat.client, kimsRoom), before + 1);
        QCOMPARE(chat.client->chat().conversations().find(kimsRoom)->conversation.lastMessage,
                 QStringLiteral("fresh news"));
    }

    void statement128_sentMessageIsOneRow_data()
    {
        QTest::addColumn<bool>("tempId");
        QTest::addColumn<bool>("eventFirst");
        QTest::addColumn<int>("echoes");
        QTest::newRow("answer alone") << true << false << 0;
        QTest::newRow("answer first") << true << false << 1;
        QTest::newRow("echo first") << true << true << 1;
        QTest::newRow("echo first, no temp id") << false << true << 1;
        QTest::newRow("answer first, no temp id") << false << false << 1;
        QTest::newRow("echo twice, no temp id") << false << true << 2;
    }
    void statement128_sentMessageIsOneRow()
    {
        QFETCH(bool, tempId);
        QFETCH(bool, eventFirst);
        QFETCH(int, echoes);
        demo::DemoOptions options = ChatFixture::quiet();
        options.capabilities.tempId = tempId;
        ChatFixture chat(options);
        chat.server.faults().eventBeforeReply = eventFirst;
        chat.server.faults().duplicateEvents = echoes > 1;
        chat.server.faults().echoToSender = echoes > 0;
        QVERIFY(ChatFixture::enter(*chat.client));
        QVERIFY(ChatFixture::open(*chat.client, kimsRoom));
        const int before = chat.client->chat().messages(kimsRoom).size();
        QSignalSpy heard(&chat.client->chat(), &ChatManager::eventReceived);

        QVector<Message::State> states;
        int most = 0; // rows at any moment: an echo is no second one, not even for a while
        connect(&chat.client->chat(), &ChatManager::timelineChanged, &heard,
                [&](const ConversationId &, const Timeline::Changes &) {
                    states.append(ChatFixture::last(*chat.client, kimsRoom).state);
                    most = std::max(most, int(chat.client->chat().messages(kimsRoom).size()));
                });
        chat.client->chat().send(kimsRoom, QStringLiteral("hello"));
        QTRY_VERIFY(states.contains(Message::State::Sent));
        QCOMPARE(states.first(), Message::State::Sending);
        QTRY_COMPARE(heard.count(), echoes);
        QCOMPARE(most, before + 1);
        // The answer to a second message comes after everything that belongs to the first.
        chat.client->chat().send(kimsRoom, QStringLiteral("hello"));
        QTRY_COMPARE(chat.client->chat().messages(kimsRoom).size(), before + 2);
        QTRY_COMPARE(ChatFixture::last(*chat.client, kimsRoom).state, Message::State::Sent);
        QCOMPARE(chat.client->chat().messages(kimsRoom).size(), before + 2);
        QCOMPARE(chat.server.messages(12).size(), before + 2);
    }

    // The list shows what came last, whatever either clock says.
    void aClockAheadHoldsNoPreviewBack()
    {
        Backend::Timing timing = ChatFixture::quickTiming();
        timing.clock.wall = [] { return QDateTime::currentDateTimeUtc().addSecs(3600); };
        ChatFixture chat(ChatFixture::quiet(), timing);
        QVERIFY(ChatFixture::enter(*chat.client));
        QVERIFY(ChatFixture::open(*chat.client, kimsRoom));
        const auto preview = [&] {
            return chat.client->chat().conversations().find(kimsRoom)->conversation.lastMessage;
        };
        chat.client->chat().send(kimsRoom, QStringLiteral("from an hour ahead"));
        QTRY_COMPARE(preview(), QStringLiteral("from an hour ahead"));
        QTRY_VERIFY(!ChatFixture::last(*chat.client, kimsRoom).id.isEmpty());
        chat.server.sendAs(kim, 12, QStringLiteral("after it"));
        QTRY_COMPARE(ChatFixture::last(*chat.client, kimsRoom).body, QStringLiteral("after it"));
        QCOMPARE(preview(), QStringLiteral("after it"));
    }

    void twoClientsChat()
    {
        demo::DemoOptions options = ChatFixture::quiet();
        ChatFixture chat(options);
        const auto other = chat.makeClient();
        const ConversationId shared = kimsRoom;
        QVERIFY(ChatFixture::enter(*chat.client));
        QVERIFY(ChatFixture::enter(*other, kimsPhone));
        QVERIFY(ChatFixture::open(*chat.client, shared));
        QVERIFY(ChatFixture::open(*other, shared));

        chat.client->chat().typed(shared);
        QTRY_COMPARE(other->chat().typing().namesIn(shared),
                     QStringList(QStringLiteral("Dana Reyes")));
        chat.client->chat().send(shared, QStringLiteral("ping"));
        QTRY_COMPARE(ChatFixture::last(*other, shared).body, QStringLiteral("ping"));
        QVERIFY(other->chat().typing().namesIn(shared).isEmpty());

        // Without a connection nobody tells that somebody has stopped.
        other->chat().typed(shared);
        QTRY_COMPARE(chat.client->chat().typing().namesIn(shared).size(), 1);
        chat.server.dropSockets();
        QTRY_VERIFY(chat.client->chat().link().state() != RealtimeLink::State::Connected);
        QVERIFY(chat.client->chat().typing().namesIn(shared).isEmpty());
        QTRY_VERIFY(chat.client->chat().link().isSubscribed() &&
                    other->chat().link().isSubscribed());

        other->chat().seen(shared, ChatFixture::last(*other, shared).id);
        QTRY_COMPARE(ChatFixture::last(*chat.client, shared).state, Message::State::Read);
        other->chat().send(shared, QStringLiteral("pong"));
        QTRY_COMPARE(ChatFixture::last(*chat.client, shared).body, QStringLiteral("pong"));
    }

    void withoutTheTypingEndpointNothingIsAsked()
    {
        ChatFixture chat;
        ServerProfile plain = ChatFixture::profileOf(chat.server);
        plain.capabilities = {};
        plain.capabilities.ask = false;
        Backend client(plain, QStringLiteral("en"), ChatFixture::quickTiming());
        QVERIFY(ChatFixture::enter(client));
        QVERIFY(ChatFixture::open(client, kimsRoom));
        chat.server.clearRequests();
        client.chat().typed(kimsRoom);
        client.chat().send(kimsRoom, QStringLiteral("still sends"));
        QTRY_COMPARE(ChatFixture::last(client, kimsRoom).body, QStringLiteral("still sends"));
        QTRY_COMPARE(ChatFixture::last(client, kimsRoom).state, Message::State::Sent);
        for (const auto &request : chat.server.requests()) {
            QVERIFY2(!request.path.contains(QLatin1String("typing")), qPrintable(request.path));
            QVERIFY(!request.body.contains("tempId"));
        }
    }

    void l06_readingCountsDownAndIsBatched()
    {
        ChatFixture chat;
        QVERIFY(ChatFixture::enter(*chat.client));
        QVERIFY(ChatFixture::open(*chat.client, kimsRoom));
        for (int i = 0; i < 3; ++i)
            chat.server.sendAs(kim, 12, QStringLiteral("unread %1").arg(i));
        QTRY_COMPARE(ChatFixture::last(*chat.client, kimsRoom).body, QStringLiteral("unread 2"));
        chat.server.clearRequests();
        const auto all = chat.client->chat().messages(kimsRoom);
        for (const Message &message : all)
            chat.client->chat().seen(kimsRoom, message.id);
        QCOMPARE(unread(*chat.client, kimsRoom), 0);
        QTRY_COMPARE(chat.server.unreadCount(dana, 12), 0);
        int posts = 0;
        for (const auto &request : chat.server.requests())
            posts += request.path.contains(QLatin1String("messages/read")) ? 1 : 0;
        QCOMPARE(posts, 1);
    }

    // The three payloads word for word, over the real socket.
    void payloadsWordForWord()
    {
        ChatFixture chat;
        QVERIFY(ChatFixture::enter(*chat.client));
        QSignalSpy events(&chat.client->chat(), &ChatManager::eventReceived);
        const QString name = QStringLiteral("App\\Events\\Anything");
        for (const char *file : {"message_wrapped_flat", "typing_camel", "read_strings"}) {
            chat.server.publishTo(
                dana, name, test::fixture(QStringLiteral("wire/%1.json").arg(QLatin1String(file))));
        }
        QTRY_COMPARE(events.count(), 3);
        const auto kept = chat.client->chat().lastEvents();
        const auto &message = std::get<MessageEvent>(kept.at(0)).message;
        QCOMPARE(message.body, QStringLiteral("Hello!"));
        QCOMPARE(message.sender.name, QStringLiteral("John"));
        QCOMPARE(message.conversationId, ConversationId(QStringLiteral("45")));
        QCOMPARE(message.tempId, TempId(QStringLiteral("temp-msg-xyz")));
        QCOMPARE(message.createdAt, QDateTime(QDate(2024, 10, 25), QTime(10, 31), Qt::UTC));
        QCOMPARE(chat.client->chat().typing().namesIn(ConversationId(QStringLiteral("123"))),
                 QStringList(QStringLiteral("Ali Qo'chqorov")));
        const auto &read = std::get<ReadEvent>(kept.at(2));
        QCOMPARE(read.messageIds.size(), 3);
        QCOMPARE(read.readerId, UserId(QStringLiteral("45")));
    }

    void onlyTheLastHundredEventsAreKept()
    {
        ChatFixture chat;
        QVERIFY(ChatFixture::enter(*chat.client));
        for (int i = 0; i < 105; ++i)
            chat.server.sendAs(kim, 12, QString::number(i));
        QTRY_COMPARE(ChatFixture::last(*chat.client, kimsRoom).body, QStringLiteral("104"));
        QCOMPARE(chat.client->chat().lastEvents().size(), 100);
    }

    void codeIsAskedForWhereTheServerWantsOne()
    {
        ChatFixture chat;
        SessionManager &session = chat.client->session();
        session.signIn(kimsPhone, QStringLiteral("demo-pass"));
        QTRY_COMPARE(session.state(), SessionManager::State::CodeNeeded);
        QSignalSpy failed(&session, &SessionManager::failed);
        session.verifyCode(QStringLiteral("000000"));
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(session.state(), SessionManager::State::CodeNeeded);
        session.verifyCode(QStringLiteral("482915"));
        QTRY_COMPARE(session.state(), SessionManager::State::SignedIn);
        QCOMPARE(session.session().user.name, QStringLiteral("Kim Ito"));
    }
};

SUHBAT_TEST(ChatManagerTest, Core)
#include "tst_manager.moc"
