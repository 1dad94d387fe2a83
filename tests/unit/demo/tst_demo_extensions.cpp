#include "demo/broadcast/Signatures.h"
#include "demo/DemoServer.h"
#include "demo/http/Multipart.h"
#include "support/TestProgram.h"
#include "TestClient.h"
#include "TestSocket.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

using namespace suhbat::demo;
using namespace suhbat::demo::test;
using namespace Qt::StringLiterals;

/// The extensions of the contract's section 7, each offered and each left out.
class TestDemoExtensions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void namesWhatItOffers();
    void leavesOutWhatIsSwitchedOff_data();
    void leavesOutWhatIsSwitchedOff();
    void pagesTheHistory();
    void editsAMessage();
    void deletesAMessageForGood();
    void answersAMessage();
    void tellsWhoHasRead();
    void makesAGroup();
    void findsMessages();
    void takesFiles();
    void refusesFilesOverTheLimits();
    void aRepeatedTempIdEmitsNothing();
    void presenceIsAChannelOfItsOwn();
    void partsOfAFormAreRead();

private:
    static DemoOptions quiet();
    void serve(const DemoOptions &options);
    qint64 sent(const QString &body, const QJsonObject &more = {});
    static QByteArray form(const QList<FormPart> &parts);
    TestClient::Answer post(const QList<FormPart> &parts);

    std::unique_ptr<DemoServer> m_server;
    std::unique_ptr<TestClient> m_dana;
    std::unique_ptr<TestClient> m_kim;
    std::unique_ptr<TestSocket> m_kims; ///< subscribed to private-user.43
};

static const QString messagesOf12 = u"inbox/conversations/12/messages"_s;

DemoOptions TestDemoExtensions::quiet()
{
    DemoOptions options;
    options.quiet = true;
    return options;
}

void TestDemoExtensions::serve(const DemoOptions &options)
{
    cleanup();
    m_server = std::make_unique<DemoServer>(options);
    QVERIFY(m_server->listen());
    m_dana = std::make_unique<TestClient>(m_server->apiUrl());
    m_kim = std::make_unique<TestClient>(m_server->apiUrl());
    QVERIFY(m_dana->logIn(u"998900000001"_s));
    m_kim->logIn(u"998900000002"_s); // wants a code
    m_kim->setToken(
        m_kim->post(u"auth/verify"_s, {{u"phone"_s, u"998900000002"_s}, {u"code"_s, u"482915"_s}})
            .json()[u"token"]
            .toString());
    QVERIFY(!m_kim->token().isEmpty());
    m_kims = std::make_unique<TestSocket>(m_server->wsUrl(), u"/app/demo-app-key"_s);
    const AppCredentials app = options.app;
    const QString channel = u"private-user.43"_s;
    m_kims->subscribe(channel,
                      signatures::channelAuth(app, m_kims->waitForSocketId(), channel, {}));
    QTRY_COMPARE(m_server->subscriberCount(channel), 1);
}

void TestDemoExtensions::init()
{
    QTest::failOnWarning(QRegularExpression(u"."_s));
    serve(quiet());
}

void TestDemoExtensions::cleanup()
{
    m_kims.reset();
    m_kim.reset();
    m_dana.reset();
    m_server.reset();
}

qint64 TestDemoExtensions::sent(const QString &body, const QJsonObject &more)
{
    QJsonObject fields = more;
    fields.insert(u"body"_s, body);
    return m_dana->post(messagesOf12, fields).json()[u"data"][u"id"].toInteger();
}

QByteArray TestDemoExtensions::form(const QList<FormPart> &parts)
{
    QByteArray body;
    for (const FormPart &part : parts) {
        body += "--b0\r\nContent-Disposition: form-data; name=\"" + part.name.toUtf8() + '"';
        if (!part.fileName.isEmpty())
            body += "; filename=\"" + part.fileName.toUtf8() +
                    "\"\r\nContent-Type: " + part.mimeType.toLatin1();
        body += "\r\n\r\n" + part.bytes + "\r\n";
    }
    return body + "--b0--\r\n";
}

