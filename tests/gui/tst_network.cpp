#include "app/App.h"
#include "demo/DemoServer.h"
#include "support/Fixtures.h"
#include "support/OriginServer.h"
#include "support/Person.h"
#include "support/TestProgram.h"
#include "support/TestProxy.h"
#include "support/ThrowAwayCa.h"

#include <QLoggingCategory>
#include <QScopeGuard>
#include <QTest>

using namespace suhbat;

// The way to a server as the window has it: everything takes the same one, and what is wrong with
// it is said in plain words.
class TestNetwork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void theWholeChatTakesTheProxy();
    void insecureTlsIsSaidOnEveryPage();
    void anUnknownAuthorityIsSaidAtOnce();

private:
    test::ThrowAwayCa m_ca;
};

void TestNetwork::initTestCase()
{
    QVERIFY2(m_ca.make(), "openssl did not make the certificates");
}

void TestNetwork::init()
{
    test::failOnAnyWarning();
}

void TestNetwork::theWholeChatTakesTheProxy()
{
    demo::DemoOptions options;
    options.quiet = true;
    demo::DemoServer server(options);
    QVERIFY(server.listen());
    test::TestProxy proxy(server.port());
    proxy.wantedLogin = "dana:open-sesame";
    // A name that nobody can resolve: only the proxy knows the way.
    const auto host = QStringLiteral("chat.example.test");
    ServerProfile profile = test::Person::profileOf(server);
    profile.wsHost = host;
    profile.apiBaseUrl.setHost(host);
    NetworkSettings settings;
    settings.proxy.use = ProxySettings::Use::Given;
    settings.proxy.host = QStringLiteral("127.0.0.1");
    settings.proxy.port = proxy.serverPort();
    settings.proxy.user = QStringLiteral("dana");
    settings.proxy.password = QStringLiteral("open-sesame");

    server.faults().avatarUrl =
        profile.apiBaseUrl.resolved(QUrl(QStringLiteral("/storage/previews/10"))).toEncoded();
    test::Person dana;
    dana.app().setNetwork(settings);
    QVERIFY(dana.open(profile));
    QVERIFY(dana.logIn(test::account::dana, test::account::password));
    QVERIFY(dana.openConversation(QStringLiteral("Kim Ito")));
    QTRY_VERIFY(dana.app().backend()->chat().link().isSubscribed());
    server.sendAs(43, 12, QStringLiteral("through the proxy"));
    QVERIFY(dana.waitForText(QStringLiteral("messageBubble"), QStringLiteral("through the proxy")));
    QVERIFY(dana.send(QStringLiteral("and back")));
    QTRY_COMPARE(server.messages(12).last().body, QStringLiteral("and back"));
    QVERIFY(!proxy.requestLines.filter(QStringLiteral("CONNECT chat.example.test")).isEmpty());
    QVERIFY(!proxy.requestLines.filter(QStringLiteral("/api/")).isEmpty());
    QTRY_VERIFY(!proxy.requestLines.filter(QStringLiteral("/storage/previews")).isEmpty());
    const auto &requests = server.requests();
    for (const auto &request : requests) {
        for (const auto &[name, value] : request.headers)
            QVERIFY2(!name.toLower().startsWith("proxy-"), qPrintable(request.path));
    }
}

void TestNetwork::insecureTlsIsSaidOnEveryPage()
{
    demo::DemoOptions options;
    options.quiet = true;
    demo::DemoServer server(options);
    QVERIFY(server.listen());
    test::Person dana;
    QVERIFY(dana.open(server));
    QVERIFY(dana.waitFor(QStringLiteral("loginPage")));
    QVERIFY(!dana.sees(QStringLiteral("insecureBanner")));
    NetworkSettings settings;
    settings.insecureTls = true;
    dana.app().setNetwork(settings);
    const auto words = QStringLiteral("Certificates are not checked");
    QVERIFY(dana.waitForText(QStringLiteral("insecureBanner"), words));
    QVERIFY(dana.logIn(test::account::dana, test::account::password));
    QVERIFY(dana.waitForText(QStringLiteral("insecureBanner"), words));
    dana.app().settings()->setLanguage(QStringLiteral("ru"));
    QVERIFY(dana.waitForText(QStringLiteral("insecureBanner"), QStringLiteral("Сертификаты")));
}

void TestNetwork::anUnknownAuthorityIsSaidAtOnce()
{
    demo::DemoOptions options;
    options.quiet = true;
    demo::DemoServer server(options);
    QVERIFY(server.listen());
    test::OriginServer unknown(m_ca.serverSide(QStringLiteral("right")));
    ServerProfile profile = test::Person::profileOf(server);
    profile.wsHost = QStringLiteral("127.0.0.1");
    profile.wsPort = unknown.port();
    profile.wsSecure = true;
    // Each attempt warns in the log, and on a busy machine there is more than one.
    QLoggingCategory::setFilterRules(QStringLiteral("suhbat.pusher.warning=false"));
    const auto restore = qScopeGuard([] { QLoggingCategory::setFilterRules(QString()); });
    test::Person dana;
    QVERIFY(dana.open(profile));
    QVERIFY(dana.logIn(test::account::dana, test::account::password));
    QVERIFY(dana.waitForText(QStringLiteral("errorDialog"),
                             QStringLiteral("an authority that this computer does not know")));
}

SUHBAT_TEST(TestNetwork, Gui)
#include "tst_network.moc"
