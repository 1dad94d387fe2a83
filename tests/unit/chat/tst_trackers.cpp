#include "chat/ConversationBook.h"
#include "chat/ReadTracker.h"
#include "chat/TypingTracker.h"
#include "support/Fixtures.h"

#include <QSignalSpy>
#include <QTest>

using namespace suhbat;

namespace {

const ConversationId room(QStringLiteral("12"));

User kim()
{
    User user;
    user.id = UserId(QStringLiteral("43"));
    user.name = QStringLiteral("Kim Ito");
    return user;
}

Conversation conversation(const QString &id, const QString &last = {})
{
    Conversation c;
    c.id = ConversationId(id);
    c.title = id;
    c.lastMessage = last;
    return c;
}

} // namespace

class TrackersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void typingEndsWithTheMessage()
    {
        TypingTracker tracker;
        QSignalSpy changed(&tracker, &TypingTracker::changed);
        tracker.typing(room, kim());
        QCOMPARE(tracker.namesIn(room), QStringList(QStringLiteral("Kim Ito")));
        tracker.typing(room, kim());
        QCOMPARE(changed.count(), 1); // still the same news
        tracker.messageArrived(room, kim().id);
        QVERIFY(tracker.namesIn(room).isEmpty());
        QCOMPARE(changed.count(), 2);
    }

    void typingExpires()
    {
        Instant now{};
        Clock clock;
        clock.steady = [&now] { return now; };
        TypingTracker tracker(clock);
        tracker.typing(room, kim());
        // The timer was armed for 6 s of the fake clock; once those have passed, the next look
        // at it lets go of the notice.
        now += TypingTracker::expiry;
        User lee;
        lee.id = UserId(QStringLiteral("44"));
        lee.name = QStringLiteral("Lee");
        now -= Milliseconds(10);
        tracker.typing(room, lee);
        now += Milliseconds(10);
        QTRY_COMPARE(tracker.namesIn(room), QStringList(QStringLiteral("Lee")));
    }

    void outgoingNoticeIsThrottled()
    {
        Instant now{};
        Clock clock;
        clock.steady = [&now] { return now; };
        TypingTracker tracker(clock);
        QVERIFY(tracker.shouldNotify(room));
        now += TypingTracker::throttle - Milliseconds(1);
        QVERIFY(!tracker.shouldNotify(room));
        now += Milliseconds(1);
        QVERIFY(tracker.shouldNotify(room));
        tracker.sent(room);
        QVERIFY(tracker.shouldNotify(room));
    }

    void readsGoOutInOneBatch()
    {
        ReadTracker tracker;
        QSignalSpy ready(&tracker, &ReadTracker::readyToMark);
        for (int i = 1; i <= 5; ++i)
            tracker.seen(room, MessageId(qint64(i)));
        tracker.seen(room, MessageId(qint64(3)));
        QCOMPARE(ready.count(), 0);
        QTRY_COMPARE(ready.count(), 1);
        QCOMPARE(ready.first().at(1).value<QVector<MessageId>>().size(), 5);
    }

    void failedReadsWaitForTheNextFlush()
    {
        ReadTracker tracker;
        QSignalSpy ready(&tracker, &ReadTracker::readyToMark);
        tracker.seen(room, MessageId(qint64(1)));
        tracker.flush();
        tracker.finished(room, {MessageId(qint64(1))}, false);
        tracker.flush();
        QCOMPARE(ready.count(), 2);
        tracker.finished(room, {MessageId(qint64(1))}, true);
        tracker.flush();
        QCOMPARE(ready.count(), 2);
    }

    void listKeepsWhatTheClientKnowsBetter()
    {
        ConversationBook book;
        book.replaceAll({conversation(QStringLiteral("12"), QStringLiteral("Siz: old"))});
        Message mine;
        mine.id = MessageId(qint64(5));
        mine.body = QStringLiteral("Thanks");
        mine.createdAt = QDateTime(QDate(2026, 2, 1), QTime(8, 0), Qt::UTC);
        book.showMessage(room, mine, true);
        Conversation again = conversation(QStringLiteral("12"), QStringLiteral("Siz: Thanks"));
        again.lastMessageTimeText = QStringLiteral("hozir");
        book.replaceAll({again});
        QCOMPARE(book.find(room)->conversation.lastMessage, QStringLiteral("Thanks"));
        QCOMPARE(book.find(room)->conversation.lastMessageAt, mine.createdAt);
        QVERIFY(book.find(room)->ownState.has_value());
        again.lastMessage = QStringLiteral("Kim: news");
        book.replaceAll({again});
        QCOMPARE(book.find(room)->conversation.lastMessage, QStringLiteral("Kim: news"));
        QVERIFY(!book.find(room)->ownState.has_value());
    }

    // Whoever opens an old conversation to read in it does not want it to run away to the top.
    void loadedHistoryMovesNothing()
    {
        ConversationBook book;
        book.replaceAll({conversation(QStringLiteral("13")), conversation(QStringLiteral("12"))});
        const qint64 rank = book.find(room)->rank;
        Message m;
        m.body = QStringLiteral("said long ago");
        m.createdAt = QDateTime(QDate(2026, 2, 1), QTime(8, 0), Qt::UTC);
        book.showMessage(room, m, false, ConversationBook::Cause::Loaded);
        QCOMPARE(book.find(room)->rank, rank);
        QCOMPARE(book.find(room)->conversation.lastMessageAt, m.createdAt);
        m.createdAt = m.createdAt.addSecs(60); // what the socket has missed
        book.showMessage(room, m, false, ConversationBook::Cause::Loaded);
        QVERIFY(book.find(room)->rank > rank);
    }

    void lateMessageIsNoNews()
    {
        ConversationBook book;
        book.replaceAll({conversation(QStringLiteral("12")), conversation(QStringLiteral("13"))});
        Message m;
        m.body = QStringLiteral("new");
        m.createdAt = QDateTime(QDate(2026, 2, 1), QTime(8, 0), Qt::UTC);
        book.showMessage(room, m, false);
        const qint64 rank = book.find(room)->rank;
        m.body = QStringLiteral("old");
        m.createdAt = m.createdAt.addSecs(-60);
        book.showMessage(room, m, false);
        QCOMPARE(book.find(room)->conversation.lastMessage, QStringLiteral("new"));
        QCOMPARE(book.find(room)->rank, rank);
    }
};

QTEST_GUILESS_MAIN(TrackersTest)
#include "tst_trackers.moc"
