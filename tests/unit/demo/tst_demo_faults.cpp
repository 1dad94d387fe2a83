#include "demo/broadcast/Signatures.h"
#include "demo/DemoServer.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"
#include "TestClient.h"
#include "TestSocket.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QTcpSocket>
#include <QTest>

using namespace suhbat::demo;
using suhbat::demo::test::TestClient;
using suhbat::demo::test::TestSocket;
using namespace Qt::StringLiterals;

/// Every switch that makes the back end misbehave does what it says.
class TestDemoFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void failsTheNextRequests_data();
    void failsTheNextRequests();
    void failsOnlyWhatWasAsked();
    void namesTheTimeToRetry();
    void cutsRequests();
    void carriesOutAndStaysSilent();
    void sendsEveryMessageForm_data();
    void sendsEveryMessageForm();
    void sendsEveryTypingForm();
    void sendsEveryReadForm();
    void turnsIdsIntoStrings();
    void reshapesReplies();
    void duplicatesAndSuppressesEvents();
    void dropsHugeEvents();
    void sendsTheEventBeforeTheReply();
    void isSlow();
    void movesChannelAuthorization();
    void sendsRawFrames();

private:
    QJsonObject sendAndReceive(MessageForm form);
    QJsonObject conversation();

    std::unique_ptr<DemoServer> m_server;
    std::unique_ptr<TestClient> m_dana;   ///< logged in
    std::unique_ptr<TestSocket> m_socket; ///< subscribed to Dana's channel
};

namespace {

const QString sentName = u"App\\Events\\MessageSent"_s;
const QString readName = u"App\\Events\\MessagesRead"_s;
const QString typingName = u"App\\Events\\UserTyping"_s;
const QString channelName = u"private-user.42"_s;

} // namespace

void TestDemoFaults::init()
{
    suhbat::test::failOnAnyWarning();
    DemoOptions options;
    options.quiet = true;
    m_server = std::make_unique<DemoServer>(options);
    QVERIFY(m_server->listen());
    m_dana = std::make_unique<TestClient>(m_server->apiUrl());
    QVERIFY(m_dana->logIn(u"998900000001"_s));
    m_socket = std::make_unique<TestSocket>(m_server->wsUrl(), u"/app/demo-app-key"_s);
    m_socket->subscribe(channelName, signatures::channelAuth(
                                         options.app, m_socket->waitForSocketId(), channelName));
    QTRY_COMPARE(m_server->subscriberCount(channelName), 1);
}

void TestDemoFaults::cleanup()
{
    m_socket.reset();
    m_dana.reset();
    m_server.reset();
}

QJsonObject TestDemoFaults::conversation()
{
    return m_dana->get(u"inbox/conversations/12"_s).json()[u"data"].toObject();
}

void TestDemoFaults::failsTheNextRequests_data()
{
    QTest::addColumn<Failure>("failure");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("bodyStart");
    const auto row = [](const char *name, Failure failure, int status, const QByteArray &start) {
        QTest::newRow(name) << failure << status << start;
    };
    row("401", Failure::Unauthenticated, 401, R"({"message":"Unauthenticated."})");
    row("403", Failure::Forbidden, 403, R"({"message":""})");
    row("404", Failure::NotFound, 404, R"({"message":"No query results)");
    row("419", Failure::PageExpired, 419, R"({"message":"CSRF token mismatch."})");
    row("422", Failure::Invalid, 422, R"({"errors":{"body":[)");
    row("429", Failure::TooManyRequests, 429, R"({"message":"Too Many Attempts."})");
    row("500", Failure::ServerErrorHtml, 500, "<!DOCTYPE html>");
    row("502", Failure::BadGateway, 502, "<!DOCTYPE html>");
    row("200 html", Failure::HtmlInsteadOfJson, 200, "<!DOCTYPE html>");
    row("200 empty", Failure::EmptyBody, 200, "");
    row("200 broken", Failure::BrokenJson, 200, R"({"data":{"id":)");
}

