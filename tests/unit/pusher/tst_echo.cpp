#include "FakeAuthorizer.h"
#include "pusher/Echo.h"
#include "pusher/PusherClient.h"
#include "ScriptedServer.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace suhbat;
using namespace suhbat::pusher;
using suhbat::test::FakeAuthorizer;
using suhbat::test::fixture;
using suhbat::test::ScriptedServer;

/// Section P: the conventions of Laravel Echo, with the frames that Laravel and Reverb sent.
class EchoTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void statement122_namesWithoutTheirNamespace();
    void statement123_namesThatStandAsTheyAre_data();
    void statement123_namesThatStandAsTheyAre();
    void statement123_namesOfListenToAll();
    void statement124_prefixesAndLeaving();
    void statement125_whispers();
    void statement126_notifications();
    void statement127_hereJoiningLeaving();
    void statement129_connectionStatus();
    void statement130_errorGetsTheWholeObject();
    void statement130_errorOfANameThatIsRefusedAtOnce();
    void handlersEndWithTheirContext();
    void nothingIsKeptOfDeadContexts();
    void aHandlerMayStopListening();
    void aHandlerMayLeaveOrDestroy();

private:
    void send(const char *name)
    {
        m_server->send(fixture(QStringLiteral("pusher/%1.json").arg(QLatin1String(name))));
    }
    /// Connects, and waits until that channel stands.
    void join(EchoChannel &channel)
    {
        m_client->connectToServer();
        QTRY_COMPARE(m_client->subscriptionState(channel.name()), SubscriptionState::Subscribed);
    }

    std::unique_ptr<ScriptedServer> m_server;
    FakeAuthorizer m_authorizer;
    std::unique_ptr<PusherClient> m_client;
    std::unique_ptr<Echo> m_echo;
    QStringList m_heard;
};

namespace {

const QString room = QStringLiteral("room.1");

} // namespace

void EchoTest::init()
{
    test::failOnAnyWarning();
    m_heard.clear();
    m_authorizer.refusal.reset();
    m_server = std::make_unique<ScriptedServer>();
    PusherOptions options;
    options.tls = false;
    options.host = QStringLiteral("127.0.0.1");
    options.port = m_server->port();
    options.appKey = QStringLiteral("key");
    options.random = [] { return 0.0; };
    m_client = std::make_unique<PusherClient>(options, m_authorizer);
    m_echo = std::make_unique<Echo>(*m_client);
}

void EchoTest::cleanup()
{
    m_echo.reset();
    m_client.reset();
    m_server.reset();
}

void EchoTest::statement122_namesWithoutTheirNamespace()
{
    const QString laravel = QStringLiteral("App.Events");
    QCOMPARE(EchoChannel::wireName(QStringLiteral("MessageSent"), laravel),
             QStringLiteral("App\\Events\\MessageSent"));
    QCOMPARE(EchoChannel::wireName(QStringLiteral("Chat.MessageSent"), laravel),
             QStringLiteral("App\\Events\\Chat\\MessageSent"));
    EchoChannel &channel = m_echo->private_(room);
    channel.listen(QStringLiteral("MessageSent"), this, [this](const JsonValue &data) {
        m_heard.append(data["message"]["body"].string().value());
    });
    join(channel);
    send("echo-edited");
    send("echo-message");
    QTRY_COMPARE(m_heard, QStringList{QStringLiteral("h\u00e9")});
}

void EchoTest::statement123_namesThatStandAsTheyAre_data()
{
    QTest::addColumn<QString>("event");
    QTest::addColumn<QString>("eventNamespace");
    QTest::addColumn<QString>("wire");
    const QString laravel = QStringLiteral("App.Events");
    QTest::newRow("dot") << ".message.edited" << laravel << "message.edited";
    QTest::newRow("backslash") << "\\Domain\\Event" << laravel << "Domain\\Event";
    QTest::newRow("no namespace") << "Chat.MessageSent"
                                  << ""
                                  << "Chat\\MessageSent";
    QTest::newRow("own namespace") << "Sent"
                                   << "Acme.Chat"
                                   << "Acme\\Chat\\Sent";
}

