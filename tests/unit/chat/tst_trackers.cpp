#include "chat/ConversationBook.h"
#include "chat/Doubts.h"
#include "chat/ListMarks.h"
#include "chat/Readers.h"
#include "chat/ReadTracker.h"
#include "chat/ReceiptKeeper.h"
#include "chat/TypingTracker.h"
#include "chat/UnreadCounts.h"
#include "store/MemoryStore.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace suhbat;
using Outcome = ReadTracker::Outcome;

namespace {

const ConversationId someRoom(QStringLiteral("12"));

User userKim()
{
    User user;
    user.id = UserId(QStringLiteral("43"));
    user.name = QStringLiteral("Kim Ito");
    return user;
}

QVector<MessageId> idsOf(const QList<QVariant> &readyToMark)
{
    return readyToMark.at(1).value<QVector<MessageId>>();
}

Conversation conversation(const QString &id, const QString &last = {})
{
    Conversation c;
    c.id = ConversationId(id);
    c.title = id;
    c.lastMessage = last;
    return c;
}

// A disk that cannot be read so many times, and then can.
class ForgetfulDisk : public StateStore
{
public:
    int failing = 1;
    QHash<QString, QString> kept;

    void loadState(const QString &key, QObject *context,
                   std::function<void(Result<QString>)> done) override
    {
        const bool fails = failing-- > 0;
        const Result<QString> answer = fails
                                           ? Result<QString>(Error::make(Error::Kind::Storage, {}))
                                           : Result<QString>(kept.value(key));
        QMetaObject::invokeMethod(
            context, [done, answer] { done(answer); }, Qt::QueuedConnection);
    }
    void saveState(const QString &key, const QString &value, QObject *,
                   std::function<void(Result<void>)>) override
    {
        kept.insert(key, value);
    }
};

} // namespace

class TrackersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    // The program is killed with receipts that wait and such that are on their way.
    void receiptsOutliveTheProgram()
    {
        MemoryStore disk;
        disk.open(QStringLiteral("server"), UserId(qint64(42)));
        ReadTracker tracker;
        ReceiptKeeper keeper(disk, [&] { return tracker.pending(); });
        connect(&tracker, &ReadTracker::pendingChanged, &keeper, &ReceiptKeeper::changed);
        keeper.start();
        const MessageId one(QStringLiteral("8f14e45f-ceea-467f-9b3e-1d5a0c1b2a3d"));
        const MessageId two(qint64(502));
        tracker.seen(someRoom, one);
        tracker.flush();
        tracker.seen(someRoom, two);
        const auto kept = [&disk, this] {
            QString text;
            disk.loadState(QStringLiteral("receipts"), this,
                           [&text](const Result<QString> &value) { text = *value; });
            QCoreApplication::sendPostedEvents();
            QCoreApplication::processEvents();
            return ReceiptKeeper::fromText(text).value(someRoom);
        };
        QTRY_COMPARE(kept(), (QVector<MessageId>{two, one}));
        ReceiptKeeper next(disk, [] { return ReceiptKeeper::Receipts(); });
        QSignalSpy restored(&next, &ReceiptKeeper::restored);
        next.start();
        QTRY_COMPARE(restored.size(), 1);
        QCOMPARE(restored.first().at(0).value<ConversationId>(), someRoom);
        QCOMPARE(restored.first().at(1).value<QVector<MessageId>>().size(), 2);
        // Confirmed ones are not told again.
        tracker.finished(someRoom, {one}, Outcome::Done);
        QTRY_COMPARE(kept(), QVector<MessageId>{two});
        tracker.clear();
        QTRY_VERIFY(kept().isEmpty());
    }

    void marksThatCouldNotBeReadAreNotWrittenOver()
    {
        ForgetfulDisk disk;
        const ConversationId other(QStringLiteral("13"));
        const QString key = QStringLiteral("list-marks");
        disk.kept.insert(key, QStringLiteral(R"({"muted":["12"],"pinned":["12"]})"));
        ListMarks marks(disk);
        marks.restore();
        QTRY_COMPARE(disk.failing, 0);
        QCoreApplication::processEvents();
        marks.set(ListMarks::Mark::Pinned, other, true);
        QTRY_VERIFY(disk.kept.value(key).contains(u"13"));
        QVERIFY(marks.isPinned(someRoom));
        ListMarks next(disk);
        next.restore();
        QTRY_VERIFY(next.isPinned(other));
        QVERIFY(next.isPinned(someRoom));
        QVERIFY(next.isMuted(someRoom));
    }

    // Marked, and the chat ended, before any answer of the disk.
    void marksThatWereNeverReadStay()
    {
        ForgetfulDisk disk;
        disk.failing = 1000;
        const QString key = QStringLiteral("list-marks");
        const QString before = QStringLiteral(R"({"pinned":["12"]})");
        disk.kept.insert(key, before);
        ListMarks marks(disk);
        marks.restore();
        marks.set(ListMarks::Mark::Pinned, ConversationId(QStringLiteral("13")), true);
        marks.clear();
        QCoreApplication::processEvents();
        QCOMPARE(disk.kept.value(key), before);
    }

    void receiptsThatCouldNotBeReadAreNotWrittenOver()
    {
        ForgetfulDisk disk;
        const MessageId earlier(qint64(501));
        const MessageId later(qint64(502));
        const QString key = QStringLiteral("receipts");
        disk.kept.insert(key, ReceiptKeeper::toText({{someRoom, {earlier}}}));
        ReadTracker tracker;
        ReceiptKeeper keeper(disk, [&] { return tracker.pending(); });
        connect(&tracker, &ReadTracker::pendingChanged, &keeper, &ReceiptKeeper::changed);
        connect(&keeper, &ReceiptKeeper::restored, &tracker,
                [&](const ConversationId &in, const QVector<MessageId> &ids) {
                    for (const MessageId &id : ids)
                        tracker.seen(in, id);
                });
        keeper.start();
        QTRY_COMPARE(disk.failing, 0);
        QCoreApplication::processEvents();
        tracker.seen(someRoom, later);
        QTRY_VERIFY(disk.kept.value(key).contains(later.toString()));
        QVERIFY(ReceiptKeeper::fromText(disk.kept.value(key)).value(someRoom).contains(earlier));
        QVERIFY(tracker.pending().value(someRoom).contains(earlier));
    }

    void onlySoManyReceiptsAreKept()
    {
        ReceiptKeeper::Receipts many;
        for (qint64 id = 1; id <= 5000; ++id)
            many[someRoom].append(MessageId(id));
        const auto kept = ReceiptKeeper::fromText(ReceiptKeeper::toText(many)).value(someRoom);
        QCOMPARE(kept.size(), ReceiptKeeper::most);
        QCOMPARE(kept.last(), MessageId(qint64(5000)));
        many.clear();
        for (int id = 0; id < 1500; ++id)
            many[someRoom].append(MessageId(QString(100, u'x') + QString::number(id)));
        QVERIFY(ReceiptKeeper::toText(many).size() <= StateStore::maxState);
    }

    void aPageDisprovesWhatItDoesNotHave_data()
    {
        QTest::addColumn<QStringList>("ids");
        QTest::newRow("numbers") << QStringLiteral("1 2 3 4 5").split(u' ');
        // In no order: only the times say what lies between.
        QTest::newRow("uuids") << QStringLiteral("9b 1c ff 07 5e").split(u' ');
    }

    void aPageDisprovesWhatItDoesNotHave()
    {
        QFETCH(const QStringList, ids);
        const auto at = [&ids](int i) {
            Message message;
            message.id = MessageId(ids.at(i));
            message.createdAt = QDateTime(QDate(2024, 1, 1), QTime(8, 0), Qt::UTC).addSecs(i);
            return message;
        };
        ConversationDetails page;
        page.messages = {at(1), at(3)};
        Doubts doubts;
        doubts.asked({at(0), at(1), at(2), at(3), at(4)});
        // Before the page, and after it: nothing is known.
        QCOMPARE(doubts.answered(page), QVector<MessageId>{at(2).id});
        doubts.restored({at(0), at(4)});
        QCOMPARE(doubts.answered(page), QVector<MessageId>{at(4).id});
        // Of the second with which the page begins there may be more before it.
        Message same = at(1);
        same.id = MessageId(QStringLiteral("zz"));
        doubts.asked({same});
        QVERIFY(doubts.answered(page).isEmpty());
        doubts.asked({at(2)});
        page.skipped = 1;
        QVERIFY(doubts.answered(page).isEmpty());
    }

    void typingEndsWithTheMessage()
    {
        TypingTracker tracker;
        QSignalSpy changed(&tracker, &TypingTracker::changed);
        tracker.typing(someRoom, userKim());
        QCOMPARE(tracker.namesIn(someRoom), QStringList(QStringLiteral("Kim Ito")));
        tracker.typing(someRoom, userKim());
        QCOMPARE(changed.count(), 1); // still the same news
        tracker.messageArrived(someRoom, userKim().id);
        QVERIFY(tracker.namesIn(someRoom).isEmpty());
        QCOMPARE(changed.count(), 2);
    }

    void typingExpires()
    {
        Instant now{};
        Clock clock;
        clock.steady = [&now] { return now; };
        TypingTracker tracker(clock);
        tracker.typing(someRoom, userKim());
        // The timer was armed for 6 s of the fake clock; once those have passed, the next look
        // at it lets go of the notice.
        now += TypingTracker::expiry;
        User lee;
        lee.id = UserId(QStringLiteral("44"));
        lee.name = QStringLiteral("Lee");
        now -= Milliseconds(10);
        tracker.typing(someRoom, lee);
        now += Milliseconds(10);
        QTRY_COMPARE(tracker.namesIn(someRoom), QStringList(QStringLiteral("Lee")));
    }

    // It was on its way when the message went out, and lost the race.
    void aNoticeThatTheMessageOvertookIsDropped()
    {
        Instant now{};
        Clock clock;
        clock.steady = [&now] { return now; };
        TypingTracker tracker(clock);
        tracker.messageArrived(someRoom, userKim().id);
        tracker.typing(someRoom, userKim());
        QVERIFY(tracker.namesIn(someRoom).isEmpty());
        tracker.typing(ConversationId(QStringLiteral("13")),
                       userKim()); // elsewhere is another matter
        QCOMPARE(tracker.namesIn(ConversationId(QStringLiteral("13"))).size(), 1);
        now += TypingTracker::overtaken;
        tracker.typing(someRoom, userKim());
        QCOMPARE(tracker.namesIn(someRoom).size(), 1);
    }

    void severalPeopleTypeAndNotTooMany()
    {
        TypingTracker tracker;
        const auto somebody = [](int n) {
            User user;
            user.id = UserId(qint64(n));
            user.name = QString::number(n);
            return user;
        };
        for (int n = 0; n < 2 * TypingTracker::mostTypists; ++n)
            tracker.typing(someRoom, somebody(n));
        QCOMPARE(tracker.namesIn(someRoom).size(), TypingTracker::mostTypists);
        QCOMPARE(tracker.namesIn(someRoom).mid(0, 2),
                 (QStringList{QStringLiteral("0"), QStringLiteral("1")}));
        tracker.messageArrived(someRoom, UserId(qint64(0)));
        QCOMPARE(tracker.namesIn(someRoom).first(), QStringLiteral("1"));
        for (int n = 0; n < 2 * TypingTracker::mostConversations; ++n)
            tracker.typing(ConversationId(qint64(1000 + n)), somebody(1));
        QVERIFY(tracker.namesIn(ConversationId(qint64(1001))).size() == 1);
        QVERIFY(tracker.namesIn(ConversationId(qint64(1300))).isEmpty());
    }

    void outgoingNoticeIsThrottled()
    {
        Instant now{};
        Clock clock;
        clock.steady = [&now] { return now; };
        TypingTracker tracker(clock);
        QVERIFY(tracker.shouldNotify(someRoom));
        now += TypingTracker::throttle - Milliseconds(1);
        QVERIFY(!tracker.shouldNotify(someRoom));
        now += Milliseconds(1);
        QVERIFY(tracker.shouldNotify(someRoom));
        tracker.sent(someRoom);
        QVERIFY(tracker.shouldNotify(someRoom));
    }

    void readsGoOutInOneBatch()
    {
        ReadTracker tracker;
        QSignalSpy ready(&tracker, &ReadTracker::readyToMark);
        for (int i = 1; i <= 5; ++i)
            tracker.seen(someRoom, MessageId(qint64(i)));
        tracker.seen(someRoom, MessageId(qint64(3)));
        QCOMPARE(ready.count(), 0);
        QTRY_COMPARE(ready.count(), 1);
        QCOMPARE(ready.first().at(1).value<QVector<MessageId>>().size(), 5);
    }

    void failedReadsWaitForTheNextFlush()
    {
        ReadTracker tracker;
        QSignalSpy ready(&tracker, &ReadTracker::readyToMark);
        tracker.seen(someRoom, MessageId(qint64(1)));
        tracker.flush();
        tracker.seen(someRoom, MessageId(qint64(1))); // on its way: not asked for twice
        tracker.finished(someRoom, {MessageId(qint64(1))}, Outcome::Later);
        QVERIFY(tracker.isPending(MessageId(qint64(1))));
        tracker.flush();
        QCOMPARE(ready.count(), 2);
        tracker.finished(someRoom, {MessageId(qint64(1))}, Outcome::Done);
        QVERIFY(!tracker.isPending(MessageId(qint64(1))));
        tracker.flush();
        QCOMPARE(ready.count(), 2);
    }

    // Nobody has to scroll or to reconnect for it.
    void failedReadsGoOutByThemselves()
    {
        ReadTracker tracker([] { return 0.0; }); // waits 0.5 s
        QSignalSpy ready(&tracker, &ReadTracker::readyToMark);
        tracker.seen(someRoom, MessageId(qint64(1)));
        tracker.flush();
        tracker.finished(someRoom, {MessageId(qint64(1))}, Outcome::Later);
        tracker.seen(someRoom, MessageId(qint64(2))); // does not shorten the server's rest
        QElapsedTimer timer;
        timer.start();
        QTRY_COMPARE(ready.count(), 2);
        QVERIFY(timer.elapsed() >= 450);
        QCOMPARE(idsOf(ready.last()),
                 (QVector<MessageId>{MessageId(qint64(1)), MessageId(qint64(2))}));
    }

    void aScreenfulIsCutIntoRequestsOfBoundedSize()
    {
        ReadTracker tracker;
        QSignalSpy ready(&tracker, &ReadTracker::readyToMark);
        for (int i = 0; i < 2 * ReadTracker::batchSize + 1; ++i)
            tracker.seen(someRoom, MessageId(qint64(i)));
        tracker.flush();
        QCOMPARE(ready.count(), 3);
        QCOMPARE(idsOf(ready.first()).size(), ReadTracker::batchSize);
        QCOMPARE(idsOf(ready.last()).size(), 1);
    }

    // As of a message that was deleted meanwhile: "Some message ids are invalid", says the server.
    void oneBadIdDoesNotKeepTheOthersUnread()
    {
        ReadTracker tracker;
        QSet<MessageId> marked;
        int requests = 0;
        connect(&tracker, &ReadTracker::readyToMark, &tracker,
                [&](const ConversationId &where, const QVector<MessageId> &ids) {
                    ++requests;
                    const bool bad = ids.contains(MessageId(qint64(37)));
                    if (!bad)
                        marked += QSet<MessageId>(ids.cbegin(), ids.cend());
                    tracker.finished(where, ids, bad ? Outcome::Refused : Outcome::Done);
                });
        for (int i = 0; i < ReadTracker::batchSize; ++i)
            tracker.seen(someRoom, MessageId(qint64(i)));
        tracker.flush();
        QCOMPARE(marked.size(), ReadTracker::batchSize - 1);
        QVERIFY(!tracker.isPending(MessageId(qint64(37))));
        QVERIFY2(requests <= 16, qPrintable(QString::number(requests)));
    }

    // A server without the endpoint is not asked two hundred times.
    void refusalsHaveAnEnd()
    {
        ReadTracker tracker;
        int requests = 0;
        connect(&tracker, &ReadTracker::readyToMark, &tracker,
                [&](const ConversationId &where, const QVector<MessageId> &ids) {
                    ++requests;
                    tracker.finished(where, ids, Outcome::Refused);
                });
        for (int i = 0; i < ReadTracker::batchSize; ++i)
            tracker.seen(someRoom, MessageId(qint64(i)));
        tracker.flush();
        QVERIFY2(requests < 45, qPrintable(QString::number(requests)));
        QVERIFY(!tracker.isPending(MessageId(qint64(0))));
    }

    void anEndedSessionKeepsReceipts()
    {
        ReadTracker tracker;
        QSignalSpy ready(&tracker, &ReadTracker::readyToMark);
        tracker.seen(someRoom, MessageId(qint64(1)));
        tracker.flush();
        tracker.seen(someRoom, MessageId(qint64(2)));
        tracker.pause();
        tracker.finished(someRoom, {MessageId(qint64(1))},
                         Outcome::Refused); // 401, too late to count
        tracker.flush();
        QCOMPARE(ready.count(), 2);
        auto ids = idsOf(ready.last());
        std::sort(ids.begin(), ids.end());
        QCOMPARE(ids, (QVector<MessageId>{MessageId(qint64(1)), MessageId(qint64(2))}));
        tracker.clear();
        QVERIFY(!tracker.isPending(MessageId(qint64(1))));
        tracker.flush();
        QCOMPARE(ready.count(), 2);
    }

    void everyReaderOfAMessageIsKnown()
    {
        Readers readers;
        const MessageId mine(qint64(5));
        const UserId lee(QStringLiteral("44"));
        const QDateTime at(QDate(2026, 2, 1), QTime(8, 0), Qt::UTC);
        readers.add({mine, MessageId(qint64(6))}, userKim().id);
        readers.add({mine}, lee);
        readers.add({mine}, userKim().id, at); // told again, and when
        readers.add({mine}, {});
        QCOMPARE(readers.of(mine).size(), 2);
        QCOMPARE(readers.of(mine).first(), (Readers::Reader{userKim().id, at}));
        QCOMPARE(readers.of(MessageId(qint64(6))).size(), 1);
        for (int n = 0; n < 2 * Readers::mostReaders; ++n)
            readers.add({mine}, UserId(qint64(1000 + n)));
        QCOMPARE(readers.of(mine).size(), Readers::mostReaders);
        for (int n = 0; n < Readers::mostMessages; ++n)
            readers.add({MessageId(qint64(1000 + n))}, lee);
        QVERIFY(readers.of(mine).isEmpty());
        QCOMPARE(readers.of(MessageId(qint64(1999))).size(), 1);
    }

    // A list that was written before the receipts brings no badge back.
    void staleListDoesNotBounceTheBadge()
    {
        UnreadCounts counts;
        Conversation row = conversation(QStringLiteral("12"), QStringLiteral("Kim: b"));
        row.unreadCount = 2;
        counts.listAsked();
        counts.read(someRoom, MessageId(qint64(1)));
        counts.read(someRoom, MessageId(qint64(2)));
        QCOMPARE(counts.judge(row).unread, 0);
        // Confirmed before that list came: it may have been written earlier all the same.
        QVERIFY(!counts.settled(someRoom, {MessageId(qint64(1))}));
        QCOMPARE(counts.judge(row).unread, 0);
        QVERIFY(!counts.judge(row).certain);
        QVERIFY(counts.settled(someRoom, {MessageId(qint64(2))})); // look once more
        counts.listAsked();
        QCOMPARE(counts.judge(row).unread, 2); // two others, then
        QVERIFY(counts.judge(row).certain);
        row.unreadCount = 1;
        counts.read(someRoom, MessageId(qint64(3)));
        counts.read(someRoom, MessageId(qint64(4)));
        QCOMPARE(counts.judge(row).unread, 0); // never negative
    }

    void listThatCrossesAMessageCountsItOnce()
    {
        UnreadCounts counts;
        Conversation row = conversation(QStringLiteral("12"), QStringLiteral("Kim: old"));
        row.unreadCount = 3;
        counts.listAsked();
        counts.arrived(someRoom, QStringLiteral("news"));
        QCOMPARE(counts.judge(row).unread, 4); // written before
        QVERIFY(!counts.judge(row).certain);
        row.lastMessage = QStringLiteral("Kim: news");
        row.unreadCount = 4;
        QCOMPARE(counts.judge(row).unread, 4); // written after
        counts.listAsked();
        QVERIFY(counts.judge(row).certain);
    }

    // The list and the messages come by ways of their own: whichever of them it has seen.
    void listWrittenBetweenMessages_data()
    {
        QTest::addColumn<QString>("shown");
        QTest::addColumn<int>("told");
        QTest::addColumn<bool>("outdated");
        QTest::newRow("before both") << u"Kim: old"_qs << 3 << true;
        QTest::newRow("between") << u"Kim: one"_qs << 4 << true;
        QTest::newRow("after both") << u"Kim: two"_qs << 5 << false;
    }
    void listWrittenBetweenMessages()
    {
        QFETCH(QString, shown);
        QFETCH(int, told);
        QFETCH(bool, outdated);
        UnreadCounts counts;
        Conversation row = conversation(u"12"_qs, shown);
        row.unreadCount = told;
        counts.arrived(someRoom, u"earlier"_qs); // nothing was asked: any list has it
        counts.listAsked();
        counts.arrived(someRoom, u"one"_qs);
        counts.arrived(someRoom, u"mine"_qs, false);
        counts.arrived(someRoom, u"two"_qs);
        const auto verdict = counts.judge(row);
        QCOMPARE(verdict.unread, 5);
        QCOMPARE(verdict.outdated, outdated);
        QCOMPARE(verdict.outpaced, outdated);
        QVERIFY(!verdict.certain);
        counts.listAsked();
        QVERIFY(counts.judge(row).certain);
        QVERIFY(!counts.judge(row).outdated);
    }

    void listWrittenBeforeAChangeHasOldWords()
    {
        UnreadCounts counts;
        const Conversation row = conversation(u"12"_qs, u"Kim: deleted"_qs);
        counts.listAsked();
        counts.changed(someRoom);
        QVERIFY(counts.judge(row).outdated);
        QVERIFY(!counts.judge(row).outpaced);
        QVERIFY(!counts.judge(row).certain);
        counts.listTaken();
        counts.changed(someRoom); // after the list was taken: the next one knows
        counts.listAsked();
        QVERIFY(!counts.judge(row).outdated);
    }

    void previewsAreRecognised_data()
    {
        QTest::addColumn<QString>("row");
        QTest::addColumn<QString>("message");
        QTest::addColumn<bool>("same");
        const auto s = [](const char *text) { return QString::fromUtf8(text); };
        QTest::newRow("bare") << s("hello") << s("hello") << true;
        QTest::newRow("named") << s("Kim Ito: hello") << s("hello") << true;
        QTest::newRow("cut") << s("Kim Ito: It was a long…") << s("It was a long story") << true;
        QTest::newRow("dots") << s("It was a long...") << s("It was a long story") << true;
        QTest::newRow("other") << s("Kim Ito: hi") << s("hello") << false;
        QTest::newRow("nothing but dots") << s("...") << s("hello") << false;
        QTest::newRow("name and dots") << s("Kim: ...") << s("hello") << false;
        QTest::newRow("no text") << s("Kim: hi") << s("") << false;
    }
    void previewsAreRecognised()
    {
        QFETCH(QString, row);
        QFETCH(QString, message);
        QFETCH(bool, same);
        QCOMPARE(UnreadCounts::shows(conversation(QStringLiteral("12"), row), message), same);
    }

    void listKeepsWhatTheClientKnowsBetter()
    {
        ConversationBook book;
        book.replaceAll({conversation(QStringLiteral("12"), QStringLiteral("Siz: old"))});
        Message mine;
        mine.id = MessageId(qint64(5));
        mine.body = QStringLiteral("Thanks");
        mine.createdAt = QDateTime(QDate(2026, 2, 1), QTime(8, 0), Qt::UTC);
        book.showMessage(someRoom, mine, true);
        Conversation again = conversation(QStringLiteral("12"), QStringLiteral("Siz: Thanks"));
        again.lastMessageTimeText = QStringLiteral("hozir");
        book.replaceAll({again});
        QCOMPARE(book.find(someRoom)->conversation.lastMessage, QStringLiteral("Thanks"));
        QCOMPARE(book.find(someRoom)->conversation.lastMessageAt, mine.createdAt);
        QVERIFY(book.find(someRoom)->ownState.has_value());
        again.lastMessage = QStringLiteral("Kim: news");
        book.replaceAll({again});
        QCOMPARE(book.find(someRoom)->conversation.lastMessage, QStringLiteral("Kim: news"));
        QVERIFY(!book.find(someRoom)->ownState.has_value());
    }

    void aRowHasItsPlaceUntilSomethingIsSaid()
    {
        ConversationBook book;
        book.replaceAll({conversation(QStringLiteral("12"), QStringLiteral("Kim: Thanks")),
                         conversation(QStringLiteral("13"))});
        const auto place = [&](const char *id, const char *last) {
            return book.placeOf(conversation(QString::fromLatin1(id), QString::fromLatin1(last)));
        };
        QCOMPARE(place("12", "Kim: Thanks"), std::optional(book.find(someRoom)->rank));
        QCOMPARE(place("12", "Thanks"), std::optional(book.find(someRoom)->rank));
        QVERIFY(!place("12", "Kim: And?"));
        QVERIFY(!place("12", ""));
        QVERIFY(place("13", ""));
        QVERIFY(!place("13", "the first one"));
        QVERIFY(!place("14", "nobody knows it"));
    }

    // Of two lists one came: the conversations of the other keep their places between its own.
    void halfAListLeavesTheOtherHalfWhereItStands()
    {
        const auto direct = [](const char *id, const char *last = "") {
            return conversation(QString::fromLatin1(id), QString::fromLatin1(last));
        };
        const auto group = [&](const char *id, const char *last = "") {
            Conversation one = direct(id, last);
            one.type = Conversation::Type::Group;
            return one;
        };
        ConversationBook book;
        const QDateTime told(QDate(2026, 2, 1), QTime(8, 0), Qt::UTC);
        book.replaceAll({direct("1", "a"), group("21", "b"), direct("2", "c"), group("22", "d"),
                         direct("3", "e"), group("23", "f")},
                        {}, told);
        const auto order = [&] {
            auto ids = book.ids();
            std::sort(ids.begin(), ids.end(), [&](const auto &one, const auto &other) {
                return book.find(one)->rank > book.find(other)->rank;
            });
            QStringList words;
            for (const ConversationId &id : std::as_const(ids))
                words += id.toString();
            return words.join(u' ');
        };
        QCOMPARE(order(), u"1 21 2 22 3 23"_qs);

        const auto later = told.addSecs(600);
        book.replaceAll({group("21", "b"), group("22", "d"), group("23", "f")},
                        Conversation::Type::Direct, later);
        QCOMPARE(order(), u"1 21 2 22 3 23"_qs);
        QCOMPARE(book.find(ConversationId(u"1"_qs))->toldAt, told);
        QCOMPARE(book.find(ConversationId(u"21"_qs))->toldAt, later);

        // Something was said in 23, 21 is gone, and 24 is new.
        book.replaceAll({group("23", "news"), group("24", "hello"), group("22", "d")},
                        Conversation::Type::Direct, later);
        QCOMPARE(order(), u"23 24 1 2 22 3"_qs);

        // What was received since stands above what was said before it.
        Message heard;
        heard.body = u"just now"_qs;
        heard.createdAt = QDateTime::currentDateTimeUtc().addSecs(-60);
        book.showMessage(ConversationId(u"3"_qs), heard, false);
        Conversation old = group("22", "said an hour ago");
        old.lastMessageTimeText = u"1 hour ago"_qs;
        book.replaceAll({old, group("23", "news"), group("24", "hello")},
                        Conversation::Type::Direct, later);
        QCOMPARE(order(), u"3 22 23 24 1 2"_qs);
    }

    // The second page of a list failed: what the first one says counts all the same.
    void halfOfOneListIsBelieved()
    {
        const auto row = [](const char *id, int unread) {
            Conversation one = conversation(QString::fromLatin1(id), u"Kim: Thanks"_qs);
            one.unreadCount = unread;
            return one;
        };
        ConversationBook book;
        const QDateTime told(QDate(2026, 2, 1), QTime(8, 0), Qt::UTC);
        book.replaceAll({row("1", 3), row("2", 0), row("3", 1)}, {}, told);
        const auto later = told.addSecs(600);
        book.replaceAll({row("1", 0), row("2", 2)}, Conversation::Type::Direct, later);
        const auto unreadIn = [&](const char *id) {
            return book.find(ConversationId(QString::fromLatin1(id)))->conversation.unreadCount;
        };
        QCOMPARE(unreadIn("1"), 0); // read on another device
        QCOMPARE(unreadIn("2"), 2);
        QCOMPARE(unreadIn("3"), 1);
        const auto *first = book.find(ConversationId(u"1"_qs));
        const auto *last = book.find(ConversationId(u"3"_qs));
        QCOMPARE(first->toldAt, later);
        QCOMPARE(last->toldAt, told);
        QVERIFY(first->rank > last->rank);
    }

    // Whoever opens an old conversation to read in it does not want it to run away to the top.
    void loadedHistoryMovesNothing()
    {
        ConversationBook book;
        book.replaceAll({conversation(QStringLiteral("13")), conversation(QStringLiteral("12"))});
        const qint64 rank = book.find(someRoom)->rank;
        Message m;
        m.body = QStringLiteral("said long ago");
        m.createdAt = QDateTime(QDate(2026, 2, 1), QTime(8, 0), Qt::UTC);
        book.showMessage(someRoom, m, false, ConversationBook::Cause::Loaded);
        QCOMPARE(book.find(someRoom)->rank, rank);
        QCOMPARE(book.find(someRoom)->conversation.lastMessageAt, m.createdAt);
        m.createdAt = m.createdAt.addSecs(60); // what the socket has missed
        book.showMessage(someRoom, m, false, ConversationBook::Cause::Loaded);
        QVERIFY(book.find(someRoom)->rank > rank);
    }

    void lateMessageIsNoNews()
    {
        ConversationBook book;
        book.replaceAll({conversation(QStringLiteral("12")), conversation(QStringLiteral("13"))});
        Message m;
        m.body = QStringLiteral("new");
        m.createdAt = QDateTime(QDate(2026, 2, 1), QTime(8, 0), Qt::UTC);
        book.showMessage(someRoom, m, false);
        const qint64 rank = book.find(someRoom)->rank;
        m.body = QStringLiteral("old");
        m.createdAt = m.createdAt.addSecs(-60);
        book.showMessage(someRoom, m, false);
        QCOMPARE(book.find(someRoom)->conversation.lastMessage, QStringLiteral("new"));
        QCOMPARE(book.find(someRoom)->rank, rank);
    }
};

SUHBAT_TEST(TrackersTest, Core)
#include "tst_trackers.moc"
