#include "api/ServerSettingsReader.h"
#include "app/CommandLine.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"

#include <QTest>

using namespace suhbat;

class TestCommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }
    void nothingGivenOpensTheWindow();
    void demoQuietMeansDemo();
    void demoHasNoOtherServer();
    void serverOptionsAreHandedOnUnread();
    void programOptionsAreRead();
    void whatARunningOneIsAskedFor();
    void mistakesAreOneLine_data();
    void mistakesAreOneLine();
    void helpListsEveryOption();
    void everyServerSettingIsAnOption();
    void helpComesEvenBesideAMistake();
    void versionIsPrinted();

private:
    static CommandLine parse(const QStringList &options)
    {
        return CommandLine::parse(QStringList{QStringLiteral("suhbat")} + options);
    }
};

void TestCommandLine::nothingGivenOpensTheWindow()
{
    const CommandLine line = parse({});
    QCOMPARE(line.action, CommandLine::Action::OpenWindow);
    QVERIFY(!line.demo);
    QVERIFY(line.server.isEmpty());
    QVERIFY(!line.insecureTls);
    QVERIFY(line.language.isEmpty());
    QVERIFY(!line.theme);
    QCOMPARE(line.log.level, LogSettings::Level::Info);
}

void TestCommandLine::whatARunningOneIsAskedFor()
{
    QVERIFY(!parse({}).hidden && !parse({}).quit && parse({}).open.isEmpty());
    QVERIFY(parse({QStringLiteral("--hidden")}).hidden);
    QVERIFY(parse({QStringLiteral("--quit")}).quit);
    QCOMPARE(parse({QStringLiteral("--open"), QStringLiteral(" 12 ")}).open, QStringLiteral("12"));
    QCOMPARE(parse({QStringLiteral("--open=")}).exitCode, 2);
    QVERIFY(parse({QStringLiteral("--theme=dark"), QStringLiteral("--account=work")})
                .forStartOnly.isEmpty());
    QCOMPARE(parse({QStringLiteral("--host=h"), QStringLiteral("--log-level=debug")}).forStartOnly,
             QStringList({QStringLiteral("--log-level"), QStringLiteral("--host")}));
}

void TestCommandLine::demoHasNoOtherServer()
{
    for (const char *const demo : {"--demo", "--demo-quiet"}) {
        for (const char *const other :
             {"--host=a.test", "--port=1", "--scheme=http", "--app-key=k", "--env-file=.env"}) {
            const CommandLine line = parse({QLatin1String(demo), QLatin1String(other)});
            QCOMPARE(line.exitCode, 2);
            QVERIFY2(line.text.contains(QLatin1String(other).left(6)), qPrintable(line.text));
        }
    }
    QVERIFY(parse({QStringLiteral("--demo"), QStringLiteral("--proxy=none")}).demo);
}

void TestCommandLine::demoQuietMeansDemo()
{
    const CommandLine loud = parse({QStringLiteral("--demo")});
    QVERIFY(loud.demo);
    QVERIFY(!loud.demoQuiet);
    const CommandLine quiet = parse({QStringLiteral("--demo-quiet")});
    QVERIFY(quiet.demo);
    QVERIFY(quiet.demoQuiet);
}

void TestCommandLine::serverOptionsAreHandedOnUnread()
{
    const CommandLine line =
        parse({QStringLiteral("--host"), QStringLiteral("chat.example.com"),
               QStringLiteral("--port=99999"), QStringLiteral("--scheme"), QStringLiteral("gopher"),
               QStringLiteral("--app-key"), QStringLiteral("key"), QStringLiteral("--api-base-url"),
               QStringLiteral("u"), QStringLiteral("--auth-path"), QStringLiteral("p"),
               QStringLiteral("--login"), QStringLiteral("email"), QStringLiteral("--features"),
               QStringLiteral("typing,tempId")});
    QCOMPARE(line.action, CommandLine::Action::OpenWindow);
    const QMap<QString, QString> expected{
        {QStringLiteral("host"), QStringLiteral("chat.example.com")},
        {QStringLiteral("port"), QStringLiteral("99999")},
        {QStringLiteral("scheme"), QStringLiteral("gopher")},
        {QStringLiteral("app-key"), QStringLiteral("key")},
        {QStringLiteral("api-base-url"), QStringLiteral("u")},
        {QStringLiteral("auth-path"), QStringLiteral("p")},
        {QStringLiteral("login"), QStringLiteral("email")},
        {QStringLiteral("features"), QStringLiteral("typing,tempId")}};
    QCOMPARE(line.server, expected);
}

