#include "support/Fixtures.h"
#include "support/TestProgram.h"
#include "tools/listen/Arguments.h"
#include "tools/listen/Steps.h"

#include <QRegularExpression>
#include <QTest>

using namespace suhbat;
using namespace suhbat::listen;

// What a command line means, and which ones mean nothing.
class TestArguments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }
    void nothingAskedFor();
    void everything();
    void severalChannels_data();
    void severalChannels();
    void mistakes_data();
    void mistakes();
    void mistakesDoNotRepeatPasswords();
    void timeOfAStep_data();
    void timeOfAStep();
    void helpNamesEveryOptionAndExitCode();

private:
    static QStringList words(const char *line)
    {
        return QString::fromLatin1(line).split(u' ', Qt::SkipEmptyParts);
    }
};

void TestArguments::nothingAskedFor()
{
    const auto arguments = Arguments::parse({});
    QVERIFY(arguments);
    QVERIFY(arguments->action == Arguments::Action::Listen);
    QVERIFY(arguments->channels.isEmpty() && !arguments->duration && arguments->count == 0);
    QVERIFY(arguments->log.level == LogSettings::Level::Error);
}

void TestArguments::timeOfAStep_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("request");
    QTest::addColumn<int>("connect");
    QTest::newRow("nothing given") << QString() << 15000 << 15000;
    QTest::newRow("--timeout") << QStringLiteral("--timeout 2") << 2000 << 2000;
    QTest::newRow("settings") << QStringLiteral("--request-timeout 30 --connect-timeout 40")
                              << 30000 << 40000;
    QTest::newRow("all") << QStringLiteral("--timeout 2 --request-timeout 30") << 2000 << 2000;
}

void TestArguments::timeOfAStep()
{
    QFETCH(const QString, line);
    QFETCH(const int, request);
    QFETCH(const int, connect);
    const auto arguments = Arguments::parse(words("--host chat.example.test --app-key key") +
                                            line.split(u' ', Qt::SkipEmptyParts));
    QVERIFY(arguments);
    SettingsSources sources;
    sources.options = arguments->server;
    ServerSettingsReader reader(sources);
    QVERIFY(reader.read());
    const NetworkSettings network = arguments->hurried(reader.network(), reader.describe());
    QCOMPARE(int(network.requestTimeout.count()), request);
    QCOMPARE(int(network.connectTimeout.count()), connect);
}

void TestArguments::everything()
{
    QStringList all = words("--host chat.example.test --app-key=key --identifier 9989 --password p "
                            "--code 12 --duration 1.5 --count 3 --timeout 2 --probe 12 --json "
                            "--raw --diagnostics --log-level debug --env-file a/.env");
    all << QStringLiteral("--trigger") << QStringLiteral("client-x")
        << QStringLiteral("{\"a\": 1}");
    const auto arguments = Arguments::parse(all);
    QVERIFY2(arguments, qPrintable(arguments ? QString() : arguments.error().detail));
    QCOMPARE(arguments->server.value(QStringLiteral("host")), QStringLiteral("chat.example.test"));
    QCOMPARE(arguments->server.value(QStringLiteral("app-key")), QStringLiteral("key"));
    QCOMPARE(arguments->identifier, QStringLiteral("9989"));
    QCOMPARE(arguments->password, QStringLiteral("p"));
    QCOMPARE(arguments->duration->count(), 1500);
    QCOMPARE(arguments->timeout->count(), 2000);
    QCOMPARE(arguments->count, 3);
    QCOMPARE(arguments->probe, QStringLiteral("12"));
    QVERIFY(arguments->json && arguments->raw && arguments->diagnostics);
    QCOMPARE(arguments->triggers.size(), 1U);
    QCOMPARE(arguments->triggers.front().json, QByteArray("{\"a\": 1}"));
    QCOMPARE(arguments->envFile, QStringLiteral("a/.env"));
}

void TestArguments::severalChannels_data()
{
    QTest::addColumn<QString>("line");
    QTest::newRow("words") << QStringLiteral("--channel a private-b presence-c --json");
    QTest::newRow("commas") << QStringLiteral("--channel a,private-b,presence-c");
    QTest::newRow("options") << QStringLiteral(
        "--channel=a --channel private-b --channel=presence-c");
}

void TestArguments::severalChannels()
{
    QFETCH(const QString, line);
    const auto arguments = Arguments::parse(line.split(u' '));
    QVERIFY(arguments);
    QCOMPARE(arguments->channels.join(u' '), QStringLiteral("a private-b presence-c"));
}

void TestArguments::mistakes_data()
{
    QTest::addColumn<QStringList>("given");
    QTest::addColumn<QString>("named");
    const auto row = [](const char *line, const char *named) {
        QTest::newRow(line) << words(line) << QString::fromLatin1(named);
    };
    row("--colour", "--colour");
    row("words", "words");
    row("--host", "--host wants");
    row("--json=1", "--json wants no value");
    row("--duration soon", "--duration: wants a number");
    row("--duration -1", "--duration");
    row("--duration 1e300", "--duration");
    row("--count 0", "--count");
    row("--timeout 0", "--timeout");
    row("--trigger client-x", "--trigger wants EVENT JSON");
    row("--trigger x {}", "begins with client-");
    row("--trigger client-x []", "JSON object");
    row("--channel #server-to-user-1", "is no channel");
    row("--log-level loud", "--log-level");
    row("--no-login", "--no-login");
    row("--no-login --channel x --probe 1", "--probe");
}

void TestArguments::mistakes()
{
    QFETCH(const QStringList, given);
    QFETCH(const QString, named);
    const auto arguments = Arguments::parse(given);
    QVERIFY(!arguments);
    QVERIFY2(arguments.error().detail.contains(named), qPrintable(arguments.error().detail));
}

void TestArguments::mistakesDoNotRepeatPasswords()
{
    const auto arguments = Arguments::parse(words("--pasword=secret-word"));
    QVERIFY(!arguments);
    QVERIFY(!arguments.error().detail.contains(QLatin1String("secret-word")));
}

void TestArguments::helpNamesEveryOptionAndExitCode()
{
    const QString help = Arguments::help();
    for (const char *const option :
         {"identifier",  "password",  "code",     "no-login", "channel",      "probe",
          "trigger",     "duration",  "count",    "timeout",  "json",         "raw",
          "diagnostics", "log-level", "log-file", "env-file", "print-config", "insecure-tls",
          "help",        "version",   "host",     "app-key",  "path-prefix"})
        QVERIFY2(help.contains(QStringLiteral("--") + QLatin1String(option)), option);
    for (const Step step : allSteps()) {
        const QRegularExpression line(
            QStringLiteral("\\b%1  %2\\b").arg(exitCodeOf(step)).arg(nameOf(step)));
        QVERIFY2(line.match(help).hasMatch(), qPrintable(nameOf(step)));
    }
    QVERIFY(help.contains(QLatin1String(" 130 ")));
}

SUHBAT_TEST(TestArguments, Core)
#include "tst_arguments.moc"
