#include "support/TestProgram.h"
#include "wire/Conversations.h"
#include "WireCases.h"

using namespace suhbat;

class TestConversations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }
    void everyVariantIsRead_data() { test::addCases(QStringLiteral("conversations.json")); }
    void everyVariantIsRead();
    void rowsWithoutATypeAreOfTheKindAskedFor();
    void detailsComeSortedAndCountWhatTheySkip();
    void l18_aPreviewIsNotSplitAtAColon();
    void l09_aDepartmentNeedsNoPartner();
    void detailsWithoutAnIdAreNone();
};

void TestConversations::everyVariantIsRead()
{
    const JsonValue row = test::theCase();
    const JsonValue expect = row["expect"];
    const auto result = wire::decodeConversation(row["payload"], test::wireContext());
    if (const auto error = expect["error"].string()) {
        QVERIFY(!result.ok());
        QCOMPARE(result.error().detail, *error);
        return;
    }
    QVERIFY(result.ok());
    COMPARE_IF_EXPECTED(expect, "id", result->id.toString());
    COMPARE_BOOL_IF_EXPECTED(expect, "direct", result->type == Conversation::Type::Direct);
    COMPARE_IF_EXPECTED(expect, "title", result->title);
    COMPARE_IF_EXPECTED(expect, "avatar", result->avatarUrl);
    COMPARE_IF_EXPECTED(expect, "last", result->lastMessage);
    COMPARE_IF_EXPECTED(expect, "timeText", result->lastMessageTimeText);
    COMPARE_IF_EXPECTED(expect, "at", test::iso(result->lastMessageAt));
    COMPARE_IF_EXPECTED(expect, "unread", QString::number(result->unreadCount));
}

void TestConversations::rowsWithoutATypeAreOfTheKindAskedFor()
{
    const auto row = JsonValue::parse("{\"id\":1,\"title\":\"A\"}");
    const auto group =
        wire::decodeConversation(*row, test::wireContext(), Conversation::Type::Group);
    QVERIFY(group.ok());
    QCOMPARE(group->type, Conversation::Type::Group);
}

void TestConversations::detailsComeSortedAndCountWhatTheySkip()
{
    const auto details = wire::decodeDetails(
        test::wireFixture(QStringLiteral("details_direct.json")), test::wireContext());
    QVERIFY(details.ok());
    QCOMPARE(details->conversation.id.toString(), QStringLiteral("12"));
    QCOMPARE(details->conversation.title, QStringLiteral("Kim Ito"));
    QVERIFY(details->partner.has_value());
    QCOMPARE(details->partner->id.toString(), QStringLiteral("43"));
    QCOMPARE(details->messages.size(), 2);
    QCOMPARE(details->messages.at(0).id.toString(), QStringLiteral("501"));
    QCOMPARE(details->messages.at(0).conversationId.toString(), QStringLiteral("12"));
    QCOMPARE(details->messages.at(1).state, Message::State::Read);
    QCOMPARE(details->skipped, 1);
    QCOMPARE(details->skippedWhy, QStringLiteral("messages[1].id is missing"));
}

void TestConversations::l18_aPreviewIsNotSplitAtAColon()
{
    const auto row = JsonValue::parse(R"({"id":1,"title":"A","last_message":"12:30 ok"})");
    QCOMPARE(wire::decodeConversation(*row, test::wireContext())->lastMessage,
             QStringLiteral("12:30 ok"));
}

void TestConversations::l09_aDepartmentNeedsNoPartner()
{
    const auto details = wire::decodeDetails(
        test::wireFixture(QStringLiteral("details_department.json")), test::wireContext());
    QVERIFY(details.ok());
    QVERIFY(!details->partner.has_value());
    QCOMPARE(details->conversation.type, Conversation::Type::Group);
    QCOMPARE(details->messages.size(), 0);
}

void TestConversations::detailsWithoutAnIdAreNone()
{
    const auto details = wire::decodeDetails(*JsonValue::parse("{\"data\":[]}"), {});
    QVERIFY(!details.ok());
    QCOMPARE(toString(details.error().kind), QStringLiteral("BadResponse"));
}

SUHBAT_TEST(TestConversations, Nothing)
#include "tst_conversations.moc"
