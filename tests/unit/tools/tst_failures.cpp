#include "ListenRun.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace suhbat;
using suhbat::test::ListenRun;

namespace {

/// Answers the first bytes of every connection with the same text, then hangs up.
class RudeServer : public QTcpServer
{
public:
    explicit RudeServer(const QByteArray &answer)
    {
        connect(this, &QTcpServer::newConnection, this, [this, answer] {
            while (QTcpSocket *socket = nextPendingConnection())
                connect(socket, &QTcpSocket::readyRead, socket, [socket, answer] {
                    socket->readAll();
                    socket->write(answer);
                    socket->disconnectFromHost();
                });
        });
        listen(QHostAddress::LocalHost);
    }
};

quint16 closedPort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

} // namespace

// Each step that can fail is named by the last line on stderr and by the exit code, and comes with
// something to do.
class TestFailures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }
    void dns();
    void proxyIsNotThere();
    void proxyWantsALogin();
    void tcp();
    void tlsToAPlainPort();
    void plainToATlsPort();
    void upgradeNotFound();
    void upgradeBadGateway();
    void appKey();
    void wrongPassword();
    void loginIsNoApi();
    void noCode();
    void sentToTls();
    void authorisationDenied();
    void authorisationWithoutToken();
    void badSignature();
    void eventNeverComes();
    void probeIsNotTaken();
    void tooFewEvents();
    void serverGoneAtTheEnd();
    void jsonTellsTheStepToo();
    void mistakesAreOneLine();
    void nobodyToAsk();

private:
    /// Runs to the end and checks what is the same for every failure.
    void expect(ListenRun &run, const QStringList &arguments, int exitCode, const char *step,
                const char *advice);
};

void TestFailures::expect(ListenRun &run, const QStringList &arguments, int exitCode,
                          const char *step, const char *advice)
{
    run.start(arguments);
    QVERIFY(run.finish());
    const QString err = run.err();
    QVERIFY2(run.exitCode() == exitCode, qPrintable(run.out() + err));
    const QString last = QStringLiteral("failed at %1: ").arg(QLatin1String(step));
    QVERIFY2(run.lastErrorLine().startsWith(last), qPrintable(err));
    QVERIFY2(run.lastErrorLine().size() > last.size(), qPrintable(err));
    QVERIFY2(err.contains(QLatin1String(advice)), qPrintable(err));
    QVERIFY2(run.out().contains(QStringLiteral("[ERROR] %1: ").arg(QLatin1String(step))),
             qPrintable(run.out()));
    QVERIFY(!err.contains(QLatin1String("demo-pass")));
}

void TestFailures::dns()
{
    ListenRun run;
    expect(run,
           {QStringLiteral("--host=chat.invalid"), QStringLiteral("--app-key=key"),
            QStringLiteral("--identifier=9"), QStringLiteral("--timeout=5")},
           10, "DNS", "--print-config");
}

void TestFailures::proxyIsNotThere()
{
    demo::DemoServer server(test::ListenRun::quiet());
    QVERIFY(server.listen());
    ListenRun run;
    expect(run,
           ListenRun::asDana(server, {QStringLiteral("--proxy=127.0.0.1:%1").arg(closedPort())}),
           11, "proxy", "--proxy none");
}

void TestFailures::proxyWantsALogin()
{
    const RudeServer proxy("HTTP/1.1 407 Proxy Authentication Required\r\n"
                           "Proxy-Authenticate: Basic realm=\"p\"\r\nContent-Length: 0\r\n"
                           "Connection: close\r\n\r\n");
    demo::DemoServer server(test::ListenRun::quiet());
    QVERIFY(server.listen());
    ListenRun run;
    expect(run,
           ListenRun::to(server) +
               QStringList{QStringLiteral("--no-login"), QStringLiteral("--channel=news"),
                           QStringLiteral("--proxy=127.0.0.1:%1").arg(proxy.serverPort())},
           11, "proxy", "--proxy-user");
}

void TestFailures::tcp()
{
    ListenRun run;
    expect(run, ListenRun::to(closedPort()) + QStringList{QStringLiteral("--identifier=9")}, 12,
           "TCP", "firewall");
}

void TestFailures::tlsToAPlainPort()
{
    const RudeServer plain("HTTP/1.1 400 Bad Request\r\n\r\n");
    ListenRun run;
    expect(run,
           ListenRun::to(plain.serverPort(), QStringLiteral("https")) +
               QStringList{QStringLiteral("--identifier=9")},
           13, "TLS", "--scheme http");
}

