// What was kept of an earlier run: shown before any server answers, corrected when it does. The
// chat is stopped and started over the same store here, as a new process does with the same files.
#include "ChatFixture.h"
#include "models/ConversationListModel.h"
#include "models/MessageListModel.h"
#include "store/SqliteStore.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"
#include "support/Wait.h"

#include <QAbstractItemModelTester>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace suhbat;
using namespace suhbat::test;
using test::ChatFixture;

namespace {

Message ofKim(qint64 id, const QString &text)
{
    Message message;
    message.id = MessageId(id);
    message.conversationId = kimsRoom;
    message.sender.id = UserId(kim);
    message.sender.name = QStringLiteral("Kim Ito");
    message.body = text;
    message.createdAt = QDateTime(QDate(2024, 1, 1), QTime(8, 0), Qt::UTC).addSecs(id);
    message.state = Message::State::Read;
    return message;
}

QStringList rowsOf(const QAbstractItemModel &model, int role)
{
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row)
        rows.append(model.index(row, 0).data(role).toString());
    return rows;
}

} // namespace

class ChatRestartTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup()
    {
        m_list.reset();
        m_chat.reset();
    }

    void listAndConversationAreThereBeforeAnyAnswer();
    void theServersListComesOverTheCachedOneWithoutAReset();
    void theGapIsFilledAndNothingIsDoubled();
    void anOldEqualTextNeverPassesForAPendingOne();
    void theUnsentIsThereAgainOnce();
    void draftsSurvive();
    void whatIsTypedFirstIsNewerThanTheKeptDraft();
    void aSentTextIsNoDraftAnyMore();
    void theDiskHasWhatTheServerNoLongerHas();
    void olderMessagesComeFromTheDisk();
    void theSecondUserSeesNothingOfTheFirst();
    void aLogoutLeavesNothing();
    void anExpiredSessionComesBackToTheSameConversation();
    void aRebuiltCacheIsFilledFromMemory();
    void aConversationThatIsGoneIsForgotten();
    void aConversationThatComesBackIsKeptAsBefore();
    void aDeletionWithoutAPlaceReachesTheDisk();
    void whatWasReadBeforeAKillIsToldAfterIt();
    void halfAListBeforeTheDiskForgetsNothing();

private:
    Backend &client() { return *m_chat->client; }
    ChatManager &manager() { return client().chat(); }
    /// As a crash does, but for what waits to be written.
    void restart(bool serverAway);
    /// What is on the disk, oldest first.
    QStringList kept(const ConversationId &id = kimsRoom);
    QVector<ConversationRow> keptRows();

    std::unique_ptr<ChatFixture> m_chat;
    std::unique_ptr<ConversationListModel> m_list;
    User m_dana;
};

void ChatRestartTest::init()
{
    test::failOnAnyWarning();
    m_chat = std::make_unique<ChatFixture>(ChatFixture::quiet(), ChatFixture::patientTiming());
    m_list = std::make_unique<ConversationListModel>(manager().conversations(), manager().typing());
    QVERIFY(ChatFixture::enter(client()));
    m_dana = client().session().session().user;
}

void ChatRestartTest::restart(bool serverAway)
{
    manager().stop();
    if (serverAway)
        m_chat->server.stop();
    manager().start(m_dana);
}

QStringList ChatRestartTest::kept(const ConversationId &id)
{
    std::optional<QStringList> bodies;
    client().store().loadLatest(id, 1000, this, [&](const Result<QVector<Message>> &messages) {
        bodies.emplace();
        for (const Message &message : *messages)
            bodies->append(message.body);
    });
    return test::waitUntil([&] { return bodies.has_value(); }) ? *bodies : QStringList();
}

QVector<ConversationRow> ChatRestartTest::keptRows()
{
    std::optional<QVector<ConversationRow>> rows;
    client().store().loadConversations(
        this, [&](const Result<QVector<ConversationRow>> &loaded) { rows = *loaded; });
    return test::waitUntil([&] { return rows.has_value(); }) ? *rows : QVector<ConversationRow>();
}

