// When a session ends: nothing is lost by it, and nothing of it reaches the next user.
#include "api/ChatApi.h"
#include "ChatFixture.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"
#include "unit/api/StubServer.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace suhbat;
using namespace suhbat::test;
using demo::Failure;
using test::ChatFixture;

namespace {

constexpr qint64 lee = 44;

int posted(const demo::DemoServer &server, const char *words)
{
    return int(std::count_if(server.requests().begin(), server.requests().end(),
                             [words](const auto &r) { return r.body.contains(words); }));
}

} // namespace

class ChatSessionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void l17_onlyAClearNoEndsTheSession()
    {
        ChatFixture chat;
        QVERIFY(ChatFixture::enter(*chat.client));
        QSignalSpy ended(&chat.client->session(), &SessionManager::ended);
        // One endpoint that answers 401 while the token is good.
        chat.server.faults().failNext(Failure::Unauthenticated, QStringLiteral("/conversations"));
        chat.server.clearRequests();
        chat.client->chat().refresh();
        QTRY_VERIFY(std::any_of(chat.server.requests().begin(), chat.server.requests().end(),
                                [](const auto &r) { return r.path.contains(u"auth/verify"); }));
        QSignalSpy loaded(&chat.client->chat(), &ChatManager::listLoaded);
        chat.client->chat().refresh(); // answered after the question about the token
        QTRY_COMPARE(loaded.count(), 1);
        QCOMPARE(ended.count(), 0);
        chat.server.revokeTokens(dana);
        chat.client->chat().refresh();
        QTRY_COMPARE(ended.count(), 1);
        QCOMPARE(chat.client->session().state(), SessionManager::State::SignedOut);
    }

    // Asked for a code again, went back, and began anew as somebody else.
    void anotherCodeIsNoMatterOfTheNextLogin()
    {
        ChatFixture chat;
        SessionManager &session = chat.client->session();
        QSignalSpy sent(&session, &SessionManager::codeSent);
        QSignalSpy failed(&session, &SessionManager::failed);
        session.signIn(kimsPhone, QStringLiteral("demo-pass"));
        QTRY_COMPARE(sent.size(), 1);
        chat.server.faults().failNext(Failure::Invalid, QStringLiteral("resend-sms"));
        chat.server.faults().replyDelayMs = 150;
        chat.server.clearRequests();
        session.resendCode();
        QTRY_VERIFY(!chat.server.requests().isEmpty());
        chat.server.faults().replyDelayMs = 0;
        session.backToSignIn();
        session.signIn(u"+998900000002"_qs, QStringLiteral("demo-pass"));
        QTRY_COMPARE(sent.size(), 2);
        QTest::qWait(250); // the answer about the first code
        QCOMPARE(failed.size(), 0);
    }

    // The server has made a session of the code, and nobody goes on with it here.
    void aLoginThatIsNotFinishedLeavesNoSession_data()
    {
        QTest::addColumn<bool>("profileComes");
        QTest::addColumn<bool>("waits");
        QTest::newRow("left before the token came") << true << false;
        QTest::newRow("left before the profile came") << false << true;
        QTest::newRow("the profile is refused") << true << true;
    }
    void aLoginThatIsNotFinishedLeavesNoSession()
    {
        QFETCH(bool, profileComes);
        QFETCH(bool, waits);
        test::StubServer server;
        const auto asked = [&server](const QString &path) {
            return std::count_if(server.requests.cbegin(), server.requests.cend(),
                                 [&](const auto &request) {
                                     return QString::fromLatin1(request.target).endsWith(path);
                                 });
        };
        server.answer =
            [&profileComes](const test::StubServer::Request &request) -> test::StubServer::Answer {
            if (request.target.endsWith("/auth/login"))
                return {200, R"({"requires_verification":true})"};
            if (request.target.endsWith("/auth/verify"))
                return {200, R"({"token":"7|made"})"};
            test::StubServer::Answer refusal{500, R"({"message":"not now"})"};
            refusal.silent = !profileComes;
            return refusal;
        };
        ServerProfile profile;
        profile.apiBaseUrl = server.url(u"/api"_qs);
        QNetworkAccessManager network;
        ChatApi api(&network, profile, ChatFixture::patientTiming().network);
        SessionManager session(api);
        QSignalSpy sent(&session, &SessionManager::codeSent);
        const QSignalSpy signedIn(&session, &SessionManager::signedIn);
        session.signIn(kimsPhone, u"demo-pass"_qs);
        QTRY_COMPARE(sent.size(), 1);
        session.verifyCode(u"482915"_qs);
        if (waits)
            QTRY_COMPARE(asked(u"profile"_qs), 1);
        if (!waits || !profileComes)
            session.backToSignIn();
        QTRY_COMPARE(asked(u"auth/logout"_qs), 1);
        const auto last =
            std::find_if(server.requests.cbegin(), server.requests.cend(), [](const auto &request) {
                return request.target.endsWith("/auth/logout");
            });
        QCOMPARE(last->headers.value("authorization"), QByteArray("Bearer 7|made"));
        QCOMPARE(session.state(), SessionManager::State::SignedOut);
        profileComes = true;
        bool answered = false;
        api.profile(&network, [&answered](const Result<User> &) { answered = true; });
        QTRY_VERIFY(answered);
        QVERIFY(!server.requests.last().headers.contains("authorization"));
        QVERIFY(signedIn.isEmpty());
    }

    // A screenful of requests, all of them answered with 401 at one time.
    void manyRefusalsEndTheSessionOnce()
    {
        ChatFixture chat;
        Backend &client = *chat.client;
        QVERIFY(ChatFixture::enter(client));
        QVERIFY(ChatFixture::open(client, kimsRoom));
        client.chat().setDraft(kimsRoom, QStringLiteral("half a thought"));
        // One that waits, because the server said so.
        chat.server.faults().failNext(Failure::TooManyRequests, QStringLiteral("/messages"), 1,
                                      "POST");
        chat.server.clearRequests();
        client.chat().send(kimsRoom, QStringLiteral("do not lose me"));
        QTRY_COMPARE(posted(chat.server, "do not lose me"), 1);
        QSignalSpy ended(&client.session(), &SessionManager::ended);
        QSignalSpy told(&client.chat(), &ChatManager::errorOccurred);
        chat.server.revokeTokens(dana);
        chat.server.clearRequests();
        client.chat().refresh();
        client.chat().reloadConversation(kimsRoom);
        client.chat().typed(kimsRoom);
        client.chat().seen(kimsRoom, client.chat().messages(kimsRoom).first().id);
        client.session().doubtSession();
        client.session().doubtSession();
        QTRY_COMPARE(ended.count(), 1);
        const auto asked = std::count_if(
            chat.server.requests().begin(), chat.server.requests().end(),
            [](const auto &request) { return request.path.contains(u"auth/verify"); });
        QCOMPARE(asked, 1);
        QVERIFY(chat.server.requests().size() > 2);

        QSignalSpy reopen(&client.chat(), &ChatManager::reopenWanted);
        QVERIFY(ChatFixture::enter(client));
        QCOMPARE(reopen.count(), 1);
        QCOMPARE(reopen.first().first().value<ConversationId>(), kimsRoom);
        QVERIFY(ChatFixture::open(client, kimsRoom));
        QTRY_COMPARE(ChatFixture::last(client, kimsRoom).body, QStringLiteral("do not lose me"));
        QTRY_COMPARE(ChatFixture::last(client, kimsRoom).state, Message::State::Sent);
        QCOMPARE(client.chat().drafts().of(kimsRoom), QStringLiteral("half a thought"));
        QCOMPARE(ended.count(), 1);
        QCOMPARE(told.count(), 0);
    }

    // What the server says of the token before.
    void aLateRefusalSaysNothingOfTheNextSession()
    {
        ChatFixture chat;
        QNetworkAccessManager network;
        ChatApi api(&network, ChatFixture::profileOf(chat.server),
                    ChatFixture::patientTiming().network);
        Session good;
        api.login(QStringLiteral("998900000001"), QStringLiteral("demo-pass"), &network,
                  [&good](const Result<LoginOutcome> &result) { good = result->session; });
        QTRY_VERIFY(!good.token.isEmpty());
        Session bad = good;
        bad.token = QStringLiteral("1|revoked");
        SessionManager session(api);
        QSignalSpy ended(&session, &SessionManager::ended);
        session.restore(bad, QStringLiteral("998900000001")); // asks
        session.signOut();
        QCOMPARE(ended.count(), 1);
        session.restore(good, QStringLiteral("998900000001"));
        QTRY_VERIFY(std::any_of(chat.server.requests().begin(), chat.server.requests().end(),
                                [](const auto &r) { return r.path.contains(u"auth/verify"); }));
        for (int i = 0; i < 2; ++i) { // behind that answer
            bool answered = false;
            api.profile(&network, [&answered](const Result<User> &) { answered = true; });
            QTRY_VERIFY(answered);
        }
        QCOMPARE(session.state(), SessionManager::State::SignedIn);
        QCOMPARE(ended.count(), 1);
    }

    // Written, refused because the session was over, logged in again: it is still there.
    void anExpiredSessionLosesNothingWritten()
    {
        ChatFixture chat;
        QVERIFY(ChatFixture::enter(*chat.client));
        QVERIFY(ChatFixture::open(*chat.client, kimsRoom));
        QObject::connect(&chat.client->session(), &SessionManager::ended, &chat.client->chat(),
                         [&] { chat.client->chat().stop(); });
        QSignalSpy ended(&chat.client->session(), &SessionManager::ended);
        chat.server.revokeTokens(dana);
        chat.client->chat().send(kimsRoom, QStringLiteral("do not lose me"));
        QTRY_COMPARE(ended.count(), 1);
        const auto before = chat.server.messages(12).size();

        QVERIFY(ChatFixture::enter(*chat.client));
        QTRY_COMPARE(ChatFixture::last(*chat.client, kimsRoom).body,
                     QStringLiteral("do not lose me"));
        // 401 says that the server has not taken it: it goes out by itself, once.
        QTRY_COMPARE(ChatFixture::last(*chat.client, kimsRoom).state, Message::State::Sent);
        QCOMPARE(chat.server.messages(12).size(), before + 1);
    }

    void anotherUserNeverSendsWhatTheFirstOneLeft()
    {
        ChatFixture chat;
        QVERIFY(ChatFixture::enter(*chat.client));
        QVERIFY(ChatFixture::open(*chat.client, kimsRoom));
        QObject::connect(&chat.client->session(), &SessionManager::ended, &chat.client->chat(),
                         [&] { chat.client->chat().stop(); });
        QSignalSpy ended(&chat.client->session(), &SessionManager::ended);
        // One that the server wants to have later, and one in the queue behind it.
        chat.server.faults().failNext(Failure::TooManyRequests, QStringLiteral("/messages"), 1,
                                      "POST");
        chat.server.clearRequests();
        chat.client->chat().send(kimsRoom, QStringLiteral("Dana's words"));
        chat.client->chat().send(kimsRoom, QStringLiteral("Dana's last words"));
        QTRY_COMPARE(posted(chat.server, "Dana's words"), 1);
        chat.server.revokeTokens(dana);
        chat.client->chat().refresh();
        QTRY_COMPARE(ended.count(), 1);
        chat.server.clearRequests();
        QVERIFY(ChatFixture::enter(*chat.client, QStringLiteral("998900000003")));
        const ConversationId leesRoom(chat.server.conversationsOf(lee).first().id);
        QVERIFY(ChatFixture::open(*chat.client, leesRoom));
        chat.client->chat().send(leesRoom, QStringLiteral("Lee's words"));
        QTRY_COMPARE(posted(chat.server, "Lee's words"), 1);
        QCOMPARE(posted(chat.server, "Dana's"), 0);
        QVERIFY(chat.client->chat().messages(kimsRoom).isEmpty());
    }

    // Another user's socket, rows or requests never outlive a logout.
    void l16_logoutTakesEverythingDown()
    {
        ChatFixture chat;
        QVERIFY(ChatFixture::enter(*chat.client));
        QVERIFY(ChatFixture::open(*chat.client, kimsRoom));
        QObject::connect(&chat.client->session(), &SessionManager::ended, &chat.client->chat(),
                         [&] { chat.client->chat().stop(); });
        chat.client->session().signOut();
        QVERIFY(chat.client->chat().conversations().ids().isEmpty());
        QVERIFY(chat.client->chat().messages(kimsRoom).isEmpty());
        QTRY_COMPARE(chat.server.socketCount(), 0);
        QTRY_VERIFY(std::any_of(chat.server.requests().begin(), chat.server.requests().end(),
                                [](const auto &r) { return r.path.contains(u"auth/logout"); }));
    }
};

SUHBAT_TEST(ChatSessionsTest, Core)
#include "tst_sessions.moc"
