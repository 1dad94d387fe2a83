#include "MachineDriver.h"

#include <QTest>

using namespace suhbat;
using namespace suhbat::pusher;
using namespace std::chrono_literals;
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
    void statement067_dataIsDecodedOnce();
    void statement071_internalEventsStayInside();
    void statement072_lateEventsOfALeftChannelAreDropped();
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
    void statement082_lateAnswerStillCounts();
    void statement083_subscriptionCount();
    void statement084_serverChannelsAreRefused();
    void statement091_denialWaitsForTheNextConnection();
    void statement098_presenceMembers();
    void statement099_membersAsAList();
    void statement101_membersComeAndGo();
    void statement102_secondConnectionOfAUserIsSilent();
    void statement104_presenceWithoutChannelData();
    void statement105_reconnectLeavesNoStaleMembers();
    void statement114_clientEventNames();
    void statement115_clientEventNeedsASubscription();
    void statement116_senderOfAClientEvent();
    void statement117_clientEventsAreThrottled();
    void manyChannelsComeBackInOrder();

private:
    MachineDriver connected() const;

    const QString m_room = QStringLiteral("private-room.1");
    const QString m_presence = QStringLiteral("presence-room.1");
    PusherOptions m_options;
};

namespace {

const ChannelAuthorization presenceAuthorization{
    QStringLiteral("key:sig"), QStringLiteral("{\"user_id\":2,\"user_info\":{}}"), {}};

QJsonObject dataOf(const QJsonObject &frame)
{
    return frame.value(QStringLiteral("data")).toObject();
}

} // namespace

void SubscriptionsTest::init()
{
    test::failOnAnyWarning();
    m_options = {};
    m_options.host = QStringLiteral("localhost");
    m_options.appKey = QStringLiteral("key");
    m_options.random = [] { return 0.5; };
}

MachineDriver SubscriptionsTest::connected() const
{
    MachineDriver d(m_options);
    d.establish();
    d.clear();
    return d;
}

void SubscriptionsTest::statement027_reconnectStartsChannelsAnew()
{
    MachineDriver d = connected();
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
    MachineDriver d = connected();
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
    MachineDriver d = connected();
    d.subscribe(m_room);
    d.authorize();
    d.file(QStringLiteral("error-4009-not-a-member"));
    QCOMPARE(d.machine.subscriptions().state(m_room), SubscriptionState::Pending);
    QCOMPARE(d.errors().size(), 1);
}

