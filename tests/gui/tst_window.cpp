#include "demo/DemoServer.h"
#include "support/Fixtures.h"
#include "support/Person.h"
#include "support/TestProgram.h"
#include "support/Wait.h"

#include <QFile>
#include <QFont>
#include <QLoggingCategory>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace suhbat;

// The way in and out, as a person takes it.
class TestWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void opensWithTheLoginPage();
    void wrongPasswordIsToldThenRightOneLogsIn();
    void missingInputIsToldWithoutAsking();
    void aPhoneNumberIsGroupedAndAPasswordShown();
    void tooManyAttemptsAreCountedDown();
    void aServerIsChosenAtTheLogin();
    void aFirstStartAsksForTheServer();
    void aGivenServerStays();
    void codeIsAskedFor();
    void comingInShowsOnlyWhatIsTrue();
    void logsOutAndInAgain();
    void logoutIsRefusedWhileSomethingIsUnsent_data();
    void logoutIsRefusedWhileSomethingIsUnsent();
    void aTextThatCouldNotBeKeptIsInTheComposerAgain();
    void twoPeopleInOneProcess();
    void languageAndThemeSwitchLive();
    void everythingGrowsByKeyboard();
    void logsNoSecrets();

private:
    std::unique_ptr<demo::DemoServer> m_server;
    std::unique_ptr<test::Person> m_dana;
};

void TestWindow::init()
{
    test::failOnAnyWarning();
    demo::DemoOptions options;
    options.quiet = true;
    m_server = std::make_unique<demo::DemoServer>(options);
    QVERIFY2(m_server->listen(), qPrintable(m_server->errorString()));
    m_dana = std::make_unique<test::Person>();
    QVERIFY(m_dana->open(*m_server));
}

void TestWindow::cleanup()
{
    m_dana.reset();
    m_server.reset();
}

void TestWindow::opensWithTheLoginPage()
{
    QVERIFY(m_dana->waitFor(u"loginPage"_qs));
    QVERIFY(m_dana->sees(u"loginIdentifier"_qs));
    QVERIFY(m_dana->sees(u"loginPassword"_qs));
    QVERIFY(!m_dana->sees(u"chatPage"_qs));
    QVERIFY2(m_server->requests().isEmpty(), "nothing is asked before anybody logs in");
    const QImage picture = m_dana->window()->grabWindow();
    QVERIFY(!picture.isNull());
}

void TestWindow::wrongPasswordIsToldThenRightOneLogsIn()
{
    QVERIFY(m_dana->type(u"loginIdentifier"_qs, test::account::dana));
    QVERIFY(m_dana->type(u"loginPassword"_qs, u"not-the-one"_qs));
    QVERIFY(m_dana->click(u"loginSubmit"_qs));
    QVERIFY(m_dana->waitFor(u"loginError"_qs));
    QVERIFY(m_dana->text(u"loginError"_qs).size() > 10);
    for (const QString &field : {u"loginIdentifier"_qs, u"loginPassword"_qs})
        QVERIFY(m_dana->item(field)->parentItem()->property("wrong").toBool());
    QVERIFY(m_dana->sees(u"loginPage"_qs));
    QVERIFY(m_dana->type(u"loginPassword"_qs, test::account::password));
    m_dana->press(Qt::Key_Return);
    QVERIFY(m_dana->waitFor(u"chatPage"_qs));
    QVERIFY(!m_dana->sees(u"loginPage"_qs));
}

void TestWindow::missingInputIsToldWithoutAsking()
{
    QVERIFY(m_dana->type(u"loginIdentifier"_qs, test::account::dana));
    QVERIFY(m_dana->type(u"loginPassword"_qs, u"123"_qs));
    m_dana->press(Qt::Key_Return);
    QVERIFY(m_dana->waitUntil("a word about the password", [this] {
        return !m_dana->app().session()->passwordError().isEmpty() &&
               m_dana->allText().contains(m_dana->app().session()->passwordError());
    }));
    QVERIFY(m_server->requests().isEmpty());
}

