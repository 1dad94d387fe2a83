// Section D: close codes, and the codes of error frames.
#include "MachineDriver.h"
#include "pusher/CloseCodePolicy.h"
#include "support/TestProgram.h"

#include <QRegularExpression>
#include <QTest>

using namespace suhbat;
using namespace suhbat::pusher;
using namespace std::chrono_literals;
using suhbat::test::MachineDriver;

class StatementsCloseCodesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        test::failOnAnyWarning();
        m_random = 0.5;
        m_options = test::machineOptions(m_random);
    }
    void statement037_tlsFromNowOn();
    void statement034_statement042_below4000_data();
    void statement034_statement042_below4000();
    void statement038_refused_data();
    void statement038_refused();
    void statement038_whatOnlySettingsMend();
    void statement039_backsOff_data();
    void statement039_backsOff();
    void statement040_restarts_data();
    void statement040_restarts();
    void statement041_unknownOnesRefuse_data();
    void statement041_unknownOnesRefuse();
    void statement034_statement038_statement039_statement040_statement041_asPusherJs_data();
    void statement034_statement038_statement039_statement040_statement041_asPusherJs();
    void statement043_errorFrameKeepsTheConnection_data();
    void statement043_errorFrameKeepsTheConnection();
    void statement044_rateLimitSlowsClientEventsDown();
    void statement045_errorWithoutCodeIsAMessage();

private:
    void codes();
    void close();

    PusherOptions m_options;
    double m_random = 0;
};

void StatementsCloseCodesTest::statement037_tlsFromNowOn()
{
    MachineDriver d(m_options);
    d.connect();
    QVERIFY(!d.last<OpenSocket>().tls);
    d.open();
    d.ended(4000);
    QVERIFY(d.errors().isEmpty());
    d.passToDeadline();
    QVERIFY(d.last<OpenSocket>().tls);
    d.take(d.machine.disconnectRequested());
    d.connect();
    QVERIFY(d.last<OpenSocket>().tls);
    d.ended(4000); // over TLS it says nothing
    QCOMPARE(d.machine.state(), ConnectionState::Connecting);
    QCOMPARE(d.errors().size(), 1);
}

void StatementsCloseCodesTest::codes()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<bool>("reconnects");
    QTest::addColumn<int>("delay"); // with a random number of 0.5
    QTest::addColumn<QString>("error");
}

void StatementsCloseCodesTest::close()
{
    QFETCH(int, code);
    QFETCH(bool, reconnects);
    QFETCH(int, delay);
    QFETCH(QString, error);
    MachineDriver d(m_options);
    d.establish();
    d.clear();
    d.ended(code);
    QCOMPARE(d.machine.state(),
             reconnects ? ConnectionState::Connecting : ConnectionState::Disconnected);
    QCOMPARE(d.count<RetryScheduled>(), reconnects ? 1 : 0);
    QCOMPARE(d.last<RetryScheduled>().delay, Milliseconds(delay));
    QCOMPARE(d.errors(), error.isEmpty() ? QStringList() : QStringList{error});
    QCOMPARE(d.machine.deadline().has_value(), reconnects);
    d.clear();
    d.pass(1h);
    QCOMPARE(d.count<OpenSocket>() > 0, reconnects);
}

void StatementsCloseCodesTest::statement034_statement042_below4000_data()
{
    codes();
    QTest::newRow("1000 goodbye") << 1000 << true << 1500 << QString();
    QTest::newRow("1001 going away") << 1001 << true << 1500 << QString();
    QTest::newRow("1002") << 1002 << true << 1500 << "Server 1002";
    QTest::newRow("1003") << 1003 << true << 1500 << "Server 1003";
    QTest::newRow("1004") << 1004 << true << 1500 << "Server 1004";
    QTest::newRow("1005") << 1005 << true << 1500 << "Server 1005";
    QTest::newRow("1006 cut") << 1006 << true << 1500 << "Unreachable 1006";
    QTest::newRow("1009") << 1009 << true << 1500 << "TooLarge 1009";
    QTest::newRow("1011") << 1011 << true << 1500 << "Server 1011";
    QTest::newRow("3000") << 3000 << true << 1500 << "Server 3000";
    QTest::newRow("3999") << 3999 << true << 1500 << "Server 3999";
    QTest::newRow("none") << 0 << true << 1500 << "Server 0";
}

