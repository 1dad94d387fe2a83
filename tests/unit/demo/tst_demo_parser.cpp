#include "demo/http/HttpListener.h"
#include "demo/http/HttpParser.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"

#include <QRegularExpression>
#include <QTcpSocket>
#include <QTest>
#include <QTimer>

using namespace suhbat::demo;
using namespace Qt::StringLiterals;

/// The HTTP side without the chat: parser and connections.
class TestDemoParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { suhbat::test::failOnAnyWarning(); }
    void readsARequestByteByByte();
    void readsChunkedBodies();
    void keepsPipelinedRequests();
    void refusesNonsense_data();
    void refusesNonsense();
    void answersPipelinedRequestsInOrder();
    void survivesAClientThatLeaves();
    void continuesWhenAsked();
    void answersHeadWithoutABody();
};

void TestDemoParser::readsARequestByteByByte()
{
    const QByteArray bytes = "\r\nPOST /api/a%20b?page=2&search=k%C3%A9 HTTP/1.1\r\nHost: x:1\r\n"
                             "content-length: 5\r\n\r\nhello";
    HttpParser parser;
    for (qsizetype i = 0; i < bytes.size() - 1; ++i)
        QCOMPARE(parser.feed(bytes.mid(i, 1)), HttpParser::State::Incomplete);
    QCOMPARE(parser.feed(bytes.right(1)), HttpParser::State::Complete);
    const HttpRequest request = parser.take();
    QCOMPARE(request.method, QByteArray("POST"));
    QCOMPARE(request.path, u"/api/a b"_s);
    QCOMPARE(request.query.queryItemValue(u"page"_s), u"2"_s);
    QCOMPARE(request.query.queryItemValue(u"search"_s), u"ké"_s);
    QCOMPARE(request.header("Content-Length"), QByteArray("5"));
    QCOMPARE(request.body, QByteArray("hello"));
    QCOMPARE(parser.state(), HttpParser::State::Incomplete);
}

void TestDemoParser::readsChunkedBodies()
{
    HttpParser parser;
    const QByteArray bytes = "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n"
                             "4;x=y\r\nhell\r\n1\r\no\r\n0\r\nTrailer: z\r\n\r\n";
    for (const char byte : bytes)
        parser.feed(QByteArray(1, byte));
    QCOMPARE(parser.state(), HttpParser::State::Complete);
    QCOMPARE(parser.take().body, QByteArray("hello"));
}

void TestDemoParser::keepsPipelinedRequests()
{
    HttpParser parser;
    parser.feed("GET /1 HTTP/1.1\r\n\r\nGET /2 HTTP/1.1\r\n\r\nGET /3");
    QCOMPARE(parser.take().path, u"/1"_s);
    QCOMPARE(parser.state(), HttpParser::State::Complete);
    QCOMPARE(parser.take().path, u"/2"_s);
    QCOMPARE(parser.feed(" HTTP/1.1\r\n\r\n"), HttpParser::State::Complete);
    QCOMPARE(parser.take().path, u"/3"_s);
}

void TestDemoParser::refusesNonsense_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QByteArray &bytes, int status) {
        QTest::newRow(name) << bytes << status;
    };
    row("no request line", "hello\r\n\r\n", 400);
    row("no version", "GET /\r\n\r\n", 400);
    row("no path", "GET x HTTP/1.1\r\n\r\n", 400);
    row("header without colon", "GET / HTTP/1.1\r\nnothing\r\n\r\n", 400);
    row("negative length", "POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n", 400);
    row("length in words", "POST / HTTP/1.1\r\nContent-Length: ten\r\n\r\n", 400);
    row("length too big", "POST / HTTP/1.1\r\nContent-Length: 999999999\r\n\r\n", 413);
    row("chunk in words", "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nten\r\n", 400);
    row("chunk too big", "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nffffffff\r\n", 413);
    row("endless head", "GET / HTTP/1.1\r\nX: " + QByteArray(17'000, 'x'), 431);
}

void TestDemoParser::refusesNonsense()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    HttpParser parser;
    QCOMPARE(parser.feed(bytes), HttpParser::State::Bad);
    QCOMPARE(parser.badStatus(), status);

    HttpListener listener;
    QVERIFY(listener.listen(QHostAddress::LocalHost, 0));
    QTcpSocket client;
    client.connectToHost(QHostAddress(QHostAddress::LocalHost), listener.port());
    client.write(bytes);
    QTRY_COMPARE(client.state(), QAbstractSocket::UnconnectedState);
    QVERIFY(client.readAll().startsWith("HTTP/1.1 " + QByteArray::number(status)));
}