void ChatRestartTest::listAndConversationAreThereBeforeAnyAnswer()
{
    const ConversationListModel &list = *m_list;
    QVERIFY(ChatFixture::open(client(), kimsRoom));
    manager().send(kimsRoom, QStringLiteral("the last word"));
    QTRY_COMPARE(ChatFixture::last(client(), kimsRoom).body, QStringLiteral("the last word"));
    QTRY_COMPARE(ChatFixture::last(client(), kimsRoom).state, Message::State::Sent);
    const QVector<Message> shown = manager().messages(kimsRoom);
    const auto all = [&] {
        return rowsOf(list, ConversationListModel::ConversationIdRole) +
               rowsOf(list, ConversationListModel::LastMessageRole) +
               rowsOf(list, ConversationListModel::UnreadCountRole) +
               rowsOf(list, ConversationListModel::OwnStateRole);
    };
    const QStringList before = all();

    QSignalSpy reopen(&manager(), &ChatManager::reopenWanted);
    const QSignalSpy loaded(&manager(), &ChatManager::listLoaded);
    restart(true);
    QCOMPARE(list.count(), 0);
    QVERIFY(reopen.wait());
    QCOMPARE(reopen.first().first().value<ConversationId>(), kimsRoom);
    QCOMPARE(all(), before);
    QVERIFY(!manager().isLoadingList() || loaded.isEmpty());

    QSignalSpy restored(&manager(), &ChatManager::historyRestored);
    manager().open(kimsRoom);
    QVERIFY(restored.wait());
    QCOMPARE(manager().messages(kimsRoom), shown);
    QVERIFY(!manager().isLoaded(kimsRoom));
    QVERIFY(loaded.isEmpty());
}

void ChatRestartTest::theServersListComesOverTheCachedOneWithoutAReset()
{
    ConversationListModel &list = *m_list;
    const QAbstractItemModelTester tester(&list);
    const int count = list.count();
    restart(true);
    QTRY_COMPARE(list.count(), count);
    const QStringList cached = rowsOf(list, ConversationListModel::ConversationIdRole);
    const QSignalSpy removed(&list, &QAbstractItemModel::rowsRemoved);
    const QSignalSpy reset(&list, &QAbstractItemModel::modelReset);
    const QSignalSpy moved(&list, &QAbstractItemModel::rowsMoved);
    QVERIFY(m_chat->server.listen());
    QSignalSpy loaded(&manager(), &ChatManager::listLoaded);
    manager().refresh();
    QVERIFY(loaded.wait());
    QCOMPARE(removed.count(), 0);
    QCOMPARE(reset.count(), 0);
    QCOMPARE(moved.count(), 0);
    QCOMPARE(rowsOf(list, ConversationListModel::ConversationIdRole), cached);
}

void ChatRestartTest::theGapIsFilledAndNothingIsDoubled()
{
    QVERIFY(ChatFixture::open(client(), kimsRoom));
    const QStringList before = ChatFixture::bodies(client(), kimsRoom);
    restart(true);
    QSignalSpy reopen(&manager(), &ChatManager::reopenWanted);
    QVERIFY(reopen.wait());
    MessageListModel rows;
    connect(&manager(), &ChatManager::timelineChanged, &rows,
            [&](const ConversationId &id) { rows.show(manager().messages(id)); });
    const QAbstractItemModelTester tester(&rows);
    const QSignalSpy reset(&rows, &QAbstractItemModel::modelReset);
    manager().open(kimsRoom);
    QTRY_COMPARE(rows.count(), int(before.size()));
    m_chat->server.sendAs(kim, kimsRoom.number().value(), QStringLiteral("missed"));
    QVERIFY(m_chat->server.listen());
    manager().link().retryNow();
    QTRY_VERIFY(manager().isLoaded(kimsRoom));
    QCOMPARE(ChatFixture::bodies(client(), kimsRoom),
             before + QStringList{QStringLiteral("missed")});
    QCOMPARE(rows.count(), int(before.size()) + 1);
    QCOMPARE(reset.count(), 0);
    QTRY_COMPARE(kept(), before + QStringList{QStringLiteral("missed")});
}

