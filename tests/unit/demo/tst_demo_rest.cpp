#include "demo/DemoServer.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"
#include "TestClient.h"

#include <QJsonArray>
#include <QTest>

using namespace suhbat::demo;
using suhbat::demo::test::TestClient;
using namespace Qt::StringLiterals;

/// The REST endpoints: the happy shape and the errors of each.
class TestDemoRest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void logsInWithPassword();
    void takesThePhoneInAnyForm();
    void refusesAWrongPassword();
    void namesMissingFields();
    void asksForAnSmsCode();
    void checksAToken();
    void endsASession();
    void showsTheProfile();
    void searchesContacts();
    void listsConversations();
    void speaksTheListsLanguage();
    void pagesLists();
    void showsAConversation();
    void deniesOtherPeoplesConversations();
    void findsOrCreatesAConversation();
    void sendsAMessage();
    void refusesAnEmptyMessage();
    void marksMessagesRead();
    void readsAll();
    void authorizesChannels();
    void downloadsAFile();
    void switchesExtensionsOff();
    void repeatsASendOnlyOnce();
    void knowsPathsAndMethods();
    void seedsTheSameEveryTime();
    void seedsALivelyInbox();

private:
    std::unique_ptr<DemoServer> m_server;
    std::unique_ptr<TestClient> m_dana; ///< logged in
};

void TestDemoRest::init()
{
    suhbat::test::failOnAnyWarning();
    DemoOptions options;
    options.quiet = true;
    options.now = [] { return QDateTime({2026, 2, 2}, {8, 0}, Qt::UTC); };
    m_server = std::make_unique<DemoServer>(options);
    QVERIFY2(m_server->listen(), qPrintable(m_server->errorString()));
    m_dana = std::make_unique<TestClient>(m_server->apiUrl());
    QVERIFY(m_dana->logIn(u"998900000001"_s));
}

void TestDemoRest::cleanup()
{
    m_dana.reset();
    m_server.reset();
}

void TestDemoRest::logsInWithPassword()
{
    TestClient client(m_server->apiUrl());
    const auto answer = client.post(
        u"auth/login"_s, {{u"phone"_s, u"998900000001"_s}, {u"password"_s, u"demo-pass"_s}});
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.json()[u"success"], QJsonValue(true));
    QCOMPARE(answer.json()[u"message"][u"uz"].toString(), u"Kirildi"_s);
    QVERIFY(answer.json()[u"token"].toString().size() >= 40);
    QVERIFY(answer.json()[u"token"].toString().contains(u'|'));
    const QJsonObject user = answer.json()[u"user"].toObject();
    QCOMPARE(user[u"id"].toInt(), 42);
    QCOMPARE(user[u"name"].toString(), u"Dana Reyes"_s);
    QCOMPARE(user[u"phone"].toString(), u"998900000001"_s);
    QCOMPARE(user.keys(), QStringList({u"avatar_url"_s, u"created_at"_s, u"email"_s, u"id"_s,
                                       u"name"_s, u"phone"_s, u"roles"_s, u"updated_at"_s}));
}

void TestDemoRest::takesThePhoneInAnyForm()
{
    TestClient client(m_server->apiUrl());
    QVERIFY(client.logIn(u"+998 90 000 00 01"_s));
    QVERIFY(client.logIn(u"dana@example.test"_s));
    QVERIFY(client.logIn(u"998900000013"_s));
    client.setToken({});
    const auto form =
        client.send("POST", u"auth/login"_s, "phone=%2B998+90+000+00+01&password=demo-pass",
                    "application/x-www-form-urlencoded");
    QCOMPARE(form.status, 200);
}

void TestDemoRest::refusesAWrongPassword()
{
    TestClient client(m_server->apiUrl());
    const QJsonObject wrong{{u"phone"_s, u"998900000001"_s}, {u"password"_s, u"nonsense"_s}};
    const auto answer = client.post(u"auth/login"_s, wrong);
    QCOMPARE(answer.status, 401);
    QCOMPARE(answer.json()[u"success"], QJsonValue(false));
    QCOMPARE(answer.json()[u"message"][u"en"].toString(), u"Wrong phone number or password"_s);
    m_server->faults().wrongLoginStatus = 422;
    QCOMPARE(client.post(u"auth/login"_s, wrong).status, 422);
}

