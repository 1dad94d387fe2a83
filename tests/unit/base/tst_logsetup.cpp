#include "base/Logging.h"
#include "base/LogSetup.h"
#include "base/Redact.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"

#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace suhbat;

class TestLogSetup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesHaveTimeLevelAndCategory();
    void levelsHaveNames();
    void l24_secretsAreMasked_data();
    void l24_secretsAreMasked();
    void ordinaryTextStays_data();
    void ordinaryTextStays();
    void fileIsPrivateAndGetsTheLines();
    void levelDecidesWhatIsWritten_data();
    void levelDecidesWhatIsWritten();
    void unwritableFileIsAnError();
    void newestLinesAreRemembered();
};

namespace {

QString logOf(LogSettings::Level level)
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("a.log"));
    {
        LogSetup log;
        if (!log.install({level, path}))
            return QStringLiteral("not installed");
        qCDebug(lcPusher) << "one";
        qCInfo(lcPusher) << "two";
        qCWarning(lcPusher) << "three";
        qCCritical(lcPusher) << "four";
    }
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

void TestLogSetup::linesHaveTimeLevelAndCategory()
{
    const QDateTime when(QDate(2026, 2, 1), QTime(8, 15, 0, 123));
    QCOMPARE(LogSetup::line(when, QtInfoMsg, "suhbat.pusher", QStringLiteral("connected")),
             QStringLiteral("[2026-02-01 08:15:00.123] [INFO] [suhbat.pusher] connected"));
    QCOMPARE(LogSetup::line(when, QtCriticalMsg, nullptr, QStringLiteral("x")),
             QStringLiteral("[2026-02-01 08:15:00.123] [ERROR] [default] x"));
}

void TestLogSetup::levelsHaveNames()
{
    using Level = LogSettings::Level;
    QCOMPARE(LogSettings::levelFromName(QStringLiteral("debug")), std::optional(Level::Debug));
    QCOMPARE(LogSettings::levelFromName(QStringLiteral("info")), std::optional(Level::Info));
    QCOMPARE(LogSettings::levelFromName(QStringLiteral("warning")), std::optional(Level::Warning));
    QCOMPARE(LogSettings::levelFromName(QStringLiteral("error")), std::optional(Level::Error));
    QVERIFY(!LogSettings::levelFromName(QStringLiteral("")));
}

void TestLogSetup::l24_secretsAreMasked_data()
{
    QTest::addColumn<QString>("text");
    const QList<QByteArray> lines = test::fixture(QStringLiteral("app/secrets.txt")).split('\n');
    for (const QByteArray &line : lines) {
        if (!line.isEmpty())
            QTest::newRow(line.left(40).constData()) << QString::fromUtf8(line);
    }
}

void TestLogSetup::l24_secretsAreMasked()
{
    QFETCH(const QString, text);
    const QString masked = redacted(text);
    QVERIFY2(masked.contains(QLatin1String("***")), qPrintable(masked));
    for (const char *const secret : {"s3cr", "wxyz", "0123456789abcdef", "482915"})
        QVERIFY2(!masked.contains(QLatin1String(secret)), qPrintable(masked));
    // What stands around a secret is what one reads a log for.
    QVERIFY2(masked.endsWith(QLatin1String("end")), qPrintable(masked));
}

void TestLogSetup::ordinaryTextStays_data()
{
    QTest::addColumn<QString>("text");
    const QList<QByteArray> lines = test::fixture(QStringLiteral("app/no-secrets.txt")).split('\n');
    for (const QByteArray &line : lines) {
        if (!line.isEmpty())
            QTest::newRow(line.left(40).constData()) << QString::fromUtf8(line);
    }
}

void TestLogSetup::ordinaryTextStays()
{
    QFETCH(const QString, text);
    QCOMPARE(redacted(text), text);
}

void TestLogSetup::fileIsPrivateAndGetsTheLines()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("a.log"));
    LogSetup log;
    QVERIFY(log.install({LogSettings::Level::Info, path}));
    qCInfo(lcApi, "POST /auth/login %s", "Bearer s3cr|et");
    const auto rights = QFile::permissions(path);
    QVERIFY(!(rights & (QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther |
                        QFileDevice::WriteOther)));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    QVERIFY2(text.endsWith(QLatin1String("[INFO] [suhbat.api] POST /auth/login Bearer ***\n")),
             qPrintable(text));
}

void TestLogSetup::levelDecidesWhatIsWritten_data()
{
    QTest::addColumn<LogSettings::Level>("level");
    QTest::addColumn<int>("lines");
    QTest::newRow("debug") << LogSettings::Level::Debug << 4;
    QTest::newRow("info") << LogSettings::Level::Info << 3;
    QTest::newRow("warning") << LogSettings::Level::Warning << 2;
    QTest::newRow("error") << LogSettings::Level::Error << 1;
}

void TestLogSetup::levelDecidesWhatIsWritten()
{
    QFETCH(const LogSettings::Level, level);
    QFETCH(const int, lines);
    QCOMPARE(logOf(level).count(QLatin1Char('\n')), lines);
}

void TestLogSetup::unwritableFileIsAnError()
{
    LogSetup log;
    const auto result =
        log.install({LogSettings::Level::Info, QStringLiteral("/nowhere/at/all/a.log")});
    QVERIFY(!result);
    QVERIFY(result.error().kind == Error::Kind::Configuration);
    QVERIFY(result.error().detail.contains(QLatin1String("/nowhere/at/all/a.log")));
}

// By category, oldest first, so many and no more; without secrets, as they were written.
void TestLogSetup::newestLinesAreRemembered()
{
    LogSetup log;
    QVERIFY(log.install({LogSettings::Level::Info, {}}));
    for (qsizetype i = 0; i < LogMemory::capacity; ++i)
        qCInfo(lcPusher) << "line" << i;
    qCInfo(lcChat).noquote() << "Authorization: Bearer 7|abcdef";
    qCInfo(lcPusher).noquote() << QString(2 * LogMemory::longestLine, u'x');
    const QStringList all = log.memory().lines();
    QCOMPARE(all.size(), LogMemory::capacity);
    QVERIFY(all.first().contains(u"line 2"));
    QVERIFY(all.last().size() == LogMemory::longestLine);
    QCOMPARE(log.memory().categories(),
             (QStringList{QStringLiteral("suhbat.chat"), QStringLiteral("suhbat.pusher")}));
    const QStringList chat = log.memory().lines(QStringLiteral("suhbat.chat"));
    QCOMPARE(chat.size(), 1);
    QVERIFY2(!chat.first().contains(u"abcdef"), qPrintable(chat.first()));
}

SUHBAT_TEST(TestLogSetup, Core)
#include "tst_logsetup.moc"
