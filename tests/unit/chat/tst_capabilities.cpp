#include "ChatFixture.h"

#include "chat/CapabilityProbe.h"
#include "store/MemoryStore.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"
#include "support/Wait.h"
#include "unit/api/StubServer.h"

#include <QNetworkAccessManager>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace suhbat;
using demo::Failure;
using test::ChatFixture;

/// What the client makes of servers that can do more, or less, than the contract.
class TestCapabilities : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void theServerIsAskedOnceAfterLogin()
    {
        ChatFixture chat;
        const auto client = asking(chat.server);
        QVERIFY(!client->capabilities().typing);
        QVERIFY(ChatFixture::enter(*client));
        QTRY_VERIFY(client->capabilities().typing);
        QSignalSpy listed(&client->chat(), &ChatManager::listLoaded);
        client->chat().refresh();
        QTRY_VERIFY(listed.count() > 0);
        QCOMPARE(timesAsked(chat.server), 1);
    }

    void settingsThatSayNoneAskNoServer()
    {
        ChatFixture chat;
        QVERIFY(ChatFixture::enter(*chat.client));
        QCOMPARE(timesAsked(chat.server), 0);
    }

    void aServerWithoutTheEndpointCanDoNothingMore()
    {
        ChatFixture chat;
        chat.server.faults().failNext(Failure::NotFound, QStringLiteral("/capabilities"));
        const auto client = asking(chat.server);
        QVERIFY(ChatFixture::enter(*client));
        QTRY_COMPARE(timesAsked(chat.server), 1);
        QSignalSpy listed(&client->chat(), &ChatManager::listLoaded);
        client->chat().refresh();
        QTRY_VERIFY(listed.count() > 0);
        QCOMPARE(timesAsked(chat.server), 1);
        QVERIFY(client->capabilities() == Capabilities());
    }

    void aServerThatFailedIsAskedAgainWithTheNextList()
    {
        ChatFixture chat;
        chat.server.faults().failNext(Failure::ServerErrorHtml, QStringLiteral("/capabilities"), 2);
        const auto client = asking(chat.server);
        QVERIFY(ChatFixture::enter(*client));
        QTRY_VERIFY(timesAsked(chat.server) >= 1);
        QTRY_VERIFY_WITH_TIMEOUT((client->chat().refresh(), client->capabilities().typing), 10000);
        QCOMPARE(timesAsked(chat.server), 3);
    }

    void whatIsKnownOutlivesALogoutUntilTheServerSaysOtherwise()
    {
        ChatFixture chat;
        const auto client = asking(chat.server);
        QObject::connect(&client->session(), &SessionManager::ended, &client->chat(),
                         [&] { client->chat().stop(); });
        QVERIFY(ChatFixture::enter(*client));
        QTRY_VERIFY(client->capabilities().typing);
        client->session().signOut();
        QVERIFY(client->capabilities().typing);
        chat.server.faults().failNext(Failure::NotFound, QStringLiteral("/capabilities"));
        QVERIFY(ChatFixture::enter(*client));
        QTRY_VERIFY(!client->capabilities().typing);
        QCOMPARE(timesAsked(chat.server), 2);
    }

    void whatTheServerSaidIsKeptWithTheAccount()
    {
        MemoryStore store;
        ChatFixture chat;
        QNetworkAccessManager network;
        ServerProfile profile = ChatFixture::profileOf(chat.server);
        profile.capabilities = {};
        chat.server.stop(); // offline
        store.saveState(QStringLiteral("capabilities"), QStringLiteral("edit,magic,typing"));
        ChatApi api(&network, profile, {});
        CapabilityProbe probe(api, store);
        probe.start();
        QTRY_COMPARE(namesOf(api.capabilities()),
                     QStringList({QStringLiteral("typing"), QStringLiteral("edit")}));
    }

    void whatIsNoAnswerTakesNothingAway_data();
    void whatIsNoAnswerTakesNothingAway();
    void aClearNoIsBelievedAndKept_data();
    void aClearNoIsBelievedAndKept();
    void whileItIsAskedItIsNotAskedAgain();
    void theAnswerOfAnEarlierLoginIsDropped();
    void theSettingsWin();
    void anAnswerIsNotUndoneByWhatWasKept();

private:
    /// The probe alone, and a server that only answers what it is told to.
    struct Probing
    {
        explicit Probing(const CapabilitySettings &settings = {}, bool tls = false)
        {
            server.answer = [this](const auto &) { return answer; };
            store.saveState(QStringLiteral("capabilities"), QStringLiteral("edit"));
            ServerProfile profile;
            profile.apiBaseUrl = server.url(QStringLiteral("/api"));
            if (tls) {
                // Something that answers, and is not the server.
                QObject::connect(&stranger, &QTcpServer::newConnection, &context, [this] {
                    stranger.nextPendingConnection()->write("no greeting of TLS at all\r\n");
                });
                stranger.listen(QHostAddress::LocalHost);
                profile.apiBaseUrl.setScheme(QStringLiteral("https"));
                profile.apiBaseUrl.setPort(stranger.serverPort());
            }
            profile.capabilities = settings;
            api.setServer(profile);
        }
        QStringList names() const { return namesOf(api.capabilities()); }
        QString kept()
        {
            QString text;
            bool done = false;
            store.loadState(QStringLiteral("capabilities"), &context,
                            [&](const Result<QString> &value) {
                                text = *value;
                                done = true;
                            });
            (void)test::waitUntil([&] { return done; });
            return text;
        }
        /// One more request to that server, and its answer: what was asked before is answered too.
        [[nodiscard]] bool afterOneMore()
        {
            bool done = false;
            api.askCapabilities(&context, [&](const auto &) { done = true; });
            return test::waitUntil([&] { return done; });
        }

        QTcpServer stranger;
        test::StubServer server;
        test::StubServer::Answer answer{200, R"({"data":{"typing":true,"reply":false}})"};
        MemoryStore store;
        QNetworkAccessManager network;
        ChatApi api{&network, {}, {}};
        CapabilityProbe probe{api, store};
        QObject context;
    };

    static std::unique_ptr<Backend> asking(const demo::DemoServer &server)
    {
        ServerProfile profile = ChatFixture::profileOf(server);
        profile.capabilities = {};
        return std::make_unique<Backend>(profile, QStringLiteral("en"), ChatFixture::quickTiming());
    }

    static int timesAsked(const demo::DemoServer &server)
    {
        const auto &all = server.requests();
        return int(std::count_if(all.begin(), all.end(), [](const auto &request) {
            return request.path == QLatin1String("/api/inbox/capabilities");
        }));
    }
};

