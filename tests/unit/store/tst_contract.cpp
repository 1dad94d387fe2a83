#include "store/MemoryStore.h"
#include "store/SqliteStore.h"
#include "StoreValues.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"
#include "support/Wait.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace suhbat;
using namespace suhbat::test;
using Clear = AccountStore::Clear;

/// What every AccountStore promises, asked of each of them.
class TestStoreContract : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void init();
    void cleanup();

    void conversationsComeByRank();
    void everyFieldOfAConversationComesBack();
    void aRemovedConversationTakesItsMessages();
    void theLatestComeOldestFirst();
    void idsKeepTheServersOrder();
    void olderOnesComeBeforeAnId();
    void newerOnesComeAfterAnId();
    void aMessageComesWithItsNeighbours();
    void whatTheServerLacksIsNotRetained();
    void messagesAreReplacedById();
    void everyFieldOfAMessageComesBack();
    void messagesWithoutAnIdAreNotKept();
    void removedMessagesAreGone();
    void upsertsInAnyOrderEndTheSame();
    void answersAreBounded();

    void searchFindsEveryWord_data();
    void searchFindsEveryWord();
    void searchIsNewestFirstByPages();
    void searchKeepsUpWithChanges();
    void searchTextIsNoQuery_data();
    void searchTextIsNoQuery();

    void peopleAreReplacedById();
    void stateComesAndGoes();
    void theOutboxKeepsItsOrder();
    void everyFieldOfAnEntryComesBack();
    void draftsComeAndGo();
    void clearKeepsWhatWasNotSent();
    void clearLeavesNothing();
    void accountsAreApart();
    void answersComeLaterAndInOrder();
    void noAnswerAfterTheContext();

private:
    template<typename T, typename Start>
    T answer(Start start)
    {
        const Result<T> result = answerOf<T>(start);
        if (!result)
            qFatal("%s", qPrintable(result.error().detail));
        return *result;
    }
    QVector<Message> latest(int count, const ConversationId &conversation = twelve);
    QString bodies(int count) { return bodiesOf(latest(count)); }
    QString found(const MessageQuery &query);
    QString outbox();
    QString draft();

    QTemporaryDir m_folder{fastTemporary()};
    std::unique_ptr<AccountStore> m_store;
    QObject m_context;
    int m_user = 0;
};

void TestStoreContract::initTestCase_data()
{
    QTest::addColumn<bool>("onDisk");
    QTest::newRow("memory") << false;
    QTest::newRow("sqlite") << true;
}

void TestStoreContract::init()
{
    failOnAnyWarning();
    QFETCH_GLOBAL(const bool, onDisk);
    if (onDisk)
        m_store = std::make_unique<SqliteStore>(m_folder.path());
    else
        m_store = std::make_unique<MemoryStore>();
    m_store->open(QStringLiteral("https://chat.example.com"), UserId(qint64(++m_user)));
}

void TestStoreContract::cleanup()
{
    m_store.reset();
}

QVector<Message> TestStoreContract::latest(int count, const ConversationId &conversation)
{
    return answer<QVector<Message>>(
        [&](auto done) { m_store->loadLatest(conversation, count, &m_context, done); });
}

QString TestStoreContract::found(const MessageQuery &query)
{
    return bodiesOf(
        answer<QVector<Message>>([&](auto done) { m_store->search(query, &m_context, done); }));
}

QString TestStoreContract::outbox()
{
    QStringList lines;
    for (const OutboxEntry &e :
         answer<QVector<OutboxEntry>>([&](auto done) { m_store->loadOutbox(&m_context, done); }))
        lines << e.tempId.toString() + u':' + QString::number(e.attempts);
    return lines.join(u' ');
}

QString TestStoreContract::draft()
{
    return answer<QString>([&](auto done) { m_store->loadDraft(twelve, &m_context, done); });
}

void TestStoreContract::conversationsComeByRank()
{
    ConversationRow a = conversationRow(20, 1);
    ConversationRow b = conversationRow(3, 2);
    const ConversationRow c = conversationRow(100, 2);
    ConversationRow nameless;
    m_store->upsertConversations({a, b, c, nameless});
    a.conversation.title = QStringLiteral("Renamed");
    a.rank = 3;
    m_store->upsertConversations({a});
    const auto rows = answer<QVector<ConversationRow>>(
        [&](auto done) { m_store->loadConversations(&m_context, done); });
    QCOMPARE(rows, (QVector<ConversationRow>{a, b, c}));
}