void StatementsCloseCodesTest::statement034_statement042_below4000()
{
    close();
}

void StatementsCloseCodesTest::statement038_refused_data()
{
    codes();
    for (const int code : {4001, 4002, 4003, 4004, 4005, 4006, 4007, 4008, 4009, 4099})
        QTest::addRow("%d", code) << code << false << 0 << QStringLiteral("Refused %1").arg(code);
}

void StatementsCloseCodesTest::statement038_refused()
{
    close();
}

void StatementsCloseCodesTest::statement038_whatOnlySettingsMend()
{
    QList<int> codes;
    for (int code = 0; code < 6000; ++code) {
        if (isConfigurationMatter(code))
            codes.append(code);
    }
    QCOMPARE(codes, (QList<int>{4001, 4003, 4005, 4006, 4007, 4008}));
}

void StatementsCloseCodesTest::statement039_backsOff_data()
{
    codes();
    for (const int code : {4100, 4101, 4199})
        QTest::addRow("%d", code) << code << true << 750 << QStringLiteral("Server %1").arg(code);
}

void StatementsCloseCodesTest::statement039_backsOff()
{
    close();
}

void StatementsCloseCodesTest::statement040_restarts_data()
{
    codes();
    for (const int code : {4200, 4201, 4202, 4299})
        QTest::addRow("%d", code) << code << true << 500 << QString();
}

void StatementsCloseCodesTest::statement040_restarts()
{
    close();
}

void StatementsCloseCodesTest::statement041_unknownOnesRefuse_data()
{
    codes();
    for (const int code : {4300, 4301, 4999, 65535})
        QTest::addRow("%d", code) << code << false << 0 << QStringLiteral("Refused %1").arg(code);
}

void StatementsCloseCodesTest::statement041_unknownOnesRefuse()
{
    close();
}

// Every case that pusher-js 8.6 was put through: we come back where it does, and only there.
void StatementsCloseCodesTest::
    statement034_statement038_statement039_statement040_statement041_asPusherJs_data()
{
    QTest::addColumn<QString>("moment");
    QTest::addColumn<int>("code");
    QTest::addColumn<bool>("reconnects");
    static const QRegularExpression form(QStringLiteral(
        "^(after established, close|during handshake, close|handshake pusher:error) (\\d+) .*"
        "reconnect (none|\\+)"));
    const auto lines =
        QString::fromUtf8(test::fixture(QStringLiteral("pusher/captures/closecodes.txt")))
            .split(u'\n');
    int cases = 0;
    for (const QString &line : lines) {
        const auto found = form.match(line);
        // At 4000 it went on to wss, where nobody was.
        if (!found.hasMatch() || found.captured(2) == QLatin1String("4000"))
            continue;
        ++cases;
        QTest::addRow("%s %s", qPrintable(found.captured(1)), qPrintable(found.captured(2)))
            << found.captured(1) << found.captured(2).toInt()
            << (found.captured(3) == QLatin1String("+"));
    }
    QCOMPARE(cases, 30);
}

void StatementsCloseCodesTest::
    statement034_statement038_statement039_statement040_statement041_asPusherJs()
{
    QFETCH(QString, moment);
    QFETCH(int, code);
    QFETCH(bool, reconnects);
    MachineDriver d(m_options);
    d.connect();
    d.open();
    if (moment.startsWith(QLatin1String("after")))
        d.file(QStringLiteral("established-reverb"));
    if (moment.endsWith(QLatin1String("pusher:error")))
        d.text(QStringLiteral(R"({"event":"pusher:error","data":"{\"code\":%1}"})")
                   .arg(code)
                   .toUtf8());
    else
        d.ended(code);
    QCOMPARE(d.count<RetryScheduled>() == 1, reconnects);
    QCOMPARE(d.machine.state() != ConnectionState::Disconnected, reconnects);
}