void TestCapabilities::whatIsNoAnswerTakesNothingAway_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("hangsUp");
    QTest::addColumn<bool>("tls");
    QTest::newRow("429") << 429 << false << false;
    QTest::newRow("503") << 503 << false << false;
    QTest::newRow("401") << 401 << false << false;
    QTest::newRow("a proxy that wants a login") << 407 << false << false;
    QTest::newRow("cut") << 200 << true << false;
    QTest::newRow("a certificate that is none") << 200 << false << true;
}

// Nor is it what was kept the next time.
void TestCapabilities::whatIsNoAnswerTakesNothingAway()
{
    QFETCH(const int, status);
    QFETCH(const bool, hangsUp);
    QFETCH(const bool, tls);
    Probing here({}, tls);
    const auto good = std::exchange(here.answer, {status, "{}", {}, false, hangsUp});
    here.probe.start();
    QTRY_COMPARE(here.names(), QStringList(QStringLiteral("edit")));
    QVERIFY(here.afterOneMore() && here.afterOneMore());
    QCOMPARE(here.names(), QStringList(QStringLiteral("edit")));
    QCOMPARE(here.kept(), QStringLiteral("edit"));
    if (tls)
        return;
    here.answer = good;
    here.probe.retry();
    QTRY_COMPARE(here.names(), QStringList(QStringLiteral("typing")));
    QCOMPARE(here.kept(), QStringLiteral("typing"));
}

void TestCapabilities::aClearNoIsBelievedAndKept_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {403, 404, 405, 410, 501})
        QTest::addRow("%d", status) << status;
}

void TestCapabilities::aClearNoIsBelievedAndKept()
{
    QFETCH(const int, status);
    Probing here;
    here.answer = {status, R"({"message":"no"})"};
    Capabilities known;
    known.edit = true;
    here.api.setToldCapabilities(known);
    here.probe.start();
    QTRY_COMPARE(here.names(), QStringList());
    QCOMPARE(here.kept(), QString());
    const auto asked = here.server.requests.size();
    here.probe.retry();
    QVERIFY(here.afterOneMore());
    QCOMPARE(here.server.requests.size(), asked + 1);
}

void TestCapabilities::whileItIsAskedItIsNotAskedAgain()
{
    Probing here;
    here.probe.start();
    here.probe.retry(); // the list came first
    QTRY_COMPARE(here.names(), QStringList(QStringLiteral("typing")));
    here.probe.retry(); // and again after every reconnection
    QVERIFY(here.afterOneMore());
    QCOMPARE(here.server.requests.size(), 2);
    QCOMPARE(here.names(), QStringList(QStringLiteral("typing")));
}

void TestCapabilities::theAnswerOfAnEarlierLoginIsDropped()
{
    Probing here;
    here.probe.start();
    here.probe.stop();
    QVERIFY(here.afterOneMore());
    QCOMPARE(here.server.requests.size(), 2);
    QCOMPARE(here.names(), QStringList());
    QCOMPARE(here.kept(), QStringLiteral("edit"));
    here.probe.retry(); // nobody is logged in
    QVERIFY(here.afterOneMore());
    QCOMPARE(here.server.requests.size(), 3);
    // Nor where the last question was still open.
    here.answer.status = 503;
    here.probe.start();
    QVERIFY(here.afterOneMore() && here.afterOneMore());
    here.probe.stop();
    here.probe.retry();
    QVERIFY(here.afterOneMore());
    QCOMPARE(here.server.requests.size(), 7);
}

void TestCapabilities::theSettingsWin()
{
    CapabilitySettings settings;
    settings.on.reply = true;
    settings.off.typing = true;
    Probing here(settings);
    here.answer.body = R"({"data":{"typing":true,"reply":false,"search":true}})";
    here.probe.start();
    const QStringList both{QStringLiteral("reply"), QStringLiteral("search")};
    QTRY_COMPARE(here.names(), both);
    // What the server said is kept, not what the settings make of it: they may change.
    QCOMPARE(here.kept(), QStringLiteral("typing,search"));
}

// The disk may be slower than the server.
void TestCapabilities::anAnswerIsNotUndoneByWhatWasKept()
{
    struct SlowStore : StateStore
    {
        void loadState(const QString &, QObject *,
                       std::function<void(Result<QString>)> done) override
        {
            late = std::move(done);
        }
        void saveState(const QString &, const QString &, QObject *,
                       std::function<void(Result<void>)>) override
        {}
        std::function<void(Result<QString>)> late;
    };
    Probing here;
    SlowStore slow;
    CapabilityProbe probe(here.api, slow);
    probe.start();
    QTRY_COMPARE(here.names(), QStringList(QStringLiteral("typing")));
    slow.late(QStringLiteral("edit"));
    QCOMPARE(here.names(), QStringList(QStringLiteral("typing")));
}

SUHBAT_TEST(TestCapabilities, Core)
#include "tst_capabilities.moc"
