#include "support/Desk.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"

#include <QQuickItem>
#include <QQuickWindow>
#include <QRegularExpression>
#include <QTest>

using namespace suhbat;
namespace kim = suhbat::test::kim;

// What a person sees when the network or the server fails, and that it comes back by itself.
class TestOutages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void cutSocketHealsWithNoMessageMissing();
    void serverGoneAfterLogInIsADialogWithRetry();
    void dialogClosesItselfWhenTheServerIsBack();
    void wrongKeyIsSaidPlainly();
    void serverDownAtStartIsADialogWithRetry();
    void expiredSessionLeadsToTheLoginPageWithAReason();
    void failedHistoryOffersRetry();
    void deniedChannelIsSaidAsLongAsItLasts();

private:
    /// Waits until it has gone; false when it said something else on its way.
    bool bannerGoesWithItsWords();

    test::Desk m_desk;
};

void TestOutages::init()
{
    test::failOnAnyWarning();
    QVERIFY(m_desk.sitDown());
}

void TestOutages::cleanup()
{
    m_desk.leave();
}

bool TestOutages::bannerGoesWithItsWords()
{
    const QString name = QStringLiteral("connectionBanner");
    const QQuickItem *banner = m_desk.dana->item(name);
    const ChatFace *chat = m_desk.dana->app().chat();
    QString last = banner->property("text").toString();
    QString leaving;
    const auto look = [&] {
        const QString words = banner->property("text").toString();
        (chat->connection() == ChatFace::Connected ? leaving : last) = words;
    };
    connect(chat, &ChatFace::connectionChanged, this, look);
    const bool gone = m_desk.dana->waitUntilGone(name);
    disconnect(chat, &ChatFace::connectionChanged, this, nullptr);
    if (leaving != last)
        qWarning().noquote() << "said" << last << "and, while it went," << leaving;
    return gone && !last.isEmpty() && leaving == last;
}

void TestOutages::cutSocketHealsWithNoMessageMissing()
{
    QVERIFY(m_desk.dana->logIn(test::account::dana, test::account::password));
    QVERIFY(m_desk.dana->openConversation(kim::name));
    QTRY_COMPARE(m_desk.server->subscribedChannels().size(), 1);
    m_desk.server->setRefusing(true);
    m_desk.server->dropEverything();
    QVERIFY(m_desk.dana->waitFor(QStringLiteral("connectionBanner")));
    for (int i = 1; i <= 3; ++i)
        m_desk.server->sendAs(kim::id, kim::room, QStringLiteral("missed %1").arg(i));
    QVERIFY(!m_desk.dana->itemShowing(QStringLiteral("messageBubble"), QStringLiteral("missed 1")));
    m_desk.server->setRefusing(false);
    QVERIFY(m_desk.dana->waitUntilGone(QStringLiteral("connectionBanner")));
    for (int i = 1; i <= 3; ++i)
        QVERIFY(m_desk.dana->waitForText(QStringLiteral("messageBubble"),
                                         QStringLiteral("missed %1").arg(i)));
}

void TestOutages::serverGoneAfterLogInIsADialogWithRetry()
{
    // The password is taken, and then nothing answers any more.
    QObject::connect(m_desk.server.get(), &demo::DemoServer::loggedIn, m_desk.server.get(), [this] {
        QMetaObject::invokeMethod(
            m_desk.server.get(), [this] { m_desk.server->setRefusing(true); },
            Qt::QueuedConnection);
    });
    m_desk.server->faults().failNext(demo::Failure::CutBefore, QStringLiteral("/conversations"),
                                     20);
    QVERIFY(m_desk.dana->logIn(test::account::dana, test::account::password));
    QVERIFY(m_desk.dana->waitFor(QStringLiteral("errorDialog")));
    QVERIFY(m_desk.dana->waitForText(QStringLiteral("errorDialog"), QStringLiteral("The server ")));
    // Retry while it is still down asks again.
    QVERIFY(m_desk.dana->click(QStringLiteral("errorDialogRetry")));
    QVERIFY(!m_desk.dana->sees(QStringLiteral("errorDialog")));
    QVERIFY(m_desk.dana->waitFor(QStringLiteral("errorDialog")));
    m_desk.server->disconnect(m_desk.server.get());
    m_desk.server->setRefusing(false);
    while (
        m_desk.server->faults().takeFailure("GET", QStringLiteral("/conversations")).has_value()) {
    }
    // What goes on behind the dialog finds the server back, and closes it.
    m_desk.dana->app().chat()->tryNow();
    QVERIFY(m_desk.dana->waitUntilGone(QStringLiteral("errorDialog")));
    QVERIFY(m_desk.dana->waitFor(QStringLiteral("conversationDelegate")));
}

void TestOutages::dialogClosesItselfWhenTheServerIsBack()
{
    QVERIFY(m_desk.dana->logIn(test::account::dana, test::account::password));
    QVERIFY(m_desk.dana->waitFor(QStringLiteral("conversationDelegate")));
    QTRY_COMPARE(m_desk.server->subscribedChannels().size(), 1);
    m_desk.server->setRefusing(true);
    m_desk.server->dropEverything();
    // Five attempts in a row that fail; each waits 0.5 s, 1 s, 2 s …, so the person helps.
    QVERIFY(m_desk.dana->waitFor(QStringLiteral("connectionBanner")));
    QVERIFY(m_desk.dana->waitUntil("the dialog, sooner than it comes by itself", [this] {
        if (m_desk.dana->sees(QStringLiteral("errorDialog")))
            return true;
        if (m_desk.dana->sees(QStringLiteral("tryNow")))
            (void)m_desk.dana->click(QStringLiteral("tryNow"));
        return false;
    }));
    // The next attempt behind the dialog gets through, and nobody has to click it away.
    m_desk.server->setRefusing(false);
    m_desk.dana->app().chat()->tryNow();
    QVERIFY(m_desk.dana->waitUntilGone(QStringLiteral("errorDialog")));
    QVERIFY(m_desk.dana->waitUntilGone(QStringLiteral("connectionBanner")));
}

