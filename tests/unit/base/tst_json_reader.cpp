#include "base/JsonReader.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"

#include <QTest>

using namespace suhbat;

class JsonReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }
    void brokenTextIsAnError_data();
    void brokenTextIsAnError();
    void values_data();
    void values();
    void aNumberEndsWithItsText();
    void undefinedIsHarmless();
    void membersAndItems();
    void escapesAreResolved();
    void valueOutlivesItsText();
    void valueOutlivesLaterTexts();
    void embeddedJson();
    void jsonComesOutAsItWentIn();
    void readerTakesTheFirstUsableKey();
};

namespace {

JsonValue parsed(const QByteArray &text)
{
    const auto result = JsonValue::parse(text);
    return result ? *result : JsonValue();
}

template<typename T>
QString shown(const std::optional<T> &value)
{
    if (!value)
        return QStringLiteral("-");
    if constexpr (std::is_same_v<T, QString>)
        return *value;
    else if constexpr (std::is_same_v<T, bool>)
        return *value ? QStringLiteral("true") : QStringLiteral("false");
    else
        return QString::number(*value);
}

} // namespace

void JsonReaderTest::brokenTextIsAnError_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("spaces") << QByteArray("   ");
    QTest::newRow("html") << QByteArray("<html>");
    QTest::newRow("half") << QByteArray("{'a':");
    QTest::newRow("two") << QByteArray("{} {}");
    QTest::newRow("deep") << QByteArray(5000, '[');
    QTest::newRow("bad UTF-8") << QByteArray("'\xff'");
    QTest::newRow("NaN") << QByteArray("NaN");
}

void JsonReaderTest::brokenTextIsAnError()
{
    QFETCH(QByteArray, text);
    text.replace('\'', '"');
    const auto result = JsonValue::parse(text);
    QVERIFY(!result);
    QCOMPARE(toString(result.error().kind), QStringLiteral("BadResponse"));
}

void JsonReaderTest::values_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("string");
    QTest::addColumn<QString>("asText");
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("integer");
    QTest::addColumn<QString>("boolean");
    QTest::addColumn<QString>("id");
    const auto row = [](const char *text, const char *string, const char *asText,
                        const char *number, const char *integer, const char *boolean,
                        const char *id) {
        QTest::newRow(text) << QByteArray(text).replace('\'', '"') << string << asText << number
                            << integer << boolean << id;
    };
    row("12", "-", "12", "12", "12", "-", "12");
    row("'12'", "12", "12", "12", "12", "-", "12");
    row("' 12 '", " 12 ", " 12 ", "12", "12", "-", "12");
    row("12.0", "-", "12", "12", "12", "-", "12");
    row("12.5", "-", "12.5", "12.5", "-", "-", "-");
    row("-3", "-", "-3", "-3", "-3", "-", "-3");
    row("9007199254740993", "-", "9007199254740993", "9.0072e+15", "9007199254740993", "-",
        "9007199254740993");
    row("1e30", "-", "1e+30", "1e+30", "-", "-", "-");
    row("1", "-", "1", "1", "1", "true", "1");
    row("'0'", "0", "0", "0", "0", "false", "0");
    row("true", "-", "-", "-", "-", "true", "-");
    row("'false'", "false", "false", "-", "-", "false", "false");
    row("'abc-1'", "abc-1", "abc-1", "-", "-", "-", "abc-1");
    row("''", "", "", "-", "-", "-", "-");
    row("'  '", "  ", "  ", "-", "-", "-", "-");
    row("null", "-", "-", "-", "-", "-", "-");
    row("[]", "-", "-", "-", "-", "-", "-");
    row("{'a':1}", "-", "-", "-", "-", "-", "-");
}

void JsonReaderTest::values()
{
    QFETCH(QByteArray, text);
    const JsonValue value = parsed(text);
    QTEST(shown(value.string()), "string");
    QTEST(shown(value.text()), "asText");
    QTEST(shown(value.number()), "number");
    QTEST(shown(value.integer()), "integer");
    QTEST(shown(value.boolean()), "boolean");
    QTEST(shown(value.id()), "id");
}

void JsonReaderTest::aNumberEndsWithItsText()
{
    const JsonValue value = parsed("\"1\\u0000.2\"");
    QVERIFY(!value.number());
    QVERIFY(!value.integer());
    QVERIFY(!value.boolean());
    QCOMPARE(value.text().value().size(), 4);
}

