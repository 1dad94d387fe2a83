#include "api/ChatApi.h"
#include "demo/DemoServer.h"
#include "net/NetworkManager.h"
#include "Nginx.h"
#include "pusher/HttpChannelAuthorizer.h"
#include "pusher/PusherClient.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"
#include "support/ThrowAwayCa.h"

#include <QSignalSpy>
#include <QTest>

using namespace suhbat;
using pusher::ConnectionState;

namespace {

constexpr Milliseconds silence{1500}; // nginx's proxy_read_timeout
constexpr qint64 kimsId = 43;
constexpr qint64 kimsRoom = 12;

} // namespace

// As most servers stand: nginx with TLS before the back end, REST and socket below paths of their
// own, and a proxy_read_timeout that cuts a socket on which nothing is said.
class TestNginxFront : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void restAndSocketReachTheBackEnd();
    void pingsKeepASilentSocketAlive();
    void aCutSocketHeals();
    void anUnknownAuthorityIsTold();

private:
    QUrl url(const QString &path) const;
    ServerProfile profile() const;
    /// Logs Dana in over REST; fatal when that fails.
    Session logIn(ChatApi &api);
    pusher::PusherOptions options(Milliseconds activityTimeout) const;
    /// Subscribes Dana's channel, and waits for it.
    bool subscribe(pusher::PusherClient &client, const Session &session);

    test::ThrowAwayCa m_ca;
    demo::DemoServer m_server{[] {
        demo::DemoOptions options;
        options.quiet = true;
        return options;
    }()};
    test::Nginx m_nginx;
    NetworkSettings m_settings;
    std::unique_ptr<net::NetworkManager> m_network;
    std::unique_ptr<pusher::HttpChannelAuthorizer> m_authorizer;
};

void TestNginxFront::initTestCase()
{
    if (qEnvironmentVariable("SUHBAT_NO_INTEROP") == QLatin1String("1"))
        QSKIP("SUHBAT_NO_INTEROP=1");
    QVERIFY2(m_ca.make(), "openssl did not make the certificates");
    QVERIFY2(m_server.listen(), qPrintable(m_server.errorString()));
    const QByteArray timeout = QByteArray::number(qint64(silence.count())) + "ms";
    QVERIFY2(m_nginx.start(m_ca, m_server.port(), timeout), m_nginx.errorLog().constData());
}

void TestNginxFront::init()
{
    test::failOnAnyWarning();
    m_settings = {};
    m_settings.caFile = m_ca.caFile();
    m_settings.pathPrefix = QStringLiteral("/live");
    m_settings.origin = QStringLiteral("https://chat.example.test");
    m_network = std::make_unique<net::NetworkManager>(m_settings);
    m_authorizer = std::make_unique<pusher::HttpChannelAuthorizer>(
        *m_network, url(QStringLiteral("/chat/api/broadcasting/auth")));
}

void TestNginxFront::cleanup()
{
    m_authorizer.reset();
    m_network.reset();
}

QUrl TestNginxFront::url(const QString &path) const
{
    return QUrl(QStringLiteral("https://127.0.0.1:%1%2").arg(m_nginx.port()).arg(path));
}

ServerProfile TestNginxFront::profile() const
{
    ServerProfile profile;
    profile.apiBaseUrl = url(QStringLiteral("/chat/api"));
    profile.appKey = m_server.appKey();
    return profile;
}

pusher::PusherOptions TestNginxFront::options(Milliseconds activityTimeout) const
{
    pusher::PusherOptions options;
    options.host = QStringLiteral("127.0.0.1");
    options.port = m_nginx.port();
    options.appKey = m_server.appKey();
    options.network = m_settings;
    options.activityTimeout = activityTimeout;
    options.random = [] { return 0.0; };
    return options;
}

