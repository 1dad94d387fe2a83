#include "ListenRun.h"
#include "support/Fixtures.h"
#include "support/OriginServer.h"
#include "support/TestProgram.h"
#include "support/TestProxy.h"
#include "support/ThrowAwayCa.h"

#include <QTest>
#include <QTimer>
#include <QWebSocket>
#include <QWebSocketServer>

using namespace suhbat;
using suhbat::test::ListenRun;

// suhbat-listen on the ways that the app knows too: certificates, proxies, servers that refuse.
class TestListenWays : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_ca.make(), "openssl did not make the certificates"); }
    void init() { test::failOnAnyWarning(); }
    void certificates_data();
    void certificates();
    void socketThroughAProxy();
    void proxyWantsAnotherLogin();
    void proxyForbidsTheServer_data();
    void proxyForbidsTheServer();
    void refusals_data();
    void refusals();
    void triggerIsRefusedAMomentLater();

private:
    /// Options for a server that only the proxy can find.
    static QStringList far(const test::TestProxy &proxy);

    test::ThrowAwayCa m_ca;
};

void TestListenWays::certificates_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("says");
    const QString ca = QStringLiteral("--ca-file=") + m_ca.caFile();
    const auto insecure = QStringLiteral("--insecure-tls");
    // Whoever gets past TLS meets a WebSocket that never greets: the step after next.
    QTest::newRow("right") << QStringLiteral("right") << QStringList{ca} << 15
                           << QStringLiteral("certificate of \"chat.example.test\" from \"Suhbat "
                                             "throw-away authority\"");
    QTest::newRow("unknown authority")
        << QStringLiteral("right") << QStringList() << 13 << QStringLiteral("failed at TLS: ");
    QTest::newRow("wrong name") << QStringLiteral("wrong-host") << QStringList{ca} << 13
                                << QStringLiteral("host name");
    QTest::newRow("expired") << QStringLiteral("expired") << QStringList{ca} << 13
                             << QStringLiteral("expired");
    QTest::newRow("self-signed") << QStringLiteral("self-signed") << QStringList{ca} << 13
                                 << QStringLiteral("self-signed");
    QTest::newRow("insecure") << QStringLiteral("self-signed") << QStringList{insecure} << 15
                              << QStringLiteral("[WARNING] --insecure-tls");
}

void TestListenWays::certificates()
{
    QFETCH(const QString, certificate);
    QFETCH(const QStringList, options);
    QFETCH(const int, exitCode);
    QFETCH(const QString, says);
    const test::OriginServer server(m_ca.serverSide(certificate));
    ListenRun run;
    run.start(ListenRun::to(server.port(), QStringLiteral("https")) + options +
              QStringList{QStringLiteral("--no-login"), QStringLiteral("--channel=news"),
                          QStringLiteral("--timeout=1")});
    QVERIFY(run.finish());
    const QString told = run.out() + run.err();
    QVERIFY2(run.exitCode() == exitCode, qPrintable(told));
    QVERIFY2(told.contains(says), qPrintable(told));
    QCOMPARE(server.seen.contains("GET /app/demo-app-key"), exitCode != 13);
}

QStringList TestListenWays::far(const test::TestProxy &proxy)
{
    return {QStringLiteral("--host=chat.example.test"),
            QStringLiteral("--scheme=http"),
            QStringLiteral("--app-key=demo-app-key"),
            QStringLiteral("--identifier=998900000001"),
            QStringLiteral("--proxy=127.0.0.1:%1").arg(proxy.serverPort()),
            QStringLiteral("--proxy-user=porter")};
}

void TestListenWays::socketThroughAProxy()
{
    demo::DemoOptions quiet;
    quiet.quiet = true;
    demo::DemoServer server(quiet);
    QVERIFY(server.listen());
    test::TestProxy proxy(server.port());
    proxy.wantedLogin = "porter:let-me-through";
    ListenRun run;
    run.setVariable(QStringLiteral("SUHBAT_PROXY_PASSWORD"), QStringLiteral("let-me-through"));
    run.start(far(proxy) + QStringList{QStringLiteral("--no-login"), QStringLiteral("--duration=0"),
                                       QStringLiteral("--channel=news"),
                                       QStringLiteral("--log-level=debug")});
    QVERIFY(run.finish());
    QVERIFY2(run.exitCode() == 0, qPrintable(run.out() + run.err()));
    QVERIFY2(
        run.out().contains(QLatin1String("[INFO] proxy: connected through the proxy 127.0.0.1")),
        qPrintable(run.out()));
    QVERIFY(proxy.requestLines.join(u'\n').contains(QLatin1String("CONNECT chat.example.test:80")));
    QVERIFY(!(run.out() + run.err()).contains(QLatin1String("let-me-through")));
}

