// The Pusher server refuses us: PusherClient stops (statement 38), the chat does not give up.
#include "app/ChatFace.h"
#include "ChatFixture.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"
#include "unit/pusher/ScriptedServer.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QWebSocket>

#include <algorithm>

using namespace suhbat;
using test::ChatFixture;
using test::ScriptedServer;
using State = RealtimeLink::State;

class ChatRefusalsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }
    void statement036_restartShowsNoTrouble();
    void statement038_whatTheChatRetries_data();
    void statement038_whatTheChatRetries();
    void statement038_configurationErrorsWaitForPeople_data();
    void statement038_configurationErrorsWaitForPeople();
    void statement038_everyMinuteWithJitter();
    void statement064_thrownOutChecksTheSession();

private:
    /// REST of the demo back end, the socket of a scripted server.
    struct Stage
    {
        Stage();
        /// Refuses the first that come, with an error frame, and leaves the connections open as
        /// Reverb does.
        void refuse(int code, int times);
        bool logIn();

        ChatFixture chat;
        ScriptedServer socket;
        std::unique_ptr<Backend> client;
        NoticeCenter notices;
        ChatFace face{notices};
    };
};

ChatRefusalsTest::Stage::Stage()
{
    ServerProfile profile = ChatFixture::profileOf(chat.server);
    profile.wsPort = socket.port();
    Backend::Timing timing = ChatFixture::quickTiming();
    timing.refusedRetry = Milliseconds(30);
    timing.pollEvery = Milliseconds(20);
    client = std::make_unique<Backend>(profile, QStringLiteral("en"), timing);
    face.setManager(&client->chat());
}

void ChatRefusalsTest::Stage::refuse(int code, int times)
{
    const QByteArray frame = R"({"event":"pusher:error","data":"{\"code\":)" +
                             QByteArray::number(code) + R"(,\"message\":\"no\"}"})";
    socket.greets = false;
    socket.onConnection = [this, frame, times](QWebSocket &) {
        if (!socket.greets)
            socket.send(frame);
        socket.greets = socket.connections() >= times;
    };
}

bool ChatRefusalsTest::Stage::logIn()
{
    QObject::connect(&client->session(), &SessionManager::signedIn, &client->chat(),
                     [this] { client->chat().start(client->session().session().user); });
    QSignalSpy listed(&client->chat(), &ChatManager::listLoaded);
    client->session().signIn(QStringLiteral("998900000001"), QStringLiteral("demo-pass"));
    return listed.wait();
}

void ChatRefusalsTest::statement036_restartShowsNoTrouble()
{
    QList<State> states;
    Stage stage;
    QVERIFY(stage.logIn());
    const RealtimeLink &link = stage.client->chat().link();
    QTRY_VERIFY(link.isSubscribed());
    connect(&link, &RealtimeLink::stateChanged, this,
            [&states](State state) { states.append(state); });
    QSignalSpy failures(&link, &RealtimeLink::connectionFailed);
    QSignalSpy snackbars(&stage.notices, &NoticeCenter::snackbarChanged);
    const QString before = link.socketId();
    stage.socket.closeAll(4200, QStringLiteral("Server closed. Please reconnect shortly."));
    QTRY_VERIFY(link.isSubscribed() && link.socketId() != before);
    QCOMPARE(states, (QList<State>{State::Connecting, State::Connected}));
    QCOMPARE(failures.size(), 0);
    QCOMPARE(snackbars.size(), 0);
}

void ChatRefusalsTest::statement038_whatTheChatRetries_data()
{
    QTest::addColumn<int>("code");
    QTest::newRow("full") << 4004;
    QTest::newRow("origin not allowed") << 4009;
}