Session TestNginxFront::logIn(ChatApi &api)
{
    std::optional<Result<LoginOutcome>> outcome;
    api.login(QStringLiteral("998900000001"), QStringLiteral("demo-pass"), &api,
              [&](Result<LoginOutcome> result) { outcome = std::move(result); });
    if (!QTest::qWaitFor([&] { return outcome.has_value(); }, 10000) || !*outcome)
        qFatal("no login: %s", outcome ? qPrintable(outcome->error().detail) : "no answer");
    Session session = (*outcome)->session;
    api.setToken(session.token);
    m_authorizer->setBearerToken(session.token.toLatin1());
    return session;
}

bool TestNginxFront::subscribe(pusher::PusherClient &client, const Session &session)
{
    const QString channel = profile().userChannel(session.user.id);
    client.subscribe(channel);
    client.connectToServer();
    return QTest::qWaitFor(
        [&] { return client.subscriptionState(channel) == pusher::SubscriptionState::Subscribed; },
        10000);
}

void TestNginxFront::restAndSocketReachTheBackEnd()
{
    ChatApi api(m_network.get(), profile(), m_settings);
    const Session session = logIn(api);
    pusher::PusherClient client(options(std::chrono::seconds(30)), *m_authorizer);
    QSignalSpy events(&client, &pusher::PusherClient::eventReceived);
    QVERIFY(subscribe(client, session));

    const auto before = events.count();
    m_server.sendAs(kimsId, kimsRoom, QStringLiteral("through nginx"));
    QTRY_VERIFY(events.count() > before);
    std::optional<Result<Message>> sent;
    api.sendMessage(ConversationId(kimsRoom), QStringLiteral("and back"), TempId(), &api,
                    [&](Result<Message> result) { sent = std::move(result); });
    QTRY_VERIFY(sent.has_value());
    QVERIFY2(sent->ok(), sent->ok() ? "" : qPrintable(sent->error().detail));
    QCOMPARE(m_server.messages(kimsRoom).last().body, QStringLiteral("and back"));
}

void TestNginxFront::pingsKeepASilentSocketAlive()
{
    // Often: nginx moves a time-out on only when it gains 0.3 s by that.
    pusher::PusherClient client(options(silence / 6), *m_authorizer);
    client.connectToServer();
    QTRY_COMPARE(int(client.state()), int(ConnectionState::Connected));
    const QString socketId = client.socketId();
    // Longer than nginx would have waited, twice over.
    QTRY_VERIFY(client.metrics().pongs >= 13);
    QCOMPARE(client.socketId(), socketId);
    QCOMPARE(client.metrics().connections, quint64(1));
}

void TestNginxFront::aCutSocketHeals()
{
    pusher::PusherClient client(options(std::chrono::seconds(30)), *m_authorizer);
    ChatApi api(m_network.get(), profile(), m_settings);
    const Session session = logIn(api);
    QVERIFY(subscribe(client, session));
    const QString first = client.socketId();
    QTRY_VERIFY(client.metrics().reconnects() >= 1);
    QTRY_VERIFY(!client.socketId().isEmpty() && client.socketId() != first);
    const QString channel = profile().userChannel(session.user.id);
    QTRY_VERIFY(client.subscriptionState(channel) == pusher::SubscriptionState::Subscribed);
    QCOMPARE(client.metrics().pings, quint64(0));
}

void TestNginxFront::anUnknownAuthorityIsTold()
{
    m_settings.caFile.clear();
    pusher::PusherClient client(options(std::chrono::seconds(30)), *m_authorizer);
    std::optional<Error> error;
    connect(&client, &pusher::PusherClient::errorOccurred, this, [&](const Error &told) {
        error = told;
        client.disconnectFromServer(); // a second attempt would warn, too
    });
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("^Tls 0 ")));
    client.connectToServer();
    QTRY_VERIFY(error.has_value());
    QVERIFY(error->tls == TlsProblem::UnknownAuthority);
}

SUHBAT_TEST(TestNginxFront, Core)
#include "tst_nginx_front.moc"
