#include "chat/Timeline.h"
#include "models/MessageListModel.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <random>

using namespace suhbat;

namespace {

const UserId me(QStringLiteral("42"));
const UserId kim(QStringLiteral("43"));

Message message(const UserId &from, qint64 id, const QDateTime &at)
{
    Message m;
    m.sender.id = from;
    m.sender.name = from == me ? QStringLiteral("Dana Reyes") : QStringLiteral("Kim Ito");
    m.id = MessageId(id);
    m.body = QStringLiteral("text %1").arg(id);
    m.createdAt = at;
    return m;
}

const QDateTime morning(QDate(2026, 2, 1), QTime(8, 0), Qt::UTC);

} // namespace

class MessageListTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void newestIsRowZero()
    {
        MessageListModel model;
        QAbstractItemModelTester tester(&model);
        model.open({message(kim, 1, morning), message(me, 2, morning.addSecs(60))}, me, true);
        QCOMPARE(model.index(0).data(MessageListModel::BodyRole).toString(),
                 QStringLiteral("text 2"));
        QVERIFY(model.index(0).data(MessageListModel::IsOwnRole).toBool());
        QVERIFY(model.index(1).data(MessageListModel::ShowSenderRole).toBool());
    }

    void runsBreakByAuthorPauseAndDay()
    {
        const QVector<Message> rows{message(kim, 1, morning), message(kim, 2, morning.addSecs(60)),
                                    message(kim, 3, morning.addSecs(60 + 301)),
                                    message(me, 4, morning.addSecs(400)),
                                    message(me, 5, morning.addDays(1))};
        const auto look = [&](int row) { return TimelineRows::look(rows, row, {}); };
        QVERIFY(look(0).showSender && !look(0).endsRun && look(0).startsDay);
        QVERIFY(!look(1).showSender && look(1).endsRun && !look(1).startsDay);
        QVERIFY(look(2).showSender && look(2).endsRun);
        QVERIFY(look(4).showSender && look(4).startsDay);
    }

    void dividerStandsBeforeTheFirstUnread()
    {
        QVector<Message> rows{message(kim, 1, morning), message(kim, 2, morning.addSecs(10)),
                              message(me, 3, morning.addSecs(20)),
                              message(kim, 4, morning.addSecs(30))};
        rows[0].state = Message::State::Read;
        QCOMPARE(TimelineRows::firstUnread(rows, me), MessageId(qint64(2)));
        MessageListModel model;
        model.open(rows, me, false, TimelineRows::firstUnread(rows, me));
        QVERIFY(model.index(2).data(MessageListModel::FirstUnreadRole).toBool());
        // It stays where it is while the conversation is open.
        rows[1].state = Message::State::Read;
        model.show(rows);
        QVERIFY(model.index(2).data(MessageListModel::FirstUnreadRole).toBool());
    }

    // Thousands of changes from a real timeline: the model tester watches the rows, and the rows
    // end equal to the timeline's.
    void followsATimelineWithoutReset()
    {
        for (unsigned seed = 0; seed < 40; ++seed) {
            std::mt19937 random(seed);
            Timeline timeline(me);
            MessageListModel model;
            QAbstractItemModelTester tester(&model);
            model.open({}, me, true);
            QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
            for (int step = 0; step < 60; ++step) {
                const qint64 id = 1 + qint64(random() % 30);
                const TempId temp(QStringLiteral("t%1").arg(random() % 8));
                switch (random() % 5) {
                case 0: {
                    Message m = message(me, id, morning.addDays(1));
                    m.tempId = temp;
                    timeline.addPending(m, timeline.newestId());
                    break;
                }
                case 1: {
                    Message m = message(me, id, morning.addSecs(id));
                    m.tempId = temp;
                    timeline.upsert({m});
                    break;
                }
                case 2:
                    timeline.upsert({message(kim, id, morning.addSecs(id)),
                                     message(kim, id + 1, morning.addSecs(id + 1))});
                    break;
                case 3:
                    timeline.discard(temp);
                    break;
                default:
                    timeline.markRead({MessageId(id)});
                    break;
                }
                // As a window does: now and then it shows another stretch of it.
                const auto &all = timeline.messages();
                const auto from = qsizetype(random() % 4) * all.size() / 8;
                model.show(all.mid(from));
                QCOMPARE(model.count(), int(all.size() - from));
                model.show(all);
                QCOMPARE(model.count(), int(timeline.messages().size()));
            }
            for (int row = 0; row < model.count(); ++row) {
                const Message &expected = timeline.messages().at(model.count() - 1 - row);
                QCOMPARE(model.index(row).data(MessageListModel::KeyRole).toString(),
                         MessageListModel::keyOf(expected));
            }
            QCOMPARE(resets.count(), 0);
        }
    }

    void aConfirmedMessageKeepsItsKey()
    {
        Timeline timeline(me);
        MessageListModel model;
        Message mine = message(me, 0, morning);
        mine.tempId = TempId(QStringLiteral("t1"));
        timeline.addPending(mine, MessageId());
        model.show(timeline.messages());
        const QString key = model.index(0).data(MessageListModel::KeyRole).toString();
        mine.id = MessageId(qint64(9));
        timeline.upsert({mine});
        QSignalSpy gone(&model, &QAbstractItemModel::rowsRemoved);
        model.show(timeline.messages());
        QCOMPARE(gone.count(), 0);
        QCOMPARE(model.index(0).data(MessageListModel::KeyRole).toString(), key);
        QCOMPARE(model.count(), 1);
    }
};

SUHBAT_TEST(MessageListTest, Core)
#include "tst_messages.moc"