void TestStoreContract::everyFieldOfAConversationComesBack()
{
    const ConversationRow full = fullConversationRow();
    m_store->upsertConversations({full});
    const auto rows = answer<QVector<ConversationRow>>(
        [&](auto done) { m_store->loadConversations(&m_context, done); });
    QCOMPARE(rows, QVector<ConversationRow>{full});
    ConversationRow bare;
    bare.conversation.id = full.conversation.id;
    m_store->upsertConversations({bare});
    const auto after = answer<QVector<ConversationRow>>(
        [&](auto done) { m_store->loadConversations(&m_context, done); });
    QCOMPARE(after, QVector<ConversationRow>{bare});
}

void TestStoreContract::aRemovedConversationTakesItsMessages()
{
    m_store->upsertConversations({conversationRow(12, 1)});
    m_store->upsertMessages({message(1, QStringLiteral("needle"))});
    m_store->saveDraft(twelve, QStringLiteral("Hal"));
    m_store->removeConversation(twelve);
    QCOMPARE(bodies(5), QString());
    QCOMPARE(found({QStringLiteral("needle"), {}, {}, 5}), QString());
    QCOMPARE(draft(), QStringLiteral("Hal"));
    QVERIFY(answer<QVector<ConversationRow>>([&](auto done) {
                m_store->loadConversations(&m_context, done);
            }).isEmpty());
}

void TestStoreContract::theLatestComeOldestFirst()
{
    m_store->upsertMessages({message(100), message(9), message(20)});
    QCOMPARE(bodies(2), QStringLiteral("20 100"));
    QCOMPARE(bodies(9), QStringLiteral("9 20 100"));
    QCOMPARE(bodies(0), QString());
    QCOMPARE(bodies(-1), QString());
    // The list need not know of the conversation.
    QVERIFY(answer<QVector<ConversationRow>>([&](auto done) {
                m_store->loadConversations(&m_context, done);
            }).isEmpty());
}

void TestStoreContract::idsKeepTheServersOrder()
{
    const QStringList ids{QStringLiteral("-5"),
                          QStringLiteral("0"),
                          QStringLiteral("012"),
                          QStringLiteral("12"),
                          QStringLiteral("100"),
                          QStringLiteral("9223372036854775807"),
                          QStringLiteral("9223372036854775808"),
                          QStringLiteral("0193-a"),
                          QStringLiteral("0193-b"),
                          QStringLiteral("b"),
                          QString::fromUtf8("\xF0\x90\x80\x80"), // after U+FFxx by code point
                          QString::fromUtf8("\xEF\xBC\xA1")};
    QVector<MessageId> sorted;
    for (const QString &id : ids)
        sorted.append(MessageId(id));
    std::sort(sorted.begin(), sorted.end());
    QVector<Message> messages;
    for (const QString &id : ids)
        messages.prepend(message(id, id));
    m_store->upsertMessages(messages);
    QVector<MessageId> came;
    for (const Message &m : latest(99))
        came.append(m.id);
    QCOMPARE(came, sorted);
    for (qsizetype i = 0; i < sorted.size(); ++i) {
        const auto older = answer<QVector<Message>>(
            [&](auto done) { m_store->loadBefore(twelve, sorted.at(i), 99, &m_context, done); });
        QCOMPARE(older.size(), i);
    }
}

void TestStoreContract::olderOnesComeBeforeAnId()
{
    m_store->upsertMessages({message(1), message(2), message(3), message(4)});
    const auto older = [&](qint64 id, int count) {
        return bodiesOf(answer<QVector<Message>>([&](auto done) {
            m_store->loadBefore(twelve, MessageId(id), count, &m_context, done);
        }));
    };
    QCOMPARE(older(4, 2), QStringLiteral("2 3"));
    QCOMPARE(older(1, 2), QString());
    QCOMPARE(older(99, 2), QStringLiteral("3 4"));
}

void TestStoreContract::newerOnesComeAfterAnId()
{
    m_store->upsertMessages({message(1), message(2), message(3), message(11)});
    const auto newer = [&](qint64 id, int count) {
        return bodiesOf(answer<QVector<Message>>([&](auto done) {
            m_store->loadAfter(twelve, MessageId(id), count, &m_context, done);
        }));
    };
    QCOMPARE(newer(1, 2), QStringLiteral("2 3"));
    QCOMPARE(newer(3, 9), QStringLiteral("11"));
    QCOMPARE(newer(11, 2), QString());
    QCOMPARE(newer(0, 1), QStringLiteral("1"));
}