void TestFailures::upgradeNotFound()
{
    demo::DemoServer server(test::ListenRun::quiet());
    QVERIFY(server.listen());
    ListenRun run;
    expect(run, ListenRun::asDana(server, {QStringLiteral("--path-prefix=/nowhere")}), 14,
           "HTTP upgrade", "/nowhere/app/demo-app-key");
}

void TestFailures::plainToATlsPort()
{
    // As nginx says it, and as most others do: with a TLS alert.
    for (const char *const answer : {"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n",
                                     "\x15\x03\x01\x00\x02\x02\x46"}) {
        const RudeServer tls{answer};
        ListenRun login;
        expect(login,
               ListenRun::to(tls.serverPort()) + QStringList{QStringLiteral("--identifier=9")}, 16,
               "login", "--scheme https");
        ListenRun socket;
        expect(socket,
               ListenRun::to(tls.serverPort()) +
                   QStringList{QStringLiteral("--no-login"), QStringLiteral("--channel=news")},
               14, "HTTP upgrade", "--scheme https");
    }
}

void TestFailures::upgradeBadGateway()
{
    const RudeServer gateway("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n");
    ListenRun run;
    expect(run,
           ListenRun::to(gateway.serverPort()) +
               QStringList{QStringLiteral("--no-login"), QStringLiteral("--channel=news")},
           14, "HTTP upgrade", "reverb:start");
}

void TestFailures::appKey()
{
    demo::DemoServer server(test::ListenRun::quiet());
    QVERIFY(server.listen());
    ListenRun run;
    expect(run, ListenRun::asDana(server, {QStringLiteral("--app-key=other")}), 15, "app key",
           "REVERB_APP_KEY");
}

void TestFailures::wrongPassword()
{
    demo::DemoServer server(test::ListenRun::quiet());
    QVERIFY(server.listen());
    ListenRun run;
    run.setVariable(QStringLiteral("SUHBAT_PASSWORD"), QStringLiteral("a-bad-guess"));
    expect(run, ListenRun::asDana(server), 16, "login", "Check identifier and password");
    QVERIFY(!(run.out() + run.err()).contains(QLatin1String("a-bad-guess")));
}

void TestFailures::loginIsNoApi()
{
    demo::DemoServer server(test::ListenRun::quiet());
    server.faults().failNext(demo::Failure::HtmlInsteadOfJson, QStringLiteral("/auth/login"));
    QVERIFY(server.listen());
    ListenRun run;
    expect(run, ListenRun::asDana(server), 16, "login", "--api-base-url");
}

void TestFailures::noCode()
{
    demo::DemoServer server(test::ListenRun::quiet());
    QVERIFY(server.listen());
    ListenRun run;
    run.setVariable(QStringLiteral("SUHBAT_CODE"), QStringLiteral("000000"));
    expect(run, ListenRun::to(server) + QStringList{QStringLiteral("--identifier=998900000002")},
           16, "login", "the code was not");
    QVERIFY(!run.err().contains(QLatin1String("password")));
}

void TestFailures::sentToTls()
{
    const RudeServer web("HTTP/1.1 301 Moved Permanently\r\nLocation: https://127.0.0.1/\r\n"
                         "Content-Length: 0\r\nConnection: close\r\n\r\n");
    ListenRun login;
    expect(login, ListenRun::to(web.serverPort()) + QStringList{QStringLiteral("--identifier=9")},
           16, "login", "--scheme https");
    ListenRun socket;
    expect(socket,
           ListenRun::to(web.serverPort()) +
               QStringList{QStringLiteral("--no-login"), QStringLiteral("--channel=news")},
           14, "HTTP upgrade", "--scheme https");
}

void TestFailures::authorisationDenied()
{
    demo::DemoServer server(test::ListenRun::quiet());
    QVERIFY(server.listen());
    ListenRun run;
    expect(run, ListenRun::asDana(server, {QStringLiteral("--channel=private-user.43")}), 17,
           "authorisation", "routes/channels.php");
}

void TestFailures::authorisationWithoutToken()
{
    demo::DemoServer server(test::ListenRun::quiet());
    QVERIFY(server.listen());
    ListenRun run;
    expect(run,
           ListenRun::to(server) + QStringList{QStringLiteral("--no-login"),
                                               QStringLiteral("--channel=private-user.43")},
           17, "authorisation", "auth:sanctum");
}

