// What the chat adds to the Pusher client: statements of docs/pusher-protocol.md.
#include "ChatFixture.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace suhbat;
using namespace suhbat::test;
using demo::Failure;
using test::ChatFixture;

namespace {

const QString presenceChannel = QStringLiteral("presence-conversation.12");
const QString authPath = QStringLiteral("/broadcasting/auth");

} // namespace

class ChatRealtimeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }
    void statement091_whatMayPassIsAskedAgain_data();
    void statement091_whatMayPassIsAskedAgain();
    void statement091_denialWaitsForTheUser();
    void statement091_expiredTokenIsCheckedFirst();
    void statement128_socketIdGoesWithTheMessage();
    void typingIsWhisperedWhereThereIsNoEndpoint();
    void theWayToTellOfTypingIsLearnt_data();
    void theWayToTellOfTypingIsLearnt();
    void nobodyCanTypeForAnotherPerson_data();
    void nobodyCanTypeForAnotherPerson();
    void withoutAConnectionNobodyIsToldOfTyping();
    void refusedWhispersAreGivenUp();

private:
    /// Believes its settings alone.
    static std::unique_ptr<Backend> client(const ChatFixture &chat, const QString &channel,
                                           bool presence, bool typing = false,
                                           const std::shared_ptr<Milliseconds> &later = {})
    {
        ServerProfile profile = ChatFixture::profileOf(chat.server);
        profile.capabilities = {};
        profile.capabilities.ask = false;
        profile.capabilities.on.presence = presence;
        profile.capabilities.on.typing = typing;
        profile.conversationChannelTemplate = channel;
        Backend::Timing timing = ChatFixture::quickTiming();
        if (later)
            timing.clock.steady = [later] { return std::chrono::steady_clock::now() + *later; };
        return std::make_unique<Backend>(profile, QStringLiteral("en"), timing);
    }
    static int asked(const ChatFixture &chat, QStringView path)
    {
        int n = 0;
        for (const auto &request : chat.server.requests())
            n += request.path.contains(path) ? 1 : 0;
        return n;
    }
    /// Loses the socket; the channel has to be authorised anew, which fails so.
    static void loseAuthorisation(ChatFixture &chat, Failure failure, int times)
    {
        chat.server.faults().failNext(failure, authPath, times);
        chat.server.clearRequests();
        chat.server.dropSockets();
    }
};

void ChatRealtimeTest::statement091_whatMayPassIsAskedAgain_data()
{
    QTest::addColumn<int>("failure");
    QTest::addColumn<int>("waits"); // ms
    QTest::newRow("429 with Retry-After") << int(Failure::TooManyRequests) << 1000;
    QTest::newRow("500") << int(Failure::ServerErrorHtml) << 500;
}

