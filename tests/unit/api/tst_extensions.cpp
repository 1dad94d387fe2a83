#include "api/ChatApi.h"
#include "StubServer.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"
#include "support/Wait.h"

#include <QTemporaryDir>
#include <QTest>

using namespace suhbat;
using test::StubServer;

/// What ChatApi asks of servers that can do more than the contract.
class TestExtensions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void withoutTheCapabilityNothingIsAsked();
    void endpointsAreWhereTheContractSays();
    void aPageSaysWhetherThereIsMore();
    void aMessageThatIsGoneIsDeletedWellEnough();
    void readersMembersAndFindsHideNoBadRow();
    void filesGoOutFromTheDiskAsTheyAre();
    void anUploadTellsItsProgress();
    void anUploadWithoutAnswerTimesOut();
    void anUploadIsTakenBackWithItsContext();
    void anUploadIsNeverSentTwice();
    void filesThatCannotGoAreSaidSoWithoutARequest();
    void namesOfFilesCannotWriteHeaders();

private:
    void fresh(const Capabilities &capabilities, Milliseconds timeout = Milliseconds(30000));
    void answerWith(int status, const QByteArray &body);
    static Capabilities everything();
    QStringList asked() const;
    UploadFile file(const QString &name, const QByteArray &bytes) const;
    template<typename T, typename Start>
    Result<T> wait(Start start);
    Result<Message> upload(const OutgoingMessage &message);

    std::unique_ptr<StubServer> m_server;
    std::unique_ptr<QNetworkAccessManager> m_network;
    std::unique_ptr<ChatApi> m_api;
    QObject m_context;
    QTemporaryDir m_dir;
    const ConversationId m_twelve{qint64(12)};
    const MessageId m_message{qint64(501)};
};

void TestExtensions::init()
{
    test::failOnAnyWarning();
    m_server = std::make_unique<StubServer>();
    m_network = std::make_unique<QNetworkAccessManager>();
    fresh(everything());
}

void TestExtensions::cleanup()
{
    m_api.reset();
    m_network.reset();
    m_server.reset();
}

void TestExtensions::fresh(const Capabilities &capabilities, Milliseconds timeout)
{
    ServerProfile profile;
    profile.apiBaseUrl = m_server->url(QStringLiteral("/api"));
    profile.capabilities.on = capabilities;
    NetworkSettings network;
    network.requestTimeout = timeout;
    m_api = std::make_unique<ChatApi>(m_network.get(), profile, network);
    m_api->setToken(QStringLiteral("7|demoToken"));
    m_server->requests.clear();
}

void TestExtensions::answerWith(int status, const QByteArray &body)
{
    m_server->answer = [status, body](const auto &) {
        return StubServer::Answer{.status = status, .body = body};
    };
}

Capabilities TestExtensions::everything()
{
    Capabilities all;
    for (const CapabilityName &one : capabilityNames)
        all.*one.member = true;
    return all;
}

QStringList TestExtensions::asked() const
{
    QStringList lines;
    for (const auto &r : m_server->requests)
        lines << QString::fromUtf8((r.method + ' ' + r.target + ' ' + r.body).trimmed());
    return lines;
}

UploadFile TestExtensions::file(const QString &name, const QByteArray &bytes) const
{
    QFile out(m_dir.filePath(name));
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
        qFatal("cannot write a file");
    return {out.fileName(), name, QStringLiteral("text/plain")};
}

template<typename T, typename Start>
Result<T> TestExtensions::wait(Start start)
{
    std::optional<Result<T>> answer;
    start(std::function<void(Result<T>)>([&](Result<T> r) { answer = std::move(r); }));
    if (!test::waitUntil([&] { return answer.has_value(); }, 15000))
        qFatal("no answer");
    return *answer;
}

Result<Message> TestExtensions::upload(const OutgoingMessage &message)
{
    return wait<Message>(
        [&](auto done) { m_api->sendMessage(m_twelve, message, &m_context, {}, done); });
}