void TestListenWays::proxyWantsAnotherLogin()
{
    test::TestProxy proxy(1);
    proxy.wantedLogin = "porter:let-me-through";
    ListenRun run;
    run.setVariable(QStringLiteral("SUHBAT_PROXY_PASSWORD"), QStringLiteral("a-guess"));
    run.start(far(proxy));
    QVERIFY(run.finish());
    QVERIFY2(run.exitCode() == 11, qPrintable(run.out() + run.err()));
    QVERIFY(run.lastErrorLine().startsWith(QLatin1String("failed at proxy: ")));
    QVERIFY(run.err().contains(QLatin1String("--proxy-user")));
}

void TestListenWays::proxyForbidsTheServer_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("forbidden") << 403;
    QTest::newRow("knows no such name") << 404;
    QTest::newRow("does not reach it") << 503;
}

void TestListenWays::proxyForbidsTheServer()
{
    QFETCH(const int, status);
    test::TestProxy proxy(1);
    proxy.refusesWith = status;
    ListenRun run;
    run.start(far(proxy) +
              QStringList{QStringLiteral("--no-login"), QStringLiteral("--channel=news")});
    QVERIFY(run.finish());
    QVERIFY2(run.exitCode() == 11, qPrintable(run.out() + run.err()));
    QVERIFY2(run.err().contains(QLatin1String("CONNECT")), qPrintable(run.err()));
}

void TestListenWays::refusals_data()
{
    QTest::addColumn<QString>("data");
    QTest::addColumn<QString>("advice");
    // As Reverb words them.
    QTest::newRow("origin") << QStringLiteral("{\"code\":4009,\"message\":\"Origin not allowed\"}")
                            << QStringLiteral("allowed_origins");
    QTest::newRow("full")
        << QStringLiteral("{\"code\":4004,\"message\":\"Application is over connection quota\"}")
        << QStringLiteral("max_connections");
    QTest::newRow("no such app")
        << QStringLiteral("{\"code\":4001,\"message\":\"Application does not exist\"}")
        << QStringLiteral("REVERB_APP_KEY");
}

void TestListenWays::refusals()
{
    QFETCH(const QString, data);
    QFETCH(const QString, advice);
    QWebSocketServer server(QStringLiteral("refuses"), QWebSocketServer::NonSecureMode);
    QVERIFY(server.listen(QHostAddress::LocalHost));
    connect(&server, &QWebSocketServer::newConnection, &server, [&server, data] {
        QWebSocket *socket = server.nextPendingConnection();
        connect(socket, &QWebSocket::disconnected, socket, &QObject::deleteLater);
        socket->sendTextMessage(
            QStringLiteral("{\"event\":\"pusher:error\",\"data\":%1}").arg(data));
    });
    ListenRun run;
    run.start(ListenRun::to(server.serverPort()) +
              QStringList{QStringLiteral("--no-login"), QStringLiteral("--channel=news")});
    QVERIFY(run.finish());
    QVERIFY2(run.exitCode() == 15, qPrintable(run.out() + run.err()));
    QVERIFY(run.out().contains(QLatin1String("[SUCCESS] Socket open\n")));
    QVERIFY(run.lastErrorLine().startsWith(QLatin1String("failed at app key: 40")));
    QVERIFY2(run.err().contains(advice), qPrintable(run.err()));
}

void TestListenWays::triggerIsRefusedAMomentLater()
{
    QWebSocketServer server(QStringLiteral("refuses"), QWebSocketServer::NonSecureMode);
    QVERIFY(server.listen(QHostAddress::LocalHost));
    connect(&server, &QWebSocketServer::newConnection, &server, [&server] {
        QWebSocket *socket = server.nextPendingConnection();
        connect(socket, &QWebSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QWebSocket::textMessageReceived, socket, [socket](const QString &text) {
            if (text.contains(QLatin1String("pusher:subscribe")))
                socket->sendTextMessage(QStringLiteral(
                    R"({"event":"pusher_internal:subscription_succeeded","channel":"news"})"));
            else if (text.contains(QLatin1String("client-x")))
                QTimer::singleShot(100, socket, [socket] {
                    socket->sendTextMessage(QStringLiteral(
                        R"({"event":"pusher:error","data":{"code":4301,"message":"no"}})"));
                });
        });
        socket->sendTextMessage(QStringLiteral(
            R"({"event":"pusher:connection_established","data":{"socket_id":"1.1"}})"));
    });
    ListenRun run;
    run.start(ListenRun::to(server.serverPort()) +
              QStringList{QStringLiteral("--no-login"), QStringLiteral("--channel=news"),
                          QStringLiteral("--trigger"), QStringLiteral("client-x"),
                          QStringLiteral("{}"), QStringLiteral("--duration=0")});
    QVERIFY(run.finish());
    QVERIFY2(run.exitCode() == 19, qPrintable(run.out() + run.err()));
}

SUHBAT_TEST(TestListenWays, Core)
#include "tst_ways.moc"
