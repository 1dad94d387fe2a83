#include "support/Fixtures.h"
#include "support/TestProgram.h"
#include "wire/SafeText.h"
#include "wire/Urls.h"

#include <QTest>

using namespace suhbat;

class TestSafeText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }
    void aLineHasNoControls();
    void aCutKeepsSurrogatesWhole();
    void aBodyKeepsItsLines();
    void addresses_data();
    void addresses();
};

void TestSafeText::aLineHasNoControls()
{
    QCOMPARE(wire::cleanLine(QStringLiteral("  a\n\tb\u0000\u001b[31mc\u0085\u202ed\u2069 ")),
             QStringLiteral("a b[31mcd"));
    QCOMPARE(wire::cleanLine(QStringLiteral("a\u200eb\u200fc\u200dd")),
             QStringLiteral("a\u200eb\u200fc\u200dd"));
    QCOMPARE(wire::cleanLine(QStringLiteral("\u200b\ufeff\u2060")), QString());
}

void TestSafeText::aCutKeepsSurrogatesWhole()
{
    const QString faces = QStringLiteral("\U0001F600").repeated(300);
    const QString cut = wire::cleanLine(faces);
    QVERIFY(cut.size() <= wire::limits::name);
    QVERIFY(cut.isValidUtf16());
    QVERIFY(cut.endsWith(QChar(0x2026)));
    QCOMPARE(wire::cleanLine(QString(256, u'x')).size(), 256);
    QVERIFY(!wire::cleanLine(QString(256, u'x')).contains(QChar(0x2026)));
}

void TestSafeText::aBodyKeepsItsLines()
{
    QCOMPARE(wire::cleanBody(QStringLiteral("a\r\n\r\nb\u2028c\td\u0007 ")),
             QStringLiteral("a\n\nb\nc\td "));
}

void TestSafeText::addresses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("url");
    const auto add = [](const char *text, const char *url) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(url);
    };
    add("https://cdn.example.test/a.png", "https://cdn.example.test/a.png");
    add("HTTP://cdn.example.test/a b.png", "http://cdn.example.test/a%20b.png");
    add("/uploads/a.png", "https://chat.example.test:8443/uploads/a.png");
    add("uploads/a.png?v=2", "https://chat.example.test:8443/uploads/a.png?v=2");
    add("/api/uploads/a.png", "https://chat.example.test:8443/uploads/a.png");
    add("/../../etc/a.png", "https://chat.example.test:8443/etc/a.png");
    add("//cdn.example.test/a.png", "https://cdn.example.test/a.png");
    add("", "");
    add("javascript:alert(1)", "");
    add("data:image/png;base64,AAAA", "");
    add("file:///etc/passwd", "");
    add("qrc:/a.png", "");
    add("https:///a.png", "");
    add("https://user@chat.example.test/a.png", "");
    add("\\\\host\\share\\a.png", "");
    add("https://chat.example.test/a\n.png", "");
}

void TestSafeText::addresses()
{
    QFETCH(QString, text);
    wire::DecodeContext context;
    context.origin = QUrl(QStringLiteral("https://chat.example.test:8443"));
    QTEST(wire::avatarUrl(text, context), "url");
}

SUHBAT_TEST(TestSafeText, Nothing)
#include "tst_safetext.moc"
