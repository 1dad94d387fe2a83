#include "support/Fixtures.h"
#include "support/TestProgram.h"
#include "TestClient.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using suhbat::demo::test::TestClient;
using namespace Qt::StringLiterals;

/// The program suhbat-demo-server: its ready line, its exit codes, its ways to end.
class TestDemoProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { suhbat::test::failOnAnyWarning(); }
    void printsWhereItIs();
    void complainsAboutABusyPort();
    void complainsAboutBadOptions_data();
    void complainsAboutBadOptions();
    void namesTheExternalServer();
    void endsWithItsParent();
    void endsOnSignals();
    void keepsItsDatabase();
    void goesWrongWhenToldTo();
    void helps();

private:
    /// Starts it and gives the ready line; an empty object when there was none.
    QJsonObject start(QProcess &process, QStringList arguments);
    bool logIn(const QJsonObject &ready);
};

QJsonObject TestDemoProgram::start(QProcess &process, QStringList arguments)
{
    arguments.prepend(u"--exit-with-parent"_s);
    process.start(QStringLiteral(SUHBAT_DEMO_SERVER), arguments);
    while (!process.canReadLine() && process.waitForReadyRead(10'000)) {
    }
    return QJsonDocument::fromJson(process.readLine()).object();
}

bool TestDemoProgram::logIn(const QJsonObject &ready)
{
    return TestClient(QUrl(ready[u"api"].toString())).logIn(u"998900000001"_s);
}

void TestDemoProgram::printsWhereItIs()
{
    QProcess process;
    const QJsonObject ready = start(process, {u"--quiet"_s});
    QCOMPARE(ready.keys(), QStringList({u"api"_s, u"appKey"_s, u"pid"_s, u"ws"_s}));
    QCOMPARE(ready[u"appKey"].toString(), u"demo-app-key"_s);
    QCOMPARE(ready[u"pid"].toInteger(), process.processId());
    const int port = QUrl(ready[u"api"].toString()).port();
    QVERIFY(port > 0);
    QCOMPARE(ready[u"ws"].toString(), u"ws://127.0.0.1:%1"_s.arg(port));
    QVERIFY(logIn(ready));
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished());
}

void TestDemoProgram::complainsAboutABusyPort()
{
    QProcess first;
    const QJsonObject ready = start(first, {u"--quiet"_s});
    const int port = QUrl(ready[u"api"].toString()).port();
    QProcess second;
    QVERIFY(start(second, {u"--port"_s, QString::number(port)}).isEmpty());
    QVERIFY(second.state() == QProcess::NotRunning || second.waitForFinished());
    QCOMPARE(second.exitCode(), 2);
    const QByteArray complaint = second.readAllStandardError();
    QVERIFY2(complaint.contains("port " + QByteArray::number(port)), complaint.constData());
    QCOMPARE(complaint.count('\n'), 1);
    QVERIFY(logIn(ready));
    first.closeWriteChannel();
    QVERIFY(first.waitForFinished());
}

void TestDemoProgram::complainsAboutBadOptions_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("port") << QStringList{u"--port"_s, u"70000"_s};
    QTest::newRow("port in words") << QStringList{u"--port"_s, u"http"_s};
    QTest::newRow("unknown") << QStringList{u"--nonsense"_s};
    QTest::newRow("argument") << QStringList{u"nonsense"_s};
    QTest::newRow("broadcaster") << QStringList{u"--broadcaster"_s, u"pigeon"_s};
    QTest::newRow("no key") << QStringList{u"--broadcaster"_s, u"pusher"_s};
    QTest::newRow("database") << QStringList{u"--database"_s, u"/nowhere/at/all.db"_s};
    QTest::newRow("no database") << QStringList{u"--database"_s,
                                                QCoreApplication::applicationFilePath()};
}

void TestDemoProgram::complainsAboutBadOptions()
{
    QFETCH(QStringList, arguments);
    QProcess process;
    QVERIFY(start(process, arguments).isEmpty());
    QVERIFY(process.state() == QProcess::NotRunning || process.waitForFinished());
    QCOMPARE(process.exitCode(), 2);
    const QByteArray complaint = process.readAllStandardError();
    QVERIFY2(complaint.startsWith("suhbat-demo-server: "), complaint.constData());
    QCOMPARE(complaint.count('\n'), 1);
    // One whole sentence with one full stop.
    QVERIFY2(!complaint.contains("..") && !complaint.contains(": ."), complaint.constData());
}

