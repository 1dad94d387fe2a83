#include "pusher/PusherClient.h"
#include "ScriptedServer.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QWebSocket>

using namespace suhbat;
using namespace suhbat::pusher;
using suhbat::test::ScriptedServer;

namespace suhbat::pusher {

class NoAuthorizer : public ChannelAuthorizer
{
public:
    void authorize(const QString &, const QString &, QObject *context, Done done) override
    {
        QMetaObject::invokeMethod(
            context,
            [done = std::move(done)] {
                done(ChannelAuthorization{QStringLiteral("key:") + QString(64, u'a'), {}, {}});
            },
            Qt::QueuedConnection);
    }
};

} // namespace suhbat::pusher

// What is counted and kept of a connection, for the diagnostics page and the tools.
class MetricsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void pongsAreMeasured();
    void otherFramesAreNoPongs();
    void timelineIsBounded();
    void namesAreBounded();
    void secretsAreMasked();
    void frameAndByteCounts();
    void cutIsTold();
    void jsonHasEverything();

private:
    Clock clock() const;
    PusherOptions options(const ScriptedServer &server) const;

    Instant m_now{};
    QDateTime m_wall;
};

void MetricsTest::init()
{
    test::failOnAnyWarning();
    m_now = Instant(std::chrono::hours(1));
    m_wall = QDateTime::fromString(QStringLiteral("2026-02-01T08:15:00Z"), Qt::ISODate);
}

Clock MetricsTest::clock() const
{
    Clock clock;
    clock.steady = [this] { return m_now; };
    clock.wall = [this] { return m_wall; };
    return clock;
}

PusherOptions MetricsTest::options(const ScriptedServer &server) const
{
    PusherOptions options;
    options.tls = false;
    options.host = QStringLiteral("127.0.0.1");
    options.port = server.port();
    options.appKey = QStringLiteral("key");
    options.random = [] { return 0.0; };
    return options;
}

void MetricsTest::pongsAreMeasured()
{
    ConnectionLog log(clock());
    for (const int milliseconds : {20, 40}) {
        log.frameSent(R"({"event":"pusher:ping","data":{}})");
        m_now += Milliseconds(milliseconds);
        log.frameReceived(R"({"event":"pusher:pong"})");
    }
    // A pong that nobody asked for measures nothing.
    log.frameReceived(R"({"event":"pusher:pong"})");
    const Metrics m = log.metrics();
    QCOMPARE(m.pings, 2U);
    QCOMPARE(m.pongs, 2U);
    QCOMPARE(m.lastLatency->count(), 40000);
    QCOMPARE(m.worstLatency->count(), 40000);
    QCOMPARE(m.averageLatency()->count(), 30000);
    QCOMPARE(m.framesOut, 2U);
    QCOMPARE(m.framesIn, 3U);
}

void MetricsTest::otherFramesAreNoPongs()
{
    ConnectionLog log(clock());
    log.frameSent(R"({"event":"pusher:ping","data":{}})");
    m_now += Milliseconds(5);
    log.frameReceived(R"({"event":"m","channel":"c","data":"{}"})");
    m_now += Milliseconds(5);
    log.frameReceived(R"({"event":"pusher:pong","data":{}})");
    QCOMPARE(log.metrics().lastLatency->count(), 10000);

    // Of a connection that is gone no pong comes any more.
    log.frameSent(R"({"event":"pusher:ping","data":{}})");
    log.handshakeDone(QStringLiteral("1.1"));
    log.frameReceived(R"({"event":"pusher:pong","data":{}})");
    QCOMPARE(log.metrics().pongs, 1U);
}

void MetricsTest::timelineIsBounded()
{
    ConnectionLog log(clock());
    for (int i = 0; i < 1000; ++i)
        log.retryScheduled(Milliseconds(i));
    const auto timeline = log.timeline();
    QCOMPARE(timeline.size(), ConnectionLog::timelineCapacity);
    QCOMPARE(timeline.first().text, QStringLiteral("next attempt in 800 ms"));
    QCOMPARE(timeline.last().text, QStringLiteral("next attempt in 999 ms"));
}

void MetricsTest::namesAreBounded()
{
    ConnectionLog log(clock());
    const QString endless(100000, u'x');
    for (int i = 0; i < 150; ++i)
        log.event({endless, endless, {}, {}, 12});
    log.error({Error::make(Error::Kind::Refused, endless, 4001)});
    log.subscription(
        {endless, SubscriptionState::Failed, Error::make(Error::Kind::Forbidden, endless, 403)});
    QCOMPARE(log.metrics().events, 150U);
    QCOMPARE(log.events().size(), EventHistory::capacity);
    for (const EventRecord &record : log.events())
        QVERIFY(record.channel.size() <= 200 && record.name.size() <= 200);
    for (const TimelineEntry &entry : log.timeline())
        QVERIFY(entry.text.size() <= ConnectionLog::longestText);
}

