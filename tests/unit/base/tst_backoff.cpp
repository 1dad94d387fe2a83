#include "base/Backoff.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"

#include <QTest>

using namespace suhbat;

class BackoffTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void l14_failedAttemptsGrowToTheCap();
    void firstRetries_data();
    void firstRetries();
    void laterLossesGrowLikeFailures();
    void nudgeIsAlwaysSoon();
    void resetStartsAnew();
    void statement091_retryAfterCountsForTenMinutes();
    void realRandomnessStaysInItsBounds();

private:
    Milliseconds next(Backoff::Cause cause) { return m_backoff.next(cause); }

    double m_random = 0;
    Backoff m_backoff;
};

void BackoffTest::init()
{
    test::failOnAnyWarning();
    m_random = 0;
    m_backoff = Backoff([this] { return m_random; });
}

void BackoffTest::l14_failedAttemptsGrowToTheCap()
{
    QList<qint64> shortest;
    for (int i = 0; i < 7; ++i)
        shortest.append(next(Backoff::Cause::FailedAttempt).count());
    QCOMPARE(shortest, (QList<qint64>{500, 1000, 2000, 4000, 8000, 15000, 15000}));
    m_random = 0.9999;
    QCOMPARE(next(Backoff::Cause::FailedAttempt), Milliseconds(29998));
    for (int i = 0; i < 100; ++i) // a long night offline
        QVERIFY(next(Backoff::Cause::FailedAttempt) <= Backoff::cap);
    QCOMPARE(m_backoff.attempt(), 108);
}

void BackoffTest::firstRetries_data()
{
    QTest::addColumn<int>("cause");
    QTest::addColumn<int>("longest");
    QTest::newRow("failed") << int(Backoff::Cause::FailedAttempt) << 1000;
    QTest::newRow("lost") << int(Backoff::Cause::ConnectionLost) << 3000;
    QTest::newRow("restart") << int(Backoff::Cause::ServerRestart) << 1000;
    QTest::newRow("nudged") << int(Backoff::Cause::Nudged) << 1000;
}

void BackoffTest::firstRetries()
{
    QFETCH(int, cause);
    QFETCH(int, longest);
    m_random = 0.9999;
    const auto wait = next(Backoff::Cause(cause)).count();
    QVERIFY2(wait > longest * 0.99 && wait < longest, qPrintable(QString::number(wait)));
}

void BackoffTest::laterLossesGrowLikeFailures()
{
    for (const auto cause : {Backoff::Cause::ConnectionLost, Backoff::Cause::ServerRestart}) {
        m_backoff.reset();
        QCOMPARE(next(cause), Milliseconds(0));
        QCOMPARE(next(cause), Milliseconds(1000));
        QCOMPARE(next(cause), Milliseconds(2000));
    }
}

void BackoffTest::nudgeIsAlwaysSoon()
{
    for (int i = 0; i < 5; ++i)
        (void)next(Backoff::Cause::FailedAttempt);
    m_random = 0.5;
    QCOMPARE(next(Backoff::Cause::Nudged), Milliseconds(500));
}

void BackoffTest::statement091_retryAfterCountsForTenMinutes()
{
    using namespace std::chrono_literals;
    Error error = Error::make(Error::Kind::RateLimited, QStringLiteral("busy"), 429);
    QCOMPARE(m_backoff.nextAfter(error).count(), 500); // as next(FailedAttempt)
    error.retryAfter = 20s;
    QCOMPARE(m_backoff.nextAfter(error).count(), 20000);
    error.retryAfter = 1s;
    QCOMPARE(m_backoff.nextAfter(error).count(), 2000); // the third wait is longer than that
    error.retryAfter = 600s;
    QCOMPARE(m_backoff.nextAfter(error).count(), 600000);
    error.retryAfter = std::chrono::hours(24 * 365);
    QCOMPARE(m_backoff.nextAfter(error).count(), 600000);
    error.retryAfter = -5s;
    QCOMPARE(m_backoff.nextAfter(error).count(), 15000);
}

void BackoffTest::resetStartsAnew()
{
    (void)next(Backoff::Cause::FailedAttempt);
    (void)next(Backoff::Cause::FailedAttempt);
    m_backoff.reset();
    QCOMPARE(m_backoff.attempt(), 0);
    QCOMPARE(next(Backoff::Cause::FailedAttempt), Milliseconds(500));
}

void BackoffTest::realRandomnessStaysInItsBounds()
{
    QSet<qint64> seen;
    for (int i = 0; i < 200; ++i) {
        Backoff backoff;
        const auto wait = backoff.next(Backoff::Cause::FailedAttempt);
        QVERIFY(wait >= Milliseconds(500) && wait < Milliseconds(1000));
        seen.insert(wait.count());
    }
    QVERIFY(seen.size() > 20); // a restarted server must not meet everyone at once
}

SUHBAT_TEST(BackoffTest, Core)
#include "tst_backoff.moc"
