#include "ChannelDriver.h"
#include "support/TestProgram.h"

#include <QTest>

using namespace suhbat;
using namespace suhbat::pusher;
using namespace std::chrono_literals;
using suhbat::test::ChannelDriver;

/// Section K: who is in a presence channel.
class PresenceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }
    void statement098_presenceMembers();
    void statement099_presenceHashAsArray();
    void statement099_nobodyHere();
    void statement100_numbersAndTextsAreOneUser();
    void statement101_membersComeAndGo();
    void statement101_memberWithoutInfo();
    void statement101_theListIsBounded();
    void statement102_secondConnectionOfAUserIsSilent();
    void statement103_memberWithoutInfoIsRefused();
    void statement104_presenceWithoutChannelData();
    void statement105_reconnectLeavesNoStaleMembers();

private:
    const QString m_room = QStringLiteral("presence-room.1");
};

void PresenceTest::statement098_presenceMembers()
{
    ChannelDriver d;
    d.join(m_room);
    QCOMPARE(d.members(m_room).count(), 2);
    QCOMPARE(d.members(m_room).myId(), QStringLiteral("2"));
    QCOMPARE(d.members(m_room).info(QStringLiteral("1"))["name"].string().value(),
             QStringLiteral("User 1"));
    QCOMPARE(d.last<MembersChanged>().what, MembersChanged::What::Replaced);
}

void PresenceTest::statement099_presenceHashAsArray()
{
    ChannelDriver d;
    d.subscribe(m_room);
    d.authorize(ChannelDriver::presenceAuthorization());
    d.file(QStringLiteral("subscribed-presence-array"));
    QStringList ids = d.members(m_room).ids();
    ids.sort();
    QCOMPARE(ids, (QStringList{QStringLiteral("0"), QStringLiteral("1")}));
    QCOMPARE(d.members(m_room).info(QStringLiteral("0"))["n"].integer().value(), 0);
    QCOMPARE(d.members(m_room).info(QStringLiteral("1"))["n"].integer().value(), 1);
}

void PresenceTest::statement099_nobodyHere()
{
    ChannelDriver d;
    d.subscribe(m_room);
    d.authorize(ChannelDriver::presenceAuthorization());
    d.file(QStringLiteral("subscribed-presence-empty"));
    QCOMPARE(d.state(m_room), SubscriptionState::Subscribed);
    QCOMPARE(d.members(m_room).count(), 0);
}

void PresenceTest::statement100_numbersAndTextsAreOneUser()
{
    ChannelDriver d;
    d.subscribe(m_room);
    d.authorize(ChannelDriver::presenceAuthorization());
    d.file(QStringLiteral("subscribed-presence-numbers")); // 12 and 13, as numbers
    QCOMPARE(d.members(m_room).count(), 2);
    QCOMPARE(d.members(m_room).info(QStringLiteral("12"))["name"].string().value(),
             QStringLiteral("Ali"));
    d.file(QStringLiteral("member-added")); // 12, a number
    QCOMPARE(d.members(m_room).count(), 2);
    d.file(QStringLiteral("member-removed")); // 12, as text
    QCOMPARE(d.members(m_room).ids(), QStringList{QStringLiteral("13")});
}

void PresenceTest::statement101_membersComeAndGo()
{
    ChannelDriver d;
    d.join(m_room);
    d.clear();
    d.file(QStringLiteral("member-added"));
    QCOMPARE(d.members(m_room).count(), 3);
    QCOMPARE(d.last<MembersChanged>().userId, QStringLiteral("12"));
    QCOMPARE(d.event().name, QStringLiteral("pusher:member_added"));
    QCOMPARE(d.event().data["id"].string().value(), QStringLiteral("12"));
    d.file(QStringLiteral("member-removed"));
    QCOMPARE(d.members(m_room).count(), 2);
    QCOMPARE(d.event().name, QStringLiteral("pusher:member_removed"));
    QCOMPARE(d.event().data["info"]["name"].string().value(), QStringLiteral("Ali"));
    d.clear();
    d.file(QStringLiteral("member-removed"));
    QVERIFY(d.actions.empty());
}