TestClient::Answer TestDemoExtensions::post(const QList<FormPart> &parts)
{
    return m_dana->send("POST", messagesOf12, form(parts), "multipart/form-data; boundary=b0");
}

void TestDemoExtensions::namesWhatItOffers()
{
    DemoOptions options = quiet();
    QVERIFY(options.capabilities.set(u"edit"_s, false));
    QVERIFY(options.capabilities.set(u"idempotentSend"_s, true));
    QVERIFY(!options.capabilities.set(u"magic"_s, true));
    serve(options);
    const QJsonObject names = m_dana->get(u"inbox/capabilities"_s).json()[u"data"].toObject();
    QCOMPARE(names.size(), 13);
    QVERIFY(names[u"upload"].toBool() && names[u"idempotentSend"].toBool());
    QVERIFY(names[u"edit"].isBool() && !names[u"edit"].toBool());
}

void TestDemoExtensions::leavesOutWhatIsSwitchedOff_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    const auto add = [](const char *name, const char *method, const char *path) {
        QTest::newRow(name) << QByteArray(method) << QString::fromLatin1(path);
    };
    add("typing", "POST", "inbox/conversations/12/typing");
    add("edit", "PATCH", "inbox/messages/%1");
    add("delete", "DELETE", "inbox/messages/%1");
    add("readers", "GET", "inbox/messages/%1/readers");
    add("groupCreate", "POST", "inbox/conversations");
    add("members", "GET", "inbox/conversations/12/members");
    add("search", "GET", "inbox/search?q=a");
    add("capabilities", "GET", "inbox/capabilities");
}

void TestDemoExtensions::leavesOutWhatIsSwitchedOff()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, path);
    const auto status = [&] {
        const QString with = path.contains(u"%1"_s) ? path.arg(sent(u"Hi"_s)) : path;
        return m_dana->send(method, with, "{}").status;
    };
    const int offered = status();
    QVERIFY2(offered != 404 && offered != 405, qPrintable(QString::number(offered)));
    DemoOptions options = quiet();
    QVERIFY(options.capabilities.set(QString::fromLatin1(QTest::currentDataTag()), false));
    serve(options);
    const int left = status();
    QVERIFY2(left == 404 || left == 405, qPrintable(QString::number(left)));
}

void TestDemoExtensions::pagesTheHistory()
{
    QList<qint64> ids;
    for (int i = 0; i < 5; ++i)
        ids.append(sent(QString::number(i)));
    const auto page = [this](const QString &query) {
        return m_dana->get(u"inbox/conversations/12?"_s + query).json();
    };
    const QJsonObject before = page(u"before=%1&per_page=2"_s.arg(ids[4]));
    const QJsonArray rows = before[u"data"][u"messages"].toArray();
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows[0][u"id"].toInteger(), ids[2]);
    QCOMPARE(rows[1][u"id"].toInteger(), ids[3]);
    QCOMPARE(before[u"meta"][u"has_more"], QJsonValue(true));
    const QJsonObject after = page(u"after=%1"_s.arg(ids[2]));
    QCOMPARE(after[u"data"][u"messages"].toArray().size(), 2);
    QCOMPARE(after[u"meta"][u"has_more"], QJsonValue(false));
    QVERIFY(!m_dana->get(u"inbox/conversations/12"_s).json().contains(u"meta"));
    DemoOptions options = quiet();
    options.capabilities.paging = false;
    serve(options);
    const qint64 only = sent(u"Hi"_s);
    QVERIFY(page(u"after=%1"_s.arg(only))[u"data"][u"messages"].toArray().size() > 1);
}