// The history on the disk is not the server's: another device may have said the same since.
void ChatRestartTest::anOldEqualTextNeverPassesForAPendingOne()
{
    const QString text = QStringLiteral("OK");
    QVERIFY(ChatFixture::open(client(), kimsRoom));
    const auto count = ChatFixture::bodies(client(), kimsRoom).size();
    manager().stop();
    m_chat->server.sendAs(m_dana.id.number().value(), 12, text); // on another device
    m_chat->server.stop();
    manager().start(m_dana);
    QSignalSpy restored(&manager(), &ChatManager::historyRestored);
    manager().open(kimsRoom);
    QVERIFY(restored.wait());
    manager().send(kimsRoom, text);
    QTRY_COMPARE(manager().messages(kimsRoom).size(), count + 1);
    QCOMPARE(ChatFixture::last(client(), kimsRoom).state, Message::State::Sending);
    QVERIFY(m_chat->server.listen());
    manager().link().retryNow();
    QTRY_COMPARE(m_chat->server.messages(12).size(), count + 2);
    QTRY_COMPARE(manager().messages(kimsRoom).size(), count + 2);
    QTRY_COMPARE(ChatFixture::last(client(), kimsRoom).state, Message::State::Sent);
    QTRY_COMPARE(manager().messages(kimsRoom).size(), count + 2);
}

void ChatRestartTest::theUnsentIsThereAgainOnce()
{
    QVERIFY(ChatFixture::open(client(), kimsRoom));
    const auto count = m_chat->server.messages(12).size();
    m_chat->server.stop();
    const ReplyTo asked{MessageId(qint64(1)), QStringLiteral("Kim"), QStringLiteral("Where?")};
    manager().actions().setReply(kimsRoom, asked);
    manager().send(kimsRoom, QStringLiteral("in a tunnel"));
    QTRY_COMPARE(ChatFixture::last(client(), kimsRoom).body, QStringLiteral("in a tunnel"));
    QVERIFY(!manager().actions().replyOf(kimsRoom)); // the next one answers nothing
    restart(true);
    manager().open(kimsRoom);
    QTRY_COMPARE(manager().messages(kimsRoom).size(), count + 1);
    QCOMPARE(ChatFixture::last(client(), kimsRoom).body, QStringLiteral("in a tunnel"));
    QVERIFY(ChatFixture::last(client(), kimsRoom).replyTo == asked);
    QVERIFY(m_chat->server.listen());
    manager().link().retryNow();
    QTRY_VERIFY(manager().isLoaded(kimsRoom));
    QCOMPARE(manager().messages(kimsRoom).size(), count + 1);
    QVERIFY(m_chat->server.messages(12).size() <= count + 1);
}

void ChatRestartTest::draftsSurvive()
{
    manager().setDraft(kimsRoom, QStringLiteral("half a sen"));
    manager().setDraft(kimsRoom, QStringLiteral("half a sentence"));
    restart(true);
    QCOMPARE(manager().drafts().of(kimsRoom), QString());
    QTRY_COMPARE(manager().drafts().of(kimsRoom), QStringLiteral("half a sentence"));
    manager().setDraft(kimsRoom, {});
    QSignalSpy restored(&manager().drafts(), &Drafts::restored);
    restart(true);
    QVERIFY(restored.wait());
    QCOMPARE(manager().drafts().of(kimsRoom), QString());
}

void ChatRestartTest::whatIsTypedFirstIsNewerThanTheKeptDraft()
{
    manager().setDraft(kimsRoom, QStringLiteral("old"));
    QSignalSpy restored(&manager().drafts(), &Drafts::restored);
    restart(true);
    manager().setDraft(kimsRoom, QStringLiteral("new"));
    QVERIFY(restored.wait());
    QCOMPARE(manager().drafts().of(kimsRoom), QStringLiteral("new"));
}

// A crash right after Enter must not offer the same words again.
void ChatRestartTest::aSentTextIsNoDraftAnyMore()
{
    std::optional<QString> onDisk;
    manager().setDraft(kimsRoom, QStringLiteral("hello"));
    manager().open(kimsRoom); // stores what was typed
    manager().setDraft(kimsRoom, {});
    client().store().loadDraft(kimsRoom, this,
                               [&](const Result<QString> &draft) { onDisk = *draft; });
    QTRY_VERIFY(onDisk.has_value());
    QCOMPARE(*onDisk, QString());
}

