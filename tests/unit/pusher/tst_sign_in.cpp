#include "ChannelDriver.h"
#include "FakeAuthorizer.h"
#include "pusher/PusherClient.h"
#include "ScriptedServer.h"
#include "support/TestProgram.h"

#include <QSignalSpy>
#include <QTest>

using namespace suhbat;
using namespace suhbat::pusher;
using namespace std::chrono_literals;
using suhbat::test::ChannelDriver;
using suhbat::test::FakeAuthorizer;
using suhbat::test::fixture;
using suhbat::test::ScriptedServer;

/// Section O: users who sign in, their own channel and their watchlist.
class SignInTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }
    void statement118_signsInAndSubscribesTheUsersChannel();
    void statement118_repeatedOnEveryConnection();
    void statement118_askedForBeforeConnecting();
    void statement118_staleAnswerIsDropped();
    void statement118_userWithoutUsableId_data();
    void statement118_userWithoutUsableId();
    void statement118_overASocket();
    void statement119_refusalKeepsTheConnection();
    void statement119_successNobodyAskedForIsNotBelieved();
    void statement118_signOut();
    void statement118_signOutOverASocket();
    void statement120_watchlist();
    void statement121_silenceEndsAfterTenSeconds();
    void statement121_reverbKnowsNoSignIn();
    void statement104_signedInUserNeedsNoChannelData();
    void statement104_waitsForTheSignIn();

private:
    static UserAuthentication ann()
    {
        return {QStringLiteral("app-key:e6e1"), QStringLiteral("{\"id\":\"u1\"}")};
    }
    static void answer(ChannelDriver &d, const Result<UserAuthentication> &answer)
    {
        d.take(d.machine.userAuthenticated(d.last<AuthenticateUser>().generation, answer, d.now));
    }
    static void signIn(ChannelDriver &d)
    {
        d.take(d.machine.signInRequested());
        answer(d, ann());
        d.file(QStringLiteral("signin-success-soketi"));
        d.file(QStringLiteral("subscribed-own-soketi"));
    }

    const QString m_own = QStringLiteral("#server-to-user-u1");
    const QString m_room = QStringLiteral("presence-room.1");
};

void SignInTest::statement118_signsInAndSubscribesTheUsersChannel()
{
    ChannelDriver d;
    d.take(d.machine.signInRequested());
    d.take(d.machine.signInRequested()); // once is enough
    QCOMPARE(d.count<AuthenticateUser>(), 1);
    QCOMPARE(d.last<AuthenticateUser>().socketId, d.machine.socketId());
    answer(d, ann());
    QCOMPARE(d.sentEvents(), QStringList{QStringLiteral("pusher:signin")});
    QCOMPARE(d.sentData(),
             (QJsonObject{{QStringLiteral("auth"), QStringLiteral("app-key:e6e1")},
                          {QStringLiteral("user_data"), QStringLiteral("{\"id\":\"u1\"}")}}));
    d.file(QStringLiteral("signin-success-soketi"));
    QCOMPARE(d.last<SignedIn>().userId, QStringLiteral("u1"));
    QCOMPARE(d.last<SignedIn>().userData["user_info"]["name"].string().value(),
             QStringLiteral("Ann"));
    QCOMPARE(d.machine.user().userId(), QStringLiteral("u1"));
    QCOMPARE(d.sentData(), (QJsonObject{{QStringLiteral("auth"), QLatin1String("")},
                                        {QStringLiteral("channel"), m_own}}));
    d.file(QStringLiteral("subscribed-own-soketi"));
    d.file(QStringLiteral("event-own-soketi"));
    QCOMPARE(d.event().channel, m_own);
    QCOMPARE(d.event().data["s"].integer().value(), 1);
    d.clear();
    d.unsubscribe(m_own); // not the application's to leave
    QVERIFY(d.actions.empty());
}

