#include "ListenRun.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <csignal>

using namespace suhbat;
using suhbat::test::ListenRun;

namespace {

const auto danasChannel = QStringLiteral("private-user.42");
constexpr qint64 dana = 42;
constexpr qint64 kim = 43;
constexpr qint64 room = 12;

} // namespace

// What suhbat-listen prints while all goes well, and how it leaves.
class TestEvents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }
    void everyEventIsALine();
    void objectsForPrograms();
    void diagnosticsCannotDriveTerminals();
    void rawPayloads();
    void lostConnectionHeals();
    void codeLogsIn();
    void publicChannelNeedsNoLogin();
    void channelsOfTheirOwn();
    void triggerReachesTheOthers();
    void probeComesBack();
    void durationEnds();
    void interruptLeavesCleanly_data();
    void interruptLeavesCleanly();
    void interruptBeforeAnything();
    void interruptBeforeTheProbeCameBack();
    void secretsStayOutOfTheLog();
    void passwordIsNotInTheProcessList();
    void settingsComeFromTheSameFiles();
};

void TestEvents::everyEventIsALine()
{
    demo::DemoServer server(test::ListenRun::quiet());
    QVERIFY(server.listen());
    ListenRun run;
    run.start(ListenRun::asDana(server, {QStringLiteral("--count=4")}));
    QVERIFY(run.waitFor(QStringLiteral("Subscribed")));
    server.sendAs(kim, room, QStringLiteral("Do you have a minute?"));
    server.typeAs(kim, room);
    server.readAs(kim, room);
    server.publishTo(dana, QStringLiteral("App\\Events\\Weather"), R"({"sun":true})");
    QVERIFY(run.finish());
    QCOMPARE(run.exitCode(), 0);
    QCOMPARE(run.err(), QString());
    const QStringList lines = run.outLines();
    static const QRegularExpression form(
        QStringLiteral(R"(^\[\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\] \[(INFO|SUCCESS|EVENT)\] \S)"));
    for (const QString &line : lines)
        QVERIFY2(form.match(line).hasMatch(), qPrintable(line));
    const QString all = run.out();
    for (const char *const part :
         {"[SUCCESS] Signed in as Dana Reyes (42)\n", "[SUCCESS] Socket open\n",
          "[SUCCESS] Connected, socket_id ", "[SUCCESS] Subscribed to private-user.42\n",
          "[EVENT] Message | ID: ", "| From: Kim Ito (43) | Content: Do you have a minute? |",
          "[EVENT] Typing | Conversation: 12 | From: Kim Ito (43)",
          "[EVENT] Read | Conversation: 12", "Event: App\\Events\\Weather\n", "[INFO] Seconds: "})
        QVERIFY2(all.contains(QLatin1String(part)), qPrintable(QLatin1String(part) + all));
    QVERIFY(!all.contains(u'\033'));
    QTRY_COMPARE(server.socketCount(), 0);
}

void TestEvents::objectsForPrograms()
{
    demo::DemoServer server(test::ListenRun::quiet());
    QVERIFY(server.listen());
    ListenRun run;
    run.start(ListenRun::asDana(server, {QStringLiteral("--json"), QStringLiteral("--count=1"),
                                         QStringLiteral("--diagnostics")}));
    QVERIFY(run.waitFor(QStringLiteral("\"subscribed\"")));
    server.sendAs(kim, room, QStringLiteral("Hello"));
    QVERIFY(run.finish());
    QCOMPARE(run.exitCode(), 0);
    QStringList types;
    QJsonObject event;
    QJsonObject summary;
    for (const QJsonObject &object : run.objects()) {
        types += object[QStringLiteral("type")].toString();
        if (types.last() == QLatin1String("event"))
            event = object;
        summary = object;
    }
    QCOMPARE(
        types.join(u' '),
        QStringLiteral("started reached signedIn socketOpen connected subscribed event summary"));
    QCOMPARE(event[QStringLiteral("content")].toString(), QStringLiteral("Hello"));
    QCOMPARE(event[QStringLiteral("channel")].toString(), danasChannel);
    QVERIFY(event[QStringLiteral("data")][QStringLiteral("message")].isObject());
    const auto metrics = summary[QStringLiteral("diagnostics")][QStringLiteral("metrics")];
    QVERIFY(metrics[QStringLiteral("framesIn")].toInt() >= 3);
}