void ChatRealtimeTest::statement091_whatMayPassIsAskedAgain()
{
    QFETCH(int, failure);
    QFETCH(int, waits);
    ChatFixture chat;
    QVERIFY(ChatFixture::enter(*chat.client));
    QSignalSpy failures(&chat.client->chat().link(), &RealtimeLink::subscriptionFailed);
    loseAuthorisation(chat, Failure(failure), 1);
    QTRY_COMPARE(failures.size(), 1);
    QElapsedTimer timer;
    timer.start();
    QTRY_VERIFY(chat.client->chat().link().isSubscribed());
    QVERIFY2(timer.elapsed() > waits - 100, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(failures.size(), 1);
}

void ChatRealtimeTest::statement091_denialWaitsForTheUser()
{
    ChatFixture chat;
    QVERIFY(ChatFixture::enter(*chat.client));
    QSignalSpy failures(&chat.client->chat().link(), &RealtimeLink::subscriptionFailed);
    QSignalSpy ended(&chat.client->session(), &SessionManager::ended);
    loseAuthorisation(chat, Failure::Forbidden, 2); // below the base and at the origin
    QTRY_COMPARE(failures.size(), 1);
    QCOMPARE(failures.at(0).at(0).value<Error>().status, 403);
    QVERIFY(!chat.client->chat().link().isSubscribed());
    QCOMPARE(chat.client->chat().link().state(), RealtimeLink::State::Connected);
    QCOMPARE(asked(chat, authPath), 2);
    chat.client->chat().link().retryNow();
    QTRY_VERIFY(chat.client->chat().link().isSubscribed());
    QCOMPARE(asked(chat, authPath), 3);
    QCOMPARE(ended.size(), 0);
}

void ChatRealtimeTest::statement091_expiredTokenIsCheckedFirst()
{
    ChatFixture chat;
    QVERIFY(ChatFixture::enter(*chat.client));
    QSignalSpy ended(&chat.client->session(), &SessionManager::ended);
    loseAuthorisation(chat, Failure::PageExpired, 2);
    QTRY_VERIFY(asked(chat, u"auth/verify") > 0);
    QCOMPARE(ended.size(), 0); // the token is good, whatever that endpoint thinks
    chat.server.revokeTokens(dana);
    loseAuthorisation(chat, Failure::Unauthenticated, 1);
    QTRY_COMPARE(ended.size(), 1);
}

void ChatRealtimeTest::statement128_socketIdGoesWithTheMessage()
{
    ChatFixture chat;
    QVERIFY(ChatFixture::enter(*chat.client));
    QVERIFY(ChatFixture::open(*chat.client, kimsRoom));
    const QByteArray socketId = chat.client->chat().socketId().toLatin1();
    QVERIFY(!socketId.isEmpty());
    chat.server.clearRequests();
    QSignalSpy events(&chat.client->chat(), &ChatManager::eventReceived);
    chat.client->chat().send(kimsRoom, QStringLiteral("to the others"));
    QTRY_COMPARE(ChatFixture::last(*chat.client, kimsRoom).body, QStringLiteral("to the others"));
    QTRY_COMPARE(ChatFixture::last(*chat.client, kimsRoom).state, Message::State::Sent);
    QByteArray sent;
    for (const auto &request : chat.server.requests()) {
        for (const auto &[name, value] : request.headers) {
            if (request.method == "POST" && name.toLower() == "x-socket-id")
                sent = value;
        }
    }
    QCOMPARE(sent, socketId);
    chat.client->chat().send(kimsRoom, QStringLiteral("again"));
    QTRY_COMPARE(ChatFixture::last(*chat.client, kimsRoom).body, QStringLiteral("again"));
    QTRY_COMPARE(ChatFixture::last(*chat.client, kimsRoom).state, Message::State::Sent);
    QCOMPARE(events.size(), 0); // the first one's echo would have come before this answer
}

// The channel is joined while the conversation is open, and only then.
void ChatRealtimeTest::typingIsWhisperedWhereThereIsNoEndpoint()
{
    ChatFixture chat;
    const auto danas = client(chat, {}, true);
    const auto kims = client(chat, {}, true);
    QVERIFY(ChatFixture::enter(*danas));
    QVERIFY(ChatFixture::enter(*kims, kimsPhone));
    QVERIFY(ChatFixture::open(*danas, kimsRoom));
    QVERIFY(ChatFixture::open(*kims, kimsRoom));
    QTRY_COMPARE(chat.server.subscriberCount(presenceChannel), 2);
    QCOMPARE(danas->chat().typingWay(), TypingSender::Way::Whisper);
    chat.server.clearRequests();
    danas->chat().typed(kimsRoom);
    QTRY_COMPARE(kims->chat().typing().namesIn(kimsRoom),
                 QStringList(QStringLiteral("Dana Reyes")));
    danas->chat().send(kimsRoom, QStringLiteral("typed it"));
    QTRY_VERIFY(kims->chat().typing().namesIn(kimsRoom).isEmpty());
    QCOMPARE(asked(chat, u"/typing"), 0);
    // After a lost connection the channel is joined anew.
    chat.server.dropSockets();
    QTRY_COMPARE(chat.server.subscriberCount(presenceChannel), 0);
    QTRY_COMPARE(chat.server.subscriberCount(presenceChannel), 2);
    danas->chat().open(ConversationId(QStringLiteral("20")));
    QTRY_COMPARE(chat.server.subscriberCount(presenceChannel), 1);
    QTRY_COMPARE(chat.server.subscriberCount(QStringLiteral("presence-conversation.20")), 1);
    danas->chat().close();
    QTRY_COMPARE(chat.server.subscriberCount(QStringLiteral("presence-conversation.20")), 0);
    kims->chat().stop();
    QTRY_COMPARE(chat.server.subscriberCount(presenceChannel), 0);
}

void ChatRealtimeTest::theWayToTellOfTypingIsLearnt_data()
{
    QTest::addColumn<bool>("presence");
    QTest::addColumn<TypingSender::Way>("way");
    QTest::newRow("to whispers") << true << TypingSender::Way::Whisper;
    QTest::newRow("to nothing") << false << TypingSender::Way::Off;
}

// Its settings promise an endpoint that is not there (404).
void ChatRealtimeTest::theWayToTellOfTypingIsLearnt()
{
    QFETCH(bool, presence);
    QFETCH(TypingSender::Way, way);
    demo::DemoOptions options = ChatFixture::quiet();
    options.capabilities.typing = false;
    ChatFixture chat(options);
    auto later = std::make_shared<Milliseconds>(0);
    const auto danas = client(chat, {}, presence, true, later);
    const auto kims = client(chat, {}, presence);
    QVERIFY(ChatFixture::enter(*danas));
    QVERIFY(ChatFixture::enter(*kims, kimsPhone));
    QVERIFY(ChatFixture::open(*danas, kimsRoom));
    QVERIFY(ChatFixture::open(*kims, kimsRoom));
    QTRY_COMPARE(chat.server.subscriberCount(presenceChannel), presence ? 2 : 0);
    QCOMPARE(danas->chat().typingWay(), TypingSender::Way::Endpoint);
    QSignalSpy errors(&danas->chat(), &ChatManager::errorOccurred);
    danas->chat().typed(kimsRoom);
    QTRY_COMPARE(danas->chat().typingWay(), way);
    QTRY_COMPARE(kims->chat().typing().namesIn(kimsRoom).size(), presence ? 1 : 0);
    *later = TypingTracker::throttle;
    danas->chat().typed(kimsRoom);
    danas->chat().send(kimsRoom, QStringLiteral("after both"));
    QTRY_COMPARE(ChatFixture::last(*kims, kimsRoom).body, QStringLiteral("after both"));
    QCOMPARE(asked(chat, u"/typing"), 1);
    QCOMPARE(errors.size(), 0); // nobody misses a typing notice
}

void ChatRealtimeTest::nobodyCanTypeForAnotherPerson_data()
{
    QTest::addColumn<QString>("channel");
    QTest::newRow("private") << QStringLiteral("private-conversation.{id}");
    QTest::newRow("presence") << QStringLiteral("presence-conversation.{id}");
}

// Whispers come from other clients, whoever wrote those.
void ChatRealtimeTest::nobodyCanTypeForAnotherPerson()
{
    QFETCH(QString, channel);
    ChatFixture chat;
    const auto danas = client(chat, channel, false);
    const auto kims = client(chat, channel, false);
    QVERIFY(ChatFixture::enter(*danas));
    QVERIFY(ChatFixture::enter(*kims, kimsPhone));
    QVERIFY(ChatFixture::open(*danas, kimsRoom));
    QVERIFY(ChatFixture::open(*kims, kimsRoom));
    channel.replace(QStringLiteral("{id}"), QStringLiteral("12"));
    QTRY_COMPARE(chat.server.subscriberCount(channel), 2);
    QTRY_COMPARE(kims->pusher().subscriptionState(channel), pusher::SubscriptionState::Subscribed);
    const auto whisper = [&](const QString &name, const QByteArray &json) {
        return kims->pusher().trigger(channel, QStringLiteral("client-") + name, json).ok();
    };
    const int rows = danas->chat().messages(kimsRoom).size();
    const int unread = danas->chat().conversations().find(kimsRoom)->conversation.unreadCount;
    QVERIFY(whisper(QStringLiteral("message"),
                    R"({"message":{"id":99999,"body":"forged","conversation_id":12,)"
                    R"("sender":{"id":44,"name":"Lee Park"}}})"));
    QVERIFY(whisper(QStringLiteral("messages-read"),
                    R"({"conversation_id":12,"reader_id":42,"message_ids":[1,2,3]})"));
    QVERIFY(whisper(QStringLiteral("typing"), R"({"id":77,"name":"The Boss"})"));
    QVERIFY(whisper(QStringLiteral("typing"), R"({"id":42,"name":"Dana herself"})"));
    QVERIFY(whisper(QStringLiteral("typing"), R"({"id":43,"name":"The Boss"})"));
    QTRY_COMPARE(danas->chat().typing().namesIn(kimsRoom), QStringList(QStringLiteral("Kim Ito")));
    QCOMPARE(danas->chat().messages(kimsRoom).size(), rows);
    QCOMPARE(danas->chat().conversations().find(kimsRoom)->conversation.unreadCount, unread);
    QVERIFY(danas->chat().lastEvents().isEmpty());
}

void ChatRealtimeTest::withoutAConnectionNobodyIsToldOfTyping()
{
    ChatFixture chat;
    QVERIFY(ChatFixture::enter(*chat.client));
    QVERIFY(ChatFixture::open(*chat.client, kimsRoom));
    QCOMPARE(chat.client->chat().typingWay(), TypingSender::Way::Endpoint);
    chat.client->pusher().disconnectFromServer();
    QTRY_VERIFY(chat.client->chat().link().state() != RealtimeLink::State::Connected);
    chat.server.clearRequests();
    chat.client->chat().typed(kimsRoom);
    chat.client->chat().send(kimsRoom, QStringLiteral("by REST alone"));
    QTRY_COMPARE(ChatFixture::last(*chat.client, kimsRoom).body, QStringLiteral("by REST alone"));
    QTRY_COMPARE(ChatFixture::last(*chat.client, kimsRoom).state, Message::State::Sent);
    QCOMPARE(asked(chat, u"/typing"), 0);
}

// pusher:error 4301 is how the server says that it takes no client events.
void ChatRealtimeTest::refusedWhispersAreGivenUp()
{
    ChatFixture chat;
    const auto danas = client(chat, QStringLiteral("private-conversation.{id}"), false);
    QVERIFY(ChatFixture::enter(*danas));
    QVERIFY(ChatFixture::open(*danas, kimsRoom));
    QTRY_COMPARE(danas->chat().typingWay(), TypingSender::Way::Whisper);
    RealtimeLink &link = danas->chat().link();
    Q_EMIT link.eventRejected(Error::make(Error::Kind::BadResponse, QStringLiteral("other"), 4200));
    QCOMPARE(danas->chat().typingWay(), TypingSender::Way::Whisper);
    Q_EMIT link.eventRejected(
        Error::make(Error::Kind::RateLimited, QStringLiteral("no client events"), 4301));
    QCOMPARE(danas->chat().typingWay(), TypingSender::Way::Off);
    // Known until the logout; the next login tries anew.
    danas->chat().stop();
    danas->chat().start(danas->session().session().user);
    danas->chat().open(kimsRoom);
    QTRY_COMPARE(danas->chat().typingWay(), TypingSender::Way::Whisper);
}

SUHBAT_TEST(ChatRealtimeTest, Core)
#include "tst_realtime.moc"
