#include "pusher/HttpChannelAuthorizer.h"
#include "pusher/HttpUserAuthenticator.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"

#include <QNetworkAccessManager>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QTimer>

using namespace suhbat;
using namespace suhbat::pusher;

class HttpAuthorizerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { serve(); }
    void init();
    void statement085_formWithParameters();
    void statement086_tokenAndAccept();
    void statement087_endpointUnset();
    void statement088_answerIsUsedVerbatim();
    void statement089_answers_data();
    void statement089_answers();
    void statement090_unusableAnswers_data();
    void statement090_unusableAnswers();
    void statement091_retryAfterIsKept();
    void statement089_nothingListens();
    void statement118_userEndpoint();
    void silenceTimesOut();
    void drippingTimesOut();
    void endlessAnswerIsCutOff();
    void diedContextHearsNothing();

private:
    void answer(const QByteArray &status, const QByteArray &body)
    {
        m_answer = "HTTP/1.1 " + status + "\r\nContent-Length: " + QByteArray::number(body.size()) +
                   "\r\n\r\n" + body;
    }
    void expect(const QString &expected);
    /// Serves every request `m_answer` (nothing when empty) and keeps what it got.
    void serve();
    QUrl endpoint() const
    {
        return QUrl(
            QStringLiteral("http://127.0.0.1:%1/broadcasting/auth").arg(m_server.serverPort()));
    }
    std::optional<Result<ChannelAuthorization>> ask(HttpChannelAuthorizer &authorizer);

    QTcpServer m_server;
    QByteArray m_answer;
    QByteArray m_request;
    QNetworkAccessManager m_network;
};

void HttpAuthorizerTest::init()
{
    test::failOnAnyWarning();
    m_request.clear();
    m_answer.clear();
    if (!m_server.isListening())
        QVERIFY(m_server.listen(QHostAddress::LocalHost));
}

void HttpAuthorizerTest::serve()
{
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        QTcpSocket *const socket = m_server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
            m_request += socket->readAll();
            // The form comes after the head, maybe in a segment of its own.
            if (m_answer.isEmpty() || !m_request.contains("socket_id="))
                return;
            socket->write(m_answer);
            socket->disconnectFromHost();
        });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    });
}

std::optional<Result<ChannelAuthorization>> HttpAuthorizerTest::ask(HttpChannelAuthorizer &a)
{
    std::optional<Result<ChannelAuthorization>> answer;
    int calls = 0;
    a.authorize(QStringLiteral("1.2"), QStringLiteral("private-room.1"), this,
                [&](const Result<ChannelAuthorization> &result) {
                    answer = result;
                    ++calls;
                });
    if (answer)
        qCritical("answered before authorize() returned");
    [&] { QTRY_COMPARE(calls, 1); }();
    return answer;
}

void HttpAuthorizerTest::statement085_formWithParameters()
{
    answer("200 OK", "{\"auth\":\"key:abc\",\"x\":\"y\"}");
    HttpChannelAuthorizer a(m_network, endpoint());
    a.setParameter(QStringLiteral("device"), QStringLiteral("a+b &c"));
    const auto result = ask(a);
    QVERIFY(result && *result);
    QCOMPARE((*result)->auth, QStringLiteral("key:abc"));
    QVERIFY(m_request.startsWith("POST /broadcasting/auth HTTP/1.1\r\n"));
    QVERIFY(m_request.contains("\r\nContent-Type: application/x-www-form-urlencoded\r\n"));
    QVERIFY(m_request.endsWith(
        "\r\n\r\nsocket_id=1.2&channel_name=private-room.1&device=a%2Bb%20%26c"));
}

void HttpAuthorizerTest::statement086_tokenAndAccept()
{
    answer("200 OK", "{\"auth\":\"key:abc\"}");
    HttpChannelAuthorizer a(m_network, endpoint());
    a.setBearerToken("t0ken");
    QVERIFY(ask(a)->ok());
    QVERIFY(m_request.contains("\r\nAuthorization: Bearer t0ken\r\n"));
    QVERIFY(m_request.contains("\r\nAccept: application/json\r\n"));
    m_request.clear();
    a.setBearerToken({});
    QVERIFY(ask(a)->ok());
    QVERIFY(!m_request.contains("Authorization"));
}