void TestEvents::diagnosticsCannotDriveTerminals()
{
    demo::DemoServer server(test::ListenRun::quiet());
    QVERIFY(server.listen());
    ListenRun run;
    run.start(
        ListenRun::asDana(server, {QStringLiteral("--diagnostics"), QStringLiteral("--count=1")}));
    QVERIFY(run.waitFor(QStringLiteral("Subscribed")));
    server.publishTo(dana, QStringLiteral("w\u009b2J\u202ex"), "{}");
    QVERIFY(run.finish());
    for (const QChar c : run.out())
        QVERIFY2(c.isPrint() || c == u' ' || c == u'\n', qPrintable(run.out()));
    QVERIFY2(run.out().contains(QLatin1String("w\\u009b2J\\u202ex")), qPrintable(run.out()));
}

void TestEvents::rawPayloads()
{
    demo::DemoServer server(test::ListenRun::quiet());
    QVERIFY(server.listen());
    ListenRun run;
    run.start(ListenRun::asDana(server, {QStringLiteral("--raw"), QStringLiteral("--count=1")}));
    QVERIFY(run.waitFor(QStringLiteral("Subscribed")));
    server.publishTo(dana, QStringLiteral("weather"), R"({"sun":true})");
    QVERIFY(run.finish());
    QVERIFY2(run.out().contains(QLatin1String("[EVENT] private-user.42 weather {\"sun\":true}\n")),
             qPrintable(run.out()));
}

void TestEvents::lostConnectionHeals()
{
    demo::DemoServer server(test::ListenRun::quiet());
    QVERIFY(server.listen());
    ListenRun run;
    run.start(ListenRun::asDana(server, {QStringLiteral("--count=1")}));
    QVERIFY(run.waitFor(QStringLiteral("Subscribed")));
    server.dropSockets();
    // The first retry comes within 3 s.
    QTRY_COMPARE(server.subscriberCount(danasChannel), 1);
    QVERIFY(run.waitFor(QStringLiteral("Subscribed to private-user.42\n")));
    server.sendAs(kim, room, QStringLiteral("Again"));
    QVERIFY(run.finish());
    QCOMPARE(run.exitCode(), 0);
    QVERIFY2(run.out().contains(QLatin1String("[WARNING] No connection: ")), qPrintable(run.out()));
    QVERIFY(run.out().contains(QLatin1String("[INFO] Next attempt in ")));
    QVERIFY(run.out().contains(QLatin1String("| Reconnects: 1")));
}

void TestEvents::codeLogsIn()
{
    demo::DemoServer server(test::ListenRun::quiet());
    QVERIFY(server.listen());
    ListenRun run;
    run.setVariable(QStringLiteral("SUHBAT_IDENTIFIER"), QStringLiteral("998900000002"));
    run.setVariable(QStringLiteral("SUHBAT_CODE"), QStringLiteral("482915"));
    run.start(ListenRun::to(server) + QStringList{QStringLiteral("--duration=0")});
    QVERIFY(run.finish());
    QCOMPARE(run.exitCode(), 0);
    QVERIFY(run.out().contains(QLatin1String("Signed in as Kim Ito (43)")));
}

void TestEvents::publicChannelNeedsNoLogin()
{
    demo::DemoServer server(test::ListenRun::quiet());
    QVERIFY(server.listen());
    ListenRun run;
    run.start(ListenRun::to(server) + QStringList{QStringLiteral("--no-login"),
                                                  QStringLiteral("--channel=news"),
                                                  QStringLiteral("--duration=0")});
    QVERIFY(run.finish());
    QCOMPARE(run.exitCode(), 0);
    QVERIFY(run.out().contains(QLatin1String("Subscribed to news\n")));
    for (const auto &request : server.requests())
        QVERIFY(!request.path.contains(QLatin1String("login")));
}

