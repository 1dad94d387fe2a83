#include "MachineDriver.h"

#include <QTest>

using namespace suhbat;
using namespace suhbat::pusher;
using namespace std::chrono_literals;
using suhbat::test::MachineDriver;

class ProtocolMachineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void statement005_handshake_data();
    void statement005_handshake();
    void statement006_socketIdHasItsForm_data();
    void statement006_socketIdHasItsForm();
    void statement007_missingActivityTimeoutIsTwoMinutes();
    void statement008_errorFrameInHandshake();
    void statement009_errorFrameWithoutCodeBacksOff_data();
    void statement009_errorFrameWithoutCodeBacksOff();
    void statement010_strangeFirstFrameBacksOff_data();
    void statement010_strangeFirstFrameBacksOff();
    void statement011_closeBeforeAnyFrame();
    void statement015_originRefused();
    void statement017_quotaWithoutCloseIsRefused();
    void statement019_initializedIsSilent();
    void statement021_connectTwiceIsOnce();
    void statement022_unavailableAfterTenSeconds();
    void statement023_disconnectStopsEverything();
    void statement024_stateChangeComesFirst();
    void statement025_retryIsAnnounced();
    void statement026_lossLeavesConnectedAtOnce();
    void statement028_networkBackAndGone();
    void statement029_pingAfterSilence();
    void statement030_noPongDropsAndReconnects();
    void statement031_pingIsAnswered();
    void statement032_anyPongCounts();
    void statement033_failuresGrowToACap();
    void statement034_cutRetriesWithinThreeSeconds();
    void statement035_attemptTimesOut();
    void statement036_restartsGrowWithoutErrors();
    void statement037_tlsFromNowOn();
    void closeCodes_data();
    void closeCodes();
    void statement043_errorFrameKeepsTheConnection_data();
    void statement043_errorFrameKeepsTheConnection();
    void statement070_strangeFramesAreHarmless_data();
    void statement070_strangeFramesAreHarmless();
    void countStartsAnewAfterThirtySeconds();
    void nudgeComesSoonAndOnce();
    void lateInputsAreIgnored();

private:
    PusherOptions m_options;
    double m_random = 0;
};

void ProtocolMachineTest::init()
{
    test::failOnAnyWarning();
    m_random = 0.5;
    m_options = {};
    m_options.tls = false;
    m_options.host = QStringLiteral("localhost");
    m_options.appKey = QStringLiteral("key");
    m_options.random = [this] { return m_random; };
}

void ProtocolMachineTest::statement005_handshake_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("socketId");
    QTest::newRow("Reverb") << "established-reverb"
                            << "635597578.849633465";
    QTest::newRow("soketi") << "established-soketi"
                            << "4891875986.2248682862";
    QTest::newRow("object") << "established-object"
                            << "1.2";
}

void ProtocolMachineTest::statement005_handshake()
{
    QFETCH(QString, file);
    QFETCH(QString, socketId);
    MachineDriver d(m_options);
    d.connect();
    QCOMPARE(d.count<OpenSocket>(), 1);
    d.open();
    QCOMPARE(d.machine.state(), ConnectionState::Connecting);
    d.file(file);
    QCOMPARE(d.machine.state(), ConnectionState::Connected);
    QCOMPARE(d.machine.socketId(), socketId);
    QCOMPARE(d.last<HandshakeDone>().socketId, socketId);
}

void ProtocolMachineTest::statement006_socketIdHasItsForm_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::newRow("number") << QByteArray("12.5");
    QTest::newRow("no dot") << QByteArray(R"("12")");
    QTest::newRow("letters") << QByteArray(R"("a.b")");
    QTest::newRow("line") << QByteArray(R"("1.2\n")");
    QTest::newRow("null") << QByteArray("null");
}

void ProtocolMachineTest::statement006_socketIdHasItsForm()
{
    QFETCH(QByteArray, id);
    MachineDriver d(m_options);
    d.connect();
    d.open();
    d.text(R"({"event":"pusher:connection_established","data":{"socket_id":)" + id + "}}");
    QCOMPARE(d.machine.state(), ConnectionState::Connecting);
    QCOMPARE(d.errors(), QStringList{QStringLiteral("BadResponse 0")});
    QCOMPARE(d.count<RetryScheduled>(), 1);
}