void TestFailures::badSignature()
{
    demo::DemoServer server(test::ListenRun::quiet());
    server.faults().wrongSignatures = true;
    QVERIFY(server.listen());
    ListenRun run;
    expect(run, ListenRun::asDana(server), 18, "subscription", "REVERB_APP_SECRET");
}

void TestFailures::eventNeverComes()
{
    demo::DemoServer server(test::ListenRun::quiet());
    server.faults().suppressEvents = true;
    QVERIFY(server.listen());
    ListenRun run;
    expect(run,
           ListenRun::asDana(server, {QStringLiteral("--probe=12"), QStringLiteral("--timeout=1")}),
           19, "delivery", "queue:work");
    for (const char *const question : {"is stored at the server", "BROADCAST_CONNECTION", "10 kB"})
        QVERIFY2(run.err().contains(QLatin1String(question)), qPrintable(run.err()));
}

void TestFailures::probeIsNotTaken()
{
    demo::DemoServer server(test::ListenRun::quiet());
    QVERIFY(server.listen());
    ListenRun run;
    expect(run, ListenRun::asDana(server, {QStringLiteral("--probe=99999")}), 19, "delivery",
           "conversation of this user");
}

void TestFailures::tooFewEvents()
{
    demo::DemoServer server(test::ListenRun::quiet());
    QVERIFY(server.listen());
    ListenRun run;
    expect(
        run,
        ListenRun::asDana(server, {QStringLiteral("--count=3"), QStringLiteral("--duration=0.2")}),
        19, "delivery", "--probe");
    QVERIFY(run.lastErrorLine().contains(QLatin1String("0 of 3 events")));
}

void TestFailures::serverGoneAtTheEnd()
{
    demo::DemoServer server(test::ListenRun::quiet());
    QVERIFY(server.listen());
    ListenRun run;
    run.start(ListenRun::asDana(server, {QStringLiteral("--duration=0.5")}));
    QVERIFY(run.waitFor(QStringLiteral("Subscribed")));
    server.stop();
    QVERIFY(run.finish());
    QVERIFY2(run.exitCode() == 12, qPrintable(run.out()));
    QVERIFY(run.lastErrorLine().startsWith(QLatin1String("failed at TCP: ")));
}

void TestFailures::jsonTellsTheStepToo()
{
    ListenRun run;
    run.start(ListenRun::to(closedPort()) +
              QStringList{QStringLiteral("--identifier=9"), QStringLiteral("--json")});
    QVERIFY(run.finish());
    QCOMPARE(run.exitCode(), 12);
    QJsonObject failure;
    for (const QJsonObject &object : run.objects()) {
        QVERIFY(!object.isEmpty());
        if (object[QStringLiteral("type")].toString() == QLatin1String("failure"))
            failure = object;
    }
    QCOMPARE(failure[QStringLiteral("step")].toString(), QStringLiteral("TCP"));
    QCOMPARE(failure[QStringLiteral("exitCode")].toInt(), 12);
    QVERIFY(failure[QStringLiteral("advice")].isArray());
    QVERIFY(run.lastErrorLine().startsWith(QLatin1String("failed at TCP: ")));
}

void TestFailures::mistakesAreOneLine()
{
    for (const char *const option : {"--colour", "--duration=soon", "--port=0"}) {
        ListenRun run;
        run.start({QStringLiteral("--host=chat.invalid"), QStringLiteral("--app-key=key"),
                   QLatin1String(option)});
        QVERIFY(run.finish());
        QCOMPARE(run.exitCode(), 2);
        QCOMPARE(run.out(), QString());
        QVERIFY2(run.err().startsWith(QLatin1String("suhbat-listen: ")), qPrintable(run.err()));
        QCOMPARE(run.err().count(u'\n'), 1);
    }
}

// The tests have no terminal of their own when they run from ctest; with one, it would ask.
void TestFailures::nobodyToAsk()
{
    ListenRun run;
    run.setDetached();
    run.start({QStringLiteral("--host=chat.invalid"), QStringLiteral("--app-key=key")});
    QVERIFY(run.finish());
    QCOMPARE(run.exitCode(), 2);
    QVERIFY2(run.err().contains(QLatin1String("--identifier")), qPrintable(run.err()));
}

SUHBAT_TEST(TestFailures, Core)
#include "tst_failures.moc"
