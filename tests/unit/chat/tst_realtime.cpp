// What the chat adds to the Pusher client: statements of docs/pusher-protocol.md.
#include "ChatFixture.h"
#include "support/Fixtures.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace suhbat;
using demo::Failure;
using test::ChatFixture;

namespace {

const ConversationId kimsRoom(QStringLiteral("12"));
constexpr qint64 dana = 42;
const QString authPath = QStringLiteral("/broadcasting/auth");

} // namespace

class ChatRealtimeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }
    void statement091_whatMayPassIsAskedAgain_data();
    void statement091_whatMayPassIsAskedAgain();
    void statement091_denialWaitsForTheUser();
    void statement091_expiredTokenIsCheckedFirst();
    void statement128_socketIdGoesWithTheMessage();

private:
    static int asked(const ChatFixture &chat, QStringView path)
    {
        int n = 0;
        for (const auto &request : chat.server.requests())
            n += request.path.contains(path) ? 1 : 0;
        return n;
    }
    /// Loses the socket; the channel has to be authorised anew, which fails so.
    static void loseAuthorisation(ChatFixture &chat, Failure failure, int times)
    {
        chat.server.faults().failNext(failure, authPath, times);
        chat.server.clearRequests();
        chat.server.dropSockets();
    }
};

void ChatRealtimeTest::statement091_whatMayPassIsAskedAgain_data()
{
    QTest::addColumn<int>("failure");
    QTest::addColumn<int>("waits"); // ms
    QTest::newRow("429 with Retry-After") << int(Failure::TooManyRequests) << 1000;
    QTest::newRow("500") << int(Failure::ServerErrorHtml) << 500;
}

void ChatRealtimeTest::statement091_whatMayPassIsAskedAgain()
{
    QFETCH(int, failure);
    QFETCH(int, waits);
    ChatFixture chat;
    QVERIFY(ChatFixture::enter(*chat.client));
    QSignalSpy failures(&chat.client->chat().link(), &RealtimeLink::subscriptionFailed);
    loseAuthorisation(chat, Failure(failure), 1);
    QTRY_COMPARE(failures.size(), 1);
    QElapsedTimer timer;
    timer.start();
    QTRY_VERIFY(chat.client->chat().link().isSubscribed());
    QVERIFY2(timer.elapsed() > waits - 100, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(failures.size(), 1);
}

void ChatRealtimeTest::statement091_denialWaitsForTheUser()
{
    ChatFixture chat;
    QVERIFY(ChatFixture::enter(*chat.client));
    QSignalSpy failures(&chat.client->chat().link(), &RealtimeLink::subscriptionFailed);
    QSignalSpy ended(&chat.client->session(), &SessionManager::ended);
    loseAuthorisation(chat, Failure::Forbidden, 2); // below the base and at the origin
    QTRY_COMPARE(failures.size(), 1);
    QCOMPARE(failures.at(0).at(0).value<Error>().status, 403);
    QVERIFY(!chat.client->chat().link().isSubscribed());
    QCOMPARE(chat.client->chat().link().state(), RealtimeLink::State::Connected);
    QCOMPARE(asked(chat, authPath), 2);
    chat.client->chat().link().retryNow();
    QTRY_VERIFY(chat.client->chat().link().isSubscribed());
    QCOMPARE(asked(chat, authPath), 3);
    QCOMPARE(ended.size(), 0);
}

void ChatRealtimeTest::statement091_expiredTokenIsCheckedFirst()
{
    ChatFixture chat;
    QVERIFY(ChatFixture::enter(*chat.client));
    QSignalSpy ended(&chat.client->session(), &SessionManager::ended);
    loseAuthorisation(chat, Failure::PageExpired, 2);
    QTRY_VERIFY(asked(chat, u"auth/verify") > 0);
    QCOMPARE(ended.size(), 0); // the token is good, whatever that endpoint thinks
    chat.server.revokeTokens(dana);
    loseAuthorisation(chat, Failure::Unauthenticated, 1);
    QTRY_COMPARE(ended.size(), 1);
}

void ChatRealtimeTest::statement128_socketIdGoesWithTheMessage()
{
    ChatFixture chat;
    QVERIFY(ChatFixture::enter(*chat.client));
    QVERIFY(ChatFixture::open(*chat.client, kimsRoom));
    const QByteArray socketId = chat.client->chat().socketId().toLatin1();
    QVERIFY(!socketId.isEmpty());
    chat.server.clearRequests();
    QSignalSpy events(&chat.client->chat(), &ChatManager::eventReceived);
    chat.client->chat().send(kimsRoom, QStringLiteral("to the others"));
    QTRY_COMPARE(ChatFixture::last(*chat.client, kimsRoom).body, QStringLiteral("to the others"));
    QTRY_COMPARE(ChatFixture::last(*chat.client, kimsRoom).state, Message::State::Sent);
    QByteArray sent;
    for (const auto &request : chat.server.requests()) {
        for (const auto &[name, value] : request.headers) {
            if (request.method == "POST" && name.toLower() == "x-socket-id")
                sent = value;
        }
    }
    QCOMPARE(sent, socketId);
    chat.client->chat().send(kimsRoom, QStringLiteral("again"));
    QTRY_COMPARE(ChatFixture::last(*chat.client, kimsRoom).body, QStringLiteral("again"));
    QTRY_COMPARE(ChatFixture::last(*chat.client, kimsRoom).state, Message::State::Sent);
    QCOMPARE(events.size(), 0); // the first one's echo would have come before this answer
}

QTEST_GUILESS_MAIN(ChatRealtimeTest)
#include "tst_realtime.moc"
