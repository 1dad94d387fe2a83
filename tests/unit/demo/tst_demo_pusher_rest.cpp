#include "demo/broadcast/Signatures.h"
#include "demo/DemoServer.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"
#include "TestClient.h"
#include "TestSocket.h"

#include <QTest>

using namespace suhbat::demo;
using suhbat::demo::test::TestClient;
using suhbat::demo::test::TestSocket;
using namespace Qt::StringLiterals;

/// What statements 97 and 131-134 say of servers, of the embedded one: it does as Reverb.
class TestDemoPusherRest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_server.reset(); }

    void statement097_onlyTheSignatureCounts();
    void statement131_events();
    void statement131_batchAndInfo();
    void statement132_errors();
    void statement132_emptyListsAndHealth();
    void statement133_channelsAndUsers();
    void statement134_nobodyIsTerminated();

private:
    TestClient::Answer call(const QByteArray &method, const QString &what,
                            const QByteArray &body = {}, const QString &info = {});
    std::unique_ptr<TestSocket> listener(const QString &channel, const QString &data = {});

    std::unique_ptr<DemoServer> m_server;
};

namespace {

const AppCredentials restApp = DemoOptions().app;

} // namespace

void TestDemoPusherRest::init()
{
    suhbat::test::failOnAnyWarning();
    DemoOptions options;
    options.quiet = true;
    m_server = std::make_unique<DemoServer>(options);
    QVERIFY(m_server->listen());
}

TestClient::Answer TestDemoPusherRest::call(const QByteArray &method, const QString &what,
                                            const QByteArray &body, const QString &info)
{
    const QString path = u"/apps/demo-app/"_s + what;
    QUrlQuery others;
    if (!info.isEmpty())
        others.addQueryItem(u"info"_s, info);
    const QUrlQuery query = signatures::signedQuery(restApp, method, path, body, 1, others);
    return TestClient(m_server->apiUrl()).send(method, path + u'?' + query.toString(), body);
}

std::unique_ptr<TestSocket> TestDemoPusherRest::listener(const QString &channel,
                                                         const QString &data)
{
    auto socket = std::make_unique<TestSocket>(m_server->wsUrl(), u"/app/demo-app-key"_s);
    const int before = m_server->subscriberCount(channel);
    socket->subscribe(
        channel, signatures::channelAuth(restApp, socket->waitForSocketId(), channel, data), data);
    [&] { QTRY_COMPARE(m_server->subscriberCount(channel), before + 1); }();
    return socket;
}

void TestDemoPusherRest::statement097_onlyTheSignatureCounts()
{
    TestSocket socket(m_server->wsUrl(), u"/app/demo-app-key"_s);
    const QString channel = u"private-user.42"_s;
    const QString auth = signatures::channelAuth(restApp, socket.waitForSocketId(), channel);
    const QString signature = auth.section(u':', 1);
    socket.subscribe(channel, u"demo-app-key:"_s + QString(64, u'0'));
    QTRY_COMPARE(socket.errorCode(), 4009);
    socket.subscribe(channel, u"foreign-key:"_s + signature);
    QTRY_COMPARE(m_server->subscriberCount(channel), 1);
}

void TestDemoPusherRest::statement131_events()
{
    const auto one = listener(u"room"_s);
    const auto two = listener(u"room"_s);
    const auto other = listener(u"hall"_s);
    const auto answer =
        call("POST", u"events"_s,
             R"({"name":"said","data":"{\"n\":1}","channels":["room","hall"],"socket_id":")" +
                 one->waitForSocketId().toUtf8() + R"("})");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body, QByteArray("{}"));
    QTRY_COMPARE(two->count(u"said"_s), 1);
    QTRY_COMPARE(other->count(u"said"_s), 1);
    QCOMPARE(two->frames(u"said"_s).last()[u"data"].toString(), u"{\"n\":1}"_s);
    QCOMPARE(call("POST", u"events"_s, R"({"name":"later","data":"{}","channel":"room"})").status,
             200);
    QTRY_COMPARE(one->count(u"later"_s), 1); // what went before it would have arrived
    QCOMPARE(one->count(u"said"_s), 0);
}

