// What becomes of a session at the end of the program, at its end, and when the keyring is closed.
// The same with the window before one's eyes: tests/gui/tst_sessions.cpp.
#include "app/App.h"
#include "app/platform/SystemSecretStore.h"
#include "demo/DemoServer.h"
#include "support/FakeKeyring.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"

#include <QDirIterator>
#include <QLoggingCategory>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace suhbat;
using test::FakeKeyring;

namespace {

constexpr qint64 danasId = 42;
QStringList logged;
QtMessageHandler usual = nullptr;

void listen(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    logged += text;
    usual(type, context, text);
}

const QString danasPhone = QStringLiteral("998900000001");
const QString leesPhone = QStringLiteral("998900000003");

} // namespace

class TestSessionKeeper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void theTokenIsInTheKeyringAlone();
    void theTokenIsInNoLogAndNoAddress();
    void theTokenIsOfItsUserAlone();
    void manyRefusalsEndTheSessionOnce();
    void anExpiredSessionLeavesTheIdentifier();
    void loggedOutIsLoggedOut();
    void loggedOutWithoutServerAndKeyringToo();
    void loggingInInsteadKeepsWhatIsKept();
    void aKeyringThatIsAwayIsNoLogout();
    void theLateAnswerOfAPromptIsNotTaken();
    void aSessionThatIsGoneIsSaidSo();
    void aLoginThatIsNotKeptIsSaidSo();
    void aNewNameIsKept();
    void withoutStayingNothingIsKept();
    void accountsAreApart();
    void damagedFilesAreNoSession();

private:
    using State = SessionFace::State;

    /// The program, started anew; files and keyring are what stays.
    void start(const QString &account = {})
    {
        m_app.reset();
        const AccountPaths paths =
            AccountPaths::below(m_dir->filePath(QStringLiteral("config")),
                                m_dir->filePath(QStringLiteral("data")), account);
        Backend::Timing timing;
        timing.random = [] { return 0.0; };
        m_app = std::make_unique<App>(
            paths, timing,
            std::make_unique<SystemSecretStore>(std::make_unique<FakeKeyring>(m_drawer),
                                                paths.dataFolder() + QStringLiteral("/secrets")));
        ServerProfile profile;
        profile.appKey = m_server->appKey();
        profile.wsHost = m_server->wsUrl().host();
        profile.wsPort = m_server->wsUrl().port();
        profile.wsSecure = false;
        profile.apiBaseUrl = m_server->apiUrl();
        m_app->useServer(profile);
    }
    State state() const { return m_app->session()->state(); }
    SessionKeeper &keeper() const { return *m_app->keeper(); }
    QString sessionFile() const
    {
        QDirIterator files(m_dir->filePath(QStringLiteral("data")),
                           {QStringLiteral("session.json")}, QDir::Files,
                           QDirIterator::Subdirectories);
        return files.hasNext() ? files.next() : QString();
    }
    void logIn(const QString &phone = danasPhone)
    {
        m_app->session()->signIn(phone, QStringLiteral("demo-pass"));
        QTRY_COMPARE(state(), SessionFace::SignedIn);
    }
    void logInAndKeep()
    {
        start();
        logIn();
        QTRY_VERIFY(!sessionFile().isEmpty());
    }
    bool asked(const char16_t *path) const
    {
        return std::any_of(m_server->requests().begin(), m_server->requests().end(),
                           [path](const auto &r) { return r.path.contains(path); });
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    FakeKeyring::Drawer m_drawer;
    std::unique_ptr<demo::DemoServer> m_server;
    std::unique_ptr<App> m_app;
};

void TestSessionKeeper::init()
{
    test::failOnAnyWarning();
    m_dir = std::make_unique<QTemporaryDir>();
    m_drawer = FakeKeyring::Drawer();
    demo::DemoOptions options;
    options.quiet = true;
    m_server = std::make_unique<demo::DemoServer>(options);
    QVERIFY(m_server->listen());
}

void TestSessionKeeper::cleanup()
{
    m_app.reset();
    m_server.reset();
}

void TestSessionKeeper::theTokenIsInTheKeyringAlone()
{
    logInAndKeep();
    const QByteArray token = m_app->backend()->session().session().token.toUtf8();
    QVERIFY(token.size() >= 20);
    QCOMPARE(m_drawer.secrets.size(), 1);
    QVERIFY(m_drawer.secrets.first().contains(token));
    const auto others = QFileDevice::ReadGroup | QFileDevice::ReadOther;
    for (QDirIterator it(m_dir->path(), QDir::Files, QDirIterator::Subdirectories); it.hasNext();) {
        QFile file(it.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains(token), qPrintable(file.fileName()));
        if (file.fileName().contains(QStringLiteral("/data/")))
            QVERIFY2(!(file.permissions() & others), qPrintable(file.fileName()));
    }
}

