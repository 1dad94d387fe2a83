#include "base/QtCompat.h"
#include "FakeAuthorizer.h"
#include "pusher/PusherClient.h"
#include "ScriptedServer.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"

#include <QDir>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QTimer>
#include <QWebSocket>

using namespace suhbat;
using namespace suhbat::pusher;
using suhbat::test::FakeAuthorizer;
using suhbat::test::fixture;
using suhbat::test::ScriptedServer;

namespace {

QString kindOf(const QSignalSpy &errors)
{
    return toString(errors.at(0).at(0).value<Error>().kind);
}

int openDescriptors()
{
    return int(QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::Files | QDir::System).size());
}

} // namespace

class PusherClientTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void handshakeSubscribeAndReceive();
    void statement001_prefixOnTheWire();
    void statement015_originOnTheWire();
    void cutHealsWithNewSocketIdAndAuthorisation();
    void statement012_refusedByFrameAndCut();
    void statement013_refusedByFrameAndClose_data();
    void statement013_refusedByFrameAndClose();
    void statement014_notFoundIsAnHttpErrorAndBacksOff();
    void statement017_quotaWithoutCloseIsClosedByUs();
    void statement020_failsWithoutHost();
    void statement030_noPongDropsAndReconnects();
    void statement031_pingIsAnswered();
    void aPingCostsOneTimer();
    void statement035_silentServerTimesOut();
    void silentTcpServerTimesOut();
    void refusedConnectionIsReportedOnceAnAttempt();
    void statement070_malformedFrameKeepsTheConnection();
    void statement080_staleAuthorisationIsDropped();
    void statement091_deniedChannelFails();
    void statement114_clientEventGoesOut();
    void restartCodeReconnects_data();
    void restartCodeReconnects();
    void statement023_disconnectSaysGoodbyeAndStays();
    void retryNowShortensTheWait();
    void historyKeepsTheLastHundred();
    void channelObjectFollowsItsChannel();
    void unsubscribeAndSubscribeInOneSlotKeepsTheChannel();
    void destroyedWhileSubscribing();
    void destroyedInItsOwnSlots_data();
    void destroyedInItsOwnSlots();
    void twoHundredCyclesLeaveNothing();

private:
    PusherOptions options(quint16 port) const;

    FakeAuthorizer m_authorizer;
    double m_random = 0;
};

void PusherClientTest::init()
{
    test::failOnAnyWarning();
    m_authorizer.asked.clear();
    m_authorizer.refusal.reset();
    m_random = 0;
}

PusherOptions PusherClientTest::options(quint16 port) const
{
    PusherOptions options;
    options.tls = false;
    options.host = QStringLiteral("127.0.0.1");
    options.port = port;
    options.appKey = QStringLiteral("app-key");
    options.random = [this] { return m_random; };
    return options;
}

void PusherClientTest::handshakeSubscribeAndReceive()
{
    ScriptedServer server;
    PusherClient client(options(server.port()), m_authorizer);
    QSignalSpy states(&client, &PusherClient::stateChanged);
    QSignalSpy connections(&client, &PusherClient::connected);
    QSignalSpy events(&client, &PusherClient::eventReceived);
    QCOMPARE(client.state(), ConnectionState::Initialized);

    client.subscribe(QStringLiteral("private-room.1"));
    client.connectToServer();
    QTRY_COMPARE(client.subscriptionState(QStringLiteral("private-room.1")),
                 SubscriptionState::Subscribed);
    QCOMPARE(client.state(), ConnectionState::Connected);
    QCOMPARE(client.socketId(), server.socketId());
    QCOMPARE(connections.size(), 1);
    QCOMPARE(connections.at(0).at(0).toString(), server.socketId());
    QCOMPARE(states.size(), 2);
    QCOMPARE(m_authorizer.asked,
             QStringList{server.socketId() + QStringLiteral(" private-room.1")});
    const QJsonObject sent = server.frames().at(0).value(QStringLiteral("data")).toObject();
    QCOMPARE(sent.value(QStringLiteral("auth")).toString(), QStringLiteral("key:signature"));

    events.clear();
    server.send(fixture(QStringLiteral("pusher/event-message.json")));
    QTRY_COMPARE(events.size(), 1);
    QCOMPARE(events.at(0).at(0).toString(), QStringLiteral("private-room.1"));
    QCOMPARE(events.at(0).at(1).toString(), QStringLiteral("App\\Events\\MessageSent"));
    const auto data = events.at(0).at(2).value<JsonValue>();
    QCOMPARE(data["message"]["body"].string().value(), QStringLiteral("hé /"));
}

