// Section E: what Reverb sends, in its own captured words and at its times.
#include "MachineDriver.h"
#include "support/TestProgram.h"

#include <QTest>

using namespace suhbat;
using namespace suhbat::pusher;
using namespace std::chrono_literals;
using suhbat::test::MachineDriver;

class StatementsReverbTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        test::failOnAnyWarning();
        m_random = 0.5;
        m_options = test::machineOptions(m_random);
    }
    void statement046_invalidFormatKeepsTheConnection();
    void statement047_unnamedRefusalWithNothingPending();
    void statement049_messagingOffIsToldTheSender();
    void statement050_rateLimitKeepsOrCuts();
    void statement051_prunedWithAWordAndACut();
    void statement052_reverbHearsOfUsInTime();
    void statement053_pingWhileBusyIsAnswered();
    void statement055_limitIsExact();
    void statement055_serverSaysTooLong();
    void statement056_stoppedServerIsAskedAgain();
    void statement057_whatReverbLacksIsNotMissed();

private:
    PusherOptions m_options;
    double m_random = 0;
};

namespace {

const QString reverbLimits = QStringLiteral("limits");
const QString pings = QStringLiteral("ping");

} // namespace

void StatementsReverbTest::statement046_invalidFormatKeepsTheConnection()
{
    MachineDriver d(m_options);
    d.subscribe(QStringLiteral("private-room.1"));
    d.connect();
    d.open();
    // Six times "Invalid message format" for what the capturing client sent.
    d.play(test::capture(reverbLimits,
                         QStringLiteral("rate limit 3 per 2 s, 5 pings, then one 2.5 s later")));
    QCOMPARE(d.errors(), QStringList(6, QStringLiteral("Server 4200")));
    QCOMPARE(d.machine.state(), ConnectionState::Connected);
    QCOMPARE(d.count<DropSocket>(), 0);
    d.authorize();
    d.file(QStringLiteral("error-4200-reverb")); // while a subscription is pending: not about it
    QCOMPARE(d.machine.subscriptions().state(QStringLiteral("private-room.1")),
             SubscriptionState::Pending);
}

void StatementsReverbTest::statement047_unnamedRefusalWithNothingPending()
{
    const QString room = QStringLiteral("private-room.1");
    MachineDriver d(m_options);
    d.subscribe(room);
    d.establish();
    d.authorize();
    d.file(QStringLiteral("subscribed-private-reverb"));
    d.clear();
    d.file(QStringLiteral("error-4009-unauthorized"));
    QCOMPARE(d.errors(), QStringList{QStringLiteral("Refused 4009")});
    QCOMPARE(int(d.actions.size()), 1); // what is subscribed stays subscribed
    QCOMPARE(d.machine.state(), ConnectionState::Connected);
}

void StatementsReverbTest::statement049_messagingOffIsToldTheSender()
{
    const QString room = QStringLiteral("x");
    MachineDriver d(m_options);
    d.subscribe(room);
    d.connect();
    d.open();
    d.play(test::capture(reverbLimits, QStringLiteral("accept_client_events_from=none")));
    QCOMPARE(d.errors(), QStringList{QStringLiteral("RateLimited 4301")});
    QCOMPARE(d.machine.state(), ConnectionState::Connected);
    QCOMPARE(d.machine.subscriptions().state(room), SubscriptionState::Subscribed);
    QVERIFY(!d.machine.clientEvent(room, QStringLiteral("client-a"), "{}", d.now));
}

void StatementsReverbTest::statement050_rateLimitKeepsOrCuts()
{
    MachineDriver kept(m_options);
    kept.establish();
    kept.clear();
    kept.file(QStringLiteral("error-4301-reverb"));
    QCOMPARE(kept.errors(), QStringList{QStringLiteral("RateLimited 4301")});
    QCOMPARE(kept.machine.state(), ConnectionState::Connected);

    MachineDriver cut(m_options);
    cut.connect();
    cut.open();
    cut.play(test::capture(reverbLimits, QStringLiteral("rate limit with terminate_on_limit")));
    QCOMPARE(cut.errors(), QStringList{QStringLiteral("Unreachable 1006")});
    QCOMPARE(cut.machine.state(), ConnectionState::Connecting);
    QCOMPARE(cut.last<RetryScheduled>().delay, Milliseconds(1500));
}

void StatementsReverbTest::statement051_prunedWithAWordAndACut()
{
    const auto steps = test::capture(pings, QStringLiteral("reverb subscribed, silent"));
    QCOMPARE(steps.size(), 5);
    QCOMPARE(steps.at(3).at, steps.at(4).at); // the word and the cut come at once
    MachineDriver d(m_options);
    d.connect();
    d.open();
    d.text(steps.at(0).text);
    d.text(steps.at(3).text);
    QCOMPARE(d.errors(), QStringList{QStringLiteral("Server 4201")});
    QCOMPARE(d.machine.state(), ConnectionState::Connected);
    d.ended(steps.at(4).closeCode);
    QCOMPARE(d.machine.state(), ConnectionState::Connecting);
    QCOMPARE(d.last<RetryScheduled>().delay, Milliseconds(1500));
}

