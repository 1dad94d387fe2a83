#include "demo/broadcast/Signatures.h"
#include "pusher/crypto/SecretBox.h"
#include "pusher/PusherClient.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace suhbat;
using namespace suhbat::pusher;
using namespace Qt::StringLiterals;

namespace suhbat::test {

/// Signs as a back end would, with the secrets that it shares with Pusher's server library.
class SecretsBackEnd final : public ChannelAuthorizer, public UserAuthenticator
{
public:
    demo::AppCredentials app;
    QByteArray master = QByteArray(32, 7);
    QByteArray wrongSecretOnce; ///< what the next authorisation shares instead

    void authorize(const QString &socketId, const QString &channelName, QObject *context,
                   ChannelAuthorizer::Done done) override
    {
        ChannelAuthorization answer;
        answer.auth = demo::signatures::channelAuth(app, socketId, channelName, {});
        answer.sharedSecret =
            QCryptographicHash::hash(channelName.toUtf8() + master, QCryptographicHash::Sha256)
                .toBase64();
        if (const QByteArray wrong = std::exchange(wrongSecretOnce, {}); !wrong.isEmpty())
            answer.sharedSecret = wrong;
        QMetaObject::invokeMethod(
            context, [answer, done] { done(answer); }, Qt::QueuedConnection);
    }

    void authenticate(const QString &socketId, QObject *context,
                      UserAuthenticator::Done done) override
    {
        const UserAuthentication answer{
            app.key + u':' +
                QString::fromLatin1(
                    QMessageAuthenticationCode::hash((socketId + u"::user::"_s + userData).toUtf8(),
                                                     app.secret, QCryptographicHash::Sha256)
                        .toHex()),
            userData};
        QMetaObject::invokeMethod(
            context, [answer, done] { done(answer); }, Qt::QueuedConnection);
    }

private:
    const QString userData = uR"({"id":"u1","user_info":{"name":"Ann"}})"_s;
};

} // namespace suhbat::test

/// Our client meets Pusher's own encryption and soketi's sign-in.
class TestSoketiSecrets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { test::failOnAnyWarning(); }
    void cleanupTestCase();
    void statement108_eventsOfPushersLibraryAreOpened();
    void statement109_newKeyIsFetched();
    void statement118_userSignsInAndHears();

private:
    void start(QProcess &process, const QStringList &arguments);
    void send(const QJsonObject &what);
    std::unique_ptr<PusherClient> connected();

    QProcess m_soketi;
    QProcess m_trigger;
    PusherOptions m_options;
    test::SecretsBackEnd m_backEnd;
    const QString m_room = u"private-encrypted-room.1"_s;
};

void TestSoketiSecrets::start(QProcess &process, const QStringList &arguments)
{
    process.setStandardErrorFile(QProcess::nullDevice());
    process.setWorkingDirectory(QStringLiteral(SUHBAT_SOURCE_DIR "/tests/interop"));
    process.start(u"node"_s, arguments);
}

void TestSoketiSecrets::initTestCase()
{
    if (qEnvironmentVariable("SUHBAT_NO_INTEROP") == u"1")
        QSKIP("SUHBAT_NO_INTEROP=1");
    start(m_soketi, {u"start-soketi.mjs"_s, u"--users"_s});
    start(m_trigger, {u"soketi-trigger.mjs"_s});
    QTRY_VERIFY_WITH_TIMEOUT(m_soketi.canReadLine(), 20000);
    const QJsonObject ready = QJsonDocument::fromJson(m_soketi.readLine()).object();
    m_backEnd.app = {ready[u"appId"].toString(), ready[u"key"].toString(),
                     ready[u"secret"].toString().toLatin1()};
    m_options.tls = false;
    m_options.host = ready[u"host"].toString();
    m_options.port = quint16(ready[u"port"].toInt());
    m_options.appKey = m_backEnd.app.key;
    m_options.openBox = openSecretBox;
    const QJsonObject first{{u"app"_s, ready},
                            {u"master"_s, QString::fromLatin1(m_backEnd.master.toBase64())}};
    m_trigger.write(QJsonDocument(first).toJson(QJsonDocument::Compact) + '\n');
}

void TestSoketiSecrets::cleanupTestCase()
{
    for (QProcess *process : {&m_trigger, &m_soketi}) {
        process->closeWriteChannel();
        if (process->state() != QProcess::NotRunning && !process->waitForFinished(5000))
            process->kill();
        process->waitForFinished(5000);
    }
}

void TestSoketiSecrets::send(const QJsonObject &what)
{
    m_trigger.write(QJsonDocument(what).toJson(QJsonDocument::Compact) + '\n');
    QTRY_VERIFY_WITH_TIMEOUT(m_trigger.canReadLine(), 10000);
    QCOMPARE(m_trigger.readLine(), QByteArray("200\n"));
}

std::unique_ptr<PusherClient> TestSoketiSecrets::connected()
{
    auto client = std::make_unique<PusherClient>(m_options, m_backEnd);
    client->connectToServer();
    return client;
}

void TestSoketiSecrets::statement108_eventsOfPushersLibraryAreOpened()
{
    const auto client = connected();
    client->subscribe(m_room);
    QTRY_COMPARE(client->subscriptionState(m_room), SubscriptionState::Subscribed);
    QSignalSpy events(client.get(), &PusherClient::eventReceived);
    send({{u"channel"_s, m_room},
          {u"event"_s, u"secret"_s},
          {u"data"_s, QJsonObject{{u"text"_s, u"Салом"_s}}}});
    QTRY_COMPARE(events.size(), 1);
    QCOMPARE(events.at(0).at(1).toString(), u"secret"_s);
    QCOMPARE(events.at(0).at(2).value<JsonValue>()["text"].string().value(), u"Салом"_s);
    QVERIFY(!client->trigger(m_room, u"client-x"_s, QJsonObject{}));
}

void TestSoketiSecrets::statement109_newKeyIsFetched()
{
    m_backEnd.wrongSecretOnce = QByteArray(32, 'o').toBase64();
    const auto client = connected();
    client->subscribe(m_room);
    QTRY_COMPARE(client->subscriptionState(m_room), SubscriptionState::Subscribed);
    QSignalSpy events(client.get(), &PusherClient::eventReceived);
    send({{u"channel"_s, m_room}, {u"event"_s, u"secret"_s}, {u"data"_s, 7}});
    QTRY_COMPARE(events.size(), 1);
    QCOMPARE(events.at(0).at(2).value<JsonValue>().integer().value(), 7);
}

void TestSoketiSecrets::statement118_userSignsInAndHears()
{
    const QString own = u"#server-to-user-u1"_s;
    const auto client = connected();
    client->signIn(m_backEnd);
    QTRY_COMPARE(client->userId(), u"u1"_s);
    QTRY_COMPARE(client->subscriptionState(own), SubscriptionState::Subscribed);
    QSignalSpy events(client.get(), &PusherClient::eventReceived);
    send({{u"user"_s, u"u1"_s}, {u"event"_s, u"hello"_s}, {u"data"_s, QJsonObject{{u"s"_s, 1}}}});
    QTRY_COMPARE(events.size(), 1);
    QCOMPARE(events.at(0).at(0).toString(), own);
    QCOMPARE(events.at(0).at(1).toString(), u"hello"_s);
}

SUHBAT_TEST(TestSoketiSecrets, Core)
#include "tst_soketi_secrets.moc"