void HttpAuthorizerTest::statement087_endpointUnset()
{
    answer("200 OK", "{\"auth\":\"key:abc\"}");
    QUrl url = endpoint();
    for (const char *path : {"", "/"}) {
        m_request.clear();
        url.setPath(QLatin1String(path));
        HttpChannelAuthorizer a(m_network, url);
        QVERIFY(ask(a)->ok());
        QVERIFY(m_request.startsWith("POST /broadcasting/auth HTTP/1.1\r\n"));
    }
    m_request.clear();
    url.setPath(QLatin1String(HttpChannelAuthorizer::pusherPath));
    HttpChannelAuthorizer a(m_network, url);
    QVERIFY(ask(a)->ok());
    QVERIFY(m_request.startsWith("POST /pusher/auth HTTP/1.1\r\n"));
}

void HttpAuthorizerTest::statement088_answerIsUsedVerbatim()
{
    answer("200 OK", test::fixture(QStringLiteral("pusher/auth-presence.json")));
    HttpChannelAuthorizer a(m_network, endpoint());
    const auto result = ask(a);
    QVERIFY(result && *result);
    QCOMPARE((*result)->auth,
             QStringLiteral("278d425bdf160c739803:"
                            "31935e7d86dba64c2a90aed31fdc61869f9b22ba9d8863bba239c03ca481bc80"));
    QCOMPARE(
        (*result)->channelData,
        QStringLiteral("{'user_id':10,'user_info':{'name':'Mr. Channels'}}").replace(u'\'', u'"'));
    QCOMPARE((*result)->sharedSecret, QByteArray("DprKTSclO4YqEBXSa748oD4225jWdMMFv3Yarx+wCGE="));
}

void HttpAuthorizerTest::expect(const QString &expected)
{
    HttpChannelAuthorizer a(m_network, endpoint());
    const auto result = ask(a);
    QVERIFY(result.has_value());
    QCOMPARE(m_request.count(" HTTP/1.1\r\n"), 1); // no redirect is followed
    if (expected == QLatin1String("ok")) {
        QVERIFY(result->ok());
        return;
    }
    QVERIFY(!result->ok());
    const Error &error = result->error();
    const QString got = QStringLiteral("%1 %2 %3")
                            .arg(toString(error.kind))
                            .arg(error.status)
                            .arg(error.serverText);
    QCOMPARE(got.trimmed(), expected);
}

void HttpAuthorizerTest::statement089_answers_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("expected"); // "ok" or kind and status
    const QByteArray good("{'auth':'k:s'}");
    const QByteArray nothing("{}");
    QTest::newRow("200") << QByteArray("200 OK") << good << "ok";
    QTest::newRow("201") << QByteArray("201 Created") << good << "ok";
    QTest::newRow("302") << QByteArray("302 Found\r\nLocation: /login") << good
                         << "BadResponse 302";
    QTest::newRow("401") << QByteArray("401 Unauthorized") << nothing << "Unauthorized 401";
    QTest::newRow("403") << QByteArray("403 Forbidden") << QByteArray("{'message':'no'}")
                         << "Forbidden 403 no";
    QTest::newRow("405") << QByteArray("405 Method Not Allowed") << good << "BadResponse 405";
    QTest::newRow("419") << QByteArray("419 Page Expired") << nothing << "BadResponse 419";
    QTest::newRow("429") << QByteArray("429 Too Many Requests") << nothing << "RateLimited 429";
    QTest::newRow("500") << QByteArray("500 Oops") << QByteArray("<html>") << "Server 500";
}

void HttpAuthorizerTest::statement089_answers()
{
    QFETCH(QByteArray, status);
    QFETCH(QByteArray, body);
    QFETCH(QString, expected);
    answer(status, body.replace('\'', '"'));
    expect(expected);
}

void HttpAuthorizerTest::statement090_unusableAnswers_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("html") << QByteArray("<html>");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("null") << QByteArray("null");
    QTest::newRow("list") << QByteArray("['k:s']");
    QTest::newRow("no auth") << QByteArray("{}");
    QTest::newRow("auth is null") << QByteArray("{'auth':null}");
    QTest::newRow("auth is empty") << QByteArray("{'auth':''}");
    QTest::newRow("auth is a number") << QByteArray("{'auth':7}");
    QTest::newRow("no key") << QByteArray("{'auth':':sig'}");
    QTest::newRow("no signature") << QByteArray("{'auth':'key:'}");
}