void ProtocolMachineTest::statement007_missingActivityTimeoutIsTwoMinutes()
{
    MachineDriver d(m_options);
    d.connect();
    d.open();
    d.file(QStringLiteral("established-object"));
    QCOMPARE(d.machine.state(), ConnectionState::Connected);
    d.pass(119s);
    QVERIFY(d.sentEvents().isEmpty());
    d.pass(1s);
    QCOMPARE(d.sentEvents(), QStringList{QStringLiteral("pusher:ping")});
}

void ProtocolMachineTest::statement008_errorFrameInHandshake()
{
    for (const QString &file :
         {QStringLiteral("error-4001-reverb"), QStringLiteral("error-4001-soketi")}) {
        MachineDriver d(m_options);
        d.connect();
        d.open();
        d.file(file);
        QCOMPARE(d.errors(), QStringList{QStringLiteral("Refused 4001")});
        QCOMPARE(d.count<DropSocket>(), 1);
        QCOMPARE(d.machine.state(), ConnectionState::Disconnected);
        QCOMPARE(d.count<RetryScheduled>(), 0);
        QVERIFY(!d.machine.deadline());
        d.ended(1006); // the server's cut comes late
        QCOMPARE(d.errors().size(), 1);
    }
}

void ProtocolMachineTest::statement009_errorFrameWithoutCodeBacksOff_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::newRow("null") << test::fixture(QStringLiteral("pusher/error-code-null.json"));
    QTest::newRow("missing") << QByteArray(R"({"event":"pusher:error","data":{}})");
    QTest::newRow("no data") << QByteArray(R"({"event":"pusher:error"})");
    QTest::newRow("text") << QByteArray(R"({"event":"pusher:error","data":"no"})");
    QTest::newRow("below 4000") << QByteArray(R"({"event":"pusher:error","data":{"code":1000}})");
    QTest::newRow("huge") << QByteArray(R"({"event":"pusher:error","data":{"code":4294971297}})");
}

void ProtocolMachineTest::statement009_errorFrameWithoutCodeBacksOff()
{
    QFETCH(QByteArray, frame);
    MachineDriver d(m_options);
    d.connect();
    d.open();
    d.text(frame);
    QCOMPARE(d.errors().size(), 1);
    QCOMPARE(d.count<DropSocket>(), 1);
    QCOMPARE(d.last<RetryScheduled>().delay, Milliseconds(750));
    QCOMPARE(d.machine.state(), ConnectionState::Connecting);
}

void ProtocolMachineTest::statement010_strangeFirstFrameBacksOff_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::newRow("not JSON") << QByteArray("<html>");
    QTest::newRow("other event") << QByteArray(R"({"event":"hello","data":{}})");
    QTest::newRow("array") << QByteArray("[]");
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("no id") << QByteArray(R"({"event":"pusher:connection_established"})");
}

void ProtocolMachineTest::statement010_strangeFirstFrameBacksOff()
{
    QFETCH(QByteArray, frame);
    MachineDriver d(m_options);
    d.connect();
    d.open();
    d.text(frame);
    QCOMPARE(d.errors(), QStringList{QStringLiteral("BadResponse 0")});
    QCOMPARE(d.count<DropSocket>(), 1);
    QCOMPARE(d.count<RetryScheduled>(), 1);
    d.passToDeadline();
    QCOMPARE(d.count<OpenSocket>(), 2);
}

void ProtocolMachineTest::statement011_closeBeforeAnyFrame()
{
    MachineDriver d(m_options);
    d.connect();
    d.open();
    d.ended(1006);
    QCOMPARE(d.last<RetryScheduled>().delay, Milliseconds(750));
    d.passToDeadline();
    d.open();
    d.ended(4005, QStringLiteral("path"));
    QCOMPARE(d.machine.state(), ConnectionState::Disconnected);
    QCOMPARE(d.errors().last(), QStringLiteral("Refused 4005"));
}

void ProtocolMachineTest::statement015_originRefused()
{
    MachineDriver d(m_options);
    d.connect();
    d.open();
    d.file(QStringLiteral("error-4009-origin"));
    QCOMPARE(d.errors(), QStringList{QStringLiteral("Refused 4009")});
    QCOMPARE(d.machine.state(), ConnectionState::Disconnected);
}

