#include "demo/DemoServer.h"
#include "support/Fixtures.h"
#include "support/Person.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

#include <memory>

using namespace suhbat;

namespace {

constexpr qint64 kim = 43;
constexpr qint64 kimsRoom = 12;
const QString kimsName = QStringLiteral("Kim Ito");

} // namespace

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
    std::unique_ptr<demo::DemoServer> m_server;
    std::unique_ptr<test::Person> m_dana;
};

bool TestSoketiJourney::startSoketi()
{
    m_soketi.setProcessChannelMode(QProcess::SeparateChannels);
    m_soketi.setStandardErrorFile(QProcess::nullDevice());
    m_soketi.start(QStringLiteral("node"),
                   {QStringLiteral(SUHBAT_SOURCE_DIR "/tests/interop/start-soketi.mjs")});
    if (!QTest::qWaitFor(
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
    options.quiet = true;
    options.externalPusher = m_pusher;
    m_server = std::make_unique<demo::DemoServer>(options);
    QVERIFY2(m_server->listen(), qPrintable(m_server->errorString()));
    m_dana = std::make_unique<test::Person>();
    QVERIFY(m_dana->open(*m_server));
}

void TestSoketiJourney::cleanup()
{
    m_dana.reset();
    m_server.reset();
}

void TestSoketiJourney::cleanupTestCase()
{
    stopSoketi();
}

void TestSoketiJourney::receiveSendTypingRead()
{
    QVERIFY(m_dana->logIn(test::account::dana, test::account::password));
    QVERIFY(m_dana->openConversation(kimsName));
    QTRY_VERIFY(m_dana->app().backend()->chat().link().isSubscribed());

    m_server->typeAs(kim, kimsRoom);
    QVERIFY(m_dana->waitForText(QStringLiteral("typingIndicator"), kimsName));
    m_server->sendAs(kim, kimsRoom, QStringLiteral("through soketi"));
    QVERIFY(m_dana->waitForText(QStringLiteral("messageBubble"), QStringLiteral("through soketi")));
    QVERIFY(m_dana->waitUntilGone(QStringLiteral("typingIndicator")));

    QVERIFY(m_dana->send(QStringLiteral("and back")));
    QTRY_COMPARE(m_server->messages(kimsRoom).last().body, QStringLiteral("and back"));
    m_server->readAs(kim, kimsRoom);
    MessageListModel *messages = m_dana->app().chat()->messages();
    QTRY_COMPARE(messages->index(0).data(MessageListModel::MessageStateRole).toInt(),
                 int(MessageListModel::Read));
    QCOMPARE(messages->count(), int(m_server->messages(kimsRoom).size()));
}

void TestSoketiJourney::twoClientsChat()
{
    test::Person lee;
    QVERIFY(lee.open(*m_server));
    QVERIFY(lee.logIn(test::account::lee, test::account::password));
    QVERIFY(m_dana->logIn(test::account::dana, test::account::password));
    QVERIFY(m_dana->openConversation(QStringLiteral("Lee Park")));
    QVERIFY(lee.openConversation(QStringLiteral("Dana Reyes")));
    QTRY_VERIFY(m_dana->app().backend()->chat().link().isSubscribed());
    QTRY_VERIFY(lee.app().backend()->chat().link().isSubscribed());
    QVERIFY(m_dana->send(QStringLiteral("hello Lee")));
    QVERIFY(lee.waitForText(QStringLiteral("messageBubble"), QStringLiteral("hello Lee")));
    QVERIFY(lee.send(QStringLiteral("hello Dana")));
    QVERIFY(m_dana->waitForText(QStringLiteral("messageBubble"), QStringLiteral("hello Dana")));
}

void TestSoketiJourney::chatGoesOnWithoutSoketi()
{
    QVERIFY(m_dana->logIn(test::account::dana, test::account::password));
    QVERIFY(m_dana->openConversation(kimsName));
    QTRY_VERIFY(m_dana->app().backend()->chat().link().isSubscribed());
    // A broadcaster that is away is a warning of the back end for each event it cannot publish.
    stopSoketi();
    QVERIFY(m_dana->waitFor(QStringLiteral("connectionBanner")));
    // Chat degrades: what is sent arrives by REST.
    m_server->faults().suppressEvents = true;
    QVERIFY(m_dana->send(QStringLiteral("without a broadcaster")));
    QTRY_COMPARE(m_server->messages(kimsRoom).last().body, QStringLiteral("without a broadcaster"));
    QVERIFY2(startSoketi(), "soketi did not start again");
}

void TestSoketiJourney::wrongKeyIsRefused()
{
    ServerProfile wrong = test::Person::profileOf(*m_server);
    wrong.appKey = QStringLiteral("no-such-key");
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("4001")));
    test::Person lost;
    QVERIFY(lost.open(wrong));
    QVERIFY(lost.logIn(test::account::dana, test::account::password));
    QVERIFY(lost.waitFor(QStringLiteral("errorDialog")));
}

QTEST_MAIN(TestSoketiJourney)
#include "tst_soketi_journey.moc"