void EchoTest::statement123_namesThatStandAsTheyAre()
{
    QFETCH(QString, event);
    QFETCH(QString, eventNamespace);
    QFETCH(QString, wire);
    QCOMPARE(EchoChannel::wireName(event, eventNamespace), wire);
}

void EchoTest::statement123_namesOfListenToAll()
{
    EchoChannel &channel = m_echo->private_(room);
    channel.listenToAll(this,
                        [this](const QString &event, const JsonValue &) { m_heard.append(event); });
    join(channel);
    send("echo-message");
    send("echo-edited");
    QTRY_COMPARE(m_heard,
                 (QStringList{QStringLiteral("MessageSent"), QStringLiteral(".message.edited")}));
}

void EchoTest::statement124_prefixesAndLeaving()
{
    QCOMPARE(m_echo->channel(room).name(), room);
    EchoChannel &secret = m_echo->private_(room);
    QCOMPARE(secret.name(), QStringLiteral("private-room.1"));
    QCOMPARE(&m_echo->private_(room), &secret);
    EchoChannel &presence = m_echo->join(room);
    QCOMPARE(presence.name(), QStringLiteral("presence-room.1"));
    m_echo->private_(QStringLiteral("room.2"));
    join(secret);
    join(presence);
    m_server->clearFrames();
    m_echo->leaveChannel(QStringLiteral("presence-room.1"));
    QTRY_COMPARE(m_server->frames().size(), 1);
    m_echo->join(room);
    QTRY_COMPARE(m_client->subscriptionState(QStringLiteral("presence-room.1")),
                 SubscriptionState::Subscribed);
    m_server->clearFrames();
    m_echo->leave(room);
    QTRY_COMPARE(m_server->frames().size(), 3);
    QStringList left;
    for (const QJsonObject &frame : m_server->frames())
        left.append(frame[QStringLiteral("event")].toString() + u' ' +
                    frame[QStringLiteral("data")][QStringLiteral("channel")].toString());
    QCOMPARE(left, (QStringList{QStringLiteral("pusher:unsubscribe room.1"),
                                QStringLiteral("pusher:unsubscribe private-room.1"),
                                QStringLiteral("pusher:unsubscribe presence-room.1")}));
    QCOMPARE(m_client->subscriptionState(QStringLiteral("private-room.2")),
             SubscriptionState::Subscribed);
}

void EchoTest::statement125_whispers()
{
    EchoChannel &channel = m_echo->join(room);
    channel.listenForWhisper(QStringLiteral("typing"), this, [this](const JsonValue &data) {
        m_heard.append(data["a"].text().value());
    });
    QVERIFY(!channel.whisper(QStringLiteral("typing"), {}));
    join(channel);
    QVERIFY(channel.whisper(QStringLiteral("typing"), {{QStringLiteral("b"), 2}}));
    QTRY_VERIFY(m_server->events().contains(QStringLiteral("client-typing")));
    QCOMPARE(m_server->frames().last()[QStringLiteral("data")][QStringLiteral("b")].toInt(), 2);
    send("event-client");
    QTRY_COMPARE(m_heard, QStringList{QStringLiteral("1")});
    channel.stopListeningForWhisper(QStringLiteral("typing"));
    channel.listenToAll(this,
                        [this](const QString &event, const JsonValue &) { m_heard.append(event); });
    send("event-client");
    QTRY_COMPARE(m_heard.size(), 2);
    QCOMPARE(m_heard.last(), QStringLiteral(".client-typing"));
}

void EchoTest::statement126_notifications()
{
    EchoChannel &channel = m_echo->private_(QStringLiteral("App.Models.User.2"));
    QCOMPARE(channel.name(), QStringLiteral("private-App.Models.User.2"));
    channel.notification(this, [this](const JsonValue &data) {
        for (const char *key : {"by", "id", "type"})
            m_heard.append(data[key].string().value());
    });
    join(channel);
    send("echo-notification");
    QTRY_COMPARE(m_heard, (QStringList{QStringLiteral("User 1"),
                                       QStringLiteral("08893095-3521-40bb-bca3-c618fa05388c"),
                                       QStringLiteral("App\\Notifications\\Mentioned")}));
}

