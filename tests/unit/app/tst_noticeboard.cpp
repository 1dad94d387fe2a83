#include "app/desktop/NoticeBoard.h"
#include "app/desktop/NoticeGate.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"

#include <QTest>

using namespace suhbat;

namespace {

ConversationId chat(int number)
{
    return ConversationId(qint64(number));
}

NoticeBoard::Line line(int id, const QString &text)
{
    return {MessageId(qint64(id)), QStringLiteral("Kim"), text};
}

/// "show 1!, withdraw 2, all": "!" is news.
QString words(const NoticeBoard::Changes &changes)
{
    using Kind = NoticeBoard::Change::Kind;
    QStringList all;
    for (const auto &change : changes) {
        QString one;
        switch (change.kind) {
        case Kind::Show:
            one = QStringLiteral("show ") + change.chat.toString();
            break;
        case Kind::ShowAll:
            one = QStringLiteral("all");
            break;
        case Kind::Withdraw:
            one = QStringLiteral("withdraw ") + change.chat.toString();
            break;
        case Kind::WithdrawAll:
            one = QStringLiteral("withdraw all");
            break;
        }
        all += change.news ? one + QLatin1Char('!') : one;
    }
    return all.join(QStringLiteral(", "));
}

} // namespace

// What the desktop is told, without a desktop.
class TestNoticeBoard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }
    void theGateDecides_data();
    void theGateDecides();
    void oneNoticeAConversation();
    void manyBecomeOne();
    void readIsTakenBack();
    void deletedWordsAreTakenBack();
    void editedWordsChangeQuietly();
    void whatWasPutAwayIsNotToldAgain();
};

void TestNoticeBoard::theGateDecides_data()
{
    QTest::addColumn<NoticeFacts>("facts");
    QTest::addColumn<NoticeVerdict>("verdict");
    const NoticeVerdict none;
    NoticeFacts facts;
    QTest::newRow("plain") << facts << NoticeVerdict{true, true, true};
    facts.sound = false;
    QTest::newRow("quiet") << facts << NoticeVerdict{true, false, true};
    facts.preview = false;
    QTest::newRow("nothing readable") << facts << NoticeVerdict{true, false, false};
    const auto row = [&none](const char *name, bool NoticeFacts::*fact, bool value) {
        NoticeFacts one;
        one.*fact = value;
        QTest::newRow(name) << one << none;
    };
    row("switched off", &NoticeFacts::wanted, false);
    row("do not disturb", &NoticeFacts::doNotDisturb, true);
    row("muted", &NoticeFacts::muted, true);
    row("mine", &NoticeFacts::mine, true);
    row("read already", &NoticeFacts::read, true);
    row("in sight", &NoticeFacts::inSight, true);
}

void TestNoticeBoard::theGateDecides()
{
    QFETCH(const NoticeFacts, facts);
    QFETCH(const NoticeVerdict, verdict);
    QCOMPARE(throughTheGate(facts), verdict);
}

void TestNoticeBoard::oneNoticeAConversation()
{
    NoticeBoard board;
    QCOMPARE(words(board.said(chat(1), {line(1, u"a"_qs)})), u"show 1!"_qs);
    QCOMPARE(words(board.said(chat(1), {line(2, u"b"_qs), line(3, u"c"_qs)})), u"show 1!"_qs);
    QCOMPARE(board.find(chat(1))->count, 3);
    QCOMPARE(words(board.said(chat(1), {line(4, u"d"_qs), line(5, u"e"_qs)}, 7)), u"show 1!"_qs);
    // The last lines only, and all of them counted.
    QCOMPARE(board.find(chat(1))->lines.size(), NoticeBoard::mostLines);
    QCOMPARE(board.find(chat(1))->lines.first().text, u"b"_qs);
    QCOMPARE(board.find(chat(1))->count, 12);
    QCOMPARE(words(board.said(chat(2), {})), QString());
}

void TestNoticeBoard::manyBecomeOne()
{
    NoticeBoard board;
    for (int i = 1; i <= 3; ++i)
        QVERIFY(!board.said(chat(i), {line(i, u"a"_qs)}).isEmpty());
    QVERIFY(!board.isCombined());
    QCOMPARE(words(board.said(chat(4), {line(4, u"a"_qs)})),
             u"withdraw 1, withdraw 2, withdraw 3, all!"_qs);
    QCOMPARE(board.messages(), 4);
    QCOMPARE(words(board.said(chat(1), {line(5, u"a"_qs)})), u"all!"_qs);
    // Stays one while it gets smaller.
    QCOMPARE(words(board.read(chat(2))), u"all"_qs);
    QCOMPARE(words(board.read(chat(3))), u"all"_qs);
    QCOMPARE(words(board.read(chat(4))), u"withdraw all, show 1"_qs);
    QVERIFY(!board.isCombined());
    QCOMPARE(words(board.read(chat(1))), u"withdraw 1"_qs);
}

void TestNoticeBoard::readIsTakenBack()
{
    NoticeBoard board;
    QCOMPARE(words(board.read(chat(1))), QString());
    (void)board.said(chat(1), {line(1, u"a"_qs)});
    (void)board.said(chat(2), {line(2, u"a"_qs)});
    QCOMPARE(words(board.read(chat(1))), u"withdraw 1"_qs);
    QCOMPARE(words(board.clear()), u"withdraw 2"_qs);
    QCOMPARE(words(board.clear()), QString());
}

void TestNoticeBoard::deletedWordsAreTakenBack()
{
    NoticeBoard board;
    (void)board.said(chat(1), {line(1, u"a"_qs), line(2, u"b"_qs)});
    QCOMPARE(words(board.deleted(chat(1), MessageId(qint64(9)))), QString());
    QCOMPARE(words(board.deleted(chat(1), MessageId(qint64(1)))), u"show 1"_qs);
    QCOMPARE(board.find(chat(1))->count, 1);
    QCOMPARE(words(board.deleted(chat(1), MessageId(qint64(2)))), u"withdraw 1"_qs);
    QVERIFY(board.find(chat(1)) == nullptr);
}

void TestNoticeBoard::editedWordsChangeQuietly()
{
    NoticeBoard board;
    (void)board.said(chat(1), {line(1, u"a"_qs)});
    QCOMPARE(words(board.edited(chat(1), MessageId(qint64(1)), u"a"_qs)), QString());
    QCOMPARE(words(board.edited(chat(1), MessageId(qint64(1)), u"z"_qs)), u"show 1"_qs);
    QCOMPARE(board.find(chat(1))->lines.first().text, u"z"_qs);
    QCOMPARE(words(board.again()), u"show 1"_qs);
}

void TestNoticeBoard::whatWasPutAwayIsNotToldAgain()
{
    NoticeBoard board;
    (void)board.said(chat(1), {line(1, u"a"_qs), line(2, u"b"_qs)});
    board.dismissed(chat(1));
    QCOMPARE(words(board.said(chat(1), {line(3, u"c"_qs)})), u"show 1!"_qs);
    QCOMPARE(board.find(chat(1))->count, 1);
    for (int i = 2; i <= 4; ++i)
        (void)board.said(chat(i), {line(i, u"a"_qs)});
    QVERIFY(board.isCombined());
    board.dismissedAll();
    QCOMPARE(words(board.said(chat(1), {line(9, u"c"_qs)})), u"show 1!"_qs);
}

SUHBAT_TEST(TestNoticeBoard, Nothing)
#include "tst_noticeboard.moc"
