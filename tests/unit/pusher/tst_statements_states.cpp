// Section B: the states of a connection.
#include "MachineDriver.h"
#include "support/TestProgram.h"

#include <QTest>

#include <iterator>

using namespace suhbat;
using namespace suhbat::pusher;
using namespace std::chrono_literals;
using suhbat::test::MachineDriver;

class StatementsStatesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        test::failOnAnyWarning();
        m_random = 0.5;
        m_options = test::machineOptions(m_random);
    }
    void statement019_initializedIsSilent();
    void statement020_noSocketCanEverBeMade();
    void statement021_connectTwiceIsOnce();
    void statement022_unavailableAfterTenSeconds();
    void statement023_disconnectStopsEverything();
    void statement023_disconnectInAnyState_data();
    void statement023_disconnectInAnyState();
    void statement024_stateChangeComesFirst();
    void statement024_sameStateIsNoChange();
    void statement025_retryIsAnnounced();
    void statement026_lossLeavesConnectedAtOnce();
    void statement027_channelsGoDownWithTheConnection_data();
    void statement027_channelsGoDownWithTheConnection();
    void statement028_networkBack_data();
    void statement028_networkBack();
    void statement028_networkGoneIsAskedAbout();
    void statement028_wakingUpAsksTheConnection();
    void nudgeComesSoonAndOnce();
    void lateInputsAreIgnored();

private:
    PusherOptions m_options;
    double m_random = 0;
};

void StatementsStatesTest::statement019_initializedIsSilent()
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

void StatementsStatesTest::statement020_noSocketCanEverBeMade()
{
    MachineDriver d(m_options);
    d.connect();
    QCOMPARE(d.machine.state(), ConnectionState::Connecting);
    d.take(d.machine.socketImpossible(
        Error::make(Error::Kind::Configuration, QStringLiteral("no TLS"))));
    QCOMPARE(d.machine.state(), ConnectionState::Failed);
    QCOMPARE(d.errors(), QStringList{QStringLiteral("Configuration 0")});
    QVERIFY(!d.machine.deadline());
    d.clear();
    d.take(d.machine.retryRequested(d.now));
    d.take(d.machine.networkCame(d.now));
    d.pass(10min);
    QVERIFY(d.actions.empty());
}

void StatementsStatesTest::statement021_connectTwiceIsOnce()
{
    MachineDriver d(m_options);
    d.connect();
    d.clear();
    const auto connectAgain = [&d] {
        d.clear();
        d.connect();
        return d.actions.empty();
    };
    QVERIFY(connectAgain()); // while opening
    d.open();
    QVERIFY(connectAgain()); // before the greeting
    d.ended(1006);
    QVERIFY(connectAgain()); // while waiting
    d.reopen();
    d.file(QStringLiteral("established-reverb"));
    QVERIFY(connectAgain());
    QCOMPARE(d.machine.state(), ConnectionState::Connected);
}

void StatementsStatesTest::statement022_unavailableAfterTenSeconds()
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

void StatementsStatesTest::statement023_disconnectStopsEverything()
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

void StatementsStatesTest::statement023_disconnectInAnyState_data()
{
    QTest::addColumn<int>("steps");
    const char *names[] = {"initialized",  "opening",     "before the greeting",
                           "waiting",      "unavailable", "connected",
                           "ping sent",    "failed",      "refused",
                           "disconnected", "offline"};
    for (int i = 0; i < int(std::size(names)); ++i)
        QTest::newRow(names[i]) << i;
}

void StatementsStatesTest::statement023_disconnectInAnyState()
{
    QFETCH(int, steps);
    MachineDriver d(m_options);
    d.subscribe(QStringLiteral("room"));
    if (steps > 0)
        d.connect();
    if (steps == 2 || steps == 3 || steps == 8)
        d.open();
    if (steps == 3)
        d.ended(1006);
    if (steps == 4)
        d.pass(11s);
    if (steps == 5 || steps == 6 || steps == 10) {
        d.open();
        d.file(QStringLiteral("established-reverb"));
    }
    if (steps == 6)
        d.pass(30s);
    if (steps == 7)
        d.take(d.machine.socketImpossible(Error::make(Error::Kind::Configuration, {})));
    if (steps == 8)
        d.ended(4001);
    if (steps == 9)
        d.take(d.machine.disconnectRequested());
    if (steps == 10)
        d.take(d.machine.networkWent(d.now));
    d.take(d.machine.disconnectRequested());
    QCOMPARE(d.machine.state(), ConnectionState::Disconnected);
    QVERIFY(d.machine.socketId().isEmpty());
    QVERIFY(!d.machine.deadline());
    QCOMPARE(d.count<DropSocket>() > 0, d.count<OpenSocket>() > 0);
    d.clear();
    d.pass(10min);
    d.take(d.machine.networkCame(d.now));
    QVERIFY(d.actions.empty());
}

void StatementsStatesTest::statement024_stateChangeComesFirst()
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