void SubscriptionsTest::statement055_tooLongFrameIsNotSent()
{
    MachineDriver d = connected();
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
    MachineDriver d = connected();
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

void SubscriptionsTest::statement067_dataIsDecodedOnce()
{
    MachineDriver d = connected();
    d.subscribe(m_room);
    d.file(QStringLiteral("event-message"));
    QCOMPARE(d.last<EventReceived>().data["message"]["body"].string().value(),
             QStringLiteral("h\u00e9 /"));
    QCOMPARE(d.last<EventReceived>().name, QStringLiteral("App\\Events\\MessageSent"));
    d.file(QStringLiteral("event-text"));
    QCOMPARE(d.last<EventReceived>().data.string().value(), QStringLiteral("not json"));
    d.file(QStringLiteral("event-number"));
    QCOMPARE(d.last<EventReceived>().data.type(), JsonValue::Type::Number);
}

void SubscriptionsTest::statement071_internalEventsStayInside()
{
    MachineDriver d = connected();
    d.subscribe(QStringLiteral("c"));
    d.clear();
    d.text(R"({"event":"pusher_internal:novelty","channel":"c","data":{}})");
    QVERIFY(d.actions.empty());
    d.text(R"({"event":"pusher:cache_miss","channel":"c"})");
    QCOMPARE(d.events(), QStringList{QStringLiteral("pusher:cache_miss")});
}

void SubscriptionsTest::statement072_lateEventsOfALeftChannelAreDropped()
{
    MachineDriver d = connected();
    d.subscribe(m_room);
    d.authorize();
    d.file(QStringLiteral("subscribed-private-reverb"));
    d.unsubscribe(m_room);
    d.clear();
    d.file(QStringLiteral("event-message"));
    QVERIFY(d.actions.empty());
}

void SubscriptionsTest::statement074_subscribeFrames()
{
    MachineDriver d = connected();
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
    d.authorize(presenceAuthorization);
    QCOMPARE(dataOf(d.sent().last()).value(QStringLiteral("channel_data")).toString(),
             presenceAuthorization.channelData);
    QCOMPARE(d.sentEvents().count(QStringLiteral("pusher:subscribe")), 3);
}

void SubscriptionsTest::statement075_rememberedWhileNotConnected()
{
    MachineDriver d(m_options);
    d.subscribe(QStringLiteral("news"));
    QCOMPARE(d.machine.subscriptions().state(QStringLiteral("news")), SubscriptionState::Wanted);
    QVERIFY(d.sent().isEmpty());
    d.establish();
    QCOMPARE(d.sentEvents(), QStringList{QStringLiteral("pusher:subscribe")});
}

void SubscriptionsTest::statement076_successIsAnEventToo()
{
    MachineDriver d = connected();
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
    MachineDriver d = connected();
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
    MachineDriver d = connected();
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
    MachineDriver d = connected();
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
    MachineDriver d = connected();
    d.subscribe(m_room);
    d.unsubscribe(m_room);
    d.authorize();
    QVERIFY(d.sent().isEmpty());
    QCOMPARE(d.machine.subscriptions().state(m_room), SubscriptionState::Unsubscribed);
}

void SubscriptionsTest::statement079_unsubscribeIsSentAndForgotten()
{
    MachineDriver d = connected();
    d.subscribe(m_room);
    d.authorize();
    d.file(QStringLiteral("subscribed-private-reverb"));
    d.clear();
    d.unsubscribe(m_room);
    d.unsubscribe(m_room);
    QCOMPARE(d.sent().size(), 1);
    QCOMPARE(dataOf(d.sent().at(0)), (QJsonObject{{QStringLiteral("channel"), m_room}}));
    d.ended(1006);
    d.passToDeadline();
    d.open();
    d.clear();
    d.file(QStringLiteral("established-reverb"));
    QCOMPARE(d.count<Authorize>(), 0);
}

void SubscriptionsTest::statement080_staleAuthorisationIsDropped()
{
    MachineDriver d = connected();
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
    MachineDriver d = connected();
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
    MachineDriver d = connected();
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

void SubscriptionsTest::statement082_lateAnswerStillCounts()
{
    MachineDriver d = connected();
    d.subscribe(m_room);
    d.authorize();
    d.pass(11s);
    d.file(QStringLiteral("subscribed-private-reverb"));
    QCOMPARE(d.machine.subscriptions().state(m_room), SubscriptionState::Subscribed);
}

void SubscriptionsTest::statement083_subscriptionCount()
{
    MachineDriver d = connected();
    d.subscribe(QStringLiteral("public-x"));
    d.clear();
    d.text(R"({"event":"pusher_internal:subscription_count","channel":"public-x",)"
           R"("data":{"subscription_count":3}})");
    QCOMPARE(d.events(), QStringList{QStringLiteral("pusher:subscription_count")});
    QCOMPARE(d.last<EventReceived>().data["subscription_count"].integer().value(), 3);
}

void SubscriptionsTest::statement084_serverChannelsAreRefused()
{
    for (const QString &name : {QStringLiteral("#server-to-user-1"), QString()}) {
        MachineDriver d(m_options);
        d.subscribe(name);
        QCOMPARE(d.last<SubscriptionChanged>().state, SubscriptionState::Failed);
        d.establish();
        QCOMPARE(d.last<SubscriptionChanged>().state, SubscriptionState::Failed);
        QVERIFY(d.sent().isEmpty());
    }
}

void SubscriptionsTest::statement091_denialWaitsForTheNextConnection()
{
    MachineDriver d = connected();
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

void SubscriptionsTest::statement098_presenceMembers()
{
    MachineDriver d = connected();
    d.subscribe(m_presence);
    d.authorize(presenceAuthorization);
    d.file(QStringLiteral("subscribed-presence-reverb"));
    const PresenceMembers members = d.machine.subscriptions().members(m_presence);
    QCOMPARE(members.count(), 2);
    QCOMPARE(members.myId(), QStringLiteral("2"));
    QCOMPARE(members.info(QStringLiteral("1"))["name"].string().value(), QStringLiteral("User 1"));
    QCOMPARE(d.last<MembersChanged>().what, MembersChanged::What::Replaced);
}

void SubscriptionsTest::statement099_membersAsAList()
{
    MachineDriver d = connected();
    d.subscribe(m_presence);
    d.authorize(presenceAuthorization);
    d.file(QStringLiteral("subscribed-presence-array"));
    const PresenceMembers members = d.machine.subscriptions().members(m_presence);
    QCOMPARE(members.count(), 2);
    QCOMPARE(members.info(QStringLiteral("1"))["n"].integer().value(), 1);
}

void SubscriptionsTest::statement101_membersComeAndGo()
{
    MachineDriver d = connected();
    d.subscribe(m_presence);
    d.authorize(presenceAuthorization);
    d.file(QStringLiteral("subscribed-presence-reverb"));
    d.clear();
    d.file(QStringLiteral("member-added"));
    QCOMPARE(d.machine.subscriptions().members(m_presence).count(), 3);
    QCOMPARE(d.last<MembersChanged>().userId, QStringLiteral("12"));
    QCOMPARE(d.last<EventReceived>().name, QStringLiteral("pusher:member_added"));
    QCOMPARE(d.last<EventReceived>().data["id"].string().value(), QStringLiteral("12"));
    d.file(QStringLiteral("member-removed")); // 12 as text: the same user (100)
    QCOMPARE(d.machine.subscriptions().members(m_presence).count(), 2);
    QCOMPARE(d.last<EventReceived>().data["info"]["name"].string().value(), QStringLiteral("Ali"));
    d.clear();
    d.file(QStringLiteral("member-removed"));
    QVERIFY(d.actions.empty());
}

void SubscriptionsTest::statement102_secondConnectionOfAUserIsSilent()
{
    MachineDriver d = connected();
    d.subscribe(m_presence);
    d.authorize(presenceAuthorization);
    d.file(QStringLiteral("subscribed-presence-reverb"));
    d.file(QStringLiteral("member-added"));
    d.clear();
    d.file(QStringLiteral("member-added"));
    QVERIFY(d.actions.empty());
    QCOMPARE(d.machine.subscriptions().members(m_presence).count(), 3);
}

void SubscriptionsTest::statement104_presenceWithoutChannelData()
{
    MachineDriver d = connected();
    d.subscribe(m_presence);
    d.authorize();
    QCOMPARE(d.machine.subscriptions().state(m_presence), SubscriptionState::Failed);
    QVERIFY(d.sent().isEmpty());
}

void SubscriptionsTest::statement105_reconnectLeavesNoStaleMembers()
{
    MachineDriver d = connected();
    d.subscribe(m_presence);
    d.authorize(presenceAuthorization);
    d.file(QStringLiteral("subscribed-presence-reverb"));
    d.clear();
    d.ended(1006);
    QCOMPARE(d.machine.subscriptions().members(m_presence).count(), 0);
    QCOMPARE(d.count<MembersChanged>(), 1);
}

void SubscriptionsTest::statement114_clientEventNames()
{
    MachineDriver d = connected();
    d.subscribe(m_room);
    d.authorize();
    d.file(QStringLiteral("subscribed-private-reverb"));
    const auto kind = [&d, this](const QString &event, const QByteArray &json) {
        const auto result = d.machine.clientEvent(m_room, event, json, d.now);
        return result ? QString() : toString(result.error().kind);
    };
    QCOMPARE(kind(QStringLiteral("typing"), "{}"), QStringLiteral("Validation"));
    QCOMPARE(kind(QStringLiteral("client-typing"), "half {"), QStringLiteral("Validation"));
    QCOMPARE(kind(QStringLiteral("client-typing"), "[]"), QStringLiteral("Validation"));
    QCOMPARE(kind(QStringLiteral("client-typing"), "{\"a\":1}"), QString());
    const auto frame =
        d.machine.clientEvent(m_room, QStringLiteral("client-\"x"), "{\"a\":1}", d.now);
    QVERIFY(frame);
    const QJsonObject object = QJsonDocument::fromJson(*frame).object();
    QCOMPARE(object.value(QStringLiteral("event")).toString(), QStringLiteral("client-\"x"));
    QCOMPARE(object.value(QStringLiteral("channel")).toString(), m_room);
    QCOMPARE(dataOf(object).value(QStringLiteral("a")).toInt(), 1);
}

void SubscriptionsTest::statement115_clientEventNeedsASubscription()
{
    MachineDriver d = connected();
    d.subscribe(m_room);
    const auto result = d.machine.clientEvent(m_room, QStringLiteral("client-x"), "{}", d.now);
    QVERIFY(!result);
    QCOMPARE(toString(result.error().kind), QStringLiteral("Unreachable"));
}

void SubscriptionsTest::statement116_senderOfAClientEvent()
{
    MachineDriver d = connected();
    d.subscribe(m_presence);
    d.file(QStringLiteral("event-client"));
    QCOMPARE(d.last<EventReceived>().userId, QStringLiteral("2"));
    QCOMPARE(d.last<EventReceived>().data["a"].integer().value(), 1);
}

void SubscriptionsTest::statement117_clientEventsAreThrottled()
{
    MachineDriver d = connected();
    d.subscribe(m_room);
    d.authorize();
    d.file(QStringLiteral("subscribed-private-reverb"));
    const auto send = [&d, this] {
        return d.machine.clientEvent(m_room, QStringLiteral("client-x"), "{}", d.now);
    };
    for (int i = 0; i < 10; ++i)
        QVERIFY(send());
    QCOMPARE(toString(send().error().kind), QStringLiteral("RateLimited"));
    d.pass(1s);
    QVERIFY(send());
}

void SubscriptionsTest::manyChannelsComeBackInOrder()
{
    MachineDriver d(m_options);
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

QTEST_GUILESS_MAIN(SubscriptionsTest)
#include "tst_subscriptions.moc"
