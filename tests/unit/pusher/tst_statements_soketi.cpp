// Section F: what soketi sends, in its own captured words and at its times.
#include "MachineDriver.h"
#include "support/TestProgram.h"

#include <QTest>

using namespace suhbat;
using namespace suhbat::pusher;
using namespace std::chrono_literals;
using suhbat::test::MachineDriver;

class StatementsSoketiTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        test::failOnAnyWarning();
        m_random = 0.5;
        m_options = test::machineOptions(m_random);
    }
    void statement059_soketiSendsSomethingInTime();
    void statement061_nameRefusedFailsTheChannelOnly();
    void statement062_refusedClientEventsNameTheirChannel();
    void statement063_stopIsARestart();
    void statement064_notSignedInIsARefusal_data();
    void statement064_notSignedInIsARefusal();
    void statement065_dataIsAlwaysAnObject();
    void statement066_presenceLimitsFailTheChannelOnly_data();
    void statement066_presenceLimitsFailTheChannelOnly();

private:
    PusherOptions m_options;
    double m_random = 0;
};

namespace {

const QString limits = QStringLiteral("limits");
const QString tooLongName(50, u'y');

} // namespace

void StatementsSoketiTest::statement059_soketiSendsSomethingInTime()
{
    MachineDriver d(m_options);
    d.answersPings = R"({"event":"pusher:pong","data":{}})";
    d.connect();
    d.open();
    const auto steps =
        test::capture(QStringLiteral("ping"), QStringLiteral("soketi silent, no channel"));
    QCOMPARE(steps.last().closeCode, 4201);
    QCOMPARE(steps.last().at, Milliseconds(120000));
    d.text(steps.first().text);
    d.pass(10min);
    QCOMPARE(d.machine.state(), ConnectionState::Connected);
    // Each of our pings makes it send a pong, and that is what starts its 120 s anew.
    QVERIFY(d.longestSilence() < steps.last().at);
    QVERIFY(d.sentEvents().count(QStringLiteral("pusher:ping")) >= 19);
    d.clear();
    d.ended(steps.last().closeCode); // had it closed all the same
    QVERIFY(d.errors().isEmpty());
    QCOMPARE(d.last<RetryScheduled>().delay, Milliseconds(500));
}

void StatementsSoketiTest::statement061_nameRefusedFailsTheChannelOnly()
{
    const QString spaced = QStringLiteral("private-a b");
    MachineDriver d(m_options);
    d.subscribe(tooLongName);
    d.subscribe(spaced);
    d.subscribe(QString());
    d.establish();
    d.authorize();
    QCOMPARE(d.machine.subscriptions().state(QString()), SubscriptionState::Failed); // locally
    d.clear();
    d.play(
        test::capture(limits, QStringLiteral("soketi limits: event name, payload, channel name")));
    QCOMPARE(d.machine.subscriptions().state(tooLongName), SubscriptionState::Failed);
    const auto change = d.last<SubscriptionChanged>();
    QCOMPARE(change.channel, tooLongName);
    QCOMPARE(change.error->status, 4009);
    QCOMPARE(toString(change.error->kind), QStringLiteral("Refused"));
    d.file(QStringLiteral("subscription-error-name-soketi"));
    QCOMPARE(d.machine.subscriptions().state(spaced), SubscriptionState::Failed);
    QCOMPARE(d.machine.state(), ConnectionState::Connected); // 4009 of a channel refuses no client
    QCOMPARE(d.count<DropSocket>(), 0);

    MachineDriver reverb(m_options); // takes any name
    reverb.subscribe(spaced);
    reverb.establish();
    reverb.authorize();
    reverb.text(R"({"event":"pusher_internal:subscription_succeeded","data":"{}",)"
                R"("channel":"private-a b"})");
    QCOMPARE(reverb.machine.subscriptions().state(spaced), SubscriptionState::Subscribed);
}

void StatementsSoketiTest::statement062_refusedClientEventsNameTheirChannel()
{
    const QString room = QStringLiteral("x");
    MachineDriver d(m_options);
    d.subscribe(room);
    d.establish();
    d.clear();
    d.play(test::capture(limits, QStringLiteral("soketi client event rate limit 2/s, 4 sent")));
    QCOMPARE(d.errors(), QStringList(2, QStringLiteral("RateLimited 4301")));
    QVERIFY(d.last<ErrorOccurred>().error.detail.startsWith(QStringLiteral("x: ")));
    QCOMPARE(d.machine.state(), ConnectionState::Connected);
    QCOMPARE(d.machine.subscriptions().state(room), SubscriptionState::Subscribed);
    QVERIFY(!d.machine.clientEvent(room, QStringLiteral("client-a"), "{}", d.now));
}

