#include "api/ChatApi.h"
#include "StubServer.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"
#include "support/Wait.h"

#include <QSignalSpy>
#include <QTest>

using namespace suhbat;
using test::StubServer;

class TestChatApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void endpointsAreWhereTheContractSays();
    void idsCannotLeaveTheirPath();
    void tempIdOnlyWhereTheServerKnowsIt();
    void typingOnlyWhereTheServerKnowsIt();
    void theServerIsAskedWhatItCanDo_data();
    void theServerIsAskedWhatItCanDo();
    void settingsWinOverTheServersWord();
    void l28_aWrongPasswordEndsNoSession();
    void aDeadTokenEndsTheSession();
    void l21_theQueryStaysInPaging();
    void unknownThingsAreSaidOnceWithTheirPath();
    void l19_aBadRowHidesNoPage();
    void channelsAreAuthorisedBelowTheBase();
    void l08_channelsAreAuthorisedAtTheOrigin_data();
    void l08_channelsAreAuthorisedAtTheOrigin();
    void aForbiddenChannelIsAskedForOnce();
    void l23_aRefusedChannelEndsNoSession();
    void downloadAddresses();
    void whatIsCancelledIsNotHeard_data();
    void whatIsCancelledIsNotHeard();

private:
    void fresh(const Capabilities &capabilities = {});
    /// "POST /api/x {body}" of every request so far.
    QStringList asked() const;
    /// Waits for the one handler that `start` hands out.
    template<typename T, typename Start>
    Result<T> wait(Start start);

    std::unique_ptr<StubServer> m_server;
    std::unique_ptr<QNetworkAccessManager> m_network;
    std::unique_ptr<ChatApi> m_api;
    QObject m_context;
};

void TestChatApi::init()
{
    test::failOnAnyWarning();
    m_server = std::make_unique<StubServer>();
    m_network = std::make_unique<QNetworkAccessManager>();
    fresh();
}

void TestChatApi::cleanup()
{
    m_api.reset();
    m_network.reset();
    m_server.reset();
}

void TestChatApi::fresh(const Capabilities &capabilities)
{
    ServerProfile profile;
    profile.apiBaseUrl = m_server->url(QStringLiteral("/api"));
    profile.capabilities.on = capabilities;
    m_api = std::make_unique<ChatApi>(m_network.get(), profile, NetworkSettings());
    m_api->setToken(QStringLiteral("7|demoToken"));
    m_api->setOwnUser(UserId(qint64(42)));
    m_server->requests.clear();
}

QStringList TestChatApi::asked() const
{
    QStringList lines;
    for (const auto &r : m_server->requests)
        lines << QString::fromUtf8((r.method + ' ' + r.target + ' ' + r.body).trimmed());
    return lines;
}

template<typename T, typename Start>
Result<T> TestChatApi::wait(Start start)
{
    std::optional<Result<T>> answer;
    start(std::function<void(Result<T>)>([&](Result<T> r) { answer = std::move(r); }));
    if (!test::waitUntil([&] { return answer.has_value(); }, 15000))
        qFatal("no answer");
    return *answer;
}

void TestChatApi::endpointsAreWhereTheContractSays()
{
    const ConversationId twelve(qint64(12));
    QObject *c = &m_context;
    int answers = 0;
    const auto count = [&](const auto &) { ++answers; };
    const QString phone = QStringLiteral("+998 90 000 00 01");
    m_api->login(phone, QStringLiteral("demo-pass"), c, count);
    m_api->verifyCode(phone, QStringLiteral("482915"), c, count);
    m_api->resendCode(phone, c, count);
    m_api->checkToken(c, count);
    m_api->logout(c, count);
    m_api->profile(c, count);
    m_api->contacts(1, QString(), c, count);
    m_api->contacts(2, QStringLiteral("kim & co"), c, count);
    m_api->conversations(Conversation::Type::Direct, 1, c, count);
    m_api->conversations(Conversation::Type::Group, 2, c, count);
    m_api->findOrCreate(UserId(qint64(43)), c, count);
    m_api->conversation(twelve, c, count);
    m_api->sendMessage(twelve, QStringLiteral("Thanks"), TempId(), c, count);
    m_api->markRead({MessageId(qint64(501))}, c, count);
    m_api->markAllRead(twelve, c, count);
    QTRY_COMPARE(answers, 15);
    QStringList lines = asked();
    lines.sort();
    QCOMPARE(lines.join(u'\n'),
             QString::fromUtf8(test::fixture(QStringLiteral("api/endpoints.txt"))).trimmed());
}