// From the login to the logout, with everything that the program can be made to say.
void TestSessionKeeper::theTokenIsInNoLogAndNoAddress()
{
    logged.clear();
    QLoggingCategory::setFilterRules(QStringLiteral("suhbat.*=true"));
    usual = qInstallMessageHandler(listen);
    logInAndKeep();
    const QString token = m_app->backend()->session().session().token;
    start();
    QTRY_COMPARE(state(), SessionFace::SignedIn);
    const ConversationId room(QStringLiteral("12"));
    ChatManager &chat = m_app->backend()->chat();
    QTRY_VERIFY(chat.conversations().ids().contains(room));
    chat.open(room);
    QTRY_VERIFY(chat.isLoaded(room));
    chat.send(room, QStringLiteral("hello"));
    QTRY_VERIFY(asked(u"/messages"));
    QTRY_VERIFY(asked(u"broadcasting/auth"));
    QTRY_COMPARE(chat.unsent(), 0); // before that nobody is let go
    m_app->session()->signOut();
    QTRY_VERIFY(asked(u"auth/logout"));
    qInstallMessageHandler(usual);
    QLoggingCategory::setFilterRules({});
    QVERIFY(logged.size() > 10);
    for (const QString &line : std::as_const(logged))
        QVERIFY2(!line.contains(token), qPrintable(line));
    for (const auto &request : m_server->requests())
        QVERIFY2(!request.path.contains(token), qPrintable(request.path));
}

void TestSessionKeeper::theTokenIsOfItsUserAlone()
{
    logInAndKeep();
    const QString key = m_drawer.secrets.firstKey();
    m_drawer.secrets[key].replace("\"42\"", "\"44\"");
    start();
    QTRY_COMPARE(state(), SessionFace::SignedOut);
    QTRY_VERIFY(!m_app->session()->endedText().isEmpty());
}

void TestSessionKeeper::manyRefusalsEndTheSessionOnce()
{
    logInAndKeep();
    start();
    QTRY_COMPARE(state(), SessionFace::SignedIn);
    QSignalSpy ended(&m_app->backend()->session(), &SessionManager::ended);
    QSignalSpy snackbar(m_app->notices(), &NoticeCenter::snackbarChanged);
    m_server->revokeTokens(danasId);
    // Several requests at once, each answered with 401.
    ChatManager &chat = m_app->backend()->chat();
    const ConversationId room(QStringLiteral("12"));
    chat.refresh();
    chat.open(room);
    chat.send(room, QStringLiteral("still to be sent"));
    QTRY_COMPARE(state(), SessionFace::SignedOut);
    QTRY_VERIFY(m_drawer.secrets.isEmpty());
    QCOMPARE(ended.size(), 1);
    QVERIFY(!m_app->notices()->snackbarVisible());
    QVERIFY(!m_app->notices()->dialogVisible());
    QVERIFY(m_app->session()->endedText().contains(QStringLiteral("expired")));
}

void TestSessionKeeper::anExpiredSessionLeavesTheIdentifier()
{
    logInAndKeep();
    m_server->revokeTokens(danasId);
    start();
    QTRY_COMPARE(state(), SessionFace::SignedOut);
    QTRY_VERIFY(m_drawer.secrets.isEmpty());
    QCOMPARE(m_app->session()->identifier(), danasPhone);
    start();
    QCOMPARE(state(), SessionFace::SignedOut);
    QCOMPARE(m_app->session()->identifier(), danasPhone);
    QVERIFY(m_app->session()->endedText().isEmpty());
}

void TestSessionKeeper::loggedOutIsLoggedOut()
{
    logInAndKeep();
    QTRY_COMPARE(m_server->socketCount(), 1);
    m_app->session()->signOut();
    QCOMPARE(state(), SessionFace::SignedOut);
    QTRY_COMPARE(m_server->socketCount(), 0);
    QTRY_VERIFY(asked(u"auth/logout"));
    QTRY_VERIFY(sessionFile().isEmpty());
    QVERIFY(m_drawer.secrets.isEmpty());
    start();
    QCOMPARE(state(), SessionFace::SignedOut);
    QVERIFY(m_app->session()->identifier().isEmpty());
    QVERIFY(m_app->session()->endedText().isEmpty());
}

void TestSessionKeeper::loggedOutWithoutServerAndKeyringToo()
{
    logInAndKeep();
    m_server->stop();
    m_drawer.state = FakeKeyring::State::Locked;
    m_app->session()->signOut();
    QCOMPARE(state(), SessionFace::SignedOut);
    const int reads = m_drawer.reads;
    start();
    QCOMPARE(state(), SessionFace::SignedOut);
    QCOMPARE(keeper().phase(), SessionKeeper::Idle);
    QCOMPARE(m_drawer.reads, reads); // nobody asks for the token again
    QCOMPARE(m_drawer.secrets.size(), 1);
    m_drawer.state = FakeKeyring::State::Open;
    start();
    QTRY_VERIFY(sessionFile().isEmpty());
    QVERIFY(m_drawer.secrets.isEmpty());
}

void TestSessionKeeper::loggingInInsteadKeepsWhatIsKept()
{
    logInAndKeep();
    m_drawer.state = FakeKeyring::State::Locked;
    start();
    QTRY_COMPARE(keeper().phase(), SessionKeeper::Refused);
    keeper().logInInstead();
    QCOMPARE(state(), SessionFace::SignedOut);
    QCOMPARE(m_app->session()->identifier(), danasPhone);
    m_drawer.state = FakeKeyring::State::Open;
    start();
    QTRY_COMPARE(state(), SessionFace::SignedIn);
}

