#include "pusher/PusherOptions.h"
#include "support/Fixtures.h"

#include <QTest>

using namespace suhbat;
using namespace suhbat::pusher;

class PusherOptionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }
    void statement001_url_data();
    void statement001_url();
    void statement003_tlsUnlessToldOtherwise() { QVERIFY(PusherOptions().tls); }
    void missingOptionsAreNamed();
};

void PusherOptionsTest::statement001_url_data()
{
    QTest::addColumn<bool>("configuredTls");
    QTest::addColumn<bool>("tls");
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port");
    QTest::addColumn<QString>("prefix");
    QTest::addColumn<QString>("start");
    QTest::newRow("statement002 wss")
        << true << true << "h.example" << 0 << QString() << "wss://h.example:443/app/k?protocol=7&";
    QTest::newRow("statement002 ws")
        << false << false << "h.example" << 0 << QString() << "ws://h.example:80/app/k?protocol=7&";
    QTest::newRow("port") << false << false << "127.0.0.1" << 6001 << QString()
                          << "ws://127.0.0.1:6001/app/k?protocol=7&";
    QTest::newRow("prefix") << false << false << "h" << 8080 << "/ws/"
                            << "ws://h:8080/ws/app/k?";
    QTest::newRow("bare prefix") << false << false << "h" << 8080 << "ws"
                                 << "ws://h:8080/ws/app/k?";
    QTest::newRow("IPv6") << false << false << "::1" << 8080 << QString()
                          << "ws://[::1]:8080/app/k?";
    QTest::newRow("statement002 cluster")
        << true << true << QString() << 0 << QString() << "wss://ws-eu.pusher.com:443/app/k?";
    QTest::newRow("statement037 from 80")
        << false << true << "h" << 80 << QString() << "wss://h:443/app/k?";
    QTest::newRow("statement037 own port")
        << false << true << "h" << 6001 << QString() << "wss://h:6001/app/k?";
}

void PusherOptionsTest::statement001_url()
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

QTEST_GUILESS_MAIN(PusherOptionsTest)
#include "tst_pusher_options.moc"
