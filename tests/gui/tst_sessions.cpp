// A session over the end of the program: what a person sees who starts Suhbat again.
#include "app/platform/SystemSecretStore.h"
#include "support/Desk.h"
#include "support/FakeKeyring.h"
#include "support/Fixtures.h"

#include <QDir>
#include <QDirIterator>
#include <QQuickWindow>
#include <QTest>

#include <algorithm>

using namespace suhbat;
using demo::Failure;
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
    void theTokenIsInTheKeyringAlone();
    void withoutTheServerTheSessionStays();
    void anExpiredSessionAsksOnceForTheLogin();
    void manyRefusalsEndTheSessionOnce();
    void loggedOutIsLoggedOut();
    void loggedOutWithoutTheServerToo();
    void aLockedKeyringIsNoLogout();
    void aKeyringThatAsksIsWaitedFor();
    void loggingInInsteadKeepsWhatIsKept();
    void aSessionThatIsGoneIsSaidSo();
    void aLoginThatIsNotKeptIsSaidSo();
    void aLoginInAFileIsToldOnce();
    void accountsAreApart();

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

void TestSessions::theTokenIsInTheKeyringAlone()
{
    QVERIFY(startLoggedIn());
    QVERIFY(dana().waitFor(chatPage));
    const QString token = dana().app().backend()->session().session().token;
    QVERIFY(token.size() >= 20);
    QCOMPARE(m_drawer.secrets.size(), 1);
    QVERIFY(m_drawer.secrets.first().contains(token.toUtf8()));
    const auto others = QFileDevice::ReadGroup | QFileDevice::ReadOther;
    int files = 0;
    for (QDirIterator it(m_dir->path(), QDir::Files, QDirIterator::Subdirectories); it.hasNext();) {
        QFile file(it.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains(token.toUtf8()), qPrintable(file.fileName()));
        if (file.fileName().contains(QStringLiteral("/data/")))
            QVERIFY2(!(file.permissions() & others), qPrintable(file.fileName()));
        ++files;
    }
    QVERIFY(files >= 1);
}

void TestSessions::withoutTheServerTheSessionStays()
{
    QVERIFY(start() && logIn() && kept());
    m_dana.reset();
    m_server->stop();
    QVERIFY(start());
    QVERIFY(dana().waitFor(chatPage));
    QVERIFY(dana().waitFor(QStringLiteral("connectionBanner")));
    QVERIFY(dana().sees(chatPage));
    QVERIFY(!dana().sees(loginPage));
}

void TestSessions::anExpiredSessionAsksOnceForTheLogin()
{
    QVERIFY(start() && logIn() && kept());
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
}

void TestSessions::manyRefusalsEndTheSessionOnce()
{
    QVERIFY(startLoggedIn());
    QVERIFY(dana().waitFor(chatPage));
    QVERIFY(dana().openConversation(test::kim::name));
    SessionManager &session = dana().app().backend()->session();
    int ends = 0;
    connect(&session, &SessionManager::ended, this, [&ends] { ++ends; });
    m_server->revokeTokens(danasId);
    // Several requests at once, each answered with 401.
    ChatManager &chat = dana().app().backend()->chat();
    chat.refresh();
    chat.reloadConversation(ConversationId(QStringLiteral("12")));
    chat.send(ConversationId(QStringLiteral("12")), QStringLiteral("still to be sent"));
    QVERIFY(dana().waitFor(loginPage));
    QCOMPARE(ends, 1);
    QVERIFY(!dana().sees(QStringLiteral("snackbar")) || !dana().app().notices()->snackbarVisible());
    QVERIFY(!dana().app().notices()->dialogVisible());
}

void TestSessions::loggedOutIsLoggedOut()
{
    QVERIFY(startLoggedIn());
    QVERIFY(dana().waitFor(chatPage));
    QTRY_COMPARE(m_server->socketCount(), 1);
    dana().app().session()->signOut();
    QVERIFY(dana().waitFor(loginPage));
    QTRY_COMPARE(m_server->socketCount(), 0);
    QTRY_VERIFY(m_drawer.secrets.isEmpty());
    QTRY_VERIFY(std::any_of(m_server->requests().begin(), m_server->requests().end(),
                            [](const auto &r) { return r.path.contains(u"auth/logout"); }));
    QVERIFY(start());
    QVERIFY(dana().waitFor(loginPage));
    QVERIFY(dana().app().session()->identifier().isEmpty());
    QVERIFY(dana().app().session()->endedText().isEmpty());
}

void TestSessions::loggedOutWithoutTheServerToo()
{
    QVERIFY(startLoggedIn());
    QVERIFY(dana().waitFor(chatPage));
    m_server->stop();
    m_drawer.state = FakeKeyring::State::Locked;
    dana().app().session()->signOut();
    QVERIFY(dana().waitFor(loginPage));
    QCOMPARE(m_drawer.secrets.size(), 1); // the keyring would not let it go
    QVERIFY(start());
    QVERIFY(dana().waitFor(loginPage)); // and nobody asks it for the token again
    m_drawer.state = FakeKeyring::State::Open;
    QVERIFY(start());
    QVERIFY(dana().waitFor(loginPage));
    QTRY_VERIFY(m_drawer.secrets.isEmpty());
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

void TestSessions::loggingInInsteadKeepsWhatIsKept()
{
    QVERIFY(start() && logIn() && kept());
    m_drawer.state = FakeKeyring::State::Locked;
    QVERIFY(start());
    QVERIFY(dana().click(QStringLiteral("keyringLogIn")));
    QVERIFY(dana().waitFor(loginPage));
    QCOMPARE(dana().app().session()->identifier(), test::account::dana);
    m_drawer.state = FakeKeyring::State::Open;
    QVERIFY(start());
    QVERIFY(dana().waitFor(chatPage));
}

void TestSessions::aSessionThatIsGoneIsSaidSo()
{
    QVERIFY(start() && logIn() && kept());
    m_drawer.secrets.clear();
    QVERIFY(start());
    QVERIFY(dana().waitFor(loginPage));
    QVERIFY(dana().allText().contains(QStringLiteral("Your saved login was not found")));
    QCOMPARE(dana().app().session()->identifier(), test::account::dana);
}

void TestSessions::aLoginThatIsNotKeptIsSaidSo()
{
    m_drawer.state = FakeKeyring::State::Locked;
    QVERIFY(start() && logIn());
    QVERIFY(dana().waitForText(QStringLiteral("snackbar"), QStringLiteral("is not kept")));
    m_drawer.state = FakeKeyring::State::Open;
    QVERIFY(dana().click(QStringLiteral("snackbarRetry")));
    QVERIFY(kept());
    QCOMPARE(m_drawer.secrets.size(), 1);
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

void TestSessions::accountsAreApart()
{
    QVERIFY(start() && logIn() && kept());
    QCOMPARE(dana().window()->title(), QStringLiteral("Suhbat"));
    QVERIFY(start(QStringLiteral("work")));
    QVERIFY(dana().waitFor(loginPage));
    QCOMPARE(dana().window()->title(), QStringLiteral("work – Suhbat"));
    QVERIFY(dana().logIn(test::account::lee, test::account::password));
    QTRY_COMPARE(m_drawer.secrets.size(), 2);
    QVERIFY(start());
    QVERIFY(dana().waitFor(chatPage));
    QCOMPARE(dana().app().session()->userName(), QStringLiteral("Dana Reyes"));
}

QTEST_MAIN(TestSessions)
#include "tst_sessions.moc"