void TestDemoRest::namesMissingFields()
{
    TestClient client(m_server->apiUrl());
    const auto answer = client.post(u"auth/login"_s);
    QCOMPARE(answer.status, 422);
    QCOMPARE(answer.json()[u"message"].toString(),
             u"The phone field is required. (and 1 more error)"_s);
    QCOMPARE(answer.json()[u"errors"][u"password"][0].toString(),
             u"The password field is required."_s);
}

void TestDemoRest::asksForAnSmsCode()
{
    TestClient client(m_server->apiUrl());
    const QString phone = u"998900000002"_s;
    QCOMPARE(client.post(u"auth/verify"_s, {{u"phone"_s, phone}, {u"code"_s, u"482915"_s}}).status,
             422); // not before the password
    const auto first =
        client.post(u"auth/login"_s, {{u"phone"_s, phone}, {u"password"_s, u"demo-pass"_s}});
    QCOMPARE(first.status, 200);
    QCOMPARE(first.body, QByteArray(R"({"message":"Code sent","success":true})"));
    const auto resent = client.post(u"auth/resend-sms"_s, {{u"phone"_s, phone}});
    QCOMPARE(resent.status, 200);
    QCOMPARE(resent.json()[u"message"][u"en"].toString(), u"Sent"_s);
    const auto wrong =
        client.post(u"auth/verify"_s, {{u"phone"_s, phone}, {u"code"_s, u"000000"_s}});
    QCOMPARE(wrong.status, 422);
    QCOMPARE(wrong.json()[u"success"], QJsonValue(false));
    const auto right =
        client.post(u"auth/verify"_s, {{u"phone"_s, phone}, {u"code"_s, u"482915"_s}});
    QCOMPARE(right.status, 200);
    QCOMPARE(right.json()[u"user"][u"id"].toInt(), 43);
    QVERIFY(!right.json()[u"token"].toString().isEmpty());
}

void TestDemoRest::checksAToken()
{
    const auto valid = m_dana->post(u"auth/verify"_s);
    QCOMPARE(valid.status, 200);
    QCOMPARE(valid.json()[u"token_valid"], QJsonValue(true));
    QCOMPARE(valid.json()[u"user"][u"name"].toString(), u"Dana Reyes"_s);
    m_dana->setToken(u"7|nobody-has-this-token"_s);
    QCOMPARE(m_dana->post(u"auth/verify"_s).status, 401);
}

void TestDemoRest::endsASession()
{
    QCOMPARE(m_dana->post(u"auth/logout"_s).status, 200);
    const auto after = m_dana->get(u"profile"_s);
    QCOMPARE(after.status, 401);
    QCOMPARE(after.body, QByteArray(R"({"message":"Unauthenticated."})"));
    QVERIFY(m_dana->logIn(u"998900000001"_s));
    m_server->revokeTokens(42);
    QCOMPARE(m_dana->get(u"profile"_s).status, 401);
}

void TestDemoRest::showsTheProfile()
{
    const QJsonObject user = m_dana->get(u"profile"_s).json()[u"data"].toObject();
    QCOMPARE(user[u"id"].toInt(), 42);
    QCOMPARE(user[u"email"].toString(), u"dana@example.test"_s);
    QVERIFY(user.contains(u"avatar"_s));
    QVERIFY(user[u"created_at"].toString().endsWith(u"000000Z"_s));
}

void TestDemoRest::searchesContacts()
{
    const QJsonObject all = m_dana->get(u"inbox/contacts?page=1"_s).json();
    QCOMPARE(all[u"meta"][u"total"].toInt(), 12);
    const QJsonObject kim = m_dana->get(u"inbox/contacts?search=kim"_s).json();
    QCOMPARE(kim[u"data"].toArray().size(), 1);
    const QJsonObject expected{{u"id"_s, 43},
                               {u"name"_s, u"Kim Ito"_s},
                               {u"phone"_s, u"998900000002"_s},
                               {u"avatar_url"_s, QJsonValue::Null}};
    QCOMPARE(kim[u"data"][0].toObject(), expected);
    QCOMPARE(m_dana->get(u"inbox/contacts?search=ОЛЬГА"_s).json()[u"meta"][u"total"].toInt(), 1);
}