void PusherClientTest::statement001_prefixOnTheWire()
{
    ScriptedServer server;
    PusherOptions o = options(server.port());
    o.network.pathPrefix = QStringLiteral("/ws/");
    PusherClient client(o, m_authorizer);
    client.connectToServer();
    QTRY_COMPARE(client.state(), ConnectionState::Connected);
    QCOMPARE(server.lastUrl().path(), QStringLiteral("/ws/app/app-key"));
    QVERIFY(server.lastUrl().query().startsWith(QStringLiteral("protocol=7&client=")));
}

void PusherClientTest::statement015_originOnTheWire()
{
    ScriptedServer server;
    PusherOptions o = options(server.port());
    o.network.origin = QStringLiteral("https://chat.example");
    PusherClient client(o, m_authorizer);
    client.connectToServer();
    QTRY_COMPARE(client.state(), ConnectionState::Connected);
    QCOMPARE(server.lastOrigin(), QStringLiteral("https://chat.example"));
}

void PusherClientTest::cutHealsWithNewSocketIdAndAuthorisation()
{
    ScriptedServer server;
    PusherClient client(options(server.port()), m_authorizer);
    QSignalSpy errors(&client, &PusherClient::errorOccurred);
    QSignalSpy states(&client, &PusherClient::stateChanged);
    QSignalSpy retries(&client, &PusherClient::retryScheduled);
    PusherChannel *channel = client.subscribe(QStringLiteral("private-room.1"));
    client.connectToServer();
    QTRY_COMPARE(channel->state(), SubscriptionState::Subscribed);
    const QString before = client.socketId();
    states.clear();

    server.cut();
    QTRY_COMPARE(retries.size(), 1);
    QCOMPARE(states.at(0).at(1).value<ConnectionState>(), ConnectionState::Connecting);
    QCOMPARE(errors.size(), 1);
    QCOMPARE(kindOf(errors), QStringLiteral("Unreachable"));
    QTRY_COMPARE(client.state(), ConnectionState::Connected);
    QTRY_COMPARE(channel->state(), SubscriptionState::Subscribed);
    QVERIFY(client.socketId() != before);
    QCOMPARE(m_authorizer.asked.size(), 2);
    QCOMPARE(m_authorizer.asked.at(1), client.socketId() + QStringLiteral(" private-room.1"));
    QCOMPARE(errors.size(), 1);
}

void PusherClientTest::statement012_refusedByFrameAndCut()
{
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("Refused 4001")));
    ScriptedServer server;
    server.greets = false;
    server.onConnection = [&server](QWebSocket &) {
        server.send(fixture(QStringLiteral("pusher/error-4001-reverb.json")));
        server.cut();
    };
    PusherClient client(options(server.port()), m_authorizer);
    QSignalSpy errors(&client, &PusherClient::errorOccurred);
    QSignalSpy retries(&client, &PusherClient::retryScheduled);
    client.connectToServer();
    QTRY_COMPARE(client.state(), ConnectionState::Disconnected);
    QCOMPARE(errors.size(), 1);
    QCOMPARE(kindOf(errors), QStringLiteral("Refused"));
    QCOMPARE(errors.at(0).at(0).value<Error>().status, 4001);
    QCOMPARE(retries.size(), 0);
}

void PusherClientTest::statement013_refusedByFrameAndClose_data()
{
    QTest::addColumn<bool>("byFrame");
    QTest::addColumn<bool>("byClose");
    QTest::newRow("both") << true << true;
    QTest::newRow("close frame only") << false << true;
    QTest::newRow("error frame only") << true << false;
}

