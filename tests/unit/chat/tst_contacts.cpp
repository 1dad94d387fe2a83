// Whom one can write to, and how a new conversation begins.
#include "ChatFixture.h"
#include "demo/DemoServer.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"
#include "support/Wait.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace suhbat;
using test::ChatFixture;

class ContactsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_fixture = std::make_unique<ChatFixture>();
        QVERIFY(ChatFixture::enter(*m_fixture->client));
    }
    void init() { test::failOnAnyWarning(); }
    void pagesAreAppended();
    void theLatestSearchWins();
    void thoseWhoWereMetAreThereOffline();
    void thePersonsConversationIsFoundNotMadeTwice();
    void everythingIsReadAtOnce();
    void whatComesMeanwhileIsNotReadByIt();
    void aListOfBeforeTakesNoNewConversationAway();
    void aDiscardedFirstMessageLeavesTheList();

private:
    Contacts &contacts() { return m_fixture->client->chat().list().contacts; }
    bool settled()
    {
        return test::waitUntil([this] { return !contacts().isLoading(); });
    }
    QStringList names()
    {
        QStringList all;
        for (const User &person : contacts().people())
            all.append(person.name);
        return all;
    }

    std::unique_ptr<ChatFixture> m_fixture;
    const UserId m_stranger{qint64(54)}; // nothing was ever said to
};

void ContactsTest::pagesAreAppended()
{
    contacts().search({});
    QVERIFY(settled());
    const QStringList first = names();
    QVERIFY(!first.isEmpty() && !first.contains(u"Dana Reyes"_qs));
    while (contacts().hasMore()) {
        contacts().more();
        QVERIFY(settled());
    }
    QCOMPARE(names().mid(0, first.size()), first);
    QStringList sorted = names();
    sorted.sort();
    QCOMPARE(sorted.removeDuplicates(), 0);
}

void ContactsTest::theLatestSearchWins()
{
    contacts().search(u"lee"_qs);
    contacts().search(u"kim"_qs);
    QVERIFY(settled());
    QCOMPARE(names(), QStringList{u"Kim Ito"_qs});
}

void ContactsTest::thoseWhoWereMetAreThereOffline()
{
    m_fixture->server.faults().failNext(demo::Failure::BadGateway, u"/contacts"_qs, 1);
    contacts().search(u"kim"_qs);
    QVERIFY(settled());
    QVERIFY(contacts().error().has_value());
    QTRY_COMPARE(names(), QStringList{u"Kim Ito"_qs}); // kept from the pages before
    contacts().more();                                 // as "Try again" does
    QVERIFY(settled());
    QVERIFY(!contacts().error());
    QCOMPARE(names(), QStringList{u"Kim Ito"_qs});
}

void ContactsTest::thePersonsConversationIsFoundNotMadeTwice()
{
    const int before = int(m_fixture->client->chat().conversations().ids().size());
    std::optional<Result<Conversation>> made;
    contacts().findOrCreate(UserId(qint64(43)), this,
                            [&made](const Result<Conversation> &answer) { made = answer; });
    QVERIFY(test::waitUntil([&made] { return made.has_value(); }));
    QVERIFY(made->ok());
    QCOMPARE((*made)->id, ConversationId(qint64(12)));
    QCOMPARE(int(m_fixture->client->chat().conversations().ids().size()), before);
}

void ContactsTest::everythingIsReadAtOnce()
{
    ChatManager &chat = m_fixture->client->chat();
    const ConversationId support(qint64(20));
    QVERIFY(chat.conversations().find(support)->conversation.unreadCount > 0);
    QVERIFY(ChatFixture::open(*m_fixture->client, support));
    bool done = false;
    chat.markAllRead(support, this, [&done](const Result<void> &answer) { done = answer.ok(); });
    QVERIFY(test::waitUntil([&done] { return done; }));
    QCOMPARE(chat.conversations().find(support)->conversation.unreadCount, 0);
    for (const Message &message : chat.messages(support))
        QVERIFY(message.sender.id == chat.self().id || message.state == Message::State::Read);
    QVERIFY(test::waitUntil([&chat] { return !chat.isLoadingList(); }));
    QCOMPARE(chat.conversations().find(support)->conversation.unreadCount, 0);
}