void TestExtensions::withoutTheCapabilityNothingIsAsked()
{
    fresh({});
    QStringList kinds;
    const auto note = [&](const auto &result) {
        kinds << (result ? QStringLiteral("done") : toString(result.error().kind));
    };
    QObject *c = &m_context;
    m_api->sendTyping(m_twelve, c, note);
    m_api->messages(m_twelve, ChatApi::Side::Before, m_message, 50, c, note);
    m_api->editMessage(m_twelve, m_message, QStringLiteral("x"), c, note);
    m_api->deleteMessage(m_message, c, note);
    m_api->readers(m_message, c, note);
    m_api->createGroup(QStringLiteral("x"), {}, c, note);
    m_api->members(m_twelve, c, note);
    m_api->search(QStringLiteral("x"), 1, c, note);
    m_api->sendMessage(m_twelve, {.body = {}, .files = {file(QStringLiteral("a"), "a")}}, c, {},
                       note);
    QTRY_COMPARE(kinds.size(), 9);
    QCOMPARE(kinds.count(QStringLiteral("Configuration")), 9);
    QCOMPARE(asked().size(), 0);
    // What only goes along is left out.
    m_api->sendMessage(m_twelve, {QStringLiteral("Hi"), TempId(QStringLiteral("t")), m_message, {}},
                       c, {}, note);
    QTRY_COMPARE(kinds.size(), 10);
    QCOMPARE(asked(), QStringList(QStringLiteral(
                          "POST /api/inbox/conversations/12/messages {\"body\":\"Hi\"}")));
}

void TestExtensions::endpointsAreWhereTheContractSays()
{
    int answers = 0;
    const auto count = [&](const auto &) { ++answers; };
    QObject *c = &m_context;
    m_api->messages(m_twelve, ChatApi::Side::Before, m_message, 50, c, count);
    m_api->messages(m_twelve, ChatApi::Side::After, m_message, 50, c, count);
    m_api->sendMessage(m_twelve, {QStringLiteral("Hi"), {}, m_message, {}}, c, {}, count);
    m_api->editMessage(m_twelve, m_message, QStringLiteral("New"), c, count);
    m_api->deleteMessage(m_message, c, count);
    m_api->readers(m_message, c, count);
    m_api->createGroup(QStringLiteral("Night shift"), {UserId(qint64(43)), UserId(qint64(44))}, c,
                       count);
    m_api->members(m_twelve, c, count);
    m_api->search(QStringLiteral("plan & co"), 2, c, count);
    QTRY_COMPARE(answers, 9);
    QStringList lines = asked();
    lines.sort();
    QCOMPARE(lines.join(u'\n'),
             QString::fromUtf8(test::fixture(QStringLiteral("api/extensions.txt"))).trimmed());
}

void TestExtensions::aPageSaysWhetherThereIsMore()
{
    answerWith(200, "{\"data\":{\"id\":12,\"messages\":[{\"id\":500},{\"id\":499}]},"
                    "\"meta\":{\"has_more\":true}}");
    const auto page = wait<ConversationDetails>([&](auto done) {
        m_api->messages(m_twelve, ChatApi::Side::Before, m_message, 2, &m_context, done);
    });
    QVERIFY(page.ok());
    QCOMPARE(page->hasMore, std::optional(true));
    QCOMPARE(page->messages.first().id.toString(), QStringLiteral("499"));
}

void TestExtensions::aMessageThatIsGoneIsDeletedWellEnough()
{
    const auto remove = [this] {
        return wait<void>([&](auto done) { m_api->deleteMessage(m_message, &m_context, done); });
    };
    answerWith(404, "{}");
    QVERIFY(remove().ok());
    answerWith(403, "{}");
    const auto refused = remove();
    QVERIFY(!refused.ok());
    QCOMPARE(toString(refused.error().kind), QStringLiteral("Forbidden"));
}