void ChatRestartTest::theDiskHasWhatTheServerNoLongerHas()
{
    QVERIFY(ChatFixture::open(client(), kimsRoom));
    const QVector<Message> real = manager().messages(kimsRoom);
    QTRY_COMPARE(kept().size(), real.size());
    manager().stop();
    // Deleted by somebody: one in the middle, and the newest one.
    qint64 middle = real.first().id.number().value();
    for (const Message &message : real)
        middle += message.id == MessageId(middle) ? 1 : 0;
    QVERIFY(MessageId(middle) < real.last().id);
    client().store().upsertMessages({ofKim(middle, QStringLiteral("taken back")),
                                     ofKim(9999999, QStringLiteral("taken back too"))});
    restart(true);
    manager().open(kimsRoom);
    QTRY_COMPARE(manager().messages(kimsRoom).size(), real.size() + 2);
    QVERIFY(m_chat->server.listen());
    manager().reloadConversation(kimsRoom);
    QTRY_VERIFY(manager().isLoaded(kimsRoom));
    QCOMPARE(manager().messages(kimsRoom), real);
    QTRY_COMPARE(kept().size(), real.size());
}

void ChatRestartTest::olderMessagesComeFromTheDisk()
{
    manager().stop();
    QVector<Message> many;
    for (int i = 1; i <= 120; ++i)
        many.append(ofKim(i, QString::number(i)));
    client().store().upsertMessages(many);
    restart(true);
    manager().open(kimsRoom);
    HistoryWindow &shown = manager().history();
    QTRY_COMPARE(shown.rows().size(), CacheKeeper::pageSize);
    shown.loadOlder();
    shown.loadOlder(); // a view asks more than once
    QTRY_COMPARE(shown.rows().size(), CacheKeeper::pageSize + HistoryWindow::pageSize);
    shown.loadOlder();
    QTRY_COMPARE(shown.rows().size(), 120);
    shown.loadOlder();
    QCOMPARE(kept().size(), 120); // the answer to that came, too
    QCOMPARE(shown.rows().first().body, QStringLiteral("1"));
    QCOMPARE(shown.rows().last().body, QStringLiteral("120"));
    QCOMPARE(manager().messages(kimsRoom).size(), CacheKeeper::pageSize);
}

void ChatRestartTest::theSecondUserSeesNothingOfTheFirst()
{
    QVERIFY(ChatFixture::open(client(), kimsRoom));
    manager().setDraft(kimsRoom, QStringLiteral("for Kim alone"));
    QSignalSpy ended(&client().session(), &SessionManager::ended);
    m_chat->server.revokeTokens(m_dana.id.number().value());
    manager().refresh();
    QTRY_COMPARE(ended.count(), 1);

    QStringList shown;
    connect(&manager().conversations(), &ConversationBook::changed, this,
            [&](const ConversationId &id) { shown.append(id.toString()); });
    const QSignalSpy reopen(&manager(), &ChatManager::reopenWanted);
    QSignalSpy drafts(&manager().drafts(), &Drafts::restored);
    QVERIFY(ChatFixture::enter(client(), QStringLiteral("998900000003")));
    const auto leesOwn = m_chat->server.conversationsOf(44);
    for (const QString &id : std::as_const(shown)) {
        QVERIFY2(std::any_of(leesOwn.cbegin(), leesOwn.cend(),
                             [&](const auto &one) { return QString::number(one.id) == id; }),
                 qPrintable(id));
    }
    QCOMPARE(drafts.count(), 1);
    QCOMPARE(manager().drafts().of(kimsRoom), QString());
    QCOMPARE(reopen.count(), 0);
    QVERIFY(kept().isEmpty());
}

void ChatRestartTest::aLogoutLeavesNothing()
{
    QVERIFY(ChatFixture::open(client(), kimsRoom));
    QTRY_VERIFY(!kept().isEmpty());
    manager().setDraft(kimsRoom, QStringLiteral("not yet written to the disk"));
    client().session().signOut();
    QVERIFY(kept().isEmpty());
    QVERIFY(keptRows().isEmpty());
    m_chat->server.stop();
    QSignalSpy drafts(&manager().drafts(), &Drafts::restored);
    QSignalSpy listed(&manager(), &ChatManager::listRestored);
    manager().start(m_dana);
    QVERIFY(drafts.wait());
    QCOMPARE(manager().drafts().of(kimsRoom), QString());
    QVERIFY(manager().conversations().isEmpty());
}

