#include "demo/broadcast/Signatures.h"
#include "demo/DemoServer.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"
#include "TestClient.h"
#include "TestSocket.h"

#include <QDir>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTcpSocket>
#include <QTest>

using namespace suhbat::demo;
using suhbat::demo::test::TestClient;
using suhbat::demo::test::TestSocket;
using namespace Qt::StringLiterals;

/// The embedded Pusher endpoint, as Reverb behaves, and the events of the chat on it.
class TestDemoWebsocket : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void establishesAConnection();
    void refusesAnUnknownKey();
    void answersHttp404ElsewhereOnUpgrade();
    void answersPings();
    void dropsASilentClient();
    void checksSignatures();
    void refusesMalformedFrames();
    void closesOnTooLongFrames();
    void announcesMessagesToAllParticipants();
    void leavesOutTheSendingSocket();
    void announcesReads();
    void announcesTyping();
    void stopsAfterUnsubscribe();
    void tracksPresence();
    void forwardsClientEvents();
    void readsDataOfClientEventsAsReverb();
    void dropsSocketsAndListensAgain();
    void leavesNothingBehind();

private:
    DemoOptions options() const;
    void start(const DemoOptions &options);
    std::unique_ptr<TestSocket> connected();
    std::unique_ptr<TestSocket> subscribed(qint64 personId);
    void subscribe(TestSocket &socket, const QString &channel, const QString &data = {});

    std::unique_ptr<DemoServer> m_server;
};

namespace {

const AppCredentials app = DemoOptions().app;
const QString messageEvent = u"App\\Events\\MessageSent"_s;
const QString succeeded = u"pusher_internal:subscription_succeeded"_s;

QString member(int id, const QString &name)
{
    return u"{\"user_id\":\"%1\",\"user_info\":{\"id\":%1,\"name\":\"%2\"}}"_s.arg(id).arg(name);
}

} // namespace

void TestDemoWebsocket::init()
{
    suhbat::test::failOnAnyWarning();
    start(options());
}

void TestDemoWebsocket::cleanup()
{
    m_server.reset();
}

DemoOptions TestDemoWebsocket::options() const
{
    DemoOptions quiet;
    quiet.quiet = true;
    return quiet;
}

void TestDemoWebsocket::start(const DemoOptions &options)
{
    m_server = std::make_unique<DemoServer>(options);
    QVERIFY2(m_server->listen(), qPrintable(m_server->errorString()));
}

std::unique_ptr<TestSocket> TestDemoWebsocket::connected()
{
    auto socket = std::make_unique<TestSocket>(m_server->wsUrl(), u"/app/demo-app-key"_s);
    socket->waitForSocketId();
    return socket;
}

void TestDemoWebsocket::subscribe(TestSocket &socket, const QString &channel, const QString &data)
{
    const int before = socket.count(succeeded);
    socket.subscribe(channel, signatures::channelAuth(app, socket.waitForSocketId(), channel, data),
                     data);
    QTRY_COMPARE(socket.count(succeeded), before + 1);
}

std::unique_ptr<TestSocket> TestDemoWebsocket::subscribed(qint64 personId)
{
    auto socket = connected();
    subscribe(*socket, u"private-user.%1"_s.arg(personId));
    return socket;
}

void TestDemoWebsocket::establishesAConnection()
{
    const auto socket = connected();
    const QJsonObject data = socket->data(u"pusher:connection_established"_s);
    QCOMPARE(data[u"activity_timeout"].toInt(), 30);
    QVERIFY(QRegularExpression(u"^\\d+\\.\\d+$"_s).match(data[u"socket_id"].toString()).hasMatch());
    QCOMPARE(m_server->socketCount(), 1);
}

void TestDemoWebsocket::refusesAnUnknownKey()
{
    TestSocket socket(m_server->wsUrl(), u"/app/wrong-key"_s);
    QTRY_VERIFY(socket.isClosed());
    QCOMPARE(socket.errorCode(), 4001);
    QCOMPARE(socket.count(u"pusher:connection_established"_s), 0);
    QCOMPARE(m_server->socketCount(), 0);
}

