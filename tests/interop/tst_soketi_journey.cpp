#include "support/Desk.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"
#include "support/Wait.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using namespace suhbat;
namespace kim = suhbat::test::kim;

// The same day of chatting as in the GUI tests, with a Pusher server that others wrote: events go
// from the demo back end's REST half through soketi's signed API to its sockets, and to the window.
class TestSoketiJourney : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase();
    void receiveSendTypingRead();
    void twoClientsChat();
    void chatGoesOnWithoutSoketi();
    void wrongKeyIsRefused();

private:
    bool startSoketi();
    void stopSoketi();

    QProcess m_soketi;
    demo::ExternalPusher m_pusher;
    test::Desk m_desk;
};

bool TestSoketiJourney::startSoketi()
{
    m_soketi.setProcessChannelMode(QProcess::SeparateChannels);
    m_soketi.setStandardErrorFile(QProcess::nullDevice());
    m_soketi.start(QStringLiteral("node"),
                   {QStringLiteral(SUHBAT_SOURCE_DIR "/tests/interop/start-soketi.mjs")});
    if (!test::waitUntil(
            [this] { return m_soketi.canReadLine() || m_soketi.state() == QProcess::NotRunning; },
            20000) ||
        !m_soketi.canReadLine())
        return false;
    const QJsonObject ready = QJsonDocument::fromJson(m_soketi.readLine()).object();
    m_pusher.host = ready.value(QLatin1String("host")).toString();
    m_pusher.port = quint16(ready.value(QLatin1String("port")).toInt());
    m_pusher.app = {ready.value(QLatin1String("appId")).toString(),
                    ready.value(QLatin1String("key")).toString(),
                    ready.value(QLatin1String("secret")).toString().toLatin1()};
    return m_pusher.port != 0;
}

void TestSoketiJourney::stopSoketi()
{
    m_soketi.closeWriteChannel();
    if (!m_soketi.waitForFinished(5000))
        m_soketi.kill();
    m_soketi.waitForFinished(5000);
}

void TestSoketiJourney::initTestCase()
{
    if (qEnvironmentVariable("SUHBAT_NO_INTEROP") == QLatin1String("1"))
        QSKIP("SUHBAT_NO_INTEROP=1");
    QVERIFY2(startSoketi(), "soketi did not start");
}

void TestSoketiJourney::init()
{
    test::failOnAnyWarning();
    demo::DemoOptions options;
    options.externalPusher = m_pusher;
    QVERIFY(m_desk.sitDown(options));
}

void TestSoketiJourney::cleanup()
{
    m_desk.leave();
}

void TestSoketiJourney::cleanupTestCase()
{
    stopSoketi();
}

void TestSoketiJourney::receiveSendTypingRead()
{
    QVERIFY(m_desk.dana->logIn(test::account::dana, test::account::password));
    QVERIFY(m_desk.dana->openConversation(kim::name));
    QTRY_VERIFY(m_desk.dana->app().backend()->chat().link().isSubscribed());

    m_desk.server->typeAs(kim::id, kim::room);
    QVERIFY(m_desk.dana->waitForText(QStringLiteral("typingIndicator"), kim::name));
    m_desk.server->sendAs(kim::id, kim::room, QStringLiteral("through soketi"));
    QVERIFY(m_desk.dana->waitForText(QStringLiteral("messageBubble"),
                                     QStringLiteral("through soketi")));
    QVERIFY(m_desk.dana->waitUntilGone(QStringLiteral("typingIndicator")));

    QVERIFY(m_desk.dana->send(QStringLiteral("and back")));
    QTRY_COMPARE(m_desk.server->messages(kim::room).last().body, QStringLiteral("and back"));
    m_desk.server->readAs(kim::id, kim::room);
    QTRY_COMPARE(m_desk.dana->markOf(QStringLiteral("and back")), QStringLiteral("read"));
    QCOMPARE(m_desk.dana->app().chat()->messages()->count(),
             int(m_desk.server->messages(kim::room).size()));
}

void TestSoketiJourney::twoClientsChat()
{
    test::Person lee;
    QVERIFY(lee.open(*m_desk.server));
    QVERIFY(lee.logIn(test::account::lee, test::account::password));
    QVERIFY(m_desk.dana->logIn(test::account::dana, test::account::password));
    QVERIFY(m_desk.dana->openConversation(QStringLiteral("Lee Park")));
    QVERIFY(lee.openConversation(QStringLiteral("Dana Reyes")));
    QTRY_VERIFY(m_desk.dana->app().backend()->chat().link().isSubscribed());
    QTRY_VERIFY(lee.app().backend()->chat().link().isSubscribed());
    QVERIFY(m_desk.dana->send(QStringLiteral("hello Lee")));
    QVERIFY(lee.waitForText(QStringLiteral("messageBubble"), QStringLiteral("hello Lee")));
    QVERIFY(lee.send(QStringLiteral("hello Dana")));
    QVERIFY(
        m_desk.dana->waitForText(QStringLiteral("messageBubble"), QStringLiteral("hello Dana")));
}

void TestSoketiJourney::chatGoesOnWithoutSoketi()
{
    QVERIFY(m_desk.dana->logIn(test::account::dana, test::account::password));
    QVERIFY(m_desk.dana->openConversation(kim::name));
    QTRY_VERIFY(m_desk.dana->app().backend()->chat().link().isSubscribed());
    // A broadcaster that is away is a warning of the back end for each event it cannot publish.
    stopSoketi();
    QVERIFY(m_desk.dana->waitFor(QStringLiteral("connectionBanner")));
    // Chat degrades: what is sent arrives by REST.
    m_desk.server->faults().suppressEvents = true;
    QVERIFY(m_desk.dana->send(QStringLiteral("without a broadcaster")));
    QTRY_COMPARE(m_desk.server->messages(kim::room).last().body,
                 QStringLiteral("without a broadcaster"));
    QVERIFY2(startSoketi(), "soketi did not start again");
}

void TestSoketiJourney::wrongKeyIsRefused()
{
    ServerProfile wrong = test::Person::profileOf(*m_desk.server);
    wrong.appKey = QStringLiteral("no-such-key");
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("4001")));
    test::Person lost;
    QVERIFY(lost.open(wrong));
    QVERIFY(lost.logIn(test::account::dana, test::account::password));
    QVERIFY(lost.waitFor(QStringLiteral("errorDialog")));
}

SUHBAT_TEST(TestSoketiJourney, Gui)
#include "tst_soketi_journey.moc"