void SignInTest::statement118_repeatedOnEveryConnection()
{
    ChannelDriver d;
    signIn(d);
    d.reconnect();
    QVERIFY(d.machine.user().userId().isEmpty());
    QCOMPARE(d.count<AuthenticateUser>(), 2);
    QCOMPARE(d.last<AuthenticateUser>().socketId, QStringLiteral("4891875986.2248682862"));
    d.clear();
    QCOMPARE(d.state(m_own), SubscriptionState::Unsubscribed); // not before the new sign-in
    d.take(d.machine.userAuthenticated(2, ann(), d.now));
    d.file(QStringLiteral("signin-success-soketi"));
    QCOMPARE(d.sentEvents(),
             (QStringList{QStringLiteral("pusher:signin"), QStringLiteral("pusher:subscribe")}));
    d.file(QStringLiteral("subscribed-own-soketi"));
    QCOMPARE(d.state(m_own), SubscriptionState::Subscribed);
}

void SignInTest::statement118_askedForBeforeConnecting()
{
    test::MachineDriver d(test::machineOptions());
    d.take(d.machine.signInRequested());
    QVERIFY(d.actions.empty());
    d.establish();
    QCOMPARE(d.count<AuthenticateUser>(), 1);
}

void SignInTest::statement118_staleAnswerIsDropped()
{
    ChannelDriver d;
    d.take(d.machine.signInRequested());
    d.reconnect();
    d.clear();
    d.take(d.machine.userAuthenticated(1, ann(), d.now));
    QVERIFY(d.actions.empty());
}

void SignInTest::statement118_userWithoutUsableId_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::newRow("none") << QByteArray("{}");
    QTest::newRow("no JSON") << QByteArray("{'user_data':'me'}");
    QTest::newRow("an object") << QByteArray("{'user_data':{'id':'u1'}}");
    QTest::newRow("no id") << QByteArray("{'user_data':'{}'}");
    QTest::newRow("a number") << QByteArray("{'user_data':'{\\'id\\':1}'}");
    QTest::newRow("empty") << QByteArray("{'user_data':'{\\'id\\':\\'\\'}'}");
}

void SignInTest::statement118_userWithoutUsableId()
{
    QFETCH(QByteArray, data);
    ChannelDriver d;
    d.take(d.machine.signInRequested());
    answer(d, ann());
    d.text(R"({"event":"pusher:signin_success","data":)" + data.replace('\'', '"') + '}');
    QCOMPARE(d.count<SignedIn>(), 0);
    QCOMPARE(d.count<SignInFailed>(), 1);
    QCOMPARE(d.sentEvents(), QStringList{QStringLiteral("pusher:signin")});
}

void SignInTest::statement118_overASocket()
{
    struct Authenticator : UserAuthenticator
    {
        QStringList asked;
        void authenticate(const QString &socketId, QObject *context, Done done) override
        {
            asked.append(socketId);
            QMetaObject::invokeMethod(
                context, [done = std::move(done)] { done(ann()); }, Qt::QueuedConnection);
        }
    } authenticator;
    FakeAuthorizer authorizer;
    ScriptedServer server;
    PusherOptions options = test::machineOptions();
    options.tls = false;
    options.host = QStringLiteral("127.0.0.1");
    options.port = server.port();
    PusherClient client(options, authorizer);
    QSignalSpy signedIn(&client, &PusherClient::signedIn);
    QSignalSpy watched(&client, &PusherClient::watchlistChanged);
    QSignalSpy events(&client, &PusherClient::eventReceived);
    client.signIn(authenticator);
    client.connectToServer();
    QTRY_VERIFY(server.events().contains(QStringLiteral("pusher:signin")));
    QCOMPARE(authenticator.asked, QStringList{server.socketId()});
    server.send(fixture(QStringLiteral("pusher/signin-success-soketi.json")));
    QTRY_COMPARE(client.subscriptionState(m_own), SubscriptionState::Subscribed);
    QCOMPARE(signedIn.size(), 1);
    QCOMPARE(client.userId(), QStringLiteral("u1"));
    events.clear();
    server.send(fixture(QStringLiteral("pusher/event-own-soketi.json")));
    server.send(fixture(QStringLiteral("pusher/watchlist.json")));
    QTRY_COMPARE(watched.size(), 2);
    QCOMPARE(events.size(), 1);
    QCOMPARE(events.at(0).at(1).toString(), QStringLiteral("hello"));
}

