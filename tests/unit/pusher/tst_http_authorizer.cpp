#include "pusher/HttpChannelAuthorizer.h"
#include "support/Fixtures.h"

#include <QNetworkAccessManager>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace suhbat;
using namespace suhbat::pusher;

class HttpAuthorizerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { serve(); }
    void init();
    void statement085_formWithTokenAndParameters();
    void statement089_answers_data();
    void statement089_answers();
    void statement091_retryAfterIsKept();
    void nothingListens();
    void silenceTimesOut();
    void diedContextHearsNothing();

private:
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
            if (m_answer.isEmpty() || !m_request.contains("channel_name="))
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

void HttpAuthorizerTest::statement085_formWithTokenAndParameters()
{
    m_answer = "HTTP/1.1 200 OK\r\nContent-Length: 25\r\n\r\n{\"auth\":\"key:abc\",\"x\":\"y\"}";
    m_answer.replace("25", QByteArray::number(m_answer.mid(m_answer.indexOf('{')).size()));
    HttpChannelAuthorizer a(m_network, endpoint());
    a.setHeader("Authorization", "Bearer t0ken");
    a.setParameter(QStringLiteral("device"), QStringLiteral("a+b &c"));
    const auto answer = ask(a);
    QVERIFY(answer && *answer);
    QCOMPARE((*answer)->auth, QStringLiteral("key:abc"));
    QVERIFY(m_request.startsWith("POST /broadcasting/auth HTTP/1.1\r\n"));
    QVERIFY(m_request.contains("\r\nContent-Type: application/x-www-form-urlencoded\r\n"));
    QVERIFY(m_request.contains("\r\nAuthorization: Bearer t0ken\r\n"));
    QVERIFY(m_request.contains("\r\nAccept: application/json\r\n"));
    QVERIFY(m_request.endsWith(
        "\r\n\r\nsocket_id=1.2&channel_name=private-room.1&device=a%2Bb%20%26c"));
}

void HttpAuthorizerTest::statement089_answers_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("expected"); // "ok" or kind and status
    const QByteArray good("{'auth':'k:s','channel_data':'{}','shared_secret':'AAAA'}");
    QTest::newRow("200") << QByteArray("200 OK") << good << "ok";
    QTest::newRow("201") << QByteArray("201 Created") << good << "ok";
    QTest::newRow("html") << QByteArray("200 OK") << QByteArray("<html>") << "BadResponse 200";
    QTest::newRow("empty") << QByteArray("200 OK") << QByteArray() << "BadResponse 200";
    QTest::newRow("null") << QByteArray("200 OK") << QByteArray("null") << "BadResponse 200";
    QTest::newRow("no auth") << QByteArray("200 OK") << QByteArray("{}") << "BadResponse 200";
    QTest::newRow("auth empty") << QByteArray("200 OK") << QByteArray("{'auth':''}")
                                << "BadResponse 200";
    QTest::newRow("auth number") << QByteArray("200 OK") << QByteArray("{'auth':7}")
                                 << "BadResponse 200";
    QTest::newRow("302") << QByteArray("302 Found\r\nLocation: /login") << QByteArray()
                         << "BadResponse 302";
    QTest::newRow("401") << QByteArray("401 Unauthorized") << QByteArray("{}")
                         << "Unauthorized 401";
    QTest::newRow("403") << QByteArray("403 Forbidden") << QByteArray("{'message':'no'}")
                         << "Forbidden 403 no";
    QTest::newRow("405") << QByteArray("405 Method Not Allowed") << QByteArray()
                         << "BadResponse 405";
    QTest::newRow("419") << QByteArray("419 Page Expired") << QByteArray("{}") << "BadResponse 419";
    QTest::newRow("429") << QByteArray("429 Too Many Requests") << QByteArray("{}")
                         << "RateLimited 429";
    QTest::newRow("500") << QByteArray("500 Oops") << QByteArray("<html>") << "Server 500";
}

void HttpAuthorizerTest::statement089_answers()
{
    QFETCH(QByteArray, status);
    QFETCH(QByteArray, body);
    QFETCH(QString, expected);
    body.replace('\'', '"');
    m_answer = "HTTP/1.1 " + status + "\r\nContent-Length: " + QByteArray::number(body.size()) +
               "\r\n\r\n" + body;
    HttpChannelAuthorizer a(m_network, endpoint());
    const auto answer = ask(a);
    QVERIFY(answer.has_value());
    QCOMPARE(m_request.count(" HTTP/1.1\r\n"), 1); // no redirect is followed
    if (expected == QLatin1String("ok")) {
        QVERIFY(answer->ok());
        QCOMPARE((*answer)->channelData, QStringLiteral("{}"));
        QCOMPARE((*answer)->sharedSecret, QByteArray("AAAA"));
        return;
    }
    QVERIFY(!answer->ok());
    const Error &error = answer->error();
    const QString got = QStringLiteral("%1 %2 %3")
                            .arg(toString(error.kind))
                            .arg(error.status)
                            .arg(error.serverText);
    QCOMPARE(got.trimmed(), expected);
}

void HttpAuthorizerTest::statement091_retryAfterIsKept()
{
    m_answer = "HTTP/1.1 429 Slow\r\nRetry-After: 17\r\nContent-Length: 0\r\n\r\n";
    HttpChannelAuthorizer a(m_network, endpoint());
    const auto answer = ask(a);
    QVERIFY(answer && !answer->ok());
    QVERIFY(answer->error().retryAfter == std::chrono::seconds(17));
}

void HttpAuthorizerTest::nothingListens()
{
    const QUrl url = endpoint();
    m_server.close();
    HttpChannelAuthorizer a(m_network, url);
    const auto answer = ask(a);
    QVERIFY(answer && !answer->ok());
    QCOMPARE(toString(answer->error().kind), QStringLiteral("Unreachable"));
    QCOMPARE(answer->error().status, 0);
}

void HttpAuthorizerTest::silenceTimesOut()
{
    HttpChannelAuthorizer a(m_network, endpoint());
    a.setTimeout(Milliseconds(80));
    const auto answer = ask(a);
    QVERIFY(answer && !answer->ok());
    QCOMPARE(toString(answer->error().kind), QStringLiteral("Timeout"));
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

QTEST_GUILESS_MAIN(HttpAuthorizerTest)
#include "tst_http_authorizer.moc"
