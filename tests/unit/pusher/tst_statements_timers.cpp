// Section C: timers and retries, on a fake clock.
#include "MachineDriver.h"
#include "support/TestProgram.h"

#include <QTest>

using namespace suhbat;
using namespace suhbat::pusher;
using namespace std::chrono_literals;
using suhbat::test::MachineDriver;

class StatementsTimersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        test::failOnAnyWarning();
        m_random = 0.5;
        m_options = test::machineOptions(m_random);
    }
    void statement029_pingAfterSilence();
    void statement030_noPongDropsAndReconnects();
    void statement031_pingIsAnswered();
    void statement032_anyPongCounts();
    void statement033_failuresGrowToACap();
    void statement033_successResetsTheCount();
    void statement034_cutRetriesWithinThreeSeconds();
    void statement035_attemptTimesOut();
    void statement036_restartsGrowWithoutErrors();

private:
    PusherOptions m_options;
    double m_random = 0;
};

void StatementsTimersTest::statement029_pingAfterSilence()
{
    MachineDriver d(m_options);
    d.establish(); // the server says 30 s
    d.clear();
    d.pass(29s);
    d.text(R"({"event":"anything"})");
    d.pass(29s);
    QVERIFY(d.sentEvents().isEmpty());
    d.pass(1s);
    QCOMPARE(d.sentEvents(), QStringList{QStringLiteral("pusher:ping")});
    QVERIFY(d.sent().at(0).value(QStringLiteral("data")).isObject());

    m_options.activityTimeout = 10s; // ours is the shorter one
    MachineDriver shorter(m_options);
    shorter.establish();
    shorter.pass(10s);
    QCOMPARE(shorter.sentEvents(), QStringList{QStringLiteral("pusher:ping")});
}

void StatementsTimersTest::statement030_noPongDropsAndReconnects()
{
    MachineDriver d(m_options);
    d.establish();
    d.pass(30s);
    d.clear();
    d.pass(29999ms);
    QCOMPARE(d.machine.state(), ConnectionState::Connected);
    d.pass(1ms);
    QCOMPARE(d.count<DropSocket>(), 1);
    QCOMPARE(d.errors(), QStringList{QStringLiteral("Timeout 0")});
    QCOMPARE(d.last<RetryScheduled>().delay, Milliseconds(1500));
}

void StatementsTimersTest::statement031_pingIsAnswered()
{
    MachineDriver d(m_options);
    d.establish();
    d.clear();
    d.text(R"({"event":"pusher:ping"})");
    QCOMPARE(d.sentEvents(), QStringList{QStringLiteral("pusher:pong")});
    QVERIFY(d.sent().at(0).value(QStringLiteral("data")).isObject());
    QVERIFY(!d.sent().at(0).contains(QStringLiteral("channel")));
    QVERIFY(d.events().isEmpty());
}

void StatementsTimersTest::statement032_anyPongCounts()
{
    for (const char *pong : {R"({"event":"pusher:pong"})", R"({"event":"pusher:pong","data":{}})",
                             R"({"event":"something else"})", "not even JSON"}) {
        MachineDriver d(m_options);
        d.establish();
        d.pass(31s);
        d.text(pong);
        d.pass(29900ms);
        QCOMPARE(d.machine.state(), ConnectionState::Connected);
        QCOMPARE(d.sentEvents().size(), 1);
    }
}

void StatementsTimersTest::statement033_failuresGrowToACap()
{
    MachineDriver d(m_options);
    d.connect();
    QList<qint64> delays;
    for (int i = 0; i < 8; ++i) {
        d.ended(1006);
        delays.append(d.last<RetryScheduled>().delay.count());
        while (d.count<OpenSocket>() < i + 2) // unavailable is a deadline too
            d.passToDeadline();
    }
    QCOMPARE(delays, (QList<qint64>{750, 1500, 3000, 6000, 12000, 22500, 22500, 22500}));
}

void StatementsTimersTest::statement033_successResetsTheCount()
{
    MachineDriver d(m_options);
    d.connect();
    d.ended(1006);
    d.passToDeadline();
    d.open();
    d.file(QStringLiteral("established-reverb"));
    d.ended(1006); // short-lived: the count goes on
    QCOMPARE(d.last<RetryScheduled>().delay, Milliseconds(1500));
    QCOMPARE(d.last<RetryScheduled>().delay, 2 * Milliseconds(750));
    d.pass(1500ms);
    d.open();
    d.file(QStringLiteral("established-reverb"));
    m_random = 0.1;
    d.pass(29999ms);
    d.text(R"({"event":"x"})");
    d.pass(1ms);
    d.ended(1006); // settled: as after the first loss
    QCOMPARE(d.last<RetryScheduled>().delay, Milliseconds(300));
}

void StatementsTimersTest::statement034_cutRetriesWithinThreeSeconds()
{
    m_random = 0.999;
    MachineDriver d(m_options);
    d.establish();
    d.pass(31s); // pings once
    d.text(R"({"event":"pusher:pong"})");
    d.ended(1006);
    QCOMPARE(d.errors(), QStringList{QStringLiteral("Unreachable 1006")});
    QCOMPARE(d.last<RetryScheduled>().delay, Milliseconds(2997));
}

void StatementsTimersTest::statement035_attemptTimesOut()
{
    for (const bool tcpAnswers : {false, true}) {
        MachineDriver d(m_options);
        d.connect();
        if (tcpAnswers)
            d.open();
        d.pass(14999ms);
        QCOMPARE(d.count<DropSocket>(), 0);
        d.pass(1ms);
        QCOMPARE(d.count<DropSocket>(), 1);
        QCOMPARE(d.errors(), QStringList{QStringLiteral("Timeout 0")});
        QCOMPARE(d.machine.state(), ConnectionState::Unavailable);
        d.passToDeadline();
        QCOMPARE(d.count<OpenSocket>(), 2);
    }
}

void StatementsTimersTest::statement036_restartsGrowWithoutErrors()
{
    MachineDriver d(m_options);
    d.establish();
    QList<qint64> delays;
    for (int i = 0; i < 6; ++i) {
        d.ended(4200);
        delays.append(d.last<RetryScheduled>().delay.count());
        d.reopen();
        d.file(QStringLiteral("established-reverb"));
    }
    QCOMPARE(delays, (QList<qint64>{500, 1500, 3000, 6000, 12000, 22500}));
    // Nothing for people to see but that it is connecting.
    QVERIFY(d.errors().isEmpty());
    d.pass(30s);
    d.text(R"({"event":"x"})");
    d.ended(4200); // it had come up: at once again
    QCOMPARE(d.last<RetryScheduled>().delay, Milliseconds(500));
}

SUHBAT_TEST(StatementsTimersTest, Core)
#include "tst_statements_timers.moc"
