#include "ChatFixture.h"

#include "chat/CapabilityProbe.h"
#include "store/MemoryStore.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"
#include "support/Wait.h"

#include <QSignalSpy>
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

private:
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

SUHBAT_TEST(TestCapabilities, Core)
#include "tst_capabilities.moc"