void TestEvents::channelsOfTheirOwn()
{
    demo::DemoServer server(test::ListenRun::quiet());
    QVERIFY(server.listen());
    ListenRun run;
    run.start(ListenRun::asDana(server, {QStringLiteral("--channel"), QStringLiteral("news"),
                                         QStringLiteral("private-user.{id}"),
                                         QStringLiteral("--count=1")}));
    QVERIFY(run.waitFor(QStringLiteral("Subscribed to private-user.42\n")));
    QVERIFY(run.waitFor(QStringLiteral("Subscribed to news\n")));
    server.sendAs(kim, room, QStringLiteral("Hi"));
    QVERIFY(run.finish());
    QCOMPARE(run.exitCode(), 0);
}

void TestEvents::triggerReachesTheOthers()
{
    demo::DemoServer server(test::ListenRun::quiet());
    QVERIFY(server.listen());
    ListenRun other;
    other.start(ListenRun::asDana(server, {QStringLiteral("--count=1")}));
    QVERIFY(other.waitFor(QStringLiteral("Subscribed")));
    ListenRun run;
    run.start(ListenRun::asDana(server, {QStringLiteral("--trigger"), QStringLiteral("client-wave"),
                                         QStringLiteral("{\"hand\":\"left\"}"),
                                         QStringLiteral("--duration=0.1")}));
    QVERIFY(run.finish());
    QCOMPARE(run.exitCode(), 0);
    QVERIFY(run.out().contains(QLatin1String("[SUCCESS] Sent client-wave on private-user.42\n")));
    QVERIFY(other.finish());
    QVERIFY2(other.out().contains(QLatin1String("Event: client-wave\n")), qPrintable(other.out()));
}

void TestEvents::probeComesBack()
{
    demo::DemoServer server(test::ListenRun::quiet());
    QVERIFY(server.listen());
    ListenRun run;
    run.start(ListenRun::asDana(server, {QStringLiteral("--probe=12")}));
    QVERIFY(run.finish());
    QCOMPARE(run.exitCode(), 0);
    QVERIFY2(run.out().contains(QLatin1String("[SUCCESS] Probe: the event of message ")),
             qPrintable(run.out()));
    QVERIFY(server.messages(room).last().body.startsWith(QLatin1String("suhbat-listen probe ")));
}

void TestEvents::durationEnds()
{
    demo::DemoServer server(test::ListenRun::quiet());
    QVERIFY(server.listen());
    ListenRun run;
    run.start(ListenRun::asDana(server, {QStringLiteral("--duration=0.1")}));
    QVERIFY(run.finish());
    QCOMPARE(run.exitCode(), 0);
    QVERIFY(run.out().contains(QLatin1String("| Events: 0 |")));
}

void TestEvents::interruptLeavesCleanly_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("Ctrl+C") << SIGINT;
    QTest::newRow("SIGTERM") << SIGTERM;
}

void TestEvents::interruptLeavesCleanly()
{
    QFETCH(const int, signal);
    demo::DemoServer server(test::ListenRun::quiet());
    QVERIFY(server.listen());
    ListenRun run;
    run.start(ListenRun::asDana(server));
    QVERIFY(run.waitFor(QStringLiteral("Subscribed")));
    run.interrupt(signal);
    QVERIFY(run.finish());
    QVERIFY(run.endedNormally());
    QCOMPARE(run.exitCode(), 0);
    QCOMPARE(run.err(), QString());
    QVERIFY(run.out().contains(QLatin1String("[INFO] Interrupted\n")));
    QTRY_COMPARE(server.socketCount(), 0);
    // The session is no longer there either.
    QCOMPARE(server.requests().last().path, QStringLiteral("/api/auth/logout"));
}

void TestEvents::interruptBeforeAnything()
{
    demo::DemoServer server(test::ListenRun::quiet());
    server.faults().failNext(demo::Failure::NoAnswer, QStringLiteral("/auth/login"), 10);
    QVERIFY(server.listen());
    ListenRun run;
    run.start(ListenRun::asDana(server));
    QVERIFY(run.waitFor(QStringLiteral("TCP: connected")));
    run.interrupt(SIGINT);
    QVERIFY(run.finish());
    QCOMPARE(run.exitCode(), 130);
}