void TestExtensions::readersMembersAndFindsHideNoBadRow()
{
    answerWith(200, "{\"data\":[{\"user\":{\"id\":43,\"name\":\"Kim Ito\"},"
                    "\"read_at\":\"2026-02-01T08:17:00Z\"},{\"user\":[]},{\"id\":44}]}");
    const auto readers =
        wait<Page<ReadBy>>([&](auto done) { m_api->readers(m_message, &m_context, done); });
    QCOMPARE(readers->items.size(), 2);
    QCOMPARE(readers->skipped, 1);
    QCOMPARE(readers->items.first().user.name, QStringLiteral("Kim Ito"));
    QCOMPARE(readers->items.last().user.id, UserId(qint64(44)));
    QVERIFY(readers->items.first().at.has_value() && !readers->items.last().at.has_value());

    answerWith(200, "{\"data\":[{\"id\":43,\"name\":\"Kim Ito\",\"avatar_url\":null,"
                    "\"role\":\"admin\"},7]}");
    const auto members =
        wait<Page<Member>>([&](auto done) { m_api->members(m_twelve, &m_context, done); });
    QCOMPARE(members->items.size(), 1);
    QCOMPARE(members->items.first().role, QStringLiteral("admin"));
    QCOMPARE(members->items.first().user.name, QStringLiteral("Kim Ito"));
    QCOMPARE(members->skipped, 1);

    answerWith(200, "{\"data\":[{\"id\":1,\"conversation_id\":12,\"body\":\"a plan\"},{\"id\":2}],"
                    "\"meta\":{\"current_page\":1,\"last_page\":3}}");
    const auto found = wait<Page<Message>>(
        [&](auto done) { m_api->search(QStringLiteral("plan"), 1, &m_context, done); });
    QCOMPARE(found->items.size(), 1);
    QVERIFY(found->hasMore);
    QCOMPARE(found->skippedWhy, QStringLiteral("data[1].conversation_id is missing"));
}

void TestExtensions::filesGoOutFromTheDiskAsTheyAre()
{
    answerWith(201,
               "{\"data\":{\"id\":502,\"body\":\"Look\",\"tempId\":\"t1\",\"files\":[{\"id\":9,"
               "\"name\":\"a.txt\",\"size\":\"3 B\",\"url\":\"/api/files/9/download\"}]}}");
    const QByteArray odd = QByteArray("\0\r\n--x\xff", 7) + QByteArray(200000, 'z');
    const auto sent = upload({QStringLiteral("Look"),
                              TempId(QStringLiteral("t1")),
                              m_message,
                              {file(QStringLiteral("a.txt"), odd), file(QStringLiteral("b"), {})}});
    QVERIFY(sent.ok());
    QCOMPARE(sent->attachments.size(), 1);
    QVERIFY(sent->conversationId == m_twelve);
    const auto &request = m_server->requests.constLast();
    const QByteArray type = request.headers.value("content-type");
    QVERIFY(type.startsWith("multipart/form-data; boundary=\""));
    const QByteArray boundary = "--" + type.split('"').at(1);
    const auto part = [&](const QByteArray &head, const QByteArray &body) {
        return boundary + "\r\nContent-Disposition: form-data; name=" + head + "\r\n\r\n" + body +
               "\r\n";
    };
    QCOMPARE(request.body,
             part("\"body\"", "Look") + part("\"tempId\"", "t1") + part("\"reply_to_id\"", "501") +
                 part("\"files[]\"; filename=\"a.txt\"\r\nContent-Type: text/plain", odd) +
                 part("\"files[]\"; filename=\"b\"\r\nContent-Type: text/plain", {}) + boundary +
                 "--\r\n");
    QCOMPARE(request.headers.value("authorization"), QByteArray("Bearer 7|demoToken"));
}

void TestExtensions::anUploadTellsItsProgress()
{
    answerWith(201, "{\"data\":{\"id\":502,\"body\":\"\"}}");
    qint64 last = 0;
    qint64 whole = 0;
    int steps = 0;
    bool inOrder = true;
    bool done = false;
    m_api->sendMessage(
        m_twelve, {.body = {}, .files = {file(QStringLiteral("big"), QByteArray(900000, 'x'))}},
        &m_context,
        [&](qint64 sent, qint64 total) {
            inOrder = inOrder && !done && sent >= last && sent <= total;
            last = sent;
            whole = total;
            ++steps;
        },
        [&](const Result<Message> &result) { done = result.ok(); });
    QTRY_VERIFY(done);
    QVERIFY(inOrder && steps > 0);
    QCOMPARE(last, whole);
    QCOMPARE(whole, m_server->requests.constLast().body.size());
}

