#include "Listener.h"
#include "pusher/crypto/SecretBox.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"

#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace suhbat;
using demo::AppCredentials;
using test::Listener;
namespace signatures = demo::signatures;
using namespace Qt::StringLiterals;

/// Two of our clients and a signed REST call meet at soketi, in every kind of channel.
class TestSoketiClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase();

    void serverEvents_data();
    void serverEvents();
    void clientEventsBothWays_data();
    void clientEventsBothWays();
    void membersComeAndGo();
    void cacheChannelRepeatsItsLastEvent();
    void encryptedChannel();
    void forgedSignatureFailsAlone();
    void leftChannelIsSilent();

private:
    void publish(const QString &channel, const QString &event, const QByteArray &data,
                 const QString &exceptSocketId = {});
    void subscribeBoth(const QString &channel);

    QProcess m_soketi;
    AppCredentials m_app;
    pusher::PusherOptions m_options;
    QNetworkAccessManager m_network;
    std::unique_ptr<Listener> m_ali;
    std::unique_ptr<Listener> m_vali;
};

void TestSoketiClient::initTestCase()
{
    if (qEnvironmentVariable("SUHBAT_NO_INTEROP") == u"1")
        QSKIP("SUHBAT_NO_INTEROP=1");
    m_soketi.setStandardErrorFile(QProcess::nullDevice());
    m_soketi.start(u"node"_s,
                   {QStringLiteral(SUHBAT_SOURCE_DIR "/tests/interop/start-soketi.mjs")});
    QTRY_VERIFY_WITH_TIMEOUT(m_soketi.canReadLine(), 20000);
    const auto ready = QJsonDocument::fromJson(m_soketi.readLine());
    m_app = {ready[u"appId"].toString(), ready[u"key"].toString(),
             ready[u"secret"].toString().toLatin1()};
    m_options.tls = false;
    m_options.host = ready[u"host"].toString();
    m_options.port = quint16(ready[u"port"].toInt());
    m_options.appKey = m_app.key;
    m_options.openBox = pusher::openSecretBox;
}

void TestSoketiClient::init()
{
    test::failOnAnyWarning();
    // The same two connections for all: each function has channels of its own, or leaves them.
    if (!m_ali) {
        m_ali = std::make_unique<Listener>(m_options, m_app, u"ali"_s);
        m_vali = std::make_unique<Listener>(m_options, m_app, u"vali"_s);
    }
}

void TestSoketiClient::cleanup()
{
    for (Listener *listener : {m_ali.get(), m_vali.get()}) {
        for (const QString &channel : std::as_const(listener->channels))
            listener->client.unsubscribe(channel);
        listener->channels.clear();
    }
}

void TestSoketiClient::cleanupTestCase()
{
    m_ali.reset();
    m_vali.reset();
    m_soketi.closeWriteChannel();
    if (m_soketi.state() != QProcess::NotRunning && !m_soketi.waitForFinished(5000))
        m_soketi.kill();
    m_soketi.waitForFinished(5000);
}

void TestSoketiClient::publish(const QString &channel, const QString &event, const QByteArray &data,
                               const QString &exceptSocketId)
{
    const QString path = u"/apps/%1/events"_s.arg(m_app.id);
    QJsonObject body{
        {u"name"_s, event}, {u"channel"_s, channel}, {u"data"_s, QString::fromUtf8(data)}};
    if (!exceptSocketId.isEmpty())
        body.insert(u"socket_id"_s, exceptSocketId);
    const QByteArray text = QJsonDocument(body).toJson(QJsonDocument::Compact);
    QUrl url;
    url.setScheme(u"http"_s);
    url.setHost(m_options.host);
    url.setPort(m_options.port);
    url.setPath(path);
    url.setQuery(
        signatures::signedQuery(m_app, "POST", path, text, QDateTime::currentSecsSinceEpoch()));
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    QNetworkReply *const reply = m_network.post(request, text);
    QSignalSpy finished(reply, &QNetworkReply::finished);
    QVERIFY(finished.wait());
    QCOMPARE(reply->readAll(), QByteArray(R"({"ok":true})"));
    reply->deleteLater();
}

void TestSoketiClient::subscribeBoth(const QString &channel)
{
    m_ali->subscribe(channel);
    m_vali->subscribe(channel);
    QTRY_VERIFY(m_ali->isSubscribed(channel) && m_vali->isSubscribed(channel));
    QTRY_VERIFY(!channel.startsWith(u"presence-") || m_ali->client.members(channel).count() == 2);
    m_ali->heard.clear();
    m_vali->heard.clear();
}