void PusherClientTest::statement013_refusedByFrameAndClose()
{
    QFETCH(bool, byFrame);
    QFETCH(bool, byClose);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("Refused 4001")));
    ScriptedServer server;
    server.greets = false;
    server.onConnection = [&](QWebSocket &socket) {
        if (byFrame)
            server.send(fixture(QStringLiteral("pusher/error-4001-soketi.json")));
        if (byClose)
            socket.close(QWebSocketProtocol::CloseCode(4001),
                         QStringLiteral("App key X does not exist."));
    };
    PusherClient client(options(server.port()), m_authorizer);
    QSignalSpy errors(&client, &PusherClient::errorOccurred);
    client.connectToServer();
    QTRY_COMPARE(client.state(), ConnectionState::Disconnected);
    QTRY_COMPARE(server.open(), 0);
    QCOMPARE(errors.size(), 1);
    QCOMPARE(errors.at(0).at(0).value<Error>().status, 4001);
    QCOMPARE(errors.at(0).at(0).value<Error>().detail, QStringLiteral("App key X does not exist."));
}

void PusherClientTest::statement014_notFoundIsAnHttpErrorAndBacksOff()
{
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("NotFound 404")));
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    connect(&server, &QTcpServer::newConnection, this, [&server] {
        QTcpSocket *const socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket,
                [socket] { socket->write("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"); });
    });
    PusherClient client(options(server.serverPort()), m_authorizer);
    m_random = 0.99; // the second attempt is not part of this
    QSignalSpy errors(&client, &PusherClient::errorOccurred);
    QSignalSpy retries(&client, &PusherClient::retryScheduled);
    client.connectToServer();
    QTRY_COMPARE(retries.size(), 1);
    QCOMPARE(errors.size(), 1);
    QCOMPARE(kindOf(errors), QStringLiteral("NotFound"));
    QCOMPARE(errors.at(0).at(0).value<Error>().status, 404);
    QCOMPARE(client.state(), ConnectionState::Connecting);
}

void PusherClientTest::statement017_quotaWithoutCloseIsClosedByUs()
{
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("Refused 4004")));
    ScriptedServer server; // goes on to serve the connection, as Reverb does
    server.greets = false;
    server.onConnection = [&server](QWebSocket &) {
        server.send(fixture(QStringLiteral("pusher/error-4004-reverb.json")));
    };
    PusherClient client(options(server.port()), m_authorizer);
    client.subscribe(QStringLiteral("public"));
    QSignalSpy errors(&client, &PusherClient::errorOccurred);
    client.connectToServer();
    QTRY_COMPARE(client.state(), ConnectionState::Disconnected);
    QTRY_COMPARE(server.open(), 0);
    QVERIFY(server.frames().isEmpty());
    QCOMPARE(errors.size(), 1);
}

void PusherClientTest::statement020_failsWithoutHost()
{
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("Configuration")));
    PusherOptions o = options(1);
    o.host.clear();
    PusherClient client(o, m_authorizer);
    QSignalSpy errors(&client, &PusherClient::errorOccurred);
    client.connectToServer();
    QCOMPARE(client.state(), ConnectionState::Failed);
    QCOMPARE(errors.size(), 1);
    QCOMPARE(kindOf(errors), QStringLiteral("Configuration"));
}

void PusherClientTest::statement030_noPongDropsAndReconnects()
{
    ScriptedServer server;
    PusherOptions o = options(server.port());
    o.activityTimeout = Milliseconds(60);
    o.pongTimeout = Milliseconds(60);
    PusherClient client(o, m_authorizer);
    QSignalSpy errors(&client, &PusherClient::errorOccurred);
    client.connectToServer();
    QTRY_COMPARE(server.connections(), 2); // the scripted server answers no ping
    QVERIFY(server.events().contains(QStringLiteral("pusher:ping")));
    QCOMPARE(kindOf(errors), QStringLiteral("Timeout"));
}

void PusherClientTest::statement031_pingIsAnswered()
{
    ScriptedServer server;
    PusherClient client(options(server.port()), m_authorizer);
    client.connectToServer();
    QTRY_COMPARE(client.state(), ConnectionState::Connected);
    server.send(R"({"event":"pusher:ping"})");
    QTRY_COMPARE(server.events(), QStringList{QStringLiteral("pusher:pong")});
    QVERIFY(server.frames().at(0).value(QStringLiteral("data")).isObject());
}

