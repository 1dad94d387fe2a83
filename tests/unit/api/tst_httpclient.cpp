#include "api/HttpClient.h"
#include "StubServer.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"
#include "support/Wait.h"

#include <QNetworkReply>
#include <QSignalSpy>
#include <QTest>

using namespace suhbat;
using test::StubServer;

class TestHttpClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void headersAreWhatTheContractSays();
    void statement128_socketIdIsAHeader();
    void theTokenStaysAtItsOrigin();
    void aTokenCannotWriteHeaders();
    void an2xxIsASuccess();
    void anEmptyBodyIsFine();
    void htmlIsABadResponse();
    void statusesBecomeErrors_data();
    void statusesBecomeErrors();
    void retryAfterAsADate();
    void redirectsAreNotFollowed();
    void silenceIsATimeout();
    void aDripDoesNotStretchTheTimeout();
    void refusedIsUnreachable();
    void noRouteIsUnreachable_data();
    void noRouteIsUnreachable();
    void aPostIsNeverSentTwice();
    void aHugeAnswerIsGivenUp();
    void cancelAllEndsEverything();
    void noHandlerAfterTheContext();
    void theEndOfTheClientIsACancel();
    void unauthorizedIsToldOnceAfterTheHandler();
    void anOldTokensRefusalEndsNothing();
    void noCookies();

private:
    void useTimeout(Milliseconds timeout);
    HttpRequest get(const QString &path = QStringLiteral("/api/x")) const;
    HttpRequest post(const QByteArray &body) const;
    /// Sends, waits, and gives what the handler got.
    Result<HttpReply> ask(const HttpRequest &request);

    std::unique_ptr<StubServer> m_server;
    std::unique_ptr<QNetworkAccessManager> m_network;
    std::unique_ptr<HttpClient> m_client;
    QObject m_context;
};

void TestHttpClient::init()
{
    test::failOnAnyWarning();
    m_server = std::make_unique<StubServer>();
    m_network = std::make_unique<QNetworkAccessManager>();
    useTimeout(std::chrono::seconds(20));
}

void TestHttpClient::useTimeout(Milliseconds timeout)
{
    ServerProfile profile;
    profile.apiBaseUrl = m_server->url(QStringLiteral("/api"));
    NetworkSettings settings;
    settings.requestTimeout = timeout;
    m_client = std::make_unique<HttpClient>(m_network.get(), profile, settings);
}

void TestHttpClient::cleanup()
{
    m_client.reset();
    m_network.reset();
    m_server.reset();
}

HttpRequest TestHttpClient::get(const QString &path) const
{
    return {HttpRequest::Method::Get, m_server->url(path), {}};
}

HttpRequest TestHttpClient::post(const QByteArray &body) const
{
    return {HttpRequest::Method::Post, m_server->url(QStringLiteral("/api/x")), body};
}

Result<HttpReply> TestHttpClient::ask(const HttpRequest &request)
{
    std::optional<Result<HttpReply>> answer;
    m_client->send(request, &m_context, [&](Result<HttpReply> r) { answer = std::move(r); });
    if (answer)
        qFatal("the handler was called before send() returned");
    if (!test::waitUntil([&] { return answer.has_value(); }, 15000))
        qFatal("no answer");
    return *answer;
}

void TestHttpClient::headersAreWhatTheContractSays()
{
    m_client->setToken(QStringLiteral("7|demoToken"));
    m_client->setLanguage(QStringLiteral("uz"));
    QVERIFY(ask(post("{\"a\":1}")).ok());
    const auto &request = m_server->requests.constFirst();
    QCOMPARE(request.method, QByteArray("POST"));
    QCOMPARE(request.body, QByteArray("{\"a\":1}"));
    QCOMPARE(request.headers.value("accept"), QByteArray("application/json"));
    QCOMPARE(request.headers.value("content-type"), QByteArray("application/json"));
    QCOMPARE(request.headers.value("accept-language"), QByteArray("uz"));
    QCOMPARE(request.headers.value("x-locale"), QByteArray("uz"));
    QCOMPARE(request.headers.value("x-requested-with"), QByteArray("XMLHttpRequest"));
    QCOMPARE(request.headers.value("authorization"), QByteArray("Bearer 7|demoToken"));
    QVERIFY(request.headers.value("user-agent").startsWith("suhbat/"));

    auto quiet = get();
    quiet.withToken = false;
    QVERIFY(ask(quiet).ok());
    QVERIFY(!m_server->requests.constLast().headers.contains("authorization"));
}