void TestDemoRest::listsConversations()
{
    const QJsonObject direct = m_dana->get(u"inbox/conversations/direct?page=1"_s).json();
    const QJsonObject row = direct[u"data"][0].toObject();
    QCOMPARE(row.keys(),
             QStringList({u"avatar"_s, u"id"_s, u"last_message"_s, u"last_message_time"_s,
                          u"title"_s, u"type"_s, u"unread_count"_s}));
    QCOMPARE(row[u"type"].toString(), u"direct"_s);
    QCOMPARE(direct[u"meta"][u"per_page"].toInt(), 15);
    const QJsonObject department = m_dana->get(u"inbox/conversations/department"_s).json();
    for (const QJsonValue &other : department[u"data"].toArray())
        QCOMPARE(other[u"type"].toString(), u"department"_s);
}

void TestDemoRest::speaksTheListsLanguage()
{
    m_server->sendAs(42, 12, u"Rahmat"_s);
    const auto newest = [this](const QByteArray &language) {
        m_dana->setHeader("Accept-Language", language);
        return m_dana->get(u"inbox/conversations/direct"_s).json()[u"data"][0].toObject();
    };
    QCOMPARE(newest("uz")[u"last_message"].toString(), u"Siz: Rahmat"_s);
    QCOMPARE(newest("uz")[u"last_message_time"].toString(), u"1 soniya avval"_s);
    QCOMPARE(newest("ru")[u"last_message"].toString(), u"Вы: Rahmat"_s);
    QCOMPARE(newest("ru")[u"last_message_time"].toString(), u"1 секунду назад"_s);
    QCOMPARE(newest("en")[u"last_message"].toString(), u"You: Rahmat"_s);
    QCOMPARE(newest("en")[u"last_message_time"].toString(), u"1 second ago"_s);
    m_server->sendAs(43, 12, u"Two\nlines"_s);
    QCOMPARE(newest("en")[u"last_message"].toString(), u"Kim Ito: Two lines"_s);
    QCOMPARE(newest("en")[u"id"].toInt(), 12);
}

void TestDemoRest::pagesLists()
{
    DemoOptions options;
    options.quiet = true;
    options.perPage = 5;
    DemoServer server(options);
    QVERIFY(server.listen());
    TestClient client(server.apiUrl());
    QVERIFY(client.logIn(u"998900000001"_s));
    const QJsonObject last = client.get(u"inbox/contacts?page=3"_s).json();
    QCOMPARE(last[u"data"].toArray().size(), 2);
    QCOMPARE(last[u"meta"][u"from"].toInt(), 11);
    QCOMPARE(last[u"meta"][u"to"].toInt(), 12);
    QCOMPARE(last[u"meta"][u"last_page"].toInt(), 3);
    QVERIFY(last[u"links"][u"next"].isNull());
    QVERIFY(last[u"links"][u"prev"].toString().endsWith(u"/api/inbox/contacts?page=2"_s));
    QVERIFY(client.get(u"inbox/contacts?page=4"_s).json()[u"data"].toArray().isEmpty());
}

void TestDemoRest::showsAConversation()
{
    const QJsonObject details = m_dana->get(u"inbox/conversations/12"_s).json()[u"data"].toObject();
    QCOMPARE(details[u"type"].toString(), u"direct"_s);
    QCOMPARE(details[u"partner"][u"name"].toString(), u"Kim Ito"_s);
    const QJsonArray messages = details[u"messages"].toArray();
    QVERIFY(messages.size() > 20);
    const QJsonObject message = messages.first().toObject();
    QCOMPARE(message.keys(), QStringList({u"body"_s, u"conversation_id"_s, u"created_at"_s,
                                          u"files"_s, u"id"_s, u"is_read"_s, u"sender"_s}));
    QCOMPARE(message[u"conversation_id"].toInt(), 12);
    QVERIFY(message[u"sender"].toObject().contains(u"roles"_s));
    for (qsizetype i = 1; i < messages.size(); ++i)
        QVERIFY(messages[i - 1][u"id"].toInt() < messages[i][u"id"].toInt());
}