void TestDemoWebsocket::answersHttp404ElsewhereOnUpgrade()
{
    QTcpSocket plain;
    plain.connectToHost(QHostAddress(QHostAddress::LocalHost), m_server->port());
    plain.write("GET /wrong/demo-app-key HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\n"
                "Upgrade: websocket\r\n\r\n");
    QTRY_VERIFY(plain.peek(100).startsWith("HTTP/1.1 404 "));
}

void TestDemoWebsocket::answersPings()
{
    const auto socket = connected();
    socket->sendText(u"{\"event\":\"pusher:ping\",\"data\":{}}"_s);
    QTRY_COMPARE(socket->count(u"pusher:pong"_s), 1);
}

void TestDemoWebsocket::dropsASilentClient()
{
    DemoOptions fast = options();
    fast.pusher = {7, 30, 30};
    start(fast);
    const auto socket = connected();
    QCOMPARE(socket->data(u"pusher:connection_established"_s)[u"activity_timeout"].toInt(), 7);
    QTRY_COMPARE(socket->count(u"pusher:ping"_s), 1);
    socket->sendText(u"{\"event\":\"pusher:pong\",\"data\":{}}"_s);
    QTRY_COMPARE(socket->count(u"pusher:ping"_s), 2);
    QTRY_VERIFY(socket->isClosed());
    QCOMPARE(socket->errorCode(), 4201);
}

void TestDemoWebsocket::checksSignatures()
{
    const auto socket = connected();
    socket->subscribe(u"private-user.42"_s, u"demo-app-key:0123456789abcdef"_s);
    QTRY_COMPARE(socket->errorCode(), 4009);
    QVERIFY(!socket->frames(u"pusher:error"_s).last().contains(u"channel"_s));
    QCOMPARE(m_server->subscriberCount(u"private-user.42"_s), 0);
    subscribe(*socket, u"private-user.42"_s);
    QCOMPARE(socket->frames(succeeded).last()[u"data"].toString(), u"{}"_s);
    QCOMPARE(m_server->subscribedChannels(), QStringList{u"private-user.42"_s});
    socket->subscribe(u"news"_s, {});
    QTRY_COMPARE(socket->count(succeeded), 2);
}

void TestDemoWebsocket::refusesMalformedFrames()
{
    const auto socket = connected();
    const QStringList frames{u"not json"_s, u"[]"_s, u"{\"event\":\"pusher:signin\"}"_s,
                             u"{\"event\":\"pusher:subscribe\",\"data\":{}}"_s,
                             u"{\"event\":\"pusher:subscribe\",\"data\":\"{}\"}"_s};
    for (const QString &frame : frames)
        socket->sendText(frame);
    QTRY_COMPARE(socket->count(u"pusher:error"_s), int(frames.size()));
    QCOMPARE(socket->errorCode(), 4200);
    QVERIFY(!socket->isClosed());
}

