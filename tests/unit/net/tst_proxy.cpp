#include "net/NetworkManager.h"
#include "net/Proxies.h"
#include "support/Fixtures.h"
#include "support/OriginServer.h"
#include "support/TestProgram.h"
#include "support/TestProxy.h"
#include "support/ThrowAwayCa.h"
#include "Ways.h"

#include <QLoggingCategory>
#include <QNetworkReply>
#include <QScopeGuard>
#include <QTest>

using namespace suhbat;
using test::OriginServer;
using test::TestProxy;
using test::Way;
using Use = ProxySettings::Use;

namespace {

const auto farHost = QStringLiteral("chat.example.test"); // only a proxy knows the way there
QStringList logged;

void keep(QtMsgType, const QMessageLogContext &, const QString &text)
{
    logged << text;
}

} // namespace

// Proxies: every way to the server takes the same one, and none tells its secrets.
class TestProxies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void aLoginOpensTheProxy_data() { addWays(); }
    void aLoginOpensTheProxy();
    void aProxyThatAsksIsTold_data() { addWays(); }
    void aProxyThatAsksIsTold();
    void aProxyThatIsAwayIsTold_data() { addWays(); }
    void aProxyThatIsAwayIsTold();
    void aProxyThatRefusesIsNoServer();
    void noneIgnoresTheEnvironment_data() { addWays(); }
    void noneIgnoresTheEnvironment();
    void systemFollowsTheEnvironment_data() { addWays(); }
    void systemFollowsTheEnvironment();
    void theSystemsProxyIsNotForLoopback();
    void plainRequestsTakeItToo();
    void aTokenIsNotRedirectedElsewhere();
    void theProxysLoginIsNotRedirectedElsewhere();

private:
    static void addWays();
    NetworkSettings throughProxy(const QString &user, const QString &password) const;
    /// https: through the proxy, or the far host of which only the environment knows the way.
    QUrl farUrl() const;

    test::ThrowAwayCa m_ca;
    std::unique_ptr<OriginServer> m_server;
    std::unique_ptr<TestProxy> m_proxy;
};

void TestProxies::initTestCase()
{
    QVERIFY2(m_ca.make(), "openssl did not make the certificates");
}

void TestProxies::init()
{
    test::failOnAnyWarning();
    m_server = std::make_unique<OriginServer>(m_ca.serverSide(QStringLiteral("right")));
    m_proxy = std::make_unique<TestProxy>(m_server->port());
}

void TestProxies::cleanup()
{
    for (const char *const name : {"http_proxy", "https_proxy", "no_proxy"})
        qunsetenv(name);
    m_proxy.reset();
    m_server.reset();
}

void TestProxies::addWays()
{
    QTest::addColumn<int>("way");
    for (const Way way : test::allWays)
        QTest::newRow(test::nameOf(way)) << int(way);
}

NetworkSettings TestProxies::throughProxy(const QString &user, const QString &password) const
{
    NetworkSettings settings;
    settings.caFile = m_ca.caFile();
    settings.proxy.use = Use::Given;
    settings.proxy.host = QStringLiteral("127.0.0.1");
    settings.proxy.port = m_proxy->serverPort();
    settings.proxy.user = user;
    settings.proxy.password = password;
    return settings;
}

QUrl TestProxies::farUrl() const
{
    return m_server->url(QStringLiteral("https"), QStringLiteral("/x"), farHost);
}

