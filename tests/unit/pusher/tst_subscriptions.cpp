#include "ChannelDriver.h"
#include "support/TestProgram.h"

#include <QTest>

using namespace suhbat;
using namespace suhbat::pusher;
using namespace std::chrono_literals;
using suhbat::test::ChannelDriver;
using suhbat::test::MachineDriver;

class SubscriptionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void statement027_reconnectStartsChannelsAnew();
    void statement047_refusedSignatureFailsTheOldestPending();
    void statement048_notAMemberIsNoSubscription();
    void statement055_tooLongFrameIsNotSent();
    void statement060_subscriptionErrorFails();
    void statement074_subscribeFrames();
    void statement075_rememberedWhileNotConnected();
    void statement076_successIsAnEventToo();
    void statement077_subscribedTwiceIsSentOnce();
    void statement078_unsubscribeWhilePending();
    void statement078_takingTheCancelBack();
    void statement078_whileAuthorisingNothingIsSent();
    void statement079_unsubscribeIsSentAndForgotten();
    void statement080_staleAuthorisationIsDropped();
    void statement081_failedChannelCanBeSubscribedAgain();
    void statement082_pendingTimesOut();
    void statement082_channellessRefusalFailsTheOldestPending();
    void statement082_lateAnswerStillCounts();
    void statement083_subscriptionCount();
    void statement084_serverChannelsAreRefused();
    void statement088_answerIsUsedVerbatim();
    void statement089_refusalIsAnEventAndNoFrame();
    void statement089_successOfADeniedChannelIsNotBelieved();
    void statement091_denialWaitsForTheNextConnection();
    void manyChannelsComeBackInOrder();

private:
    const QString m_room = QStringLiteral("private-room.1");
    const QString m_presence = QStringLiteral("presence-room.1");
};

namespace {

QJsonObject dataOf(const QJsonObject &frame)
{
    return frame.value(QStringLiteral("data")).toObject();
}

} // namespace

void SubscriptionsTest::init()
{
    test::failOnAnyWarning();
}

void SubscriptionsTest::statement027_reconnectStartsChannelsAnew()
{
    ChannelDriver d;
    d.subscribe(m_room);
    d.authorize();
    d.file(QStringLiteral("subscribed-private-reverb"));
    d.clear();
    d.ended(1006);
    QCOMPARE(d.subscriptionStates(m_room), QStringList{QStringLiteral("wanted")});
    d.passToDeadline();
    d.open();
    d.file(QStringLiteral("established-soketi"));
    QCOMPARE(d.last<Authorize>().socketId, QStringLiteral("4891875986.2248682862"));
    d.authorize();
    d.file(QStringLiteral("subscribed-private-reverb"));
    QCOMPARE(d.machine.subscriptions().state(m_room), SubscriptionState::Subscribed);
}

void SubscriptionsTest::statement047_refusedSignatureFailsTheOldestPending()
{
    ChannelDriver d;
    d.subscribe(QStringLiteral("public")); // needs no signature, so it cannot be meant
    d.subscribe(QStringLiteral("private-a"));
    d.authorize();
    d.subscribe(QStringLiteral("private-b"));
    d.authorize();
    d.file(QStringLiteral("error-4009-unauthorized"));
    QCOMPARE(d.machine.subscriptions().state(QStringLiteral("private-a")),
             SubscriptionState::Failed);
    QCOMPARE(d.last<SubscriptionChanged>().error->status, 4009);
    QCOMPARE(d.machine.subscriptions().state(QStringLiteral("private-b")),
             SubscriptionState::Pending);
    QCOMPARE(d.machine.subscriptions().state(QStringLiteral("public")), SubscriptionState::Pending);
    QCOMPARE(d.machine.state(), ConnectionState::Connected);
}

void SubscriptionsTest::statement048_notAMemberIsNoSubscription()
{
    ChannelDriver d;
    d.subscribe(m_room);
    d.authorize();
    d.file(QStringLiteral("error-4009-not-a-member"));
    QCOMPARE(d.machine.subscriptions().state(m_room), SubscriptionState::Pending);
    QCOMPARE(d.errors().size(), 1);
}

