#include "chat/ConversationBook.h"
#include "chat/ListMerge.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"

#include <QHash>
#include <QTest>

using namespace suhbat;

// Two lists of the server as one.
class ListMergeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }
    void theNewerOneGoesFirst_data();
    void theNewerOneGoesFirst();
    void theServersOrderIsNeverChanged();
    void neighboursStayAsTheyStand_data();
    void neighboursStayAsTheyStand();
    void whatIsShownDoesNotWaver_data();
    void whatIsShownDoesNotWaver();

private:
    static Conversation row(const QString &id, const QString &age)
    {
        Conversation made;
        made.id = ConversationId(id);
        made.lastMessageTimeText = age;
        return made;
    }
    static QString order(const QVector<Conversation> &rows)
    {
        QStringList ids;
        for (const Conversation &one : rows)
            ids += one.id.toString();
        return ids.join(u' ');
    }
};

void ListMergeTest::theNewerOneGoesFirst_data()
{
    QTest::addColumn<QString>("direct");
    QTest::addColumn<QString>("group");
    QTest::addColumn<QString>("ids");
    QTest::newRow("minutes") << u"5 minutes ago"_qs << u"3 minutes ago"_qs << u"2 1"_qs;
    QTest::newRow("days") << u"1 день назад"_qs << u"2 дня назад"_qs << u"1 2"_qs;
    QTest::newRow("a tie") << u"1 soat avval"_qs << u"1 soat avval"_qs << u"1 2"_qs;
    QTest::newRow("nothing said") << QString() << u"2 yil avval"_qs << u"2 1"_qs;
    QTest::newRow("nothing said in either") << QString() << QString() << u"1 2"_qs;
}

void ListMergeTest::theNewerOneGoesFirst()
{
    QFETCH(const QString, direct);
    QFETCH(const QString, group);
    QFETCH(const QString, ids);
    QCOMPARE(order(mergeLists({row(u"1"_qs, direct)}, {row(u"2"_qs, group)})), ids);
}

void ListMergeTest::whatIsShownDoesNotWaver_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<int>("secondsLater");
    QTest::addColumn<QString>("after");
    QTest::addColumn<bool>("holds");
    QTest::newRow("the same, later") << u"5 minutes ago"_qs << 40 << u"5 minutes ago"_qs << true;
    QTest::newRow("the same, earlier") << u"5 minutes ago"_qs << 40 << u"6 minutes ago"_qs << false;
    QTest::newRow("an hour meanwhile") << u"59 minutes ago"_qs << 90 << u"1 hour ago"_qs << true;
    QTest::newRow("hours") << u"1 hour ago"_qs << 3000 << u"2 hours ago"_qs << false;
    QTest::newRow("again the same words")
        << u"9 minutes ago"_qs << 60 << u"1 minute ago"_qs << false;
    QTest::newRow("other words for it")
        << u"5 minutes ago"_qs << 40 << u"5 daqiqa avval"_qs << true;
    QTest::newRow("not understood") << u"5 minutes ago"_qs << 40 << u"a while ago"_qs << false;
}

void ListMergeTest::whatIsShownDoesNotWaver()
{
    QFETCH(const QString, before);
    QFETCH(const int, secondsLater);
    QFETCH(const QString, after);
    const QDateTime then(QDate(2026, 2, 1), QTime(8, 0), Qt::UTC);
    ConversationBook book;
    book.replaceAll({row(u"1"_qs, before)}, std::nullopt, then);
    book.replaceAll({row(u"1"_qs, after)}, std::nullopt, then.addSecs(secondsLater));
    const auto *shown = book.find(ConversationId(u"1"_qs));
    QTEST(shown->toldAt == then, "holds");
    QCOMPARE(shown->conversation.lastMessageTimeText, shown->toldAt == then ? before : after);
}

void ListMergeTest::theServersOrderIsNeverChanged()
{
    const QVector<Conversation> direct{row(u"1"_qs, u"3 days ago"_qs), // pinned by the server
                                       row(u"2"_qs, u"1 minute ago"_qs)};
    const QVector<Conversation> groups{row(u"3"_qs, u"2 hours ago"_qs),
                                       row(u"4"_qs, u"5 days ago"_qs)};
    QCOMPARE(order(mergeLists(direct, groups)), u"3 1 2 4"_qs);
    const QHash<QString, qint64> places{{u"2"_qs, 9}, {u"1"_qs, 8}, {u"4"_qs, 7}, {u"3"_qs, 6}};
    const auto placeOf = [&](const Conversation &one) {
        return std::optional(places.value(one.id.toString()));
    };
    QCOMPARE(order(mergeLists(direct, groups, placeOf)), u"3 1 2 4"_qs);
}

void ListMergeTest::neighboursStayAsTheyStand_data()
{
    QTest::addColumn<QString>("direct");
    QTest::addColumn<QString>("group");
    QTest::addColumn<bool>("stay");
    QTest::newRow("the same words") << u"1 hour ago"_qs << u"1 hour ago"_qs << true;
    QTest::newRow("just rounded on") << u"2 days ago"_qs << u"1 day ago"_qs << true;
    QTest::newRow("a greater unit") << u"1 hour ago"_qs << u"59 minutes ago"_qs << true;
    QTest::newRow("weeks and days") << u"1 week ago"_qs << u"6 days ago"_qs << true;
    QTest::newRow("an hour is no day") << u"1 day ago"_qs << u"1 hour ago"_qs << false;
    QTest::newRow("certain") << u"5 hours ago"_qs << u"2 hours ago"_qs << false;
    QTest::newRow("certain in minutes") << u"9 minutes ago"_qs << u"now"_qs << false;
}

void ListMergeTest::neighboursStayAsTheyStand()
{
    QFETCH(const QString, direct);
    QFETCH(const QString, group);
    QFETCH(const bool, stay);
    const QVector<Conversation> one{row(u"1"_qs, direct)};
    const QVector<Conversation> two{row(u"2"_qs, group)};
    const auto as = [](qint64 first, qint64 second) -> PlaceOf {
        return [=](const Conversation &which) {
            return std::optional(which.id == ConversationId(u"1"_qs) ? first : second);
        };
    };
    QCOMPARE(order(mergeLists(one, two, as(2, 1))), stay ? u"1 2"_qs : u"2 1"_qs);
    QCOMPARE(order(mergeLists(one, two, as(1, 2))), u"2 1"_qs);
    // Something was said in one of them: the words are all there is.
    const PlaceOf half = [](const Conversation &which) -> std::optional<qint64> {
        if (which.id == ConversationId(u"1"_qs))
            return 2;
        return std::nullopt;
    };
    QCOMPARE(order(mergeLists(one, two, half)), direct == group ? u"1 2"_qs : u"2 1"_qs);
}

SUHBAT_TEST(ListMergeTest, Nothing)
#include "tst_listmerge.moc"