void EchoTest::statement127_hereJoiningLeaving()
{
    const auto note = [this](const QString &what, const JsonValue &info) {
        m_heard.append(what + info["name"].string().value());
    };
    m_server->acceptsSubscriptions = false;
    m_echo->join(room)
        .here(this,
              [this](const QVector<JsonValue> &infos) {
                  QStringList names;
                  for (const JsonValue &info : infos)
                      names.append(info["name"].string().value());
                  names.sort();
                  m_heard.append(u'=' + names.join(u','));
              })
        .joining(this, [&note](const JsonValue &info) { note(QStringLiteral("+"), info); })
        .leaving(this, [&note](const JsonValue &info) { note(QStringLiteral("-"), info); });
    m_client->connectToServer();
    QTRY_VERIFY(m_server->events().contains(QStringLiteral("pusher:subscribe")));
    send("subscribed-presence-reverb");
    send("member-added");
    send("member-removed");
    QTRY_COMPARE(m_heard, (QStringList{QStringLiteral("=User 1,User 2"), QStringLiteral("+Ali"),
                                       QStringLiteral("-Ali")}));
    m_heard.clear();
    m_server->clearFrames();
    m_server->cut();
    QTRY_VERIFY(m_server->events().contains(QStringLiteral("pusher:subscribe")));
    QVERIFY(m_heard.isEmpty());
    send("subscribed-presence-reverb");
    QTRY_COMPARE(m_heard, QStringList{QStringLiteral("=User 1,User 2")});
}

void EchoTest::statement129_connectionStatus()
{
    using Status = Echo::ConnectionStatus;
    QCOMPARE(m_echo->connectionStatus(), Status::Disconnected);
    QVERIFY(m_echo->socketId().isEmpty());
    QVector<Status> seen;
    connect(m_echo.get(), &Echo::connectionStatusChanged, this,
            [&seen](Status status) { seen.append(status); });
    m_client->connectToServer();
    QCOMPARE(m_echo->connectionStatus(), Status::Connecting);
    QTRY_COMPARE(m_echo->connectionStatus(), Status::Connected);
    QCOMPARE(m_echo->socketId(), m_server->socketId());
    m_client->disconnectFromServer();
    QCOMPARE(m_echo->connectionStatus(), Status::Disconnected);
    QCOMPARE(seen, (QVector<Status>{Status::Connecting, Status::Connected, Status::Disconnected}));

    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("Configuration")));
    PusherClient nowhere({}, m_authorizer);
    const Echo echo(nowhere);
    nowhere.connectToServer();
    QCOMPARE(echo.connectionStatus(), Status::Failed);
    PusherOptions silent;
    silent.tls = false;
    silent.host = QStringLiteral("127.0.0.1");
    silent.port = m_server->port();
    silent.appKey = QStringLiteral("key");
    silent.unavailableTimeout = Milliseconds(1);
    m_server->greets = false;
    PusherClient waiting(silent, m_authorizer);
    const Echo other(waiting);
    waiting.connectToServer();
    QTRY_COMPARE(waiting.state(), ConnectionState::Unavailable);
    QCOMPARE(other.connectionStatus(), Status::Failed);
}

void EchoTest::statement130_errorGetsTheWholeObject()
{
    m_authorizer.refusal = Error::make(Error::Kind::Forbidden, QStringLiteral("denied"), 403);
    m_echo->private_(room).error(this, [this](const JsonValue &data) {
        m_heard.append(data["type"].string().value());
        m_heard.append(data["error"].string().value());
        m_heard.append(QString::number(data["status"].integer().value()));
    });
    m_client->connectToServer();
    QTRY_COMPARE(m_heard, (QStringList{QStringLiteral("AuthError"), QStringLiteral("denied"),
                                       QStringLiteral("403")}));
    m_authorizer.refusal.reset();
    m_server->acceptsSubscriptions = false;
    m_heard.clear();
    m_echo->private_(room);
    QTRY_VERIFY(m_server->events().contains(QStringLiteral("pusher:subscribe")));
    send("subscription-error-soketi");
    QTRY_COMPARE(m_heard.size(), 3);
    QCOMPARE(m_heard.last(), QStringLiteral("401"));
}