void TestDemoRest::deniesOtherPeoplesConversations()
{
    TestClient tom(m_server->apiUrl());
    QVERIFY(tom.logIn(u"998900000010"_s));
    QCOMPARE(tom.get(u"inbox/conversations/12"_s).status, 403);
    QCOMPARE(tom.post(u"inbox/conversations/12/messages"_s, {{u"body"_s, u"x"_s}}).status, 403);
    QCOMPARE(tom.post(u"inbox/conversations/12/read-all"_s).status, 403);
    QCOMPARE(tom.post(u"inbox/conversations/12/typing"_s).status, 403);
    const auto missing = tom.get(u"inbox/conversations/9999"_s);
    QCOMPARE(missing.status, 404);
    QVERIFY(missing.json()[u"message"].toString().startsWith(u"No query results for model"_s));
}

void TestDemoRest::findsOrCreatesAConversation()
{
    const auto found =
        m_dana->post(u"inbox/conversations/find-or-create"_s, {{u"partner_id"_s, 43}});
    QCOMPARE(found.status, 200);
    QCOMPARE(found.json()[u"data"][u"id"].toInt(), 12);
    const auto missing = m_dana->post(u"inbox/conversations/find-or-create"_s);
    QCOMPARE(missing.status, 422);
    QCOMPARE(missing.json()[u"errors"][u"partner_id"][0].toString(),
             u"The partner id field is required."_s);
    QCOMPARE(m_dana->post(u"inbox/conversations/find-or-create"_s, {{u"partner_id"_s, 42}}).status,
             422);
    TestClient bekzod(m_server->apiUrl());
    QVERIFY(bekzod.logIn(u"998900000013"_s));
    const auto created =
        bekzod.post(u"inbox/conversations/find-or-create"_s, {{u"partner_id"_s, 51}});
    QCOMPARE(created.status, 201);
    QCOMPARE(created.json()[u"data"][u"title"].toString(), u"Tom Becker"_s);
    QVERIFY(created.json()[u"data"][u"last_message"].isNull());
}

void TestDemoRest::sendsAMessage()
{
    const auto sent = m_dana->post(u"inbox/conversations/12/messages"_s,
                                   {{u"body"_s, u"  Thanks 👍  "_s}, {u"tempId"_s, u"b7c1"_s}});
    QCOMPARE(sent.status, 201);
    const QJsonObject message = sent.json()[u"data"].toObject();
    QCOMPARE(message[u"body"].toString(), u"Thanks 👍"_s);
    QCOMPARE(message[u"tempId"].toString(), u"b7c1"_s);
    QCOMPARE(message[u"sender"][u"id"].toInt(), 42);
    QCOMPARE(message[u"created_at"].toString(), u"2026-02-02T08:00:00.000000Z"_s);
    const Message stored = m_server->messages(12).last();
    QCOMPARE(stored.id, message[u"id"].toInteger());
    QCOMPARE(stored.body, u"Thanks 👍"_s);
}