void TestOutages::wrongKeyIsSaidPlainly()
{
    ServerProfile wrong = test::Person::profileOf(*m_desk.server);
    wrong.appKey = QStringLiteral("no-such-key");
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("4001")));
    test::Person lost;
    QVERIFY(lost.open(wrong));
    QVERIFY(lost.logIn(test::account::dana, test::account::password));
    QVERIFY(lost.waitForText(QStringLiteral("errorDialog"),
                             QStringLiteral("does not know the application key")));
    QVERIFY(lost.click(QStringLiteral("errorDialogContinue")));
    QVERIFY(lost.waitUntilGone(QStringLiteral("errorDialog")));
    // The chat still works by REST.
    QVERIFY(lost.waitFor(QStringLiteral("connectionBanner")));
    QVERIFY(lost.openConversation(kim::name));
    QVERIFY(lost.send(QStringLiteral("without a socket")));
    QTRY_COMPARE(m_desk.server->messages(kim::room).last().body,
                 QStringLiteral("without a socket"));
}

void TestOutages::serverDownAtStartIsADialogWithRetry()
{
    m_desk.server->stop();
    QVERIFY(m_desk.dana->type(QStringLiteral("loginIdentifier"), test::account::dana));
    QVERIFY(m_desk.dana->type(QStringLiteral("loginPassword"), test::account::password));
    QVERIFY(m_desk.dana->click(QStringLiteral("loginSubmit")));
    QVERIFY(m_desk.dana->waitFor(QStringLiteral("errorDialog")));
    QVERIFY(m_desk.dana->waitForText(QStringLiteral("errorDialog"),
                                     QStringLiteral("The server cannot be reached")));
    // Retry while it is still down asks again.
    QVERIFY(m_desk.dana->click(QStringLiteral("errorDialogRetry")));
    QVERIFY(m_desk.dana->waitFor(QStringLiteral("errorDialog")));
    QVERIFY(m_desk.server->listen());
    // Nothing typed is lost.
    QVERIFY(m_desk.dana->click(QStringLiteral("errorDialogRetry")));
    QVERIFY(m_desk.dana->waitFor(QStringLiteral("chatPage")));
    QVERIFY(!m_desk.dana->sees(QStringLiteral("errorDialog")));
}

void TestOutages::expiredSessionLeadsToTheLoginPageWithAReason()
{
    QVERIFY(m_desk.dana->logIn(test::account::dana, test::account::password));
    QVERIFY(m_desk.dana->openConversation(kim::name));
    QVERIFY(m_desk.dana->type(QStringLiteral("composer"), QStringLiteral("too late")));
    m_desk.server->revokeTokens(42);
    m_desk.dana->press(Qt::Key_Return);
    QVERIFY(m_desk.dana->waitFor(QStringLiteral("loginPage")));
    const QString reason = m_desk.dana->app().session()->endedText();
    QVERIFY(!reason.isEmpty());
    QVERIFY(m_desk.dana->allText().contains(reason));
    QTRY_COMPARE(m_desk.server->socketCount(), 0);
}

void TestOutages::failedHistoryOffersRetry()
{
    QVERIFY(m_desk.dana->logIn(test::account::dana, test::account::password));
    QVERIFY(m_desk.dana->waitFor(QStringLiteral("conversationDelegate")));
    QTRY_COMPARE(m_desk.server->subscribedChannels().size(), 1);
    m_desk.server->faults().failNext(demo::Failure::ServerErrorHtml,
                                     QStringLiteral("/conversations/%1").arg(kim::room), 1, "GET");
    QVERIFY(m_desk.dana->clickOn(QStringLiteral("conversationDelegate"), kim::name));
    QVERIFY(m_desk.dana->waitFor(QStringLiteral("messagesRetry")));
    QVERIFY(!m_desk.dana->sees(QStringLiteral("snackbar"))); // said once
    QVERIFY(m_desk.dana->click(QStringLiteral("messagesRetry")));
    QVERIFY(m_desk.dana->waitFor(QStringLiteral("messageBubble")));
}

void TestOutages::deniedChannelIsSaidAsLongAsItLasts()
{
    m_desk.server->faults().failNext(demo::Failure::Forbidden, QStringLiteral("/broadcasting/auth"),
                                     2);
    QVERIFY(m_desk.dana->logIn(test::account::dana, test::account::password));
    QVERIFY(m_desk.dana->waitForText(QStringLiteral("connectionBanner"),
                                     QStringLiteral("New messages come up to a minute late")));
    QVERIFY(!m_desk.dana->sees(QStringLiteral("snackbar"))); // said once
    QVERIFY(m_desk.dana->click(QStringLiteral("tryNow")));
    QVERIFY(bannerGoesWithItsWords());
}

SUHBAT_TEST(TestOutages, Gui)
#include "tst_outages.moc"
