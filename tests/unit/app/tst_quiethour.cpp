#include "app/QuietHour.h"
#include "app/Settings.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"

#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace suhbat;

// Do not disturb for an hour: it ends by itself, whatever the computer did meanwhile.
class TestQuietHour : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void endsAfterAnHour();
    void beginsAnew();
    void endsByItself();
    void outlivesTheProgram();
    void endsWhileTheProgramIsAway();
    void whoSwitchesItOffHasEndedIt();
    void aClockSetBackDoesNotMakeItLonger();

private:
    /// One program after the other, with the same file.
    std::unique_ptr<QuietHour> start();
    void pass(std::chrono::minutes time)
    {
        m_now = m_now.addSecs(std::chrono::seconds(time).count());
    }
    bool silent() const { return m_settings->doNotDisturb(); }
    static bool waits(const QuietHour &hour) { return hour.findChild<QTimer *>()->isActive(); }

    QTemporaryDir m_dir;
    QString m_file;
    std::unique_ptr<Settings> m_settings;
    QDateTime m_now;
};

void TestQuietHour::init()
{
    test::failOnAnyWarning();
    m_settings.reset();
    m_file = m_dir.filePath(QString::fromLatin1(QTest::currentTestFunction()));
    m_now = QDateTime({2026, 3, 2}, {14, 7, 12}, Qt::UTC);
}

std::unique_ptr<QuietHour> TestQuietHour::start()
{
    m_settings = std::make_unique<Settings>(m_file);
    m_settings->overrideLanguage(QStringLiteral("en"));
    Clock clock;
    clock.wall = [this] { return m_now; };
    return std::make_unique<QuietHour>(m_file, *m_settings, clock);
}

void TestQuietHour::endsAfterAnHour()
{
    const auto hour = start();
    QVERIFY(hour->untilText().isEmpty() && !waits(*hour));
    QSignalSpy changed(hour.get(), &QuietHour::changed);
    hour->begin();
    QVERIFY(silent() && waits(*hour));
    QVERIFY(!changed.isEmpty());
    QCOMPARE(hour->untilText(), QStringLiteral("15:07"));
    const QTimer *timer = hour->findChild<QTimer *>();
    QVERIFY(timer->isSingleShot()); // nobody is woken up before
    QCOMPARE(timer->interval(), 3'600'000);
    pass(std::chrono::minutes(59)); // asleep, say: the timer has stood still
    hour->look();
    QVERIFY(silent());
    QCOMPARE(timer->interval(), 60'000);
    pass(std::chrono::minutes(1));
    hour->look();
    QVERIFY(!silent() && !waits(*hour));
    QVERIFY(hour->untilText().isEmpty());
}

void TestQuietHour::beginsAnew()
{
    {
        const auto hour = start();
        hour->begin();
        pass(std::chrono::minutes(30));
        hour->begin();
        QCOMPARE(hour->untilText(), QStringLiteral("15:37"));
        QCOMPARE(hour->findChild<QTimer *>()->interval(), 3'600'000);
    }
    pass(std::chrono::minutes(50));
    const auto hour = start();
    QVERIFY(silent());
    QCOMPARE(hour->findChild<QTimer *>()->interval(), 10 * 60'000);
}

void TestQuietHour::endsByItself()
{
    const auto hour = start();
    hour->begin();
    m_now = m_now.addSecs(3600).addMSecs(-20);
    hour->look();
    QVERIFY(silent());
    m_now = m_now.addMSecs(20);
    QTRY_VERIFY(!silent());
}

void TestQuietHour::outlivesTheProgram()
{
    start()->begin();
    pass(std::chrono::minutes(40));
    const auto hour = start();
    QVERIFY(silent());
    QCOMPARE(hour->untilText(), QStringLiteral("15:07"));
    QCOMPARE(hour->findChild<QTimer *>()->interval(), 20 * 60'000);
}

void TestQuietHour::endsWhileTheProgramIsAway()
{
    start()->begin();
    pass(std::chrono::minutes(70));
    const auto hour = start();
    QVERIFY(!silent() && hour->untilText().isEmpty());
    // The plain switch has no end.
    m_settings->setDoNotDisturb(true);
    pass(std::chrono::minutes(70));
    hour->look();
    QVERIFY(silent() && hour->untilText().isEmpty());
}

void TestQuietHour::whoSwitchesItOffHasEndedIt()
{
    {
        const auto hour = start();
        hour->begin();
        m_settings->setDoNotDisturb(false);
        QVERIFY(hour->untilText().isEmpty() && !waits(*hour));
        m_settings->setDoNotDisturb(true);
        QVERIFY(hour->untilText().isEmpty());
    }
    pass(std::chrono::minutes(70));
    {
        const auto hour = start();
        QVERIFY(silent());
        hour->begin();
    }
    // Switched off where nobody heard it: in the file.
    Settings(m_file).setDoNotDisturb(false);
    const auto hour = start();
    QVERIFY(!silent() && hour->untilText().isEmpty() && !waits(*hour));
}

void TestQuietHour::aClockSetBackDoesNotMakeItLonger()
{
    const auto hour = start();
    hour->begin();
    pass(std::chrono::minutes(-600));
    hour->look();
    QVERIFY(!silent());
}

SUHBAT_TEST(TestQuietHour, Core)
#include "tst_quiethour.moc"
