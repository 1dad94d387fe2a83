// Reverb is not to be had in the tests: a scripted server does what it was seen to do, its frames,
// cuts and pauses, only faster. soketi beside it. What PusherClient makes of it over a real socket.
#include "pusher/PusherClient.h"
#include "ScriptedServer.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QWebSocket>

using namespace suhbat;
using namespace suhbat::pusher;
using suhbat::test::ScriptedServer;

class ReplaysTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void statement017_statement051_statement056_statement063_captured_data();
    void statement017_statement051_statement056_statement063_captured();
};

namespace {

class NobodyAsks : public ChannelAuthorizer
{
public:
    void authorize(const QString &, const QString &, QObject *, Done) override {}
};

} // namespace

void ReplaysTest::init()
{
    test::failOnAnyWarning();
}

void ReplaysTest::statement017_statement051_statement056_statement063_captured_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("title");
    QTest::addColumn<int>("speed"); // times as fast as it was captured
    QTest::addColumn<QStringList>("errors");
    QTest::addColumn<bool>("comesBack");
    const auto row = [](const char *name, const char *file, const char *title, int speed,
                        const QStringList &errors, bool comesBack) {
        QTest::newRow(name) << QString::fromLatin1(file) << QString::fromLatin1(title) << speed
                            << errors << comesBack;
    };
    const QString refused4009 = QStringLiteral("Refused 4009");
    const QString cut = QStringLiteral("Unreachable 0");
    row("Reverb over its quota", "limits", "   ... it then subscribes", 10,
        {QStringLiteral("Refused 4004")}, false);
    row("Reverb dislikes the Origin", "limits",
        "allowed_origins good.example,*.ok.example; Origin undefined", 1, {refused4009}, false);
    row("Reverb's rate limit cuts", "limits", "rate limit with terminate_on_limit", 10, {cut},
        true);
    row("Reverb prunes", "ping", "reverb subscribed, silent", 1000,
        {QStringLiteral("Server 4201"), cut}, true);
    row("Reverb prunes after control pings", "ping",
        "reverb subscribed, used a WS ping once, then silent (no auto pong)", 1000,
        {QStringLiteral("Server 4201"), cut}, true);
    row("Reverb is stopped", "limits", "SIGTERM to reverb:start, a subscribed connection", 10,
        {cut}, true);
    row("soketi over its quota", "limits", "soketi maxConnections=2: third connection", 1,
        {QStringLiteral("Server 4100")}, true);
    row("soketi wants a sign-in", "limits", "soketi: bad signin", 1, {refused4009, refused4009},
        false);
    row("soketi hears nothing", "ping", "soketi silent, subscribed", 1000, {}, true);
    row("soketi is stopped", "limits", "SIGTERM to soketi", 1, {QStringLiteral("Server 4200")},
        true);
}

void ReplaysTest::statement017_statement051_statement056_statement063_captured()
{
    QFETCH(QString, file);
    QFETCH(QString, title);
    QFETCH(int, speed);
    QFETCH(QStringList, errors);
    QFETCH(bool, comesBack);
    const auto steps = test::capture(file, title);
    for (const QString &error : std::as_const(errors)) {
        if (error.startsWith(QLatin1String("Refused")))
            QTest::ignoreMessage(QtWarningMsg, QRegularExpression(error));
    }

    ScriptedServer server;
    server.greets = false;
    int pongs = 0;
    server.onConnection = [&](QWebSocket &socket) {
        connect(&socket, &QWebSocket::pong, this, [&pongs] { ++pongs; });
        if (server.connections() == 1)
            server.play(socket, steps, speed);
        else
            server.send(test::fixture(QStringLiteral("pusher/established-soketi.json")));
    };
    PusherOptions options;
    options.tls = false;
    options.host = QStringLiteral("127.0.0.1");
    options.port = server.port();
    options.appKey = QStringLiteral("app-key");
    options.random = [] { return 0.0; };
    NobodyAsks nobody;
    PusherClient client(options, nobody);
    QStringList told;
    connect(&client, &PusherClient::errorOccurred, this, [&told](const Error &error) {
        told.append(toString(error.kind) + u' ' + QString::number(error.status));
    });
    client.subscribe(QStringLiteral("x"));
    client.connectToServer();
    if (comesBack) {
        QTRY_COMPARE(client.socketId(), QStringLiteral("4891875986.2248682862"));
        QCOMPARE(server.connections(), 2);
        QCOMPARE(server.events().count(QStringLiteral("pusher:pong")),
                 title == QLatin1String("reverb subscribed, silent") ? 1 : 0);
        QCOMPARE(pongs, title.contains(QLatin1String("WS ping")) ||
                                title.startsWith(QLatin1String("soketi silent"))
                            ? 1
                            : 0);
    } else {
        QTRY_COMPARE(client.state(), ConnectionState::Disconnected);
        QTRY_COMPARE(server.open(), 0); // closed by us where the server does not
        QCOMPARE(server.connections(), 1);
    }
    QCOMPARE(told, errors);
}

SUHBAT_TEST(ReplaysTest, Core)
#include "tst_replays.moc"