void ProtocolMachineTest::statement017_quotaWithoutCloseIsRefused()
{
    MachineDriver d(m_options);
    d.connect();
    d.open();
    d.file(QStringLiteral("error-4004-reverb"));
    QCOMPARE(d.count<DropSocket>(), 1);
    QCOMPARE(d.machine.state(), ConnectionState::Disconnected);
}

void ProtocolMachineTest::statement019_initializedIsSilent()
{
    MachineDriver d(m_options);
    QCOMPARE(d.machine.state(), ConnectionState::Initialized);
    QVERIFY(!d.machine.deadline());
    d.take(d.machine.retryRequested(d.now));
    d.take(d.machine.networkCame(d.now));
    d.text(R"({"event":"x"})");
    d.ended(1006);
    QVERIFY(d.actions.empty());
}

void ProtocolMachineTest::statement021_connectTwiceIsOnce()
{
    MachineDriver d(m_options);
    d.connect();
    d.connect();
    QCOMPARE(d.count<OpenSocket>(), 1);
    d.open();
    d.file(QStringLiteral("established-reverb"));
    d.clear();
    d.connect();
    QVERIFY(d.actions.empty());
}

void ProtocolMachineTest::statement022_unavailableAfterTenSeconds()
{
    MachineDriver d(m_options);
    d.connect();
    d.pass(9999ms);
    QCOMPARE(d.machine.state(), ConnectionState::Connecting);
    d.pass(1ms);
    QCOMPARE(d.machine.state(), ConnectionState::Unavailable);
    QCOMPARE(d.count<DropSocket>(), 0); // the attempt goes on
    d.open();
    d.file(QStringLiteral("established-reverb"));
    QCOMPARE(d.states(), (QStringList{QStringLiteral("connecting"), QStringLiteral("unavailable"),
                                      QStringLiteral("connected")}));
    d.pass(20s);
    QCOMPARE(d.machine.state(), ConnectionState::Connected);
}

void ProtocolMachineTest::statement023_disconnectStopsEverything()
{
    MachineDriver d(m_options);
    d.establish();
    d.take(d.machine.disconnectRequested());
    QVERIFY(d.last<DropSocket>().politely);
    QCOMPARE(d.machine.state(), ConnectionState::Disconnected);
    QVERIFY(d.machine.socketId().isEmpty());
    QVERIFY(!d.machine.deadline());
    d.clear();
    d.pass(10min);
    QVERIFY(d.actions.empty());
    d.connect();
    QCOMPARE(d.count<OpenSocket>(), 1);
    d.take(d.machine.disconnectRequested()); // while opening: no close frame to send
    QVERIFY(!d.last<DropSocket>().politely);
    QVERIFY(!d.machine.deadline());
}

void ProtocolMachineTest::statement024_stateChangeComesFirst()
{
    MachineDriver d(m_options);
    d.connect();
    d.open();
    d.clear();
    d.file(QStringLiteral("established-reverb"));
    QVERIFY(std::holds_alternative<StateChanged>(d.actions.at(0)));
    QVERIFY(std::holds_alternative<HandshakeDone>(d.actions.at(1)));
    QCOMPARE(d.last<StateChanged>().previous, ConnectionState::Connecting);
}

void ProtocolMachineTest::statement025_retryIsAnnounced()
{
    MachineDriver d(m_options);
    d.connect();
    d.ended(1006);
    const Milliseconds delay = d.last<RetryScheduled>().delay;
    d.pass(delay - 1ms);
    QCOMPARE(d.count<OpenSocket>(), 1);
    d.pass(1ms);
    QCOMPARE(d.count<OpenSocket>(), 2);
}

void ProtocolMachineTest::statement026_lossLeavesConnectedAtOnce()
{
    MachineDriver d(m_options);
    d.establish();
    d.ended(1006);
    QCOMPARE(d.machine.state(), ConnectionState::Connecting);
    QVERIFY(d.machine.socketId().isEmpty());
}

void ProtocolMachineTest::statement028_networkBackAndGone()
{
    MachineDriver d(m_options);
    d.connect();
    d.take(d.machine.networkCame(d.now)); // an attempt under way starts anew
    QCOMPARE(d.count<DropSocket>(), 1);
    QCOMPARE(d.last<RetryScheduled>().delay, Milliseconds(500));
    d.pass(500ms);
    QCOMPARE(d.count<OpenSocket>(), 2);
    d.open();
    d.file(QStringLiteral("established-reverb"));
    d.clear();
    d.take(d.machine.networkWent(d.now));
    d.take(d.machine.networkWent(d.now));
    QCOMPARE(d.sentEvents(), QStringList{QStringLiteral("pusher:ping")});
    d.pass(30s);
    QCOMPARE(d.machine.state(), ConnectionState::Connecting);
}