void TestChatApi::idsCannotLeaveTheirPath()
{
    (void)wait<ConversationDetails>([&](auto done) {
        m_api->conversation(ConversationId(QStringLiteral("../../auth/logout?x#y")), &m_context,
                            done);
    });
    QCOMPARE(asked(), QStringList(QStringLiteral(
                          "GET /api/inbox/conversations/..%2F..%2Fauth%2Flogout%3Fx%23y")));
}

void TestChatApi::tempIdOnlyWhereTheServerKnowsIt()
{
    const auto send = [&] {
        return wait<Message>([&](auto done) {
            m_api->sendMessage(ConversationId(qint64(12)), QStringLiteral("Hi"),
                               TempId(QStringLiteral("t1")), &m_context, done);
        });
    };
    m_server->answer = [](const auto &) {
        return StubServer::Answer{201, "{\"data\":{\"id\":502,\"body\":\"Hi\"}}"};
    };
    const auto message = send();
    QVERIFY(message.ok());
    QCOMPARE(message->conversationId.toString(), QStringLiteral("12"));
    QCOMPARE(m_server->requests.constLast().body, QByteArray("{\"body\":\"Hi\"}"));
    Capabilities capabilities;
    capabilities.tempId = true;
    fresh(capabilities);
    QVERIFY(send().ok());
    QCOMPARE(m_server->requests.constLast().body,
             QByteArray("{\"body\":\"Hi\",\"tempId\":\"t1\"}"));
}

void TestChatApi::typingOnlyWhereTheServerKnowsIt()
{
    const auto type = [&] {
        return wait<void>(
            [&](auto done) { m_api->sendTyping(ConversationId(qint64(12)), &m_context, done); });
    };
    const auto refused = type();
    QVERIFY(!refused.ok());
    QCOMPARE(toString(refused.error().kind), QStringLiteral("Configuration"));
    QCOMPARE(asked().size(), 0);
    Capabilities capabilities;
    capabilities.typing = true;
    fresh(capabilities);
    QVERIFY(type().ok());
    QCOMPARE(asked(), QStringList(QStringLiteral("POST /api/inbox/conversations/12/typing")));
}

void TestChatApi::theServerIsAskedWhatItCanDo_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("some") << 200 << QByteArray(R"({"data":{"typing":true,"edit":1,"delete":"1",
                                           "search":false,"magic":true}})")
                          << QStringLiteral("typing, edit, delete");
    QTest::newRow("a list") << 200 << QByteArray(R"({"data":["upload","groupcreate",7,null]})")
                            << QStringLiteral("upload, groupCreate");
    QTest::newRow("bare") << 200 << QByteArray(R"({"paging":true})") << QStringLiteral("paging");
    QTest::newRow("PHP's empty object") << 200 << QByteArray(R"({"data":[]})") << QString();
    QTest::newRow("nonsense") << 200 << QByteArray(R"({"data":{"typing":{"a":[]},"edit":"maybe"}})")
                              << QString();
    QTest::newRow("no such endpoint")
        << 404 << QByteArray(R"({"message":"The route"})") << QString();
    QTest::newRow("a number") << 200 << QByteArray("7") << QStringLiteral("BadResponse");
    QTest::newRow("a page") << 200 << QByteArray("<h1>Hello</h1>") << QStringLiteral("BadResponse");
    QTest::newRow("broken") << 500 << QByteArray("<h1>Sorry</h1>") << QStringLiteral("Server");
}

void TestChatApi::theServerIsAskedWhatItCanDo()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QString, outcome);
    m_server->answer = [&](const StubServer::Request &) {
        return StubServer::Answer{.status = status, .body = body};
    };
    const auto told = wait<Capabilities>(
        [this](auto done) { m_api->askCapabilities(&m_context, std::move(done)); });
    QCOMPARE(asked(), QStringList(QStringLiteral("GET /api/inbox/capabilities")));
    QCOMPARE(told ? namesOf(*told).join(QStringLiteral(", ")) : toString(told.error().kind),
             outcome);
}

