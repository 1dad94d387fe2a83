#include "demo/broadcast/PusherRestBroadcaster.h"
#include "demo/broadcast/Signatures.h"
#include "demo/DemoServer.h"
#include "demo/http/HttpListener.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"
#include "TestClient.h"
#include "TestSocket.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace suhbat::demo;
using suhbat::demo::test::TestClient;
using suhbat::demo::test::TestSocket;
using namespace Qt::StringLiterals;

/// Broadcasting through an external Pusher-protocol server; a second demo server plays it.
class TestDemoBroadcaster : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void chatsThroughAnotherServer();
    void keepsTheOrder();
    void noticesErrorsInSuccessfulReplies();
    void survivesAServerThatIsDown();
    void refusesUnsignedCalls();
    void answersTheRestApi();

private:
    DemoOptions external(const DemoServer &pusher) const;
};

void TestDemoBroadcaster::init()
{
    suhbat::test::failOnAnyWarning();
}

DemoOptions TestDemoBroadcaster::external(const DemoServer &pusher) const
{
    DemoOptions options;
    options.quiet = true;
    ExternalPusher server;
    server.port = pusher.port();
    server.app = {u"other-app"_s, u"other-key"_s, "other-secret"};
    options.externalPusher = server;
    return options;
}

namespace {

DemoOptions pusherOptions()
{
    DemoOptions options;
    options.quiet = true;
    options.app = {u"other-app"_s, u"other-key"_s, "other-secret"};
    return options;
}

const QString sentEvent = u"App\\Events\\MessageSent"_s;

} // namespace

void TestDemoBroadcaster::chatsThroughAnotherServer()
{
    DemoServer pusher(pusherOptions());
    QVERIFY(pusher.listen());
    DemoServer server(external(pusher));
    QVERIFY(server.listen());
    QCOMPARE(server.wsUrl(), pusher.wsUrl());
    QCOMPARE(server.appKey(), u"other-key"_s);

    TestClient client(server.apiUrl());
    QVERIFY(client.logIn(u"998900000001"_s));
    TestSocket socket(server.wsUrl(), u"/app/"_s + server.appKey());
    const auto auth =
        client.post(u"broadcasting/auth"_s, {{u"socket_id"_s, socket.waitForSocketId()},
                                             {u"channel_name"_s, u"private-user.42"_s}});
    socket.subscribe(u"private-user.42"_s, auth.json()[u"auth"].toString());
    QTRY_COMPARE(socket.count(u"pusher_internal:subscription_succeeded"_s), 1);
    server.sendAs(43, 12, u"By way of another server — ёʻ 👋"_s);
    QTRY_COMPARE(socket.count(sentEvent), 1);
    QCOMPARE(socket.data(sentEvent)[u"message"][u"body"].toString(),
             u"By way of another server — ёʻ 👋"_s);

    client.setHeader("X-Socket-ID", socket.waitForSocketId().toLatin1());
    client.post(u"inbox/conversations/12/messages"_s, {{u"body"_s, u"Not to me"_s}});
    server.sendAs(43, 12, u"To me"_s);
    QTRY_COMPARE(socket.count(sentEvent), 2);
    QCOMPARE(socket.data(sentEvent)[u"message"][u"body"].toString(), u"To me"_s);

    TestSocket wrongDoor(QUrl(u"ws://127.0.0.1:%1"_s.arg(server.port())), u"/app/demo-app-key"_s);
    QTRY_VERIFY(wrongDoor.failed());
}

void TestDemoBroadcaster::keepsTheOrder()
{
    DemoServer pusher(pusherOptions());
    QVERIFY(pusher.listen());
    DemoServer server(external(pusher));
    QVERIFY(server.listen());
    TestSocket socket(server.wsUrl(), u"/app/other-key"_s);
    socket.subscribe(u"private-user.42"_s,
                     signatures::channelAuth(pusherOptions().app, socket.waitForSocketId(),
                                             u"private-user.42"_s));
    QTRY_COMPARE(pusher.subscriberCount(u"private-user.42"_s), 1);
    for (int i = 0; i < 30; ++i)
        server.sendAs(43, 12, QString::number(i));
    QTRY_COMPARE(socket.count(sentEvent), 30);
    const QList<QJsonObject> frames = socket.frames(sentEvent);
    for (int i = 0; i < 30; ++i)
        QVERIFY(frames[i][u"data"].toString().contains(u"\"body\":\"%1\""_s.arg(i)));
}

