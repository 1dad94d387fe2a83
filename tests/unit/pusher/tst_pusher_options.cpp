#include "pusher/PusherOptions.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"

#include <QTest>

using namespace suhbat;
using namespace suhbat::pusher;

class PusherOptionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }
    void statement001_statement002_statement004_url_data();
    void statement001_statement002_statement004_url();
    void statement003_tlsUnlessToldOtherwise() { QVERIFY(PusherOptions().tls); }
    void statement001_namesAreEscaped();
    void statement037_portOfTls();
    void missingOptionsAreNamed();
};

void PusherOptionsTest::statement001_statement002_statement004_url_data()
{
    QTest::addColumn<bool>("configuredTls");
    QTest::addColumn<bool>("tls");
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port");
    QTest::addColumn<QString>("prefix");
    QTest::addColumn<QString>("start");
    QTest::newRow("wss") << true << true << "h.example" << 0 << QString()
                         << "wss://h.example:443/app/k?protocol=7&";
    QTest::newRow("ws") << false << false << "h.example" << 0 << QString()
                        << "ws://h.example:80/app/k?protocol=7&";
    QTest::newRow("port") << false << false << "127.0.0.1" << 6001 << QString()
                          << "ws://127.0.0.1:6001/app/k?protocol=7&";
    QTest::newRow("prefix") << false << false << "h" << 8080 << "/ws/"
                            << "ws://h:8080/ws/app/k?";
    QTest::newRow("bare prefix") << false << false << "h" << 8080 << "ws"
                                 << "ws://h:8080/ws/app/k?";
    QTest::newRow("IPv6") << false << false << "::1" << 8080 << QString()
                          << "ws://[::1]:8080/app/k?";
    QTest::newRow("cluster") << true << true << QString() << 0 << QString()
                             << "wss://ws-eu.pusher.com:443/app/k?";
}

void PusherOptionsTest::statement001_statement002_statement004_url()
{
    QFETCH(bool, configuredTls);
    QFETCH(bool, tls);
    QFETCH(QString, host);
    QFETCH(int, port);
    QFETCH(QString, prefix);
    QFETCH(QString, start);
    PusherOptions options;
    options.tls = configuredTls;
    options.host = host;
    options.cluster = QStringLiteral("eu");
    options.port = quint16(port);
    options.network.pathPrefix = prefix;
    options.appKey = QStringLiteral("k");
    const auto url = options.url(tls);
    QVERIFY(url);
    QVERIFY2(url->toString().startsWith(start), qPrintable(url->toString()));
    QVERIFY(url->query().endsWith(QStringLiteral("&client=suhbat&version=0.1.0")));
}

void PusherOptionsTest::statement001_namesAreEscaped()
{
    PusherOptions options;
    options.host = QStringLiteral("h");
    options.appKey = QStringLiteral("k?y#%2F");
    options.clientName = QStringLiteral("a&b c");
    options.clientVersion = QStringLiteral("1=2#");
    const auto url = options.url(true);
    QVERIFY(url);
    QCOMPARE(
        url->toEncoded(),
        QByteArray("wss://h:443/app/k%3Fy%23%252F?protocol=7&client=a%26b%20c&version=1%3D2%23"));
}

// After close code 4000: a server that sent us away from port 80 means the other default.
void PusherOptionsTest::statement037_portOfTls()
{
    PusherOptions options;
    options.tls = false;
    options.host = QStringLiteral("h");
    options.appKey = QStringLiteral("k");
    for (const auto &[port, moved] :
         {std::pair(0, 443), std::pair(80, 443), std::pair(6001, 6001)}) {
        options.port = quint16(port);
        QCOMPARE(options.url(true)->port(), moved);
        QCOMPARE(options.url(true)->scheme(), QStringLiteral("wss"));
    }
}

void PusherOptionsTest::missingOptionsAreNamed()
{
    PusherOptions options;
    QVERIFY(options.url(true).error().detail.contains(QStringLiteral("host")));
    options.host = QStringLiteral("h");
    QVERIFY(options.url(true).error().detail.contains(QStringLiteral("key")));
    options.appKey = QStringLiteral("k");
    options.host = QStringLiteral("not a host");
    QCOMPARE(toString(options.url(true).error().kind), QStringLiteral("Configuration"));
}

SUHBAT_TEST(PusherOptionsTest, Core)
#include "tst_pusher_options.moc"