void TestChatApi::settingsWinOverTheServersWord()
{
    Capabilities told;
    told.typing = true;
    told.edit = true;
    told.idempotentSend = true; // without tempId: a contradiction
    QSignalSpy changed(m_api.get(), &ChatApi::capabilitiesChanged);
    m_api->setToldCapabilities(told);
    QCOMPARE(namesOf(m_api->capabilities()),
             QStringList({QStringLiteral("typing"), QStringLiteral("edit")}));
    m_api->setToldCapabilities(told);
    QCOMPARE(changed.count(), 1);

    ServerProfile profile = m_api->server();
    profile.capabilities.on.tempId = true;
    profile.capabilities.off.edit = true;
    m_api->setServer(profile);
    QCOMPARE(namesOf(m_api->capabilities()), QStringList(QStringLiteral("tempId")));
    m_api->setToldCapabilities(told);
    QCOMPARE(namesOf(m_api->capabilities()),
             QStringList({QStringLiteral("typing"), QStringLiteral("tempId"),
                          QStringLiteral("idempotentSend")}));
}

void TestChatApi::l28_aWrongPasswordEndsNoSession()
{
    QSignalSpy spy(m_api.get(), &ChatApi::unauthorized);
    m_server->answer = [](const auto &) {
        return StubServer::Answer{401, "{\"message\":\"Wrong password\"}"};
    };
    const auto outcome = wait<LoginOutcome>([&](auto done) {
        m_api->login(QStringLiteral("1"), QStringLiteral("2"), &m_context, done);
    });
    QCOMPARE(outcome.error().serverText, QStringLiteral("Wrong password"));
    QVERIFY(!m_server->requests.constLast().headers.contains("authorization"));
    (void)wait<wire::TokenCheck>([&](auto done) { m_api->checkToken(&m_context, done); });
    QCOMPARE(m_server->requests.constLast().headers.value("authorization"),
             QByteArray("Bearer 7|demoToken"));
    QCOMPARE(spy.size(), 0);
}

void TestChatApi::aDeadTokenEndsTheSession()
{
    QSignalSpy spy(m_api.get(), &ChatApi::unauthorized);
    m_server->answer = [](const auto &) {
        return StubServer::Answer{401, "{\"message\":\"Unauthenticated.\"}"};
    };
    const auto user = wait<User>([&](auto done) { m_api->profile(&m_context, done); });
    QCOMPARE(toString(user.error().kind), QStringLiteral("Unauthorized"));
    QTRY_COMPARE(spy.size(), 1);
}

void TestChatApi::l21_theQueryStaysInPaging()
{
    for (const int page : {1, 2}) {
        (void)wait<Page<User>>([&](auto done) {
            m_api->contacts(page, QStringLiteral("kim"), &m_context, std::move(done));
        });
    }
    QCOMPARE(asked(), QStringList({QStringLiteral("GET /api/inbox/contacts?page=1&search=kim"),
                                   QStringLiteral("GET /api/inbox/contacts?page=2&search=kim")}));
}

void TestChatApi::unknownThingsAreSaidOnceWithTheirPath()
{
    m_server->answer = [](const auto &) {
        return StubServer::Answer{200, "{\"data\":{\"id\":12,\"messages\":[{\"id\":1},{\"id\":2,"
                                       "\"files\":[{\"id\":9,\"kind\":\"x\"}]},{\"id\":3,\"files\":"
                                       "[{\"id\":9,\"kind\":\"x\"}]},{\"body\":\"no id\"}]}}"};
    };
    static QStringList lines;
    lines.clear();
    const auto before = qInstallMessageHandler(
        [](QtMsgType, const QMessageLogContext &, const QString &text) { lines << text; });
    for (int i = 0; i < 3; ++i) {
        (void)wait<ConversationDetails>([&](auto done) {
            m_api->conversation(ConversationId(qint64(12)), &m_context, std::move(done));
        });
    }
    qInstallMessageHandler(before);
    QCOMPARE(lines.filter(QStringLiteral("data.messages[1].files[0].kind")).size(), 1);
    QCOMPARE(lines.filter(QStringLiteral("kind")).size(), 1);
    QCOMPARE(lines.filter(QStringLiteral("messages[3].id is missing")).size(), 1);
}