void TestSessionKeeper::aKeyringThatIsAwayIsNoLogout()
{
    logInAndKeep();
    m_drawer.state = FakeKeyring::State::Absent;
    start();
    QTRY_COMPARE(keeper().phase(), SessionKeeper::Away);
    m_drawer.state = FakeKeyring::State::Open;
    keeper().retry();
    QTRY_COMPARE(state(), SessionFace::SignedIn);
    QCOMPARE(keeper().phase(), SessionKeeper::Idle);
}

void TestSessionKeeper::theLateAnswerOfAPromptIsNotTaken()
{
    logInAndKeep();
    m_drawer.state = FakeKeyring::State::Asking;
    start();
    QCOMPARE(keeper().phase(), SessionKeeper::Reading);
    keeper().logInInstead();
    m_drawer.state = FakeKeyring::State::Open;
    m_app->session()->signIn(leesPhone, QStringLiteral("demo-pass"));
    m_drawer.answer();
    QTRY_COMPARE(state(), SessionFace::SignedIn);
    QCOMPARE(m_app->backend()->session().session().user.id, UserId(QStringLiteral("44")));
}

void TestSessionKeeper::aSessionThatIsGoneIsSaidSo()
{
    logInAndKeep();
    m_drawer.secrets.clear();
    start();
    QTRY_VERIFY(m_app->session()->endedText().contains(QStringLiteral("not found")));
    QCOMPARE(state(), SessionFace::SignedOut);
    QCOMPARE(m_app->session()->identifier(), danasPhone);
}

void TestSessionKeeper::aLoginThatIsNotKeptIsSaidSo()
{
    m_drawer.state = FakeKeyring::State::Locked;
    start();
    logIn();
    QTRY_VERIFY(m_app->notices()->snackbarVisible());
    QVERIFY(m_app->notices()->snackbarText().contains(QStringLiteral("locked")));
    const auto place = [this] {
        m_app->accountFace()->refresh();
        return m_app->accountFace()->loginPlace();
    };
    QVERIFY2(place().startsWith(QStringLiteral("Not stored")), qPrintable(place()));
    m_drawer.state = FakeKeyring::State::Open;
    m_app->notices()->retrySnackbar();
    QTRY_VERIFY(!sessionFile().isEmpty());
    QCOMPARE(place(), QStringLiteral("Stored in the keyring of this computer"));
    QCOMPARE(m_drawer.secrets.size(), 1);
}

void TestSessionKeeper::aNewNameIsKept()
{
    logInAndKeep();
    QFile file(sessionFile());
    QVERIFY(file.open(QIODevice::ReadWrite));
    const QByteArray json = file.readAll().replace("Dana Reyes", "Dana Before");
    QVERIFY(file.seek(0) && file.resize(0) && file.write(json) == json.size());
    file.close();
    start();
    // The server's answer may come before anybody has looked.
    QStringList names;
    const QObject listening;
    connect(m_app->session(), &SessionFace::stateChanged, &listening,
            [&] { names += m_app->session()->userName(); });
    QTRY_VERIFY(names.contains(QStringLiteral("Dana Before")));
    QTRY_COMPARE(m_app->session()->userName(), QStringLiteral("Dana Reyes"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("Dana Reyes"));
}

void TestSessionKeeper::accountsAreApart()
{
    logInAndKeep();
    start(QStringLiteral("work"));
    QCOMPARE(state(), SessionFace::SignedOut);
    logIn(leesPhone);
    QTRY_COMPARE(m_drawer.secrets.size(), 2);
    start();
    QTRY_COMPARE(state(), SessionFace::SignedIn);
    QCOMPARE(m_app->session()->userName(), QStringLiteral("Dana Reyes"));
}

// Neither from the login on, nor when one changes one's mind while logged in.
void TestSessionKeeper::withoutStayingNothingIsKept()
{
    logInAndKeep();
    m_app->settings()->setStayLoggedIn(false);
    QTRY_VERIFY(sessionFile().isEmpty());
    QVERIFY(m_drawer.secrets.isEmpty());
    QCOMPARE(state(), SessionFace::SignedIn);
    start();
    QCOMPARE(state(), SessionFace::SignedOut);
    logIn();
    m_app->settings()->setStayLoggedIn(true);
    QTRY_VERIFY(!sessionFile().isEmpty());
}

void TestSessionKeeper::damagedFilesAreNoSession()
{
    logInAndKeep();
    for (const QByteArray &content :
         {QByteArray(), QByteArray("{"), QByteArray("[1]"), QByteArray("{\"user\":{\"id\":7}}"),
          QByteArray(100'000, 'x')}) {
        QFile file(sessionFile());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        start();
        QCOMPARE(state(), SessionFace::SignedOut);
        QCOMPARE(keeper().phase(), SessionKeeper::Idle);
    }
}

SUHBAT_TEST(TestSessionKeeper, Core)
#include "tst_sessionkeeper.moc"