void StatementsSoketiTest::statement063_stopIsARestart()
{
    MachineDriver d(m_options);
    d.connect();
    d.open();
    d.play(test::capture(limits, QStringLiteral("SIGTERM to soketi")));
    QCOMPARE(d.errors(), QStringList{QStringLiteral("Server 4200")}); // the frame's, not the code's
    QCOMPARE(d.states().last(), QStringLiteral("connecting"));
    QCOMPARE(d.last<RetryScheduled>().delay, Milliseconds(500));
}

void StatementsSoketiTest::statement064_notSignedInIsARefusal_data()
{
    QTest::addColumn<QString>("title");
    QTest::newRow("too late") << QStringLiteral(
        "soketi: connection not signed in within userAuthenticationTimeout=2.5 s");
    QTest::newRow("bad signature") << QStringLiteral("soketi: bad signin");
    QTest::newRow("terminated") << QStringLiteral("soketi terminate_connections");
}

void StatementsSoketiTest::statement064_notSignedInIsARefusal()
{
    QFETCH(QString, title);
    MachineDriver d(m_options);
    d.connect();
    d.open();
    if (title.endsWith(QLatin1String("terminate_connections")))
        d.file(QStringLiteral("established-soketi"));
    d.play(test::capture(limits, title));
    QVERIFY(d.states().contains(QStringLiteral("connected")));
    QCOMPARE(d.machine.state(), ConnectionState::Disconnected);
    QCOMPARE(d.errors(), QStringList(2, QStringLiteral("Refused 4009")));
    QVERIFY(!d.machine.deadline());
}

void StatementsSoketiTest::statement065_dataIsAlwaysAnObject()
{
    MachineDriver d(m_options);
    d.subscribe(QStringLiteral("public"));
    d.subscribe(QStringLiteral("private-a"));
    d.subscribe(QStringLiteral("presence-a"));
    d.establish();
    QList<Authorize> asked;
    for (const Action &action : d.actions) {
        if (const auto *one = std::get_if<Authorize>(&action))
            asked.append(*one);
    }
    QCOMPARE(asked.size(), 2);
    for (const Authorize &one : asked)
        d.take(d.machine.authorized(
            one.channel, one.generation,
            ChannelAuthorization{QStringLiteral("k:s"), QStringLiteral("{\"user_id\":\"1\"}"), {}},
            d.now));
    d.text(R"({"event":"pusher_internal:subscription_succeeded","channel":"public"})");
    d.text(R"({"event":"pusher:ping"})");
    for (const char *bad : {R"("{}")", "[]", "1", "null", "", R"({"a":1},"b":{)"})
        QVERIFY(!d.machine.clientEvent(QStringLiteral("public"), QStringLiteral("client-a"), bad,
                                       d.now));
    const auto event =
        d.machine.clientEvent(QStringLiteral("public"), QStringLiteral("client-a"), "{}", d.now);
    QVERIFY(event);
    d.take({SendText{*event}});
    d.unsubscribe(QStringLiteral("public"));
    d.pass(30s);
    QCOMPARE(d.sentEvents(),
             (QStringList{QStringLiteral("pusher:subscribe"), QStringLiteral("pusher:subscribe"),
                          QStringLiteral("pusher:subscribe"), QStringLiteral("pusher:pong"),
                          QStringLiteral("client-a"), QStringLiteral("pusher:unsubscribe"),
                          QStringLiteral("pusher:ping")}));
    for (const QJsonObject &frame : d.sent())
        QVERIFY(frame.value(QStringLiteral("data")).isObject());
}

void StatementsSoketiTest::statement066_presenceLimitsFailTheChannelOnly_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("kind");
    QTest::newRow("100 members") << 4100 << "Refused";
    QTest::newRow("2 kB a member") << 4301 << "RateLimited";
}

void StatementsSoketiTest::statement066_presenceLimitsFailTheChannelOnly()
{
    QFETCH(int, status);
    QFETCH(QString, kind);
    const QString room = QStringLiteral("presence-w");
    MachineDriver d(m_options);
    d.subscribe(room);
    d.establish();
    d.authorize(
        ChannelAuthorization{QStringLiteral("k:s"), QStringLiteral("{\"user_id\":\"1\"}"), {}});
    d.clear();
    d.text(QStringLiteral(R"({"event":"pusher:subscription_error","channel":"presence-w","data":)"
                          R"({"type":"LimitReached","error":"too much","status":%1}})")
               .arg(status)
               .toUtf8());
    QCOMPARE(d.machine.subscriptions().state(room), SubscriptionState::Failed);
    QCOMPARE(d.last<SubscriptionChanged>().error->status, status);
    QCOMPARE(toString(d.last<SubscriptionChanged>().error->kind), kind);
    QCOMPARE(d.events(), QStringList{QStringLiteral("pusher:subscription_error")});
    QCOMPARE(d.machine.state(), ConnectionState::Connected);
}

SUHBAT_TEST(StatementsSoketiTest, Core)
#include "tst_statements_soketi.moc"