void TestDemoRest::refusesAnEmptyMessage()
{
    const auto before = m_server->messages(12).size();
    const auto empty = m_dana->post(u"inbox/conversations/12/messages"_s, {{u"body"_s, u" \n"_s}});
    QCOMPARE(empty.status, 422);
    QCOMPARE(empty.json()[u"errors"][u"body"][0].toString(), u"The body field is required."_s);
    const auto endless =
        m_dana->post(u"inbox/conversations/12/messages"_s, {{u"body"_s, QString(20'001, u'a')}});
    QCOMPARE(endless.status, 422);
    QCOMPARE(m_server->messages(12).size(), before);
}

void TestDemoRest::marksMessagesRead()
{
    m_server->readAs(42, 12);
    const qint64 id = m_server->sendAs(43, 12, u"Read me"_s).id;
    QCOMPARE(m_server->unreadCount(42, 12), 1);
    const auto done = m_dana->post(u"inbox/messages/read"_s, {{u"message_ids"_s, QJsonArray{id}}});
    QCOMPARE(done.status, 200);
    QCOMPARE(done.json()[u"data"][u"marked_count"].toInt(), 1);
    QCOMPARE(done.json()[u"data"][u"message_ids"][0].toInteger(), id);
    QCOMPARE(m_server->unreadCount(42, 12), 0);
    const auto again = m_dana->post(u"inbox/messages/read"_s, {{u"message_ids"_s, QJsonArray{id}}});
    QCOMPARE(again.json()[u"data"][u"marked_count"].toInt(), 0);
    QCOMPARE(m_dana->post(u"inbox/messages/read"_s).status, 422);
    const QJsonArray unknown{999'999};
    QCOMPARE(m_dana->post(u"inbox/messages/read"_s, {{u"message_ids"_s, unknown}}).status, 400);
    TestClient tom(m_server->apiUrl());
    QVERIFY(tom.logIn(u"998900000010"_s));
    QCOMPARE(tom.post(u"inbox/messages/read"_s, {{u"message_ids"_s, QJsonArray{id}}}).status, 403);
}

void TestDemoRest::readsAll()
{
    m_server->sendAs(43, 12, u"One"_s);
    m_server->sendAs(43, 12, u"Two"_s);
    const auto done = m_dana->post(u"inbox/conversations/12/read-all"_s);
    QCOMPARE(done.status, 200);
    QVERIFY(done.json()[u"data"][u"marked_count"].toInt() >= 2);
    QCOMPARE(m_server->unreadCount(42, 12), 0);
}

void TestDemoRest::authorizesChannels()
{
    const QString socketId = u"123456789.987654321"_s;
    const auto ask = [&](const QString &path, const QString &channel) {
        return m_dana->post(path, {{u"socket_id"_s, socketId}, {u"channel_name"_s, channel}});
    };
    const QByteArray vector = R"({"auth":"demo-app-key:)"
                              "66fb6c8a85617ca9bbb5ccf1e9de5a6ee2a7a984b7e6c062a9942ac85c80660f"
                              R"("})";
    for (const QString &path : {u"broadcasting/auth"_s, u"/broadcasting/auth"_s}) {
        const auto own = ask(path, u"private-user.42"_s);
        QCOMPARE(own.status, 200);
        QCOMPARE(own.body, vector);
    }
    const auto foreign = ask(u"broadcasting/auth"_s, u"private-user.43"_s);
    QCOMPARE(foreign.status, 403);
    QCOMPARE(foreign.body, QByteArray(R"({"message":""})"));
    const auto presence = ask(u"broadcasting/auth"_s, u"presence-conversation.12"_s);
    QCOMPARE(presence.json()[u"channel_data"].toString(),
             QString::fromUtf8(suhbat::test::fixture(u"demo/channel_data.json"_s)).trimmed());
    QCOMPARE(ask(u"broadcasting/auth"_s, u"presence-conversation.9999"_s).status, 403);
    const auto form = m_dana->send("POST", u"broadcasting/auth"_s,
                                   "socket_id=123456789.987654321&channel_name=private-user.42",
                                   "application/x-www-form-urlencoded");
    QCOMPARE(form.body, vector);
    m_dana->setToken({});
    QCOMPARE(ask(u"broadcasting/auth"_s, u"private-user.42"_s).status, 401);
}

void TestDemoRest::downloadsAFile()
{
    QJsonObject file;
    const QJsonObject details = m_dana->get(u"inbox/conversations/12"_s).json()[u"data"].toObject();
    for (const QJsonValue &message : details[u"messages"].toArray()) {
        if (!message[u"files"].toArray().isEmpty())
            file = message[u"files"][0].toObject();
    }
    QCOMPARE(file[u"name"].toString(), u"visit-plan.pdf"_s);
    QCOMPARE(file[u"is_image"], QJsonValue(false));
    QVERIFY(file[u"size"].toString().endsWith(u"KB"_s));
    const QString path = QUrl(file[u"url"].toString()).path();
    const auto bytes = m_dana->get(path);
    QCOMPARE(bytes.status, 200);
    QVERIFY(bytes.body.startsWith("%PDF-"));
    QCOMPARE(bytes.header("Content-Disposition"),
             QByteArray("attachment; filename=\"visit-plan.pdf\""));
    QCOMPARE(m_dana->get(u"files/9999/download"_s).status, 404);
    m_dana->setToken({});
    QCOMPARE(m_dana->get(path).status, 401);
}

void TestDemoRest::switchesExtensionsOff()
{
    QCOMPARE(m_dana->post(u"inbox/conversations/12/typing"_s).status, 204);
    QCOMPARE(m_dana->get(u"inbox/capabilities"_s).json()[u"data"][u"typing"], QJsonValue(true));
    DemoOptions options;
    options.quiet = true;
    options.capabilities = {false, false, false};
    DemoServer server(options);
    QVERIFY(server.listen());
    TestClient client(server.apiUrl());
    QVERIFY(client.logIn(u"998900000001"_s));
    QCOMPARE(client.post(u"inbox/conversations/12/typing"_s).status, 404);
    const auto sent = client.post(u"inbox/conversations/12/messages"_s,
                                  {{u"body"_s, u"Hi"_s}, {u"tempId"_s, u"b7c1"_s}});
    QCOMPARE(sent.status, 201);
    QVERIFY(!sent.json()[u"data"].toObject().contains(u"tempId"_s));
}

void TestDemoRest::repeatsASendOnlyOnce()
{
    DemoOptions options;
    options.quiet = true;
    options.capabilities.idempotentSend = true;
    DemoServer server(options);
    QVERIFY(server.listen());
    TestClient client(server.apiUrl());
    QVERIFY(client.logIn(u"998900000001"_s));
    const QJsonObject body{{u"body"_s, u"Once"_s}, {u"tempId"_s, u"0b9e"_s}};
    const auto first = client.post(u"inbox/conversations/12/messages"_s, body);
    const auto second = client.post(u"inbox/conversations/12/messages"_s, body);
    QCOMPARE(first.status, 201);
    QCOMPARE(second.status, 200);
    QCOMPARE(second.json()[u"data"][u"id"], first.json()[u"data"][u"id"]);
}

void TestDemoRest::knowsPathsAndMethods()
{
    const auto wrongMethod = m_dana->send("PUT", u"auth/login"_s, "{}");
    QCOMPARE(wrongMethod.status, 405);
    QCOMPARE(wrongMethod.header("Allow"), QByteArray("POST"));
    QCOMPARE(m_dana->get(u"inbox/nothing"_s).status, 404);
    QCOMPARE(m_dana->get(u"/"_s).status, 404);
    QVERIFY(m_server->requests().size() >= 3);
    QCOMPARE(m_server->requests().last().path, u"/"_s);
}

void TestDemoRest::seedsTheSameEveryTime()
{
    DemoOptions options;
    options.quiet = true;
    options.now = [] { return QDateTime({2026, 2, 2}, {8, 0}, Qt::UTC); };
    const DemoServer twin(options);
    for (const Conversation &conversation : twin.conversationsOf(42)) {
        const QList<Message> here = m_server->messages(conversation.id);
        const QList<Message> there = twin.messages(conversation.id);
        QCOMPARE(there.size(), here.size());
        for (qsizetype i = 0; i < here.size(); ++i) {
            QCOMPARE(there[i].id, here[i].id);
            QCOMPARE(there[i].createdAt, here[i].createdAt);
        }
    }
}

void TestDemoRest::seedsALivelyInbox()
{
    qsizetype total = 0;
    qsizetype longest = 0;
    int unread = 0;
    QSet<QString> languages;
    QList<StoredFile> files;
    const QList<Conversation> conversations = m_server->conversationsOf(42);
    for (const Conversation &conversation : conversations) {
        const QList<Message> messages = m_server->messages(conversation.id);
        total += messages.size();
        longest = std::max(longest, messages.size());
        unread += m_server->unreadCount(42, conversation.id);
        languages.insert(conversation.language);
        for (const Message &message : messages) {
            files += message.files;
            QVERIFY(message.createdAt < QDateTime({2026, 2, 2}, {8, 0}, Qt::UTC));
        }
    }
    QVERIFY(conversations.size() >= 8);
    QVERIFY(total > 400);
    QVERIFY(longest > 200);
    QVERIFY(unread >= 5);
    QCOMPARE(languages, QSet<QString>({u"uz"_s, u"ru"_s, u"en"_s}));
    QVERIFY(std::any_of(files.begin(), files.end(), [](const auto &f) { return f.isImage(); }));
    QVERIFY(std::any_of(files.begin(), files.end(), [](const auto &f) { return !f.isImage(); }));
}

SUHBAT_TEST(TestDemoRest, Core)
#include "tst_demo_rest.moc"