void TestWindow::aPhoneNumberIsGroupedAndAPasswordShown()
{
    QVERIFY(m_dana->type(u"loginIdentifier"_qs, u"998901234567"_qs));
    QCOMPARE(m_dana->text(u"loginIdentifier"_qs), u"+998 90 123 45 67"_qs);
    QVERIFY(m_dana->type(u"loginPassword"_qs, u"hidden"_qs));
    const auto shown = [this] {
        return m_dana->item(u"loginPassword"_qs)->property("displayText").toString() == u"hidden";
    };
    QVERIFY(!shown());
    QVERIFY(m_dana->click(u"showPassword"_qs));
    QTRY_VERIFY(shown());
    QVERIFY(m_dana->click(u"showPassword"_qs));
    QTRY_VERIFY(!shown());
}

void TestWindow::tooManyAttemptsAreCountedDown()
{
    m_server->faults().retryAfterSeconds = 2;
    m_server->faults().failNext(demo::Failure::TooManyRequests, u"/login"_qs);
    QVERIFY(m_dana->type(u"loginIdentifier"_qs, test::account::dana));
    QVERIFY(m_dana->type(u"loginPassword"_qs, test::account::password));
    m_dana->press(Qt::Key_Return);
    QVERIFY(m_dana->waitForText(u"loginError"_qs, u"2 second"_qs));
    QVERIFY(!m_dana->item(u"loginSubmit"_qs)->isEnabled());
    const auto asked = m_server->requests().size();
    m_dana->press(Qt::Key_Return);
    QVERIFY(m_dana->waitForText(u"loginError"_qs, u"1 second"_qs));
    QCOMPARE(m_server->requests().size(), asked);
    QVERIFY(m_dana->waitUntilGone(u"loginError"_qs));
    QVERIFY(m_dana->click(u"loginSubmit"_qs));
    QVERIFY(m_dana->waitFor(u"chatPage"_qs));
}

void TestWindow::aFirstStartAsksForTheServer()
{
    const QTemporaryDir dir;
    SettingsSources sources;
    sources.userFile = dir.filePath(u"server.json"_qs);
    m_dana = std::make_unique<test::Person>();
    QVERIFY(m_dana->open());
    QVERIFY(!m_dana->sees(u"loginPage"_qs));
    m_dana->window()->resize(m_dana->window()->minimumSize()); // where the sheet barely fits
    m_dana->app().server()->offer([&sources] { return sources; }, sources.userFile);
    m_dana->app().server()->setMissing(true);

    QVERIFY(m_dana->waitForText(u"serverSheet"_qs, u"does not know your server yet"_qs));
    QVERIFY(!m_dana->sees(u"errorDialog"_qs));
    m_dana->press(Qt::Key_Escape);
    QVERIFY(m_dana->waitUntilGone(u"serverSheet"_qs));
    // Nobody is left alone with a page that cannot log in.
    QVERIFY(m_dana->waitFor(u"serverMissing"_qs));
    QVERIFY(!m_dana->sees(u"loginIdentifier"_qs));
    QTRY_VERIFY(m_dana->item(u"loginSubmit"_qs)->hasActiveFocus()); // the one thing to do
    m_dana->press(Qt::Key_Return);
    QVERIFY(m_dana->type(u"serverApi"_qs, m_server->apiUrl().toString()));
    QUrl socket = m_server->wsUrl();
    socket.setPath({});
    QVERIFY(m_dana->type(u"serverSocket"_qs, socket.toString()));
    QVERIFY(m_dana->type(u"serverKey"_qs, m_server->appKey()));
    QVERIFY(m_dana->click(u"serverUse"_qs));
    QVERIFY(m_dana->waitUntilGone(u"serverSheet"_qs));
    QVERIFY(!m_dana->sees(u"serverMissing"_qs));
    QVERIFY(m_dana->logIn(test::account::dana, test::account::password));
    QVERIFY(m_dana->openConversation(u"Support desk"_qs));
    QTRY_COMPARE(m_dana->unreadOf(u"Support desk"_qs), 0);
}

