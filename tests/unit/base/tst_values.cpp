#include "base/Ids.h"
#include "base/Result.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"

#include <QTest>

#include <algorithm>
#include <memory>

using namespace suhbat;

class ValuesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }
    void idsAreTextInServerOrder();
    void idOrderIsStrict();
    void resultHoldsOneOfTwo();
    void resultMovesItsValue();
    void resultOfNothing();
    void kindsOfStatus_data();
    void kindsOfStatus();
    void transientKinds();
    void everyKindHasAName();
};

void ValuesTest::idsAreTextInServerOrder()
{
    QCOMPARE(MessageId(qint64(12)), MessageId(QStringLiteral("12")));
    QVERIFY(MessageId(QStringLiteral("012")) != MessageId(QStringLiteral("12")));
    QVERIFY(MessageId().isEmpty());
    QCOMPARE(MessageId(QStringLiteral("12")).number().value(), 12);
    QVERIFY(!MessageId(QStringLiteral("1a")).number());
    const auto id = [](const char *text) { return MessageId(QString::fromLatin1(text)); };
    QList<MessageId> ids{id("b"), id("10"), id("9"), id("a"), id("-1"), id("100")};
    std::sort(ids.begin(), ids.end());
    QStringList texts;
    for (const MessageId &one : ids)
        texts.append(one.toString());
    QCOMPARE(texts.join(u' '), QStringLiteral("-1 9 10 100 a b"));
    const QHash<UserId, int> hash{{UserId(qint64(5)), 1}};
    QCOMPARE(hash.value(UserId(QStringLiteral("5"))), 1);
}

void ValuesTest::idOrderIsStrict()
{
    const QStringList texts{QString(),
                            QStringLiteral("1"),
                            QStringLiteral("01"),
                            QStringLiteral("2"),
                            QStringLiteral("10"),
                            QStringLiteral("1a"),
                            QStringLiteral("99999999999999999999")};
    for (const QString &x : texts) {
        for (const QString &y : texts) {
            const MessageId a(x);
            const MessageId b(y);
            QCOMPARE((a < b) + (b < a) + (a == b), 1);
            for (const QString &z : texts) {
                if (a < b && b < MessageId(z))
                    QVERIFY(a < MessageId(z));
            }
        }
    }
}

void ValuesTest::resultHoldsOneOfTwo()
{
    const Result<int> good = 7;
    QVERIFY(good.ok() && good);
    QCOMPARE(*good, 7);
    const Result<int> bad = Error::make(Error::Kind::Timeout, QStringLiteral("slow"), 408);
    QVERIFY(!bad);
    QCOMPARE(bad.error().detail, QStringLiteral("slow"));
    QCOMPARE(bad.error().status, 408);
}

void ValuesTest::resultMovesItsValue()
{
    Result<std::unique_ptr<int>> result = std::make_unique<int>(3);
    const std::unique_ptr<int> taken = std::move(result).value();
    QCOMPARE(*taken, 3);
}

void ValuesTest::resultOfNothing()
{
    const Result<void> good = Ok{};
    QVERIFY(good);
    const Result<void> bad = Error::make(Error::Kind::Conflict, {});
    QVERIFY(!bad);
    QCOMPARE(toString(bad.error().kind), QStringLiteral("Conflict"));
}

void ValuesTest::kindsOfStatus_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("kind");
    const QList<QPair<int, const char *>> rows{
        {302, "BadResponse"}, {400, "Validation"},  {401, "Unauthorized"}, {403, "Forbidden"},
        {404, "NotFound"},    {405, "BadResponse"}, {408, "Timeout"},      {409, "Conflict"},
        {410, "NotFound"},    {413, "TooLarge"},    {419, "BadResponse"},  {422, "Validation"},
        {429, "RateLimited"}, {500, "Server"},      {503, "Server"}};
    for (const auto &[status, kind] : rows)
        QTest::addRow("%d", status) << status << kind;
}

void ValuesTest::kindsOfStatus()
{
    QFETCH(int, status);
    QTEST(toString(Error::kindOfStatus(status)), "kind");
}

void ValuesTest::transientKinds()
{
    QStringList found;
    for (int i = 0; i <= int(Error::Kind::Storage); ++i) {
        const auto kind = Error::Kind(i);
        if (Error::make(kind, {}).isTransient())
            found.append(toString(kind));
    }
    QCOMPARE(found.join(u' '), QStringLiteral("Unreachable Timeout Proxy RateLimited Server"));
    // A proxy that is down may come back; one that wants another login wants somebody to act.
    QVERIFY(!Error::make(Error::Kind::Proxy, {}, 407).isTransient());
}

void ValuesTest::everyKindHasAName()
{
    QSet<QString> names;
    for (int i = 0; i <= int(Error::Kind::Storage); ++i)
        names.insert(toString(Error::Kind(i)));
    QCOMPARE(names.size(), int(Error::Kind::Storage) + 1);
    QVERIFY(!names.contains(QString()));
    QCOMPARE(toString(Error::Kind::Configuration), QStringLiteral("Configuration"));
}

SUHBAT_TEST(ValuesTest, Core)
#include "tst_values.moc"
