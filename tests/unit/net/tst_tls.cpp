#include "net/Tls.h"
#include "support/Fixtures.h"
#include "support/OriginServer.h"
#include "support/TestProgram.h"
#include "support/ThrowAwayCa.h"
#include "Ways.h"

#include <QRegularExpression>
#include <QTest>

using namespace suhbat;
using test::Way;

// A server with a certificate of a throw-away authority: every way to it trusts the same.
class TestTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void certificatesAreJudgedAlike_data();
    void certificatesAreJudgedAlike();
    void aPlainPortIsNoTls();
    void aFileWithoutCertificatesAddsNothing();
    void theSystemsAuthoritiesStay();

private:
    test::ThrowAwayCa m_ca;
};

void TestTls::initTestCase()
{
    QVERIFY2(m_ca.make(), "openssl did not make the certificates");
}

void TestTls::init()
{
    test::failOnAnyWarning();
}

void TestTls::certificatesAreJudgedAlike_data()
{
    QTest::addColumn<int>("way");
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<bool>("knowsAuthority");
    QTest::addColumn<bool>("insecure");
    QTest::addColumn<int>("problem");
    struct Case
    {
        const char *name;
        const char *certificate;
        bool knowsAuthority;
        bool insecure;
        TlsProblem problem;
    };
    const Case cases[] = {
        {"right", "right", true, false, TlsProblem::None},
        {"wrong host", "wrong-host", true, false, TlsProblem::WrongHost},
        {"expired", "expired", true, false, TlsProblem::Expired},
        {"self-signed", "self-signed", true, false, TlsProblem::SelfSigned},
        {"unknown authority", "right", false, false, TlsProblem::UnknownAuthority},
        {"self-signed, insecure", "self-signed", false, true, TlsProblem::None},
        {"wrong host, insecure", "wrong-host", false, true, TlsProblem::None},
    };
    for (const Way way : test::allWays) {
        for (const Case &one : cases)
            QTest::addRow("%s, %s", test::nameOf(way), one.name)
                << int(way) << QString::fromLatin1(one.certificate) << one.knowsAuthority
                << one.insecure << int(one.problem);
    }
}

void TestTls::certificatesAreJudgedAlike()
{
    QFETCH(const int, way);
    QFETCH(const QString, certificate);
    QFETCH(const bool, knowsAuthority);
    QFETCH(const bool, insecure);
    QFETCH(const int, problem);
    test::OriginServer server(m_ca.serverSide(certificate));
    NetworkSettings settings;
    settings.insecureTls = insecure;
    if (insecure)
        QTest::ignoreMessage(QtWarningMsg,
                             QRegularExpression(QStringLiteral("certificates are not checked")));
    if (knowsAuthority)
        settings.caFile = m_ca.caFile();

    const auto error =
        test::ask(Way(way), server.url(QStringLiteral("https"), QStringLiteral("/x")), settings);
    if (TlsProblem(problem) == TlsProblem::None) {
        QVERIFY2(!error, qPrintable(error ? error->detail : QString()));
        QCOMPARE(server.requests, 1);
        return;
    }
    QVERIFY(error);
    QCOMPARE(toString(error->kind), QStringLiteral("Tls"));
    QCOMPARE(int(error->tls), problem);
    QVERIFY(!error->detail.isEmpty());
    QCOMPARE(server.seen, QByteArray()); // neither token nor anything else got out
}

void TestTls::aPlainPortIsNoTls()
{
    test::OriginServer plain;
    NetworkSettings settings;
    settings.requestTimeout = std::chrono::milliseconds(200);
    // The socket waits for connectTimeout, which is the protocol machine's.
    for (const Way way : {Way::Rest, Way::Authorizer})
        QVERIFY(test::ask(way, plain.url(QStringLiteral("https"), QStringLiteral("/x")), settings));
    QVERIFY(!plain.seen.contains("token-of-the-test"));
}

void TestTls::aFileWithoutCertificatesAddsNothing()
{
    QCOMPARE(toString(net::readCaFile(QStringLiteral("/no/such/file")).error().kind),
             QStringLiteral("Configuration"));
    NetworkSettings settings;
    settings.caFile = m_ca.file(QStringLiteral("ca.cnf"));
    QVERIFY(net::readCaFile(settings.caFile)
                .error()
                .detail.contains(QLatin1String("holds no certificate")));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("holds no certificate")));
    test::OriginServer server(m_ca.serverSide(QStringLiteral("right")));
    const auto error =
        test::ask(Way::Socket, server.url(QStringLiteral("https"), QStringLiteral("/x")), settings);
    QVERIFY(error);
    QVERIFY(error->tls == TlsProblem::UnknownAuthority);
}

void TestTls::theSystemsAuthoritiesStay()
{
    NetworkSettings settings;
    settings.caFile = m_ca.caFile();
    const QSslConfiguration configuration = net::tlsConfiguration(settings);
    const auto builtIn = QSslConfiguration::defaultConfiguration().caCertificates();
    QCOMPARE(configuration.caCertificates().size(), builtIn.size() + 1);
    // Where Qt looks the system's up one by one, it still does: that alone tells the two apart.
    QSslConfiguration closed = configuration;
    closed.setCaCertificates(configuration.caCertificates());
    QVERIFY(!builtIn.isEmpty() || closed != configuration);
}

SUHBAT_TEST(TestTls, Core)
#include "tst_tls.moc"