void TestWindow::aServerIsChosenAtTheLogin()
{
    QVERIFY(m_dana->waitFor(u"loginPage"_qs));
    QVERIFY(!m_dana->sees(u"serverButton"_qs)); // nothing to choose from in a demo
    QVERIFY(m_dana->type(u"loginIdentifier"_qs, test::account::dana));
    QVERIFY(m_dana->type(u"loginPassword"_qs, u"a guess"_qs));
    m_dana->press(Qt::Key_Return);
    QVERIFY(m_dana->waitFor(u"loginError"_qs));
    const qsizetype asked = m_server->requests().size();
    demo::DemoServer other;
    QVERIFY(other.listen());
    const QTemporaryDir dir;
    SettingsSources sources;
    sources.userFile = dir.filePath(u"server.json"_qs);
    m_dana->app().server()->offer([&sources] { return sources; }, sources.userFile);

    QVERIFY(m_dana->click(u"serverButton"_qs));
    QVERIFY(m_dana->type(u"serverApi"_qs, u"ftp://chat"_qs));
    QVERIFY(m_dana->type(u"serverSocket"_qs, u"wss://"_qs));
    m_dana->press(Qt::Key_Return);
    for (const QString &wrong :
         {m_dana->app().server()->apiError(), m_dana->app().server()->socketError(),
          m_dana->app().server()->appKeyError()})
        QVERIFY(!wrong.isEmpty() && m_dana->waitForText(u"serverSheet"_qs, wrong));
    QVERIFY(!QFile::exists(sources.userFile));
    m_dana->press(Qt::Key_Escape);
    QVERIFY(m_dana->waitUntilGone(u"serverSheet"_qs));

    QVERIFY(m_dana->click(u"serverButton"_qs));
    QVERIFY(m_dana->waitUntil("the keyboard in the first field", [this] {
        const QQuickItem *api = m_dana->item(u"serverApi"_qs);
        return api != nullptr && api->hasActiveFocus();
    }));
    QCOMPARE(m_dana->item(u"serverApi"_qs)->property("text").toString(),
             QString()); // what was wrong is forgotten
    m_dana->typeText(other.apiUrl().toString());
    m_dana->press(Qt::Key_Tab);
    QUrl socket = other.wsUrl();
    socket.setPath({});
    m_dana->typeText(socket.toString());
    m_dana->press(Qt::Key_Tab);
    m_dana->typeText(other.appKey());
    QVERIFY(m_dana->click(u"serverUse"_qs));
    QVERIFY(m_dana->waitUntilGone(u"serverSheet"_qs));
    QVERIFY(QFile::exists(sources.userFile));
    QVERIFY(m_dana->waitUntilGone(u"loginError"_qs)); // the other server said that
    QVERIFY(m_dana->logIn(test::account::dana, test::account::password));
    QTRY_COMPARE(other.socketCount(), 1);
    QCOMPARE(m_server->requests().size(), asked);
}

void TestWindow::aGivenServerStays()
{
    SettingsSources sources;
    sources.options = {{u"host"_qs, u"given.example"_qs}, {u"app-key"_qs, u"k"_qs}};
    const QTemporaryDir dir;
    const QString file = dir.filePath(u"server.json"_qs);
    m_dana->app().server()->offer([&sources] { return sources; }, file);
    QVERIFY(m_dana->click(u"serverButton"_qs));
    QVERIFY(m_dana->waitForText(u"serverFixed"_qs, u"--host"_qs));
    QCOMPARE(m_dana->text(u"serverApi"_qs), u"https://given.example/api"_qs);
    QVERIFY(!m_dana->sees(u"serverUse"_qs));
    QVERIFY(m_dana->type(u"serverApi"_qs, u"https://other.example"_qs));
    QCOMPARE(m_dana->text(u"serverApi"_qs), u"https://given.example/api"_qs);
    m_dana->press(Qt::Key_Return);
    m_dana->press(Qt::Key_Escape);
    QVERIFY(m_dana->waitUntilGone(u"serverSheet"_qs));
    QCOMPARE(m_dana->app().server()->api(), u"https://given.example/api"_qs);
    QVERIFY(!QFile::exists(file));
}

void TestWindow::codeIsAskedFor()
{
    QVERIFY(m_dana->type(u"loginIdentifier"_qs, test::account::kim));
    QVERIFY(m_dana->type(u"loginPassword"_qs, test::account::password));
    QVERIFY(m_dana->click(u"loginSubmit"_qs));
    QVERIFY(m_dana->waitFor(u"codePage"_qs));
    QVERIFY(m_dana->type(u"codeField"_qs, u"000000"_qs));
    QVERIFY(m_dana->waitUntil("a word about the code", [this] {
        return !m_dana->app().session()->codeError().isEmpty() &&
               m_dana->allText().contains(m_dana->app().session()->codeError());
    }));
    QVERIFY(m_dana->type(u"codeField"_qs, test::account::code));
    QVERIFY(m_dana->waitFor(u"chatPage"_qs));
}