void TestProxies::aLoginOpensTheProxy()
{
    QFETCH(const int, way);
    m_proxy->wantedLogin = "dana:open-sesame";
    logged.clear();
    QLoggingCategory::setFilterRules(QStringLiteral("suhbat.*=true"));
    const auto before = qInstallMessageHandler(keep);
    const auto error = test::ask(
        Way(way), farUrl(), throughProxy(QStringLiteral("dana"), QStringLiteral("open-sesame")));
    qInstallMessageHandler(before);
    QLoggingCategory::setFilterRules(QString());
    QVERIFY2(!error, qPrintable(error ? error->detail : QString()));
    QCOMPARE(m_proxy->requestLines.size(), 1);
    QVERIFY(m_proxy->requestLines.constFirst().startsWith(QLatin1String("CONNECT chat.example")));
    QVERIFY(!m_server->seen.isEmpty());
    const QByteArray everything = m_server->seen + logged.join(u'\n').toUtf8();
    for (const QByteArray &secret :
         {QByteArray("open-sesame"), QByteArray("roxy-"), m_proxy->wantedLogin.toBase64()})
        QVERIFY2(!everything.contains(secret), secret.constData());
}

void TestProxies::aProxyThatAsksIsTold()
{
    QFETCH(const int, way);
    m_proxy->wantedLogin = "dana:open-sesame";
    for (const auto &settings :
         {throughProxy({}, {}), throughProxy(QStringLiteral("dana"), QStringLiteral("guess"))}) {
        const auto error = test::ask(Way(way), farUrl(), settings);
        QVERIFY(error);
        QCOMPARE(toString(error->kind), QStringLiteral("Proxy"));
        QCOMPARE(error->status, 407);
        QVERIFY(!error->isTransient());
        QVERIFY(!error->detail.contains(QLatin1String("guess")));
    }
    QCOMPARE(m_server->seen, QByteArray());
}

void TestProxies::aProxyThatIsAwayIsTold()
{
    QFETCH(const int, way);
    const NetworkSettings settings = throughProxy({}, {});
    m_proxy->close();
    const auto error = test::ask(Way(way), farUrl(), settings);
    QVERIFY(error);
    QCOMPARE(toString(error->kind), QStringLiteral("Proxy"));
    QCOMPARE(error->status, 0);
    QVERIFY(error->isTransient());
}

void TestProxies::aProxyThatRefusesIsNoServer()
{
    for (const int status : {403, 502}) {
        m_proxy->refusesWith = status;
        for (const Way way : test::allWays) {
            const auto error = test::ask(way, farUrl(), throughProxy({}, {}));
            QVERIFY(error);
            // Whatever Qt calls it, it must not look as if the server had answered.
            QVERIFY2(error->kind == Error::Kind::Proxy || error->kind == Error::Kind::Unreachable,
                     qPrintable(QStringLiteral("%1 %2: %3")
                                    .arg(QLatin1String(test::nameOf(way)))
                                    .arg(toString(error->kind))
                                    .arg(error->detail)));
        }
    }
}

void TestProxies::noneIgnoresTheEnvironment()
{
    QFETCH(const int, way);
    const QByteArray proxy = "http://127.0.0.1:" + QByteArray::number(m_proxy->serverPort());
    qputenv("http_proxy", proxy);
    qputenv("https_proxy", proxy);
    NetworkSettings settings;
    settings.caFile = m_ca.caFile();
    settings.proxy.use = Use::None;
    // By a name, for the system's proxy is not used for loopback addresses anyway.
    QUrl url = m_server->url(QStringLiteral("https"), QStringLiteral("/x"));
    QVERIFY(!test::ask(Way(way), url, settings));
    QCOMPARE(net::proxyFor(settings, farUrl()).type(), QNetworkProxy::NoProxy);
    QCOMPARE(m_proxy->requestLines, QStringList());
}

void TestProxies::systemFollowsTheEnvironment()
{
    QFETCH(const int, way);
    m_proxy->wantedLogin = "dana:open-sesame";
    const QByteArray proxy = "http://127.0.0.1:" + QByteArray::number(m_proxy->serverPort());
    qputenv("https_proxy", proxy);
    NetworkSettings settings;
    settings.caFile = m_ca.caFile();
    settings.proxy.user = QStringLiteral("dana");
    settings.proxy.password = QStringLiteral("open-sesame");
    const auto error = test::ask(Way(way), farUrl(), settings);
    QVERIFY2(!error, qPrintable(error ? error->detail : QString()));
    QCOMPARE(m_proxy->requestLines.size(), 1);
}