void TestDemoFaults::failsTheNextRequests()
{
    QFETCH(Failure, failure);
    QFETCH(int, status);
    QFETCH(QByteArray, bodyStart);
    m_server->faults().failNext(failure, u"/api/profile"_s, 2);
    for (int i = 0; i < 2; ++i) {
        const auto answer = m_dana->get(u"profile"_s);
        QCOMPARE(answer.status, status);
        QVERIFY2(answer.body.startsWith(bodyStart), answer.body.constData());
    }
    QCOMPARE(m_dana->get(u"profile"_s).json()[u"data"][u"id"].toInt(), 42);
}

void TestDemoFaults::failsOnlyWhatWasAsked()
{
    m_server->faults().failNext(Failure::Forbidden, u"/messages"_s, 1, "POST");
    QCOMPARE(m_dana->get(u"profile"_s).status, 200);
    QCOMPARE(m_dana->get(u"inbox/conversations/12"_s).status, 200);
    const QJsonObject body{{u"body"_s, u"x"_s}};
    QCOMPARE(m_dana->post(u"inbox/conversations/12/messages"_s, body).status, 403);
    QCOMPARE(m_dana->post(u"inbox/conversations/12/messages"_s, body).status, 201);
}

void TestDemoFaults::namesTheTimeToRetry()
{
    m_server->faults().retryAfterSeconds = 7;
    m_server->faults().failNext(Failure::TooManyRequests);
    QCOMPARE(m_dana->get(u"profile"_s).header("Retry-After"), QByteArray("7"));
}

void TestDemoFaults::cutsRequests()
{
    const QJsonObject body{{u"body"_s, u"Lost or not?"_s}};
    const auto before = m_server->messages(12).size();
    // Qt's network manager tries again when its connection was cut: cut that, too.
    m_server->faults().failNext(Failure::CutBefore, u"/messages"_s, 8);
    QCOMPARE(m_dana->post(u"inbox/conversations/12/messages"_s, body).status, 0);
    QCOMPARE(m_server->messages(12).size(), before);
}

void TestDemoFaults::carriesOutAndStaysSilent()
{
    const auto before = m_server->messages(12).size();
    m_server->faults().failNext(Failure::CutAfter, u"/messages"_s);
    // By hand: Qt's network manager sends even a POST again when its connection was cut.
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_server->port());
    socket.write("POST /api/inbox/conversations/12/messages HTTP/1.1\r\nHost: x\r\n"
                 "Content-Type: application/json\r\nContent-Length: 18\r\n"
                 "Authorization: Bearer " +
                 m_dana->token().toLatin1() + "\r\n\r\n{\"body\":\"Arrived\"}");
    QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
    QVERIFY(socket.readAll().isEmpty());
    QCOMPARE(m_server->messages(12).size(), before + 1);
    QTRY_COMPARE(m_socket->count(sentName), 1);
}

void TestDemoFaults::sendsEveryMessageForm_data()
{
    QTest::addColumn<MessageForm>("form");
    QTest::addColumn<QStringList>("topKeys");
    QTest::addColumn<QStringList>("textPath");
    const QStringList plain{u"message"_s, u"tempId"_s};
    const QStringList typed{u"data"_s, u"type"_s};
    const QStringList flat{u"conversation_id"_s, u"message_id"_s, u"sender_id"_s, u"text"_s,
                           u"timestamp"_s,       u"type"_s};
    QTest::newRow("A") << MessageForm::Laravel << plain << QStringList{u"message"_s, u"body"_s};
    QTest::newRow("B") << MessageForm::Wrapped << typed
                       << QStringList{u"data"_s, u"message"_s, u"body"_s};
    QTest::newRow("B chat") << MessageForm::WrappedChat << typed
                            << QStringList{u"data"_s, u"message"_s, u"content"_s};
    QTest::newRow("C") << MessageForm::Inline << typed << QStringList{u"data"_s, u"body"_s};
    QTest::newRow("C2") << MessageForm::InlineUntyped << typed << QStringList{u"data"_s, u"body"_s};
    QTest::newRow("D") << MessageForm::Flat << flat << QStringList{u"text"_s};
    QTest::newRow("E") << MessageForm::NestedFlat << typed << QStringList{u"data"_s, u"text"_s};
    QTest::newRow("J") << MessageForm::NumericTempId << plain
                       << QStringList{u"message"_s, u"body"_s};
}

