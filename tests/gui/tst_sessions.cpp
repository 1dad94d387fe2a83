// A session over the end of the program: what a person sees who starts Suhbat again.
#include "app/platform/SystemSecretStore.h"
#include "pusher/SystemWatch.h"
#include "support/Desk.h"
#include "support/FakeKeyring.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"

#include <QDir>
#include <QDirIterator>
#include <QQuickWindow>
#include <QTest>

using namespace suhbat;
using test::FakeKeyring;
using test::Person;

namespace {

constexpr qint64 danasId = 42;

const QString chatPage = QStringLiteral("chatPage");
const QString loginPage = QStringLiteral("loginPage");
const QString keyringPage = QStringLiteral("keyringPage");

} // namespace

class TestSessions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        test::failOnAnyWarning();
        m_dir = std::make_unique<QTemporaryDir>();
        m_drawer = FakeKeyring::Drawer();
        demo::DemoOptions options;
        options.quiet = true;
        m_server = std::make_unique<demo::DemoServer>(options);
        QVERIFY(m_server->listen());
    }
    void cleanup()
    {
        m_dana.reset();
        m_server.reset();
    }

    void startedAgainItIsTheChat();
    void withoutTheServerTheSessionStays();
    void anExpiredSessionAsksOnceForTheLogin();
    void anotherNetworkIsALookAtEverything();
    void aLockedKeyringIsNoLogout();
    void aKeyringThatAsksIsWaitedFor();
    void aLoginInAFileIsToldOnce();

private:
    AccountPaths paths(const QString &account = {}) const
    {
        return AccountPaths::below(m_dir->filePath(QStringLiteral("config")),
                                   m_dir->filePath(QStringLiteral("data")), account);
    }
    /// The program, started anew; the keyring is what stays.
    [[nodiscard]] bool start(const QString &account = {})
    {
        m_dana.reset();
        const AccountPaths where = paths(account);
        m_dana = std::make_unique<Person>(
            where,
            std::make_unique<SystemSecretStore>(std::make_unique<FakeKeyring>(m_drawer),
                                                where.dataFolder() + QStringLiteral("/secrets")));
        return m_dana->open(*m_server);
    }
    [[nodiscard]] bool logIn()
    {
        return m_dana->logIn(test::account::dana, test::account::password);
    }
    /// Logged in, kept, and started once more.
    [[nodiscard]] bool startLoggedIn() { return start() && logIn() && kept() && start(); }
    [[nodiscard]] bool kept()
    {
        return m_dana->waitUntil("the session to be kept", [this] {
            QDirIterator files(m_dir->filePath(QStringLiteral("data")),
                               {QStringLiteral("session.json")}, QDir::Files,
                               QDirIterator::Subdirectories);
            return files.hasNext();
        });
    }
    Person &dana() { return *m_dana; }

    std::unique_ptr<QTemporaryDir> m_dir;
    FakeKeyring::Drawer m_drawer;
    std::unique_ptr<demo::DemoServer> m_server;
    std::unique_ptr<Person> m_dana;
};

void TestSessions::startedAgainItIsTheChat()
{
    QVERIFY(startLoggedIn());
    QVERIFY(dana().waitFor(chatPage));
    QCOMPARE(dana().app().session()->userName(), QStringLiteral("Dana Reyes"));
    QVERIFY(dana().openConversation(test::kim::name));
    QVERIFY(dana().send(QStringLiteral("here again")));
    QTRY_COMPARE(dana().markOf(QStringLiteral("here again")), QStringLiteral("sent"));
}

void TestSessions::withoutTheServerTheSessionStays()
{
    QVERIFY(start() && logIn() && kept());
    QVERIFY(dana().waitForText(QStringLiteral("conversationDelegate"), test::kim::name));
    m_dana.reset();
    m_server->stop();
    QVERIFY(start());
    QVERIFY(dana().waitFor(chatPage));
    QVERIFY(dana().waitFor(QStringLiteral("connectionBanner")));
    QVERIFY(dana().waitForText(QStringLiteral("conversationDelegate"), test::kim::name));
    QVERIFY(dana().sees(chatPage));
    QVERIFY(!dana().sees(loginPage));
}

