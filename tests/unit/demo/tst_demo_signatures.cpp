#include "demo/broadcast/Signatures.h"
#include "support/Fixtures.h"

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
    void signsRestCalls();
    void checksRestCalls();

private:
    QJsonObject fixture() const;
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

void TestDemoSignatures::signsRestCalls()
{
    const QJsonObject vector = fixture()[u"rest"].toObject();
    const AppCredentials app{u"3"_s, vector[u"key"].toString(),
                             vector[u"secret"].toString().toUtf8()};
    const QUrlQuery query = signatures::signedQuery(app, "POST", vector[u"path"].toString(),
                                                    vector[u"body"].toString().toUtf8(),
                                                    vector[u"timestamp"].toInteger());
    QCOMPARE(query.queryItemValue(u"body_md5"_s), vector[u"body_md5"].toString());
    QCOMPARE(query.queryItemValue(u"auth_signature"_s), vector[u"signature"].toString());
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

QTEST_GUILESS_MAIN(TestDemoSignatures)
#include "tst_demo_signatures.moc"