void ProtocolMachineTest::statement029_pingAfterSilence()
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

void ProtocolMachineTest::statement030_noPongDropsAndReconnects()
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

void ProtocolMachineTest::statement031_pingIsAnswered()
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

void ProtocolMachineTest::statement032_anyPongCounts()
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

void ProtocolMachineTest::statement033_failuresGrowToACap()
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

void ProtocolMachineTest::statement034_cutRetriesWithinThreeSeconds()
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

void ProtocolMachineTest::statement035_attemptTimesOut()
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

void ProtocolMachineTest::statement036_restartsGrowWithoutErrors()
{
    MachineDriver d(m_options);
    d.establish();
    QList<qint64> delays;
    for (int i = 0; i < 4; ++i) {
        d.ended(4200);
        delays.append(d.last<RetryScheduled>().delay.count());
        d.passToDeadline();
        d.open();
        d.file(QStringLiteral("established-reverb"));
    }
    QCOMPARE(delays, (QList<qint64>{500, 1500, 3000, 6000}));
    QVERIFY(d.errors().isEmpty());
}

void ProtocolMachineTest::statement037_tlsFromNowOn()
{
    MachineDriver d(m_options);
    d.connect();
    QVERIFY(!d.last<OpenSocket>().tls);
    d.open();
    d.ended(4000);
    QVERIFY(d.errors().isEmpty());
    d.passToDeadline();
    QVERIFY(d.last<OpenSocket>().tls);
    d.take(d.machine.disconnectRequested());
    d.connect();
    QVERIFY(d.last<OpenSocket>().tls);
    d.ended(4000); // over TLS it says nothing
    QCOMPARE(d.machine.state(), ConnectionState::Connecting);
    QCOMPARE(d.errors().size(), 1);
}

void ProtocolMachineTest::closeCodes_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<bool>("reconnects");
    QTest::addColumn<int>("delay"); // with a random number of 0.5
    QTest::addColumn<QString>("error");
    const QString none;
    QTest::newRow("statement034 1000") << 1000 << true << 1500 << none;
    QTest::newRow("statement034 1001") << 1001 << true << 1500 << none;
    QTest::newRow("statement034 1005") << 1005 << true << 1500 << "Server 1005";
    QTest::newRow("statement034 3999") << 3999 << true << 1500 << "Server 3999";
    QTest::newRow("statement038 4001") << 4001 << false << 0 << "Refused 4001";
    QTest::newRow("statement038 4009") << 4009 << false << 0 << "Refused 4009";
    QTest::newRow("statement038 4099") << 4099 << false << 0 << "Refused 4099";
    QTest::newRow("statement039 4100") << 4100 << true << 750 << "Server 4100";
    QTest::newRow("statement039 4199") << 4199 << true << 750 << "Server 4199";
    QTest::newRow("statement040 4200") << 4200 << true << 500 << none;
    QTest::newRow("statement040 4201") << 4201 << true << 500 << none;
    QTest::newRow("statement040 4299") << 4299 << true << 500 << none;
    QTest::newRow("statement041 4300") << 4300 << false << 0 << "Refused 4300";
    QTest::newRow("statement041 4301") << 4301 << false << 0 << "Refused 4301";
    QTest::newRow("statement042 1002") << 1002 << true << 1500 << "Server 1002";
    QTest::newRow("statement042 1009") << 1009 << true << 1500 << "TooLarge 1009";
}

void ProtocolMachineTest::closeCodes()
{
    QFETCH(int, code);
    QFETCH(bool, reconnects);
    QFETCH(int, delay);
    QFETCH(QString, error);
    MachineDriver d(m_options);
    d.establish();
    d.clear();
    d.ended(code);
    QCOMPARE(d.machine.state(),
             reconnects ? ConnectionState::Connecting : ConnectionState::Disconnected);
    QCOMPARE(d.count<RetryScheduled>(), reconnects ? 1 : 0);
    QCOMPARE(d.last<RetryScheduled>().delay, Milliseconds(delay));
    QCOMPARE(d.errors(), error.isEmpty() ? QStringList() : QStringList{error});
}