// A connection on which nothing happens wakes the program up for its pings alone.
void PusherClientTest::aPingCostsOneTimer()
{
    ScriptedServer server;
    PusherOptions o = options(server.port());
    // A pong that comes later than this, on a busy machine, costs one more.
    o.activityTimeout = Milliseconds(200);
    o.pongTimeout = Milliseconds(200);
    PusherClient client(o, m_authorizer);
    client.connectToServer();
    QTRY_COMPARE(client.state(), ConnectionState::Connected);
    const QList<QTimer *> timers = client.findChildren<QTimer *>(Qt::FindDirectChildrenOnly);
    QCOMPARE(timers.size(), 1);
    QTRY_COMPARE(server.events().size(), 1); // whatever was set before the first ping is over
    QSignalSpy fired(timers.constFirst(), &QTimer::timeout);
    server.send(R"({"event":"pusher:pong"})");
    for (int pings = 2; pings <= 5; ++pings) {
        QTRY_COMPARE(server.events().size(), pings);
        QCOMPARE(fired.size(), pings - 1);
        server.send(R"({"event":"pusher:pong"})");
    }
}

void PusherClientTest::statement035_silentServerTimesOut()
{
    ScriptedServer server;
    server.greets = false;
    PusherOptions o = options(server.port());
    o.network.connectTimeout = Milliseconds(80);
    PusherClient client(o, m_authorizer);
    QSignalSpy errors(&client, &PusherClient::errorOccurred);
    client.connectToServer();
    QTRY_COMPARE(errors.size(), 1);
    QCOMPARE(kindOf(errors), QStringLiteral("Timeout"));
    server.greets = true;
    QTRY_COMPARE(client.state(), ConnectionState::Connected);
}

void PusherClientTest::silentTcpServerTimesOut()
{
    QTcpServer server; // accepts, and never answers the upgrade
    QVERIFY(server.listen(QHostAddress::LocalHost));
    PusherOptions o = options(server.serverPort());
    o.network.connectTimeout = Milliseconds(80);
    o.unavailableTimeout = Milliseconds(100);
    PusherClient client(o, m_authorizer);
    QSignalSpy errors(&client, &PusherClient::errorOccurred);
    client.connectToServer();
    QTRY_COMPARE(errors.size(), 1);
    QCOMPARE(kindOf(errors), QStringLiteral("Timeout"));
    QTRY_COMPARE(client.state(), ConnectionState::Unavailable);
}

void PusherClientTest::refusedConnectionIsReportedOnceAnAttempt()
{
    quint16 freePort = 0;
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        freePort = server.serverPort();
    }
    PusherClient client(options(freePort), m_authorizer);
    QSignalSpy errors(&client, &PusherClient::errorOccurred);
    QSignalSpy retries(&client, &PusherClient::retryScheduled);
    client.connectToServer();
    QTRY_COMPARE(retries.size(), 2);
    QCOMPARE(errors.size(), 2);
    QCOMPARE(kindOf(errors), QStringLiteral("Unreachable"));
}

void PusherClientTest::statement070_malformedFrameKeepsTheConnection()
{
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("malformed frame")));
    ScriptedServer server;
    PusherClient client(options(server.port()), m_authorizer);
    QSignalSpy errors(&client, &PusherClient::errorOccurred);
    QSignalSpy events(&client, &PusherClient::eventReceived);
    client.connectToServer();
    QTRY_COMPARE(client.state(), ConnectionState::Connected);
    server.send("{half a frame");
    QTRY_COMPARE(errors.size(), 1);
    QCOMPARE(kindOf(errors), QStringLiteral("BadResponse"));
    server.send(R"({"event":"still-here","data":{}})");
    QTRY_COMPARE(events.size(), 1);
    QCOMPARE(server.connections(), 1);
}

void PusherClientTest::statement080_staleAuthorisationIsDropped()
{
    struct SlowAuthorizer : ChannelAuthorizer
    {
        QList<Done> waiting;
        void authorize(const QString &, const QString &, QObject *, Done done) override
        {
            waiting.append(std::move(done));
        }
    } slow;
    ScriptedServer server;
    PusherClient client(options(server.port()), slow);
    client.subscribe(QStringLiteral("private-room.1"));
    client.connectToServer();
    QTRY_COMPARE(slow.waiting.size(), 1);
    server.cut();
    QTRY_COMPARE(slow.waiting.size(), 2);
    slow.waiting.at(0)(ChannelAuthorization{QStringLiteral("key:old"), {}, {}});
    slow.waiting.at(1)(ChannelAuthorization{QStringLiteral("key:new"), {}, {}});
    QTRY_COMPARE(client.subscriptionState(QStringLiteral("private-room.1")),
                 SubscriptionState::Subscribed);
    QCOMPARE(server.frames().size(), 1);
    QCOMPARE(server.frames().at(0)[QStringLiteral("data")][QStringLiteral("auth")].toString(),
             QStringLiteral("key:new"));
}

