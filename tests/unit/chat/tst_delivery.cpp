// The outbox with a disk and a server: what is durable when, and files on their way.
#include "api/ChatApi.h"
#include "chat/Outbox.h"
#include "ChatFixture.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"
#include "unit/api/StubServer.h"

#include <QNetworkReply>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace suhbat;
using namespace suhbat::test;
using test::ChatFixture;

/// A disk that answers when the test says so.
class SlowDisk final : public OutboxStore
{
public:
    using Done = std::function<void(Result<void>)>;

    void addOutbox(const OutboxEntry &entry, QObject *context, Done done) override
    {
        rows.insert(entry.tempId, entry);
        waiting.append({context, std::move(done)});
    }
    void removeOutbox(const TempId &id, QObject *context, Done done) override
    {
        rows.remove(id);
        waiting.append({context, std::move(done)});
    }
    void loadOutbox(QObject *context,
                    std::function<void(Result<QVector<OutboxEntry>>)> done) override
    {
        deliver(context, std::move(done), Result<QVector<OutboxEntry>>(QVector<OutboxEntry>()));
    }
    void answer(const Result<void> &result = Result<void>())
    {
        const auto all = std::exchange(waiting, {});
        for (const auto &[context, done] : all)
            deliver(context, done, result);
    }

    QHash<TempId, OutboxEntry> rows;
    QVector<std::pair<QObject *, Done>> waiting;
};

namespace {

OutboxEntry entry(const QString &id, const QString &body)
{
    OutboxEntry made;
    made.tempId = TempId(id);
    made.conversationId = kimsRoom;
    made.body = body;
    made.createdAt = QDateTime::currentDateTimeUtc();
    return made;
}

} // namespace

class DeliveryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }
    void nothingGoesOutBeforeTheDiskHasIt();
    void aFullDiskGivesTheTextBack();
    void filesComeInTheirTurn();
    void filesGoOutWithTheirMessage();
    void aRequestEndsWithItsOutbox();
    void anAnswerAboutAnotherMessageIsNone_data();
    void anAnswerAboutAnotherMessageIsNone();

private:
    /// An outbox of its own, as the same user, beside the client's.
    struct Stage
    {
        explicit Stage(bool upload = false)
            : api(&network, profileOf(chat.server, upload), ChatFixture::quickTiming().network)
            , outbox(api, disk, [](const ConversationId &) { return MessageId(); })
        {}
        static ServerProfile profileOf(const demo::DemoServer &server, bool upload)
        {
            ServerProfile profile = ChatFixture::profileOf(server);
            profile.capabilities.on.upload = upload;
            return profile;
        }
        bool logIn()
        {
            std::optional<bool> in;
            api.login(QStringLiteral("998900000001"), QStringLiteral("demo-pass"), &network,
                      [&](const Result<LoginOutcome> &result) {
                          in = result.ok();
                          if (result)
                              api.setToken(result->session.token);
                      });
            return QTest::qWaitFor([&] { return in.has_value(); }) && *in;
        }
        int posts() const
        {
            int count = 0;
            for (const auto &request : chat.server.requests())
                count += request.method == "POST" && request.path.endsWith(u"/messages") ? 1 : 0;
            return count;
        }

        ChatFixture chat;
        QNetworkAccessManager network;
        ChatApi api;
        SlowDisk disk;
        Outbox outbox;
    };
};

void DeliveryTest::nothingGoesOutBeforeTheDiskHasIt()
{
    Stage stage;
    QVERIFY(stage.logIn());
    QSignalSpy shown(&stage.outbox, &Outbox::shown);
    QSignalSpy delivered(&stage.outbox, &Outbox::delivered);
    stage.outbox.add(entry(QStringLiteral("a"), QStringLiteral("hello")));
    QCOMPARE(stage.disk.waiting.size(), 1);
    QCOMPARE(shown.count(), 0);
    stage.disk.answer();
    QTRY_COMPARE(shown.count(), 1);
    QTRY_COMPARE(stage.disk.waiting.size(), 1); // the attempt
    QCOMPARE(stage.disk.rows.value(TempId(QStringLiteral("a"))).attempts, 1);
    QCOMPARE(stage.posts(), 0);
    stage.disk.answer();
    QTRY_COMPARE(delivered.count(), 1);
    QCOMPARE(stage.posts(), 1);
    QTRY_VERIFY(stage.disk.rows.isEmpty());
}

void DeliveryTest::aFullDiskGivesTheTextBack()
{
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("not written")));
    Stage stage;
    QVERIFY(stage.logIn());
    QSignalSpy shown(&stage.outbox, &Outbox::shown);
    QSignalSpy back(&stage.outbox, &Outbox::givenBack);
    stage.outbox.add(entry(QStringLiteral("a"), QStringLiteral("precious")));
    stage.disk.answer(Error::make(Error::Kind::Storage, QStringLiteral("disk full")));
    QTRY_COMPARE(back.count(), 1);
    QCOMPARE(back.first().first().value<OutboxEntry>().body, QStringLiteral("precious"));
    QCOMPARE(shown.count(), 0);
    QCOMPARE(stage.posts(), 0);
    QCOMPARE(stage.outbox.unsent(), 0);
}