void TestDemoProgram::namesTheExternalServer()
{
    QProcess process;
    const QJsonObject ready =
        start(process, {u"--quiet"_s, u"--broadcaster"_s, u"pusher"_s, u"--pusher-port"_s,
                        u"6123"_s, u"--pusher-app-id"_s, u"a"_s, u"--pusher-key"_s, u"k"_s,
                        u"--pusher-secret"_s, u"hush"_s});
    QCOMPARE(ready[u"ws"].toString(), u"ws://127.0.0.1:6123"_s);
    QCOMPARE(ready[u"appKey"].toString(), u"k"_s);
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished());
    QVERIFY(!process.readAllStandardError().contains("hush"));
}

void TestDemoProgram::endsWithItsParent()
{
    QProcess process;
    QVERIFY(!start(process, {}).isEmpty());
    QCOMPARE(process.state(), QProcess::Running);
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
}

void TestDemoProgram::endsOnSignals()
{
    for (const int number : {SIGTERM, SIGINT}) {
        QProcess process;
        QVERIFY(!start(process, {}).isEmpty());
        ::kill(pid_t(process.processId()), number);
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 0);
    }
}

void TestDemoProgram::keepsItsDatabase()
{
    const QTemporaryDir dir;
    const QStringList arguments{u"--quiet"_s, u"--database"_s, dir.filePath(u"a b.db"_s)};
    QString token;
    for (int run = 0; run < 2; ++run) {
        QProcess process;
        const QJsonObject ready = start(process, arguments);
        TestClient client(QUrl(ready[u"api"].toString()));
        if (run == 0) {
            QVERIFY(client.logIn(u"998900000001"_s));
            token = client.token();
            client.post(u"inbox/conversations/12/messages"_s, {{u"body"_s, u"Keep me"_s}});
        } else {
            client.setToken(token);
            client.setHeader("Accept-Language", "uz");
            const QJsonObject list = client.get(u"inbox/conversations/direct"_s).json();
            QCOMPARE(list[u"data"][0][u"last_message"].toString(), u"Siz: Keep me"_s);
        }
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished());
    }
}

void TestDemoProgram::goesWrongWhenToldTo()
{
    QProcess process;
    const QJsonObject ready = start(process, {u"--quiet"_s, u"--fault-lines"_s});
    const auto answerTo = [&process](const QByteArray &line) {
        process.write(line + '\n');
        while (!process.canReadLine() && process.waitForReadyRead(10'000)) {
        }
        return process.readLine().trimmed();
    };
    QCOMPARE(answerTo("fail server-error-html 1 POST /api/auth/login"), QByteArray("done"));
    QVERIFY(!logIn(ready));
    QVERIFY(logIn(ready));
    QCOMPARE(answerTo("set duplicate-events on"), QByteArray("done"));
    QCOMPARE(answerTo("send 43 12 two  words"), QByteArray("done"));
    for (const char *wrong : {"", "fail nobody 1 GET /", "fail forbidden 0 GET /", "fail forbidden",
                              "set string-ids maybe", "set nothing on", "send 43", "dance"})
        QCOMPARE(answerTo(wrong), QByteArray("not understood"));
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 0);
}

void TestDemoProgram::helps()
{
    QProcess help;
    help.start(QStringLiteral(SUHBAT_DEMO_SERVER), {u"--help"_s});
    QVERIFY(help.waitForFinished());
    QCOMPARE(help.exitCode(), 0);
    QVERIFY(help.readAllStandardOutput().contains("--database <FILE>"));
    QProcess version;
    version.start(QStringLiteral(SUHBAT_DEMO_SERVER), {u"--version"_s});
    QVERIFY(version.waitForFinished());
    QVERIFY(version.readAllStandardOutput().startsWith("suhbat-demo-server "));
}

SUHBAT_TEST(TestDemoProgram, Core)
#include "tst_demo_program.moc"