void StatementsReverbTest::statement052_reverbHearsOfUsInTime()
{
    MachineDriver d(m_options);
    d.answersPings = R"({"event":"pusher:pong"})";
    d.subscribe(QStringLiteral("x"));
    d.connect();
    d.open();
    d.play(test::capture(pings, QStringLiteral("reverb subscribed, answers pusher:ping")));
    QCOMPARE(d.sentEvents().count(QStringLiteral("pusher:pong")), 3);
    QCOMPARE(d.machine.state(), ConnectionState::Connected);
    d.pass(10min); // and where it asks nothing, it hears our own pings
    QCOMPARE(d.machine.state(), ConnectionState::Connected);
    QVERIFY2(d.longestSilence() < 59700ms, "Reverb would have asked, or pruned us");
    QVERIFY(d.longestSilence() > 0ms);
}

void StatementsReverbTest::statement053_pingWhileBusyIsAnswered()
{
    MachineDriver d(m_options);
    d.subscribe(QStringLiteral("x"));
    d.establish();
    d.text(R"({"event":"pusher_internal:subscription_succeeded","data":"{}","channel":"x"})");
    d.clear();
    for (int second = 1; second <= 240; ++second) {
        d.pass(1s);
        d.text(R"({"event":"news","channel":"x","data":"{}"})");
        if (second % 60 == 0) {
            d.text(R"({"event":"pusher:ping"})");
            QCOMPARE(d.sentEvents(), QStringList(second / 60, QStringLiteral("pusher:pong")));
        }
    }
    QCOMPARE(d.events().size(), 240);
    QCOMPARE(d.machine.state(), ConnectionState::Connected);
}

void StatementsReverbTest::statement055_limitIsExact()
{
    const QString room = QStringLiteral("x");
    MachineDriver d(m_options);
    d.subscribe(room);
    d.establish();
    d.text(R"({"event":"pusher_internal:subscription_succeeded","data":"{}","channel":"x"})");
    const auto eventOf = [&d, &room](int bytes) {
        const QByteArray frame = R"({"event":"client-a","channel":"x","data":{"t":""}})";
        const QByteArray data = R"({"t":")" + QByteArray(bytes - frame.size(), 'x') + R"("})";
        return d.machine.clientEvent(room, QStringLiteral("client-a"), data, d.now);
    };
    const auto longest = eventOf(10000);
    QVERIFY(longest);
    QCOMPARE(longest->size(), 10000);
    const auto tooLong = eventOf(10001);
    QVERIFY(!tooLong);
    QCOMPARE(toString(tooLong.error().kind), QStringLiteral("TooLarge"));
    QVERIFY(tooLong.error().detail.contains(QStringLiteral("10001")));
}

void StatementsReverbTest::statement055_serverSaysTooLong()
{
    MachineDriver d(m_options);
    d.establish();
    d.ended(1009, QStringLiteral("Maximum message size exceeded"));
    QCOMPARE(d.errors(), QStringList{QStringLiteral("TooLarge 1009")});
    QCOMPARE(d.last<ErrorOccurred>().error.detail, QStringLiteral("Maximum message size exceeded"));
    QCOMPARE(d.machine.state(), ConnectionState::Connecting);
}

void StatementsReverbTest::statement056_stoppedServerIsAskedAgain()
{
    MachineDriver d(m_options);
    d.subscribe(QStringLiteral("x"));
    d.connect();
    d.open();
    d.play(test::capture(reverbLimits,
                         QStringLiteral("SIGTERM to reverb:start, a subscribed connection")));
    QCOMPARE(d.machine.state(), ConnectionState::Connecting);
    QCOMPARE(d.errors(), QStringList{QStringLiteral("Unreachable 1006")});
    QCOMPARE(d.last<RetryScheduled>().delay, Milliseconds(1500));
    d.reopen();
    d.file(QStringLiteral("established-reverb"));
    QCOMPARE(d.sentEvents().count(QStringLiteral("pusher:subscribe")), 2);
}

void StatementsReverbTest::statement057_whatReverbLacksIsNotMissed()
{
    MachineDriver d(m_options);
    d.subscribe(QStringLiteral("x"));
    d.subscribe(QStringLiteral("#server-to-user-1"));
    d.establish();
    d.text(R"({"event":"pusher_internal:subscription_succeeded","data":"{}","channel":"x"})");
    QCOMPARE(d.sentEvents(), QStringList{QStringLiteral("pusher:subscribe")});
    // No count ever comes; only our own ping is waited for.
    QCOMPARE(d.machine.deadline(), std::optional(d.now + 30s));
    d.clear();
    d.file(QStringLiteral("error-4200-reverb")); // its answer to pusher:signin
    QCOMPARE(d.errors(), QStringList{QStringLiteral("Server 4200")});
    QCOMPARE(d.machine.subscriptions().state(QStringLiteral("x")), SubscriptionState::Subscribed);
    QCOMPARE(d.machine.state(), ConnectionState::Connected);
}

SUHBAT_TEST(StatementsReverbTest, Core)
#include "tst_statements_reverb.moc"
