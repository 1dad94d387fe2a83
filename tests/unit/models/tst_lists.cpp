#include "models/ContactListModel.h"
#include "models/ConversationFilter.h"
#include "models/NameMatch.h"
#include "models/Preview.h"
#include "models/SwitcherModel.h"
#include "store/MemoryStore.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"
#include "support/Wait.h"

#include <QAbstractItemModelTester>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace suhbat;

using Mark = ListMarks::Mark;

namespace {

ConversationId idOf(int number)
{
    return ConversationId(qint64(number));
}

// 1 Ann (direct), 2 Ben (direct, 3 unread), 3 Crew (group), 4 Deck (group, 1 unread)
QVector<Conversation> fourConversations()
{
    QVector<Conversation> rows;
    for (const QString &title : {u"Ann Lee"_qs, u"Ben Qoʻchqorov"_qs, u"Crew"_qs, u"Deck"_qs}) {
        Conversation row;
        row.id = idOf(int(rows.size()) + 1);
        row.title = title;
        row.type = rows.size() < 2 ? Conversation::Type::Direct : Conversation::Type::Group;
        row.unreadCount = rows.size() == 1 ? 3 : rows.size() == 3 ? 1 : 0;
        rows.append(row);
    }
    return rows;
}

QString titlesOf(const QAbstractItemModel &model)
{
    QStringList titles;
    for (int row = 0; row < model.rowCount(); ++row)
        titles.append(
            model.index(row, 0).data(ConversationListModel::TitleRole).toString().left(3));
    return titles.join(u' ').simplified();
}

/// A list with its filter, watched for resets.
struct Lists
{
    Lists()
    {
        marks.restore();
        filter.setSource(&all);
        book.replaceAll(fourConversations());
    }

    MemoryStore store;
    ConversationBook book;
    TypingTracker typing;
    ListMarks marks{store};
    Drafts drafts{store};
    ConversationListModel all{book, typing, {}, nullptr, &marks, &drafts};
    ConversationFilter filter;
    QAbstractItemModelTester allTester{&all};
    QAbstractItemModelTester filterTester{&filter};
    QSignalSpy resets{&filter, &QAbstractItemModel::modelReset};
    QSignalSpy layouts{&filter, &QAbstractItemModel::layoutChanged};
};

} // namespace

class ListsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void namesAreFolded_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("folded");
        QTest::newRow("case") << u"KIM  Ito "_qs << u"kim ito"_qs;
        QTest::newRow("uzbek letter") << u"Qoʻchqorov"_qs << u"qochqorov"_qs;
        QTest::newRow("typed otherwise") << u"Qo'chqorov"_qs << u"qochqorov"_qs;
        QTest::newRow("accents") << u"Renée"_qs << u"renee"_qs;
        QTest::newRow("cyrillic") << u"Сергей"_qs << u"сергеи"_qs;
    }
    void namesAreFolded()
    {
        QFETCH(QString, name);
        QFETCH(QString, folded);
        QCOMPARE(NameMatch::folded(name), folded);
    }

    void lettersFindNames()
    {
        const auto score = [](const QString &name, const QString &letters) {
            return NameMatch::score(NameMatch::folded(name), NameMatch::folded(letters));
        };
        QCOMPARE(score(u"Kim Ito"_qs, u""_qs), 0);
        QVERIFY(score(u"Kim Ito"_qs, u"kio"_qs) > 0);
        QVERIFY(score(u"Kim Ito"_qs, u"ok"_qs) < 0); // in their order
        QVERIFY(score(u"Kim Ito"_qs, u"kim itoo"_qs) < 0);
        // initials before letters in the middle, a whole start before initials
        QVERIFY(score(u"Support desk"_qs, u"sd"_qs) > score(u"Lisa Adams"_qs, u"sd"_qs));
        QVERIFY(score(u"Sdorow"_qs, u"sd"_qs) > score(u"Nsdik"_qs, u"sd"_qs));
        QVERIFY(score(u"Malika"_qs, u"mal"_qs) > score(u"My alias"_qs, u"mal"_qs));
        QVERIFY(score(QString(5000, u'a'), u"aaaa"_qs) > 0);
    }

    void everyPreviewReadsTheSame_data()
    {
        QTest::addColumn<bool>("group");
        QTest::addColumn<bool>("known"); // written by this client, not by the server
        QTest::addColumn<bool>("mine");
        QTest::addColumn<QString>("said");
        QTest::addColumn<bool>("own");
        QTest::addColumn<QString>("text");
        QTest::newRow("own, known") << false << true << true << u"ok"_qs << true << u"ok"_qs;
        QTest::newRow("own, listed")
            << false << false << false << u"You: ok"_qs << true << u"ok"_qs;
        QTest::newRow("own, in uzbek")
            << true << false << false << u"Siz: ok"_qs << true << u"ok"_qs;
        QTest::newRow("partner, listed")
            << false << false << false << u"Kim: ok"_qs << false << u"ok"_qs;
        QTest::newRow("partner, known") << false << true << false << u"ok"_qs << false << u"ok"_qs;
        QTest::newRow("says you") << false << true << false << u"You: ok"_qs << false
                                  << u"You: ok"_qs;
        QTest::newRow("in a group")
            << true << true << false << u"Kim: ok"_qs << false << u"Kim: ok"_qs;
        QTest::newRow("a time") << false << false << false << u"12:30 ok"_qs << false
                                << u"12:30 ok"_qs;
    }
    void everyPreviewReadsTheSame()
    {
        QFETCH(bool, group);
        QFETCH(bool, known);
        QFETCH(bool, mine);
        QFETCH(QString, said);
        QFETCH(bool, own);
        QFETCH(QString, text);
        ConversationRow row;
        row.conversation.title = u"Kim"_qs;
        row.conversation.type = group ? Conversation::Type::Group : Conversation::Type::Direct;
        row.conversation.lastMessage = said;
        if (known)
            row.conversation.lastMessageAt = QDateTime(QDate(2026, 2, 1), QTime(8, 0), Qt::UTC);
        if (mine)
            row.ownState = Message::State::Sent;
        QCOMPARE(Preview::of(row), (Preview{own, text}));
    }

    void aGroupNamesByFirstName()
    {
        const auto said = [](const QString &text) { return Preview::byFirstName(text); };
        QCOMPARE(said(u"Malika Yusupova: Yangi ekran"_qs), u"Malika: Yangi ekran"_qs);
        QCOMPARE(said(u"Александра Константиновна Преображенская: да: да"_qs),
                 u"Александра: да: да"_qs);
        // no name, or one that is not shorter without its end
        for (const QString &text : {u"Please note: it is late"_qs, u"Kim: ok"_qs, u"Dr. Lee: ok"_qs,
                                    u"A Lee: ok"_qs, u"12:30 ok"_qs, u": ok"_qs, u""_qs})
            QCOMPARE(said(text), text);
    }

    void filterKeepsItsPlace()
    {
        Lists lists;
        QCOMPARE(titlesOf(lists.filter), u"Ann Ben Cre Dec"_qs);
        lists.filter.setText(u"qoch"_qs);
        QCOMPARE(titlesOf(lists.filter), u"Ben"_qs);
        lists.filter.setText({});
        lists.filter.setKind(ConversationFilter::Groups);
        QCOMPARE(titlesOf(lists.filter), u"Cre Dec"_qs);
        lists.filter.setKind(ConversationFilter::Direct);
        QCOMPARE(titlesOf(lists.filter), u"Ann Ben"_qs);
        lists.filter.setKind(ConversationFilter::Unread);
        QCOMPARE(titlesOf(lists.filter), u"Ben Dec"_qs);
        // the open one stays when it has been read
        lists.filter.setKept(u"2"_qs);
        lists.book.setUnread(idOf(2), 0);
        QCOMPARE(titlesOf(lists.filter), u"Ben Dec"_qs);
        lists.filter.setKept({});
        QCOMPARE(titlesOf(lists.filter), u"Dec"_qs);
        lists.marks.set(Mark::ToRead, idOf(1), true);
        QCOMPARE(titlesOf(lists.filter), u"Ann Dec"_qs);
        Message news;
        news.createdAt = QDateTime(QDate(2026, 2, 1), QTime(8, 0), Qt::UTC);
        lists.book.showMessage(idOf(4), news, false);
        QCOMPARE(titlesOf(lists.filter), u"Dec Ann"_qs);
        lists.filter.setKind(ConversationFilter::All);
        QCOMPARE(titlesOf(lists.filter), u"Dec Ann Ben Cre"_qs);
        lists.book.remove(idOf(1));
        QCOMPARE(titlesOf(lists.filter), u"Dec Ben Cre"_qs);
        QCOMPARE(lists.filter.rowOf(u"3"_qs), 2);
        QCOMPARE(lists.filter.idAt(2), u"3"_qs);
        QCOMPARE(lists.filter.idAt(3), QString());
        QCOMPARE(lists.resets.count() + lists.layouts.count(), 0);
    }

    void pinnedThenUnreadThenRecent()
    {
        Lists lists;
        lists.marks.set(Mark::Pinned, idOf(3), true);
        QCOMPARE(titlesOf(lists.filter), u"Cre Ann Ben Dec"_qs);
        lists.marks.setOrder(ListMarks::Order::UnreadFirst);
        QCOMPARE(titlesOf(lists.filter), u"Cre Ben Dec Ann"_qs);
        lists.book.setUnread(idOf(2), 0);
        QCOMPARE(titlesOf(lists.filter), u"Cre Dec Ann Ben"_qs);
        lists.marks.setOrder(ListMarks::Order::Recent);
        lists.marks.set(Mark::Pinned, idOf(3), false);
        QCOMPARE(titlesOf(lists.filter), u"Ann Ben Cre Dec"_qs);
        QCOMPARE(lists.resets.count() + lists.layouts.count(), 0);
    }

    void rowsTellMarksAndDrafts()
    {
        Lists lists;
        const auto &filter = lists.filter;
        const auto told = [&filter](int role) { return filter.index(0).data(role); };
        QCOMPARE(told(ConversationListModel::MutedRole), QVariant(false));
        lists.marks.set(Mark::Muted, idOf(1), true);
        lists.drafts.set(idOf(1), u"two\nlines"_qs);
        QCOMPARE(told(ConversationListModel::MutedRole), QVariant(true));
        QCOMPARE(told(ConversationListModel::DraftRole), QVariant(u"two lines"_qs));
    }

    void switcherKnowsWhoWasOpenLast()
    {
        Lists lists;
        SwitcherModel switcher;
        switcher.setSource(&lists.all);
        switcher.look({}, {idOf(4), idOf(2)}, idOf(4));
        QCOMPARE(titlesOf(switcher), u"Ben Ann Cre Dec"_qs); // where one is comes last
        switcher.look(u"e"_qs, {idOf(4), idOf(2)}, {});
        QCOMPARE(titlesOf(switcher), u"Dec Ben Ann Cre"_qs);
        switcher.look(u"crw"_qs, {}, {});
        QCOMPARE(titlesOf(switcher), u"Cre"_qs);
        switcher.look(u"zz"_qs, {}, {});
        QCOMPARE(switcher.count(), 0);
    }

    void marksOutliveTheProgram()
    {
        MemoryStore store;
        {
            ListMarks marks(store);
            marks.restore();
            QCoreApplication::processEvents(); // the answer
            marks.set(Mark::Pinned, idOf(1), true);
            marks.set(Mark::Muted, idOf(2), true);
            marks.setOrder(ListMarks::Order::UnreadFirst);
            marks.visited(idOf(5));
            marks.visited(idOf(6));
            marks.clear(); // the user leaves at once: it is kept all the same
        }
        ListMarks marks(store);
        marks.restore();
        QVERIFY(test::waitUntil([&marks] { return marks.isPinned(idOf(1)); }));
        QVERIFY(marks.isMuted(idOf(2)) && !marks.isMuted(idOf(1)));
        QCOMPARE(marks.order(), ListMarks::Order::UnreadFirst);
        QCOMPARE(marks.recent(), (QVector<ConversationId>{idOf(6), idOf(5)}));
    }

    void asManyMarksAsFitIntoTheStore()
    {
        MemoryStore store;
        ListMarks marks(store);
        marks.restore();
        QCoreApplication::processEvents(); // the answer
        const auto uuid = [](int n) {
            return ConversationId(u"0b9e0000-0000-4000-8000-%1"_qs.arg(n, 12, 10, QChar(u'0')));
        };
        for (int i = 0; i < ListMarks::mostMuted + 1; ++i) {
            marks.set(Mark::Muted, uuid(i), true);
            marks.set(Mark::ToRead, uuid(i), true);
            marks.set(Mark::Pinned, uuid(i), true);
            marks.visited(uuid(i));
        }
        QVERIFY(!marks.isMuted(uuid(0)) && marks.isMuted(uuid(1)));
        marks.clear();
        QString kept;
        QObject context;
        store.loadState(u"list-marks"_qs, &context, [&kept](const Result<QString> &state) {
            kept = state ? *state : QString();
        });
        QVERIFY(test::waitUntil([&kept] { return !kept.isEmpty(); }));
        QVERIFY(kept.contains(uuid(ListMarks::mostMuted).toString()));
        QVERIFY(kept.size() < StateStore::maxState);
    }

    void choiceSurvivesAnotherSearch()
    {
        const auto person = [](int id, const QString &name) {
            User user;
            user.id = UserId(qint64(id));
            user.name = name;
            return user;
        };
        ContactListModel model;
        QAbstractItemModelTester tester(&model);
        model.setPeople({person(1, u"Ann"_qs), person(2, u"Ben"_qs)});
        model.choose(UserId(qint64(2)), true);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        model.setPeople({person(1, u"Ann"_qs), person(2, u"Ben"_qs), person(3, u"Cem"_qs)});
        QCOMPARE(resets.count(), 0); // a further page is appended
        model.setPeople({person(3, u"Cem"_qs)});
        QCOMPARE(model.chosen().size(), 1);
        model.setPeople({person(2, u"Ben"_qs)});
        QCOMPARE(model.index(0).data(ContactListModel::ChosenRole), QVariant(true));
    }

    void aThousandConversations()
    {
        QVector<Conversation> many;
        for (int i = 0; i < 1000; ++i) {
            Conversation row;
            row.id = idOf(i + 1);
            row.title = u"Conversation number %1"_qs.arg(i);
            many.append(row);
        }
        ConversationBook book;
        TypingTracker typing;
        ConversationListModel all(book, typing);
        ConversationFilter filter;
        filter.setSource(&all);
        QElapsedTimer clock;
        clock.start();
        book.replaceAll(many);
        const qint64 filled = clock.restart();
        filter.setText(u"99"_qs);
        filter.setText({});
        const qint64 filtered = clock.restart();
        SwitcherModel switcher;
        switcher.setSource(&all);
        switcher.look(u"con 7"_qs, {}, {});
        qInfo() << "ms for 1000: filled" << filled << "filtered" << filtered << "looked for"
                << clock.elapsed();
        QCOMPARE(filter.count(), 1000);
        QCOMPARE(switcher.count(), SwitcherModel::most);
        QVERIFY2(filled + filtered < 2000, "a list of 1000 takes seconds");
    }
};

SUHBAT_TEST(ListsTest, Core)
#include "tst_lists.moc"
