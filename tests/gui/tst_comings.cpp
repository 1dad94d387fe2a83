#include "app/RestingCaret.h"
#include "demo/DemoServer.h"
#include "support/Census.h"
#include "support/Fixtures.h"
#include "support/Person.h"
#include "support/TestProgram.h"
#include "support/Wait.h"

#include <QQmlEngine>
#include <QQuickWindow>
#include <QTest>

using namespace suhbat;

// Nobody restarts a chat every day: what one login leaves behind adds up.
class TestComings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { test::failOnAnyWarning(); }
    void twoHundredSessionsLeaveNothing();
    void pagesLeaveNothing();
    void whoRestsIsWokenByThePingAlone();

private:
    bool come(App &app);
    bool go(App &app);
    /// What is to be deleted later is deleted, and both ends know that the sockets are closed.
    void settle();

    std::unique_ptr<demo::DemoServer> m_server;
};

void TestComings::initTestCase()
{
    demo::DemoOptions options;
    options.quiet = true;
    m_server = std::make_unique<demo::DemoServer>(options);
    QVERIFY(m_server->listen());
    test::Census::start();
}

bool TestComings::come(App &app)
{
    SessionFace *session = app.session();
    session->signIn(test::account::dana, test::account::password);
    const auto connected = [&app, this] {
        return app.session()->state() == SessionFace::SignedIn &&
               !app.chat()->loadingConversations() &&
               m_server->subscriberCount(QStringLiteral("private-user.42")) == 1;
    };
    return test::waitUntil(connected);
}

bool TestComings::go(App &app)
{
    SessionFace *session = app.session();
    session->signOut();
    return test::waitUntil([session] { return session->state() == SessionFace::SignedOut; }) &&
           test::waitUntil([this] { return m_server->socketCount() == 0; });
}

void TestComings::settle()
{
    QTRY_COMPARE(m_server->socketCount(), 0);
    for (int i = 0; i < 3; ++i) {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCoreApplication::processEvents();
    }
}

void TestComings::twoHundredSessionsLeaveNothing()
{
    const QTemporaryDir dir;
    App app(dir.filePath(QStringLiteral("settings.ini")), test::Person::quickTiming());
    app.useServer(test::Person::profileOf(*m_server), true);
    // The first ones fill caches and pools.
    for (int i = 0; i < 5; ++i)
        QVERIFY(come(app) && go(app));
    settle();
    const int objects = test::Census::objects();
    const int files = test::Census::fileDescriptors();
    for (int i = 0; i < 200; ++i)
        QVERIFY(come(app) && go(app));
    settle();
    // Fewer is no leak: what the first ones kept alive may have timed out since.
    QTRY_VERIFY2(test::Census::objects() <= objects,
                 qPrintable(QString::number(test::Census::objects() - objects)));
    QTRY_VERIFY(test::Census::fileDescriptors() <= files);
}

void TestComings::pagesLeaveNothing()
{
    test::Person dana;
    QVERIFY(dana.open(*m_server));
    const auto visit = [&dana, this] {
        return come(dana.app()) && dana.waitFor(QStringLiteral("conversationDelegate")) &&
               go(dana.app()) && dana.waitFor(QStringLiteral("loginPage"));
    };
    for (int i = 0; i < 5; ++i)
        QVERIFY(visit());
    // What only the garbage collector still holds is no leak.
    QQmlEngine *engine = qmlEngine(dana.window());
    QVERIFY(engine);
    const auto count = [engine, this] {
        settle();
        engine->collectGarbage();
        settle();
        return test::Census::objects();
    };
    const int objects = count();
    for (int i = 0; i < 15; ++i)
        QVERIFY(visit());
    QTRY_VERIFY2(count() <= objects, qPrintable(QString::number(count() - objects)));
}

// What a window costs in which nothing happens: what will wake the program up is the ping of the
// protocol, and (here, until ten seconds have gone) the rest that stops the caret.
void TestComings::whoRestsIsWokenByThePingAlone()
{
    test::Person dana;
    QVERIFY(dana.open(*m_server));
    QVERIFY(come(dana.app()));
    QVERIFY(dana.openConversation(QStringLiteral("Lee Park")));
    QVERIFY(dana.send(QStringLiteral("Good night!")));
    const RestingCaret rest(Milliseconds(50));
    const auto rests = [] {
        QStringList owners = test::Census::timerOwners();
        owners.removeAll(QStringLiteral("suhbat::demo::PusherConnection"));
        owners.removeAll(QStringLiteral("suhbat::RestingCaret"));
        return owners;
    };
    const QStringList ping{QStringLiteral("suhbat::pusher::PusherClient")};
    QTRY_COMPARE(rests().join(u' '), ping.join(u' '));
    dana.press(Qt::Key_F, Qt::ControlModifier);
    QVERIFY(dana.waitFor(QStringLiteral("chatSearch")));
    QTRY_COMPARE(rests().join(u' '), ping.join(u' '));
    dana.press(Qt::Key_Comma, Qt::ControlModifier);
    QVERIFY(dana.waitFor(QStringLiteral("settingsPage")));
    QTRY_COMPARE(rests().join(u' '), ping.join(u' '));
    QVERIFY(go(dana.app()));
    QTRY_COMPARE(rests().join(u' '), QString());
}

SUHBAT_TEST(TestComings, Gui)
#include "tst_comings.moc"
