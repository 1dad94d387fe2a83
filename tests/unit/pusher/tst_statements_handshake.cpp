// Section A: the handshake, without a socket.
#include "MachineDriver.h"
#include "support/TestProgram.h"

#include <QTest>

using namespace suhbat;
using namespace suhbat::pusher;
using namespace std::chrono_literals;
using suhbat::test::MachineDriver;

class StatementsHandshakeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        test::failOnAnyWarning();
        m_random = 0.5;
        m_options = test::machineOptions(m_random);
    }
    void statement003_theSchemeNeverChangesByItself();
    void statement005_handshake_data();
    void statement005_handshake();
    void statement006_socketIdHasItsForm_data();
    void statement006_socketIdHasItsForm();
    void statement007_uselessActivityTimeoutIsTwoMinutes_data();
    void statement007_uselessActivityTimeoutIsTwoMinutes();
    void statement008_errorFrameInHandshake_data();
    void statement008_errorFrameInHandshake();
    void statement009_errorFrameWithoutCodeBacksOff_data();
    void statement009_errorFrameWithoutCodeBacksOff();
    void statement010_strangeFirstFrameBacksOff_data();
    void statement010_strangeFirstFrameBacksOff();
    void statement011_closeBeforeAnyFrame_data();
    void statement011_closeBeforeAnyFrame();
    void statement015_originRefused();
    void statement017_quotaWithoutCloseIsRefused();
    void statement018_quotaWithCloseBacksOff();

private:
    PusherOptions m_options;
    double m_random = 0;
};

void StatementsHandshakeTest::statement003_theSchemeNeverChangesByItself()
{
    for (const bool tls : {false, true}) {
        m_options.tls = tls;
        MachineDriver d(m_options);
        d.connect();
        for (int attempt = 0; attempt < 12; ++attempt) {
            QCOMPARE(d.last<OpenSocket>().tls, tls);
            d.ended(attempt % 2 ? 1006 : 1011);
            d.reopen();
        }
    }
}

void StatementsHandshakeTest::statement005_handshake_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("socketId");
    QTest::newRow("Reverb") << "established-reverb"
                            << "635597578.849633465";
    QTest::newRow("soketi") << "established-soketi"
                            << "4891875986.2248682862";
    QTest::newRow("object") << "established-object"
                            << "1.2";
}

void StatementsHandshakeTest::statement005_handshake()
{
    QFETCH(QString, file);
    QFETCH(QString, socketId);
    MachineDriver d(m_options);
    d.connect();
    QCOMPARE(d.count<OpenSocket>(), 1);
    d.open();
    QCOMPARE(d.machine.state(), ConnectionState::Connecting);
    d.file(file);
    QCOMPARE(d.machine.state(), ConnectionState::Connected);
    QCOMPARE(d.machine.socketId(), socketId);
    QCOMPARE(d.last<HandshakeDone>().socketId, socketId);
}

void StatementsHandshakeTest::statement006_socketIdHasItsForm_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::newRow("number") << QByteArray("12.5");
    QTest::newRow("no dot") << QByteArray(R"("12")");
    QTest::newRow("letters") << QByteArray(R"("a.b")");
    QTest::newRow("line") << QByteArray(R"("1.2\n")");
    QTest::newRow("null") << QByteArray("null");
    QTest::newRow("more before") << QByteArray(R"("x1.2")");
    QTest::newRow("more behind") << QByteArray(R"("1.2;")");
}

void StatementsHandshakeTest::statement006_socketIdHasItsForm()
{
    QFETCH(QByteArray, id);
    MachineDriver d(m_options);
    d.connect();
    d.open();
    d.text(R"({"event":"pusher:connection_established","data":{"socket_id":)" + id + "}}");
    QCOMPARE(d.machine.state(), ConnectionState::Connecting);
    QCOMPARE(d.errors(), QStringList{QStringLiteral("BadResponse 0")});
    QCOMPARE(d.count<RetryScheduled>(), 1);
}

void StatementsHandshakeTest::statement007_uselessActivityTimeoutIsTwoMinutes_data()
{
    QTest::addColumn<QByteArray>("timeout");
    QTest::newRow("missing") << QByteArray();
    QTest::newRow("zero") << QByteArray(R"(,"activity_timeout":0)");
    QTest::newRow("negative") << QByteArray(R"(,"activity_timeout":-30)");
    QTest::newRow("null") << QByteArray(R"(,"activity_timeout":null)");
    QTest::newRow("text") << QByteArray(R"(,"activity_timeout":"soon")");
    QTest::newRow("longer than ours") << QByteArray(R"(,"activity_timeout":1e300)");
}