void TestEvents::interruptBeforeTheProbeCameBack()
{
    demo::DemoServer server(test::ListenRun::quiet());
    server.faults().suppressEvents = true;
    QVERIFY(server.listen());
    ListenRun run;
    run.start(ListenRun::asDana(server, {QStringLiteral("--probe=12")}));
    QVERIFY(run.waitFor(QStringLiteral("waiting for its event")));
    run.interrupt(SIGINT);
    QVERIFY(run.finish());
    QCOMPARE(run.exitCode(), 130);
}

void TestEvents::secretsStayOutOfTheLog()
{
    demo::DemoServer server(test::ListenRun::quiet());
    QVERIFY(server.listen());
    ListenRun run;
    run.start(ListenRun::asDana(server, {QStringLiteral("--log-level=debug"),
                                         QStringLiteral("--diagnostics"), QStringLiteral("--raw"),
                                         QStringLiteral("--probe=12")}));
    QVERIFY(run.finish());
    QCOMPARE(run.exitCode(), 0);
    QVERIFY(run.err().contains(QLatin1String("[suhbat.pusher]")));
    QByteArray token;
    for (const auto &request : server.requests()) {
        for (const auto &header : request.headers) {
            if (header.second.startsWith("Bearer "))
                token = header.second.mid(7);
        }
    }
    QVERIFY(token.size() > 10);
    for (const QString &text : {run.out(), run.err()}) {
        QVERIFY(!text.contains(QLatin1String("demo-pass")));
        QVERIFY(!text.contains(QString::fromLatin1(token)));
        QVERIFY(!text.contains(QRegularExpression(QStringLiteral("[0-9a-f]{64}"))));
    }
}

void TestEvents::passwordIsNotInTheProcessList()
{
    demo::DemoServer server(test::ListenRun::quiet());
    QVERIFY(server.listen());
    ListenRun run;
    run.setVariable(QStringLiteral("SUHBAT_PASSWORD"), QString());
    run.start(
        ListenRun::asDana(server, {QStringLiteral("--password"), QStringLiteral("demo-pass")}));
    QVERIFY(run.waitFor(QStringLiteral("Subscribed")));
    QFile commandLine(QStringLiteral("/proc/%1/cmdline").arg(run.processId()));
    QVERIFY(commandLine.open(QIODevice::ReadOnly));
    const QByteArray words = commandLine.readAll();
    QVERIFY(words.contains("--password"));
    QVERIFY(!words.contains("demo-pass"));
    run.interrupt(SIGTERM);
    QVERIFY(run.finish());
}

void TestEvents::settingsComeFromTheSameFiles()
{
    demo::DemoServer server(test::ListenRun::quiet());
    QVERIFY(server.listen());
    ListenRun run;
    QFile file(run.configFile());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(
        "{\"host\":\"127.0.0.1\",\"scheme\":\"http\",\"app-key\":\"demo-app-key\",\"port\":" +
        QByteArray::number(server.port()) +
        ",\"api-base-url\":\"http://127.0.0.1:" + QByteArray::number(server.port()) + "/api\"}");
    file.close();
    run.start({QStringLiteral("--identifier=998900000001"), QStringLiteral("--duration=0")});
    QVERIFY(run.finish());
    QVERIFY2(run.exitCode() == 0, qPrintable(run.err()));

    ListenRun config;
    config.start(ListenRun::to(server) + QStringList{QStringLiteral("--print-config")});
    QVERIFY(config.finish());
    QCOMPARE(config.exitCode(), 0);
    QVERIFY2(config.out().contains(
                 QRegularExpression(QStringLiteral("host +127\\.0\\.0\\.1 +\\(option --host\\)"))),
             qPrintable(config.out()));
}

SUHBAT_TEST(TestEvents, Core)
#include "tst_events.moc"