void EchoTest::statement130_errorOfANameThatIsRefusedAtOnce()
{
    m_echo->channel(QStringLiteral("#mine")).error(this, [this](const JsonValue &data) {
        m_heard.append(data["type"].string().value());
    });
    QVERIFY(m_heard.isEmpty());
    QTRY_COMPARE(m_heard, QStringList{QStringLiteral("Validation")});
}

void EchoTest::handlersEndWithTheirContext()
{
    EchoChannel &channel = m_echo->private_(room);
    auto context = std::make_unique<QObject>();
    const QString name = QStringLiteral(".message.edited");
    channel.listen(name, context.get(),
                   [this](const JsonValue &) { m_heard.append(QStringLiteral("a")); });
    channel.listen(name, this, [this](const JsonValue &) { m_heard.append(QStringLiteral("b")); });
    join(channel);
    context.reset();
    send("echo-edited");
    QTRY_COMPARE(m_heard, QStringList{QStringLiteral("b")});
    channel.stopListening(name);
    channel.listen(QStringLiteral("MessageSent"), this,
                   [this](const JsonValue &) { m_heard.append(QStringLiteral("c")); });
    send("echo-edited");
    send("echo-message");
    QTRY_COMPARE(m_heard, (QStringList{QStringLiteral("b"), QStringLiteral("c")}));
}

void EchoTest::nothingIsKeptOfDeadContexts()
{
    EchoChannel &channel = m_echo->private_(room);
    const auto held = std::make_shared<int>(1);
    for (int i = 0; i < 3; ++i) {
        QObject context;
        channel.listen(QStringLiteral("X"), &context, [held](const JsonValue &) {});
    }
    QVERIFY(held.use_count() <= 2); // each new one clears up
    channel.listen(QStringLiteral(".message.edited"), this,
                   [this](const JsonValue &) { m_heard.append(QStringLiteral("mine")); });
    QCOMPARE(held.use_count(), 1);
    auto context = std::make_unique<QObject>();
    channel.listen(QStringLiteral("X"), context.get(), [held](const JsonValue &) {});
    context.reset();
    join(channel);
    send("echo-edited"); // and so does every event
    QTRY_COMPARE(m_heard, QStringList{QStringLiteral("mine")});
    QCOMPARE(held.use_count(), 1);
}

void EchoTest::aHandlerMayStopListening()
{
    EchoChannel &channel = m_echo->private_(room);
    const QString name = QStringLiteral(".message.edited");
    // What it captured must live until it returns.
    channel.listen(name, this,
                   [this, &channel, name, text = QStringLiteral("stops")](const JsonValue &) {
                       channel.stopListening(name);
                       m_heard.append(text);
                   });
    channel.listen(name, this,
                   [this](const JsonValue &) { m_heard.append(QStringLiteral("stopped")); });
    channel.listenToAll(this, [this](const QString &, const JsonValue &) {
        m_heard.append(QStringLiteral("all"));
    });
    join(channel);
    send("echo-edited");
    send("echo-edited");
    const QString all = QStringLiteral("all");
    QTRY_COMPARE(m_heard, (QStringList{QStringLiteral("stops"), all, all}));
}

void EchoTest::aHandlerMayLeaveOrDestroy()
{
    EchoChannel &channel = m_echo->private_(room);
    const QString name = QStringLiteral(".message.edited");
    channel.listen(name, this, [this](const JsonValue &) {
        m_heard.append(QStringLiteral("leaves"));
        m_echo->leave(room);
    });
    channel.listen(name, this,
                   [this](const JsonValue &) { m_heard.append(QStringLiteral("too late")); });
    join(channel);
    send("echo-edited");
    QTRY_COMPARE(m_heard, QStringList{QStringLiteral("leaves")});
    EchoChannel &again = m_echo->private_(room);
    again.listen(name, this, [this](const JsonValue &) { m_echo.reset(); });
    again.listen(name, this,
                 [this](const JsonValue &) { m_heard.append(QStringLiteral("too late")); });
    join(again);
    send("echo-edited");
    QTRY_VERIFY(!m_echo);
    QCOMPARE(m_heard.size(), 1);
}

SUHBAT_TEST(EchoTest, Core)
#include "tst_echo.moc"