void TestStoreContract::aMessageComesWithItsNeighbours()
{
    m_store->upsertMessages({message(1), message(2), message(3), message(4), message(5)});
    const auto around = [&](qint64 id, int each) {
        return bodiesOf(answer<QVector<Message>>([&](auto done) {
            m_store->loadAround(twelve, MessageId(id), each, &m_context, done);
        }));
    };
    QCOMPARE(around(3, 1), QStringLiteral("2 3 4"));
    QCOMPARE(around(1, 2), QStringLiteral("1 2 3"));
    QCOMPARE(around(5, 9), QStringLiteral("1 2 3 4 5"));
    QCOMPARE(around(6, 2), QString());
}

void TestStoreContract::whatTheServerLacksIsNotRetained()
{
    m_store->upsertMessages({message(1), message(2), message(3), message(4), message(5)});
    m_store->retainMessages(twelve, {MessageId(qint64(4)), MessageId(qint64(2))});
    QCOMPARE(bodies(9), QStringLiteral("1 2 4 5"));
    m_store->retainMessages(twelve, {});
    m_store->retainMessages(ConversationId(QStringLiteral("13")),
                            {MessageId(qint64(1)), MessageId(qint64(5))});
    QCOMPARE(bodies(9), QStringLiteral("1 2 4 5"));
}

void TestStoreContract::messagesAreReplacedById()
{
    m_store->upsertMessages({message(1, QStringLiteral("old")), message(2)});
    m_store->upsertMessages({message(1, QStringLiteral("new"))});
    QCOMPARE(bodies(5), QStringLiteral("new 2"));
    // The same id elsewhere is another message.
    Message elsewhere = message(1, QStringLiteral("elsewhere"));
    elsewhere.conversationId = ConversationId(QStringLiteral("13"));
    m_store->upsertMessages({elsewhere});
    QCOMPARE(bodies(5), QStringLiteral("new 2"));
    QCOMPARE(bodiesOf(latest(5, elsewhere.conversationId)), QStringLiteral("elsewhere"));
}

void TestStoreContract::everyFieldOfAMessageComesBack()
{
    Message full = fullMessage();
    m_store->upsertMessages({full});
    QCOMPARE(latest(1), QVector<Message>{full});
    full.attachments.removeFirst();
    full.sender.name = QStringLiteral("Another name");
    full.createdAt = full.createdAt.addDays(1);
    m_store->upsertMessages({full});
    QCOMPARE(latest(1), QVector<Message>{full});
    Message bare;
    bare.id = full.id;
    bare.conversationId = full.conversationId;
    m_store->upsertMessages({bare});
    QCOMPARE(latest(1), QVector<Message>{bare});
}

void TestStoreContract::messagesWithoutAnIdAreNotKept()
{
    m_store->upsertMessages({message(QString()), message(2)});
    QCOMPARE(bodies(5), QStringLiteral("2"));
}

void TestStoreContract::removedMessagesAreGone()
{
    m_store->upsertMessages({message(1), message(2), message(3), fullMessage()});
    m_store->removeMessages(twelve, {MessageId(qint64(2)), MessageId(qint64(77)), MessageId()});
    m_store->removeMessages(ConversationId(QStringLiteral("13")), {MessageId(qint64(1))});
    m_store->removeMessages(twelve, {fullMessage().id});
    QCOMPARE(bodies(5), QStringLiteral("1 3"));
    QCOMPARE(found({QStringLiteral("2"), {}, {}, 5}), QString());
    m_store->removeMessages({}, {MessageId(qint64(3)), MessageId(qint64(77))}); // wherever it is
    QCOMPARE(bodies(5), QStringLiteral("1"));
}

