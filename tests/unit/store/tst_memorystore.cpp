#include "store/MemoryStore.h"
#include "support/Fixtures.h"
#include "support/Wait.h"

#include <QTest>

using namespace suhbat;

class TestMemoryStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void conversationsComeByRank();
    void aRemovedConversationTakesItsMessages();
    void theLatestComeOldestFirst();
    void olderOnesComeBeforeAnId();
    void messagesAreReplacedById();
    void messagesWithoutAnIdAreNotKept();
    void theOutboxKeepsItsOrder();
    void draftsComeAndGo();
    void clearLeavesNothing();
    void answersComeLaterAndInOrder();
    void noAnswerAfterTheContext();

private:
    /// The one answer of `start(done)`.
    template<typename T, typename Start>
    Result<T> answer(Start start);
    QStringList latest(int count);
    QStringList outbox();

    const ConversationId m_twelve{qint64(12)};
    std::unique_ptr<MemoryStore> m_store;
    QObject m_context;
};

static Message message(qint64 id, const QString &body = {})
{
    Message m;
    m.id = id ? MessageId(id) : MessageId();
    m.conversationId = ConversationId(qint64(12));
    m.body = body.isEmpty() ? QString::number(id) : body;
    return m;
}

static OutboxEntry entry(const char *tempId, int attempts = 0)
{
    OutboxEntry e;
    e.tempId = TempId(QString::fromLatin1(tempId));
    e.attempts = attempts;
    return e;
}

template<typename T, typename Start>
Result<T> TestMemoryStore::answer(Start start)
{
    std::optional<Result<T>> result;
    start(std::function<void(Result<T>)>([&](Result<T> r) { result = std::move(r); }));
    if (!test::waitUntil([&] { return result.has_value(); }))
        qFatal("no answer");
    return *result;
}

QStringList TestMemoryStore::latest(int count)
{
    const auto messages = answer<QVector<Message>>(
        [&](auto done) { m_store->loadLatest(m_twelve, count, &m_context, done); });
    QStringList bodies;
    for (const Message &m : *messages)
        bodies << m.body;
    return bodies;
}

QStringList TestMemoryStore::outbox()
{
    const auto entries =
        answer<QVector<OutboxEntry>>([&](auto done) { m_store->loadOutbox(&m_context, done); });
    QStringList lines;
    for (const OutboxEntry &e : *entries)
        lines << e.tempId.toString() + u':' + QString::number(e.attempts);
    return lines;
}

void TestMemoryStore::init()
{
    test::failOnAnyWarning();
    m_store = std::make_unique<MemoryStore>();
}

void TestMemoryStore::conversationsComeByRank()
{
    ConversationRow a;
    a.conversation.id = ConversationId(qint64(20));
    a.rank = 1;
    ConversationRow b;
    b.conversation.id = ConversationId(qint64(3));
    b.rank = 2;
    m_store->upsertConversations({a, b});
    a.conversation.title = QStringLiteral("Renamed");
    a.rank = 3;
    m_store->upsertConversations({a});
    const auto rows = answer<QVector<ConversationRow>>(
        [&](auto done) { m_store->loadConversations(&m_context, done); });
    QCOMPARE(rows->size(), 2);
    QCOMPARE(rows->at(0).conversation.title, QStringLiteral("Renamed"));
    QCOMPARE(rows->at(1).conversation.id.toString(), QStringLiteral("3"));
}

void TestMemoryStore::aRemovedConversationTakesItsMessages()
{
    ConversationRow row;
    row.conversation.id = m_twelve;
    m_store->upsertConversations({row});
    m_store->upsertMessages({message(1)});
    m_store->removeConversation(m_twelve);
    QCOMPARE(latest(5), QStringList());
    const auto rows = answer<QVector<ConversationRow>>(
        [&](auto done) { m_store->loadConversations(&m_context, done); });
    QVERIFY(rows->isEmpty());
}

