// Section R: what SocketAttempt makes of QWebSocket, against a server that writes raw frames. And
// what of the other sections only shows on the wire.
#include "pusher/CloseCodePolicy.h"
#include "pusher/FrameCodec.h"
#include "pusher/PusherClient.h"
#include "pusher/SocketAttempt.h"
#include "RawServer.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

using namespace suhbat;
using namespace suhbat::pusher;
using suhbat::test::RawServer;

class StatementsQWebSocketTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void statement016_noCompressionIsOffered();
    void statement054_controlPingsAreAnswered();
    void statement058_onlyTextIsSent();
    void statement135_cutIsNoGoodbye();
    void statement135_closeWithoutACodeIsAGoodbye();
    void statement136_freshSocketForEveryAttempt();
    void statement137_endComesOnce_data();
    void statement137_endComesOnce();
    void statement138_restartCodesOfHttpServersAre1002_data();
    void statement138_restartCodesOfHttpServersAre1002();
    void statement139_codesAndReasonsArrive_data();
    void statement139_codesAndReasonsArrive();
    void statement139_noOriginUnlessSet();
    void statement140_lastFrameComesBeforeTheCut();

private:
    /// One attempt, and what came of it.
    struct Attempt
    {
        explicit Attempt(const PusherOptions &options) : socket(new SocketAttempt(options))
        {
            QObject::connect(socket.get(), &SocketAttempt::opened, &context, [this] { ++opened; });
            QObject::connect(socket.get(), &SocketAttempt::textReceived, &context,
                             [this](const QString &text) { log.append(text); });
            QObject::connect(socket.get(), &SocketAttempt::ended, &context,
                             [this](const SocketEnd &end) {
                                 ends.append(end);
                                 log.append(QStringLiteral("end"));
                             });
            socket->open(*options.url(false));
        }

        QObject context;
        SocketAttemptPtr socket;
        int opened = 0;
        QStringList log; ///< texts and the end, in their order
        QList<SocketEnd> ends;
    };

    PusherOptions optionsFor(quint16 port) const;
    /// Lets whatever is still on its way arrive.
    static void settle();
};

void StatementsQWebSocketTest::init()
{
    test::failOnAnyWarning();
}

PusherOptions StatementsQWebSocketTest::optionsFor(quint16 port) const
{
    PusherOptions options;
    options.tls = false;
    options.host = QStringLiteral("127.0.0.1");
    options.port = port;
    options.appKey = QStringLiteral("app-key");
    return options;
}

void StatementsQWebSocketTest::settle()
{
    for (int turn = 0; turn < 20; ++turn)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
}

void StatementsQWebSocketTest::statement016_noCompressionIsOffered()
{
    RawServer server;
    Attempt attempt(optionsFor(server.port()));
    QTRY_COMPARE(attempt.opened, 1);
    QVERIFY(server.request().startsWith("GET /app/app-key?protocol=7&client="));
    QVERIFY(!server.request().toLower().contains("sec-websocket-extensions"));
}

void StatementsQWebSocketTest::statement054_controlPingsAreAnswered()
{
    RawServer server;
    Attempt attempt(optionsFor(server.port()));
    QTRY_COMPARE(attempt.opened, 1);
    server.send(RawServer::frame(RawServer::Ping, "are you there"));
    QTRY_COMPARE(server.received(RawServer::Pong), QList<QByteArray>{"are you there"});
    QVERIFY(attempt.log.isEmpty()); // no matter of the protocol's
    // Nor does it send any: Reverb would give up its own pusher:ping for good.
    QVERIFY(server.received(RawServer::Ping).isEmpty());
}

void StatementsQWebSocketTest::statement058_onlyTextIsSent()
{
    RawServer server;
    Attempt attempt(optionsFor(server.port()));
    QTRY_COMPARE(attempt.opened, 1);
    const QByteArray frame =
        FrameCodec::clientEvent(QStringLiteral("r"), QStringLiteral("client-ü"), R"({"t":"é €"})");
    attempt.socket->send(frame);
    attempt.socket->send(FrameCodec::ping());
    QTRY_COMPARE(server.received(RawServer::Text), (QList<QByteArray>{frame, FrameCodec::ping()}));
    QCOMPARE(server.frames().size(), 2);
    // And what comes as a binary frame is no frame of the protocol.
    server.send(RawServer::frame(RawServer::Binary, R"({"event":"x"})"));
    server.send(RawServer::frame(RawServer::Text, R"({"event":"y"})"));
    QTRY_COMPARE(attempt.log, QStringList{QStringLiteral(R"({"event":"y"})")});
    QVERIFY(attempt.ends.isEmpty());
}

void StatementsQWebSocketTest::statement135_cutIsNoGoodbye()
{
    RawServer server;
    Attempt attempt(optionsFor(server.port()));
    QTRY_COMPARE(attempt.opened, 1);
    server.cut();
    QTRY_COMPARE(attempt.ends.size(), 1);
    QCOMPARE(attempt.ends.at(0).code, 1006); // QWebSocket says 1000
    QVERIFY(attempt.ends.at(0).error.has_value());
    QCOMPARE(toString(attempt.ends.at(0).error->kind), QStringLiteral("Unreachable"));
}

void StatementsQWebSocketTest::statement135_closeWithoutACodeIsAGoodbye()
{
    RawServer server;
    Attempt attempt(optionsFor(server.port()));
    QTRY_COMPARE(attempt.opened, 1);
    server.send(RawServer::closeFrame(0));
    QTRY_COMPARE(attempt.ends.size(), 1);
    QCOMPARE(attempt.ends.at(0).code, 1000);
    QVERIFY(!attempt.ends.at(0).error);
}

