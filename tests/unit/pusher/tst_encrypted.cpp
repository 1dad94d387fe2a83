#include "ChannelDriver.h"
#include "pusher/crypto/SecretBox.h"
#include "support/TestProgram.h"

#include <QCryptographicHash>
#include <QTest>

using namespace suhbat;
using namespace suhbat::pusher;
using namespace std::chrono_literals;
using suhbat::test::ChannelDriver;

/// Section L: channels whose events only their members can read.
class EncryptedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }
    void statement106_secretIsKeptAndNotSentOn();
    void statement106_unusableSecretFails_data();
    void statement106_unusableSecretFails();
    void statement106_refusedWithoutAnOpener();
    void statement107_secretOfAChannel();
    void statement108_eventIsOpened();
    void statement108_boxesOfWrongLengths();
    void statement108_textThatIsNoJson();
    void statement109_keyIsFetchedAgainOnce();
    void statement109_eventsWaitForTheKeyInOrder();
    void statement109_whatWaitsIsBounded();
    void statement109_failedFetchIsRepeatedWithBackOff();
    void statement109_retryAfterOfTheBackEnd();
    void statement109_deniedFetchIsNotRepeated();
    void statement109_reconnectForgetsWhatWaits();
    void statement109_earlyEventAsksForNoKey();
    void statement109_malformedEventsAreDropped_data();
    void statement109_malformedEventsAreDropped();
    void statement110_noClientEvents();
    void statement110_protocolEventsAreNotEncrypted();

private:
    static PusherOptions options()
    {
        PusherOptions result = test::machineOptions();
        result.openBox = openSecretBox;
        return result;
    }
    static ChannelAuthorization answer(const QByteArray &secret)
    {
        return {QStringLiteral("key:sig"), {}, secret};
    }
    void join(ChannelDriver &d, const QByteArray &secret) const
    {
        d.subscribe(m_room);
        d.authorize(answer(secret));
        d.succeed(m_room);
        d.clear();
    }

    const QString m_room = QStringLiteral("private-encrypted-room.1");
    const QByteArray m_secret = "DprKTSclO4YqEBXSa748oD4225jWdMMFv3Yarx+wCGE=";
    const QByteArray m_oldSecret = QByteArray(32, 'o').toBase64();
};

void EncryptedTest::statement106_secretIsKeptAndNotSentOn()
{
    ChannelDriver d(options());
    d.subscribe(m_room);
    d.authorize(answer(m_secret));
    QCOMPARE(d.sentData(), (QJsonObject{{QStringLiteral("auth"), QStringLiteral("key:sig")},
                                        {QStringLiteral("channel"), m_room}}));
    d.succeed(m_room);
    QCOMPARE(d.state(m_room), SubscriptionState::Subscribed);
}

void EncryptedTest::statement106_unusableSecretFails_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::newRow("none") << QByteArray();
    QTest::newRow("short") << QByteArray(31, 'x').toBase64();
    QTest::newRow("long") << QByteArray(33, 'x').toBase64();
    QTest::newRow("no base64") << QByteArray(44, '*');
}

void EncryptedTest::statement106_unusableSecretFails()
{
    QFETCH(QByteArray, secret);
    ChannelDriver d(options());
    d.subscribe(m_room);
    d.authorize(answer(secret));
    QCOMPARE(d.state(m_room), SubscriptionState::Failed);
    QCOMPARE(d.events(), QStringList{QStringLiteral("pusher:subscription_error")});
    QVERIFY(d.sent().isEmpty());
}

void EncryptedTest::statement106_refusedWithoutAnOpener()
{
    ChannelDriver d;
    d.subscribe(m_room);
    QCOMPARE(toString(d.last<SubscriptionChanged>().error->kind), QStringLiteral("Configuration"));
    QCOMPARE(d.count<Authorize>(), 0);
}

void EncryptedTest::statement107_secretOfAChannel()
{
    const QByteArray master(32, 7);
    const QByteArray secret =
        QCryptographicHash::hash(m_room.toUtf8() + master, QCryptographicHash::Sha256);
    QCOMPARE(secret.toBase64(), m_secret);
    QCOMPARE(keyFromBase64(m_secret).value(), secret);
}