void PresenceTest::statement101_memberWithoutInfo()
{
    ChannelDriver d;
    d.join(m_room);
    d.file(QStringLiteral("member-added-bare"));
    QCOMPARE(d.event().data["id"].string().value(), QStringLiteral("12"));
    QVERIFY(d.event().data["info"].isNothing());
    QVERIFY(d.members(m_room).contains(QStringLiteral("12")));
}

void PresenceTest::statement101_theListIsBounded()
{
    const auto added = [](int id, qsizetype length) {
        return R"({"event":"pusher_internal:member_added","channel":"presence-room.1","data":{"user_id":)" +
               QByteArray::number(id) + R"(,"user_info":{"n":")" + QByteArray(length, 'x') +
               R"("}}})";
    };
    ChannelDriver d;
    d.join(m_room);
    d.text(added(50, PresenceMembers::longestInfo)); // the person is told, the book is not kept
    QCOMPARE(d.last<MembersChanged>().userId, QStringLiteral("50"));
    QVERIFY(d.members(m_room).info(QStringLiteral("50")).isNothing());
    for (int id = 100; id < 100 + PresenceMembers::most; ++id)
        d.text(added(id, 1));
    QCOMPARE(d.members(m_room).count(), PresenceMembers::most);
    QCOMPARE(d.machine.dropped(), 3U);
    d.clear();
    d.text(added(100, 2)); // who is here may change
    d.text(added(9, 1));
    QVERIFY(d.actions.empty());
    QCOMPARE(d.members(m_room).info(QStringLiteral("100"))["n"].string().value(),
             QStringLiteral("xx"));

    QByteArray everybody = R"({"x":null)";
    for (int id = 0; id < PresenceMembers::most + 5; ++id)
        everybody += ",\"" + QByteArray::number(id) + "\":null";
    everybody += '}';
    PresenceMembers members;
    members.replace(*JsonValue::parse(R"({"presence":{"hash":)" + everybody + "}}"));
    QCOMPARE(members.count(), PresenceMembers::most);
}

void PresenceTest::statement102_secondConnectionOfAUserIsSilent()
{
    ChannelDriver d;
    d.join(m_room);
    d.file(QStringLiteral("member-added"));
    d.clear();
    d.file(QStringLiteral("member-added"));
    QVERIFY(d.actions.empty());
    QCOMPARE(d.members(m_room).count(), 3);
}

void PresenceTest::statement103_memberWithoutInfoIsRefused()
{
    ChannelDriver d;
    d.subscribe(m_room);
    d.authorize(ChannelDriver::presenceAuthorization());
    d.subscribe(QStringLiteral("private-x"));
    d.authorize();
    d.file(QStringLiteral("error-4200-reverb")); // not after 10 s only
    QCOMPARE(d.state(m_room), SubscriptionState::Failed);
    QCOMPARE(d.event().data["status"].integer().value(), 4200);
    QCOMPARE(d.state(QStringLiteral("private-x")), SubscriptionState::Pending);
    d.file(QStringLiteral("error-4200-reverb")); // this one cannot be about members
    QCOMPARE(d.state(QStringLiteral("private-x")), SubscriptionState::Pending);
    QCOMPARE(d.machine.state(), ConnectionState::Connected);
}

void PresenceTest::statement104_presenceWithoutChannelData()
{
    ChannelDriver d;
    d.subscribe(m_room);
    d.authorize();
    QCOMPARE(d.state(m_room), SubscriptionState::Failed);
    QCOMPARE(d.events(), QStringList{QStringLiteral("pusher:subscription_error")});
    QVERIFY(d.sent().isEmpty());
}

void PresenceTest::statement105_reconnectLeavesNoStaleMembers()
{
    ChannelDriver d;
    d.join(m_room);
    d.file(QStringLiteral("member-added"));
    d.clear();
    d.reconnect();
    QCOMPARE(d.members(m_room).count(), 0);
    QCOMPARE(d.count<MembersChanged>(), 1);
    d.authorize(ChannelDriver::presenceAuthorization());
    d.file(QStringLiteral("subscribed-presence-reverb"));
    QCOMPARE(d.count<MembersChanged>(), 2);
    QCOMPARE(d.last<MembersChanged>().what, MembersChanged::What::Replaced);
    QVERIFY(!d.members(m_room).contains(QStringLiteral("12")));
}

SUHBAT_TEST(PresenceTest, Core)
#include "tst_presence.moc"