void PusherClientTest::statement091_deniedChannelFails()
{
    m_authorizer.refusal = Error::make(Error::Kind::Forbidden, QStringLiteral("denied"), 403);
    ScriptedServer server;
    PusherClient client(options(server.port()), m_authorizer);
    QSignalSpy failures(&client, &PusherClient::subscriptionFailed);
    QSignalSpy changes(&client, &PusherClient::subscriptionChanged);
    PusherChannel *channel = client.subscribe(QStringLiteral("private-room.1"));
    QSignalSpy channelFailures(channel, &PusherChannel::subscriptionFailed);
    client.connectToServer();
    QTRY_COMPARE(failures.size(), 1);
    QCOMPARE(failures.at(0).at(1).value<Error>().status, 403);
    QCOMPARE(channelFailures.size(), 1);
    QCOMPARE(changes.last().at(1).value<SubscriptionState>(), SubscriptionState::Failed);
    QVERIFY(server.frames().isEmpty());
    QCOMPARE(client.state(), ConnectionState::Connected);

    m_authorizer.refusal.reset();
    client.subscribe(QStringLiteral("private-room.1"));
    QTRY_COMPARE(channel->state(), SubscriptionState::Subscribed);
}

void PusherClientTest::statement114_clientEventGoesOut()
{
    ScriptedServer server;
    PusherClient client(options(server.port()), m_authorizer);
    const QString room = QStringLiteral("private-room.1");
    client.subscribe(room);
    QVERIFY(!client.trigger(room, QStringLiteral("client-typing"), QByteArray("{}")));
    client.connectToServer();
    QTRY_COMPARE(client.subscriptionState(room), SubscriptionState::Subscribed);
    QVERIFY(client.trigger(room, QStringLiteral("client-typing"),
                           QJsonObject{{QStringLiteral("id"), 7}}));
    QTRY_VERIFY(server.events().contains(QStringLiteral("client-typing")));
    const QJsonObject frame = server.frames().last();
    QCOMPARE(frame.value(QStringLiteral("channel")).toString(), room);
    QCOMPARE(frame.value(QStringLiteral("data")).toObject().value(QStringLiteral("id")).toInt(), 7);
}

void PusherClientTest::restartCodeReconnects_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("errorsExpected");
    QTest::newRow("4200 restart") << 4200 << 0;
    QTest::newRow("1000 goodbye") << 1000 << 0;
    QTest::newRow("1001 going away") << 1001 << 0;
    QTest::newRow("4100 over capacity") << 4100 << 1;
    QTest::newRow("1011 internal error") << 1011 << 1;
}

void PusherClientTest::restartCodeReconnects()
{
    QFETCH(int, code);
    QFETCH(int, errorsExpected);
    ScriptedServer server;
    PusherClient client(options(server.port()), m_authorizer);
    QSignalSpy errors(&client, &PusherClient::errorOccurred);
    client.connectToServer();
    QTRY_COMPARE(client.state(), ConnectionState::Connected);
    const QString before = client.socketId();
    server.closeAll(code, QStringLiteral("soon back"));
    QTRY_VERIFY(client.state() == ConnectionState::Connected && client.socketId() != before);
    QCOMPARE(errors.size(), errorsExpected);
    if (errorsExpected > 0)
        QCOMPARE(errors.at(0).at(0).value<Error>().status, code);
}

