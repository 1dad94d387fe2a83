// What goes wrong on the way, and that nothing is lost or doubled by it.
#include "ChatFixture.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace suhbat;
using namespace suhbat::test;
using demo::Failure;
using test::ChatFixture;

class ChatFaultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void l15_aCutSocketHealsAndNothingIsMissing()
    {
        ChatFixture chat;
        QVERIFY(ChatFixture::enter(*chat.client));
        QVERIFY(ChatFixture::open(*chat.client, kimsRoom));
        const QString firstSocket = chat.client->chat().link().socketId();
        chat.server.setRefusing(true);
        chat.server.dropSockets();
        QTRY_VERIFY(!chat.client->chat().link().isSubscribed());
        chat.server.sendAs(kim, 12, QStringLiteral("while you were away"));
        chat.server.setRefusing(false);
        QTRY_VERIFY(chat.client->chat().link().isSubscribed());
        QVERIFY(chat.client->chat().link().socketId() != firstSocket);
        QTRY_COMPARE(ChatFixture::last(*chat.client, kimsRoom).body,
                     QStringLiteral("while you were away"));
    }

    void eventsThatAreNeverSentStillArrive()
    {
        ChatFixture chat;
        QVERIFY(ChatFixture::enter(*chat.client));
        QVERIFY(ChatFixture::open(*chat.client, kimsRoom));
        chat.server.faults().suppressEvents = true;
        chat.server.sendAs(kim, 12, QStringLiteral("unheard"));
        chat.server.dropSockets();
        QTRY_COMPARE(ChatFixture::last(*chat.client, kimsRoom).body, QStringLiteral("unheard"));
    }

    // Carried out, but the answer never came: the history tells, and nothing is sent twice.
    void aLostAnswerIsFoundInTheHistory_data()
    {
        QTest::addColumn<int>("failure");
        QTest::newRow("cut") << int(Failure::CutAfter);
        QTest::newRow("silent") << int(Failure::SilentAfter);
    }
    void aLostAnswerIsFoundInTheHistory()
    {
        QFETCH(int, failure);
        ChatFixture chat;
        QVERIFY(ChatFixture::enter(*chat.client));
        QVERIFY(ChatFixture::open(*chat.client, kimsRoom));
        chat.server.faults().suppressEvents = true;
        const int before = chat.server.messages(12).size();
        chat.server.faults().failNext(Failure(failure), QStringLiteral("/messages"), 1, "POST");
        chat.client->chat().send(kimsRoom, QStringLiteral("did it go?"));
        QTRY_COMPARE(ChatFixture::last(*chat.client, kimsRoom).body, QStringLiteral("did it go?"));
        QTRY_COMPARE(ChatFixture::last(*chat.client, kimsRoom).state, Message::State::Sent);
        QVERIFY(!ChatFixture::last(*chat.client, kimsRoom).id.isEmpty());
        QCOMPARE(chat.client->chat().messages(kimsRoom).size(), before + 1);
        QCOMPARE(chat.server.messages(12).size(), before + 1);
    }

    // The echo has confirmed it; neither the lost answer nor the failing look may take that back.
    void aLateFailureDemotesNothing()
    {
        ChatFixture chat;
        QVERIFY(ChatFixture::enter(*chat.client));
        QVERIFY(ChatFixture::open(*chat.client, kimsRoom));
        chat.server.faults().echoToSender = true;
        chat.server.faults().failNext(Failure::SilentAfter, QStringLiteral("/messages"), 1, "POST");
        QSignalSpy notFound(&chat.client->chat(), &ChatManager::historyFailed);
        chat.client->chat().send(kimsRoom, QStringLiteral("heard"));
        QTRY_COMPARE(ChatFixture::last(*chat.client, kimsRoom).state, Message::State::Sent);
        chat.server.faults().failNext(Failure::BadGateway, QStringLiteral("/conversations/12"));
        chat.client->chat().reloadConversation(kimsRoom);
        QTRY_COMPARE(notFound.count(), 1);
        QTRY_COMPARE(chat.client->chat().unsent(), 0); // the answer was waited for in vain
        QCOMPARE(ChatFixture::last(*chat.client, kimsRoom).state, Message::State::Sent);
        const auto *row = chat.client->chat().conversations().find(kimsRoom);
        QCOMPARE(row->ownState, std::optional(Message::State::Sent));
    }

    void anUndecidedMessageWaitsForTheUser()
    {
        ChatFixture chat;
        QVERIFY(ChatFixture::enter(*chat.client));
        QVERIFY(ChatFixture::open(*chat.client, kimsRoom));
        const int before = chat.server.messages(12).size();
        chat.server.faults().failNext(Failure::BadGateway, QStringLiteral("/messages"), 1, "POST");
        const TempId id = chat.client->chat().send(kimsRoom, QStringLiteral("maybe"));
        QTRY_COMPARE(ChatFixture::last(*chat.client, kimsRoom).state, Message::State::Undecided);
        QCOMPARE(chat.server.messages(12).size(), before); // never again by itself
        chat.client->chat().retry(id);
        QTRY_COMPARE(ChatFixture::last(*chat.client, kimsRoom).state, Message::State::Sent);
        QCOMPARE(chat.server.messages(12).size(), before + 1);
    }

    void aRefusedMessageCanBeDiscardedAndHoldsNobodyUp()
    {
        ChatFixture chat;
        QVERIFY(ChatFixture::enter(*chat.client));
        QVERIFY(ChatFixture::open(*chat.client, kimsRoom));
        const int before = chat.client->chat().messages(kimsRoom).size();
        chat.server.faults().failNext(Failure::Invalid, QStringLiteral("/messages"), 1, "POST");
        QSignalSpy failed(&chat.client->chat(), &ChatManager::messageFailed);
        const TempId refused = chat.client->chat().send(kimsRoom, QStringLiteral("no"));
        chat.client->chat().send(kimsRoom, QStringLiteral("yes"));
        QTRY_COMPARE(failed.count(), 1);
        QTRY_COMPARE(chat.server.messages(12).last().body, QStringLiteral("yes"));
        QTRY_COMPARE(ChatFixture::last(*chat.client, kimsRoom).state, Message::State::Failed);
        chat.client->chat().discard(refused);
        QTRY_COMPARE(chat.client->chat().messages(kimsRoom).size(), before + 1);
    }

    void offlineMessagesGoOutInOrder()
    {
        ChatFixture chat;
        QVERIFY(ChatFixture::enter(*chat.client));
        QVERIFY(ChatFixture::open(*chat.client, kimsRoom));
        chat.server.stop();
        // A message sent in the instant of the cut may have arrived: that is another test.
        QSignalSpy away(&chat.client->chat(), &ChatManager::listFailed);
        chat.client->chat().refresh();
        QTRY_COMPARE(away.count(), 1);
        for (int i = 0; i < 3; ++i)
            chat.client->chat().send(kimsRoom, QStringLiteral("offline %1").arg(i));
        QTRY_COMPARE(ChatFixture::bodies(*chat.client, kimsRoom).last(),
                     QStringLiteral("offline 2"));
        // Asked for later and refused: the first message has been refused by then, too.
        chat.client->chat().refresh();
        QTRY_COMPARE(away.count(), 2);
        const auto rows = chat.client->chat().messages(kimsRoom);
        for (int i = 1; i <= 3; ++i)
            QCOMPARE(rows.at(rows.size() - i).state, Message::State::Sending);
        QVERIFY(chat.server.listen());
        chat.client->chat().refresh(); // the line is back, as "Try now" finds out
        QTRY_COMPARE(ChatFixture::last(*chat.client, kimsRoom).state, Message::State::Sent);
        const auto all = chat.server.messages(12);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(all.at(all.size() - 3 + i).body, QStringLiteral("offline %1").arg(i));
    }

    void tooManyRequestsWaitAsLongAsTheServerSays()
    {
        ChatFixture chat;
        QVERIFY(ChatFixture::enter(*chat.client));
        QVERIFY(ChatFixture::open(*chat.client, kimsRoom));
        chat.server.faults().failNext(Failure::TooManyRequests, QStringLiteral("/messages"), 1,
                                      "POST");
        QElapsedTimer timer;
        timer.start();
        chat.client->chat().send(kimsRoom, QStringLiteral("patience"));
        QTRY_COMPARE(ChatFixture::last(*chat.client, kimsRoom).body, QStringLiteral("patience"));
        QTRY_COMPARE(ChatFixture::last(*chat.client, kimsRoom).state, Message::State::Sent);
        QVERIFY(timer.elapsed() >= 1000);
    }

    void aWrongKeyIsRefusedForGood()
    {
        ChatFixture chat;
        ServerProfile wrong = ChatFixture::profileOf(chat.server);
        wrong.appKey = QStringLiteral("no-such-key");
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("4001")));
        Backend client(wrong, QStringLiteral("en"), ChatFixture::quickTiming());
        QVERIFY(ChatFixture::logIn(client));
        QTRY_COMPARE(client.chat().link().state(), RealtimeLink::State::Refused);
        QCOMPARE(client.chat().link().problem()->status, 4001);
        // Chat degrades, it does not die.
        QVERIFY(!client.chat().conversations().ids().isEmpty());
    }

    void malformedFramesHarmNothing()
    {
        ChatFixture chat;
        QVERIFY(ChatFixture::enter(*chat.client));
        // The one that is no JSON at all is worth a warning; the others only a line.
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("malformed")));
        for (const char *frame :
             {"not json", "[]", "12", "{\"event\":5}", "{\"event\":\"x\"}",
              "{\"event\":\"App\\\\Events\\\\M\",\"channel\":\"private-user.42\","
              "\"data\":\"{\\\"message\\\":[]}\"}"})
            chat.server.sendRaw(dana, QLatin1String(frame));
        chat.server.sendAs(kim, 12, QStringLiteral("after the noise"));
        QTRY_COMPARE(ChatFixture::last(*chat.client, kimsRoom).body,
                     QStringLiteral("after the noise"));
        QVERIFY(chat.client->chat().link().isSubscribed());
    }

    void htmlInsteadOfJsonIsAnErrorOfTheList()
    {
        ChatFixture chat;
        QSignalSpy failed(&chat.client->chat(), &ChatManager::listFailed);
        chat.server.faults().failNext(Failure::HtmlInsteadOfJson, QStringLiteral("/conversations"),
                                      2);
        ChatFixture::enter(*chat.client);
        QTRY_VERIFY(failed.count() >= 1);
        QCOMPARE(toString(failed.first().first().value<Error>().kind),
                 QStringLiteral("BadResponse"));
    }

    void oneHalfOfTheListDoesNotHideTheOther()
    {
        ChatFixture chat;
        chat.server.faults().failNext(Failure::NotFound,
                                      QStringLiteral("/conversations/department"));
        QSignalSpy errors(&chat.client->chat(), &ChatManager::errorOccurred);
        QVERIFY(ChatFixture::enter(*chat.client));
        QTRY_VERIFY(chat.client->chat().conversations().contains(kimsRoom));
        QVERIFY(errors.count() >= 1);
        const auto all = chat.server.conversationsOf(dana).size();
        QTRY_COMPARE(chat.client->chat().conversations().ids().size(), all);
        // A half that fails later takes nothing away.
        chat.server.faults().failNext(Failure::NotFound,
                                      QStringLiteral("/conversations/department"));
        QSignalSpy loaded(&chat.client->chat(), &ChatManager::listLoaded);
        chat.client->chat().refresh();
        QTRY_COMPARE(loaded.count(), 1);
        QCOMPARE(chat.client->chat().conversations().ids().size(), all);
        // Nor does it swallow what is asked while it is under way, as after a subscription.
        chat.server.faults().failNext(Failure::NotFound,
                                      QStringLiteral("/conversations/department"));
        chat.client->chat().refresh();
        chat.client->chat().refresh();
        QTRY_COMPARE(loaded.count(), 3);
    }
};

SUHBAT_TEST(ChatFaultsTest, Core)
#include "tst_faults.moc"