void SubscriptionsTest::statement055_tooLongFrameIsNotSent()
{
    ChannelDriver d;
    d.subscribe(QString(10000, u'x'));
    QVERIFY(d.sentEvents().isEmpty());
    QCOMPARE(toString(d.last<SubscriptionChanged>().error->kind), QStringLiteral("TooLarge"));
    d.subscribe(m_room);
    d.authorize();
    d.file(QStringLiteral("subscribed-private-reverb"));
    const QByteArray big = R"({"t":")" + QByteArray(9940, 'x') + R"("})";
    const auto result = d.machine.clientEvent(m_room, QStringLiteral("client-x"), big, d.now);
    QVERIFY(!result);
    QCOMPARE(toString(result.error().kind), QStringLiteral("TooLarge"));
}

void SubscriptionsTest::statement060_subscriptionErrorFails()
{
    ChannelDriver d;
    d.subscribe(m_room);
    d.authorize();
    d.clear();
    d.file(QStringLiteral("subscription-error-soketi"));
    const auto change = d.last<SubscriptionChanged>();
    QCOMPARE(change.channel, m_room);
    QCOMPARE(change.state, SubscriptionState::Failed);
    // Not Unauthorized: the session is not over.
    QCOMPARE(toString(change.error->kind), QStringLiteral("Refused"));
    QCOMPARE(change.error->status, 401);
    QCOMPARE(d.events(), QStringList{QStringLiteral("pusher:subscription_error")});
    QVERIFY(d.errors().isEmpty());
}

void SubscriptionsTest::statement074_subscribeFrames()
{
    ChannelDriver d;
    d.subscribe(QStringLiteral("news"));
    QCOMPARE(dataOf(d.sent().last()),
             (QJsonObject{{QStringLiteral("auth"), QLatin1String("")},
                          {QStringLiteral("channel"), QStringLiteral("news")}}));
    d.subscribe(m_room);
    QCOMPARE(d.sent().size(), 1); // not before it is authorised
    d.authorize();
    QCOMPARE(dataOf(d.sent().last()),
             (QJsonObject{{QStringLiteral("auth"), QStringLiteral("key:sig")},
                          {QStringLiteral("channel"), m_room}}));
    d.subscribe(m_presence);
    d.authorize(ChannelDriver::presenceAuthorization());
    QCOMPARE(dataOf(d.sent().last()).value(QStringLiteral("channel_data")).toString(),
             ChannelDriver::presenceAuthorization().channelData);
    QCOMPARE(d.sentEvents().count(QStringLiteral("pusher:subscribe")), 3);
}

void SubscriptionsTest::statement075_rememberedWhileNotConnected()
{
    MachineDriver d(test::machineOptions());
    d.subscribe(QStringLiteral("news"));
    QCOMPARE(d.machine.subscriptions().state(QStringLiteral("news")), SubscriptionState::Wanted);
    QVERIFY(d.sent().isEmpty());
    d.establish();
    QCOMPARE(d.sentEvents(), QStringList{QStringLiteral("pusher:subscribe")});
}

void SubscriptionsTest::statement076_successIsAnEventToo()
{
    ChannelDriver d;
    d.subscribe(QStringLiteral("public-x"));
    d.file(QStringLiteral("subscribed-public-soketi")); // without data
    QCOMPARE(d.machine.subscriptions().state(QStringLiteral("public-x")),
             SubscriptionState::Subscribed);
    QCOMPARE(d.events(), QStringList{QStringLiteral("pusher:subscription_succeeded")});
    QCOMPARE(d.subscriptionStates(QStringLiteral("public-x")),
             (QStringList{QStringLiteral("pending"), QStringLiteral("subscribed")}));
}

void SubscriptionsTest::statement077_subscribedTwiceIsSentOnce()
{
    ChannelDriver d;
    d.subscribe(QStringLiteral("public-x"));
    d.subscribe(QStringLiteral("public-x"));
    d.file(QStringLiteral("subscribed-public-soketi"));
    d.subscribe(QStringLiteral("public-x"));
    QCOMPARE(d.sent().size(), 1);
    d.file(QStringLiteral("subscribed-public-soketi")); // a second success changes nothing
    QCOMPARE(d.events().size(), 1);
}