void PusherClientTest::statement023_disconnectSaysGoodbyeAndStays()
{
    ScriptedServer server;
    bool gone = false;
    bool cut = false;
    server.onConnection = [&gone, &cut](QWebSocket &socket) {
        connect(&socket, &QWebSocket::disconnected, &socket, [&gone] { gone = true; });
        connect(&socket, webSocketErrorSignal<QWebSocket, QAbstractSocket::SocketError>(), &socket,
                [&cut] { cut = true; });
    };
    PusherClient client(options(server.port()), m_authorizer);
    client.connectToServer();
    QTRY_COMPARE(client.state(), ConnectionState::Connected);
    client.disconnectFromServer();
    QCOMPARE(client.state(), ConnectionState::Disconnected);
    QVERIFY(client.socketId().isEmpty());
    QTRY_VERIFY(gone);
    QVERIFY(!cut); // a close frame came first
    client.retryNow();
    client.networkBecameAvailable();
    QCOMPARE(client.state(), ConnectionState::Disconnected);
    QVERIFY(!client.findChild<QTimer *>()->isActive());
    client.connectToServer();
    QTRY_COMPARE(client.state(), ConnectionState::Connected);
}

void PusherClientTest::retryNowShortensTheWait()
{
    ScriptedServer server;
    PusherClient client(options(server.port()), m_authorizer);
    QSignalSpy retries(&client, &PusherClient::retryScheduled);
    client.connectToServer();
    QTRY_COMPARE(client.state(), ConnectionState::Connected);
    m_random = 0.9;
    server.cut();
    QTRY_COMPARE(retries.size(), 1);
    QCOMPARE(retries.at(0).at(0).value<Milliseconds>(), Milliseconds(2700));
    m_random = 0.05;
    client.retryNow();
    QCOMPARE(retries.size(), 2);
    QCOMPARE(retries.at(1).at(0).value<Milliseconds>(), Milliseconds(50));
    QTRY_COMPARE_WITH_TIMEOUT(client.state(), ConnectionState::Connected, 2000);
}

void PusherClientTest::historyKeepsTheLastHundred()
{
    ScriptedServer server;
    PusherClient client(options(server.port()), m_authorizer);
    QSignalSpy events(&client, &PusherClient::eventReceived);
    client.connectToServer();
    QTRY_COMPARE(client.state(), ConnectionState::Connected);
    for (int i = 0; i < 130; ++i)
        server.send(R"({"event":"e)" + QByteArray::number(i) + R"(","data":{}})");
    QTRY_COMPARE(events.size(), 130);
    const auto history = client.history();
    QCOMPARE(history.size(), 100);
    QCOMPARE(history.first().name, QStringLiteral("e30"));
    QCOMPARE(history.last().name, QStringLiteral("e129"));
    QCOMPARE(history.last().size, 26);
    QVERIFY(history.last().time.isValid());
}

void PusherClientTest::channelObjectFollowsItsChannel()
{
    ScriptedServer server;
    PusherClient client(options(server.port()), m_authorizer);
    client.connectToServer();
    PusherChannel *channel = client.subscribe(QStringLiteral("private-room.1"));
    QCOMPARE(client.subscribe(QStringLiteral("private-room.1")), channel);
    QSignalSpy subscribed(channel, &PusherChannel::subscribed);
    QSignalSpy events(channel, &PusherChannel::eventReceived);
    QTRY_COMPARE(subscribed.size(), 1);
    server.send(fixture(QStringLiteral("pusher/event-message.json")));
    QTRY_COMPARE(events.size(), 2); // subscription_succeeded is one too
    QVERIFY(channel->trigger(QStringLiteral("client-a"), QJsonObject{{QStringLiteral("n"), 1}}));
    QVERIFY(channel->trigger(QStringLiteral("client-b"), QByteArray("{}")));
    QTRY_VERIFY(server.events().contains(QStringLiteral("client-b")));
    QSignalSpy destroyed(channel, &QObject::destroyed);
    channel->unsubscribe();
    QVERIFY(!client.channel(QStringLiteral("private-room.1")));
    QTRY_COMPARE(destroyed.size(), 1);
    QTRY_VERIFY(server.events().contains(QStringLiteral("pusher:unsubscribe")));
}

void PusherClientTest::unsubscribeAndSubscribeInOneSlotKeepsTheChannel()
{
    ScriptedServer server;
    PusherClient client(options(server.port()), m_authorizer);
    const QString room = QStringLiteral("private-room.1");
    QPointer<PusherChannel> channel = client.subscribe(room);
    int times = 0;
    connect(channel, &PusherChannel::subscribed, &client, [&] {
        if (++times > 1)
            return;
        client.unsubscribe(room);
        QCOMPARE(client.subscribe(room), channel.data());
    });
    client.connectToServer();
    QTRY_COMPARE(times, 2);
    QCOMPARE(client.channel(room), channel.data());
    QCOMPARE(client.subscriptionState(room), SubscriptionState::Subscribed);
}

