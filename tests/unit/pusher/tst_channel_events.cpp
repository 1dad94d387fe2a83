#include "ChannelDriver.h"
#include "support/TestProgram.h"

#include <QTest>

using namespace suhbat;
using namespace suhbat::pusher;
using namespace std::chrono_literals;
using suhbat::test::ChannelDriver;

/// Sections M and N: what cache channels had kept, and client events.
class ChannelEventsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }
    void statement092_plainNames_data();
    void statement092_plainNames();
    void statement111_cacheMissOrTheLastEvent();
    void statement112_theHyphenCounts();
    void statement113_keptEventsAreMarkedAsReplays();
    void statement113_onlyTheFirstEventIsAReplay();
    void statement114_clientEventNames();
    void statement115_clientEventNeedsASubscription();
    void statement116_senderOfAClientEvent();
    void statement117_clientEventsAreThrottled();
    void statement117_hostedPusherTakesNoneOnPublicChannels();

private:
    const QString m_room = QStringLiteral("private-room.1");
    const QString m_cache = QStringLiteral("private-cache-c1");
};

void ChannelEventsTest::statement092_plainNames_data()
{
    QTest::addColumn<QString>("channel");
    QTest::addColumn<QString>("plain");
    QTest::newRow("public") << "room.1"
                            << "room.1";
    QTest::newRow("private") << "private-room.1"
                             << "room.1";
    QTest::newRow("encrypted") << "private-encrypted-room.1"
                               << "room.1";
    QTest::newRow("presence") << "presence-room.1"
                              << "room.1";
    QTest::newRow("once only") << "presence-private-room.1"
                               << "private-room.1";
    QTest::newRow("no hyphen") << "privateroom.1"
                               << "privateroom.1";
}

void ChannelEventsTest::statement092_plainNames()
{
    QFETCH(QString, channel);
    QFETCH(QString, plain);
    QCOMPARE(plainName(channel), plain);
}

void ChannelEventsTest::statement111_cacheMissOrTheLastEvent()
{
    ChannelDriver d;
    d.join(m_cache);
    d.clear();
    d.file(QStringLiteral("cache-miss"));
    QCOMPARE(d.events(), QStringList{QStringLiteral("pusher:cache_miss")});
    QCOMPARE(d.event().channel, m_cache);
    QVERIFY(!d.event().replayed);
    d.file(QStringLiteral("cache-event")); // nothing was kept: this one is new
    QVERIFY(!d.event().replayed);
}

void ChannelEventsTest::statement112_theHyphenCounts()
{
    QVERIFY(!needsAuthorization(QStringLiteral("privateer")));
    QVERIFY(!needsAuthorization(QStringLiteral("presences")));
    QVERIFY(!isPresence(QStringLiteral("presences")));
    QVERIFY(!isCache(QStringLiteral("cached")));
    QVERIFY(!isEncrypted(QStringLiteral("private-encryptedroom")));
    for (const char *name :
         {"cache-c", "private-cache-c", "presence-cache-c", "private-encrypted-cache-c"})
        QVERIFY2(isCache(QLatin1String(name)), name);
    ChannelDriver d;
    d.join(QStringLiteral("cached"));
    d.text(R"({"event":"pusher:cache_miss","channel":"cached"})"); // Reverb's view of that name
    QCOMPARE(d.events().last(), QStringLiteral("pusher:cache_miss"));
}

void ChannelEventsTest::statement113_keptEventsAreMarkedAsReplays()
{
    ChannelDriver d;
    d.join(m_cache);
    d.file(QStringLiteral("cache-event"));
    QCOMPARE(d.event().name, QStringLiteral("price"));
    QVERIFY(d.event().replayed);
    d.file(QStringLiteral("cache-event"));
    QVERIFY(!d.event().replayed);
    d.reconnect();
    d.authorize();
    d.succeed(m_cache);
    d.file(QStringLiteral("cache-event"));
    QVERIFY(d.event().replayed);
}

void ChannelEventsTest::statement113_onlyTheFirstEventIsAReplay()
{
    ChannelDriver d;
    d.join(m_cache);
    d.text(R"({"event":"client-x","channel":"private-cache-c1","data":{}})");
    QVERIFY(!d.event().replayed); // client events are not kept
    d.text(R"({"event":"pusher:novelty","channel":"private-cache-c1"})");
    QVERIFY(!d.event().replayed);
    d.file(QStringLiteral("cache-event"));
    QVERIFY(d.event().replayed);
    d.join(m_room); // no cache channel
    d.file(QStringLiteral("event-message"));
    QVERIFY(!d.event().replayed);
}