void JsonReaderTest::undefinedIsHarmless()
{
    const JsonValue nothing;
    QCOMPARE(nothing.type(), JsonValue::Type::Undefined);
    QVERIFY(nothing.isNothing());
    QVERIFY(nothing["a"]["b"].isNothing());
    QVERIFY(nothing.items().isEmpty());
    QVERIFY(!nothing.isEmptyContainer());
    nothing.eachMember([](const QString &, const JsonValue &) { QFAIL("a member of nothing"); });
    QVERIFY(!nothing.string() && !nothing.number() && !nothing.id() && !nothing.boolean());
    QVERIFY(parsed("[1]")["0"].isNothing());
    QVERIFY(parsed("7").items().isEmpty());
    QVERIFY(parsed("[]").isEmptyContainer() && parsed("{}").isEmptyContainer());
}

void JsonReaderTest::membersAndItems()
{
    const JsonValue value = parsed(R"({"b":[1,"two",null],"a":{"x":true}})");
    QCOMPARE(value["b"].items().size(), 3);
    QCOMPARE(value["b"].items().at(1).string().value(), QStringLiteral("two"));
    QCOMPARE(value["a"]["x"].boolean().value(), true);
    QStringList keys;
    value.eachMember([&keys](const QString &key, const JsonValue &) { keys.append(key); });
    QCOMPARE(keys, (QStringList{QStringLiteral("b"), QStringLiteral("a")}));
}

void JsonReaderTest::escapesAreResolved()
{
    const JsonValue value = parsed("\"h\\u00e9 \\/ \\ud83d\\ude00 o\xca\xbb\"");
    QCOMPARE(value.string().value(), QStringLiteral("h\u00e9 / \U0001F600 o\u02bb"));
}

void JsonReaderTest::valueOutlivesItsText()
{
    JsonValue inner;
    {
        QByteArray text = R"({"a":{"b":"kept"}})";
        inner = parsed(text)["a"];
        text.fill('x');
    }
    QCOMPARE(inner["b"].string().value(), QStringLiteral("kept"));
}

void JsonReaderTest::jsonComesOutAsItWentIn()
{
    const QByteArray text = R"({"a":[1,2.5,"x\n",null,true],"b":{}})";
    QCOMPARE(parsed(text).toJson(), text);
    QCOMPARE(parsed(text)["a"].toJson(), QByteArray(R"([1,2.5,"x\n",null,true])"));
    QCOMPARE(JsonValue().toJson(), QByteArray("null"));
}

void JsonReaderTest::readerTakesTheFirstUsableKey()
{
    const JsonReader reader(parsed(
        R"({"id":null,"ID":"","user_id":7,"name":5,"title":"T","list":{},"rows":[1],"on":"1"})"));
    QCOMPARE(reader.id({"id", "ID", "user_id"}).value(), QStringLiteral("7"));
    QCOMPARE(reader.string({"name", "title"}).value(), QStringLiteral("T"));
    QCOMPARE(reader.text({"name", "title"}).value(), QStringLiteral("5"));
    QCOMPARE(reader.integer({"title", "name"}).value(), 5);
    QCOMPARE(reader.boolean({"name", "on"}).value(), true);
    QVERIFY(reader.arrayAt({"list", "rows"}).isArray());
    QVERIFY(reader.objectAt({"rows", "list"}).isObject());
    QVERIFY(reader.value({"id", "none"}).isNothing());
    QVERIFY(!reader.string({"none"}));
}

void JsonReaderTest::valueOutlivesLaterTexts()
{
    // Trees are used again once nobody holds them any more, and only then.
    QVector<JsonValue> held;
    for (int i = 0; i < 20; ++i) {
        const QByteArray number = QByteArray::number(i);
        held.append(parsed(R"({"n":")" + number + R"("})")["n"]);
        for (int j = 0; j < 3; ++j)
            QVERIFY(parsed(R"({"other":"long enough to overwrite"})").isObject());
    }
    for (int i = 0; i < held.size(); ++i)
        QCOMPARE(held[i].string().value(), QString::number(i));
}

void JsonReaderTest::embeddedJson()
{
    const JsonValue root =
        parsed(R"({"a":"[1,\"\u0441\"]","b":"text","c":{"d":1},"e":"\"[2]\"","f":""})");
    const auto inner = root["a"].embedded();
    QVERIFY(inner);
    QCOMPARE(inner->toJson(), QByteArray("[1,\"с\"]"));
    QVERIFY(!root["b"].embedded());
    QVERIFY(!root["c"].embedded());
    QCOMPARE(root["e"].embedded()->string().value(), QStringLiteral("[2]"));
    QVERIFY(!root["f"].embedded());
    QVERIFY(!JsonValue().embedded());
}

SUHBAT_TEST(JsonReaderTest, Core)
#include "tst_json_reader.moc"