void SubscriptionsTest::statement078_unsubscribeWhilePending()
{
    ChannelDriver d;
    d.subscribe(m_room);
    d.authorize();
    d.clear();
    d.unsubscribe(m_room);
    QCOMPARE(d.subscriptionStates(m_room), QStringList{QStringLiteral("unsubscribed")});
    QVERIFY(d.sent().isEmpty());
    d.file(QStringLiteral("event-message"));
    QVERIFY(d.events().isEmpty());
    d.file(QStringLiteral("subscribed-private-reverb"));
    QCOMPARE(d.sentEvents(), QStringList{QStringLiteral("pusher:unsubscribe")});
    QVERIFY(d.events().isEmpty());
    QVERIFY(!d.machine.subscriptions().deadline());
}

void SubscriptionsTest::statement078_takingTheCancelBack()
{
    ChannelDriver d;
    d.subscribe(m_room);
    d.authorize();
    d.unsubscribe(m_room);
    d.clear();
    d.subscribe(m_room);
    QCOMPARE(d.subscriptionStates(m_room), QStringList{QStringLiteral("pending")});
    QVERIFY(d.sent().isEmpty());
    d.file(QStringLiteral("subscribed-private-reverb"));
    QVERIFY(d.sent().isEmpty());
    QCOMPARE(d.machine.subscriptions().state(m_room), SubscriptionState::Subscribed);
}

void SubscriptionsTest::statement078_whileAuthorisingNothingIsSent()
{
    ChannelDriver d;
    d.subscribe(m_room);
    d.unsubscribe(m_room);
    d.authorize();
    QVERIFY(d.sent().isEmpty());
    QCOMPARE(d.machine.subscriptions().state(m_room), SubscriptionState::Unsubscribed);
}

void SubscriptionsTest::statement079_unsubscribeIsSentAndForgotten()
{
    ChannelDriver d;
    d.subscribe(m_room);
    d.authorize();
    d.file(QStringLiteral("subscribed-private-reverb"));
    d.clear();
    d.unsubscribe(m_room);
    d.unsubscribe(m_room);
    QCOMPARE(d.sent().size(), 1);
    QCOMPARE(dataOf(d.sent().at(0)), (QJsonObject{{QStringLiteral("channel"), m_room}}));
    d.clear();
    d.file(QStringLiteral("event-message")); // it was on its way
    d.file(QStringLiteral("subscribed-private-reverb"));
    QVERIFY(d.actions.empty());
    QCOMPARE(d.machine.dropped(), 2U);
    d.ended(1006);
    d.passToDeadline();
    d.open();
    d.clear();
    d.file(QStringLiteral("established-reverb"));
    QCOMPARE(d.count<Authorize>(), 0);
}

void SubscriptionsTest::statement080_staleAuthorisationIsDropped()
{
    ChannelDriver d;
    d.subscribe(m_room);
    const auto old = d.last<Authorize>();
    d.ended(1006);
    d.passToDeadline();
    d.open();
    d.file(QStringLiteral("established-soketi"));
    const auto fresh = d.last<Authorize>();
    QVERIFY(fresh.generation != old.generation);
    d.clear();
    d.take(d.machine.authorized(m_room, old.generation,
                                ChannelAuthorization{QStringLiteral("key:old"), {}, {}}, d.now));
    QVERIFY(d.actions.empty());
    d.take(d.machine.authorized(m_room, fresh.generation,
                                ChannelAuthorization{QStringLiteral("key:new"), {}, {}}, d.now));
    QCOMPARE(dataOf(d.sent().at(0)).value(QStringLiteral("auth")).toString(),
             QStringLiteral("key:new"));
    d.take(d.machine.authorized(m_room, fresh.generation,
                                ChannelAuthorization{QStringLiteral("key:twice"), {}, {}}, d.now));
    QCOMPARE(d.sent().size(), 1);
}