void TestChatApi::l19_aBadRowHidesNoPage()
{
    m_server->answer = [](const auto &) {
        return StubServer::Answer{200, "{\"data\":[{\"id\":12},{\"title\":\"no id\"}]}"};
    };
    const auto page = wait<Page<Conversation>>(
        [&](auto done) { m_api->conversations(Conversation::Type::Group, 1, &m_context, done); });
    QVERIFY(page.ok());
    QCOMPARE(page->items.size(), 1);
    QVERIFY(page->items.constFirst().type == Conversation::Type::Group);
    QCOMPARE(page->skipped, 1);
}

void TestChatApi::channelsAreAuthorisedBelowTheBase()
{
    m_server->answer = [](const auto &) { return StubServer::Answer{200, "{\"auth\":\"k:s\"}"}; };
    const auto auth = wait<wire::ChannelAuth>([&](auto done) {
        m_api->authorizeChannel(QStringLiteral("private-user.42"), QStringLiteral("1.2"),
                                &m_context, done);
    });
    QCOMPARE(auth->auth, QStringLiteral("k:s"));
    QCOMPARE(asked(), QStringList(QStringLiteral("POST /api/broadcasting/auth {\"channel_name\":"
                                                 "\"private-user.42\",\"socket_id\":\"1.2\"}")));
}

void TestChatApi::l08_channelsAreAuthorisedAtTheOrigin_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("404") << 404 << QByteArray("{}");
    QTest::newRow("404 HTML") << 404 << QByteArray("<html>");
    QTest::newRow("405") << 405 << QByteArray("{}");
    QTest::newRow("419") << 419 << QByteArray("{}");
    QTest::newRow("redirect") << 302 << QByteArray();
    QTest::newRow("HTML") << 200 << QByteArray("<html>");
    QTest::newRow("no auth") << 200 << QByteArray("{}");
    QTest::newRow("own channel forbidden") << 403 << QByteArray("{\"message\":\"\"}");
}

void TestChatApi::l08_channelsAreAuthorisedAtTheOrigin()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    m_server->answer = [=](const StubServer::Request &r) {
        return r.target.startsWith("/api")
                   ? StubServer::Answer{status, body, "Location: /login\r\n"}
                   : StubServer::Answer{200, "{\"auth\":\"k:s\"}"};
    };
    const auto ask = [&] {
        return wait<wire::ChannelAuth>([&](auto done) {
            m_api->authorizeChannel(QStringLiteral("private-user.42"), QStringLiteral("1.2"),
                                    &m_context, done);
        });
    };
    QVERIFY(ask().ok());
    QCOMPARE(m_server->requests.size(), 2);
    QCOMPARE(m_server->requests.at(1).target, QByteArray("/broadcasting/auth"));
    QCOMPARE(m_server->requests.at(1).headers.value("authorization"),
             QByteArray("Bearer 7|demoToken"));
    // What worked is remembered.
    QVERIFY(ask().ok());
    QCOMPARE(m_server->requests.size(), 3);
    QCOMPARE(m_server->requests.at(2).target, QByteArray("/broadcasting/auth"));
}

void TestChatApi::aForbiddenChannelIsAskedForOnce()
{
    m_server->answer = [](const auto &) { return StubServer::Answer{403, "{\"message\":\"\"}"}; };
    const auto auth = wait<wire::ChannelAuth>([&](auto done) {
        m_api->authorizeChannel(QStringLiteral("private-user.7"), QStringLiteral("1.2"), &m_context,
                                done);
    });
    QCOMPARE(toString(auth.error().kind), QStringLiteral("Forbidden"));
    QCOMPARE(m_server->requests.size(), 1);
}

void TestChatApi::l23_aRefusedChannelEndsNoSession()
{
    QSignalSpy spy(m_api.get(), &ChatApi::unauthorized);
    m_server->answer = [](const auto &) { return StubServer::Answer{401, "{}"}; };
    const auto auth = wait<wire::ChannelAuth>([&](auto done) {
        m_api->authorizeChannel(QStringLiteral("private-user.42"), QStringLiteral("1.2"),
                                &m_context, done);
    });
    QCOMPARE(toString(auth.error().kind), QStringLiteral("Unauthorized"));
    QCOMPARE(m_server->requests.size(), 1);
    (void)wait<void>([&](auto done) { m_api->logout(&m_context, done); });
    QCOMPARE(spy.size(), 0);
}