void StatementsQWebSocketTest::statement136_freshSocketForEveryAttempt()
{
    struct NoAuthorizer : ChannelAuthorizer
    {
        void authorize(const QString &, const QString &, QObject *, Done) override {}
    } nobody;
    RawServer server;
    server.greeting = RawServer::frame(
        RawServer::Text, test::fixture(QStringLiteral("pusher/established-reverb.json")).trimmed());
    PusherOptions options = optionsFor(server.port());
    options.random = [] { return 0.0; };
    PusherClient client(options, nobody);
    QSignalSpy errors(&client, &PusherClient::errorOccurred);
    client.connectToServer();
    QTRY_COMPARE(client.state(), ConnectionState::Connected);
    server.send(RawServer::closeFrame(4200));
    QTRY_COMPARE(server.connections(), 2);
    QTRY_COMPARE(client.state(), ConnectionState::Connected);
    QVERIFY(errors.isEmpty());
    server.cut(); // of an old socket, closeCode() would be 4200 still
    QTRY_COMPARE(errors.size(), 1);
    QCOMPARE(toString(errors.at(0).at(0).value<Error>().kind), QStringLiteral("Unreachable"));
}

void StatementsQWebSocketTest::statement137_endComesOnce_data()
{
    QTest::addColumn<QByteArray>("refusal"); // empty: nobody listens
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("kind");
    QTest::newRow("refused") << QByteArray() << 0 << "Unreachable";
    QTest::newRow("404") << QByteArray("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n") << 404
                         << "NotFound";
    QTest::newRow("502") << QByteArray("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n")
                         << 502 << "Server";
    QTest::newRow("401") << QByteArray("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n")
                         << 401 << "Forbidden"; // of the upgrade, not of the session
}

void StatementsQWebSocketTest::statement137_endComesOnce()
{
    QFETCH(QByteArray, refusal);
    QFETCH(int, status);
    QFETCH(QString, kind);
    RawServer server;
    server.refusal = refusal;
    quint16 port = server.port();
    if (refusal.isEmpty()) {
        QTcpServer free;
        QVERIFY(free.listen(QHostAddress::LocalHost));
        port = free.serverPort();
    }
    Attempt attempt(optionsFor(port));
    QTRY_COMPARE(attempt.ends.size(), 1);
    settle();
    QCOMPARE(attempt.ends.size(), 1);
    QCOMPARE(attempt.opened, 0);
    QCOMPARE(attempt.ends.at(0).code, 1006);
    QCOMPARE(attempt.ends.at(0).error->status, status);
    QCOMPARE(toString(attempt.ends.at(0).error->kind), kind);
}

void StatementsQWebSocketTest::statement138_restartCodesOfHttpServersAre1002_data()
{
    QTest::addColumn<int>("code");
    for (const int code : {1012, 1013, 1014, 2999, 1005, 999, 5000})
        QTest::addRow("%d", code) << code;
}

void StatementsQWebSocketTest::statement138_restartCodesOfHttpServersAre1002()
{
    QFETCH(int, code);
    RawServer server;
    Attempt attempt(optionsFor(server.port()));
    QTRY_COMPARE(attempt.opened, 1);
    server.send(RawServer::closeFrame(code, "service restart"));
    QTRY_COMPARE(attempt.ends.size(), 1);
    QCOMPARE(attempt.ends.at(0).code, 1002);
    QCOMPARE(policyFor(attempt.ends.at(0).code).action, CloseAction::Retry);
}

void StatementsQWebSocketTest::statement139_codesAndReasonsArrive_data()
{
    QTest::addColumn<int>("code");
    for (const int code : {1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 3000, 3999, 4000,
                           4001, 4200, 4301, 4999})
        QTest::addRow("%d", code) << code;
}

void StatementsQWebSocketTest::statement139_codesAndReasonsArrive()
{
    QFETCH(int, code);
    RawServer server;
    Attempt attempt(optionsFor(server.port()));
    QTRY_COMPARE(attempt.opened, 1);
    // With the cut right behind it, as most servers do.
    server.send(RawServer::closeFrame(code, "why é"));
    server.cut();
    QTRY_COMPARE(attempt.ends.size(), 1);
    settle();
    QCOMPARE(attempt.ends.size(), 1);
    QCOMPARE(attempt.ends.at(0).code, code);
    QCOMPARE(attempt.ends.at(0).reason, QStringLiteral("why é"));
}

void StatementsQWebSocketTest::statement139_noOriginUnlessSet()
{
    RawServer server;
    PusherOptions options = optionsFor(server.port());
    Attempt without(options);
    QTRY_COMPARE(without.opened, 1);
    QVERIFY(!server.request().toLower().contains("\r\norigin:"));
    options.network.origin = QStringLiteral("https://chat.example");
    Attempt with(options);
    QTRY_COMPARE(with.opened, 1);
    QVERIFY(server.request().contains("\r\nOrigin: https://chat.example\r\n"));
}

void StatementsQWebSocketTest::statement140_lastFrameComesBeforeTheCut()
{
    const QByteArray refusal =
        test::fixture(QStringLiteral("pusher/error-4001-reverb.json")).trimmed();
    for (int round = 0; round < 20; ++round) {
        RawServer server;
        server.greeting = RawServer::frame(RawServer::Text, refusal);
        server.cutsAtOnce = true;
        Attempt attempt(optionsFor(server.port()));
        QTRY_COMPARE(attempt.ends.size(), 1);
        QCOMPARE(attempt.log, (QStringList{QString::fromUtf8(refusal), QStringLiteral("end")}));
    }
}

SUHBAT_TEST(StatementsQWebSocketTest, Core)
#include "tst_statements_qwebsocket.moc"