void TestDemoPusherRest::statement131_batchAndInfo()
{
    const auto socket = listener(u"room"_s);
    QCOMPARE(call("POST", u"batch_events"_s,
                  R"({"batch":[{"name":"a","channel":"room","data":"{}"},)"
                  R"({"name":"b","channel":"room","data":"{}"}]})")
                 .body,
             QByteArray(R"({"batch":{}})"));
    QTRY_COMPARE(socket->count(u"b"_s), 1);
    QCOMPARE(socket->count(u"a"_s), 1);
    QCOMPARE(call("POST", u"events"_s,
                  R"({"name":"a","channel":"room","data":"{}","info":"subscription_count"})")
                 .body,
             QByteArray(R"({"channels":{"room":{"subscription_count":1}}})"));
}

void TestDemoPusherRest::statement132_errors()
{
    const QByteArray event = R"({"name":"x","channel":"c","data":"{}"})";
    TestClient client(m_server->apiUrl());
    const auto unsigned_ = client.send("POST", u"/apps/demo-app/events"_s, event);
    QCOMPARE(unsigned_.status, 401);
    QCOMPARE(unsigned_.json()[u"message"].toString(), u"Authentication signature invalid."_s);
    QCOMPARE(client.send("POST", u"/apps/unknown/events"_s, event).status, 404);
    QCOMPARE(call("POST", u"events"_s, R"({"name":"x","channel":"c"})").status, 422);
    const QByteArray head = R"({"name":"x","channel":"c","data":")";
    const auto sized = [&head](qsizetype bytes) {
        return head + QByteArray(bytes - head.size() - 2, 'x') + "\"}";
    };
    QCOMPARE(call("POST", u"events"_s, sized(10'000)).status, 200);
    const auto long_ = call("POST", u"events"_s, sized(10'001));
    QCOMPARE(long_.status, 413);
    QCOMPARE(long_.json()[u"message"].toString(), u"Payload too large."_s);
}

void TestDemoPusherRest::statement132_emptyListsAndHealth()
{
    QCOMPARE(call("GET", u"channels"_s).body, QByteArray(R"({"channels":[]})"));
    TestClient client(m_server->apiUrl());
    QCOMPARE(client.send("GET", u"/up"_s, {}).body, QByteArray(R"({"health":"OK"})"));
}

void TestDemoPusherRest::statement133_channelsAndUsers()
{
    const QString both = u"user_count,subscription_count"_s;
    const QString member =
        QString::fromUtf8(suhbat::test::fixture(u"demo/channel_data.json"_s)).trimmed();
    const auto socket = listener(u"presence-room"_s, member);
    const auto public_ = listener(u"hall"_s);
    QCOMPARE(call("GET", u"channels/presence-room"_s, {}, both).body,
             QByteArray(R"({"occupied":true,"user_count":1})"));
    QCOMPARE(call("GET", u"channels/hall"_s, {}, both).body,
             QByteArray(R"({"occupied":true,"subscription_count":1})"));
    QCOMPARE(call("GET", u"channels/empty"_s).body, QByteArray(R"({"occupied":false})"));
    QCOMPARE(call("GET", u"channels/presence-room/users"_s).body,
             QByteArray(R"({"users":[{"id":"42"}]})"));
}

void TestDemoPusherRest::statement134_nobodyIsTerminated()
{
    const auto socket = listener(u"room"_s);
    QCOMPARE(call("POST", u"users/42/terminate_connections"_s, "{}").status, 404);
    QCOMPARE(m_server->socketCount(), 1);
}

SUHBAT_TEST(TestDemoPusherRest, Core)
#include "tst_demo_pusher_rest.moc"