void ChannelEventsTest::statement114_clientEventNames()
{
    ChannelDriver d;
    d.join(m_room);
    const QString typing = QStringLiteral("client-typing");
    QCOMPARE(d.clientEvent(m_room, QStringLiteral("typing"), "{}"), QStringLiteral("Validation"));
    QCOMPARE(d.clientEvent(m_room, typing, "half {"), QStringLiteral("Validation"));
    QCOMPARE(d.clientEvent(m_room, typing, "[]"), QStringLiteral("Validation"));
    QVERIFY(d.clientEvent(m_room, typing, "{\"a\":1}").startsWith(u'{'));
    const QString frame = d.clientEvent(m_room, QStringLiteral("client-\"x"), "{\"a\":1}");
    const QJsonDocument sent = QJsonDocument::fromJson(frame.toUtf8());
    QCOMPARE(sent[QStringLiteral("event")].toString(), QStringLiteral("client-\"x"));
    QCOMPARE(sent[QStringLiteral("channel")].toString(), m_room);
    QCOMPARE(sent[QStringLiteral("data")][QStringLiteral("a")].toInt(), 1);
}

void ChannelEventsTest::statement115_clientEventNeedsASubscription()
{
    ChannelDriver d;
    d.subscribe(m_room);
    const QString name = QStringLiteral("client-x");
    QCOMPARE(d.clientEvent(m_room, name, "{}"), QStringLiteral("Unreachable"));
    d.authorize();
    QCOMPARE(d.clientEvent(m_room, name, "{}"), QStringLiteral("Unreachable"));
    d.succeed(m_room);
    QVERIFY(d.clientEvent(m_room, name, "{}").startsWith(u'{'));
    d.ended(1006);
    QCOMPARE(d.clientEvent(m_room, name, "{}"), QStringLiteral("Unreachable"));
}

void ChannelEventsTest::statement116_senderOfAClientEvent()
{
    ChannelDriver d;
    d.join(QStringLiteral("presence-room.1"));
    d.file(QStringLiteral("event-client"));
    QCOMPARE(d.event().userId, QStringLiteral("2"));
    QCOMPARE(d.event().data["a"].integer().value(), 1);
    // Reverb may pass on what a stranger wrote: it stays what somebody says, and adds no member.
    d.clear();
    d.file(QStringLiteral("event-client-forged"));
    QCOMPARE(d.event().userId, QStringLiteral("forged"));
    QCOMPARE(d.actions.size(), size_t(1));
    QVERIFY(!d.members(QStringLiteral("presence-room.1")).contains(QStringLiteral("forged")));
}

void ChannelEventsTest::statement117_clientEventsAreThrottled()
{
    ChannelDriver d;
    d.join(m_room);
    const auto send = [&d, this] {
        return d.machine.clientEvent(m_room, QStringLiteral("client-x"), "{}", d.now);
    };
    for (int i = 0; i < 10; ++i)
        QVERIFY(send());
    QCOMPARE(toString(send().error().kind), QStringLiteral("RateLimited"));
    d.pass(999ms);
    QVERIFY(!send());
    d.pass(1ms);
    QVERIFY(send());
}

void ChannelEventsTest::statement117_hostedPusherTakesNoneOnPublicChannels()
{
    const QString name = QStringLiteral("client-x");
    PusherOptions hosted = test::machineOptions();
    hosted.host.clear();
    hosted.cluster = QStringLiteral("eu");
    ChannelDriver d(hosted);
    d.join(QStringLiteral("news"));
    d.join(m_room);
    QCOMPARE(d.clientEvent(QStringLiteral("news"), name, "{}"), QStringLiteral("Validation"));
    QVERIFY(d.clientEvent(m_room, name, "{}").startsWith(u'{'));
    ChannelDriver own;
    own.join(QStringLiteral("news"));
    QVERIFY(own.clientEvent(QStringLiteral("news"), name, "{}").startsWith(u'{'));
}

SUHBAT_TEST(ChannelEventsTest, Core)
#include "tst_channel_events.moc"