void ChatRestartTest::anExpiredSessionComesBackToTheSameConversation()
{
    QVERIFY(ChatFixture::open(client(), kimsRoom));
    manager().setDraft(kimsRoom, QStringLiteral("half"));
    QSignalSpy ended(&client().session(), &SessionManager::ended);
    m_chat->server.revokeTokens(m_dana.id.number().value());
    manager().refresh();
    QTRY_COMPARE(ended.count(), 1);
    QSignalSpy reopen(&manager(), &ChatManager::reopenWanted);
    QVERIFY(ChatFixture::enter(client()));
    QCOMPARE(reopen.count(), 1);
    QCOMPARE(reopen.first().first().value<ConversationId>(), kimsRoom);
    QCOMPARE(manager().drafts().of(kimsRoom), QStringLiteral("half"));
}

void ChatRestartTest::aRebuiltCacheIsFilledFromMemory()
{
    QVERIFY(ChatFixture::open(client(), kimsRoom));
    const QStringList before = ChatFixture::bodies(client(), kimsRoom);
    QTRY_COMPARE(kept(), before);
    const auto rows = keptRows().size();
    m_chat->server.stop();
    client().store().clear(AccountStore::Clear::Cache);
    QVERIFY(kept().isEmpty());
    Q_EMIT client().store().cacheRebuilt(QStringLiteral("cache.db.damaged"));
    QTRY_COMPARE(kept(), before);
    QCOMPARE(keptRows().size(), rows);
}

void ChatRestartTest::aConversationThatIsGoneIsForgotten()
{
    ConversationRow left;
    left.conversation.id = ConversationId(777);
    left.conversation.title = QStringLiteral("A group that I have left");
    manager().stop();
    client().store().upsertConversations({left});
    Message there = ofKim(1, QStringLiteral("said there"));
    there.conversationId = left.conversation.id;
    client().store().upsertMessages({there});
    restart(true);
    QTRY_VERIFY(manager().conversations().contains(left.conversation.id));
    QVERIFY(m_chat->server.listen());
    manager().refresh();
    QTRY_VERIFY(!manager().conversations().contains(left.conversation.id));
    QTRY_VERIFY(kept(left.conversation.id).isEmpty());
}

// Left and invited again: its messages are in memory all the time, and nothing of them is news.
void ChatRestartTest::aConversationThatComesBackIsKeptAsBefore()
{
    QVERIFY(ChatFixture::open(client(), kimsRoom));
    const QStringList before = ChatFixture::bodies(client(), kimsRoom);
    QTRY_COMPARE(kept(), before);
    auto &book = const_cast<ConversationBook &>(manager().conversations());
    const Conversation row = book.find(kimsRoom)->conversation;
    book.remove(kimsRoom);
    QVERIFY(kept().isEmpty());
    book.upsert(row);
    QTRY_COMPARE(kept(), before);
}

// Some servers say only which message it was; most conversations are on the disk alone.
void ChatRestartTest::aDeletionWithoutAPlaceReachesTheDisk()
{
    const ConversationId support(qint64(20));
    QVERIFY(ChatFixture::open(client(), support));
    QVERIFY(ChatFixture::open(client(), kimsRoom));
    const QVector<Message> real = manager().messages(kimsRoom);
    QTRY_COMPARE(kept().size(), real.size());
    restart(false);
    QVERIFY(ChatFixture::open(client(), support));
    QVERIFY(manager().messages(kimsRoom).isEmpty());
    Q_EMIT manager().link().eventReceived(MessageDeletedEvent{{}, {real.first().id}});
    QTRY_COMPARE(kept().size(), real.size() - 1);
}