// The first frames of the chat, while the server thinks: neither an empty list nor a lost line.
void TestWindow::comingInShowsOnlyWhatIsTrue()
{
    m_server->faults().replyDelayMs = 60;
    QStringList untrue;
    connect(m_dana->window(), &QQuickWindow::frameSwapped, this, [this, &untrue] {
        for (const QString &name :
             {u"conversationsEmpty"_qs, u"firstChat"_qs, u"connectionBanner"_qs})
            if (m_dana->sees(name) && !untrue.contains(name))
                untrue += name;
    });
    QVERIFY(m_dana->logIn(test::account::dana, test::account::password));
    QVERIFY(m_dana->waitFor(u"conversationDelegate"_qs));
    disconnect(m_dana->window(), &QQuickWindow::frameSwapped, this, nullptr);
    QCOMPARE(untrue.join(u' '), QString());
}

void TestWindow::logsOutAndInAgain()
{
    QVERIFY(m_dana->logIn(test::account::dana, test::account::password));
    QVERIFY(m_dana->click(u"menuButton"_qs));
    QVERIFY(m_dana->click(u"logoutButton"_qs));
    QVERIFY(m_dana->click(u"logoutConfirm"_qs));
    QVERIFY(m_dana->waitFor(u"loginPage"_qs));
    QTRY_COMPARE(m_server->socketCount(), 0);
    QVERIFY(m_dana->logIn(test::account::lee, test::account::password));
}

void TestWindow::logoutIsRefusedWhileSomethingIsUnsent_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("stay");
    QTest::addColumn<QString>("discard");
    QTest::newRow("en") << u"en"_qs << u"Stay"_qs << u"Discard and log out"_qs;
    QTest::newRow("ru") << u"ru"_qs << u"Остаться"_qs << u"Удалить и выйти"_qs;
    QTest::newRow("uz") << u"uz"_qs << u"Qolish"_qs << u"Olib tashlash va chiqish"_qs;
}

void TestWindow::logoutIsRefusedWhileSomethingIsUnsent()
{
    QFETCH(QString, language);
    QFETCH(QString, stay);
    QFETCH(QString, discard);
    QVERIFY(m_dana->logIn(test::account::dana, test::account::password));
    QVERIFY(m_dana->openConversation(u"Kim Ito"_qs));
    m_server->faults().failNext(demo::Failure::Invalid, u"/messages"_qs, 1, "POST");
    QVERIFY(m_dana->send(u"not yet"_qs));
    QTRY_COMPARE(m_dana->markOf(u"not yet"_qs), u"alert"_qs);
    m_dana->app().settings()->setLanguage(language);
    const auto askedToLogOut = [this] {
        return m_dana->click(u"menuButton"_qs) && m_dana->click(u"logoutButton"_qs) &&
               m_dana->waitUntil("the keyboard on the way back", [this] {
                   const QQuickItem *cancel = m_dana->item(u"logoutCancel"_qs);
                   return cancel != nullptr && cancel->hasActiveFocus();
               });
    };
    QVERIFY(askedToLogOut());
    QVERIFY(m_dana->text(u"logoutDialog"_qs).contains(u'1')); // how many
    QCOMPARE(m_dana->text(u"logoutCancel"_qs), stay);
    QCOMPARE(m_dana->text(u"logoutConfirm"_qs), discard);
    // The way back has the keyboard.
    m_dana->press(Qt::Key_Space);
    QVERIFY(m_dana->waitUntilGone(u"logoutDialog"_qs));
    QVERIFY(askedToLogOut());
    m_dana->press(Qt::Key_Escape);
    QVERIFY(m_dana->waitUntilGone(u"logoutDialog"_qs));
    QVERIFY(!m_dana->app().session()->signOut()); // nor by another way
    QCOMPARE(m_dana->markOf(u"not yet"_qs), u"alert"_qs);
    QVERIFY(askedToLogOut());
    m_dana->press(Qt::Key_Backtab, Qt::ShiftModifier);
    m_dana->press(Qt::Key_Space);
    QVERIFY(m_dana->waitFor(u"loginPage"_qs));
    QCOMPARE(m_dana->app().chat()->unsentCount(), 0);
}

