// The one upsert: acknowledgements, echoes, duplicates, late failures, events out of order, pages
// and reconnects, in any interleaving, end in the server's rows; and the model never starts anew.
#include "support/Fixtures.h"
#include "support/TestProgram.h"
#include "UpsertWorld.h"

#include <QAbstractItemModelTester>
#include <QLoggingCategory>
#include <QSignalSpy>
#include <QTest>

using namespace suhbat;
using test::UpsertWorld;

class UpsertTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        test::failOnAnyWarning();
        // Disks are full here all the time.
        QLoggingCategory::setFilterRules(QStringLiteral("suhbat.chat=false"));
    }

    void anyInterleavingEndsInTheServersRows_data()
    {
        QTest::addColumn<bool>("keepsTempIds");
        QTest::newRow("server keeps temp ids") << true;
        QTest::newRow("server ignores temp ids") << false;
    }
    void anyInterleavingEndsInTheServersRows()
    {
        QFETCH(bool, keepsTempIds);
        // More, or one again: SUHBAT_UPSERT_RUNS=20000, SUHBAT_UPSERT_SEED=17.
        const int runs = qEnvironmentVariableIntValue("SUHBAT_UPSERT_RUNS");
        const int first = qEnvironmentVariableIntValue("SUHBAT_UPSERT_SEED");
        int sent = 0;
        int undecided = 0;
        const int last = first + (runs > 0 ? runs : usualRuns);
        for (int seed = first; seed < last; ++seed) {
            UpsertWorld world(unsigned(seed), keepsTempIds);
            // Not each: the tester looks at all rows after each change.
            std::unique_ptr<QAbstractItemModelTester> tester;
            if (seed % 8 == 0)
                tester = std::make_unique<QAbstractItemModelTester>(&world.model());
            QSignalSpy resets(&world.model(), &QAbstractItemModel::modelReset);
            world.run(60);
            const QString verdict = world.verdict();
            QVERIFY2(verdict.isEmpty(),
                     qPrintable(QStringLiteral("seed %1: %2\n%3")
                                    .arg(QString::number(seed), verdict, world.describe())));
            QCOMPARE(resets.count(), 0);
            sent += world.messagesSent();
            undecided += world.undecided();
        }
        QVERIFY(sent > (last - first) * 5);
        QVERIFY(undecided < sent / 10); // mostly one does find out
        qInfo("%d runs, %d messages, %d undecided", last - first, sent, undecided);
    }

private:
    static constexpr int usualRuns = 200;
};

SUHBAT_TEST(UpsertTest, Core)
#include "tst_upsert.moc"
