#include "support/TestProgram.h"
#include "wire/Errors.h"
#include "WireCases.h"

using namespace suhbat;

class TestErrors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }
    void everyBodyIsRead_data() { test::addCases(QStringLiteral("errors.json")); }
    void everyBodyIsRead()
    {
        const JsonValue row = test::theCase();
        const int status = int(row["status"].integer().value());
        const Error error = wire::decodeError(status, row["payload"], QStringLiteral("ru"));
        QCOMPARE(error.status, status);
        QCOMPARE(toString(error.kind), row["kind"].string().value());
        QCOMPARE(error.serverText, row["text"].string().value());
        QStringList fields;
        for (auto it = error.fields.cbegin(); it != error.fields.cend(); ++it)
            fields << it.key() + u'=' + it.value().join(u',');
        QCOMPARE(fields.join(u';'), row["fields"].string().value());
        QVERIFY(error.detail.startsWith(QStringLiteral("HTTP %1").arg(status)));
    }
    void debugModeGoesToTheLogWithoutPaths()
    {
        const JsonValue body = test::wireFixture(QStringLiteral("errors.json")).items().at(11);
        const Error error = wire::decodeError(500, body["payload"], QStringLiteral("en"));
        QCOMPARE(error.detail, QStringLiteral("HTTP 500: PDOException: SQLSTATE[HY000]"));
    }
};

SUHBAT_TEST(TestErrors, Nothing)
#include "tst_errors.moc"