// Every message ends as it was told last, in the order of the ids, however it came.
void TestStoreContract::upsertsInAnyOrderEndTheSame()
{
    QRandomGenerator random(4711);
    std::map<MessageId, Message> truth;
    for (int batch = 0; batch < 60; ++batch) {
        QVector<Message> messages;
        for (int i = random.bounded(12); i >= 0; --i) {
            Message m = message(qint64(random.bounded(40)),
                                QStringLiteral("word%1").arg(random.bounded(1000)));
            m.createdAt = m.createdAt.addSecs(random.bounded(5));
            m.attachments.resize(random.bounded(3));
            m.state = Message::State(random.bounded(4));
            m.sender.name = QString::number(random.bounded(3));
            messages.append(m);
            truth.insert_or_assign(m.id, m);
        }
        m_store->upsertMessages(messages);
        if (batch % 7 == 0) {
            const MessageId gone(qint64(random.bounded(40)));
            m_store->removeMessages(twelve, {gone});
            truth.erase(gone);
        }
    }
    QVector<Message> expected;
    for (const auto &[id, m] : truth)
        expected.append(m);
    QCOMPARE(latest(99), expected);
    for (const Message &m : std::as_const(expected))
        QVERIFY(found({m.body, {}, {}, 99}).split(u' ').contains(m.body));
    QCOMPARE(found({QStringLiteral("word"), {}, {}, 99}).split(u' ').size(), expected.size());
}

void TestStoreContract::answersAreBounded()
{
    QVector<Message> many;
    for (qint64 id = 1; id <= MessageStore::maxCount + 20; ++id)
        many.append(message(id, QStringLiteral("same")));
    m_store->upsertMessages(many);
    QCOMPARE(latest(1 << 30).size(), MessageStore::maxCount);
    QCOMPARE(found({QStringLiteral("same"), {}, {}, 1 << 30}).split(u' ').size(),
             MessageStore::maxCount);
    const QString large(StateStore::maxState + 1, u'x');
    const auto refused = answerOf<void>(
        [&](auto done) { m_store->saveState(QStringLiteral("k"), large, &m_context, done); });
    QCOMPARE(toString(refused.error().kind), QStringLiteral("TooLarge"));
}

void TestStoreContract::searchFindsEveryWord_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("finds");
    const auto row = [](const char *typed, bool finds) {
        QTest::newRow(typed) << QString::fromUtf8(typed) << finds;
    };
    row("café", true);
    row("CAFE", true);
    row("delivery tues", true); // the last word is not finished
    row("deliv tuesday", false);
    row("tuesday delivery", true);
    row("delivery monday", false);
    row("привет", true);
    row("ПРИВ", true);
    row("мир", true);
    row("2024", true);
    row("oʻzbek", true);
    row("cafe\xCC\x81", true); // as two code points
    row("हिन्दी", true);
    row("हिन्", true);
    row("zzz", false);
    row("", false);
    row("  ?! ", false);
}

void TestStoreContract::searchFindsEveryWord()
{
    QFETCH(const QString, typed);
    QFETCH(const bool, finds);
    m_store->upsertMessages(
        {message(1, QString::fromUtf8("Café: delivery on Tuesday 2024-05-01. Привет, Мир! "
                                      "Oʻzbekcha हिन्दी")),
         message(2, QStringLiteral("something else"))});
    QCOMPARE(found({typed, {}, {}, 9}).isEmpty(), !finds);
}

void TestStoreContract::searchIsNewestFirstByPages()
{
    QVector<Message> all;
    for (const qint64 id : {7, 2, 30, 5}) {
        Message m = message(id, QStringLiteral("needle%1").arg(id));
        m.createdAt = m.createdAt.addSecs(id > 10 ? -60 : 0); // 30 came first
        all.append(m);
    }
    Message elsewhere = message(40, QStringLiteral("needle40"));
    elsewhere.conversationId = ConversationId(QStringLiteral("13"));
    all.append(elsewhere);
    m_store->upsertMessages(all);
    QCOMPARE(found({QStringLiteral("needle"), {}, {}, 99}),
             QStringLiteral("needle40 needle7 needle5 needle2 needle30"));
    QCOMPARE(found({QStringLiteral("needle"), twelve, {}, 2}), QStringLiteral("needle7 needle5"));
    QCOMPARE(found({QStringLiteral("needle"), twelve, all.at(3), 2}),
             QStringLiteral("needle2 needle30"));
    // The last one found may have gone meanwhile.
    m_store->removeMessages(twelve, {all.at(3).id});
    QCOMPARE(found({QStringLiteral("needle"), twelve, all.at(3), 2}),
             QStringLiteral("needle2 needle30"));
    QCOMPARE(found({QStringLiteral("needle"), {}, all.at(2), 2}), QString());
}

