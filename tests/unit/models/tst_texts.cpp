#include "models/LinkText.h"
#include "models/People.h"
#include "models/SizeText.h"
#include "models/TimeText.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"

#include <QTest>
#include <QTextDocument>
#include <QTranslator>

using namespace suhbat;

class TextsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void initials_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("initials");
        QTest::newRow("two words") << QStringLiteral("Dana Reyes") << QStringLiteral("DR");
        QTest::newRow("three words") << QStringLiteral("a b c") << QStringLiteral("AC");
        QTest::newRow("one word") << QStringLiteral("kim") << QStringLiteral("K");
        QTest::newRow("cyrillic") << QStringLiteral("Елена Ким") << QStringLiteral("ЕК");
        QTest::newRow("quotes") << QStringLiteral("«Support» desk") << QStringLiteral("SD");
        QTest::newRow("phone") << QStringLiteral("+998900000001") << QStringLiteral("#");
        QTest::newRow("emoji") << QStringLiteral("🙂") << QStringLiteral("#");
        QTest::newRow("nothing") << QString() << QStringLiteral("#");
    }
    void initials()
    {
        QFETCH(QString, name);
        QFETCH(QString, initials);
        QCOMPARE(initialsOf(name), initials);
    }

    void colourIsStable()
    {
        QCOMPARE(colorIndexOf(QStringLiteral("43")), colorIndexOf(QStringLiteral("43")));
        for (int i = 0; i < 100; ++i) {
            const int colour = colorIndexOf(QString::number(i));
            QVERIFY(colour >= 0 && colour < 8);
        }
    }

    void sizesAreInTheOwnLanguage()
    {
        const QLocale english(QLocale::English);
        const QLocale russian(QLocale::Russian);
        QCOMPARE(SizeText::ofServer(u"128.5 KB"_qs, english), u"128.5 kB"_qs);
        QCOMPARE(SizeText::ofServer(u"11.4 MB"_qs, russian), u"11,4 МБ"_qs);
        QCOMPARE(SizeText::ofServer(u"1.0 KB"_qs, russian), SizeText::ofBytes(1024, russian));
        // what is no size, or in other words already, is not touched
        for (const QString &told : {u"128,5 КБ"_qs, u"big"_qs, u"9999999999 MB"_qs, QString()})
            QCOMPARE(SizeText::ofServer(told, russian), told);
    }

    void bytesAreCountedInTheOwnLanguage()
    {
        const auto said = [](const char *language, qint64 bytes) {
            QTranslator words;
            const bool there = words.load(
                QStringLiteral(SUHBAT_WORDS "/suhbat_%1.qm").arg(QLatin1String(language)));
            QCoreApplication::installTranslator(&words);
            return there ? SizeText::ofBytes(bytes, QLocale(QLatin1String(language))) : QString();
        };
        QCOMPARE(said("en", 1), u"1 byte"_qs);
        QCOMPARE(said("en", 44), u"44 bytes"_qs);
        QCOMPARE(said("ru", 0), u"0 байт"_qs);
        QCOMPARE(said("ru", 1), u"1 байт"_qs);
        QCOMPARE(said("ru", 44), u"44 байта"_qs);
        QCOMPARE(said("ru", 1011), u"1011 байт"_qs);
        QCOMPARE(said("uz", 512), u"512 bayt"_qs);
        QCOMPARE(said("ru", 1024), u"1,0 кБ"_qs);
    }

    void linksAreFound_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("links");
        const auto row = [](const char *name, const QString &text, const QStringList &links = {}) {
            QTest::newRow(name) << text << links;
        };
        row("words", u"no address. here/there: x@y.org www"_qs);
        row("https", u"see https://a.example/b?c=d#e now"_qs, {u"https://a.example/b?c=d#e"_qs});
        row("http", u"http://a.example"_qs, {u"http://a.example"_qs});
        row("www", u"www.a.example/x"_qs, {u"https://www.a.example/x"_qs});
        row("end of a sentence", u"(https://a.example/b), https://c.example!"_qs,
            {u"https://a.example/b"_qs, u"https://c.example"_qs});
        row("bracket of its own", u"https://a.example/b_(c)"_qs, {u"https://a.example/b_(c)"_qs});
        row("lines", u"https://a.example\nhttps://b.example"_qs,
            {u"https://a.example"_qs, u"https://b.example"_qs});
        row("russian", u"Вот: https://a.example/путь."_qs,
            {u"https://a.example/%D0%BF%D1%83%D1%82%D1%8C"_qs});
        row("other schemes", u"javascript:alert(1) file:///etc/passwd ftp://a.example"_qs);
        row("no host", u"https:// http://localhost https://."_qs);
        row("inside a word", u"xhttps://a.example"_qs);
        row("turned direction", u"https://a.example/\u202egnp.exe"_qs, {u"https://a.example/"_qs});
        row("markup", u"<a href=\"https://a.example\">b</a>"_qs, {u"https://a.example"_qs});
    }
    void linksAreFound()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, links);
        QStringList found;
        const auto all = LinkText::find(text);
        for (const LinkText::Link &link : all)
            found += LinkText::shown(link.url);
        QCOMPARE(found, links);
        QCOMPARE(LinkText::html(text).isEmpty(), links.isEmpty());
    }

    // As a document it reads like what was written, sign for sign.
    void linksChangeNoWord()
    {
        const QString text = u"a  <b>\"&amp;</b>\n\n  https://a.example/?x=1&y=\"2 \t end "_qs;
        QTextDocument document;
        document.setHtml(LinkText::html(text));
        QCOMPARE(document.toRawText().replace(QChar::LineSeparator, u'\n'), text);
    }

    void linksOfManyWordsAreBounded()
    {
        QCOMPARE(LinkText::find(u"https://a.example "_qs.repeated(1000)).size(),
                 LinkText::mostLinks);
        const QString endless = u"https://a.example/"_qs + QString(100000, u'x');
        QVERIFY(LinkText::find(endless).value(0).length <= LinkText::longestUrl);
    }

    void dressedUpAddressesAreNotPlain()
    {
        QVERIFY(LinkText::isPlain(QUrl(u"https://a.example/b"_qs)));
        QVERIFY(!LinkText::isPlain(QUrl(u"http://a.example/b"_qs)));
        QVERIFY(!LinkText::isPlain(QUrl(u"https://bank.example@evil.example"_qs)));
        const QUrl lookalike(u"https://b\u0430nk.example"_qs); // a Cyrillic letter in it
        QVERIFY(!LinkText::isPlain(lookalike));
        QVERIFY(LinkText::isDisguised(lookalike));
        QVERIFY(LinkText::isDisguised(QUrl(u"http://bank.example@evil.example"_qs)));
        QVERIFY(!LinkText::isDisguised(QUrl(u"http://a.example/b"_qs)));
        QVERIFY(LinkText::shown(lookalike).contains(u"xn--"_qs));
    }

    void l12_listTimes_data()
    {
        QTest::addColumn<QDateTime>("when");
        QTest::addColumn<QString>("text");
        const QDateTime now(QDate(2026, 3, 5), QTime(15, 0), Qt::UTC);
        QTest::newRow("today") << now.addSecs(-3600) << QStringLiteral("14:00");
        QTest::newRow("clock ahead") << now.addSecs(60) << QStringLiteral("15:01");
        QTest::newRow("yesterday") << now.addDays(-1) << QStringLiteral("Yesterday");
        QTest::newRow("this week") << now.addDays(-3) << QStringLiteral("Mon");
        QTest::newRow("this year") << now.addDays(-30) << QStringLiteral("3 Feb");
        QTest::newRow("none") << QDateTime() << QString();
    }
    void l12_listTimes()
    {
        QFETCH(QDateTime, when);
        QFETCH(QString, text);
        const QDateTime now(QDate(2026, 3, 5), QTime(15, 0), Qt::UTC);
        QCOMPARE(TimeText::inList(when, now, QLocale(QLocale::English)), text);
    }

    void exactTimesAreAsTheLanguageWritesThem()
    {
        const QDateTime when(QDate(2026, 3, 5), QTime(14, 7, 9), Qt::UTC);
        const auto said = [&when](const char *language, int daysLater) {
            return TimeText::full(when, when.addDays(daysLater), QLocale(QLatin1String(language)));
        };
        QCOMPARE(said("en", 0), u"Today, 14:07"_qs);
        QCOMPARE(said("en", 1), u"Yesterday, 14:07"_qs);
        QCOMPARE(said("en", 9), u"5 March, 14:07"_qs);
        QCOMPARE(said("en", 400), u"5 March 2026, 14:07"_qs);
        QCOMPARE(said("ru", 400), u"5 марта 2026, 14:07"_qs);
        QCOMPARE(said("uz", 9), u"5-mart, 14:07"_qs);
        QCOMPARE(said("uz", 400), u"2026-yil 5-mart, 14:07"_qs);
        QVERIFY(TimeText::full({}, when, QLocale(QLocale::English)).isEmpty());
    }

    void wordsBecomeTimes_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("text");
        QTest::newRow("minutes") << QStringLiteral("5 daqiqa avval") << QStringLiteral("14:50");
        QTest::newRow("now") << QStringLiteral("just now") << QStringLiteral("14:55");
        QTest::newRow("a day") << QStringLiteral("1 день назад") << QStringLiteral("Yesterday");
        QTest::newRow("hours") << QStringLiteral("2 часа назад") << QStringLiteral("≈12:00");
        QTest::newRow("this night") << QStringLiteral("14 hours ago") << QStringLiteral("≈00:00");
        QTest::newRow("last evening")
            << QStringLiteral("15 soat avval") << QStringLiteral("Yesterday");
        QTest::newRow("weeks") << QStringLiteral("3 hafta avval") << QStringLiteral("3 wk ago");
        QTest::newRow("months") << QStringLiteral("2 months ago") << QStringLiteral("2 mo ago");
        QTest::newRow("years") << QStringLiteral("2 года назад") << QStringLiteral("2 y ago");
        QTest::newRow("not a time") << QStringLiteral("someday") << QStringLiteral("someday");
    }
    void wordsBecomeTimes()
    {
        QFETCH(QString, words);
        QFETCH(QString, text);
        const QDateTime told(QDate(2026, 3, 5), QTime(14, 55), Qt::UTC);
        QCOMPARE(TimeText::toldInWords(words, told, told.addSecs(300), QLocale(QLocale::English)),
                 text);
    }
};

SUHBAT_TEST(TextsTest, Core)
#include "tst_texts.moc"