void TestDemoWebsocket::closesOnTooLongFrames()
{
    const auto socket = connected();
    socket->sendText(QString(10'001, u'x'));
    QTRY_VERIFY(socket->isClosed());
    QCOMPARE(socket->closeCode(), 1009);
    QTRY_COMPARE(m_server->socketCount(), 0);
}

void TestDemoWebsocket::announcesMessagesToAllParticipants()
{
    const auto dana = subscribed(42);
    const auto kim = subscribed(43);
    const auto tom = subscribed(51);
    const Message sent = m_server->sendAs(43, 12, u"Hello!"_s);
    QTRY_COMPARE(dana->count(messageEvent), 1);
    QTRY_COMPARE(kim->count(messageEvent), 1);
    QCOMPARE(tom->count(messageEvent), 0);
    QCOMPARE(dana->frames(messageEvent).last()[u"channel"].toString(), u"private-user.42"_s);
    const QJsonObject data = dana->data(messageEvent);
    QVERIFY(data[u"tempId"].isNull());
    const QJsonObject message = data[u"message"].toObject();
    QCOMPARE(message[u"id"].toInteger(), sent.id);
    QCOMPARE(message[u"body"].toString(), u"Hello!"_s);
    QCOMPARE(message[u"type"].toString(), u"direct"_s);
    QCOMPARE(message[u"sender"][u"name"].toString(), u"Kim Ito"_s);
    QCOMPARE(message[u"conversation"][u"id"].toInt(), 12);
    QVERIFY(message[u"created_at"].toString().endsWith(u"+05:00"_s));
    QVERIFY(!message.contains(u"files"_s));
}

void TestDemoWebsocket::leavesOutTheSendingSocket()
{
    const auto sending = subscribed(42);
    const auto other = subscribed(42);
    TestClient client(m_server->apiUrl());
    QVERIFY(client.logIn(u"998900000001"_s));
    client.setHeader("X-Socket-ID", sending->waitForSocketId().toLatin1());
    client.post(u"inbox/conversations/12/messages"_s,
                {{u"body"_s, u"Hi"_s}, {u"tempId"_s, u"t-1"_s}});
    QTRY_COMPARE(other->count(messageEvent), 1);
    QCOMPARE(other->data(messageEvent)[u"tempId"].toString(), u"t-1"_s);
    m_server->sendAs(43, 12, u"Later"_s); // what was sent before has arrived when this has
    QTRY_COMPARE(sending->count(messageEvent), 1);
    QCOMPARE(sending->data(messageEvent)[u"message"][u"body"].toString(), u"Later"_s);
}

void TestDemoWebsocket::announcesReads()
{
    m_server->readAs(43, 12);
    const qint64 id = m_server->sendAs(42, 12, u"Seen?"_s).id;
    const auto dana = subscribed(42);
    QCOMPARE(m_server->readAs(43, 12), QList<qint64>{id});
    const QString event = u"App\\Events\\MessagesRead"_s;
    QTRY_COMPARE(dana->count(event), 1);
    const QJsonObject expected{{u"type"_s, u"read"_s},
                               {u"data"_s, QJsonObject{{u"conversation_id"_s, 12},
                                                       {u"reader_id"_s, 43},
                                                       {u"message_ids"_s, QJsonArray{id}}}}};
    QCOMPARE(dana->data(event), expected);
    QVERIFY(m_server->readAs(43, 12).isEmpty());
}

void TestDemoWebsocket::announcesTyping()
{
    const auto dana = subscribed(42);
    const auto kim = subscribed(43);
    TestClient client(m_server->apiUrl());
    QVERIFY(client.logIn(u"998900000001"_s));
    QCOMPARE(client.post(u"inbox/conversations/12/typing"_s).status, 204);
    const QString event = u"App\\Events\\UserTyping"_s;
    QTRY_COMPARE(kim->count(event), 1);
    const QJsonObject user{{u"id"_s, 42}, {u"name"_s, u"Dana Reyes"_s}};
    const QJsonObject expected{
        {u"type"_s, u"typing"_s},
        {u"data"_s, QJsonObject{{u"conversation_id"_s, 12}, {u"user"_s, user}}}};
    QCOMPARE(kim->data(event), expected);
    QCOMPARE(dana->count(event), 0);
}

void TestDemoWebsocket::stopsAfterUnsubscribe()
{
    const auto dana = subscribed(42);
    dana->send({{u"event"_s, u"pusher:unsubscribe"_s},
                {u"data"_s, QJsonObject{{u"channel"_s, u"private-user.42"_s}}}});
    QTRY_COMPARE(m_server->subscriberCount(u"private-user.42"_s), 0);
    m_server->sendAs(43, 12, u"Anybody?"_s);
    dana->sendText(u"{\"event\":\"pusher:ping\"}"_s);
    QTRY_COMPARE(dana->count(u"pusher:pong"_s), 1);
    QCOMPARE(dana->count(messageEvent), 0);
}

void TestDemoWebsocket::tracksPresence()
{
    const QString channel = u"presence-conversation.12"_s;
    const QString added = u"pusher_internal:member_added"_s;
    const QString removed = u"pusher_internal:member_removed"_s;
    const auto dana = connected();
    subscribe(*dana, channel, member(42, u"Dana"_s));
    auto kim = connected();
    auto kimAgain = connected();
    subscribe(*kim, channel, member(43, u"Kim"_s));
    subscribe(*kimAgain, channel, member(43, u"Kim"_s));
    const QJsonObject presence = kimAgain->data(succeeded)[u"presence"].toObject();
    QCOMPARE(presence[u"count"].toInt(), 2);
    QCOMPARE(presence[u"ids"].toArray(), QJsonArray({u"42"_s, u"43"_s}));
    QCOMPARE(presence[u"hash"][u"43"][u"name"].toString(), u"Kim"_s);
    QTRY_COMPARE(dana->count(added), 1);
    QCOMPARE(dana->data(added)[u"user_id"].toString(), u"43"_s);
    kim.reset();
    QTRY_COMPARE(m_server->subscriberCount(channel), 2);
    QCOMPARE(dana->count(removed), 0);
    kimAgain.reset();
    QTRY_COMPARE(dana->count(removed), 1);
    QCOMPARE(dana->count(added), 1);
}

void TestDemoWebsocket::forwardsClientEvents()
{
    const QString channel = u"presence-conversation.12"_s;
    const auto dana = connected();
    const auto kim = connected();
    subscribe(*dana, channel, member(42, u"Dana"_s));
    const QJsonObject whisper{{u"event"_s, u"client-typing"_s},
                              {u"channel"_s, channel},
                              {u"data"_s, QJsonObject{{u"id"_s, 43}}}};
    kim->send(whisper);
    QTRY_COMPARE(kim->errorCode(), 4009); // not joined
    subscribe(*kim, channel, member(43, u"Kim"_s));
    kim->send(whisper);
    QTRY_COMPARE(dana->count(u"client-typing"_s), 1);
    QJsonObject expected = whisper;
    expected.insert(u"user_id"_s, u"43"_s);
    QCOMPARE(dana->frames(u"client-typing"_s).last(), expected);
    QCOMPARE(kim->count(u"client-typing"_s), 0);
}

void TestDemoWebsocket::readsDataOfClientEventsAsReverb()
{
    const QString channel = u"hall"_s;
    const auto dana = connected();
    const auto kim = connected();
    for (TestSocket *socket : {dana.get(), kim.get()}) {
        socket->subscribe(channel, {});
        QTRY_COMPARE(socket->count(succeeded), 1);
    }
    const auto send = [&](const QString &data) {
        kim->send({{u"event"_s, u"client-x"_s}, {u"channel"_s, channel}, {u"data"_s, data}});
    };
    send(u"no JSON"_s);
    QTRY_COMPARE(kim->errorCode(), 4200);
    send(u"{\"a\":1}"_s);
    QTRY_COMPARE(dana->count(u"client-x"_s), 1);
    const QJsonObject expected{{u"event"_s, u"client-x"_s},
                               {u"channel"_s, channel},
                               {u"data"_s, QJsonObject{{u"a"_s, 1}}}};
    QCOMPARE(dana->frames(u"client-x"_s).last(), expected);
}

void TestDemoWebsocket::dropsSocketsAndListensAgain()
{
    const auto dana = subscribed(42);
    m_server->dropSockets();
    QTRY_VERIFY(dana->isClosed());
    QTRY_COMPARE(m_server->socketCount(), 0);
    const auto again = subscribed(42);
    const quint16 port = m_server->port();
    m_server->stop();
    QTRY_VERIFY(again->isClosed());
    m_server->sendAs(43, 12, u"Into the dark"_s);
    TestSocket refused(m_server->wsUrl(), u"/app/demo-app-key"_s);
    QTRY_VERIFY(refused.isClosed());
    QVERIFY(m_server->listen());
    QCOMPARE(m_server->port(), port);
    m_server->setRefusing(true);
    TestSocket cut(m_server->wsUrl(), u"/app/demo-app-key"_s);
    QTRY_VERIFY(cut.isClosed() || cut.failed());
    m_server->setRefusing(false);
    QVERIFY(!connected()->waitForSocketId().isEmpty());
}

void TestDemoWebsocket::leavesNothingBehind()
{
    const auto openFiles = [] {
        return QDir(u"/proc/self/fd"_s).entryList(QDir::AllEntries | QDir::System).size();
    };
    subscribed(42);
    QTRY_COMPARE(m_server->socketCount(), 0);
    const auto before = openFiles();
    for (int i = 0; i < 20; ++i)
        subscribed(42);
    QTRY_COMPARE(m_server->socketCount(), 0);
    QTRY_COMPARE(openFiles(), before);
    QVERIFY(m_server->subscribedChannels().isEmpty());
    QVERIFY(!m_server->isActive());
}

SUHBAT_TEST(TestDemoWebsocket, Core)
#include "tst_demo_websocket.moc"
