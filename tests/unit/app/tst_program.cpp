#include "support/Fixtures.h"
#include "support/TestProgram.h"
#include "support/Wait.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace suhbat;

// What the program promises to whoever starts it from a terminal or a script.
class TestProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }
    void helpNeedsNoDisplay();
    void mistakesExitWith2_data();
    void mistakesExitWith2();
    void noDisplayIsOneLine();
    void noServerIsExplained();
    void configIsPrintedWithoutADisplay();
    void unwritableLogIsOneLine();
    void killedClientLeavesNoDemoServer();
    void aSecondStartFindsTheFirst();

private:
    struct Run
    {
        int exitCode = -1;
        QString out;
        QString err;
    };
    QProcessEnvironment environment(bool display) const;
    Run run(const QStringList &arguments, bool display = false) const;

    QTemporaryDir m_home;
};

QProcessEnvironment TestProgram::environment(bool display) const
{
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("PATH"), qEnvironmentVariable("PATH"));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    environment.insert(QStringLiteral("HOME"), m_home.path());
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), m_home.path());
    environment.insert(QStringLiteral("XDG_CONFIG_DIRS"), m_home.path());
    environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), m_home.path());
    environment.insert(QStringLiteral("QT_FORCE_STDERR_LOGGING"), QStringLiteral("1"));
    if (display) {
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        environment.insert(QStringLiteral("QT_QUICK_BACKEND"), QStringLiteral("software"));
        // Qt's software renderer leaves textures behind when its last window goes (see Person.cpp).
        environment.insert(QStringLiteral("ASAN_OPTIONS"), QStringLiteral("detect_leaks=0"));
    }
    return environment;
}

TestProgram::Run TestProgram::run(const QStringList &arguments, bool display) const
{
    QProcess process;
    process.setProcessEnvironment(environment(display));
    process.start(QStringLiteral(SUHBAT_PROGRAM), arguments);
    if (!process.waitForFinished(10000)) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    if (process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

void TestProgram::helpNeedsNoDisplay()
{
    const Run help = run({QStringLiteral("--help")});
    QCOMPARE(help.exitCode, 0);
    QCOMPARE(help.err, QString());
    QVERIFY(help.out.startsWith(QLatin1String("Usage: suhbat")));
    const Run version = run({QStringLiteral("--version")});
    QCOMPARE(version.exitCode, 0);
    QVERIFY(version.out.startsWith(QLatin1String("suhbat 0.")));
}

void TestProgram::mistakesExitWith2_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("named");
    const auto host = QStringLiteral("--host=chat.example.com");
    const auto key = QStringLiteral("--app-key=key");
    QTest::newRow("unknown option")
        << QStringList{QStringLiteral("--colour")} << QStringLiteral("colour");
    QTest::newRow("log level") << QStringList{QStringLiteral("--log-level=loud")}
                               << QStringLiteral("--log-level");
    QTest::newRow("port") << QStringList{host, key, QStringLiteral("--port=99999")}
                          << QStringLiteral("--port");
    QTest::newRow("scheme") << QStringList{host, key, QStringLiteral("--scheme=gopher")}
                            << QStringLiteral("--scheme");
    QTest::newRow("no such env file") << QStringList{QStringLiteral("--env-file=/nowhere/.env")}
                                      << QStringLiteral("/nowhere/.env");
}

void TestProgram::mistakesExitWith2()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QString, named);
    const Run result = run(arguments);
    QCOMPARE(result.exitCode, 2);
    QCOMPARE(result.out, QString());
    QVERIFY2(result.err.contains(named), qPrintable(result.err));
    QVERIFY2(result.err.startsWith(QLatin1String("suhbat: ")), qPrintable(result.err));
    QCOMPARE(result.err.count(QLatin1Char('\n')), 1);
}

void TestProgram::noDisplayIsOneLine()
{
    const Run result = run({QStringLiteral("--demo")});
    QCOMPARE(result.exitCode, 1);
    QCOMPARE(result.out, QString());
    QVERIFY2(result.err.startsWith(QLatin1String("suhbat: there is no display")),
             qPrintable(result.err));
    QCOMPARE(result.err.count(QLatin1Char('\n')), 1);
}