void ChatRefusalsTest::statement038_whatTheChatRetries()
{
    QFETCH(int, code);
    constexpr int times = 6; // more than a dialog about a bad connection takes
    for (int i = 0; i < times; ++i)
        QTest::ignoreMessage(QtWarningMsg,
                             QRegularExpression(QStringLiteral("Refused %1").arg(code)));
    QList<State> states;
    Stage stage;
    stage.refuse(code, times);
    const RealtimeLink &link = stage.client->chat().link();
    connect(&link, &RealtimeLink::stateChanged, this, [&](State state) {
        states.append(state);
        if (state == State::Waiting)
            QCOMPARE(link.problem()->status, code);
    });
    QSignalSpy dialogs(&stage.notices, &NoticeCenter::dialogChanged);
    QSignalSpy listed(&stage.client->chat(), &ChatManager::listLoaded);
    QVERIFY(stage.logIn());
    QTRY_VERIFY(link.isSubscribed());
    QCOMPARE(stage.socket.connections(), times + 1);
    QCOMPARE(states.count(State::Waiting), times);
    QVERIFY(!states.contains(State::Refused));
    QCOMPARE(dialogs.size(), 0);
    QVERIFY(listed.size() > 2); // REST went on meanwhile
    QVERIFY(!link.problem());
}

void ChatRefusalsTest::statement038_configurationErrorsWaitForPeople_data()
{
    QTest::addColumn<int>("code");
    for (const int code : {4001, 4008})
        QTest::addRow("%d", code) << code;
}

void ChatRefusalsTest::statement038_configurationErrorsWaitForPeople()
{
    QFETCH(int, code);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("Refused %1").arg(code)));
    Stage stage;
    stage.refuse(code, 1);
    QVERIFY(stage.logIn());
    QTRY_COMPARE(stage.client->chat().link().state(), State::Refused);
    QTRY_VERIFY(stage.notices.dialogVisible());
    QCOMPARE(stage.notices.dialogKind(), NoticeCenter::Connection);
    // Long enough for several retries, if there were any; the chat itself goes on.
    QSignalSpy listed(&stage.client->chat(), &ChatManager::listLoaded);
    QTRY_VERIFY(listed.size() > 5);
    QCOMPARE(stage.socket.connections(), 1);
    stage.notices.retryDialog();
    QTRY_VERIFY(stage.client->chat().link().isSubscribed());
    QVERIFY(!stage.notices.dialogVisible());
}

void ChatRefusalsTest::statement038_everyMinuteWithJitter()
{
    QCOMPARE(RealtimeLink::refusedRetry, Milliseconds(60000));
    for (const auto &[random, seconds] : {std::pair(0.0, 45), std::pair(0.5, 60)}) {
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("Refused 4004")));
        Stage stage;
        stage.refuse(4004, 1);
        RealtimeLink link(
            stage.client->pusher(), [] { return wire::DecodeContext(); },
            [random = random] { return random; });
        link.start(QStringLiteral("public"));
        QTRY_COMPARE(link.state(), State::Waiting);
        const auto left = link.nextAttempt() - std::chrono::steady_clock::now();
        QCOMPARE(std::chrono::ceil<std::chrono::seconds>(left).count(), seconds);
        link.stop();
    }
}

void ChatRefusalsTest::statement064_thrownOutChecksTheSession()
{
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("Refused 4009")));
    Stage stage;
    QVERIFY(stage.logIn());
    QTRY_VERIFY(stage.client->chat().link().isSubscribed());
    QSignalSpy ended(&stage.client->session(), &SessionManager::ended);
    QSignalSpy back(&stage.client->chat().link(), &RealtimeLink::subscribed);
    stage.chat.server.clearRequests();
    stage.socket.closeAll(4009, QStringLiteral("You got disconnected by the app."));
    // The token is asked about, and is good: the connection comes back.
    QTRY_COMPARE(back.size(), 1);
    const auto verified = [&stage] {
        const auto &requests = stage.chat.server.requests();
        return std::any_of(requests.begin(), requests.end(), [](const auto &request) {
            return request.path.contains(u"auth/verify");
        });
    };
    QTRY_VERIFY(verified());
    QCOMPARE(ended.size(), 0);
}

SUHBAT_TEST(ChatRefusalsTest, Core)
#include "tst_refusals.moc"