void SignInTest::statement119_refusalKeepsTheConnection()
{
    ChannelDriver d;
    d.take(d.machine.signInRequested());
    answer(d, Error::make(Error::Kind::Forbidden, QStringLiteral("denied"), 403));
    QCOMPARE(d.last<SignInFailed>().error.status, 403);
    QCOMPARE(d.events(), QStringList{QStringLiteral("pusher:signin_error")});
    QCOMPARE(d.event().data.toJson(),
             QByteArray(R"({"error":"denied","status":403,"type":"AuthError"})"));
    QVERIFY(d.sent().isEmpty());
    QCOMPARE(d.machine.state(), ConnectionState::Connected);
    d.take(d.machine.signInRequested()); // may be tried again
    QCOMPARE(d.count<AuthenticateUser>(), 2);
    answer(d, UserAuthentication{QStringLiteral("k:s"), {}});
    QCOMPARE(d.count<SignInFailed>(), 2);
    QVERIFY(d.sent().isEmpty());
}

void SignInTest::statement119_successNobodyAskedForIsNotBelieved()
{
    ChannelDriver d;
    d.file(QStringLiteral("signin-success-soketi"));
    d.take(d.machine.signInRequested());
    d.file(QStringLiteral("signin-success-soketi")); // while the back end is still asked
    answer(d, Error::make(Error::Kind::Forbidden, QStringLiteral("denied"), 403));
    d.clear();
    d.file(QStringLiteral("signin-success-soketi"));
    QVERIFY(d.actions.empty());
    QVERIFY(d.machine.user().userId().isEmpty());
    QCOMPARE(d.machine.dropped(), 3U);
    // Nor one that was meant for the connection before.
    d.take(d.machine.signInRequested());
    answer(d, ann());
    d.reconnect();
    d.clear();
    d.file(QStringLiteral("signin-success-soketi"));
    QVERIFY(d.actions.empty());
}

void SignInTest::statement118_signOut()
{
    ChannelDriver d;
    signIn(d);
    d.clear();
    d.take(d.machine.signOutRequested());
    QVERIFY(d.machine.user().userId().isEmpty());
    QCOMPARE(d.state(m_own), SubscriptionState::Unsubscribed);
    QCOMPARE(d.subscriptionStates(m_own), QStringList{QStringLiteral("unsubscribed")});
    QCOMPARE(d.sentEvents(), QStringList{QStringLiteral("pusher:unsubscribe")}); // and no other
    QCOMPARE(d.sentData(), (QJsonObject{{QStringLiteral("channel"), m_own}}));
    d.clear();
    d.file(QStringLiteral("event-own-soketi")); // the server may go on
    d.file(QStringLiteral("signin-success-soketi"));
    d.take(d.machine.signOutRequested());
    QVERIFY(d.actions.empty());
    QCOMPARE(d.machine.dropped(), 2U);
    d.reconnect();
    QCOMPARE(d.count<AuthenticateUser>(), 0);

    // In the middle of it.
    d.take(d.machine.signInRequested());
    d.take(d.machine.signOutRequested());
    d.clear();
    answer(d, ann());
    d.take(d.machine.userAuthenticated(2, ann(), d.now));
    QVERIFY(d.actions.empty());
    // Another user, on the same connection.
    signIn(d);
    QCOMPARE(d.state(m_own), SubscriptionState::Subscribed);
}

void SignInTest::statement118_signOutOverASocket()
{
    struct Authenticator : UserAuthenticator
    {
        int asked = 0;
        void authenticate(const QString &, QObject *, Done) override { ++asked; }
    };
    FakeAuthorizer authorizer;
    ScriptedServer server;
    PusherOptions options = test::machineOptions();
    options.tls = false;
    options.host = QStringLiteral("127.0.0.1");
    options.port = server.port();
    PusherClient client(options, authorizer);
    auto authenticator = std::make_unique<Authenticator>();
    // From within a slot: the request is queued when it is taken back.
    connect(&client, &PusherClient::connected, this, [&] {
        client.signIn(*authenticator);
        client.signOut();
        authenticator.reset(); // nobody asks it any more
    });
    client.connectToServer();
    QTRY_VERIFY(!authenticator);
    QCOMPARE(client.state(), ConnectionState::Connected);
    QVERIFY(client.userId().isEmpty());
}

