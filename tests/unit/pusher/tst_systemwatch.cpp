#include "pusher/PusherClient.h"
#include "pusher/SystemWatch.h"
#include "ScriptedServer.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"

#include <QSignalSpy>
#include <QTest>

using namespace suhbat;
using namespace suhbat::pusher;
using namespace std::chrono_literals;
using suhbat::test::ScriptedServer;
using Reachability = QNetworkInformation::Reachability;

namespace {

class Nobody : public ChannelAuthorizer
{
public:
    void authorize(const QString &, const QString &, QObject *, Done) override {}
};

} // namespace

class SystemWatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void statement028_systemIsListenedTo();
    void statement028_sleepIsNoticed_data();
    void statement028_sleepIsNoticed();
    void statement028_oneSleepIsToldOnce();
    void statement028_anyNetworkMayDo();

private:
    Clock clock()
    {
        return {[this] { return m_steady; }, [this] { return m_wall; }};
    }
    Instant m_steady{1h};
    QDateTime m_wall;
};

void SystemWatchTest::init()
{
    test::failOnAnyWarning();
    m_wall = QDateTime(QDate(2026, 3, 1), QTime(22, 0), Qt::UTC);
}

void SystemWatchTest::statement028_systemIsListenedTo()
{
    ScriptedServer server;
    PusherOptions options;
    options.tls = false;
    options.host = QStringLiteral("127.0.0.1");
    options.port = server.port();
    options.appKey = QStringLiteral("app-key");
    options.random = [] { return 0.0; };
    Nobody nobody;
    PusherClient client(options, nobody);
    SystemWatch watch(clock());
    watch.tell(client);
    const auto pings = [&server] { return server.events().count(QStringLiteral("pusher:ping")); };
    client.connectToServer();
    QTRY_COMPARE(client.state(), ConnectionState::Connected);

    m_wall = m_wall.addSecs(3600); // the lid was closed
    watch.clockJumped();
    QTRY_COMPARE(pings(), 1);
    server.send(R"({"event":"pusher:pong"})");
    QSignalSpy events(&client, &PusherClient::eventReceived);
    server.send(R"({"event":"after","data":{}})");
    QTRY_COMPARE(events.size(), 1);

    watch.setReachability(Reachability::Online);
    watch.setReachability(Reachability::Disconnected);
    QTRY_COMPARE(pings(), 2);

    client.disconnectFromServer();
    server.greets = false;
    client.connectToServer();
    QTRY_COMPARE(server.open(), 1);
    QTRY_COMPARE(server.connections(), 2);
    QSignalSpy retries(&client, &PusherClient::retryScheduled);
    server.greets = true;
    watch.setReachability(Reachability::Online); // the attempt without a network is given up
    QCOMPARE(retries.size(), 1);
    QTRY_COMPARE(client.state(), ConnectionState::Connected);
}

void SystemWatchTest::statement028_sleepIsNoticed_data()
{
    QTest::addColumn<int>("steady"); // seconds that each clock says to have passed
    QTest::addColumn<int>("wall");
    QTest::addColumn<bool>("slept");
    QTest::newRow("steady clock stops in sleep") << 1 << 600 << true;
    QTest::newRow("a nap") << 1 << 15 << false;
    QTest::newRow("nothing but time") << 3600 << 3600 << false;
    QTest::newRow("after an hour") << 3600 << 3600 + 600 << true;
    QTest::newRow("clock set back") << 1 << -3600 << false;
}

void SystemWatchTest::statement028_sleepIsNoticed()
{
    QFETCH(int, steady);
    QFETCH(int, wall);
    QFETCH(bool, slept);
    SystemWatch watch(clock());
    QSignalSpy woke(&watch, &SystemWatch::wokeUp);
    watch.clockJumped();
    QCOMPARE(woke.size(), 0);
    m_steady += std::chrono::seconds(steady);
    m_wall = m_wall.addSecs(wall);
    watch.clockJumped();
    QCOMPARE(woke.size(), slept ? 1 : 0);
    watch.clockJumped();
    QCOMPARE(woke.size(), slept ? 1 : 0); // once
}

void SystemWatchTest::statement028_oneSleepIsToldOnce()
{
    SystemWatch watch(clock());
    QSignalSpy woke(&watch, &SystemWatch::wokeUp);
    m_wall = m_wall.addSecs(600);
    watch.clockJumped();
    watch.woken(); // logind, a moment later
    QCOMPARE(woke.size(), 1);
    m_steady += 60s;
    m_wall = m_wall.addSecs(60 + 3); // a nap that no clock counts as sleep
    watch.woken();
    watch.clockJumped();
    QCOMPARE(woke.size(), 2);
}

void SystemWatchTest::statement028_anyNetworkMayDo()
{
    SystemWatch watch(clock());
    QSignalSpy came(&watch, &SystemWatch::networkCame);
    QSignalSpy went(&watch, &SystemWatch::networkWent);
    watch.setReachability(Reachability::Local); // the first word is no change
    QCOMPARE(came.size(), 0);
    watch.setReachability(Reachability::Disconnected);
    watch.setReachability(Reachability::Disconnected);
    QCOMPARE(went.size(), 1);
    watch.setReachability(Reachability::Unknown);
    QCOMPARE(came.size(), 0);
    watch.setReachability(Reachability::Disconnected);
    watch.setReachability(Reachability::Local);
    QCOMPARE(came.size(), 1);
    watch.setReachability(Reachability::Online);
    QCOMPARE(came.size(), 2);
}

SUHBAT_TEST(SystemWatchTest, Core)
#include "tst_systemwatch.moc"
