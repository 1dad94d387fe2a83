#include "ListenRun.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"

#include <QTest>
#include <QWebSocket>
#include <QWebSocketServer>

using namespace suhbat;
using suhbat::test::ListenRun;

namespace {

/// A Pusher server that stays with nobody. It ends with `code`; 0: it cuts the connection.
class FickleServer : public QWebSocketServer
{
public:
    explicit FickleServer(int code)
        : QWebSocketServer(QStringLiteral("fickle"), NonSecureMode), m_code(code)
    {
        connect(this, &QWebSocketServer::newConnection, this, [this] { take(); });
        listen(QHostAddress::LocalHost);
    }

    bool greets = true;
    int subscriptions = 0; ///< how many it still answers

private:
    void take()
    {
        QWebSocket *socket = nextPendingConnection();
        connect(socket, &QWebSocket::disconnected, socket, &QObject::deleteLater);
        if (!greets) {
            end(socket);
            return;
        }
        connect(socket, &QWebSocket::textMessageReceived, socket, [this, socket] {
            if (subscriptions-- > 0)
                socket->sendTextMessage(QStringLiteral(
                    "{\"event\":\"pusher_internal:subscription_succeeded\",\"channel\":\"news\"}"));
            end(socket);
        });
        socket->sendTextMessage(
            QStringLiteral("{\"event\":\"pusher:connection_established\",\"data\":{\"socket_id\":"
                           "\"1.2\",\"activity_timeout\":30}}"));
    }

    void end(QWebSocket *socket)
    {
        socket->flush();
        if (m_code == 0)
            socket->abort();
        else
            socket->close(QWebSocketProtocol::CloseCode(m_code));
    }

    const int m_code;
};

QStringList news(const FickleServer &server, const QString &more)
{
    return ListenRun::to(server.serverPort()) +
           QStringList{QStringLiteral("--no-login"), QStringLiteral("--channel=news"), more};
}

} // namespace

// Exit code 0 means that everything asked for has happened; and what cannot happen comes to an end.
class TestEndings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }
    void durationDoesNotEndTheProbe();
    void countDoesNotEndTheProbe();
    void probeComesInNoTime();
    void lostAtTheEnd_data();
    void lostAtTheEnd();
    void neverGreeted();
    void cutAtEverySubscription();

private:
    static void verifyFailure(ListenRun &run, int exitCode, const char *lastLine);
};

void TestEndings::verifyFailure(ListenRun &run, int exitCode, const char *lastLine)
{
    QVERIFY2(run.finish(), qPrintable(run.out()));
    QVERIFY2(run.exitCode() == exitCode, qPrintable(run.out() + run.err()));
    QVERIFY2(run.lastErrorLine().startsWith(QLatin1String(lastLine)), qPrintable(run.err()));
}

void TestEndings::durationDoesNotEndTheProbe()
{
    demo::DemoServer server(test::ListenRun::quiet());
    server.faults().suppressEvents = true;
    QVERIFY(server.listen());
    ListenRun run;
    run.start(
        ListenRun::asDana(server, {QStringLiteral("--probe=12"), QStringLiteral("--duration=0"),
                                   QStringLiteral("--timeout=1")}));
    verifyFailure(run, 19, "failed at delivery: the event of message ");
    QVERIFY2(run.outLines().constLast().contains(QLatin1String("| Events: 0 |")),
             qPrintable(run.out()));
}

void TestEndings::countDoesNotEndTheProbe()
{
    demo::DemoServer server(test::ListenRun::quiet());
    server.faults().suppressEvents = true;
    QVERIFY(server.listen());
    ListenRun run;
    run.start(ListenRun::asDana(server, {QStringLiteral("--probe=12"), QStringLiteral("--count=2"),
                                         QStringLiteral("--timeout=1")}));
    QVERIFY(run.waitFor(QStringLiteral("Subscribed")));
    for (int i = 0; i < 2; ++i)
        server.sendRaw(42, QStringLiteral("{\"event\":\"weather\",\"channel\":\"private-user.42\","
                                          "\"data\":\"{}\"}"));
    verifyFailure(run, 19, "failed at delivery: the event of message ");
    QVERIFY(run.err().contains(QLatin1String("2 other events came")));
}

void TestEndings::probeComesInNoTime()
{
    demo::DemoServer server(test::ListenRun::quiet());
    QVERIFY(server.listen());
    ListenRun run;
    run.start(ListenRun::asDana(server, {QStringLiteral("--probe=12"), QStringLiteral("--count=1"),
                                         QStringLiteral("--duration=0")}));
    QVERIFY(run.finish());
    QVERIFY2(run.exitCode() == 0, qPrintable(run.out() + run.err()));
    QVERIFY2(run.out().contains(QLatin1String("[SUCCESS] Probe: the event of message ")),
             qPrintable(run.out()));
}

void TestEndings::lostAtTheEnd_data()
{
    QTest::addColumn<int>("code");
    QTest::newRow("restart") << 4200;
    QTest::newRow("goodbye") << 1000;
    QTest::newRow("going away") << 1001;
    QTest::newRow("cut") << 0;
}

void TestEndings::lostAtTheEnd()
{
    QFETCH(const int, code);
    FickleServer server(code);
    server.subscriptions = 1;
    ListenRun run;
    run.start(news(server, QStringLiteral("--duration=0.2")));
    verifyFailure(run, 18, "failed at subscription: news: ");
    QVERIFY2(run.out().contains(QLatin1String("[SUCCESS] Subscribed to news\n")),
             qPrintable(run.out()));
}

void TestEndings::neverGreeted()
{
    FickleServer server(4200);
    server.greets = false;
    ListenRun run;
    run.start(news(server, QStringLiteral("--timeout=0.4")));
    verifyFailure(run, 15, "failed at app key: ");
}

void TestEndings::cutAtEverySubscription()
{
    FickleServer server(0);
    ListenRun run;
    run.start(news(server, QStringLiteral("--timeout=0.4")));
    verifyFailure(run, 18, "failed at subscription: news: ");
    QVERIFY(run.out().contains(QLatin1String("Connected, socket_id 1.2")));
}

SUHBAT_TEST(TestEndings, Core)
#include "tst_endings.moc"