QJsonObject TestDemoFaults::sendAndReceive(MessageForm form)
{
    const int before = m_socket->count(sentName);
    m_server->faults().messageForm = form;
    m_server->sendAs(43, 12, u"In some form"_s);
    [&] { QTRY_COMPARE(m_socket->count(sentName), before + 1); }();
    return m_socket->data(sentName);
}

void TestDemoFaults::sendsEveryMessageForm()
{
    QFETCH(MessageForm, form);
    QFETCH(QStringList, topKeys);
    QFETCH(QStringList, textPath);
    const QJsonObject data = sendAndReceive(form);
    QCOMPARE(data.keys(), topKeys);
    QJsonValue value = data;
    for (const QString &key : textPath)
        value = value[key];
    QCOMPARE(value.toString(), u"In some form"_s);
    QCOMPARE(data[u"data"][u"type"].toString(), form == MessageForm::Inline ? u"direct"_s
                                                : form == MessageForm::NestedFlat
                                                    ? u"message_sent"_s
                                                    : QString());
    QCOMPARE(data[u"tempId"].isDouble(), form == MessageForm::NumericTempId);
    sendAndReceive(MessageForm::NotAnObject);
    QCOMPARE(m_socket->frames(sentName).last()[u"data"].toString(), u"null"_s);
}

void TestDemoFaults::sendsEveryTypingForm()
{
    const auto receive = [this](TypingForm form) {
        const int before = m_socket->count(typingName);
        m_server->faults().typingForm = form;
        m_server->typeAs(45, 14);
        [&] { QTRY_COMPARE(m_socket->count(typingName), before + 1); }();
        return m_socket->data(typingName);
    };
    const QJsonObject named{{u"id"_s, 45}, {u"name"_s, u"Ali Qoʻchqorov"_s}};
    const QJsonObject twoNames{{u"id"_s, 45},
                               {u"firstName"_s, u"Ali"_s},
                               {u"lastName"_s, u"Qoʻchqorov"_s},
                               {u"email"_s, u"ali@example.test"_s}};
    QCOMPARE(receive(TypingForm::Wrapped)[u"data"][u"user"].toObject(), named);
    QCOMPARE(receive(TypingForm::FirstLastName)[u"data"][u"user"].toObject(), twoNames);
    const QJsonObject bare = receive(TypingForm::Unwrapped);
    QCOMPARE(bare[u"user"].toObject(), named);
    QVERIFY(!bare.contains(u"type"_s));
}

void TestDemoFaults::sendsEveryReadForm()
{
    const auto receive = [this](ReadForm form) {
        const int before = m_socket->count(readName);
        m_server->faults().readForm = form;
        m_server->readAs(43, 12);
        m_server->sendAs(42, 12, u"Read this"_s);
        m_server->readAs(43, 12);
        [&] { QTRY_VERIFY(m_socket->count(readName) > before); }();
        return m_socket->data(readName);
    };
    QVERIFY(receive(ReadForm::Wrapped)[u"data"][u"message_ids"][0].isDouble());
    QVERIFY(receive(ReadForm::StringIds)[u"data"][u"message_ids"][0].isString());
    QCOMPARE(receive(ReadForm::Unwrapped).keys(),
             QStringList({u"conversation_id"_s, u"message_ids"_s, u"reader_id"_s}));
    QCOMPARE(receive(ReadForm::CamelCase).keys(),
             QStringList({u"conversationId"_s, u"messageIds"_s, u"readerId"_s}));
}

void TestDemoFaults::turnsIdsIntoStrings()
{
    m_server->faults().stringIds = true;
    QCOMPARE(conversation()[u"id"], QJsonValue(u"12"_s));
    QCOMPARE(conversation()[u"messages"][0][u"sender"][u"id"].toString().size(), 2);
    QCOMPARE(sendAndReceive(MessageForm::Laravel)[u"message"][u"conversation_id"],
             QJsonValue(u"12"_s));
}

