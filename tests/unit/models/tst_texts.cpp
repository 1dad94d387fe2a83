#include "models/People.h"
#include "models/TimeText.h"
#include "support/Fixtures.h"

#include <QTest>

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

    void wordsBecomeTimes_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("text");
        QTest::newRow("minutes") << QStringLiteral("5 daqiqa avval") << QStringLiteral("14:50");
        QTest::newRow("now") << QStringLiteral("just now") << QStringLiteral("14:55");
        QTest::newRow("a day") << QStringLiteral("1 день назад") << QStringLiteral("Yesterday");
        QTest::newRow("hours") << QStringLiteral("2 hours ago") << QStringLiteral("2 hours ago");
        QTest::newRow("weeks") << QStringLiteral("3 hafta avval")
                               << QStringLiteral("3 hafta avval");
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

QTEST_GUILESS_MAIN(TextsTest)
#include "tst_texts.moc"
