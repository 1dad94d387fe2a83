#include "support/Fixtures.h"
#include "support/TestProgram.h"
#include "wire/Encoders.h"

#include <QTest>

using namespace suhbat;

class TestEncoders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }
    void phonesLoseTheirMask();
    void bodiesAreWhatTheContractSays();
};

static QByteArray quoted(QByteArray text)
{
    return text.replace('\'', '"');
}

void TestEncoders::phonesLoseTheirMask()
{
    QCOMPARE(
        wire::normalisedIdentifier(IdentifierKind::Phone, QStringLiteral("+998 (90) 000-00-01")),
        QStringLiteral("998900000001"));
    QCOMPARE(
        wire::normalisedIdentifier(IdentifierKind::Email, QStringLiteral(" a+b@example.test ")),
        QStringLiteral("a+b@example.test"));
}

void TestEncoders::bodiesAreWhatTheContractSays()
{
    const QString phone = QStringLiteral("+998 90 000 00 01");
    QCOMPARE(wire::encodeLogin(IdentifierKind::Phone, phone, QStringLiteral(" demo-pass")),
             quoted("{'password':' demo-pass','phone':'998900000001'}"));
    QCOMPARE(wire::encodeLogin(IdentifierKind::Email, QStringLiteral("a@b.c"), QStringLiteral("p")),
             quoted("{'email':'a@b.c','password':'p'}"));
    QCOMPARE(
        wire::encodeLogin(IdentifierKind::Username, QStringLiteral("ann"), QStringLiteral("p")),
        quoted("{'password':'p','username':'ann'}"));
    QCOMPARE(wire::encodeVerifyCode(IdentifierKind::Phone, phone, QStringLiteral("482915")),
             quoted("{'code':'482915','phone':'998900000001'}"));
    QCOMPARE(wire::encodeResendCode(IdentifierKind::Phone, phone),
             quoted("{'phone':'998900000001'}"));
    QCOMPARE(wire::encodeTokenCheck(), QByteArray("{}"));
    QCOMPARE(wire::encodeFindOrCreate(UserId(qint64(43))), quoted("{'partner_id':43}"));
    QCOMPARE(wire::encodeSend(QStringLiteral("Hi \"\n"), TempId()),
             QByteArray("{\"body\":\"Hi \\\"\\n\"}"));
    QCOMPARE(wire::encodeSend(QStringLiteral("Hi"), TempId(QStringLiteral("t1"))),
             quoted("{'body':'Hi','tempId':'t1'}"));
    QCOMPARE(
        wire::encodeMarkRead({MessageId(QStringLiteral("501")), MessageId(QStringLiteral("m-1")),
                              MessageId(QStringLiteral("007"))}),
        quoted("{'message_ids':[501,'m-1','007']}"));
    QCOMPARE(wire::encodeChannelAuth(QStringLiteral("private-user.42"), QStringLiteral("1.2")),
             quoted("{'channel_name':'private-user.42','socket_id':'1.2'}"));
}

SUHBAT_TEST(TestEncoders, Nothing)
#include "tst_encoders.moc"