void TestProgram::noServerIsExplained()
{
    // Without a display that is all there is to say.
    const Run blind = run({});
    QCOMPARE(blind.exitCode, 1);
    QVERIFY2(blind.err.startsWith(QLatin1String("suhbat: there is no display")),
             qPrintable(blind.err));
    QCOMPARE(blind.err.count(QLatin1Char('\n')), 1);

    QProcess client;
    client.setProcessEnvironment(environment(true));
    client.start(QStringLiteral(SUHBAT_PROGRAM), QStringList());
    QString said;
    const bool explained = test::waitUntil(
        [&] {
            said += QString::fromUtf8(client.readAllStandardError());
            return said.contains(QLatin1String("--demo"));
        },
        15000);
    client.terminate();
    QVERIFY(client.waitForFinished());
    QVERIFY2(explained, qPrintable(said));
    for (const char *const word : {"--host", "--app-key", "server.json"})
        QVERIFY2(said.contains(QLatin1String(word)), qPrintable(said));
}

void TestProgram::configIsPrintedWithoutADisplay()
{
    const Run result =
        run({QStringLiteral("--host=chat.example.com"), QStringLiteral("--app-key=public-key"),
             QStringLiteral("--print-config")});
    QCOMPARE(result.exitCode, 0);
    QVERIFY2(result.out.contains(QLatin1String("chat.example.com")), qPrintable(result.out));
    QVERIFY2(result.out.contains(QLatin1String("--host")), qPrintable(result.out));
    QVERIFY2(result.out.contains(QLatin1String("https://chat.example.com/api")),
             qPrintable(result.out));
}

void TestProgram::unwritableLogIsOneLine()
{
    const Run result =
        run({QStringLiteral("--demo"), QStringLiteral("--log-file=/nowhere/a.log")}, true);
    QCOMPARE(result.exitCode, 2);
    QVERIFY2(result.err.contains(QLatin1String("/nowhere/a.log")), qPrintable(result.err));
    QCOMPARE(result.err.count(QLatin1Char('\n')), 1);
}

void TestProgram::killedClientLeavesNoDemoServer()
{
    QProcess client;
    client.setProcessEnvironment(environment(true));
    client.setProcessChannelMode(QProcess::MergedChannels);
    client.start(QStringLiteral(SUHBAT_PROGRAM), {QStringLiteral("--demo-quiet")});
    const QRegularExpression ready(QStringLiteral("demo server ready at .* process (\\d+)"));
    QString log;
    QString pid;
    const bool started = test::waitUntil(
        [&] {
            log += QString::fromUtf8(client.readAll());
            pid = ready.match(log).captured(1);
            return !pid.isEmpty();
        },
        15000);
    QVERIFY2(started, qPrintable(log));
    const QString process = QStringLiteral("/proc/") + pid;
    QVERIFY(QFile::exists(process));
    client.kill();
    QVERIFY(client.waitForFinished());
    QTRY_VERIFY(!QFile::exists(process));
}

void TestProgram::aSecondStartFindsTheFirst()
{
    const QStringList server{QStringLiteral("--host=127.0.0.1"), QStringLiteral("--port=1"),
                             QStringLiteral("--app-key=key")};
    QProcess first;
    first.setProcessEnvironment(environment(true));
    first.setProcessChannelMode(QProcess::MergedChannels);
    first.start(QStringLiteral(SUHBAT_PROGRAM), server);
    QVERIFY(first.waitForStarted()); // its lock may be seen before that is
    QVERIFY(test::waitUntil(
        [this] { return !QDir(m_home.path()).entryList({u"suhbat-*.lock"_qs}).isEmpty(); }, 15000));
    const Run second = run(server, true);
    QCOMPARE(second.exitCode, 0);
    QVERIFY2(second.err.contains(QLatin1String("running already")), qPrintable(second.err));
    QCOMPARE(first.state(), QProcess::Running);
    // Another account is another program.
    QCOMPARE(run({QStringLiteral("--account=work"), QStringLiteral("--quit")}).exitCode, 1);
    QCOMPARE(run({QStringLiteral("--quit")}).exitCode, 0);
    QVERIFY(first.waitForFinished());
    QCOMPARE(first.exitCode(), 0);
    const Run none = run({QStringLiteral("--quit")});
    QCOMPARE(none.exitCode, 1);
    QCOMPARE(none.err, QStringLiteral("suhbat: none is running\n"));
}

SUHBAT_TEST(TestProgram, Core)
#include "tst_program.moc"