void SubscriptionsTest::statement081_failedChannelCanBeSubscribedAgain()
{
    ChannelDriver d;
    d.subscribe(m_room);
    d.authorize();
    d.text(R"({"event":"pusher:subscription_error","channel":"private-room.1"})");
    QCOMPARE(d.machine.subscriptions().state(m_room), SubscriptionState::Failed);
    d.clear();
    d.subscribe(m_room);
    QCOMPARE(d.count<Authorize>(), 1);
    d.authorize();
    d.file(QStringLiteral("subscribed-private-reverb"));
    QCOMPARE(d.machine.subscriptions().state(m_room), SubscriptionState::Subscribed);
}

void SubscriptionsTest::statement082_pendingTimesOut()
{
    ChannelDriver d;
    d.subscribe(m_room);
    d.authorize();
    d.pass(9999ms);
    QCOMPARE(d.machine.subscriptions().state(m_room), SubscriptionState::Pending);
    d.pass(1ms);
    QCOMPARE(d.machine.subscriptions().state(m_room), SubscriptionState::Failed);
    QCOMPARE(toString(d.last<SubscriptionChanged>().error->kind), QStringLiteral("Timeout"));
    QCOMPARE(d.machine.state(), ConnectionState::Connected);
    QVERIFY(!d.machine.subscriptions().deadline());
}

void SubscriptionsTest::statement082_channellessRefusalFailsTheOldestPending()
{
    ChannelDriver d;
    d.subscribe(m_presence); // still asks the back end
    d.subscribe(QStringLiteral("private-a"));
    d.authorize();
    d.subscribe(QStringLiteral("private-b"));
    d.authorize();
    d.clear();
    d.file(QStringLiteral("error-4009-unauthorized"));
    QCOMPARE(d.last<SubscriptionChanged>().channel, QStringLiteral("private-a"));
    QCOMPARE(d.event().channel, QStringLiteral("private-a"));
    QCOMPARE(d.event().data["status"].integer().value(), 4009);
    d.file(QStringLiteral("error-4009-unauthorized"));
    QCOMPARE(d.last<SubscriptionChanged>().channel, QStringLiteral("private-b"));
    d.clear();
    d.file(QStringLiteral("error-4009-unauthorized"));
    QCOMPARE(d.count<SubscriptionChanged>(), 0);
    QCOMPARE(d.state(m_presence), SubscriptionState::Pending);
}

void SubscriptionsTest::statement082_lateAnswerStillCounts()
{
    ChannelDriver d;
    d.subscribe(m_room);
    d.authorize();
    d.pass(11s);
    d.file(QStringLiteral("subscribed-private-reverb"));
    QCOMPARE(d.machine.subscriptions().state(m_room), SubscriptionState::Subscribed);
}

void SubscriptionsTest::statement083_subscriptionCount()
{
    ChannelDriver d;
    const QString channel = QStringLiteral("public-x");
    d.join(channel);
    QVERIFY(!d.machine.subscriptions().subscriptionCount(channel));
    d.clear();
    d.file(QStringLiteral("subscription-count"));
    QCOMPARE(d.events(), QStringList{QStringLiteral("pusher:subscription_count")});
    QCOMPARE(d.event().data["subscription_count"].integer().value(), 3);
    QCOMPARE(d.machine.subscriptions().subscriptionCount(channel).value(), 3);
    d.clear();
    d.text(R"({"event":"pusher_internal:subscription_count","channel":"public-x","data":{}})");
    QVERIFY(d.actions.empty());
    d.ended(1006);
    QVERIFY(!d.machine.subscriptions().subscriptionCount(channel));
}

void SubscriptionsTest::statement084_serverChannelsAreRefused()
{
    for (const QString &name : {QStringLiteral("#server-to-user-1"), QString()}) {
        MachineDriver d(test::machineOptions());
        d.subscribe(name);
        QCOMPARE(d.last<SubscriptionChanged>().state, SubscriptionState::Failed);
        d.establish();
        QCOMPARE(d.last<SubscriptionChanged>().state, SubscriptionState::Failed);
        QVERIFY(d.sent().isEmpty());
    }
}