void TestChatApi::downloadAddresses()
{
    Attachment file;
    QVERIFY(m_api->downloadUrl(file).isEmpty());
    file.id = QStringLiteral("9");
    QCOMPARE(m_api->downloadUrl(file), m_server->url(QStringLiteral("/api/files/9/download")));
    file.url = QStringLiteral("https://cdn.example.test/9");
    QCOMPARE(m_api->downloadUrl(file).toString(), file.url);
    QVERIFY(!m_api->server().isOwnOrigin(m_api->downloadUrl(file)));
    QVERIFY(m_api->server().isOwnOrigin(m_server->url(QStringLiteral("/x"))));
}

void TestChatApi::whatIsCancelledIsNotHeard_data()
{
    QTest::addColumn<int>("lines");
    QTest::addColumn<bool>("handedOn");
    QTest::addColumn<QString>("meanwhile");
    QTest::addColumn<QString>("said");
    const auto cases = [](const char *name, int lines, bool handedOn) {
        const auto add = [&](const char *meanwhile, const char *said) {
            QTest::addRow("%s %s", name, meanwhile)
                << lines << handedOn << QString::fromLatin1(meanwhile) << QString::fromLatin1(said);
        };
        add("and nothing happens", lines == 1 ? "1" : "2000");
        add("cancel", "Cancelled");
        add("another server", "Cancelled");
        add("nobody waits any more", "nothing");
    };
    cases("received:", 1, false);
    cases("received, long:", 2000, false);
    cases("being decoded aside:", 2000, true);
}

// Between the end of the request and the handler lie an event, and with long answers a thread.
void TestChatApi::whatIsCancelledIsNotHeard()
{
    QFETCH(const int, lines);
    QFETCH(const bool, handedOn);
    QFETCH(const QString, meanwhile);
    QFETCH(const QString, said);
    QByteArray messages;
    for (int i = 1; i <= lines; ++i)
        messages +=
            (i > 1 ? "," : "") +
            QByteArray(R"({"id":%,"conversation_id":12,"body":"a line that is not so short",)"
                       R"("sender":{"id":43,"name":"Kim"},)"
                       R"("created_at":"2026-02-01T08:00:00Z"})")
                .replace('%', QByteArray::number(i));
    m_server->answer = [&](const auto &) {
        return StubServer::Answer{200, R"({"data":{"id":12,"type":"direct","messages":[)" +
                                           messages + "]}}"};
    };
    auto context = std::make_unique<QObject>();
    QString answer = QStringLiteral("nothing");
    bool happened = false;
    const auto happen = [&] {
        happened = true;
        QCOMPARE(answer, QStringLiteral("nothing"));
        if (meanwhile == u"cancel")
            m_api->cancelAll();
        else if (meanwhile == u"another server")
            m_api->setServer(m_api->server());
        else if (meanwhile == u"nobody waits any more")
            context.reset();
    };
    const auto later = [this](const std::function<void()> &step) {
        QMetaObject::invokeMethod(this, step, Qt::QueuedConnection);
    };
    // The manager hears of it before the client does: what is posted here comes before the event
    // that hands the answer on; what that posts, comes after it.
    connect(m_network.get(), &QNetworkAccessManager::finished, this, [&] {
        if (handedOn)
            later([&] { later(happen); });
        else
            later(happen);
    });
    m_api->conversation(ConversationId(qint64(12)), context.get(),
                        [&](const Result<ConversationDetails> &result) {
                            answer = result ? QString::number(result->messages.size())
                                            : toString(result.error().kind);
                        });
    QTRY_VERIFY(happened);
    m_network->disconnect(this);
    if (said == u"nothing") {
        m_api.reset(); // waits for its threads
        QCoreApplication::processEvents();
    }
    QTRY_COMPARE(answer, said);
}

SUHBAT_TEST(TestChatApi, Core)
#include "tst_chatapi.moc"