// The server had no time to hear of it; the disk has.
void ChatRestartTest::whatWasReadBeforeAKillIsToldAfterIt()
{
    const QTemporaryDir folder;
    Backend::Timing timing = ChatFixture::quickTiming();
    timing.makeStore = [&folder] { return std::make_unique<SqliteStore>(folder.path()); };
    const auto profile = ChatFixture::profileOf(m_chat->server);
    auto first = std::make_unique<Backend>(profile, QStringLiteral("en"), timing);
    m_chat->server.sendAs(kim, 12, QStringLiteral("have you read this?"));
    QVERIFY(ChatFixture::enter(*first));
    QVERIFY(ChatFixture::open(*first, kimsRoom));
    const MessageId id = ChatFixture::last(*first, kimsRoom).id;
    m_chat->server.faults().failNext(demo::Failure::NoAnswer, QStringLiteral("messages/read"), 100);
    first->chat().seen(kimsRoom, id);
    QString kept;
    QTRY_VERIFY((first->store().loadState(QStringLiteral("receipts"), this,
                                          [&](const Result<QString> &value) { kept = *value; }),
                 kept.contains(id.toString())));
    // Its files as they are at this instant.
    const QTemporaryDir copy;
    QProcess cp;
    cp.start(QStringLiteral("cp"),
             {QStringLiteral("-r"), folder.path() + QStringLiteral("/."), copy.path()});
    QVERIFY(cp.waitForFinished());
    m_chat->server.faults() = {};
    first.reset();
    QVERIFY(m_chat->server.unreadCount(42, 12) > 0);

    timing.makeStore = [&copy] { return std::make_unique<SqliteStore>(copy.path()); };
    Backend next(profile, QStringLiteral("en"), timing);
    QVERIFY(ChatFixture::enter(next));
    const auto told = [&] {
        const auto &requests = m_chat->server.requests();
        return std::count_if(requests.begin(), requests.end(), [&](const auto &request) {
            return request.path.contains(u"messages/read") &&
                   request.body.contains(id.toString().toUtf8());
        });
    };
    m_chat->server.clearRequests();
    QTRY_COMPARE(told(), 1);
    kept = QStringLiteral("?");
    QTRY_VERIFY((next.store().loadState(QStringLiteral("receipts"), this,
                                        [&](const Result<QString> &value) { kept = *value; }),
                 kept.isEmpty()));
}

// The disk is slower than the server, and that could tell of one kind only.
void ChatRestartTest::halfAListBeforeTheDiskForgetsNothing()
{
    const QTemporaryDir folder;
    Backend::Timing timing = ChatFixture::patientTiming();
    timing.makeStore = [&folder] { return std::make_unique<SqliteStore>(folder.path()); };
    Backend backend(ChatFixture::profileOf(m_chat->server), QStringLiteral("en"), timing);
    QVERIFY(ChatFixture::enter(backend));
    const ConversationId support(qint64(20));
    QVERIFY(ChatFixture::open(backend, support));
    const int count = int(backend.chat().conversations().ids().size());
    backend.chat().stop();
    QVector<Message> many;
    for (qint64 id = 1; id <= 15000; ++id)
        many.append(ofKim(id, QStringLiteral("busy")));
    backend.store().upsertMessages(many);
    m_chat->server.faults().failNext(demo::Failure::ServerErrorHtml,
                                     QStringLiteral("/conversations/department"), 1000);
    QSignalSpy listed(&backend.chat(), &ChatManager::listLoaded);
    QSignalSpy restored(&backend.chat(), &ChatManager::listRestored);
    backend.chat().start(m_dana);
    QTRY_VERIFY(!listed.isEmpty());
    QVERIFY(restored.isEmpty());
    QVERIFY(!backend.chat().conversations().contains(support));
    QTRY_COMPARE(int(backend.chat().conversations().ids().size()), count);
    std::optional<qsizetype> left;
    backend.store().loadLatest(support, 10, this, [&left](const Result<QVector<Message>> &kept) {
        left = kept ? kept->size() : 0;
    });
    QTRY_VERIFY(left.has_value());
    QVERIFY(*left > 0);
    QCOMPARE(restored.size(), 1); // what waits for the disk's first answer begins all the same
}

SUHBAT_TEST(ChatRestartTest, Core)
#include "tst_restart.moc"