void TestSessions::anExpiredSessionAsksOnceForTheLogin()
{
    QVERIFY(start() && logIn() && kept());
    QVERIFY(dana().openConversation(test::kim::name));
    QVERIFY(dana().type(QStringLiteral("composer"), QStringLiteral("half a thou")));
    m_dana.reset();
    m_server->revokeTokens(danasId);
    QVERIFY(start());
    QVERIFY(dana().waitFor(loginPage));
    QVERIFY(dana().allText().contains(QStringLiteral("Your session has expired")));
    QVERIFY(dana().text(QStringLiteral("loginIdentifier")).contains(QStringLiteral("00 00 01")) ||
            dana().text(QStringLiteral("loginIdentifier")).contains(test::account::dana));
    QTRY_VERIFY(m_drawer.secrets.isEmpty());
    // Who was here is still known at the next start, but nobody is logged in.
    QVERIFY(start());
    QVERIFY(dana().waitFor(loginPage));
    QCOMPARE(dana().app().session()->identifier(), test::account::dana);
    QVERIFY(dana().type(QStringLiteral("loginPassword"), test::account::password));
    QVERIFY(dana().click(QStringLiteral("loginSubmit")));
    QVERIFY(dana().waitFor(chatPage));
    QVERIFY(!dana().allText().contains(QStringLiteral("expired")));
    // Back in the conversation that was open, with what was being written.
    QVERIFY(dana().waitForText(QStringLiteral("composer"), QStringLiteral("half a thou")));
    QCOMPARE(dana().app().chat()->conversationId(), QString::number(test::kim::room));
}

void TestSessions::anotherNetworkIsALookAtEverything()
{
    QVERIFY(start() && logIn());
    QVERIFY(dana().openConversation(test::kim::name));
    auto *watch = dana().app().findChild<pusher::SystemWatch *>();
    QVERIFY(watch);
    const QString bubble = QStringLiteral("messageBubble");
    // Shown: what was asked for at the opening is here.
    m_server->sendAs(test::kim::id, test::kim::room, QStringLiteral("everybody was told"));
    QVERIFY(dana().waitForText(bubble, QStringLiteral("everybody was told")));
    QTRY_VERIFY(!dana().app().chat()->manager()->isLoading(ConversationId(test::kim::room)));
    m_server->faults().suppressEvents = true;
    m_server->sendAs(test::kim::id, test::kim::room, QStringLiteral("nobody was told"));
    watch->setReachability(QNetworkInformation::Reachability::Local);
    watch->setReachability(QNetworkInformation::Reachability::Online);
    QVERIFY(dana().waitForText(bubble, QStringLiteral("nobody was told")));
}

void TestSessions::aLockedKeyringIsNoLogout()
{
    QVERIFY(start() && logIn() && kept());
    m_drawer.state = FakeKeyring::State::Locked;
    QVERIFY(start());
    QVERIFY(dana().waitFor(keyringPage));
    QVERIFY(dana().allText().contains(QStringLiteral("Your keyring is locked")));
    QVERIFY(dana().click(QStringLiteral("keyringUnlock")));
    QTRY_VERIFY(m_drawer.reads >= 2);
    QVERIFY(dana().waitForText(keyringPage, QStringLiteral("Your keyring is locked")));
    m_drawer.state = FakeKeyring::State::Open;
    QVERIFY(dana().click(QStringLiteral("keyringUnlock")));
    QVERIFY(dana().waitFor(chatPage));
}

void TestSessions::aKeyringThatAsksIsWaitedFor()
{
    QVERIFY(start() && logIn() && kept());
    m_drawer.state = FakeKeyring::State::Asking;
    QVERIFY(start());
    QVERIFY(dana().waitForText(keyringPage, QStringLiteral("Waiting for your keyring")));
    m_drawer.state = FakeKeyring::State::Open;
    m_drawer.answer();
    QVERIFY(dana().waitFor(chatPage));
}

void TestSessions::aLoginInAFileIsToldOnce()
{
    m_drawer.state = FakeKeyring::State::Absent;
    QVERIFY(startLoggedIn());
    QVERIFY(dana().waitFor(chatPage));
    const QString banner = QStringLiteral("loginInFileBanner");
    QVERIFY(dana().waitForText(banner, QStringLiteral("in a file")));
    QVERIFY(dana().click(QStringLiteral("loginInFileUnderstood")));
    QVERIFY(dana().waitUntilGone(banner));
    QVERIFY(start());
    QVERIFY(dana().waitFor(chatPage));
    QVERIFY(dana().drawn());
    QVERIFY(!dana().sees(banner));
}

SUHBAT_TEST(TestSessions, Gui)
#include "tst_sessions.moc"
