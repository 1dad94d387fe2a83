#include "support/TestProgram.h"
#include "wire/Pages.h"
#include "WireCases.h"

using namespace suhbat;

class TestPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }
    void everyPaginatorIsRead_data() { test::addCases(QStringLiteral("pages.json")); }
    void everyPaginatorIsRead();
    void contactsAreUsers();
};

template<typename T>
static QStringList idsOf(const QVector<T> &rows)
{
    QStringList ids;
    for (const T &row : rows)
        ids << row.id.toString();
    return ids;
}

void TestPages::everyPaginatorIsRead()
{
    const JsonValue row = test::theCase();
    const JsonValue expect = row["expect"];
    const auto page = wire::decodeConversationPage(row["payload"], 3, Conversation::Type::Direct,
                                                   test::wireContext());
    if (const auto error = expect["error"].string()) {
        QVERIFY(!page.ok());
        QCOMPARE(page.error().detail, *error);
        return;
    }
    QVERIFY(page.ok());
    QStringList ids;
    for (const JsonValue &id : expect["ids"].items())
        ids << id.string().value();
    if (expect["ids"].isArray())
        QCOMPARE(idsOf(page->items), ids);
    COMPARE_IF_EXPECTED(expect, "number", QString::number(page->number));
    COMPARE_BOOL_IF_EXPECTED(expect, "more", page->hasMore);
    COMPARE_BOOL_IF_EXPECTED(expect, "guess", page->moreIsGuess);
    COMPARE_IF_EXPECTED(expect, "skipped", QString::number(page->skipped));
    COMPARE_IF_EXPECTED(expect, "why", page->skippedWhy);
    COMPARE_IF_EXPECTED(expect, "cursor", page->nextCursor);
}

void TestPages::contactsAreUsers()
{
    const auto page = wire::decodeContactPage(test::wireFixture(QStringLiteral("contacts.json")), 1,
                                              test::wireContext());
    QVERIFY(page.ok());
    QCOMPARE(idsOf(page->items), QStringList({QStringLiteral("43"), QStringLiteral("44")}));
    QCOMPARE(page->items.at(1).name, QStringLiteral("998900000003"));
    QVERIFY(!page->hasMore);
}

SUHBAT_TEST(TestPages, Nothing)
#include "tst_pages.moc"