void StatementsHandshakeTest::statement007_uselessActivityTimeoutIsTwoMinutes()
{
    QFETCH(QByteArray, timeout);
    MachineDriver d(m_options);
    d.connect();
    d.open();
    d.text(R"({"event":"pusher:connection_established","data":{"socket_id":"1.2")" + timeout +
           "}}");
    QCOMPARE(d.machine.state(), ConnectionState::Connected);
    d.pass(119s);
    QVERIFY(d.sentEvents().isEmpty());
    d.pass(1s);
    QCOMPARE(d.sentEvents(), QStringList{QStringLiteral("pusher:ping")});
}

void StatementsHandshakeTest::statement008_errorFrameInHandshake_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<QStringList>("errors");
    QTest::addColumn<ConnectionState>("state");
    QTest::addColumn<int>("delay"); // of the retry, ms; -1: none
    const auto frame = [](int code) {
        return R"({"event":"pusher:error","data":{"message":"m","code":)" +
               QByteArray::number(code) + "}}";
    };
    const auto file = [](const char *name) {
        return test::fixture(QStringLiteral("pusher/%1.json").arg(QLatin1String(name)));
    };
    const QStringList unknown{QStringLiteral("Refused 4001")};
    QTest::newRow("text") << file("error-4001-reverb") << unknown << ConnectionState::Disconnected
                          << -1;
    QTest::newRow("object") << file("error-4001-soketi") << unknown << ConnectionState::Disconnected
                            << -1;
    QTest::newRow("4000") << frame(4000) << QStringList() << ConnectionState::Connecting << 500;
    QTest::newRow("4100") << frame(4100) << QStringList{QStringLiteral("Server 4100")}
                          << ConnectionState::Connecting << 750;
    QTest::newRow("4200") << frame(4200) << QStringList() << ConnectionState::Connecting << 500;
    QTest::newRow("4301") << frame(4301) << QStringList{QStringLiteral("Refused 4301")}
                          << ConnectionState::Disconnected << -1;
}

void StatementsHandshakeTest::statement008_errorFrameInHandshake()
{
    QFETCH(QByteArray, frame);
    QFETCH(QStringList, errors);
    QFETCH(ConnectionState, state);
    QFETCH(int, delay);
    MachineDriver d(m_options);
    d.connect();
    d.open();
    d.text(frame);
    QVERIFY(!d.states().contains(QStringLiteral("connected")));
    QCOMPARE(d.errors(), errors);
    QCOMPARE(d.machine.state(), state);
    QCOMPARE(d.count<DropSocket>(), 1); // we close; Reverb would leave it open
    QCOMPARE(d.count<RetryScheduled>(), delay < 0 ? 0 : 1);
    QCOMPARE(d.machine.deadline().has_value(), delay >= 0);
    if (delay >= 0)
        QCOMPARE(d.last<RetryScheduled>().delay, Milliseconds(delay));
    d.ended(1006); // the server's cut comes late
    QCOMPARE(d.errors(), errors);
}

void StatementsHandshakeTest::statement009_errorFrameWithoutCodeBacksOff_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::newRow("null") << test::fixture(QStringLiteral("pusher/error-code-null.json"));
    QTest::newRow("missing") << QByteArray(R"({"event":"pusher:error","data":{}})");
    QTest::newRow("no data") << QByteArray(R"({"event":"pusher:error"})");
    QTest::newRow("text") << QByteArray(R"({"event":"pusher:error","data":"no"})");
    QTest::newRow("below 4000") << QByteArray(R"({"event":"pusher:error","data":{"code":1000}})");
    QTest::newRow("huge") << QByteArray(R"({"event":"pusher:error","data":{"code":4294971297}})");
}

void StatementsHandshakeTest::statement009_errorFrameWithoutCodeBacksOff()
{
    QFETCH(QByteArray, frame);
    MachineDriver d(m_options);
    d.connect();
    d.open();
    d.text(frame);
    QCOMPARE(d.errors().size(), 1);
    QCOMPARE(d.count<DropSocket>(), 1);
    QCOMPARE(d.last<RetryScheduled>().delay, Milliseconds(750));
    QCOMPARE(d.machine.state(), ConnectionState::Connecting);
}

void StatementsHandshakeTest::statement010_strangeFirstFrameBacksOff_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::newRow("not JSON") << QByteArray("<html>");
    QTest::newRow("other event") << QByteArray(R"({"event":"hello","data":{}})");
    QTest::newRow("array") << QByteArray("[]");
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("no id") << QByteArray(R"({"event":"pusher:connection_established"})");
}