// Their copies take time; what was written afterwards comes afterwards all the same.
void DeliveryTest::filesComeInTheirTurn()
{
    Stage stage;
    QVERIFY(stage.logIn());
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("plan.txt")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write("the plan"), 8);
    file.close();
    OutboxEntry first = entry(QStringLiteral("a"), QStringLiteral("see this"));
    first.files = {{file.fileName(), QStringLiteral("plan.txt"), QStringLiteral("text/plain"), 8}};
    QSignalSpy shown(&stage.outbox, &Outbox::shown);
    stage.outbox.add(first);
    stage.outbox.add(entry(QStringLiteral("b"), QStringLiteral("what do you think?")));
    QTRY_COMPARE(stage.disk.waiting.size(), 2);
    stage.disk.answer();
    QTRY_COMPARE(shown.count(), 2);
    QCOMPARE(shown.first().first().value<outbox::Show>().entry.tempId, first.tempId);
    // This server takes no files: that is said of the message, and holds nobody up.
    const auto failed = [&shown, &first] {
        return std::any_of(shown.cbegin(), shown.cend(), [&first](const QList<QVariant> &one) {
            const OutboxEntry entry = one.first().value<outbox::Show>().entry;
            return entry.tempId == first.tempId && entry.state == Message::State::Failed;
        });
    };
    stage.disk.answer();
    QTRY_COMPARE(stage.disk.rows.value(first.tempId).state, Message::State::Failed);
    QVERIFY(!failed()); // a restart would still send it
    stage.disk.answer();
    QTRY_VERIFY(failed());
}

void DeliveryTest::filesGoOutWithTheirMessage()
{
    Stage stage(true);
    QVERIFY(stage.logIn());
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("plan.txt")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QByteArray content(300 * 1024, 'x');
    QCOMPARE(file.write(content), content.size());
    file.close();
    OutboxEntry one = entry(QStringLiteral("a"), QStringLiteral("see this"));
    one.files = {{file.fileName(), QStringLiteral("plan.txt"), QStringLiteral("text/plain"),
                  content.size()}};
    QSignalSpy delivered(&stage.outbox, &Outbox::delivered);
    QSignalSpy uploading(&stage.outbox, &Outbox::uploading);
    stage.outbox.add(one);
    QTRY_VERIFY((stage.disk.answer(), delivered.count() == 1));
    const auto message = delivered.first().first().value<Message>();
    QCOMPARE(message.attachments.size(), 1);
    QCOMPARE(message.attachments.first().name, QStringLiteral("plan.txt"));
    QVERIFY(!uploading.isEmpty());
    const auto last = uploading.last();
    QVERIFY(last.at(2).toLongLong() > content.size()); // the text, too
    QCOMPARE(last.at(1).toLongLong(), last.at(2).toLongLong());
    QCOMPARE(stage.posts(), 1);
}

void DeliveryTest::aRequestEndsWithItsOutbox()
{
    Stage stage;
    QVERIFY(stage.logIn());
    stage.chat.server.faults().failNext(demo::Failure::SilentAfter, QStringLiteral("/messages"), 1,
                                        "POST");
    stage.outbox.add(entry(QStringLiteral("a"), QStringLiteral("hello")));
    stage.disk.answer();
    QTRY_COMPARE(stage.disk.waiting.size(), 1);
    stage.disk.answer();
    QTRY_COMPARE(stage.posts(), 1);
    // The reply does not live longer than its signal.
    QVector<QNetworkReply::NetworkError> ended;
    QObject context; // goes before the list does
    connect(&stage.network, &QNetworkAccessManager::finished, &context,
            [&ended](QNetworkReply *reply) { ended.append(reply->error()); });
    stage.outbox.clear();
    QCOMPARE(ended, QVector<QNetworkReply::NetworkError>{QNetworkReply::OperationCanceledError});
    // The row stays: the next start looks for it.
    QCOMPARE(stage.disk.rows.value(TempId(QStringLiteral("a"))).attempts, 1);
}

void DeliveryTest::anAnswerAboutAnotherMessageIsNone_data()
{
    QTest::addColumn<QByteArray>("about");
    QTest::addColumn<bool>("believed");
    const auto row = [](const char *name, const char *message, bool believed) {
        QTest::newRow(name) << QByteArray(message) << believed;
    };
    row("mine", R"({"id":601,"body":"hello","conversation_id":12,"sender":{"id":42}})", true);
    row("of nobody named", R"({"id":601,"body":"hello"})", true);
    row("Kim's", R"({"id":601,"body":"hi","conversation_id":12,"sender":{"id":43}})", false);
    row("elsewhere", R"({"id":601,"body":"hello","conversation_id":13,"sender":{"id":42}})", false);
}

// A cache on the way that repeats an old answer, a server that confuses its ids: taken as the
// message, it would stand there as sent, and nobody would have it.
void DeliveryTest::anAnswerAboutAnotherMessageIsNone()
{
    QFETCH(const QByteArray, about);
    QFETCH(const bool, believed);
    StubServer server;
    int looks = 0;
    server.answer = [&](const StubServer::Request &request) -> StubServer::Answer {
        if (request.method == "POST")
            return {201, "{\"data\":" + about + "}"};
        ++looks;
        return {200, R"({"data":{"id":12,"type":"direct","messages":[]}})"};
    };
    ServerProfile profile;
    profile.apiBaseUrl = server.url(QStringLiteral("/api"));
    QNetworkAccessManager network;
    ChatApi api(&network, profile, ChatFixture::quickTiming().network);
    api.setOwnUser(UserId(dana));
    SlowDisk disk;
    Outbox outbox(api, disk, [](const ConversationId &) { return MessageId(); });
    QSignalSpy delivered(&outbox, &Outbox::delivered);
    outbox.add(entry(QStringLiteral("a"), QStringLiteral("hello")));
    QTRY_VERIFY((disk.answer(), believed ? delivered.size() == 1 : looks > 0));
    QCOMPARE(delivered.size(), believed ? 1 : 0);
    QCOMPARE(outbox.contains(TempId(QStringLiteral("a"))), !believed);
}

SUHBAT_TEST(DeliveryTest, Core)
#include "tst_delivery.moc"