void TestHttpClient::statement128_socketIdIsAHeader()
{
    m_client->setSocketId(QStringLiteral("123.456"));
    QVERIFY(ask(post("{}")).ok());
    QCOMPARE(m_server->requests.constLast().headers.value("x-socket-id"), QByteArray("123.456"));
    m_client->setSocketId(QString());
    QVERIFY(ask(post("{}")).ok());
    QVERIFY(!m_server->requests.constLast().headers.contains("x-socket-id"));
}

void TestHttpClient::theTokenStaysAtItsOrigin()
{
    StubServer other;
    m_client->setToken(QStringLiteral("7|demoToken"));
    QVERIFY(ask({HttpRequest::Method::Get, other.url(QStringLiteral("/api/x")), {}}).ok());
    QVERIFY(!other.requests.constFirst().headers.contains("authorization"));
}

void TestHttpClient::aTokenCannotWriteHeaders()
{
    m_client->setToken(QStringLiteral("a\r\nX-Evil: 1"));
    QVERIFY(!m_client->hasToken());
}

void TestHttpClient::an2xxIsASuccess()
{
    m_server->answer = [](const auto &) { return StubServer::Answer{201, "{\"id\":5}"}; };
    const auto reply = ask(post("{}"));
    QVERIFY(reply.ok());
    QCOMPARE(reply->status, 201);
    QCOMPARE(reply->json["id"].integer().value(), 5);
}

void TestHttpClient::anEmptyBodyIsFine()
{
    m_server->answer = [](const auto &) { return StubServer::Answer{204, ""}; };
    const auto reply = ask(post(""));
    QVERIFY(reply.ok());
    QVERIFY(reply->json.isNothing());
}

void TestHttpClient::htmlIsABadResponse()
{
    m_server->answer = [](const auto &) {
        StubServer::Answer answer{200, "<html><body>Welcome, secret</body></html>"};
        answer.type = "text/html";
        return answer;
    };
    const auto reply = ask(get());
    QVERIFY(!reply.ok());
    QCOMPARE(toString(reply.error().kind), QStringLiteral("BadResponse"));
    QCOMPARE(reply.error().detail,
             QStringLiteral("GET /api/x: HTTP 200 with text/html instead of JSON"));
}

void TestHttpClient::statusesBecomeErrors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("kind");
    const auto add = [](int status, const char *kind) {
        QTest::addRow("%d", status) << status << QString::fromLatin1(kind);
    };
    add(400, "Validation");
    add(401, "Unauthorized");
    add(403, "Forbidden");
    add(404, "NotFound");
    add(405, "BadResponse");
    add(409, "Conflict");
    add(413, "TooLarge");
    add(419, "BadResponse");
    add(422, "Validation");
    add(429, "RateLimited");
    add(500, "Server");
    add(503, "Server");
}

void TestHttpClient::statusesBecomeErrors()
{
    QFETCH(int, status);
    QFETCH(QString, kind);
    m_server->answer = [status](const auto &) {
        return StubServer::Answer{status,
                                  "{\"message\":\"Words\",\"errors\":{\"phone\":[\"Wrong\"]}}",
                                  "Retry-After: 7\r\n"};
    };
    const auto reply = ask(post("{}"));
    QVERIFY(!reply.ok());
    const Error &error = reply.error();
    QCOMPARE(error.status, status);
    QCOMPARE(toString(error.kind), kind);
    // Of these the general sentence is the framework's, for developers (wire/Errors).
    const bool fieldOnly = status >= 500 || status == 405;
    QCOMPARE(error.serverText, fieldOnly ? QStringLiteral("Wrong") : QStringLiteral("Words"));
    QCOMPARE(error.fields.value(QStringLiteral("phone")), QStringList(QStringLiteral("Wrong")));
    QVERIFY(error.retryAfter == std::chrono::seconds(7));
}

