#include "demo/DemoServer.h"
#include "support/Fixtures.h"
#include "support/Person.h"

#include <QQuickItem>
#include <QQuickWindow>
#include <QRegularExpression>
#include <QTest>

#include <memory>

using namespace suhbat;

namespace {

constexpr qint64 kim = 43;
constexpr qint64 kimsRoom = 12;
const QString kimsName = QStringLiteral("Kim Ito");

} // namespace

// What a person sees when the network or the server fails, and that it comes back by itself.
class TestOutages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void cutSocketHealsWithNoMessageMissing();
    void serverDownAtStartIsADialogWithRetry();
    void dialogClosesItselfWhenTheServerIsBack();
    void wrongKeyIsSaidPlainly();
    void unreachableAtLoginIsSaidInPlace();
    void expiredSessionLeadsToTheLoginPageWithAReason();
    void failedHistoryOffersRetry();

private:
    std::unique_ptr<demo::DemoServer> m_server;
    std::unique_ptr<test::Person> m_dana;
};

void TestOutages::init()
{
    test::failOnAnyWarning();
    demo::DemoOptions options;
    options.quiet = true;
    m_server = std::make_unique<demo::DemoServer>(options);
    QVERIFY2(m_server->listen(), qPrintable(m_server->errorString()));
    m_dana = std::make_unique<test::Person>();
    QVERIFY(m_dana->open(*m_server));
}

void TestOutages::cleanup()
{
    m_dana.reset();
    m_server.reset();
}

void TestOutages::cutSocketHealsWithNoMessageMissing()
{
    QVERIFY(m_dana->logIn(test::account::dana, test::account::password));
    QVERIFY(m_dana->openConversation(kimsName));
    QTRY_COMPARE(m_server->subscribedChannels().size(), 1);
    m_server->setRefusing(true);
    m_server->dropEverything();
    QVERIFY(m_dana->waitFor(QStringLiteral("connectionBanner")));
    for (int i = 1; i <= 3; ++i)
        m_server->sendAs(kim, kimsRoom, QStringLiteral("missed %1").arg(i));
    QVERIFY(!m_dana->itemShowing(QStringLiteral("messageBubble"), QStringLiteral("missed 1")));
    m_server->setRefusing(false);
    QVERIFY(m_dana->waitUntilGone(QStringLiteral("connectionBanner")));
    for (int i = 1; i <= 3; ++i)
        QVERIFY(m_dana->waitForText(QStringLiteral("messageBubble"),
                                    QStringLiteral("missed %1").arg(i)));
}

void TestOutages::serverDownAtStartIsADialogWithRetry()
{
    // The password is taken, and then nothing answers any more.
    QObject::connect(m_server.get(), &demo::DemoServer::loggedIn, m_server.get(), [this] {
        QMetaObject::invokeMethod(
            m_server.get(), [this] { m_server->setRefusing(true); }, Qt::QueuedConnection);
    });
    m_server->faults().failNext(demo::Failure::CutBefore, QStringLiteral("/conversations"), 20);
    QVERIFY(m_dana->logIn(test::account::dana, test::account::password));
    QVERIFY(m_dana->waitFor(QStringLiteral("errorDialog")));
    QVERIFY(m_dana->text(QStringLiteral("errorDialog")).size() > 20);
    // Retry while it is still down asks again.
    QVERIFY(m_dana->click(QStringLiteral("errorDialogRetry")));
    m_server->disconnect(m_server.get());
    m_server->setRefusing(false);
    while (m_server->faults().takeFailure("GET", QStringLiteral("/conversations")).has_value()) {
    }
    QVERIFY(m_dana->waitUntil("the list", [this] {
        if (m_dana->sees(QStringLiteral("errorDialogRetry")))
            (void)m_dana->click(QStringLiteral("errorDialogRetry"));
        return m_dana->sees(QStringLiteral("conversationDelegate"));
    }));
    QVERIFY(m_dana->waitUntilGone(QStringLiteral("errorDialog")));
}