// The disk is full: nothing was shown as sending, and nothing typed is lost.
void TestWindow::aTextThatCouldNotBeKeptIsInTheComposerAgain()
{
    QVERIFY(m_dana->logIn(test::account::dana, test::account::password));
    QVERIFY(m_dana->openConversation(u"Kim Ito"_qs));
    QVERIFY(m_dana->type(u"composer"_qs, u"and more"_qs));
    OutboxEntry entry;
    entry.conversationId = ConversationId(u"12"_qs);
    entry.body = u"precious words"_qs;
    Error error = Error::make(Error::Kind::Storage, u"disk full"_qs);
    error.storage = StorageProblem::Full;
    Q_EMIT m_dana->app().backend()->chat().textGivenBack(entry, error);
    QVERIFY(m_dana->waitForText(u"composer"_qs, u"precious words\nand more"_qs));
    QVERIFY(m_dana->waitFor(u"snackbar"_qs));
}

void TestWindow::twoPeopleInOneProcess()
{
    test::Person lee;
    QVERIFY(lee.open(*m_server));
    QVERIFY(lee.logIn(test::account::lee, test::account::password));
    QVERIFY(m_dana->logIn(test::account::dana, test::account::password));
    QVERIFY(lee.app().session()->userName() != m_dana->app().session()->userName());
    QTRY_COMPARE(m_server->socketCount(), 2);
}

void TestWindow::languageAndThemeSwitchLive()
{
    QVERIFY(m_dana->waitForText(u"loginSubmit"_qs, u"Log in"_qs));
    const QColor light = m_dana->window()->color();
    QVERIFY(m_dana->click(u"themeDark"_qs));
    QTRY_VERIFY(m_dana->window()->color().lightness() < light.lightness() / 2);
    QVERIFY(m_dana->click(u"language_ru"_qs));
    QVERIFY(m_dana->waitForText(u"loginSubmit"_qs, u"Войти"_qs));
    QVERIFY(m_dana->click(u"language_uz"_qs));
    QVERIFY(m_dana->waitForText(u"loginSubmit"_qs, u"Kirish"_qs));
    QVERIFY(m_dana->click(u"language_en"_qs));
    QVERIFY(m_dana->waitForText(u"loginSubmit"_qs, u"Log in"_qs));
}

void TestWindow::everythingGrowsByKeyboard()
{
    QVERIFY(m_dana->waitFor(u"loginIdentifier"_qs));
    const auto size = [this] {
        return m_dana->item(u"loginIdentifier"_qs)->property("font").value<QFont>().pixelSize();
    };
    const int normal = size();
    m_dana->press(Qt::Key_Plus, Qt::ControlModifier);
    QTRY_VERIFY(size() > normal);
    m_dana->press(Qt::Key_Minus, Qt::ControlModifier);
    m_dana->press(Qt::Key_Minus, Qt::ControlModifier);
    QTRY_VERIFY(size() < normal);
    m_dana->press(Qt::Key_0, Qt::ControlModifier);
    QTRY_COMPARE(size(), normal);
}

namespace {

QStringList heard;

void hear(QtMsgType, const QMessageLogContext &, const QString &text)
{
    heard += text;
}

} // namespace

// The redaction of the log is a safety net: nothing may need it.
void TestWindow::logsNoSecrets()
{
    heard.clear();
    QLoggingCategory::setFilterRules(u"suhbat.*=true"_qs);
    const QtMessageHandler before = qInstallMessageHandler(&hear);
    const bool done = m_dana->type(u"loginIdentifier"_qs, test::account::kim) &&
                      m_dana->type(u"loginPassword"_qs, test::account::password) &&
                      m_dana->click(u"loginSubmit"_qs) &&
                      m_dana->type(u"codeField"_qs, test::account::code) &&
                      m_dana->waitFor(u"conversationDelegate"_qs);
    const bool connected = test::waitUntil(
        [this] { return m_dana->app().chat()->connection() == ChatFace::Connected; });
    qInstallMessageHandler(before);
    QLoggingCategory::setFilterRules({});
    QVERIFY(done && connected);

    QStringList secrets{test::account::password, test::account::code, u"Bearer"_qs};
    for (const demo::DemoServer::SeenRequest &request : m_server->requests()) {
        for (const auto &[name, value] : request.headers) {
            if (value.startsWith("Bearer "))
                secrets += QString::fromLatin1(value.mid(7));
        }
    }
    QVERIFY2(secrets.size() > 3, "no request had a token");
    const QString log = heard.join(u'\n');
    QVERIFY(log.contains(u"signed in"_qs));
    for (const QString &secret : std::as_const(secrets))
        QVERIFY2(!log.contains(secret), qPrintable(log));
}

SUHBAT_TEST(TestWindow, Gui)
#include "tst_window.moc"