void EncryptedTest::statement108_eventIsOpened()
{
    ChannelDriver d(options());
    join(d, m_secret);
    d.file(QStringLiteral("encrypted-event"));
    QCOMPARE(d.event().name, QStringLiteral("secret"));
    QCOMPARE(d.event().channel, m_room);
    QCOMPARE(d.event().data.toJson(), QByteArray("{\"text\":\"sesame\"}"));
    QCOMPARE(d.actions.size(), size_t(1));
}

void EncryptedTest::statement108_boxesOfWrongLengths()
{
    const QByteArray key(32, 7);
    const QByteArray nonce(24, 0);
    for (const int size : {0, 1, 15, 16, 17})
        QVERIFY(!openSecretBox(QByteArray(size, 'x'), nonce, key));
    // A box that does open: with too long a nonce or key it is those that are refused, and nothing
    // is read beyond the end of one that is too short.
    const QByteArray good = QByteArray::fromBase64("O9d6d/UYBvvwv3tOd9WqC3KgoQx3aXqYX1h0jYQCrb6X");
    const QByteArray itsNonce = QByteArray::fromBase64("AAECAwQFBgcICQoLDA0ODxAREhMUFRYX");
    const QByteArray itsKey = QByteArray::fromBase64(m_secret);
    QCOMPARE(openSecretBox(good, itsNonce, itsKey).value(), QByteArray("{\"text\":\"sesame\"}"));
    QVERIFY(!openSecretBox(good, itsNonce + 'x', itsKey));
    QVERIFY(!openSecretBox(good, QByteArrayView(itsNonce).chopped(1), itsKey));
    QVERIFY(!openSecretBox(good, itsNonce, itsKey + 'x'));
    QVERIFY(!openSecretBox(good, itsNonce, QByteArrayView(itsKey).chopped(1)));
    QVERIFY(!openSecretBox(good, itsNonce, {}));
}

void EncryptedTest::statement108_textThatIsNoJson()
{
    const Sealed sealed{QByteArray(16, 'x'), QByteArray(24, 'x')};
    const auto opened = [&sealed](const char *text) {
        return *sealed.open([text](auto...) { return QByteArray(text); }, {});
    };
    QCOMPARE(opened("open \"sesame").string().value(), QStringLiteral("open \"sesame"));
    QCOMPARE(opened("").string().value(), QString());
    QCOMPARE(opened("12").integer().value(), 12);
}

void EncryptedTest::statement109_keyIsFetchedAgainOnce()
{
    ChannelDriver d(options());
    join(d, m_oldSecret);
    d.file(QStringLiteral("encrypted-event"));
    QCOMPARE(d.count<Authorize>(), 1);
    QVERIFY(d.events().isEmpty());
    d.authorize(answer(m_oldSecret));
    QCOMPARE(d.errors(), QStringList{QStringLiteral("BadResponse 0")});
    QVERIFY(d.events().isEmpty());
    d.file(QStringLiteral("encrypted-event")); // no request for each event that does not open
    QCOMPARE(d.count<Authorize>(), 1);
    QCOMPARE(d.errors().size(), 2);
    QCOMPARE(d.state(m_room), SubscriptionState::Subscribed);
    QVERIFY(d.sent().isEmpty());
}

void EncryptedTest::statement109_eventsWaitForTheKeyInOrder()
{
    ChannelDriver d(options());
    join(d, m_oldSecret);
    d.file(QStringLiteral("encrypted-event"));
    for (int i = 0; i < 120; ++i) // not without end
        d.file(QStringLiteral("encrypted-event"));
    QCOMPARE(d.count<Authorize>(), 1);
    QCOMPARE(d.errors().size(), 21);
    const auto asked = d.last<Authorize>();
    d.authorize(answer(m_secret));
    QCOMPARE(d.events().size(), 100);
    d.file(QStringLiteral("encrypted-event"));
    QCOMPARE(d.events().size(), 101);
    d.take(d.machine.authorized(m_room, asked.generation, answer(m_oldSecret), d.now));
    d.file(QStringLiteral("encrypted-event")); // the second answer was thrown away
    QCOMPARE(d.events().size(), 102);
    QCOMPARE(d.count<Authorize>(), 1);
}