void TestStoreContract::searchKeepsUpWithChanges()
{
    m_store->upsertMessages({message(1, QStringLiteral("alpha")), message(2)});
    m_store->upsertMessages({message(1, QStringLiteral("beta"))});
    QCOMPARE(found({QStringLiteral("alpha"), {}, {}, 9}), QString());
    QCOMPARE(found({QStringLiteral("beta"), {}, {}, 9}), QStringLiteral("beta"));
    Message later = message(1, QStringLiteral("beta"));
    later.createdAt = later.createdAt.addDays(1);
    m_store->upsertMessages({later, message(3, QStringLiteral("beta3"))});
    QCOMPARE(found({QStringLiteral("beta"), {}, {}, 9}), QStringLiteral("beta beta3"));
}

void TestStoreContract::searchTextIsNoQuery_data()
{
    QTest::addColumn<QString>("typed");
    for (const char *typed :
         {"\"",       "'",        "a\"b", "AND", "OR NOT", "a NEAR b",
          "body:a",   "{body}:a", "-a",   "a*",  "^a",     "(a",
          "a) OR (b", "a + b",    "a\\",  "%",   "_",      "';DROP TABLE messages;--",
          "*",        "\"*"})
        QTest::newRow(typed) << QString::fromLatin1(typed);
    QTest::newRow("NUL") << QString(QChar(u'\0')) + QStringLiteral("a");
    QTest::newRow("long") << QString(100000, u'a');
    QTest::newRow("many") << QStringLiteral("a ").repeated(50000);
    QTest::newRow("a letter of Unicode 14") << QString::fromUtf8("a\xF0\x90\x95\xB0"
                                                                 "b");
    QTest::newRow("half a pair") << QString(QChar(0xd800));
}

void TestStoreContract::searchTextIsNoQuery()
{
    QFETCH(const QString, typed);
    m_store->upsertMessages({message(1, QStringLiteral("nothing of the kind"))});
    QCOMPARE(found({typed, {}, {}, 9}), QString()); // and no failure
    // What is found by syntax would be found here.
    m_store->upsertMessages({message(2, QStringLiteral("and or not near body a b"))});
    (void)found({typed, twelve, {}, 9});
}

void TestStoreContract::peopleAreReplacedById()
{
    User kim{UserId(qint64(10)), QStringLiteral("Kim"), QStringLiteral("998"),
             QStringLiteral("kim@example.com"), QStringLiteral("https://example.com/kim.png")};
    const User ali{UserId(qint64(9)), QStringLiteral("Ali"), {}, {}, {}};
    m_store->upsertPeople({kim, ali, User{}});
    kim.name = QStringLiteral("Kim L.");
    m_store->upsertPeople({kim});
    const auto people =
        answer<QVector<User>>([&](auto done) { m_store->loadPeople(&m_context, done); });
    QCOMPARE(people, (QVector<User>{ali, kim}));
}

void TestStoreContract::stateComesAndGoes()
{
    const QString key = QStringLiteral("open");
    const auto state = [&] {
        return answer<QString>([&](auto done) { m_store->loadState(key, &m_context, done); });
    };
    QCOMPARE(state(), QString());
    m_store->saveState(key, QStringLiteral("12"));
    m_store->saveState(key, QStringLiteral("13"));
    QCOMPARE(state(), QStringLiteral("13"));
    m_store->saveState(key, QString());
    QCOMPARE(state(), QString());
}

void TestStoreContract::theOutboxKeepsItsOrder()
{
    m_store->addOutbox(outboxEntry("b"));
    m_store->addOutbox(outboxEntry("a"));
    m_store->addOutbox(outboxEntry("b", 2));
    QCOMPARE(outbox(), QStringLiteral("b:2 a:0"));
    m_store->removeOutbox(TempId(QStringLiteral("b")));
    m_store->removeOutbox(TempId(QStringLiteral("never there")));
    QCOMPARE(outbox(), QStringLiteral("a:0"));
}