void TestDemoFaults::reshapesReplies()
{
    Faults &faults = m_server->faults();
    QVERIFY(conversation().contains(u"partner"_s));
    const qint64 oldest = conversation()[u"messages"][0][u"id"].toInteger();
    faults.withoutPartner = true;
    faults.newestFirst = true;
    QVERIFY(!conversation().contains(u"partner"_s));
    QVERIFY(conversation()[u"messages"][0][u"id"].toInteger() > oldest);
    faults.emptyLinks = true;
    const QJsonObject list = m_dana->get(u"inbox/conversations/direct"_s).json();
    QCOMPARE(list[u"links"], QJsonValue(QJsonArray()));
    faults.bareReplies = true;
    QCOMPARE(m_dana->get(u"profile"_s).json()[u"id"].toInt(), 42);
    QVERIFY(m_dana->get(u"inbox/contacts"_s).json()[u"data"].isArray());
}

void TestDemoFaults::duplicatesAndSuppressesEvents()
{
    m_server->faults().suppressEvents = true;
    m_server->sendAs(43, 12, u"Unheard"_s);
    m_server->faults().suppressEvents = false;
    m_server->faults().duplicateEvents = true;
    m_server->sendAs(43, 12, u"Twice"_s);
    QTRY_COMPARE(m_socket->count(sentName), 2);
    const QList<QJsonObject> frames = m_socket->frames(sentName);
    QCOMPARE(frames[0], frames[1]);
}

void TestDemoFaults::dropsHugeEvents()
{
    const auto before = m_server->messages(12).size();
    m_server->sendAs(43, 12, QString(9'900, u'x'));
    m_server->faults().limitEventSize = false;
    m_server->sendAs(43, 12, QString(9'901, u'x'));
    QTRY_COMPARE(m_socket->count(sentName), 1);
    QCOMPARE(m_socket->data(sentName)[u"message"][u"body"].toString().size(), 9'901);
    QCOMPARE(m_server->messages(12).size(), before + 2);
}

void TestDemoFaults::sendsTheEventBeforeTheReply()
{
    m_server->faults().eventBeforeReply = true;
    const auto answer =
        m_dana->post(u"inbox/conversations/12/messages"_s, {{u"body"_s, u"Race"_s}});
    QCOMPARE(m_socket->count(sentName), 1); // no waiting here: it has been there before
    QCOMPARE(answer.json()[u"data"][u"id"], m_socket->data(sentName)[u"message"][u"id"]);
}

void TestDemoFaults::isSlow()
{
    m_server->faults().replyDelayMs = 80;
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(m_dana->get(u"profile"_s).status, 200);
    QVERIFY(timer.elapsed() >= 75);
}

void TestDemoFaults::movesChannelAuthorization()
{
    const QJsonObject body{{u"socket_id"_s, u"1.2"_s}, {u"channel_name"_s, channelName}};
    m_server->faults().authRoute = AuthRoute::OriginOnly;
    QCOMPARE(m_dana->post(u"broadcasting/auth"_s, body).status, 404);
    QCOMPARE(m_dana->post(u"/broadcasting/auth"_s, body).status, 200);
    m_server->faults().authRoute = AuthRoute::ApiOnly;
    QCOMPARE(m_dana->post(u"/broadcasting/auth"_s, body).status, 404);
    const auto right = m_dana->post(u"broadcasting/auth"_s, body);
    m_server->faults().wrongSignatures = true;
    const auto wrong = m_dana->post(u"broadcasting/auth"_s, body);
    QCOMPARE(wrong.status, 200);
    QVERIFY(wrong.body != right.body);
}

void TestDemoFaults::sendsRawFrames()
{
    m_server->sendRaw(42, u"{\"event\":"_s);
    m_server->sendRaw(42, u"{\"event\":\"odd\",\"data\":[1]}"_s);
    m_server->sendRaw(43, u"{\"event\":\"odd\"}"_s);
    QTRY_COMPARE(m_socket->count(u"odd"_s), 1);
    m_server->publishTo(42, u"user_is_typing"_s, "{\"x\":1}");
    QTRY_COMPARE(m_socket->data(u"user_is_typing"_s)[u"x"].toInt(), 1);
}

SUHBAT_TEST(TestDemoFaults, Core)
#include "tst_demo_faults.moc"