void EncryptedTest::statement109_whatWaitsIsBounded()
{
    ChannelDriver d(options());
    join(d, m_oldSecret);
    const QByteArray box = QByteArray(240'000, 'x').toBase64(); // 320 000 bytes of a frame
    const QByteArray frame =
        R"({"event":"big","channel":"private-encrypted-room.1","data":{"ciphertext":")" + box +
        R"(","nonce":"AAECAwQFBgcICQoLDA0ODxAREhMUFRYX"}})";
    for (int i = 0; i < 5; ++i)
        d.text(frame);
    QCOMPARE(d.errors().size(), 2); // three are within 1 MiB
    QCOMPARE(d.machine.subscriptions().dropped(), 2U);
    d.file(QStringLiteral("encrypted-event")); // a small one has room yet
    d.authorize(answer(m_secret));
    QCOMPARE(d.events(), QStringList{QStringLiteral("secret")});
    d.text(frame);
    QCOMPARE(d.count<Authorize>(), 2); // a new doubt, and there is room again
    QCOMPARE(d.errors().size(), 5);
}

void EncryptedTest::statement109_failedFetchIsRepeatedWithBackOff()
{
    const auto away = Error::make(Error::Kind::Unreachable, QStringLiteral("away"));
    ChannelDriver d(options());
    join(d, m_oldSecret);
    d.answersPings = R"({"event":"pusher:pong"})";
    d.file(QStringLiteral("encrypted-event"));
    // With 0.5 for chance, the one rule of waiting is 3/4 of 1, 2, 4 … 30 s.
    for (const auto wait : {750ms, 1500ms, 3000ms, 6000ms, 12000ms, 22500ms, 22500ms}) {
        const int asked = d.count<Authorize>();
        d.authorize(away);
        d.file(QStringLiteral("encrypted-event")); // no reason to ask at once
        d.pass(wait - 1ms);
        QCOMPARE(d.count<Authorize>(), asked);
        d.pass(1ms);
        QCOMPARE(d.count<Authorize>(), asked + 1);
    }
    QCOMPARE(d.state(m_room), SubscriptionState::Subscribed);
    QVERIFY(d.errors().isEmpty());
    d.authorize(answer(m_secret));
    QCOMPARE(d.events().size(), 8); // they have waited, every one
    d.pass(60s);
    QCOMPARE(d.count<Authorize>(), 8);
}

void EncryptedTest::statement109_retryAfterOfTheBackEnd()
{
    Error busy = Error::make(Error::Kind::RateLimited, QStringLiteral("busy"), 429);
    ChannelDriver d(options());
    join(d, m_oldSecret);
    d.file(QStringLiteral("encrypted-event"));
    busy.retryAfter = 20s;
    d.authorize(busy);
    d.pass(19999ms);
    QCOMPARE(d.count<Authorize>(), 1);
    d.pass(1ms);
    QCOMPARE(d.count<Authorize>(), 2);
    busy.retryAfter = std::chrono::hours(24); // ten minutes are long enough
    d.authorize(busy);
    d.answersPings = R"({"event":"pusher:pong"})";
    d.pass(10min - 1ms);
    QCOMPARE(d.count<Authorize>(), 2);
    d.pass(1ms);
    QCOMPARE(d.count<Authorize>(), 3);
}

void EncryptedTest::statement109_deniedFetchIsNotRepeated()
{
    ChannelDriver d(options());
    join(d, m_oldSecret);
    d.file(QStringLiteral("encrypted-event"));
    d.authorize(Error::make(Error::Kind::Forbidden, QStringLiteral("denied"), 403));
    QCOMPARE(d.errors(), QStringList{QStringLiteral("BadResponse 0")});
    d.file(QStringLiteral("encrypted-event"));
    QCOMPARE(d.count<Authorize>(), 1);
    QCOMPARE(d.state(m_room), SubscriptionState::Subscribed);
    d.reconnect(); // a new connection asks anew
    QCOMPARE(d.count<Authorize>(), 2);
}