void TestDemoParser::answersPipelinedRequestsInOrder()
{
    HttpListener listener;
    QVERIFY(listener.listen(QHostAddress::LocalHost, 0));
    int delay = 60; // the first answer is the slowest
    connect(&listener, &HttpListener::requestReceived, this,
            [&](const HttpRequest &request, const HttpResponder &responder) {
                QTimer::singleShot(delay, this, [responder, body = request.path.toUtf8()] {
                    responder.send(HttpReply::html(200, body));
                    responder.send(HttpReply::html(200, "second answer to one request"));
                });
                delay -= 30;
            });
    QTcpSocket client;
    client.connectToHost(QHostAddress(QHostAddress::LocalHost), listener.port());
    client.write("GET /1 HTTP/1.1\r\n\r\nGET /2 HTTP/1.1\r\n\r\n");
    QTRY_COMPARE(delay, 30); // the first is being answered when the last arrives
    client.write("GET /3 HTTP/1.1\r\nConnection: close\r\n\r\n");
    QTRY_COMPARE(client.state(), QAbstractSocket::UnconnectedState);
    const QByteArray all = client.readAll();
    QCOMPARE(all.count("HTTP/1.1 200 OK"), 3);
    QVERIFY(all.indexOf("\r\n\r\n/1") < all.indexOf("\r\n\r\n/2"));
    QVERIFY(all.indexOf("\r\n\r\n/2") < all.indexOf("\r\n\r\n/3"));
    QVERIFY(!all.contains("second answer"));
}

void TestDemoParser::survivesAClientThatLeaves()
{
    HttpListener listener;
    QVERIFY(listener.listen(QHostAddress::LocalHost, 0));
    QList<HttpResponder> waiting;
    connect(&listener, &HttpListener::requestReceived, this,
            [&](const HttpRequest &, const HttpResponder &responder) { waiting += responder; });
    for (int i = 1; i <= 20; ++i) {
        QTcpSocket client;
        client.connectToHost(QHostAddress(QHostAddress::LocalHost), listener.port());
        client.write("GET / HTTP/1.1\r\n\r\n");
        QTRY_COMPARE(waiting.size(), i);
        client.abort();
    }
    QTRY_COMPARE(listener.connectionCount(), 0);
    for (const HttpResponder &responder : std::as_const(waiting)) {
        responder.send(HttpReply::empty(200));
        responder.cut();
    }
}

void TestDemoParser::continuesWhenAsked()
{
    HttpListener listener;
    QVERIFY(listener.listen(QHostAddress::LocalHost, 0));
    connect(&listener, &HttpListener::requestReceived, this,
            [](const HttpRequest &request, const HttpResponder &responder) {
                responder.send(HttpReply::html(200, request.body));
            });
    QTcpSocket client;
    client.connectToHost(QHostAddress(QHostAddress::LocalHost), listener.port());
    client.write("POST / HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
    QTRY_COMPARE(client.peek(100), QByteArray("HTTP/1.1 100 Continue\r\n\r\n"));
    client.write("ok");
    QTRY_VERIFY(client.peek(1000).endsWith("\r\n\r\nok"));
}

void TestDemoParser::answersHeadWithoutABody()
{
    HttpListener listener;
    QVERIFY(listener.listen(QHostAddress::LocalHost, 0));
    connect(&listener, &HttpListener::requestReceived, this,
            [](const HttpRequest &, const HttpResponder &responder) {
                responder.send(HttpReply::html(200, "12345"));
            });
    QTcpSocket client;
    client.connectToHost(QHostAddress(QHostAddress::LocalHost), listener.port());
    client.write("HEAD / HTTP/1.1\r\nConnection: close\r\n\r\n");
    QTRY_COMPARE(client.state(), QAbstractSocket::UnconnectedState);
    const QByteArray all = client.readAll();
    QVERIFY(all.contains("Content-Length: 5"));
    QVERIFY(all.endsWith("\r\n\r\n"));
}

SUHBAT_TEST(TestDemoParser, Core)
#include "tst_demo_parser.moc"
