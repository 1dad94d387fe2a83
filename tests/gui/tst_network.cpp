#include "app/App.h"
#include "app/AppWindow.h"
#include "demo/DemoServer.h"
#include "support/Fixtures.h"
#include "support/OriginServer.h"
#include "support/Person.h"
#include "support/TestProgram.h"
#include "support/TestProxy.h"
#include "support/ThrowAwayCa.h"

#include <QBuffer>
#include <QImage>
#include <QLoggingCategory>
#include <QQuickWindow>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QTest>

using namespace suhbat;

namespace {

enum Status { Null, Ready, Loading, Failed }; // of QML's Image

QByteArray png()
{
    QImage image(4, 4, QImage::Format_RGB32);
    image.fill(Qt::red);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

} // namespace

// The way to a server as the window has it: pictures take the same one, and what is wrong with it
// is said in plain words.
class TestNetwork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void picturesTakeTheSameAuthorities();
    void picturesTakeTheSameProxy();
    void picturesAreGivenUpWhenTooLarge();
    void theWholeChatTakesTheProxy();
    void insecureTlsIsSaidOnEveryPage();
    void anUnknownAuthorityIsSaidAtOnce();

private:
    /// Shows the picture of that address in a window of an App with these settings; what became of
    /// it: Ready or Failed.
    int show(const QUrl &picture, const NetworkSettings &settings) const;

    test::ThrowAwayCa m_ca;
    QTemporaryDir m_dir;
};

void TestNetwork::initTestCase()
{
    QVERIFY2(m_ca.make(), "openssl did not make the certificates");
}

void TestNetwork::init()
{
    test::failOnAnyWarning();
}

int TestNetwork::show(const QUrl &picture, const NetworkSettings &settings) const
{
    App app(m_dir.filePath(QStringLiteral("settings.ini")));
    AppWindow window(app, *app.settings());
    if (!window.open(QUrl::fromLocalFile(
            QStringLiteral(SUHBAT_SOURCE_DIR "/tests/fixtures/gui/picture.qml"))))
        return Null;
    app.setNetwork(settings); // the server is known after the window
    QQuickWindow *const shown = window.window();
    shown->setProperty("source", picture);
    const auto status = [shown] { return shown->property("status").toInt(); };
    if (!QTest::qWaitFor([&] { return status() == Ready || status() == Failed; }, 10000))
        return Loading;
    return status();
}

void TestNetwork::picturesTakeTheSameAuthorities()
{
    test::OriginServer server(m_ca.serverSide(QStringLiteral("right")));
    server.answer = png();
    const QUrl url = server.url(QStringLiteral("https"), QStringLiteral("/a.png"));
    NetworkSettings settings;
    settings.caFile = m_ca.caFile();
    QCOMPARE(show(url, settings), int(Ready));
    QVERIFY(server.seen.contains("suhbat/"));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("SSL handshake failed")));
    QCOMPARE(show(server.url(QStringLiteral("https"), QStringLiteral("/b.png")), {}), int(Failed));
    QCOMPARE(server.requests, 1);
}

void TestNetwork::picturesTakeTheSameProxy()
{
    test::OriginServer server;
    server.answer = png();
    test::TestProxy proxy(server.port());
    NetworkSettings settings;
    settings.proxy.use = ProxySettings::Use::Given;
    settings.proxy.host = QStringLiteral("127.0.0.1");
    settings.proxy.port = proxy.serverPort();
    const QUrl url = server.url(QStringLiteral("http"), QStringLiteral("/c.png"),
                                QStringLiteral("chat.example.test"));
    QCOMPARE(show(url, settings), int(Ready));
    QCOMPARE(proxy.requestLines.size(), 1);
}

void TestNetwork::picturesAreGivenUpWhenTooLarge()
{
    test::OriginServer server;
    server.answer = png() + QByteArray(PictureNetwork::largestPicture, '\0');
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("canceled|cancelled")));
    QCOMPARE(show(server.url(QStringLiteral("http"), QStringLiteral("/d.png")), {}), int(Failed));
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