void StatementsStatesTest::statement024_sameStateIsNoChange()
{
    MachineDriver d(m_options);
    d.connect();
    for (int i = 0; i < 3; ++i) {
        d.ended(1006);
        d.reopen();
    }
    QCOMPARE(d.states(), QStringList{QStringLiteral("connecting")}); // three retries, one change
    d.take(d.machine.disconnectRequested());
    d.take(d.machine.disconnectRequested());
    QCOMPARE(d.states().size(), 2);
}

void StatementsStatesTest::statement025_retryIsAnnounced()
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

void StatementsStatesTest::statement026_lossLeavesConnectedAtOnce()
{
    MachineDriver d(m_options);
    d.establish();
    d.ended(1006);
    QCOMPARE(d.machine.state(), ConnectionState::Connecting);
    QVERIFY(d.machine.socketId().isEmpty());
}

void StatementsStatesTest::statement027_channelsGoDownWithTheConnection_data()
{
    QTest::addColumn<bool>("byUs");
    QTest::newRow("lost") << false;
    QTest::newRow("disconnected") << true;
}

void StatementsStatesTest::statement027_channelsGoDownWithTheConnection()
{
    QFETCH(bool, byUs);
    const QString room = QStringLiteral("presence-room.1");
    const ChannelAuthorization me{
        QStringLiteral("key:sig"), QStringLiteral("{\"user_id\":\"2\"}"), {}};
    MachineDriver d(m_options);
    d.subscribe(room);
    d.subscribe(QStringLiteral("pending"));
    d.establish();
    d.authorize(me);
    d.file(QStringLiteral("subscribed-presence-reverb"));
    QCOMPARE(d.machine.subscriptions().members(room).count(), 2);
    d.clear();
    if (byUs)
        d.take(d.machine.disconnectRequested());
    else
        d.ended(1006);
    for (const QString &name : {room, QStringLiteral("pending")}) {
        QCOMPARE(d.machine.subscriptions().state(name), SubscriptionState::Wanted);
        QCOMPARE(d.subscriptionStates(name), QStringList{QStringLiteral("wanted")});
    }
    QCOMPARE(d.machine.subscriptions().members(room).count(), 0);
    QCOMPARE(d.count<MembersChanged>(), 1);

    if (byUs)
        d.connect();
    d.reopen();
    d.clear();
    d.file(QStringLiteral("established-soketi"));
    QCOMPARE(d.last<Authorize>().channel, room);
    QCOMPARE(d.last<Authorize>().socketId, QStringLiteral("4891875986.2248682862"));
    QCOMPARE(d.sentEvents(), QStringList{QStringLiteral("pusher:subscribe")}); // the public one
}

void StatementsStatesTest::statement028_networkBack_data()
{
    QTest::addColumn<QString>("where");
    for (const char *where : {"opening", "before the greeting", "waiting"})
        QTest::newRow(where) << QString::fromLatin1(where);
}

void StatementsStatesTest::statement028_networkBack()
{
    QFETCH(QString, where);
    MachineDriver d(m_options);
    d.connect();
    for (int i = 0; i < 5; ++i) { // long enough for long waits
        d.ended(1006);
        d.reopen();
    }
    if (where == QLatin1String("waiting"))
        d.ended(1006);
    if (where == QLatin1String("opening")) {
        d.ended(1006);
        while (d.count<OpenSocket>() < 7)
            d.passToDeadline();
    }
    d.clear();
    d.take(d.machine.networkCame(d.now));
    // What was begun without the network is given up, and counts as no error.
    QCOMPARE(d.count<DropSocket>(), where == QLatin1String("waiting") ? 0 : 1);
    QVERIFY(d.errors().isEmpty());
    QCOMPARE(d.last<RetryScheduled>().delay, Milliseconds(500));
    d.pass(500ms);
    QCOMPARE(d.count<OpenSocket>(), 1);
}

void StatementsStatesTest::statement028_networkGoneIsAskedAbout()
{
    MachineDriver d(m_options);
    d.establish();
    d.clear();
    d.take(d.machine.networkWent(d.now));
    d.take(d.machine.networkWent(d.now));
    QCOMPARE(d.sentEvents(), QStringList{QStringLiteral("pusher:ping")});
    d.pass(29999ms);
    QCOMPARE(d.machine.state(), ConnectionState::Connected);
    d.pass(1ms);
    QCOMPARE(d.machine.state(), ConnectionState::Connecting);
    QCOMPARE(d.count<DropSocket>(), 1);
}

void StatementsStatesTest::statement028_wakingUpAsksTheConnection()
{
    for (const bool alive : {true, false}) {
        MachineDriver d(m_options);
        d.establish();
        d.pass(30s); // a ping is out when the lid is closed
        d.clear();
        d.take(d.machine.networkCame(d.now));
        d.pass(9999ms);
        QCOMPARE(d.machine.state(), ConnectionState::Connected);
        if (alive)
            d.text(R"({"event":"pusher:pong"})");
        d.pass(1ms);
        QCOMPARE(d.machine.state(),
                 alive ? ConnectionState::Connected : ConnectionState::Connecting);
    }
}

void StatementsStatesTest::nudgeComesSoonAndOnce()
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

void StatementsStatesTest::lateInputsAreIgnored()
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

SUHBAT_TEST(StatementsStatesTest, Core)
#include "tst_statements_states.moc"