void TestMemoryStore::theLatestComeOldestFirst()
{
    m_store->upsertMessages({message(100), message(9), message(20)});
    QCOMPARE(latest(2).join(u' '), QStringLiteral("20 100"));
    QCOMPARE(latest(9).join(u' '), QStringLiteral("9 20 100"));
    QCOMPARE(latest(0), QStringList());
}

void TestMemoryStore::olderOnesComeBeforeAnId()
{
    m_store->upsertMessages({message(1), message(2), message(3), message(4)});
    const auto older = [&](qint64 id, int count) {
        const auto messages = answer<QVector<Message>>([&](auto done) {
            m_store->loadBefore(m_twelve, MessageId(id), count, &m_context, done);
        });
        QString bodies;
        for (const Message &m : *messages)
            bodies += m.body;
        return bodies;
    };
    QCOMPARE(older(4, 2), QStringLiteral("23"));
    QCOMPARE(older(1, 2), QString());
    QCOMPARE(older(99, 2), QStringLiteral("34"));
}

void TestMemoryStore::messagesAreReplacedById()
{
    m_store->upsertMessages({message(1, QStringLiteral("old")), message(2)});
    m_store->upsertMessages({message(1, QStringLiteral("new"))});
    QCOMPARE(latest(5).join(u' '), QStringLiteral("new 2"));
}

void TestMemoryStore::messagesWithoutAnIdAreNotKept()
{
    m_store->upsertMessages({message(0), message(2)});
    QCOMPARE(latest(5).join(u' '), QStringLiteral("2"));
}

void TestMemoryStore::theOutboxKeepsItsOrder()
{
    m_store->addOutbox(entry("b"));
    m_store->addOutbox(entry("a"));
    m_store->addOutbox(entry("b", 2));
    QCOMPARE(outbox().join(u' '), QStringLiteral("b:2 a:0"));
    m_store->removeOutbox(TempId(QStringLiteral("b")));
    m_store->removeOutbox(TempId(QStringLiteral("never there")));
    QCOMPARE(outbox().join(u' '), QStringLiteral("a:0"));
}

void TestMemoryStore::draftsComeAndGo()
{
    const auto draft = [&] {
        return *answer<QString>([&](auto done) { m_store->loadDraft(m_twelve, &m_context, done); });
    };
    QCOMPARE(draft(), QString());
    m_store->saveDraft(m_twelve, QStringLiteral("Hal"));
    QCOMPARE(draft(), QStringLiteral("Hal"));
    m_store->saveDraft(m_twelve, QString());
    QCOMPARE(draft(), QString());
    m_store->saveDraft(m_twelve, QStringLiteral("Hal"));
    m_store->removeDraft(m_twelve);
    QCOMPARE(draft(), QString());
}

void TestMemoryStore::clearLeavesNothing()
{
    m_store->upsertMessages({message(1)});
    m_store->addOutbox(entry("a"));
    m_store->clear(AccountStore::Clear::Everything);
    QCOMPARE(latest(5), QStringList());
    QCOMPARE(outbox(), QStringList());
}

void TestMemoryStore::answersComeLaterAndInOrder()
{
    QStringList order;
    m_store->addOutbox(entry("a"), &m_context, [&](const auto &) { order << QStringLiteral("1"); });
    m_store->saveDraft(m_twelve, QStringLiteral("x"), &m_context,
                       [&](const auto &) { order << QStringLiteral("2"); });
    QCOMPARE(order.size(), 0);
    QTRY_COMPARE(order.join(u' '), QStringLiteral("1 2"));
}

void TestMemoryStore::noAnswerAfterTheContext()
{
    bool called = false;
    auto context = std::make_unique<QObject>();
    m_store->clear(AccountStore::Clear::Everything, context.get(),
                   [&](const auto &) { called = true; });
    context.reset();
    QCOMPARE(latest(1), QStringList()); // answered later than the first
    QVERIFY(!called);
}

QTEST_GUILESS_MAIN(TestMemoryStore)
#include "tst_memorystore.moc"