void TestDemoExtensions::editsAMessage()
{
    const qint64 id = sent(u"Old"_s);
    const QString path = u"inbox/messages/%1"_s.arg(id);
    QCOMPARE(m_kim->send("PATCH", path, R"({"body":"Mine"})").status, 403);
    QCOMPARE(m_dana->send("PATCH", path, R"({"body":" "})").status, 422);
    QCOMPARE(m_dana->send("PATCH", u"inbox/messages/999999"_s, R"({"body":"x"})").status, 404);
    const auto edited = m_dana->send("PATCH", path, R"({"body":"New"})");
    QCOMPARE(edited.status, 200);
    QCOMPARE(edited.json()[u"data"][u"body"], QJsonValue(u"New"_s));
    QVERIFY(edited.json()[u"data"][u"edited_at"].isString());
    QTRY_COMPARE(m_kims->count(u"App\\Events\\MessageUpdated"_s), 1);
    const QJsonObject event = m_kims->data(u"App\\Events\\MessageUpdated"_s);
    QCOMPARE(event[u"type"], QJsonValue(u"message_updated"_s));
    QCOMPARE(event[u"data"][u"message"][u"body"], QJsonValue(u"New"_s));
    QVERIFY(event[u"data"][u"message"][u"edited_at"].isString());
    const qint64 old = m_server->messages(12).first().id;
    const bool danas = m_server->messages(12).first().senderId == 42;
    QCOMPARE((danas ? m_dana : m_kim)
                 ->send("PATCH", u"inbox/messages/%1"_s.arg(old), R"({"body":"x"})")
                 .status,
             409); // too old
}

void TestDemoExtensions::deletesAMessageForGood()
{
    const qint64 id = sent(u"Gone"_s);
    const QString path = u"inbox/messages/%1"_s.arg(id);
    QCOMPARE(m_kim->send("DELETE", path, {}).status, 403);
    QCOMPARE(m_dana->send("DELETE", path, {}).status, 204);
    QCOMPARE(m_dana->send("DELETE", path, {}).status, 404);
    QTRY_COMPARE(m_kims->count(u"App\\Events\\MessageDeleted"_s), 1);
    const QJsonObject event = m_kims->data(u"App\\Events\\MessageDeleted"_s);
    QCOMPARE(event[u"data"][u"message_id"].toInteger(), id);
    QCOMPARE(event[u"data"][u"conversation_id"].toInteger(), 12);
    QVERIFY(sent(u"Next"_s) > id); // an id is never given twice
}

void TestDemoExtensions::answersAMessage()
{
    const qint64 first = sent(u"The plan"_s);
    const qint64 id = sent(u"Fine"_s, {{u"reply_to_id"_s, first}});
    const auto last = [this] {
        return m_dana->get(u"inbox/conversations/12"_s)
            .json()[u"data"][u"messages"]
            .toArray()
            .last();
    };
    QCOMPARE(last()[u"reply_to"][u"id"].toInteger(), first);
    QCOMPARE(last()[u"reply_to"][u"body"], QJsonValue(u"The plan"_s));
    QCOMPARE(last()[u"reply_to"][u"sender_name"], QJsonValue(u"Dana Reyes"_s));
    QCOMPARE(m_dana->send("DELETE", u"inbox/messages/%1"_s.arg(first), {}).status, 204);
    QCOMPARE(last()[u"id"].toInteger(), id);
    QVERIFY(last()[u"reply_to"].isNull());
    QCOMPARE(m_dana->post(messagesOf12, {{u"body"_s, u"x"_s}, {u"reply_to_id"_s, 999999}}).status,
             422);
    DemoOptions options = quiet();
    options.capabilities.reply = false;
    serve(options);
    sent(u"Fine"_s, {{u"reply_to_id"_s, sent(u"The plan"_s)}});
    QVERIFY(!last().toObject().contains(u"reply_to"_s));
}