void SubscriptionsTest::statement088_answerIsUsedVerbatim()
{
    ChannelDriver d;
    const ChannelAuthorization answer{QStringLiteral("key:ABC def"),
                                      QStringLiteral("{ \"user_id\" : 10,\"n\":\"\\u00e9\\/\" }"),
                                      {}};
    d.subscribe(m_presence);
    d.authorize(answer);
    QCOMPARE(d.sentData().value(QStringLiteral("auth")).toString(), answer.auth);
    QCOMPARE(d.sentData().value(QStringLiteral("channel_data")).toString(), answer.channelData);
    d.file(QStringLiteral("subscribed-presence-reverb"));
    QCOMPARE(d.members(m_presence).myId(), QStringLiteral("10"));
}

void SubscriptionsTest::statement089_refusalIsAnEventAndNoFrame()
{
    for (const int status : {0, 401, 403, 419, 429, 500}) {
        ChannelDriver d;
        d.subscribe(m_room);
        d.authorize(Error::make(Error::Kind::Server, QStringLiteral("why"), status));
        QVERIFY(d.sent().isEmpty());
        QCOMPARE(d.last<SubscriptionChanged>().error->status, status);
        QCOMPARE(d.events(), QStringList{QStringLiteral("pusher:subscription_error")});
        QCOMPARE(d.event().channel, m_room);
        QCOMPARE(d.event().data["type"].string().value(), QStringLiteral("AuthError"));
        QCOMPARE(d.event().data["error"].string().value(), QStringLiteral("why"));
        QCOMPARE(d.event().data["status"].integer().value(), status);
    }
}

void SubscriptionsTest::statement089_successOfADeniedChannelIsNotBelieved()
{
    ChannelDriver d;
    d.subscribe(m_presence);
    d.file(QStringLiteral("subscribed-presence-reverb")); // while the back end is still asked
    QCOMPARE(d.state(m_presence), SubscriptionState::Pending);
    d.authorize(Error::make(Error::Kind::Forbidden, QStringLiteral("denied"), 403));
    d.clear();
    d.file(QStringLiteral("subscribed-presence-reverb"));
    d.file(QStringLiteral("member-added"));
    d.text(R"({"event":"news","channel":"presence-room.1","data":{}})");
    d.text(R"({"event":"pusher:subscription_error","channel":"presence-room.1","data":{}})");
    QVERIFY(d.actions.empty());
    QCOMPARE(d.state(m_presence), SubscriptionState::Failed);
    QCOMPARE(d.members(m_presence).count(), 0);
    QCOMPARE(d.machine.dropped(), 5U);
    // What the server refused is another matter: it may change its mind.
    d.subscribe(m_room);
    d.authorize();
    d.text(R"({"event":"pusher:subscription_error","channel":"private-room.1","data":{}})");
    d.file(QStringLiteral("subscribed-private-reverb"));
    QCOMPARE(d.state(m_room), SubscriptionState::Subscribed);
}

void SubscriptionsTest::statement091_denialWaitsForTheNextConnection()
{
    ChannelDriver d;
    d.subscribe(m_room);
    d.authorize(Error::make(Error::Kind::Forbidden, QStringLiteral("no"), 403));
    QCOMPARE(d.machine.subscriptions().state(m_room), SubscriptionState::Failed);
    QCOMPARE(d.last<SubscriptionChanged>().error->status, 403);
    QVERIFY(d.sent().isEmpty());
    d.pass(25s);
    QCOMPARE(d.count<Authorize>(), 1);
    d.ended(1006);
    d.passToDeadline();
    d.open();
    d.file(QStringLiteral("established-reverb"));
    QCOMPARE(d.count<Authorize>(), 2);
}

void SubscriptionsTest::manyChannelsComeBackInOrder()
{
    MachineDriver d(test::machineOptions());
    QStringList names;
    for (int i = 0; i < 50; ++i) {
        names.append(QStringLiteral("c%1").arg(i));
        d.subscribe(names.last());
    }
    d.unsubscribe(names.takeAt(7));
    d.establish();
    QStringList sent;
    for (const QJsonObject &frame : d.sent())
        sent.append(dataOf(frame).value(QStringLiteral("channel")).toString());
    QCOMPARE(sent, names);
}

SUHBAT_TEST(SubscriptionsTest, Core)
#include "tst_subscriptions.moc"