void TestHttpClient::retryAfterAsADate()
{
    const QString date = QLocale::c().toString(QDateTime::currentDateTimeUtc().addSecs(60),
                                               QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
    m_server->answer = [date](const auto &) {
        return StubServer::Answer{503, "", "Retry-After: " + date.toLatin1() + "\r\n"};
    };
    const auto reply = ask(get());
    QVERIFY(reply.error().retryAfter.has_value());
    QVERIFY(reply.error().retryAfter->count() > 50 && reply.error().retryAfter->count() <= 60);
}

void TestHttpClient::redirectsAreNotFollowed()
{
    StubServer other;
    const QByteArray location = other.url(QStringLiteral("/login")).toEncoded();
    m_server->answer = [location](const auto &) {
        return StubServer::Answer{302, "", "Location: " + location + "\r\n"};
    };
    m_client->setToken(QStringLiteral("7|demoToken"));
    const auto reply = ask(get());
    QVERIFY(!reply.ok());
    QCOMPARE(toString(reply.error().kind), QStringLiteral("BadResponse"));
    QCOMPARE(reply.error().status, 302);
    QCOMPARE(other.requests.size(), 0);
}

void TestHttpClient::silenceIsATimeout()
{
    useTimeout(Milliseconds(300));
    m_server->answer = [](const auto &) {
        StubServer::Answer answer;
        answer.silent = true;
        return answer;
    };
    const auto reply = ask(post("{}"));
    QCOMPARE(toString(reply.error().kind), QStringLiteral("Timeout"));
    QCOMPARE(reply.error().detail, QStringLiteral("POST /api/x: no answer within 300 ms"));
}

void TestHttpClient::aDripDoesNotStretchTheTimeout()
{
    useTimeout(Milliseconds(300));
    QTcpServer dripping;
    QVERIFY(dripping.listen(QHostAddress::LocalHost));
    QTimer drip;
    connect(&dripping, &QTcpServer::newConnection, &dripping, [&] {
        QTcpSocket *socket = dripping.nextPendingConnection();
        socket->write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
        connect(&drip, &QTimer::timeout, socket, [socket] { socket->write(" "); });
        drip.start(20);
    });
    const auto reply = ask({HttpRequest::Method::Get,
                            QUrl(QStringLiteral("http://127.0.0.1:%1/").arg(dripping.serverPort())),
                            {}});
    QCOMPARE(toString(reply.error().kind), QStringLiteral("Timeout"));
}

void TestHttpClient::refusedIsUnreachable()
{
    const auto request = get();
    m_server->close();
    QCOMPARE(toString(ask(request).error().kind), QStringLiteral("Unreachable"));
}

namespace {

/// An answer as Qt gives it for an error that it has no code for.
class Lost final : public QNetworkReply
{
public:
    Lost(const QNetworkRequest &request, const QString &words)
    {
        setRequest(request);
        setUrl(request.url());
        setError(UnknownNetworkError, words);
        setFinished(true);
        QMetaObject::invokeMethod(this, &QNetworkReply::finished, Qt::QueuedConnection);
    }
    void abort() override {}

protected:
    qint64 readData(char *, qint64) override { return -1; }
};

class NoWay final : public QNetworkAccessManager
{
public:
    QString words;

protected:
    QNetworkReply *createRequest(Operation, const QNetworkRequest &request, QIODevice *) override
    {
        return new Lost(request, words);
    }
};

} // namespace

void TestHttpClient::noRouteIsUnreachable_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("kind");
    QTest::newRow("network") << QStringLiteral("Network unreachable")
                             << QStringLiteral("Unreachable");
    QTest::newRow("host") << QStringLiteral("Host unreachable") << QStringLiteral("Unreachable");
    // Something else may have happened after the request was out.
    QTest::newRow("else") << QStringLiteral("Unknown error") << QStringLiteral("Timeout");
}

void TestHttpClient::noRouteIsUnreachable()
{
    QFETCH(const QString, words);
    auto network = std::make_unique<NoWay>();
    network->words = words;
    m_client.reset();
    m_network = std::move(network);
    useTimeout(std::chrono::seconds(20));
    QTEST(toString(ask(get()).error().kind), "kind");
}