void TestOutages::dialogClosesItselfWhenTheServerIsBack()
{
    QVERIFY(m_dana->logIn(test::account::dana, test::account::password));
    QVERIFY(m_dana->waitFor(QStringLiteral("conversationDelegate")));
    QTRY_COMPARE(m_server->subscribedChannels().size(), 1);
    m_server->setRefusing(true);
    m_server->dropEverything();
    // Five attempts in a row that fail; each waits 0.5 s, 1 s, 2 s …, so the person helps.
    QVERIFY(m_dana->waitFor(QStringLiteral("connectionBanner")));
    QTRY_VERIFY_WITH_TIMEOUT(
        m_dana->sees(QStringLiteral("errorDialog")) ||
            [this] {
                if (m_dana->sees(QStringLiteral("tryNow")))
                    (void)m_dana->click(QStringLiteral("tryNow"));
                return false;
            }(),
        30000);
    m_server->setRefusing(false);
    QVERIFY(m_dana->click(QStringLiteral("errorDialogRetry")));
    QVERIFY(m_dana->waitUntilGone(QStringLiteral("errorDialog")));
    QVERIFY(m_dana->waitUntilGone(QStringLiteral("connectionBanner")));
}

void TestOutages::wrongKeyIsSaidPlainly()
{
    ServerProfile wrong = test::Person::profileOf(*m_server);
    wrong.appKey = QStringLiteral("no-such-key");
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("4001")));
    test::Person lost;
    QVERIFY(lost.open(wrong));
    QVERIFY(lost.logIn(test::account::dana, test::account::password));
    QVERIFY(lost.waitFor(QStringLiteral("errorDialog")));
    QVERIFY(lost.click(QStringLiteral("errorDialogContinue")));
    QVERIFY(lost.waitUntilGone(QStringLiteral("errorDialog")));
    // The chat still works by REST.
    QVERIFY(lost.waitFor(QStringLiteral("connectionBanner")));
    QVERIFY(lost.openConversation(kimsName));
    QVERIFY(lost.send(QStringLiteral("without a socket")));
    QTRY_COMPARE(m_server->messages(kimsRoom).last().body, QStringLiteral("without a socket"));
}

void TestOutages::unreachableAtLoginIsSaidInPlace()
{
    m_server->stop();
    QVERIFY(m_dana->type(QStringLiteral("loginIdentifier"), test::account::dana));
    QVERIFY(m_dana->type(QStringLiteral("loginPassword"), test::account::password));
    QVERIFY(m_dana->click(QStringLiteral("loginSubmit")));
    QVERIFY(m_dana->waitFor(QStringLiteral("loginError")));
    QVERIFY(m_server->listen());
    // Nothing typed is lost.
    QVERIFY(m_dana->click(QStringLiteral("loginSubmit")));
    QVERIFY(m_dana->waitFor(QStringLiteral("chatPage")));
}

void TestOutages::expiredSessionLeadsToTheLoginPageWithAReason()
{
    QVERIFY(m_dana->logIn(test::account::dana, test::account::password));
    QVERIFY(m_dana->openConversation(kimsName));
    QVERIFY(m_dana->type(QStringLiteral("composer"), QStringLiteral("too late")));
    m_server->revokeTokens(42);
    m_dana->press(Qt::Key_Return);
    QVERIFY(m_dana->waitFor(QStringLiteral("loginPage")));
    const QString reason = m_dana->app().session()->endedText();
    QVERIFY(!reason.isEmpty());
    QVERIFY(m_dana->allText().contains(reason));
    QTRY_COMPARE(m_server->socketCount(), 0);
}

void TestOutages::failedHistoryOffersRetry()
{
    QVERIFY(m_dana->logIn(test::account::dana, test::account::password));
    QVERIFY(m_dana->waitFor(QStringLiteral("conversationDelegate")));
    QTRY_COMPARE(m_server->subscribedChannels().size(), 1);
    m_server->faults().failNext(demo::Failure::ServerErrorHtml,
                                QStringLiteral("/conversations/%1").arg(kimsRoom), 1, "GET");
    QVERIFY(m_dana->clickOn(QStringLiteral("conversationDelegate"), kimsName));
    QVERIFY(m_dana->click(QStringLiteral("messagesRetry")));
    QVERIFY(m_dana->waitFor(QStringLiteral("messageBubble")));
}

QTEST_MAIN(TestOutages)
#include "tst_outages.moc"
