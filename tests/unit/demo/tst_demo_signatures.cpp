#include "demo/broadcast/Signatures.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace suhbat::demo;
using namespace Qt::StringLiterals;

/// The signatures of the protocol, against vectors from its documentation and from real Laravel.
class TestDemoSignatures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { suhbat::test::failOnAnyWarning(); }
    void signsChannels_data();
    void signsChannels();
    void statement093_privateChannels();
    void statement094_presenceChannels();
    void statement095_userSignin();
    void statement096_restCalls();
    void checksRestCalls();

private:
    QJsonObject fixture() const;
    static AppCredentials app() // of the protocol's documentation
    {
        return {u"3"_s, u"278d425bdf160c739803"_s, "7ad3773142a6692b25b8"};
    }
};

QJsonObject TestDemoSignatures::fixture() const
{
    return QJsonDocument::fromJson(suhbat::test::fixture(u"demo/signatures.json"_s)).object();
}

void TestDemoSignatures::signsChannels_data()
{
    QTest::addColumn<QJsonObject>("vector");
    for (const QJsonValue &vector : fixture()[u"channels"].toArray())
        QTest::newRow(qPrintable(vector[u"channel"].toString())) << vector.toObject();
}

void TestDemoSignatures::signsChannels()
{
    QFETCH(QJsonObject, vector);
    const AppCredentials app{{}, vector[u"key"].toString(), vector[u"secret"].toString().toUtf8()};
    QCOMPARE(signatures::channelAuth(app, vector[u"socket_id"].toString(),
                                     vector[u"channel"].toString(),
                                     vector[u"channel_data"].toString()),
             app.key + u':' + vector[u"signature"].toString());
}

void TestDemoSignatures::statement093_privateChannels()
{
    QCOMPARE(signatures::channelAuth(app(), u"1234.1234"_s, u"private-foobar"_s),
             u"278d425bdf160c739803:"
             "58df8b0c36d6982b82c3ecf6b4662e34fe8c25bba48f5369f135bf843651c3a4"_s);
    // By real Laravel.
    QCOMPARE(signatures::channelAuth({{}, u"app-key"_s, "app-secret"}, u"123.456"_s,
                                     u"private-room.1"_s),
             u"app-key:7dca141e5145ada54681a0ccf689e1869ae093b753e453e0c29e45f5fce5a652"_s);
}

void TestDemoSignatures::statement094_presenceChannels()
{
    const QString data = fixture()[u"channels"][1][u"channel_data"].toString();
    QCOMPARE(data.size(), 50); // {"user_id":10,"user_info":{"name":"Mr. Channels"}}
    QCOMPARE(signatures::channelAuth(app(), u"1234.1234"_s, u"presence-foobar"_s, data),
             u"278d425bdf160c739803:"
             "31935e7d86dba64c2a90aed31fdc61869f9b22ba9d8863bba239c03ca481bc80"_s);
    // Byte for byte: the same JSON with a blank in it is another text.
    QVERIFY(!signatures::channelAuth(app(), u"1234.1234"_s, u"presence-foobar"_s, data + u' ')
                 .endsWith(u"481bc80"_s));
}

void TestDemoSignatures::statement095_userSignin()
{
    const QByteArray user = fixture()[u"user_data"].toString().toUtf8();
    QCOMPARE(user.size(), 14); // {"id":"12345"}
    QCOMPARE(signatures::hmac(app().secret, "1234.1234::user::" + user),
             QByteArray("4708d583dada6a56435fb8bc611c77c359a31eebde13337c16ab43aa6de336ba"));
}

void TestDemoSignatures::statement096_restCalls()
{
    const QByteArray body = fixture()[u"rest"][u"body"].toString().toUtf8();
    const QUrlQuery query =
        signatures::signedQuery(app(), "POST", u"/apps/3/events"_s, body, 1353088179);
    QCOMPARE(query.queryItemValue(u"body_md5"_s), u"ec365a775a4cd0599faeb73354201b6f"_s);
    QCOMPARE(query.queryItemValue(u"auth_signature"_s),
             u"da454824c97ba181a32ccc17a72625ba02771f50b50e1e7430e47a1f3f457e6c"_s);
    QVERIFY(signatures::isSigned(app(), "POST", u"/apps/3/events"_s, body, query));
}

void TestDemoSignatures::checksRestCalls()
{
    const AppCredentials app{u"3"_s, u"key"_s, "secret"};
    QUrlQuery others;
    others.addQueryItem(u"info"_s, u"user_count,subscription_count"_s);
    const QString path = u"/apps/3/channels/presence-x"_s;
    QUrlQuery query = signatures::signedQuery(app, "GET", path, {}, 1353088179, others);
    QVERIFY(signatures::isSigned(app, "GET", path, {}, query));
    QVERIFY(!signatures::isSigned(app, "POST", path, {}, query));
    QVERIFY(!signatures::isSigned({u"3"_s, u"key"_s, "other"}, "GET", path, {}, query));
    const QUrlQuery posted = signatures::signedQuery(app, "POST", path, "{}", 1353088179);
    QVERIFY(signatures::isSigned(app, "POST", path, "{}", posted));
    QVERIFY(!signatures::isSigned(app, "POST", path, "{ }", posted));
    query.addQueryItem(u"more"_s, u"1"_s);
    QVERIFY(!signatures::isSigned(app, "GET", path, {}, query));
}

SUHBAT_TEST(TestDemoSignatures, Core)
#include "tst_demo_signatures.moc"
