#include "support/TestProgram.h"
#include "wire/Timestamps.h"
#include "WireCases.h"

using namespace suhbat;

class TestTimestamps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }
    void everyFormIsRead_data() { test::addCases(QStringLiteral("times.json")); }
    void everyFormIsRead()
    {
        const JsonValue row = test::theCase();
        const auto time = wire::decodeTime(row["payload"], test::wireContext());
        QCOMPARE(test::iso(time), row["expect"].string().value_or(QString()));
    }
    void aNamedZoneKnowsItsSummerTime()
    {
        auto context = test::wireContext();
        context.serverZone = QTimeZone("Europe/Berlin");
        const auto july = JsonValue::parse("\"2026-07-01 12:00:00\"");
        QCOMPARE(test::iso(wire::decodeTime(*july, context)),
                 QStringLiteral("2026-07-01T10:00:00.000Z"));
    }
};

SUHBAT_TEST(TestTimestamps, Nothing)
#include "tst_timestamps.moc"