void PusherClientTest::destroyedWhileSubscribing()
{
    auto *client = new PusherClient(options(1), m_authorizer);
    connect(client, &PusherClient::subscriptionFailed, this, [client] { delete client; });
    // A name that is refused fails before the call returns.
    QVERIFY(client->subscribe(QStringLiteral("#mine")) == nullptr);
}

void PusherClientTest::destroyedInItsOwnSlots_data()
{
    QTest::addColumn<QString>("where");
    for (const char *where :
         {"stateChanged", "connected", "eventReceived", "channel event", "subscriptionChanged",
          "subscribed", "errorOccurred", "retryScheduled", "lost"})
        QTest::newRow(where) << QString::fromLatin1(where);
}

void PusherClientTest::destroyedInItsOwnSlots()
{
    QFETCH(QString, where);
    ScriptedServer server;
    auto *client = new PusherClient(options(server.port()), m_authorizer);
    const QPointer<PusherClient> alive(client);
    const auto destroy = [&client] { delete std::exchange(client, nullptr); };
    PusherChannel *channel = client->subscribe(QStringLiteral("public"));
    if (where == QLatin1String("stateChanged"))
        connect(client, &PusherClient::stateChanged, this, destroy);
    if (where == QLatin1String("connected"))
        connect(client, &PusherClient::connected, this, destroy);
    if (where == QLatin1String("eventReceived"))
        connect(client, &PusherClient::eventReceived, this, destroy);
    if (where == QLatin1String("channel event"))
        connect(channel, &PusherChannel::eventReceived, this, destroy);
    if (where == QLatin1String("subscriptionChanged"))
        connect(client, &PusherClient::subscriptionChanged, this, destroy);
    if (where == QLatin1String("subscribed"))
        connect(channel, &PusherChannel::subscribed, this, destroy);
    if (where == QLatin1String("errorOccurred"))
        connect(client, &PusherClient::errorOccurred, this, destroy);
    if (where == QLatin1String("retryScheduled"))
        connect(client, &PusherClient::retryScheduled, this, destroy);
    if (where == QLatin1String("lost")) {
        connect(client, &PusherClient::stateChanged, this,
                [&](ConnectionState previous, ConnectionState) {
                    if (previous == ConnectionState::Connected)
                        destroy();
                });
    }
    client->connectToServer();
    if (client)
        connect(client, &PusherClient::subscriptionChanged, &server,
                [&server](const QString &, SubscriptionState s) {
                    if (s == SubscriptionState::Subscribed)
                        QMetaObject::invokeMethod(&server, &ScriptedServer::cut,
                                                  Qt::QueuedConnection);
                });
    QTRY_VERIFY(!alive);
}

void PusherClientTest::twoHundredCyclesLeaveNothing()
{
    ScriptedServer server;
    const auto cycle = [this, &server](int i) {
        PusherClient client(options(server.port()), m_authorizer);
        client.subscribe(QStringLiteral("private-room.1"));
        client.connectToServer();
        // Some go in the midst of it.
        if (i % 3 == 0)
            QTRY_COMPARE(client.subscriptionState(QStringLiteral("private-room.1")),
                         SubscriptionState::Subscribed);
        else if (i % 3 == 1)
            QTRY_COMPARE(client.state(), ConnectionState::Connected);
        else
            QCoreApplication::processEvents();
        QVERIFY(client.findChildren<QObject *>().size() < 20);
    };
    const auto settle = [&server] {
        QTRY_COMPARE(server.findChildren<QWebSocket *>(Qt::FindDirectChildrenOnly).size(), 0);
    };
    cycle(0);
    settle();
    const int before = openDescriptors();
    for (int i = 0; i < 200; ++i)
        cycle(i);
    settle();
    QTRY_COMPARE(openDescriptors(), before);
}

SUHBAT_TEST(PusherClientTest, Core)
#include "tst_pusher_client.moc"