void ProtocolMachineTest::statement043_errorFrameKeepsTheConnection_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("error");
    QTest::newRow("statement012 4001") << "error-4001-reverb"
                                       << "Refused 4001";
    QTest::newRow("statement044 4301") << "error-4301-reverb"
                                       << "RateLimited 4301";
    QTest::newRow("statement045 null") << "error-code-null"
                                       << "Server 0";
    QTest::newRow("statement046 4200") << "error-4200-reverb"
                                       << "Server 4200";
    QTest::newRow("statement047 4009") << "error-4009-unauthorized"
                                       << "Refused 4009";
    QTest::newRow("statement048 4009") << "error-4009-not-a-member"
                                       << "Refused 4009";
}

void ProtocolMachineTest::statement043_errorFrameKeepsTheConnection()
{
    QFETCH(QString, file);
    QFETCH(QString, error);
    MachineDriver d(m_options);
    d.establish();
    d.clear();
    d.file(file);
    QCOMPARE(d.errors(), QStringList{error});
    QCOMPARE(int(d.actions.size()), 1);
    QCOMPARE(d.machine.state(), ConnectionState::Connected);
}

void ProtocolMachineTest::statement070_strangeFramesAreHarmless_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<int>("errors");
    QTest::addColumn<int>("events");
    QTest::newRow("unknown event")
        << QByteArray(R"({"event":"what","x":[1,{"y":null}]})") << 0 << 1;
    QTest::newRow("unknown channel") << QByteArray(R"({"event":"e","channel":"c"})") << 0 << 0;
    QTest::newRow("array") << QByteArray("[1,2]") << 0 << 0;
    QTest::newRow("number") << QByteArray("7") << 0 << 0;
    QTest::newRow("null") << QByteArray("null") << 0 << 0;
    QTest::newRow("event a number") << QByteArray(R"({"event":7,"data":{}})") << 0 << 0;
    QTest::newRow("half") << QByteArray(R"({"event":)") << 1 << 0;
    QTest::newRow("empty") << QByteArray() << 1 << 0;
    QTest::newRow("deep") << QByteArray(2000, '[') << 1 << 0;
    QTest::newRow("two values") << QByteArray("{} {}") << 1 << 0;
    QTest::newRow("internal") << QByteArray(R"({"event":"pusher_internal:new"})") << 0 << 0;
}

void ProtocolMachineTest::statement070_strangeFramesAreHarmless()
{
    QFETCH(QByteArray, frame);
    QFETCH(int, errors);
    QFETCH(int, events);
    MachineDriver d(m_options);
    d.establish();
    d.clear();
    d.text(frame);
    QCOMPARE(d.errors().size(), errors);
    QCOMPARE(d.events().size(), events);
    QCOMPARE(int(d.actions.size()), errors + events);
    QCOMPARE(d.machine.state(), ConnectionState::Connected);
}

void ProtocolMachineTest::countStartsAnewAfterThirtySeconds()
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

void ProtocolMachineTest::nudgeComesSoonAndOnce()
{
    MachineDriver d(m_options);
    d.connect();
    for (int i = 0; i < 4; ++i) {
        d.ended(1006);
        while (d.count<OpenSocket>() < i + 2)
            d.passToDeadline();
    }
    d.ended(1006);
    QCOMPARE(d.last<RetryScheduled>().delay, Milliseconds(12000));
    d.clear();
    d.take(d.machine.retryRequested(d.now));
    d.take(d.machine.retryRequested(d.now));
    d.take(d.machine.networkCame(d.now));
    QCOMPARE(d.count<RetryScheduled>(), 1);
    QCOMPARE(d.last<RetryScheduled>().delay, Milliseconds(500));
    d.pass(500ms);
    QCOMPARE(d.count<OpenSocket>(), 1);
}

void ProtocolMachineTest::lateInputsAreIgnored()
{
    MachineDriver d(m_options);
    d.establish();
    d.ended(1006);
    d.clear();
    d.ended(1006);
    d.open();
    d.file(QStringLiteral("established-reverb"));
    d.take(d.machine.timePassed(d.now)); // an early timer
    QVERIFY(d.actions.empty());
}

QTEST_GUILESS_MAIN(ProtocolMachineTest)
#include "tst_protocol_machine.moc"