void TestExtensions::anUploadWithoutAnswerTimesOut()
{
    fresh(everything(), Milliseconds(150));
    m_server->answer = [](const auto &) { return StubServer::Answer{.silent = true}; };
    const auto sent = upload({.body = {}, .files = {file(QStringLiteral("a"), "a")}});
    QVERIFY(!sent.ok());
    QCOMPARE(toString(sent.error().kind), QStringLiteral("Timeout"));
}

void TestExtensions::anUploadIsTakenBackWithItsContext()
{
    m_server->answer = [](const auto &) { return StubServer::Answer{.silent = true}; };
    auto context = std::make_unique<QObject>();
    bool answered = false;
    m_api->sendMessage(m_twelve, {.body = {}, .files = {file(QStringLiteral("a"), "a")}},
                       context.get(), {}, [&](const auto &) { answered = true; });
    QTRY_COMPARE(m_server->requests.size(), 1);
    const auto cut = [this] {
        const auto sockets = m_server->findChildren<QTcpSocket *>();
        return std::all_of(sockets.begin(), sockets.end(), [](const QTcpSocket *socket) {
            return socket->state() != QAbstractSocket::ConnectedState;
        });
    };
    QVERIFY(!cut());
    context.reset();
    QTRY_VERIFY(cut());
    QVERIFY(!answered);
}

void TestExtensions::anUploadIsNeverSentTwice()
{
    m_server->answer = [](const auto &) { return StubServer::Answer{.hangsUp = true}; };
    const auto sent = upload({.body = {}, .files = {file(QStringLiteral("a"), "a")}});
    QVERIFY(!sent.ok());
    QCOMPARE(toString(sent.error().kind), QStringLiteral("Timeout")); // it may have been stored
    QCOMPARE(m_server->requests.size(), 1);
}

void TestExtensions::filesThatCannotGoAreSaidSoWithoutARequest()
{
    const UploadFile small = file(QStringLiteral("a"), "a");
    const auto many = upload({.body = {}, .files = QVector<UploadFile>(11, small)});
    QVERIFY(!many.ok());
    QCOMPARE(toString(many.error().kind), QStringLiteral("TooLarge"));
    QFile sparse(m_dir.filePath(QStringLiteral("huge")));
    QVERIFY(sparse.open(QIODevice::WriteOnly) && sparse.resize(25 * 1024 * 1024 + 1));
    const auto large =
        upload({.body = {}, .files = {{sparse.fileName(), QStringLiteral("huge"), QString()}}});
    QVERIFY(!large.ok());
    QCOMPARE(toString(large.error().kind), QStringLiteral("TooLarge"));
    const auto gone = upload({.body = {}, .files = {small, {QStringLiteral("/no/such"), {}, {}}}});
    QVERIFY(!gone.ok());
    QCOMPARE(toString(gone.error().kind), QStringLiteral("Storage"));
    QVERIFY(gone.error().storage == StorageProblem::Attachment);
    QCOMPARE(asked().size(), 0);
}

void TestExtensions::namesOfFilesCannotWriteHeaders()
{
    answerWith(201, "{\"data\":{\"id\":502,\"body\":\"\"}}");
    UploadFile odd = file(QStringLiteral("a"), "a");
    odd.name = QStringLiteral("x\"\r\nX-Evil: 1\\тест");
    odd.mimeType = QStringLiteral("text/plain\r\nX-Evil: 2");
    QVERIFY(upload({.body = {}, .files = {odd}}).ok());
    const QByteArray body = m_server->requests.constLast().body;
    QVERIFY(!body.contains("\nX-Evil"));
    QVERIFY(body.contains("filename=\"x___X-Evil: 1_тест\""));
    QVERIFY(body.contains("Content-Type: application/octet-stream\r\n"));
}

SUHBAT_TEST(TestExtensions, Core)
#include "tst_extensions.moc"