void StatementsHandshakeTest::statement010_strangeFirstFrameBacksOff()
{
    QFETCH(QByteArray, frame);
    MachineDriver d(m_options);
    d.connect();
    d.open();
    d.text(frame);
    QCOMPARE(d.errors(), QStringList{QStringLiteral("BadResponse 0")});
    QCOMPARE(d.count<DropSocket>(), 1);
    QCOMPARE(d.count<RetryScheduled>(), 1);
    d.passToDeadline();
    QCOMPARE(d.count<OpenSocket>(), 2);
}

void StatementsHandshakeTest::statement011_closeBeforeAnyFrame_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QStringList>("errors");
    QTest::addColumn<int>("delay"); // -1: no retry
    const auto one = [](const char *error) { return QStringList{QString::fromLatin1(error)}; };
    QTest::newRow("cut") << 1006 << one("Unreachable 1006") << 750;
    QTest::newRow("goodbye") << 1000 << QStringList() << 750;
    QTest::newRow("going away") << 1001 << QStringList() << 750;
    QTest::newRow("1002") << 1002 << one("Server 1002") << 750;
    QTest::newRow("3999") << 3999 << one("Server 3999") << 750;
    QTest::newRow("4000") << 4000 << QStringList() << 500;
    QTest::newRow("4005") << 4005 << one("Refused 4005") << -1;
    QTest::newRow("4100") << 4100 << one("Server 4100") << 750;
    QTest::newRow("4200") << 4200 << QStringList() << 500;
    QTest::newRow("4300") << 4300 << one("Refused 4300") << -1;
}

void StatementsHandshakeTest::statement011_closeBeforeAnyFrame()
{
    QFETCH(int, code);
    QFETCH(QStringList, errors);
    QFETCH(int, delay);
    MachineDriver d(m_options);
    d.connect();
    d.open();
    d.ended(code);
    QCOMPARE(d.errors(), errors);
    QCOMPARE(d.count<RetryScheduled>(), delay < 0 ? 0 : 1);
    if (delay >= 0)
        QCOMPARE(d.last<RetryScheduled>().delay, Milliseconds(delay));
    QCOMPARE(d.machine.state(),
             delay < 0 ? ConnectionState::Disconnected : ConnectionState::Connecting);
}

void StatementsHandshakeTest::statement015_originRefused()
{
    MachineDriver d(m_options);
    d.connect();
    d.open();
    d.play(test::capture(
        QStringLiteral("limits"),
        QStringLiteral("allowed_origins good.example,*.ok.example; Origin https://evil.example")));
    QCOMPARE(d.errors(), QStringList{QStringLiteral("Refused 4009")});
    QCOMPARE(d.last<ErrorOccurred>().error.detail, QStringLiteral("Origin not allowed"));
    QCOMPARE(d.machine.state(), ConnectionState::Disconnected);
    QCOMPARE(d.count<DropSocket>(), 1); // Reverb leaves it open
}

void StatementsHandshakeTest::statement017_quotaWithoutCloseIsRefused()
{
    MachineDriver d(m_options);
    d.subscribe(QStringLiteral("y"));
    d.connect();
    d.open();
    // Reverb would go on to serve this connection.
    d.play(test::capture(QStringLiteral("limits"), QStringLiteral("   ... it then subscribes")));
    QCOMPARE(d.errors(), QStringList{QStringLiteral("Refused 4004")});
    QCOMPARE(d.count<DropSocket>(), 1);
    QCOMPARE(d.machine.state(), ConnectionState::Disconnected);
    QVERIFY(d.sentEvents().isEmpty());
    QVERIFY(!d.machine.deadline());
}

void StatementsHandshakeTest::statement018_quotaWithCloseBacksOff()
{
    MachineDriver d(m_options);
    d.connect();
    d.open();
    d.play(test::capture(QStringLiteral("limits"),
                         QStringLiteral("soketi maxConnections=2: third connection")));
    QCOMPARE(d.errors(), QStringList{QStringLiteral("Server 4100")}); // once, not for the close too
    QCOMPARE(d.machine.state(), ConnectionState::Connecting);
    QCOMPARE(d.last<RetryScheduled>().delay, Milliseconds(750));
    d.reopen();
    QCOMPARE(d.count<OpenSocket>(), 2);
}

SUHBAT_TEST(StatementsHandshakeTest, Core)
#include "tst_statements_handshake.moc"