void SignInTest::statement120_watchlist()
{
    ChannelDriver d;
    d.file(QStringLiteral("watchlist"));
    QStringList seen;
    for (const Action &action : d.actions) {
        if (const auto *change = std::get_if<WatchlistChanged>(&action))
            seen.append(change->name + u' ' + change->userIds.join(u','));
    }
    QCOMPARE(seen, (QStringList{QStringLiteral("online 7,8"), QStringLiteral("offline 9")}));
    d.clear();
    for (const char *data : {"null", "[]", "{\"events\":7}", "{\"events\":[null,{}]}"})
        d.text(QByteArray(R"({"event":"pusher_internal:watchlist_events","data":)") + data + '}');
    QVERIFY(d.actions.empty());
}

void SignInTest::statement121_silenceEndsAfterTenSeconds()
{
    ChannelDriver d;
    d.take(d.machine.signInRequested());
    answer(d, ann());
    d.pass(9999ms);
    QCOMPARE(d.count<SignInFailed>(), 0);
    d.pass(1ms);
    QCOMPARE(toString(d.last<SignInFailed>().error.kind), QStringLiteral("Timeout"));
    QCOMPARE(d.machine.state(), ConnectionState::Connected);
    d.file(QStringLiteral("signin-success-soketi")); // late, and as good
    QCOMPARE(d.machine.user().userId(), QStringLiteral("u1"));
}

void SignInTest::statement121_reverbKnowsNoSignIn()
{
    ChannelDriver d;
    d.subscribe(m_room);
    d.authorize(ChannelDriver::presenceAuthorization());
    d.take(d.machine.signInRequested());
    answer(d, ann());
    d.file(QStringLiteral("error-4200-reverb"));
    QCOMPARE(d.last<SignInFailed>().error.status, 4200);
    QCOMPARE(d.state(m_room), SubscriptionState::Pending); // it was not about this one
    QCOMPARE(d.machine.state(), ConnectionState::Connected);
}

void SignInTest::statement104_signedInUserNeedsNoChannelData()
{
    ChannelDriver d;
    signIn(d);
    d.subscribe(m_room);
    d.authorize();
    QCOMPARE(d.sentData(), (QJsonObject{{QStringLiteral("auth"), QStringLiteral("key:sig")},
                                        {QStringLiteral("channel"), m_room}}));
    d.file(QStringLiteral("subscribed-presence-reverb"));
    QCOMPARE(d.members(m_room).myId(), QStringLiteral("u1"));
}

void SignInTest::statement104_waitsForTheSignIn()
{
    ChannelDriver d;
    d.take(d.machine.signInRequested());
    d.subscribe(m_room);
    d.subscribe(QStringLiteral("presence-b"));
    d.authorize();
    d.unsubscribe(QStringLiteral("presence-b"));
    d.subscribe(QStringLiteral("presence-c"));
    d.authorize();
    QVERIFY(d.sent().isEmpty());
    QCOMPARE(d.state(QStringLiteral("presence-c")), SubscriptionState::Pending);
    answer(d, ann());
    d.clear();
    d.file(QStringLiteral("signin-success-soketi"));
    QStringList channels;
    for (const QJsonObject &frame : d.sent())
        channels.append(frame[QStringLiteral("data")][QStringLiteral("channel")].toString());
    QCOMPARE(channels, (QStringList{m_own, QStringLiteral("presence-c")}));

    ChannelDriver other;
    other.take(other.machine.signInRequested());
    other.subscribe(m_room);
    other.authorize();
    answer(other, Error::make(Error::Kind::Forbidden, QStringLiteral("denied"), 403));
    QCOMPARE(other.state(m_room), SubscriptionState::Failed);
    QVERIFY(other.sent().isEmpty());
}

SUHBAT_TEST(SignInTest, Core)
#include "tst_sign_in.moc"