void StatementsCloseCodesTest::statement043_errorFrameKeepsTheConnection_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("error");
    QTest::newRow("1000") << 1000 << "Server 1000";
    QTest::newRow("4000") << 4000 << "Server 4000";
    QTest::newRow("4001") << 4001 << "Refused 4001";
    QTest::newRow("4004") << 4004 << "Refused 4004";
    QTest::newRow("4100") << 4100 << "Server 4100";
    QTest::newRow("4200") << 4200 << "Server 4200";
    QTest::newRow("4201") << 4201 << "Server 4201";
    QTest::newRow("4301") << 4301 << "RateLimited 4301";
    QTest::newRow("9999") << 9999 << "Refused 9999";
}

void StatementsCloseCodesTest::statement043_errorFrameKeepsTheConnection()
{
    QFETCH(int, code);
    QFETCH(QString, error);
    MachineDriver d(m_options);
    d.establish();
    d.clear();
    d.text(R"({"event":"pusher:error","data":{"message":"m","code":)" + QByteArray::number(code) +
           "}}");
    QCOMPARE(d.errors(), QStringList{error});
    QCOMPARE(int(d.actions.size()), 1); // no close, no state, no frame
    QCOMPARE(d.machine.state(), ConnectionState::Connected);
    QCOMPARE(d.last<ErrorOccurred>().error.detail, QStringLiteral("m"));
}

void StatementsCloseCodesTest::statement044_rateLimitSlowsClientEventsDown()
{
    const QString room = QStringLiteral("public-x");
    MachineDriver d(m_options);
    d.establish();
    d.subscribe(room);
    d.file(QStringLiteral("subscribed-public-soketi"));
    const auto type = [&d, &room] {
        return d.machine.clientEvent(room, QStringLiteral("client-typing"), "{}", d.now);
    };
    QVERIFY(type());
    QList<qint64> pauses;
    for (int i = 0; i < 4; ++i) {
        d.text(R"({"event":"pusher:error","data":{"code":4301,"message":"too many"}})");
        const auto refused = type();
        QVERIFY(!refused);
        QCOMPARE(toString(refused.error().kind), QStringLiteral("RateLimited"));
        QVERIFY(refused.error().retryAfter.has_value());
        const Instant start = d.now;
        while (!type())
            d.pass(250ms);
        pauses.append(std::chrono::duration_cast<Milliseconds>(d.now - start).count());
    }
    QCOMPARE(pauses, (QList<qint64>{750, 1500, 3000, 6000}));
    QCOMPARE(d.machine.state(), ConnectionState::Connected);
    // A quiet while, and all is forgiven.
    d.pass(20s);
    d.text(R"({"event":"pusher:pong"})");
    d.pass(20s);
    d.text(R"({"event":"pusher:error","data":{"code":4301,"message":"too many"}})");
    QVERIFY(!type());
    d.pass(750ms);
    QVERIFY(type());
}

void StatementsCloseCodesTest::statement045_errorWithoutCodeIsAMessage()
{
    MachineDriver d(m_options);
    d.establish();
    d.clear();
    d.file(QStringLiteral("error-code-null"));
    QCOMPARE(d.errors(), QStringList{QStringLiteral("Server 0")});
    QCOMPARE(d.last<ErrorOccurred>().error.detail, QStringLiteral("something"));
    QCOMPARE(int(d.actions.size()), 1);
}

SUHBAT_TEST(StatementsCloseCodesTest, Core)
#include "tst_statements_closecodes.moc"
