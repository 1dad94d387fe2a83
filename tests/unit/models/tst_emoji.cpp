#include "models/EmojiBook.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"

#include <QFile>
#include <QTest>

using namespace suhbat;

// Emoji by their names: the real ones, as the build made them.
class TestEmoji : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { test::failOnAnyWarning(); }
    void everyOneHasItsThreeNames();
    void isFoundInEachLanguage_data();
    void isFoundInEachLanguage();
    void ownLanguageComesFirst();
    void wantedBeforeTheCaret_data();
    void wantedBeforeTheCaret();
    void strangeLinesAreLeftOut();

private:
    EmojiBook m_book;
};

void TestEmoji::initTestCase()
{
    QFile names(QStringLiteral(":/qt/qml/Suhbat/App/emoji.tsv"));
    QVERIFY(names.open(QIODevice::ReadOnly));
    m_book.read(names.readAll());
}

void TestEmoji::everyOneHasItsThreeNames()
{
    QVERIFY(m_book.all().size() > 1500);
    QSet<int> groups;
    for (const EmojiBook::Emoji &emoji : m_book.all()) {
        groups.insert(emoji.group);
        for (const QString &name : emoji.names)
            QVERIFY2(!name.isEmpty(), qPrintable(emoji.text));
    }
    QCOMPARE(groups.size(), EmojiBook::groups);
}

void TestEmoji::isFoundInEachLanguage_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("emoji");
    QTest::newRow("whole name") << QStringLiteral("rocket") << QStringLiteral("🚀");
    QTest::newRow("underscore") << QStringLiteral("Thumbs_Up") << QStringLiteral("👍");
    QTest::newRow("begun") << QStringLiteral("ракет") << QStringLiteral("🚀");
    QTest::newRow("letters are one") << QStringLiteral("ЗВЁЗДЫ в глаз") << QStringLiteral("🤩");
    QTest::newRow("apostrophe") << QStringLiteral("qoʻngʻiroq") << QStringLiteral("🔔");
    QTest::newRow("order") << QStringLiteral("up thumb") << QStringLiteral("👍");
}

void TestEmoji::isFoundInEachLanguage()
{
    QFETCH(QString, query);
    QFETCH(QString, emoji);
    const auto found = m_book.search(query, EmojiBook::English, 10);
    QStringList texts;
    for (const EmojiBook::Emoji *one : found)
        texts.append(one->text);
    QVERIFY2(texts.contains(emoji), qPrintable(texts.join(u' ')));
}

void TestEmoji::ownLanguageComesFirst()
{
    EmojiBook book;
    book.read("0\tA\tzebra\tx\ty\n0\tB\tq\tzebra\tw\n0\tC\tv\tu\tzebra\n");
    QCOMPARE(book.search(QStringLiteral("zeb"), EmojiBook::Russian, 5).first()->text,
             QStringLiteral("B"));
    QCOMPARE(book.search(QStringLiteral("zeb"), EmojiBook::Uzbek, 5).first()->text,
             QStringLiteral("C"));
    QCOMPARE(book.search(QStringLiteral("zeb"), EmojiBook::Uzbek, 2).size(), 2);
    QVERIFY(book.search(QStringLiteral("  "), EmojiBook::English, 5).isEmpty());
    // what is named by fewer words, where all else is equal
    book.read("0\tA\tnotebook with a cover\tx\ty\n0\tB\tnotebook\tz\tw\n");
    QCOMPARE(book.search(QStringLiteral("noteb"), EmojiBook::English, 5).first()->text,
             QStringLiteral("B"));
}

void TestEmoji::wantedBeforeTheCaret_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("caret");
    QTest::addColumn<int>("from");
    QTest::addColumn<QString>("word");
    const auto none = QString();
    QTest::newRow("begins") << QStringLiteral(":sm") << 3 << 0 << QStringLiteral("sm");
    QTest::newRow("after words") << QStringLiteral("ok :сме там") << 7 << 3
                                 << QStringLiteral("сме");
    QTest::newRow("one letter") << QStringLiteral(":s") << 2 << -1 << none;
    QTest::newRow("a smile of old") << QStringLiteral(":-D") << 3 << -1 << none;
    QTest::newRow("time") << QStringLiteral("at 10:30") << 8 << -1 << none;
    QTest::newRow("address") << QStringLiteral("https:ab") << 8 << -1 << none;
    QTest::newRow("caret elsewhere") << QStringLiteral(":smile ok") << 9 << -1 << none;
    QTest::newRow("nothing") << none << 0 << -1 << none;
    QTest::newRow("beyond") << QStringLiteral(":smi") << 99 << 0 << QStringLiteral("smi");
}

void TestEmoji::wantedBeforeTheCaret()
{
    QFETCH(QString, text);
    QFETCH(int, caret);
    const EmojiBook::Wanted wanted = EmojiBook::wantedBefore(text, caret);
    QTEST(wanted.from, "from");
    QTEST(wanted.word, "word");
}

void TestEmoji::strangeLinesAreLeftOut()
{
    EmojiBook book;
    book.read("x\tA\ta\tb\tc\n\n99\tA\ta\tb\tc\n0\tB\tonly two\tcolumns\n0\tC\ta\tb\tc\n");
    QCOMPARE(book.all().size(), 1);
    QCOMPARE(book.all().first().text, QStringLiteral("C"));
}

SUHBAT_TEST(TestEmoji, Gui)
#include "tst_emoji.moc"