// The server was asked before it was written: it is as unread there as it is unseen here.
void ContactsTest::whatComesMeanwhileIsNotReadByIt()
{
    auto &server = m_fixture->server;
    ChatManager &chat = m_fixture->client->chat();
    QVERIFY(ChatFixture::open(*m_fixture->client, test::kimsRoom));
    server.faults().replyDelayMs = 150;
    server.clearRequests();
    bool done = false;
    chat.markAllRead(test::kimsRoom, this,
                     [&done](const Result<void> &answer) { done = answer.ok(); });
    QTRY_VERIFY(std::any_of(server.requests().begin(), server.requests().end(),
                            [](const auto &r) { return r.path.endsWith(u"/read-all"_qs); }));
    server.faults().replyDelayMs = 0;
    server.sendAs(test::kim, 12, u"meanwhile"_qs);
    const auto last = [this] { return ChatFixture::last(*m_fixture->client, test::kimsRoom); };
    QTRY_COMPARE(last().body, u"meanwhile"_qs);
    QVERIFY(!done);
    QTRY_VERIFY(done);
    QCOMPARE(server.unreadCount(test::dana, 12), 1);
    QVERIFY(last().state != Message::State::Read);
    QCOMPARE(test::unread(*m_fixture->client), 1);
    QTRY_VERIFY(!chat.isLoadingList());
    QCOMPARE(test::unread(*m_fixture->client), 1);
    chat.seen(test::kimsRoom, last().id);
    QTRY_COMPARE(server.unreadCount(test::dana, 12), 0);
}

void ContactsTest::aListOfBeforeTakesNoNewConversationAway()
{
    auto &server = m_fixture->server;
    ChatManager &chat = m_fixture->client->chat();
    QTRY_VERIFY(!chat.isLoadingList());
    server.faults().replyDelayMs = 150;
    server.clearRequests();
    chat.refresh();
    QTRY_VERIFY(std::any_of(server.requests().begin(), server.requests().end(), [](const auto &r) {
        return r.path.contains(u"/conversations/direct"_qs);
    }));
    server.faults().replyDelayMs = 0;
    QSignalSpy removed(&chat.conversations(), &ConversationBook::removed);
    std::optional<Result<Conversation>> made;
    contacts().findOrCreate(m_stranger, this,
                            [&made](const Result<Conversation> &answer) { made = answer; });
    QTRY_VERIFY(made.has_value());
    QVERIFY(made->ok());
    QVERIFY(chat.isLoadingList());
    QTRY_VERIFY(!chat.isLoadingList());
    QVERIFY(chat.conversations().contains((*made)->id));
    QCOMPARE(removed.size(), 0);
}

void ContactsTest::aDiscardedFirstMessageLeavesTheList()
{
    auto &server = m_fixture->server;
    ChatManager &chat = m_fixture->client->chat();
    std::optional<Result<Conversation>> made;
    contacts().findOrCreate(m_stranger, this,
                            [&made](const Result<Conversation> &answer) { made = answer; });
    QTRY_VERIFY(made.has_value());
    const ConversationId id = (*made)->id;
    QVERIFY(ChatFixture::open(*m_fixture->client, id));
    QVERIFY(chat.messages(id).isEmpty());
    server.faults().failNext(demo::Failure::Invalid, u"/messages"_qs, 1, "POST");
    const TempId refused = chat.send(id, u"never sent"_qs);
    QTRY_COMPARE(ChatFixture::last(*m_fixture->client, id).state, Message::State::Failed);
    QCOMPARE(chat.conversations().find(id)->conversation.lastMessage, u"never sent"_qs);
    chat.discard(refused);
    QTRY_VERIFY(chat.messages(id).isEmpty());
    QTRY_COMPARE(chat.conversations().find(id)->conversation.lastMessage, QString());
}

SUHBAT_TEST(ContactsTest, Core)
#include "tst_contacts.moc"