void EncryptedTest::statement109_reconnectForgetsWhatWaits()
{
    ChannelDriver d(options());
    join(d, m_oldSecret);
    d.file(QStringLiteral("encrypted-event"));
    const auto old = d.last<Authorize>();
    d.reconnect();
    const auto fresh = d.last<Authorize>();
    d.clear();
    d.take(d.machine.authorized(m_room, old.generation, answer(m_secret), d.now));
    QVERIFY(d.actions.empty());
    d.take(d.machine.authorized(m_room, fresh.generation, answer(m_secret), d.now));
    d.succeed(m_room);
    d.clear();
    d.file(QStringLiteral("encrypted-event"));
    QCOMPARE(d.events(), QStringList{QStringLiteral("secret")});
}

void EncryptedTest::statement109_earlyEventAsksForNoKey()
{
    ChannelDriver d(options());
    d.subscribe(m_room);
    d.file(QStringLiteral("encrypted-event"));
    QCOMPARE(d.count<Authorize>(), 1);
    d.authorize(answer(m_secret)); // is not taken for the answer to another question
    QCOMPARE(d.sentEvents(), QStringList{QStringLiteral("pusher:subscribe")});
    QVERIFY(d.events().isEmpty());
}

void EncryptedTest::statement109_malformedEventsAreDropped_data()
{
    QTest::addColumn<QByteArray>("data");
    const QByteArray nonce("\"nonce\":\"AAECAwQFBgcICQoLDA0ODxAREhMUFRYX\"");
    const QByteArray box("\"ciphertext\":\"O9d6d/UYBvvwv3tOd9WqC3KgoQx3aXqYX1h0jYQCrb6X\"");
    QTest::newRow("null") << QByteArray("null");
    QTest::newRow("text") << QByteArray("\"plain\"");
    QTest::newRow("no nonce") << "{" + box + "}";
    QTest::newRow("no box") << "{" + nonce + "}";
    QTest::newRow("short nonce") << "{" + box + ",\"nonce\":\"AAEC\"}";
    QTest::newRow("short box") << "{" + nonce + ",\"ciphertext\":\"AAEC\"}";
    QTest::newRow("no base64") << "{" + nonce + ",\"ciphertext\":\"*9d6d/UYBvvwv3tOd9WqC3Kg\"}";
    QTest::newRow("numbers") << QByteArray("{\"nonce\":1,\"ciphertext\":[2]}");
}

void EncryptedTest::statement109_malformedEventsAreDropped()
{
    QFETCH(QByteArray, data);
    ChannelDriver d(options());
    join(d, m_secret);
    d.text(R"({"event":"secret","channel":"private-encrypted-room.1","data":)" + data + '}');
    QCOMPARE(d.errors(), QStringList{QStringLiteral("BadResponse 0")});
    QCOMPARE(d.actions.size(), size_t(1)); // no event, no request
    d.file(QStringLiteral("encrypted-event"));
    QCOMPARE(d.events(), QStringList{QStringLiteral("secret")});
}

void EncryptedTest::statement110_noClientEvents()
{
    ChannelDriver d(options());
    join(d, m_secret);
    QCOMPARE(d.clientEvent(m_room, QStringLiteral("client-x"), "{}"), QStringLiteral("Validation"));
}

void EncryptedTest::statement110_protocolEventsAreNotEncrypted()
{
    ChannelDriver d(options());
    join(d, m_secret);
    d.text(R"({"event":"pusher:novelty","channel":"private-encrypted-room.1","data":{"a":1}})");
    QCOMPARE(d.event().data["a"].integer().value(), 1);
    d.text(R"({"event":"pusher:subscription_error","channel":"private-encrypted-room.1"})");
    QCOMPARE(d.state(m_room), SubscriptionState::Failed);
}

SUHBAT_TEST(EncryptedTest, Core)
#include "tst_encrypted.moc"
