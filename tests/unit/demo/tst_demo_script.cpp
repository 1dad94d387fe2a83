#include "demo/broadcast/Signatures.h"
#include "demo/DemoServer.h"
#include "demo/script/Phrasebook.h"
#include "demo/script/TalkScripts.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"
#include "TestClient.h"
#include "TestSocket.h"

#include <QSet>
#include <QTest>

using namespace suhbat::demo;
using suhbat::demo::test::TestClient;
using suhbat::demo::test::TestSocket;
using namespace Qt::StringLiterals;

/// The scripted people, a thousand times faster than in the program.
class TestDemoScript : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { suhbat::test::failOnAnyWarning(); }
    void sleepUntilSomebodyLogsIn();
    void readTypeAndAnswer();
    void startByThemselves();
    void leaveALoggedInPersonAlone();
    void stayQuiet();
    void answerInTheRightLanguage_data();
    void answerInTheRightLanguage();
    void doNotRepeatThemselves();
    void sayOnlyWhatPeopleThereCanSay();

private:
    DemoOptions fast() const;
};

DemoOptions TestDemoScript::fast() const
{
    DemoOptions options;
    options.script = {{1, 5}, {5, 10}, {20, 40}, {1, 3}, {1, 3}, 1, {5, 20}, 5};
    return options;
}

void TestDemoScript::sleepUntilSomebodyLogsIn()
{
    DemoServer server(fast());
    QVERIFY(server.listen());
    TestClient client(server.apiUrl());
    QCOMPARE(client.get(u"profile"_s).status, 401);
    QVERIFY(!server.isActive());
    QVERIFY(client.logIn(u"998900000001"_s));
    QVERIFY(server.isActive());
    QCOMPARE(client.post(u"auth/logout"_s).status, 200);
    QVERIFY(!server.isActive());
}

void TestDemoScript::readTypeAndAnswer()
{
    DemoOptions options = fast();
    options.script.firstMessage = {600'000, 600'000};
    DemoServer server(options);
    QVERIFY(server.listen());
    TestClient client(server.apiUrl());
    QVERIFY(client.logIn(u"998900000001"_s));
    TestSocket socket(server.wsUrl(), u"/app/demo-app-key"_s);
    socket.subscribe(
        u"private-user.42"_s,
        signatures::channelAuth(options.app, socket.waitForSocketId(), u"private-user.42"_s));
    QTRY_COMPARE(server.subscriberCount(u"private-user.42"_s), 1);
    const auto before = server.messages(12).size();
    client.post(u"inbox/conversations/12/messages"_s, {{u"body"_s, u"Thanks a lot!"_s}});
    QTRY_COMPARE(server.messages(12).size(), before + 2);
    const Message answer = server.messages(12).last();
    QCOMPARE(answer.senderId, 43);
    const QStringList thanks{u"Anytime!"_s, u"You're welcome 🙂"_s, u"No problem at all"_s,
                             u"Happy to help"_s, u"Sure thing. Tell me if you need more"_s};
    QVERIFY2(thanks.contains(answer.body), qPrintable(answer.body));
    QTRY_VERIFY(socket.count(u"App\\Events\\MessageSent"_s) == 2);
    QVERIFY(socket.count(u"App\\Events\\UserTyping"_s) > 0);
    QVERIFY(socket.count(u"App\\Events\\MessagesRead"_s) > 0);
    QCOMPARE(server.unreadCount(43, 12), 0);
}

void TestDemoScript::startByThemselves()
{
    DemoServer server(fast());
    QVERIFY(server.listen());
    TestClient client(server.apiUrl());
    QVERIFY(client.logIn(u"998900000001"_s));
    const auto total = [&server] {
        qsizetype count = 0;
        for (const Conversation &conversation : server.conversationsOf(42))
            count += server.messages(conversation.id).size();
        return count;
    };
    const auto before = total();
    QTRY_VERIFY(total() >= before + 60); // more than were prepared
}

void TestDemoScript::leaveALoggedInPersonAlone()
{
    DemoServer server(fast());
    QVERIFY(server.listen());
    TestClient dana(server.apiUrl());
    QVERIFY(dana.logIn(u"998900000001"_s));
    TestClient lee(server.apiUrl());
    QVERIFY(lee.logIn(u"998900000003"_s));
    QList<Message> all;
    const auto collect = [&] {
        all.clear();
        for (const Conversation &conversation : server.conversationsOf(42))
            all += server.messages(conversation.id);
        return all.size();
    };
    const auto before = collect();
    const qint64 newest =
        std::max_element(all.begin(), all.end(), [](const auto &a, const auto &b) {
            return a.id < b.id;
        })->id;
    QTRY_VERIFY(collect() > before + 30);
    for (const Message &message : std::as_const(all)) {
        if (message.id > newest)
            QVERIFY(message.senderId != 42 && message.senderId != 44);
    }
}

void TestDemoScript::stayQuiet()
{
    DemoOptions options = fast();
    options.quiet = true;
    DemoServer server(options);
    QVERIFY(server.listen());
    TestClient client(server.apiUrl());
    QVERIFY(client.logIn(u"998900000001"_s));
    client.post(u"inbox/conversations/12/messages"_s, {{u"body"_s, u"Anybody?"_s}});
    QVERIFY(!server.isActive());
}

void TestDemoScript::answerInTheRightLanguage_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("conversation");
    QTest::addColumn<QString>("expected");
    QTest::newRow("english") << u"Where is it?"_s << u"en"_s << u"en"_s;
    QTest::newRow("russian") << u"Где отчёт?"_s << u"en"_s << u"ru"_s;
    QTest::newRow("uzbek") << u"Salom, majlis qachon?"_s << u"en"_s << u"uz"_s;
    QTest::newRow("uzbek apostrophe") << u"Toʻgʻri, boʻladi"_s << u"en"_s << u"uz"_s;
    QTest::newRow("english among russians") << u"See the report"_s << u"ru"_s << u"en"_s;
    QTest::newRow("names") << u"Ha, hi Kim! Two men are here"_s << u"en"_s << u"en"_s;
    QTest::newRow("emoji") << u"👍"_s << u"ru"_s << u"ru"_s;
}

void TestDemoScript::answerInTheRightLanguage()
{
    QFETCH(QString, text);
    QFETCH(QString, conversation);
    QFETCH(QString, expected);
    Phrasebook phrases(1);
    QCOMPARE(phrases.languageOf(text, conversation), expected);
    QVERIFY(!phrases.answer(text, conversation).isEmpty());
}

void TestDemoScript::doNotRepeatThemselves()
{
    Phrasebook phrases(1);
    Phrasebook same(1);
    QSet<QString> said;
    for (int i = 0; i < 10; ++i) {
        const QString phrase = phrases.opener(u"uz"_s);
        QCOMPARE(same.opener(u"uz"_s), phrase);
        QVERIFY2(!said.contains(phrase), qPrintable(phrase));
        said.insert(phrase);
    }
}

void TestDemoScript::sayOnlyWhatPeopleThereCanSay()
{
    DemoServer server;
    TalkScripts scripts(1);
    int count = 0;
    while (const auto script = scripts.take([](const auto &) { return true; })) {
        ++count;
        QVERIFY(!script->lines.isEmpty());
        for (const auto &line : script->lines) {
            QList<qint64> conversations;
            for (const Conversation &conversation : server.conversationsOf(line.personId))
                conversations.append(conversation.id);
            QVERIFY2(conversations.contains(script->conversationId), qPrintable(line.text));
        }
    }
    QVERIFY(count > 0);
}

SUHBAT_TEST(TestDemoScript, Core)
#include "tst_demo_script.moc"