void TestDemoExtensions::tellsWhoHasRead()
{
    const qint64 id = sent(u"Seen?"_s);
    const auto readers = [&] {
        return m_dana->get(u"inbox/messages/%1/readers"_s.arg(id)).json()[u"data"].toArray();
    };
    QCOMPARE(readers().size(), 0);
    QCOMPARE(m_kim->post(u"inbox/messages/read"_s, {{u"message_ids"_s, QJsonArray{id}}}).status,
             200);
    QCOMPARE(readers().size(), 1);
    QCOMPARE(readers()[0][u"user"][u"name"], QJsonValue(u"Kim Ito"_s));
    QVERIFY(readers()[0][u"read_at"].isString());
}

void TestDemoExtensions::makesAGroup()
{
    const QString path = u"inbox/conversations"_s;
    QCOMPARE(m_dana->post(path, {{u"title"_s, u"Night shift"_s}}).status, 422);
    QCOMPARE(
        m_dana->post(path, {{u"title"_s, u"x"_s}, {u"participant_ids"_s, QJsonArray{9999}}}).status,
        422);
    const auto made = m_dana->post(path, {{u"type"_s, u"department"_s},
                                          {u"title"_s, u"Night shift"_s},
                                          {u"participant_ids"_s, QJsonArray{43}}});
    QCOMPARE(made.status, 201);
    const qint64 id = made.json()[u"data"][u"id"].toInteger();
    QCOMPARE(made.json()[u"data"][u"title"], QJsonValue(u"Night shift"_s));
    QTRY_COMPARE(m_kims->count(u"App\\Events\\ConversationCreated"_s), 1);
    QCOMPARE(m_kims->data(u"App\\Events\\ConversationCreated"_s)[u"data"][u"conversation"][u"id"]
                 .toInteger(),
             id);
    const QJsonArray members =
        m_kim->get(u"inbox/conversations/%1/members"_s.arg(id)).json()[u"data"].toArray();
    QCOMPARE(members.size(), 2);
    QCOMPARE(members[0][u"role"], QJsonValue(u"admin"_s));
    QCOMPARE(members[1][u"name"], QJsonValue(u"Kim Ito"_s));
}

void TestDemoExtensions::findsMessages()
{
    sent(u"The Zebra plan"_s);
    const auto find = [](TestClient &client) {
        return client.get(u"inbox/search?q=zebra"_s).json()[u"data"].toArray();
    };
    QCOMPARE(find(*m_dana).size(), 1);
    QCOMPARE(find(*m_kim).first()[u"conversation_id"].toInteger(), 12);
    TestClient lee(m_server->apiUrl());
    QVERIFY(lee.logIn(u"998900000003"_s));
    QCOMPARE(find(lee).size(), 0); // not hers to see
    QCOMPARE(m_dana->get(u"inbox/search"_s).status, 422);
}

void TestDemoExtensions::takesFiles()
{
    const QByteArray odd("a\r\n--b1\0\r\n", 10);
    const auto answer = post({{u"body"_s, {}, {}, "Look"},
                              {u"tempId"_s, {}, {}, "t1"},
                              {u"files[]"_s, u"a.txt"_s, u"text/plain"_s, odd},
                              {u"files[]"_s, u"b.png"_s, u"image/png"_s, "png"}});
    QCOMPARE(answer.status, 201);
    const QJsonObject message = answer.json()[u"data"].toObject();
    QCOMPARE(message[u"body"], QJsonValue(u"Look"_s));
    QCOMPARE(message[u"tempId"], QJsonValue(u"t1"_s));
    const QJsonArray files = message[u"files"].toArray();
    QCOMPARE(files.size(), 2);
    QVERIFY(files[1][u"is_image"].toBool());
    const QString download = u"files/%1/download"_s.arg(files[0][u"id"].toInteger());
    QCOMPARE(m_kim->get(download).body, odd);
    TestClient nobody(m_server->apiUrl());
    QCOMPARE(nobody.get(download).status, 401);
    QTRY_COMPARE(m_kims->count(u"App\\Events\\MessageSent"_s), 1);
    const QJsonValue groups =
        m_kims->data(u"App\\Events\\MessageSent"_s)[u"message"][u"fileGroups"];
    QCOMPARE(groups[0][u"files"].toArray().size(), 2);
    // A file alone is a message, too.
    QCOMPARE(post({{u"files[]"_s, u"c"_s, u"text/plain"_s, "c"}}).status, 201);

    DemoOptions options = quiet();
    options.capabilities.upload = false;
    serve(options);
    QCOMPARE(post({{u"files[]"_s, u"c"_s, u"text/plain"_s, "c"}}).status, 422);
}