void TestHttpClient::aPostIsNeverSentTwice()
{
    m_server->answer = [](const auto &) {
        StubServer::Answer answer;
        answer.hangsUp = true;
        return answer;
    };
    const auto reply = ask(post("{\"body\":\"once\"}"));
    QCOMPARE(toString(reply.error().kind), QStringLiteral("Timeout"));
    QCOMPARE(m_server->requests.size(), 1);

    // The same on a connection that was kept alive, and without a body.
    for (const QByteArray &body : {QByteArray("{\"body\":\"once\"}"), QByteArray()}) {
        const auto hangUp = std::exchange(m_server->answer, {});
        QVERIFY(ask(get()).ok());
        m_server->answer = hangUp;
        m_server->requests.clear();
        QVERIFY(!ask(post(body)).ok());
        QCOMPARE(m_server->requests.size(), 1);
    }
}

void TestHttpClient::aHugeAnswerIsGivenUp()
{
    m_client->setAnswerLimit(1000);
    m_server->answer = [](const auto &) {
        return StubServer::Answer{200, QByteArray(5000, ' ') + "{}"};
    };
    const auto reply = ask(get());
    QVERIFY(!reply.ok());
    QCOMPARE(toString(reply.error().kind), QStringLiteral("BadResponse"));
    QVERIFY(reply.error().detail.contains(QStringLiteral("larger than 1000 bytes")));
}

void TestHttpClient::cancelAllEndsEverything()
{
    QStringList kinds;
    for (int i = 0; i < 3; ++i) {
        m_client->send(get(), &m_context,
                       [&](const Result<HttpReply> &r) { kinds << toString(r.error().kind); });
    }
    m_client->cancelAll();
    QCOMPARE(kinds.size(), 0);
    QTRY_COMPARE(kinds, QStringList(3, QStringLiteral("Cancelled")));
}

void TestHttpClient::noHandlerAfterTheContext()
{
    bool called = false;
    auto context = std::make_unique<QObject>();
    m_server->answer = [&](const auto &) {
        context.reset();
        return StubServer::Answer{};
    };
    m_client->send(get(), context.get(), [&](const Result<HttpReply> &) { called = true; });
    QTRY_VERIFY(!context);
    QVERIFY(ask(get()).ok()); // later than the first answer
    QVERIFY(!called);
}

void TestHttpClient::theEndOfTheClientIsACancel()
{
    QString kind;
    m_client->send(get(), &m_context,
                   [&](const Result<HttpReply> &r) { kind = toString(r.error().kind); });
    m_client.reset();
    QTRY_COMPARE(kind, QStringLiteral("Cancelled"));
}

void TestHttpClient::unauthorizedIsToldOnceAfterTheHandler()
{
    QSignalSpy spy(m_client.get(), &HttpClient::unauthorized);
    m_server->answer = [](const auto &) { return StubServer::Answer{401, "{}"}; };
    QVERIFY(!ask(get()).ok()); // no token: nothing to end
    m_client->setToken(QStringLiteral("7|demoToken"));
    auto login = post("{}");
    login.endsSession = false;
    QVERIFY(!ask(login).ok());
    QVERIFY(!ask(get()).ok());
    QTRY_COMPARE(spy.size(), 1);
}

void TestHttpClient::anOldTokensRefusalEndsNothing()
{
    QSignalSpy spy(m_client.get(), &HttpClient::unauthorized);
    m_server->answer = [](const auto &) { return StubServer::Answer{401, "{}"}; };
    m_client->setToken(QStringLiteral("old"));
    bool answered = false;
    m_client->send(get(), &m_context, [&](const Result<HttpReply> &) { answered = true; });
    m_client->setToken(QStringLiteral("new"));
    QTRY_VERIFY(answered);
    m_client->setToken(QString());
    QVERIFY(!ask(get()).ok());
    QCOMPARE(spy.size(), 0);
}

void TestHttpClient::noCookies()
{
    m_server->answer = [](const auto &) {
        return StubServer::Answer{200, "{}", "Set-Cookie: laravel_session=abc; path=/\r\n"};
    };
    QVERIFY(ask(get()).ok());
    QVERIFY(ask(get()).ok());
    QVERIFY(!m_server->requests.constLast().headers.contains("cookie"));
}

SUHBAT_TEST(TestHttpClient, Core)
#include "tst_httpclient.moc"