void TestProxies::theSystemsProxyIsNotForLoopback()
{
    qputenv("http_proxy", "http://proxy.example.test:3128");
    qputenv("https_proxy", "http://proxy.example.test:3128");
    qputenv("no_proxy", "inside.example.test");
    const auto proxyOf = [](const char *url) {
        return net::proxyFor({}, QUrl(QString::fromLatin1(url))).hostName();
    };
    for (const char *const near : {"http://127.0.0.1:80/", "wss://localhost/app",
                                   "ws://[::1]:6001/", "https://inside.example.test/"})
        QCOMPARE(proxyOf(near), QString());
    for (const char *const far : {"http://chat.example.test/", "https://chat.example.test/",
                                  "ws://chat.example.test/", "wss://chat.example.test/"})
        QCOMPARE(proxyOf(far), QStringLiteral("proxy.example.test"));
}

void TestProxies::plainRequestsTakeItToo()
{
    OriginServer plain;
    TestProxy proxy(plain.port());
    proxy.wantedLogin = "dana:open-sesame";
    NetworkSettings settings = throughProxy(QStringLiteral("dana"), QStringLiteral("open-sesame"));
    settings.proxy.port = proxy.serverPort();
    for (const Way way : test::allWays) {
        const auto error = test::ask(
            way, plain.url(QStringLiteral("http"), QStringLiteral("/x"), farHost), settings);
        QVERIFY2(!error, qPrintable(error ? error->detail : QString()));
    }
    QCOMPARE(proxy.requestLines.size(), 3);
    QVERIFY(!plain.seen.contains("roxy-Authorization"));
    QVERIFY(!plain.seen.contains(proxy.wantedLogin.toBase64()));
}

void TestProxies::aTokenIsNotRedirectedElsewhere()
{
    OriginServer elsewhere;
    OriginServer home;
    home.redirectTo = elsewhere.url(QStringLiteral("http"), QStringLiteral("/y")).toEncoded();
    for (const Way way : test::allWays) {
        const auto error =
            test::ask(way, home.url(QStringLiteral("http"), QStringLiteral("/x")), {});
        QVERIFY(error || way == Way::Socket);
    }
    // Nor where the caller would follow: downloads.
    net::NetworkManager network;
    // A request that says nothing of redirects follows them, too.
    for (const bool says : {true, false}) {
        QNetworkRequest request(home.url(QStringLiteral("http"), QStringLiteral("/file")));
        if (says)
            request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                                 QNetworkRequest::NoLessSafeRedirectPolicy);
        request.setRawHeader("Authorization", "Bearer token-of-the-test");
        const std::unique_ptr<QNetworkReply> reply(network.get(request));
        QTRY_VERIFY(reply->isFinished());
        QCOMPARE(elsewhere.requests, 0);
    }
    const std::unique_ptr<QNetworkReply> reply(
        network.get(QNetworkRequest(home.url(QStringLiteral("http"), QStringLiteral("/picture")))));
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(elsewhere.requests, 1);
    QVERIFY(!elsewhere.seen.contains("token-of-the-test"));
}

void TestProxies::theProxysLoginIsNotRedirectedElsewhere()
{
    OriginServer plain;
    net::NetworkManager network(
        throughProxy(QStringLiteral("dana"), QStringLiteral("open-sesame")));
    const QByteArray login("Proxy-Authorization");
    QNetworkRequest request(plain.url(QStringLiteral("http"), QStringLiteral("/x"), farHost));
    const std::unique_ptr<QNetworkReply> follows(network.get(request));
    QVERIFY(!follows->request().hasRawHeader(login));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    const std::unique_ptr<QNetworkReply> stays(network.get(request));
    QVERIFY(stays->request().hasRawHeader(login));
}

SUHBAT_TEST(TestProxies, Core)
#include "tst_proxy.moc"