void TestCommandLine::programOptionsAreRead()
{
    const CommandLine line =
        parse({QStringLiteral("--log-level"), QStringLiteral("debug"), QStringLiteral("--log-file"),
               QStringLiteral("a.log"), QStringLiteral("--language"), QStringLiteral("uz"),
               QStringLiteral("--theme"), QStringLiteral("dark"), QStringLiteral("--env-file"),
               QStringLiteral("x/.env"), QStringLiteral("--print-config"),
               QStringLiteral("--insecure-tls"), QStringLiteral("--account= work ")});
    QCOMPARE(line.action, CommandLine::Action::PrintConfig);
    QCOMPARE(line.account, QStringLiteral("work"));
    QVERIFY(line.insecureTls);
    QCOMPARE(line.log.level, LogSettings::Level::Debug);
    QCOMPARE(line.log.file, QStringLiteral("a.log"));
    QCOMPARE(line.language, QStringLiteral("uz"));
    QCOMPARE(line.theme, std::optional(Settings::Dark));
    QCOMPARE(line.envFile, QStringLiteral("x/.env"));
}

void TestCommandLine::mistakesAreOneLine_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("named");
    QTest::newRow("unknown option")
        << QStringList{QStringLiteral("--colour")} << QStringLiteral("colour");
    QTest::newRow("value missing")
        << QStringList{QStringLiteral("--host")} << QStringLiteral("host");
    QTest::newRow("not an option")
        << QStringList{QStringLiteral("chat")} << QStringLiteral("\"chat\"");
    QTest::newRow("log level") << QStringList{QStringLiteral("--log-level=loud")}
                               << QStringLiteral("--log-level: \"loud\"");
    QTest::newRow("theme") << QStringList{QStringLiteral("--theme=pink")}
                           << QStringLiteral("--theme: \"pink\"");
    QTest::newRow("language") << QStringList{QStringLiteral("--language=tlh")}
                              << QStringLiteral("--language: \"tlh\"");
    QTest::newRow("no name") << QStringList{QStringLiteral("--account= ")}
                             << QStringLiteral("--account: no name given");
    QTest::newRow("no file") << QStringList{QStringLiteral("--log-file=")}
                             << QStringLiteral("--log-file");
}

void TestCommandLine::mistakesAreOneLine()
{
    QFETCH(const QStringList, options);
    QFETCH(const QString, named);
    const CommandLine line = parse(options);
    QCOMPARE(line.action, CommandLine::Action::Exit);
    QCOMPARE(line.exitCode, 2);
    QVERIFY2(line.text.contains(named), qPrintable(line.text));
    QVERIFY(line.text.startsWith(QLatin1String("suhbat: ")));
    QCOMPARE(line.text.count(QLatin1Char('\n')), 1);
    QVERIFY(line.text.endsWith(QLatin1Char('\n')));
}

void TestCommandLine::helpListsEveryOption()
{
    const CommandLine line = parse({QStringLiteral("--help")});
    QCOMPARE(line.action, CommandLine::Action::Exit);
    QCOMPARE(line.exitCode, 0);
    for (const char *const option : {"--demo",
                                     "--demo-quiet",
                                     "--account",
                                     "--env-file",
                                     "--host",
                                     "--port",
                                     "--scheme",
                                     "--app-key",
                                     "--api-base-url",
                                     "--auth-path",
                                     "--login",
                                     "--features",
                                     "--log-level",
                                     "--log-file",
                                     "--language",
                                     "--theme",
                                     "--print-config",
                                     "--help",
                                     "--version",
                                     "--proxy",
                                     "--proxy-user",
                                     "--proxy-password",
                                     "--ca-file",
                                     "--origin",
                                     "--request-timeout",
                                     "--connect-timeout",
                                     "--insecure-tls"})
        QVERIFY2(line.text.contains(QLatin1String(option)), option);
    const QStringList lines = line.text.split(QLatin1Char('\n'));
    for (const QString &one : lines)
        QVERIFY2(one.size() <= 90, qPrintable(one));
}

void TestCommandLine::everyServerSettingIsAnOption()
{
    for (const QString &name : ServerSettingsReader::names()) {
        const CommandLine line = parse({QStringLiteral("--") + name + QStringLiteral("=x")});
        QVERIFY2(line.server.contains(name), qPrintable(name));
    }
}

void TestCommandLine::helpComesEvenBesideAMistake()
{
    const CommandLine line = parse({QStringLiteral("--colour"), QStringLiteral("-h")});
    QCOMPARE(line.exitCode, 0);
    QVERIFY(line.text.startsWith(QLatin1String("Usage: suhbat")));
}

void TestCommandLine::versionIsPrinted()
{
    const CommandLine line = parse({QStringLiteral("-v")});
    QCOMPARE(line.exitCode, 0);
    QVERIFY(line.text.startsWith(QLatin1String("suhbat 0.")));
}

SUHBAT_TEST(TestCommandLine, Nothing)
#include "tst_commandline.moc"