void TestDemoExtensions::refusesFilesOverTheLimits()
{
    const FormPart small{u"files[]"_s, u"a"_s, u"text/plain"_s, "a"};
    const auto many = post(QList<FormPart>(11, small));
    QCOMPARE(many.status, 422);
    QVERIFY(many.json()[u"errors"].toObject().contains(u"files"_s));
    FormPart large = small;
    large.bytes = QByteArray(25 * 1024 * 1024 + 1, 'x');
    const auto big = post({small, large});
    QCOMPARE(big.status, 422);
    QVERIFY(big.json()[u"errors"].toObject().contains(u"files.1"_s));
    QCOMPARE(m_server->messages(12).last().files.size(), 0);
}

void TestDemoExtensions::aRepeatedTempIdEmitsNothing()
{
    DemoOptions options = quiet();
    options.capabilities.idempotentSend = true;
    serve(options);
    const qint64 first = sent(u"Once"_s, {{u"tempId"_s, u"0b9e"_s}});
    const auto again =
        m_dana->post(messagesOf12, {{u"body"_s, u"Once"_s}, {u"tempId"_s, u"0b9e"_s}});
    QCOMPARE(again.status, 200);
    QCOMPARE(again.json()[u"data"][u"id"].toInteger(), first);
    QCOMPARE(again.json()[u"data"][u"tempId"], QJsonValue(u"0b9e"_s));
    // The same tempId of somebody else is another message.
    QCOMPARE(m_kim->post(messagesOf12, {{u"body"_s, u"Twice"_s}, {u"tempId"_s, u"0b9e"_s}}).status,
             201);
    QTRY_COMPARE(m_kims->data(u"App\\Events\\MessageSent"_s)[u"message"][u"body"],
                 QJsonValue(u"Twice"_s));
    QCOMPARE(m_kims->count(u"App\\Events\\MessageSent"_s), 2);
}

void TestDemoExtensions::presenceIsAChannelOfItsOwn()
{
    const QJsonObject ask{{u"channel_name"_s, u"presence-conversation.12"_s},
                          {u"socket_id"_s, u"1.2"_s}};
    QCOMPARE(m_dana->post(u"broadcasting/auth"_s, ask).status, 200);
    DemoOptions options = quiet();
    options.capabilities.presence = false;
    serve(options);
    QCOMPARE(m_dana->post(u"broadcasting/auth"_s, ask).status, 403);
}

void TestDemoExtensions::partsOfAFormAreRead()
{
    const QByteArray type = "multipart/form-data; boundary=\"b0\"";
    const auto parts =
        formParts(type, form({{u"a"_s, {}, {}, {}}, {u"f"_s, u"x"_s, u"text/plain"_s, "\r\n--"}}));
    QVERIFY(parts.has_value());
    QCOMPARE(parts->size(), 2);
    QCOMPARE(parts->at(0).bytes, QByteArray());
    QCOMPARE(parts->at(1).fileName, u"x"_s);
    QCOMPARE(parts->at(1).bytes, QByteArray("\r\n--"));
    for (const char *broken : {"", "--b0", "--b0\r\nA: b", "--b0\r\nA: b\r\n\r\nxx", "--b1--\r\n"})
        QVERIFY(!formParts(type, broken).has_value());
    QVERIFY(!formParts("multipart/form-data", "--b0--").has_value());
    QVERIFY(!formParts("application/json", "{}").has_value());
}

SUHBAT_TEST(TestDemoExtensions, Core)
#include "tst_demo_extensions.moc"