void MetricsTest::secretsAreMasked()
{
    ConnectionLog log(clock());
    const QString signature(64, u'b');
    log.error({Error::make(Error::Kind::Refused,
                           QStringLiteral("bad auth demo-key:%1\nBearer 7|secret").arg(signature),
                           4009)});
    const QString text = log.timeline().constFirst().text;
    QVERIFY2(!text.contains(signature) && !text.contains(QLatin1String("7|secret")),
             qPrintable(text));
    QVERIFY(!text.contains(u'\n'));

    // A secret that the cut goes through is none the less one.
    const QString padding(ConnectionLog::longestName - 20, u'x');
    log.event({padding + QStringLiteral(" key:") + signature,
               QStringLiteral("client-x?token=7|secret\n&a=1"),
               {},
               {},
               12});
    const EventRecord record = log.events().constFirst();
    QCOMPARE(record.name, QStringLiteral("client-x?token=*** &a=1"));
    QVERIFY2(!record.channel.contains(QLatin1String("bbb")), qPrintable(record.channel));
    const QByteArray told =
        QJsonDocument(diagnosticsJson(log.metrics(), {}, log.events())).toJson();
    QVERIFY(!told.contains("secret") && !told.contains("bbb"));
}

void MetricsTest::frameAndByteCounts()
{
    ScriptedServer server;
    NoAuthorizer authorizer;
    PusherClient client(options(server), authorizer);
    client.subscribe(QStringLiteral("private-a"));
    client.connectToServer();
    QTRY_COMPARE(client.subscriptionState(QStringLiteral("private-a")),
                 SubscriptionState::Subscribed);
    const Metrics before = client.metrics();
    QCOMPARE(before.attempts, 1U);
    QCOMPARE(before.socketsOpened, 1U);
    QCOMPARE(before.connections, 1U);
    QCOMPARE(before.framesOut, 1U); // the subscription
    QVERIFY(before.bytesOut > 64);

    const QByteArray event = R"({"event":"m","channel":"private-a","data":"{}"})";
    server.send(event);
    server.send(R"({"event":"m","channel":"private-left","data":"{}"})");
    server.send(R"({"event":"pusher_internal:member_added","channel":"presence-x","data":{}})");
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("malformed frame")));
    server.send("{no json");
    QTRY_COMPARE(client.metrics().framesIn, before.framesIn + 4);
    const Metrics after = client.metrics();
    QCOMPARE(after.malformedFrames, 1U);
    QCOMPARE(after.droppedFrames, 2U);
    QCOMPARE(after.events, before.events + 1);
    QVERIFY(after.bytesIn > before.bytesIn + quint64(event.size()));
    client.disconnectFromServer();
}

void MetricsTest::cutIsTold()
{
    ScriptedServer server;
    NoAuthorizer authorizer;
    PusherClient client(options(server), authorizer);
    client.connectToServer();
    QTRY_COMPARE(client.metrics().connections, 1U);
    server.cut();
    QTRY_COMPARE(client.metrics().connections, 2U);
    QCOMPARE(client.metrics().reconnects(), 1U);
    QStringList lines;
    for (const TimelineEntry &entry : client.timeline())
        lines += nameOf(entry.kind) + QStringLiteral(": ") + entry.text;
    const QString told = lines.join(u'\n');
    for (const char *const part : {"state: initialized -> connecting\n", "socket: WebSocket open\n",
                                   "socket: socket_id ", "state: connecting -> connected\n",
                                   "error: Unreachable 0: ", "state: connected -> connecting\n",
                                   "retry: next attempt in 0 ms\n"})
        QVERIFY2(told.contains(QLatin1String(part)), qPrintable(told));
    client.disconnectFromServer();
}

void MetricsTest::jsonHasEverything()
{
    ConnectionLog log(clock());
    log.frameSent(R"({"event":"pusher:ping","data":{}})");
    m_now += Milliseconds(25);
    log.frameReceived(R"({"event":"pusher:pong"})");
    log.stateChanged({ConnectionState::Connecting, ConnectionState::Connected});
    log.event({QStringLiteral("private-a"), QStringLiteral("m"), {}, {}, 48});
    const QJsonObject json = diagnosticsJson(log.metrics(), log.timeline(), log.events());
    const QJsonObject metrics = json[QStringLiteral("metrics")].toObject();
    QCOMPARE(metrics[QStringLiteral("lastLatency")].toDouble(), 25.0);
    QCOMPARE(metrics[QStringLiteral("events")].toInt(), 1);
    QCOMPARE(metrics.size(), 17);
    const QJsonObject line = json[QStringLiteral("timeline")].toArray().at(0).toObject();
    QCOMPARE(line[QStringLiteral("time")].toString(), QStringLiteral("2026-02-01T08:15:00.000Z"));
    QCOMPARE(line[QStringLiteral("kind")].toString(), QStringLiteral("state"));
    QCOMPARE(line[QStringLiteral("text")].toString(), QStringLiteral("connecting -> connected"));
    const QJsonObject record = json[QStringLiteral("events")].toArray().at(0).toObject();
    QCOMPARE(record[QStringLiteral("event")].toString(), QStringLiteral("m"));
    QCOMPARE(record[QStringLiteral("size")].toInt(), 48);
}

SUHBAT_TEST(MetricsTest, Core)
#include "tst_metrics.moc"
