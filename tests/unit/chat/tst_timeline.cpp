#include "chat/Timeline.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"

#include <QTest>

#include <algorithm>
#include <functional>
#include <random>

using namespace suhbat;

namespace {

const UserId me(QStringLiteral("42"));
const UserId kimsId(QStringLiteral("43"));

Message message(const UserId &from, const QString &id, const QString &body,
                const QString &temp = {})
{
    Message m;
    m.sender.id = from;
    m.id = MessageId(id);
    m.tempId = TempId(temp);
    m.body = body;
    m.createdAt = QDateTime(QDate(2026, 2, 1), QTime(8, 0), Qt::UTC).addSecs(id.toInt());
    return m;
}

Message pending(const QString &temp, const QString &body)
{
    Message m = message(me, {}, body, temp);
    m.state = Message::State::Sending;
    m.createdAt = QDateTime(QDate(2026, 2, 1), QTime(9, 0), Qt::UTC);
    return m;
}

Message edited(const UserId &from, const QString &id, const QString &body, int second)
{
    Message m = message(from, id, body);
    m.editedAt = QDateTime(QDate(2026, 2, 1), QTime(10, 0, second), Qt::UTC);
    return m;
}

QStringList ids(const Timeline &timeline)
{
    QStringList list;
    for (const Message &m : timeline.messages())
        list.append(m.id.isEmpty() ? QStringLiteral("~") + m.tempId.toString() : m.id.toString());
    return list;
}

// What a model does with the changes, to see that they say all that happened.
void repeat(QVector<Message> &copy, const Timeline::Changes &changes)
{
    using Kind = Timeline::Change::Kind;
    for (const Timeline::Change &change : changes) {
        switch (change.kind) {
        case Kind::Inserted:
            for (int i = 0; i < change.messages.size(); ++i)
                copy.insert(change.row + i, change.messages.at(i));
            break;
        case Kind::Updated:
            copy[change.row] = change.messages.first();
            break;
        case Kind::Moved:
            copy.removeAt(change.row);
            copy.insert(change.to, change.messages.first());
            break;
        case Kind::Removed:
            copy.removeAt(change.row);
            break;
        }
    }
}

} // namespace

class TimelineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void pageIsOneInsertion()
    {
        Timeline timeline(me);
        const auto changes =
            timeline.upsert({message(kimsId, QStringLiteral("1"), QStringLiteral("a")),
                             message(kimsId, QStringLiteral("2"), QStringLiteral("b")),
                             message(kimsId, QStringLiteral("3"), QStringLiteral("c"))});
        QCOMPARE(changes.size(), 1);
        QCOMPARE(changes.first().messages.size(), 3);
    }

    void duplicateChangesNothing()
    {
        Timeline timeline(me);
        const Message m = message(kimsId, QStringLiteral("1"), QStringLiteral("a"));
        timeline.upsert({m});
        QVERIFY(timeline.upsert({m}).isEmpty());
        QCOMPARE(timeline.messages().size(), 1);
    }

    void l27_equalTextsOfOthersAreBothShown()
    {
        Timeline timeline(me);
        timeline.upsert({message(kimsId, QStringLiteral("1"), QStringLiteral("ok")),
                         message(kimsId, QStringLiteral("2"), QStringLiteral("ok"))});
        QCOMPARE(ids(timeline), QStringList({QStringLiteral("1"), QStringLiteral("2")}));
    }

    void echoBeforeAckIsOneRow()
    {
        Timeline timeline(me);
        timeline.addPending(pending(QStringLiteral("t1"), QStringLiteral("hi")), MessageId());
        timeline.upsert({message(me, QStringLiteral("5"), QStringLiteral("hi"))});
        QCOMPARE(ids(timeline), QStringList(QStringLiteral("5")));
        timeline.upsert(
            {message(me, QStringLiteral("5"), QStringLiteral("hi"), QStringLiteral("t1"))});
        QCOMPARE(ids(timeline), QStringList(QStringLiteral("5")));
        QCOMPARE(timeline.messages().first().state, Message::State::Sent);
        QCOMPARE(timeline.messages().first().tempId, TempId(QStringLiteral("t1")));
    }

    // The server trimmed the text, so that the echo could not be matched before the answer came.
    void ackTakesTheUnmatchedPendingRowAway()
    {
        Timeline timeline(me);
        timeline.addPending(pending(QStringLiteral("t1"), QStringLiteral("hi ")), MessageId());
        timeline.upsert({message(me, QStringLiteral("5"), QStringLiteral("hi"))});
        QCOMPARE(timeline.messages().size(), 2);
        timeline.upsert(
            {message(me, QStringLiteral("5"), QStringLiteral("hi"), QStringLiteral("t1"))});
        QCOMPARE(ids(timeline), QStringList(QStringLiteral("5")));
    }

    void olderEqualTextIsNotTheAnswer()
    {
        Timeline timeline(me);
        timeline.upsert({message(me, QStringLiteral("7"), QStringLiteral("ok"))});
        timeline.addPending(pending(QStringLiteral("t1"), QStringLiteral("ok")),
                            MessageId(QStringLiteral("7")));
        timeline.upsert({message(me, QStringLiteral("3"), QStringLiteral("ok"))});
        QCOMPARE(ids(timeline),
                 QStringList({QStringLiteral("3"), QStringLiteral("7"), QStringLiteral("~t1")}));
    }

    void theAnswerOfAnotherIsNotTheAnswer()
    {
        const QVector<MessageId> others{MessageId(QStringLiteral("9"))};
        const auto before = MessageId(QStringLiteral("7"));
        const Message ours = message(me, QStringLiteral("8"), QStringLiteral("ok"));
        const Message theOther = message(me, QStringLiteral("9"), QStringLiteral("ok"));
        const QStringList both({QStringLiteral("8"), QStringLiteral("9")});
        for (const bool cachedFirst : {true, false}) {
            Timeline timeline(me);
            if (cachedFirst)
                timeline.upsert({theOther});
            timeline.addPending(pending(QStringLiteral("t1"), QStringLiteral("ok")), before,
                                others);
            timeline.upsert({theOther});
            QVERIFY(timeline.messages().last().id.isEmpty());
            timeline.upsert({ours});
            QCOMPARE(ids(timeline), both);
            QCOMPARE(timeline.messages().first().tempId, TempId(QStringLiteral("t1")));
        }
    }

    // Two that nobody knows of, sent before and after 9 was known: whichever is heard of first.
    void equalTextsFindTheirOwnInAnyOrder()
    {
        const auto id = [](const char *text) { return MessageId(QString::fromLatin1(text)); };
        const Message nine = message(me, QStringLiteral("9"), QStringLiteral("ok"));
        const Message later = message(me, QStringLiteral("19"), QStringLiteral("ok"));
        for (const bool newestFirst : {true, false}) {
            Timeline timeline(me);
            timeline.addPending(pending(QStringLiteral("t1"), QStringLiteral("ok")), MessageId());
            timeline.addPending(pending(QStringLiteral("t2"), QStringLiteral("ok")), id("9"));
            timeline.addPending(pending(QStringLiteral("t3"), QStringLiteral("ok")), id("20"));
            timeline.upsert({newestFirst ? later : nine});
            timeline.upsert({newestFirst ? nine : later});
            QCOMPARE(ids(timeline), QStringList({QStringLiteral("9"), QStringLiteral("19"),
                                                 QStringLiteral("~t3")}));
            QCOMPARE(timeline.messages().at(0).tempId, TempId(QStringLiteral("t1")));
            QCOMPARE(timeline.messages().at(1).tempId, TempId(QStringLiteral("t2")));
        }
        // Of equal ones the first.
        Timeline timeline(me);
        for (const auto *temp : {"t1", "t2"})
            timeline.addPending(pending(QString::fromLatin1(temp), QStringLiteral("ok")), id("9"));
        timeline.upsert({later});
        QCOMPARE(ids(timeline), QStringList({QStringLiteral("19"), QStringLiteral("~t2")}));
    }

    void withoutHistoryTextIsNoProof()
    {
        Timeline timeline(me);
        timeline.addPending(pending(QStringLiteral("t1"), QStringLiteral("ok")), std::nullopt);
        timeline.upsert({message(me, QStringLiteral("3"), QStringLiteral("ok"))});
        QCOMPARE(timeline.messages().size(), 2);
    }

    void foreignTempIdIsAnotherDevice()
    {
        Timeline timeline(me);
        timeline.addPending(pending(QStringLiteral("t1"), QStringLiteral("ok")), MessageId());
        timeline.upsert(
            {message(me, QStringLiteral("3"), QStringLiteral("ok"), QStringLiteral("phone-1"))});
        QCOMPARE(timeline.messages().size(), 2);
    }

    // Another device said the same first: the answer knows better than the text did.
    void theAnswerCorrectsAWrongGuess()
    {
        Timeline timeline(me);
        const TempId own(QStringLiteral("t1"));
        timeline.addPending(pending(QStringLiteral("t1"), QStringLiteral("ok")), MessageId());
        timeline.setPosted(own, MessageId(), true);
        timeline.upsert({message(me, QStringLiteral("8"), QStringLiteral("ok"))});
        QCOMPARE(timeline.messages().first().tempId, own);
        timeline.upsert(
            {message(me, QStringLiteral("9"), QStringLiteral("ok"), QStringLiteral("t1"))});
        QCOMPARE(ids(timeline), QStringList({QStringLiteral("8"), QStringLiteral("9")}));
        QVERIFY(timeline.messages().first().tempId.isEmpty());
        QCOMPARE(timeline.messages().last().tempId, own);
    }

    void lateFailureNeverDemotes()
    {
        Timeline timeline(me);
        timeline.addPending(pending(QStringLiteral("t1"), QStringLiteral("hi")), MessageId());
        timeline.upsert(
            {message(me, QStringLiteral("5"), QStringLiteral("hi"), QStringLiteral("t1"))});
        QVERIFY(timeline.setPendingState(TempId(QStringLiteral("t1")), Message::State::Failed)
                    .isEmpty());
        QVERIFY(timeline.discard(TempId(QStringLiteral("t1"))).isEmpty());
        QCOMPARE(timeline.messages().first().state, Message::State::Sent);
    }

    void readStaysRead()
    {
        Timeline timeline(me);
        const Message m = message(me, QStringLiteral("5"), QStringLiteral("hi"));
        timeline.upsert({m});
        QCOMPARE(timeline.markRead({MessageId(QStringLiteral("5"))}).size(), 1);
        QVERIFY(timeline.upsert({m}).isEmpty());
        QCOMPARE(timeline.messages().first().state, Message::State::Read);
    }

    void receiptMayOvertakeTheAnswer()
    {
        Timeline timeline(me);
        timeline.addPending(pending(QStringLiteral("t1"), QStringLiteral("hi")), MessageId());
        QVERIFY(timeline.markRead({MessageId(QStringLiteral("5"))}).isEmpty());
        timeline.upsert(
            {message(me, QStringLiteral("5"), QStringLiteral("hi"), QStringLiteral("t1"))});
        QCOMPARE(timeline.messages().first().state, Message::State::Read);
    }

    // Acks, echoes, duplicates and pages in any order end in the rows that the server has, and the
    // changes repeat them exactly.
    void anEditReplacesTheTextInPlace()
    {
        Timeline timeline(me);
        QVector<Message> copy;
        repeat(copy,
               timeline.upsert({message(kimsId, QStringLiteral("1"), QStringLiteral("old")),
                                message(kimsId, QStringLiteral("2"), QStringLiteral("next"))}));
        const Message later = edited(kimsId, QStringLiteral("1"), QStringLiteral("newest"), 20);
        const auto changes = timeline.update(later);
        repeat(copy, changes);
        QCOMPARE(changes.size(), 1);
        QCOMPARE(changes.first().kind, Timeline::Change::Kind::Updated);
        QVERIFY(timeline.update(later).isEmpty());
        // Neither an earlier edit nor a page from before it takes it back.
        QVERIFY(timeline.update(edited(kimsId, QStringLiteral("1"), QStringLiteral("new"), 10))
                    .isEmpty());
        QVERIFY(timeline.upsert({message(kimsId, QStringLiteral("1"), QStringLiteral("old"))})
                    .isEmpty());
        QCOMPARE(timeline.messages().first().body, QStringLiteral("newest"));
        QVERIFY(copy == timeline.messages());
    }

    void anEditMayOvertakeItsMessage()
    {
        Timeline timeline(me);
        QVERIFY(timeline.update(edited(kimsId, QStringLiteral("1"), QStringLiteral("new"), 10))
                    .isEmpty());
        QVERIFY(timeline.messages().isEmpty()); // it may have been deleted since
        (void)timeline.upsert({message(kimsId, QStringLiteral("1"), QStringLiteral("old"))});
        QCOMPARE(timeline.messages().size(), 1);
        QCOMPARE(timeline.messages().first().body, QStringLiteral("new"));
        QVERIFY(timeline.messages().first().editedAt.has_value());
    }

    void anEditOfMineMayOvertakeTheAnswer()
    {
        Timeline timeline(me);
        (void)timeline.addPending(pending(QStringLiteral("t"), QStringLiteral("old")), MessageId());
        (void)timeline.update(edited(me, QStringLiteral("1"), QStringLiteral("new"), 10));
        (void)timeline.upsert({message(me, QStringLiteral("1"), QStringLiteral("old"))});
        QCOMPARE(ids(timeline), QStringList(QStringLiteral("1")));
        QCOMPARE(timeline.messages().first().body, QStringLiteral("new"));
    }

    void quotesFollowWhatTheyQuote()
    {
        Timeline timeline(me);
        QVector<Message> copy;
        const MessageId one(QStringLiteral("1"));
        Message answer = message(me, QStringLiteral("2"), QStringLiteral("yes"));
        answer.replyTo = ReplyTo{one, QStringLiteral("Kim"), QStringLiteral("old")};
        repeat(copy, timeline.upsert(
                         {message(kimsId, QStringLiteral("1"), QStringLiteral("old")), answer}));
        repeat(copy, timeline.update(
                         edited(kimsId, QStringLiteral("1"), QStringLiteral("two\nlines"), 10)));
        QCOMPARE(timeline.messages().last().replyTo->body, QStringLiteral("two lines"));
        repeat(copy, timeline.remove({one}));
        QVERIFY(timeline.messages().last().replyTo == (ReplyTo{one, {}, {}}));
        // A page from before it does not bring the words back, and neither does another answer.
        repeat(copy, timeline.upsert({answer}));
        answer.id = MessageId(QStringLiteral("3"));
        repeat(copy, timeline.upsert({answer}));
        for (const Message &m : timeline.messages())
            QVERIFY(m.replyTo == (ReplyTo{one, {}, {}}));
        QVERIFY(copy == timeline.messages());
    }

    void whatIsDeletedNeverComesBack()
    {
        Timeline timeline(me);
        QVector<Message> copy;
        const Message one = message(kimsId, QStringLiteral("1"), QStringLiteral("a"));
        const Message two = message(kimsId, QStringLiteral("2"), QStringLiteral("b"));
        repeat(copy, timeline.upsert({one, two}));
        repeat(copy, timeline.remove({one.id, MessageId(QStringLiteral("3")), one.id, {}}));
        QCOMPARE(ids(timeline), QStringList(QStringLiteral("2")));
        QVERIFY(timeline.upsert({one}).isEmpty());
        QVERIFY(
            timeline.update(edited(kimsId, QStringLiteral("1"), QStringLiteral("c"), 5)).isEmpty());
        QVERIFY(timeline.upsert({message(kimsId, QStringLiteral("3"), QStringLiteral("d"))})
                    .isEmpty()); // its deletion came first
        QVERIFY(copy == timeline.messages());
    }

    void aDeletionMayOvertakeTheAnswerOfMine()
    {
        for (const QString &temp : {QStringLiteral("t"), QString()}) {
            Timeline timeline(me);
            QVector<Message> copy;
            repeat(copy, timeline.addPending(pending(QStringLiteral("t"), QStringLiteral("hi")),
                                             MessageId()));
            repeat(copy, timeline.remove({MessageId(QStringLiteral("1"))}));
            QCOMPARE(timeline.messages().size(), 1);
            repeat(copy,
                   timeline.upsert({message(me, QStringLiteral("1"), QStringLiteral("hi"), temp)}));
            QVERIFY(timeline.messages().isEmpty());
            QVERIFY(copy.isEmpty());
        }
    }

    void editsAndDeletionsEndAlikeInAnyOrder()
    {
        std::mt19937 random(23);
        for (int round = 0; round < 300; ++round) {
            std::vector<std::function<Timeline::Changes(Timeline &)>> steps;
            for (int id = 1; id <= 4; ++id) {
                const QString name = QString::number(id);
                const Message m = message(kimsId, name, QStringLiteral("old"));
                const Message first = edited(kimsId, name, QStringLiteral("first"), 10);
                const Message second = edited(kimsId, name, QStringLiteral("second"), 20);
                steps.emplace_back([=](Timeline &t) { return t.upsert({m}); });
                steps.emplace_back([=](Timeline &t) { return t.upsert({m}); });
                steps.emplace_back([=](Timeline &t) { return t.update(first); });
                steps.emplace_back([=](Timeline &t) { return t.update(second); });
                if (id > 2)
                    steps.emplace_back([=](Timeline &t) { return t.remove({m.id}); });
            }
            std::shuffle(steps.begin(), steps.end(), random);
            Timeline timeline(me);
            QVector<Message> copy;
            for (const auto &step : steps)
                repeat(copy, step(timeline));
            QCOMPARE(ids(timeline), QStringList({QStringLiteral("1"), QStringLiteral("2")}));
            for (const Message &m : timeline.messages())
                QCOMPARE(m.body, QStringLiteral("second"));
            QVERIFY(copy == timeline.messages());
        }
    }

    void whatCameTooEarlyIsBounded()
    {
        Timeline timeline(me);
        for (int id = 1; id <= Remembered<bool>::most + 1; ++id)
            (void)timeline.remove({MessageId(qint64(id))});
        (void)timeline.upsert({message(kimsId, QStringLiteral("1"), QStringLiteral("a")),
                               message(kimsId, QStringLiteral("2"), QStringLiteral("b"))});
        QCOMPARE(ids(timeline), QStringList(QStringLiteral("1"))); // the oldest is forgotten
    }

    void anyOrderEndsInTheSameRows()
    {
        for (unsigned seed = 0; seed < 500; ++seed) {
            std::mt19937 random(seed);
            Timeline timeline(me);
            QVector<Message> copy;
            QVector<Message> arriving;
            QStringList expected;
            for (int i = 1; i <= 12; ++i) {
                const QString id = QString::number(i);
                const QString body = QStringLiteral("text %1").arg(i % 3); // repeated texts
                const QString temp = QStringLiteral("t%1").arg(i);
                expected.append(id);
                if (random() % 2 == 0) {
                    arriving.append(message(kimsId, id, body));
                    continue;
                }
                repeat(copy, timeline.addPending(pending(temp, body), timeline.newestId()));
                arriving.append(message(me, id, body, temp)); // the answer
                arriving.append(message(me, id, body, temp)); // the echo, which carries it back
            }
            const QVector<Message> page = arriving;
            arriving += page; // a page repeats everything
            std::shuffle(arriving.begin(), arriving.end(), random);
            for (const Message &m : arriving)
                repeat(copy, timeline.upsert({m}));
            QVERIFY2(ids(timeline) == expected,
                     qPrintable(QStringLiteral("seed %1: %2")
                                    .arg(QString::number(seed), ids(timeline).join(u' '))));
            QCOMPARE(copy, timeline.messages());
        }
    }
};

SUHBAT_TEST(TimelineTest, Core)
#include "tst_timeline.moc"