void HttpAuthorizerTest::statement090_unusableAnswers()
{
    QFETCH(QByteArray, body);
    answer("200 OK", body.replace('\'', '"'));
    expect(QStringLiteral("BadResponse 200"));
}

void HttpAuthorizerTest::statement091_retryAfterIsKept()
{
    m_answer = "HTTP/1.1 429 Slow\r\nRetry-After: 17\r\nContent-Length: 0\r\n\r\n";
    HttpChannelAuthorizer a(m_network, endpoint());
    const auto result = ask(a);
    QVERIFY(result && !result->ok());
    QVERIFY(result->error().retryAfter == std::chrono::seconds(17));
}

void HttpAuthorizerTest::statement089_nothingListens()
{
    const QUrl url = endpoint();
    m_server.close();
    HttpChannelAuthorizer a(m_network, url);
    const auto result = ask(a);
    QVERIFY(result && !result->ok());
    QCOMPARE(toString(result->error().kind), QStringLiteral("Unreachable"));
    QCOMPARE(result->error().status, 0);
}

void HttpAuthorizerTest::statement118_userEndpoint()
{
    answer("200 OK", test::fixture(QStringLiteral("pusher/auth-user.json")));
    QUrl url = endpoint();
    url.setPath({});
    HttpUserAuthenticator a(m_network, url);
    a.form().setBearerToken("t0ken");
    std::optional<Result<UserAuthentication>> result;
    a.authenticate(QStringLiteral("1234.1234"), this,
                   [&result](const Result<UserAuthentication> &got) { result = got; });
    QVERIFY(!result);
    QTRY_VERIFY(result.has_value());
    QVERIFY(result->ok());
    QCOMPARE((*result)->userData, QStringLiteral("{'id':'12345'}").replace(u'\'', u'"'));
    QVERIFY((*result)->auth.endsWith(QStringLiteral("16ab43aa6de336ba")));
    QVERIFY(m_request.startsWith("POST /broadcasting/user-auth HTTP/1.1\r\n"));
    QVERIFY(m_request.contains("\r\nAuthorization: Bearer t0ken\r\n"));
    QVERIFY(m_request.endsWith("\r\n\r\nsocket_id=1234.1234"));
}

void HttpAuthorizerTest::silenceTimesOut()
{
    HttpChannelAuthorizer a(m_network, endpoint());
    a.setTimeout(Milliseconds(80));
    const auto result = ask(a);
    QVERIFY(result && !result->ok());
    QCOMPARE(toString(result->error().kind), QStringLiteral("Timeout"));
}

void HttpAuthorizerTest::drippingTimesOut()
{
    QTimer drip;
    connect(&m_server, &QTcpServer::newConnection, &drip, [this, &drip] {
        QTcpSocket *const socket = m_server.findChildren<QTcpSocket *>().last();
        socket->write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
        connect(&drip, &QTimer::timeout, socket, [socket] { socket->write(" "); });
    });
    drip.start(20);
    HttpChannelAuthorizer a(m_network, endpoint());
    a.setTimeout(Milliseconds(150));
    const auto result = ask(a);
    QVERIFY(result && !result->ok());
    QCOMPARE(toString(result->error().kind), QStringLiteral("Timeout"));
}

void HttpAuthorizerTest::endlessAnswerIsCutOff()
{
    answer("200 OK", QByteArray(1024 * 1024, ' '));
    HttpChannelAuthorizer a(m_network, endpoint());
    const auto result = ask(a);
    QVERIFY(result && !result->ok());
    QCOMPARE(toString(result->error().kind), QStringLiteral("TooLarge"));
}

void HttpAuthorizerTest::diedContextHearsNothing()
{
    HttpChannelAuthorizer a(m_network, endpoint());
    bool called = false;
    {
        QObject context;
        a.authorize(QStringLiteral("1.2"), QStringLiteral("private-x"), &context,
                    [&called](const Result<ChannelAuthorization> &) { called = true; });
        QTRY_VERIFY(m_request.contains("private-x"));
    }
    QTRY_COMPARE(m_network.findChildren<QNetworkReply *>().size(), 0);
    QVERIFY(!called);
}

SUHBAT_TEST(HttpAuthorizerTest, Core)
#include "tst_http_authorizer.moc"