void TestDemoBroadcaster::noticesErrorsInSuccessfulReplies()
{
    HttpListener soketi;
    QVERIFY(soketi.listen(QHostAddress::LocalHost, 0));
    connect(
        &soketi, &HttpListener::requestReceived, this,
        [](const HttpRequest &, const HttpResponder &responder) {
            responder.send(HttpReply::json(
                200, QJsonObject{{u"error"_s, u"The app does not exist."_s}, {u"code"_s, 404}}));
        });
    ExternalPusher target;
    target.port = soketi.port();
    PusherRestBroadcaster broadcaster(target, [] { return QDateTime::currentDateTimeUtc(); });
    QSignalSpy failed(&broadcaster, &PusherRestBroadcaster::failed);
    QTest::ignoreMessage(QtWarningMsg,
                         "The broadcasting server refused an event: The app does not exist.");
    broadcaster.publish({{u"private-user.42"_s}, u"x"_s, "{}", {}});
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(broadcaster.pending(), 0);
}

void TestDemoBroadcaster::survivesAServerThatIsDown()
{
    ExternalPusher target;
    {
        HttpListener gone;
        QVERIFY(gone.listen(QHostAddress::LocalHost, 0));
        target.port = gone.port();
    }
    PusherRestBroadcaster broadcaster(target, [] { return QDateTime::currentDateTimeUtc(); });
    QSignalSpy failed(&broadcaster, &PusherRestBroadcaster::failed);
    for (int i = 0; i < 2; ++i) {
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"no connection"_s));
        broadcaster.publish({{u"private-user.42"_s}, u"x"_s, "{}", {}});
    }
    QTRY_COMPARE(failed.size(), 2);
}

void TestDemoBroadcaster::refusesUnsignedCalls()
{
    DemoServer pusher(pusherOptions());
    QVERIFY(pusher.listen());
    TestClient client(pusher.apiUrl());
    const QByteArray body = R"({"name":"x","channel":"c","data":"{}"})";
    QCOMPARE(client.send("POST", u"/apps/other-app/events"_s, body).status, 401);
    QCOMPARE(client.send("POST", u"/apps/unknown/events"_s, body).status, 404);
}

void TestDemoBroadcaster::answersTheRestApi()
{
    DemoServer pusher(pusherOptions());
    QVERIFY(pusher.listen());
    TestClient client(pusher.apiUrl());
    TestSocket socket(pusher.wsUrl(), u"/app/other-key"_s);
    const AppCredentials app = pusherOptions().app;
    const QString channel = u"presence-room"_s;
    const QString member =
        QString::fromUtf8(suhbat::test::fixture(u"demo/channel_data.json"_s)).trimmed();
    socket.subscribe(
        channel, signatures::channelAuth(app, socket.waitForSocketId(), channel, member), member);
    QTRY_COMPARE(pusher.subscriberCount(channel), 1);
    const auto call = [&](const QByteArray &method, const QString &what, const QByteArray &body) {
        const QString path = u"/apps/other-app/"_s + what;
        const QUrlQuery query = signatures::signedQuery(app, method, path, body, 1);
        return client.send(method, path + u'?' + query.toString(), body);
    };
    QCOMPARE(call("GET", u"channels"_s, {}).body,
             QByteArray(R"({"channels":{"presence-room":{}}})"));
    QCOMPARE(
        call("GET", u"channels/presence-room/users"_s, {}).json()[u"users"][0][u"id"].toString(),
        u"42"_s);
    QCOMPARE(call("POST", u"batch_events"_s,
                  R"({"batch":[{"name":"a","channel":"presence-room","data":"{}"}]})")
                 .body,
             QByteArray(R"({"batch":{}})"));
    QTRY_COMPARE(socket.count(u"a"_s), 1);
}

SUHBAT_TEST(TestDemoBroadcaster, Core)
#include "tst_demo_broadcaster.moc"
