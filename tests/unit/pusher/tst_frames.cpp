#include "ChannelDriver.h"
#include "support/TestProgram.h"

#include <QTest>

using namespace suhbat;
using namespace suhbat::pusher;
using suhbat::test::ChannelDriver;

/// Section G: what every frame is made of.
class FramesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }
    void statement067_dataIsDecodedOnce();
    void statement067_otherDataIsPassedAsItIs();
    void statement068_keysInAnyOrder();
    void statement069_clientEventsCarryObjects();
    void statement070_oddFramesDoNoHarm_data();
    void statement070_oddFramesDoNoHarm();
    void statement070_unparsableTextIsAnError();
    void statement071_internalEventsStayInside();
    void statement072_lateEventsOfALeftChannelAreDropped();
    void statement073_escapesOfPhp();

private:
    const QString m_room = QStringLiteral("private-room.1");
};

void FramesTest::statement067_dataIsDecodedOnce()
{
    ChannelDriver d;
    d.join(m_room);
    d.file(QStringLiteral("event-message"));
    QCOMPARE(d.event().data["message"]["body"].string().value(), QStringLiteral("h\u00e9 /"));
    QCOMPARE(d.event().name, QStringLiteral("App\\Events\\MessageSent"));
    d.file(QStringLiteral("event-text"));
    QCOMPARE(d.event().data.string().value(), QStringLiteral("not json"));
    d.file(QStringLiteral("event-number"));
    QCOMPARE(d.event().data.type(), JsonValue::Type::Number);
}

void FramesTest::statement067_otherDataIsPassedAsItIs()
{
    ChannelDriver d;
    d.join(QStringLiteral("c"));
    d.text(R"({"event":"e","channel":"c","data":{"a":"1"}})");
    QCOMPARE(d.event().data["a"].type(), JsonValue::Type::String); // not decoded any deeper
    d.text(R"({"event":"e","channel":"c","data":null})");
    QCOMPARE(d.event().data.type(), JsonValue::Type::Null);
    d.text(R"({"event":"e","channel":"c"})");
    QCOMPARE(d.event().data.type(), JsonValue::Type::Undefined);
    d.text(R"({"event":"e","channel":"c","data":""})");
    QCOMPARE(d.event().data.string().value(), QString());
}

void FramesTest::statement068_keysInAnyOrder()
{
    ChannelDriver d;
    d.join(m_room);
    for (const char *server : {"event-message", "event-message-soketi"}) {
        d.clear();
        d.file(QLatin1String(server));
        QCOMPARE(d.event().channel, m_room);
        QCOMPARE(d.event().name, QStringLiteral("App\\Events\\MessageSent"));
        QCOMPARE(d.event().data["message"]["id"].id().value(), QStringLiteral("733263190"));
    }
}

void FramesTest::statement069_clientEventsCarryObjects()
{
    ChannelDriver d;
    d.join(m_room);
    d.join(QStringLiteral("presence-room.1"));
    d.file(QStringLiteral("event-client"));
    QCOMPARE(d.event().data["a"].integer().value(), 1);
    d.file(QStringLiteral("event-client-string")); // soketi passes on what it gets
    QCOMPARE(d.event().data["a"].integer().value(), 1);
    const QString name = QStringLiteral("client-x");
    QCOMPARE(d.clientEvent(m_room, name, "\"text\""), QStringLiteral("Validation"));
    QCOMPARE(d.clientEvent(m_room, name, "null"), QStringLiteral("Validation"));
    const auto sent = QJsonDocument::fromJson(d.clientEvent(m_room, name, "{\"a\":1}").toUtf8());
    QVERIFY(sent[QStringLiteral("data")].isObject());
}

void FramesTest::statement070_oddFramesDoNoHarm_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<int>("events");
    QTest::newRow("list") << QByteArray("[]") << 0;
    QTest::newRow("text") << QByteArray("\"pusher:ping\"") << 0;
    QTest::newRow("number") << QByteArray("12") << 0;
    QTest::newRow("null") << QByteArray("null") << 0;
    QTest::newRow("no event") << QByteArray("{}") << 0;
    QTest::newRow("event is a number") << QByteArray("{\"event\":7,\"channel\":\"c\"}") << 0;
    QTest::newRow("channel is a list") << QByteArray("{\"event\":\"e\",\"channel\":[\"c\"]}") << 1;
    QTest::newRow("unknown channel") << QByteArray("{\"event\":\"e\",\"channel\":\"d\"}") << 0;
    QTest::newRow("unknown pusher event") << QByteArray("{\"event\":\"pusher:novelty\"}") << 1;
    QTest::newRow("members of nowhere")
        << QByteArray("{\"event\":\"pusher_internal:member_added\",\"channel\":\"d\"}") << 0;
    QTest::newRow("member without id")
        << QByteArray("{\"event\":\"pusher_internal:member_added\",\"channel\":\"c\"}") << 0;
    QTest::newRow("extra keys")
        << QByteArray("{\"event\":\"e\",\"channel\":\"c\",\"data\":[1],\"more\":{\"x\":[]}}") << 1;
    QTest::newRow("error that is text")
        << QByteArray("{\"event\":\"pusher:error\",\"data\":\"oops\"}") << 0;
}

void FramesTest::statement070_oddFramesDoNoHarm()
{
    QFETCH(QByteArray, frame);
    QFETCH(int, events);
    ChannelDriver d;
    d.join(QStringLiteral("c"));
    d.clear();
    d.text(frame);
    QCOMPARE(d.events().size(), events);
    QCOMPARE(d.machine.state(), ConnectionState::Connected);
    QVERIFY(d.sent().isEmpty());
}

void FramesTest::statement070_unparsableTextIsAnError()
{
    ChannelDriver d;
    for (const QByteArray &text :
         {QByteArray("{half"), QByteArray(), QByteArray("\xff\xfe"), QByteArray(300, '[')}) {
        d.clear();
        d.text(text);
        QCOMPARE(d.errors(), QStringList{QStringLiteral("BadResponse 0")});
        QCOMPARE(d.actions.size(), size_t(1));
    }
    QCOMPARE(d.machine.state(), ConnectionState::Connected);
}

void FramesTest::statement071_internalEventsStayInside()
{
    ChannelDriver d;
    d.subscribe(QStringLiteral("c"));
    d.clear();
    d.text(R"({"event":"pusher_internal:novelty","channel":"c","data":{}})");
    QVERIFY(d.actions.empty());
    d.text(R"({"event":"pusher:novelty","channel":"c"})");
    QCOMPARE(d.events(), QStringList{QStringLiteral("pusher:novelty")});
}

void FramesTest::statement072_lateEventsOfALeftChannelAreDropped()
{
    ChannelDriver d;
    d.join(m_room);
    d.unsubscribe(m_room);
    d.clear();
    d.file(QStringLiteral("event-message"));
    QVERIFY(d.actions.empty());
}

void FramesTest::statement073_escapesOfPhp()
{
    ChannelDriver d;
    d.join(m_room);
    d.file(QStringLiteral("event-escapes"));
    QCOMPARE(d.event().data["a"].string().value(), QStringLiteral("\u00e9/<"));
}

SUHBAT_TEST(FramesTest, Core)
#include "tst_frames.moc"
