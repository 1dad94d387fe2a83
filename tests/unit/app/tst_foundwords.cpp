#include "app/FoundWords.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"

#include <QGuiApplication>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>
#include <QTest>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>

using namespace suhbat;

// What a search marks in the words of a message.
class TestFoundWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }
    void marksWhatTheSearchFinds_data();
    void marksWhatTheSearchFinds();
    void followsTheTextAndTheWish();

private:
    /// A TextEdit that says so.
    std::unique_ptr<QQuickItem> edit(const QString &said);
    static QQuickTextDocument *documentOf(const QQuickItem &edit)
    {
        return qvariant_cast<QQuickTextDocument *>(edit.property("textDocument"));
    }
    /// What is marked, its pieces with a "|" between.
    static QString marked(const QQuickItem &edit);

    QQmlEngine m_engine;
};

std::unique_ptr<QQuickItem> TestFoundWords::edit(const QString &said)
{
    QQmlComponent component(&m_engine);
    component.setData("import QtQuick\nTextEdit { textFormat: TextEdit.PlainText }", QUrl());
    std::unique_ptr<QQuickItem> made(qobject_cast<QQuickItem *>(component.create()));
    if (made)
        made->setProperty("text", said);
    return made;
}

QString TestFoundWords::marked(const QQuickItem &edit)
{
    QStringList pieces;
    const QTextDocument *document = documentOf(edit)->textDocument();
    for (QTextBlock block = document->begin(); block.isValid(); block = block.next()) {
        for (const QTextLayout::FormatRange &range : block.layout()->formats()) {
            if (range.format.background().color() == Qt::yellow)
                pieces += block.text().mid(range.start, range.length);
        }
    }
    return pieces.join(u'|');
}

void TestFoundWords::marksWhatTheSearchFinds_data()
{
    QTest::addColumn<QString>("said");
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<QString>("pieces");
    QTest::newRow("a word") << u"The report is here"_qs << u"report"_qs << u"report"_qs;
    QTest::newRow("any case") << u"REPORT, Report."_qs << u"report"_qs << u"REPORT|Report"_qs;
    QTest::newRow("still typed") << u"reports, a report"_qs << u"rep"_qs << u"rep|rep"_qs;
    QTest::newRow("not inside of a word") << u"misreport"_qs << u"report"_qs << QString();
    QTest::newRow("a whole one before")
        << u"lined line 12 129"_qs << u"line 12"_qs << u"line|12|12"_qs;
    QTest::newRow("accents") << u"Café au lait"_qs << u"cafe"_qs << u"Café"_qs;
    QTest::newRow("accents still typed") << u"Cafétéria"_qs << u"cafet"_qs << u"Cafét"_qs;
    QTest::newRow("Cyrillic") << u"Отчёт готов"_qs << u"отч"_qs << u"Отч"_qs;
    QTest::newRow("two paragraphs") << u"one\ntwo one"_qs << u"one"_qs << u"one|one"_qs;
    QTest::newRow("beside an emoji") << u"😀report😀"_qs << u"report"_qs << u"report"_qs;
    QTest::newRow("not all of it") << u"a line of text"_qs << u"line 12"_qs << QString();
    QTest::newRow("over two paragraphs") << u"line\n12"_qs << u"line 12"_qs << u"line|12"_qs;
    QTest::newRow("nothing but signs") << u"a - b"_qs << u"-"_qs << QString();
}

void TestFoundWords::marksWhatTheSearchFinds()
{
    QFETCH(const QString, said);
    QFETCH(const QString, wanted);
    QFETCH(const QString, pieces);
    const auto words = edit(said);
    QVERIFY(words);
    FoundWords found;
    found.setBehind(Qt::yellow);
    found.setTarget(documentOf(*words));
    found.setText(wanted);
    QCOMPARE(marked(*words), pieces);
    QCOMPARE(words->property("text").toString(), said);
}

void TestFoundWords::followsTheTextAndTheWish()
{
    const auto words = edit(u"first and second"_qs);
    QVERIFY(words);
    {
        FoundWords found;
        found.setText(u"first"_qs);
        found.setBehind(Qt::yellow);
        found.setTarget(documentOf(*words));
        QTRY_COMPARE(marked(*words), u"first"_qs);
        found.setText(u"second"_qs);
        QCOMPARE(marked(*words), u"second"_qs);
        words->setProperty("text", u"the second line"_qs);
        QTRY_COMPARE(marked(*words), u"second"_qs);
        found.setText({});
        QCOMPARE(marked(*words), QString());
        found.setText(u"line"_qs);
        QCOMPARE(marked(*words), u"line"_qs);
    }
    QCOMPARE(marked(*words), QString()); // the search is over
}

SUHBAT_TEST(TestFoundWords, Gui)
#include "tst_foundwords.moc"