void TestStoreContract::everyFieldOfAnEntryComesBack()
{
    const OutboxEntry full = fullOutboxEntry();
    OutboxEntry bare;
    bare.tempId = TempId(QStringLiteral("bare"));
    OutboxEntry first = bare; // an empty newest id is not an unknown one
    first.tempId = TempId(QStringLiteral("first"));
    first.newestKnownId = MessageId();
    first.answersOfOthers = {MessageId(QStringLiteral("31")), MessageId(QStringLiteral("4"))};
    for (const OutboxEntry &entry : {full, bare, first})
        m_store->addOutbox(entry);
    const auto entries =
        answer<QVector<OutboxEntry>>([&](auto done) { m_store->loadOutbox(&m_context, done); });
    QCOMPARE(entries, (QVector<OutboxEntry>{full, bare, first}));
}

void TestStoreContract::draftsComeAndGo()
{
    QCOMPARE(draft(), QString());
    m_store->saveDraft(twelve, QStringLiteral("Hal"));
    QCOMPARE(draft(), QStringLiteral("Hal"));
    m_store->saveDraft(twelve, QString());
    QCOMPARE(draft(), QString());
    m_store->saveDraft(twelve, QStringLiteral("Hal"));
    m_store->saveDraft(ConversationId(qint64(13)), QStringLiteral("x"));
    m_store->saveDraft(twelve, QStringLiteral("Hallo"));
    const auto all =
        answer<AccountStore::Drafts>([&](auto done) { m_store->loadDrafts(&m_context, done); });
    QCOMPARE(all, (AccountStore::Drafts{{twelve, QStringLiteral("Hallo")},
                                        {ConversationId(qint64(13)), QStringLiteral("x")}}));
    m_store->removeDraft(twelve);
    QCOMPARE(draft(), QString());
}

void TestStoreContract::clearKeepsWhatWasNotSent()
{
    m_store->upsertConversations({conversationRow(12, 1)});
    m_store->upsertMessages({message(1)});
    m_store->addOutbox(outboxEntry("a"));
    m_store->saveDraft(twelve, QStringLiteral("Hal"));
    m_store->clear(Clear::Cache);
    QCOMPARE(bodies(5), QString());
    QCOMPARE(outbox(), QStringLiteral("a:0"));
    QCOMPARE(draft(), QStringLiteral("Hal"));
}

void TestStoreContract::clearLeavesNothing()
{
    m_store->upsertMessages({message(1)});
    m_store->addOutbox(outboxEntry("a"));
    m_store->saveDraft(twelve, QStringLiteral("Hal"));
    m_store->clear(Clear::Everything);
    QCOMPARE(bodies(5), QString());
    QCOMPARE(outbox(), QString());
    QCOMPARE(draft(), QString());
    m_store->upsertMessages({message(2)});
    QCOMPARE(bodies(5), QStringLiteral("2"));
}

void TestStoreContract::accountsAreApart()
{
    const QString server = QStringLiteral("https://chat.example.com");
    m_store->addOutbox(outboxEntry("mine"));
    m_store->open(server, UserId(QStringLiteral("somebody%1").arg(m_user)));
    QCOMPARE(outbox(), QString());
    m_store->addOutbox(outboxEntry("theirs"));
    m_store->open(server + QStringLiteral("/other"), UserId(qint64(m_user)));
    QCOMPARE(outbox(), QString());
    m_store->open(server, UserId(qint64(m_user)));
    QCOMPARE(outbox(), QStringLiteral("mine:0"));
    m_store->close();
    m_store->open(server, UserId(qint64(m_user)));
    QCOMPARE(outbox(), QStringLiteral("mine:0"));
}

void TestStoreContract::answersComeLaterAndInOrder()
{
    QStringList order;
    m_store->addOutbox(outboxEntry("a"), &m_context,
                       [&](const auto &) { order << QStringLiteral("1"); });
    m_store->loadLatest(twelve, 5, &m_context, [&](const auto &) { order << QStringLiteral("2"); });
    m_store->saveDraft(twelve, QStringLiteral("x"), &m_context,
                       [&](const auto &) { order << QStringLiteral("3"); });
    QCOMPARE(order.size(), 0);
    QTRY_COMPARE(order.join(u' '), QStringLiteral("1 2 3"));
}

void TestStoreContract::noAnswerAfterTheContext()
{
    bool called = false;
    auto context = std::make_unique<QObject>();
    m_store->clear(Clear::Everything, context.get(), [&](const auto &) { called = true; });
    context.reset();
    QCOMPARE(bodies(1), QString()); // answered later than the first
    QVERIFY(!called);
}

SUHBAT_TEST(TestStoreContract, Core)
#include "tst_contract.moc"