void TestSoketiClient::serverEvents_data()
{
    QTest::addColumn<QString>("channel");
    for (const char *name : {"room", "private-room", "presence-room", "cache-room",
                             "private-cache-room", "presence-cache-room"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestSoketiClient::serverEvents()
{
    QFETCH(QString, channel);
    subscribeBoth(channel);
    publish(channel, u"App\\Events\\Said"_s, R"({"text":"Салом \"/<"})");
    const QStringList said{channel + uR"( App\Events\Said {"text":"Салом \"/<"})"_s};
    QTRY_COMPARE(m_ali->heard, said);
    QTRY_COMPARE(m_vali->heard, said);
    // The socket named is left out (128).
    publish(channel, u"others"_s, "1", m_ali->client.socketId());
    publish(channel, u"last"_s, "2");
    QTRY_COMPARE(m_vali->heard.size(), 3);
    QTRY_COMPARE(m_ali->heard.mid(1), QStringList{channel + u" last 2"_s});
}

void TestSoketiClient::clientEventsBothWays_data()
{
    QTest::addColumn<QString>("channel");
    QTest::addColumn<bool>("namesTheSender");
    QTest::newRow("private") << u"private-room"_s << false;
    QTest::newRow("presence") << u"presence-room"_s << true;
}

void TestSoketiClient::clientEventsBothWays()
{
    QFETCH(QString, channel);
    QFETCH(bool, namesTheSender);
    subscribeBoth(channel);
    QVERIFY(m_ali->client.trigger(channel, u"client-typing"_s, QJsonObject{{u"n"_s, 1}}));
    const QString heard = channel + uR"( client-typing {"n":%1})"_s;
    const auto by = [namesTheSender](const char *who) {
        return namesTheSender ? u" "_s + QLatin1String(who) : QString();
    };
    QTRY_COMPARE(m_vali->heard, QStringList{heard.arg(1) + by("ali")});
    QVERIFY(m_vali->client.trigger(channel, u"client-typing"_s, QJsonObject{{u"n"_s, 2}}));
    QTRY_COMPARE(m_ali->heard, QStringList{heard.arg(2) + by("vali")}); // and not its own one
}

void TestSoketiClient::membersComeAndGo()
{
    const QString channel = u"presence-hall"_s;
    pusher::PusherChannel *hall = m_ali->subscribe(channel);
    QStringList seen;
    connect(hall, &pusher::PusherChannel::memberAdded, this,
            [&](const QString &id, const JsonValue &info) {
                seen.append(u"+%1 %2"_s.arg(id, info["name"].string().value_or(QString())));
            });
    connect(hall, &pusher::PusherChannel::memberRemoved, this,
            [&](const QString &id, const JsonValue &info) {
                seen.append(u"-%1 %2"_s.arg(id, info["name"].string().value_or(QString())));
            });
    QTRY_VERIFY(m_ali->isSubscribed(channel));
    QCOMPARE(hall->members().ids(), QStringList{u"ali"_s});
    QCOMPARE(hall->members().myId(), u"ali"_s);

    m_vali->subscribe(channel);
    QTRY_COMPARE(seen, QStringList{u"+vali vali"_s});
    QCOMPARE(hall->members().count(), 2);
    QTRY_COMPARE(m_vali->client.members(channel).count(), 2);
    // A second connection of the same person changes nothing (102).
    Listener again(m_options, m_app, u"vali"_s);
    again.subscribe(channel);
    QTRY_VERIFY(again.isSubscribed(channel));
    m_vali->client.unsubscribe(channel);
    QTRY_COMPARE(again.client.members(channel).count(), 2);
    again.client.disconnectFromServer();
    QTRY_COMPARE(seen, QStringList({u"+vali vali"_s, u"-vali vali"_s}));
    QCOMPARE(hall->members().count(), 1);
}

void TestSoketiClient::cacheChannelRepeatsItsLastEvent()
{
    const QString channel = u"cache-news"_s;
    m_ali->subscribe(channel);
    QTRY_VERIFY(m_ali->heard.contains(channel + u" pusher:cache_miss null"_s));
    publish(channel, u"price"_s, R"({"n":7})");
    QTRY_COMPARE(m_ali->heard.value(m_ali->heard.size() - 1), channel + uR"( price {"n":7})"_s);
    m_vali->subscribe(channel);
    QTRY_COMPARE(m_vali->heard.value(m_vali->heard.size() - 1),
                 channel + uR"( price {"n":7} (replayed))"_s); // (113)
}

void TestSoketiClient::encryptedChannel()
{
    const QString channel = u"private-encrypted-room.1"_s;
    subscribeBoth(channel);
    // Sealed by real Laravel with the key of that channel (108): {"text":"sesame"}
    publish(channel, u"secret"_s,
            R"({"nonce":"AAECAwQFBgcICQoLDA0ODxAREhMUFRYX",)"
            R"("ciphertext":"O9d6d/UYBvvwv3tOd9WqC3KgoQx3aXqYX1h0jYQCrb6X"})");
    const QStringList opened{channel + uR"( secret {"text":"sesame"})"_s};
    QTRY_COMPARE(m_ali->heard, opened);
    QTRY_COMPARE(m_vali->heard, opened);
    QVERIFY(!m_ali->client.trigger(channel, u"client-typing"_s, QJsonObject())); // (110)
}

void TestSoketiClient::forgedSignatureFailsAlone()
{
    subscribeBoth(u"private-room"_s);
    m_ali->subscribe(u"private-forged"_s);
    QTRY_COMPARE(m_ali->client.subscriptionState(u"private-forged"_s),
                 pusher::SubscriptionState::Failed);
    QCOMPARE(m_ali->client.state(), pusher::ConnectionState::Connected);
    publish(u"private-room"_s, u"still"_s, "{}");
    QTRY_VERIFY(m_ali->heard.contains(u"private-room still {}"));
}

void TestSoketiClient::leftChannelIsSilent()
{
    subscribeBoth(u"room"_s);
    m_ali->client.unsubscribe(u"room"_s);
    publish(u"room"_s, u"x"_s, "{}");
    QTRY_COMPARE(m_vali->heard, QStringList{u"room x {}"_s});
    m_ali->subscribe(u"hall"_s);
    QTRY_VERIFY(m_ali->isSubscribed(u"hall"_s));
    QVERIFY(!m_ali->heard.contains(u"room x {}"_s));
}

SUHBAT_TEST(TestSoketiClient, Core)
#include "tst_soketi_client.moc"
