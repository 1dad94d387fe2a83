#include "support/TestProgram.h"
#include "wire/Classifier.h"

#include "WireCases.h"
#include <random>

using namespace suhbat;

class TestClassifier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }
    void l01_everyFormIsUnderstood_data() { test::addCases(QStringLiteral("events.json")); }
    void l01_everyFormIsUnderstood();
    void theQuotedMessageIsReadInFull();
    void l02_dataIsDecodedTwiceAndUnwrapped();
    void l22_liveMessagesKeepFilesAndAvatar();
    void l03_theQuotedTypingIsReadInFull();
    void theQuotedReadIsReadInFull();
    void namesAreNormalised_data();
    void namesAreNormalised();
    void brokenJsonIsUnknown();
    void noGarbageHurts();
    void aCarriedConversationHasNoTime();
};

static QString describe(const ServerEvent &event)
{
    if (const auto *m = std::get_if<MessageEvent>(&event)) {
        QString text = QStringLiteral("message %1 in %2 by %3 %4: %5; temp %6")
                           .arg(m->message.id.toString(), m->message.conversationId.toString(),
                                m->message.sender.id.toString(), m->message.sender.name,
                                m->message.body, m->message.tempId.toString());
        if (m->conversation) {
            const bool direct = m->conversation->type == Conversation::Type::Direct;
            text += QStringLiteral("; conversation %1 %2 %3")
                        .arg(m->conversation->id.toString(),
                             direct ? QStringLiteral("direct") : QStringLiteral("group"),
                             m->conversation->title);
        }
        return text;
    }
    if (const auto *t = std::get_if<TypingEvent>(&event)) {
        return QStringLiteral("typing in %1 by %2 %3")
            .arg(t->conversationId.toString(), t->user.id.toString(), t->user.name);
    }
    if (const auto *r = std::get_if<ReadEvent>(&event)) {
        QString text = QStringLiteral("read in %1 by %2:")
                           .arg(r->conversationId.toString(), r->readerId.toString());
        for (const MessageId &id : r->messageIds)
            text += u' ' + id.toString();
        if (r->readAt)
            text += QStringLiteral(" at ") + test::iso(r->readAt);
        return text;
    }
    if (const auto *u = std::get_if<MessageUpdatedEvent>(&event)) {
        return QStringLiteral("updated %1 in %2: %3; edited %4")
            .arg(u->message.id.toString(), u->message.conversationId.toString(), u->message.body,
                 test::iso(u->message.editedAt));
    }
    if (const auto *d = std::get_if<MessageDeletedEvent>(&event)) {
        QString text = QStringLiteral("deleted in %1:").arg(d->conversationId.toString());
        for (const MessageId &id : d->messageIds)
            text += u' ' + id.toString();
        return text;
    }
    if (const auto *c = std::get_if<ConversationCreatedEvent>(&event)) {
        const bool direct = c->conversation.type == Conversation::Type::Direct;
        return QStringLiteral("created %1 %2 %3")
            .arg(c->conversation.id.toString(),
                 direct ? QStringLiteral("direct") : QStringLiteral("group"),
                 c->conversation.title);
    }
    return QStringLiteral("unknown ") + std::get<UnknownEvent>(event).reason;
}

void TestClassifier::l01_everyFormIsUnderstood()
{
    const JsonValue row = test::theCase();
    // As the socket hands it on: bytes.
    const ServerEvent event =
        wire::classify(row["event"].string().value(), row["payload"].toJson(), test::wireContext());
    QCOMPARE(describe(event), row["expect"].string().value());
}

void TestClassifier::theQuotedMessageIsReadInFull()
{
    const QByteArray bytes = test::fixture(QStringLiteral("wire/message_wrapped_flat.json"));
    const ServerEvent event =
        wire::classify(QStringLiteral("App\\Events\\MessageSent"), bytes, test::wireContext());
    QCOMPARE(describe(event), QStringLiteral("message 123 in 45 by 67 John: Hello!; temp "
                                             "temp-msg-xyz"));
    const Message &message = std::get<MessageEvent>(event).message;
    QCOMPARE(test::iso(message.createdAt), QStringLiteral("2024-10-25T10:31:00.000Z"));
    QCOMPARE(message.state, Message::State::Sent);
}

void TestClassifier::l02_dataIsDecodedTwiceAndUnwrapped()
{
    const QByteArray bare = R"({"conversation_id":12,"reader_id":43,"message_ids":[1]})";
    const auto quoted = [](const QByteArray &text) {
        QByteArray escaped = text;
        escaped.replace('\\', "\\\\").replace('"', "\\\"");
        return QByteArray('"' + escaped + '"');
    };
    for (const QByteArray &payload :
         {bare, quoted(bare), quoted(quoted(bare)),
          QByteArray(R"({"type":"read","data":)" + bare + '}'),
          QByteArray(R"({"type":"read","data":)" + quoted(bare) + '}')}) {
        QCOMPARE(describe(wire::classify(QStringLiteral("x"), payload, test::wireContext())),
                 QStringLiteral("read in 12 by 43: 1"));
    }
}

void TestClassifier::l22_liveMessagesKeepFilesAndAvatar()
{
    const QByteArray payload = R"({"message":{"id":1,"conversation_id":12,"body":"",
        "sender":{"id":43,"avatar_url":"/uploads/43.png"},
        "fileGroups":[{"id":3,"files":[{"id":9,"name":"plan.pdf","url":"/api/files/9/download"}]}]}})";
    const auto event = wire::classify(QStringLiteral("MessageSent"), payload, test::wireContext());
    const Message &message = std::get<MessageEvent>(event).message;
    QCOMPARE(message.attachments.size(), 1);
    QCOMPARE(message.attachments.first().url,
             QStringLiteral("https://chat.example.test/api/files/9/download"));
    QCOMPARE(message.sender.avatarUrl, QStringLiteral("https://chat.example.test/uploads/43.png"));
}

void TestClassifier::l03_theQuotedTypingIsReadInFull()
{
    const QByteArray bytes = test::fixture(QStringLiteral("wire/typing_camel.json"));
    const ServerEvent event =
        wire::classify(QStringLiteral("user_is_typing"), bytes, test::wireContext());
    QCOMPARE(describe(event), QStringLiteral("typing in 123 by 45 Ali Qo'chqorov"));
    QCOMPARE(std::get<TypingEvent>(event).user.email, QStringLiteral("ali@example.com"));
}

void TestClassifier::theQuotedReadIsReadInFull()
{
    const QByteArray bytes = test::fixture(QStringLiteral("wire/read_strings.json"));
    const ServerEvent event =
        wire::classify(QStringLiteral("messages_read"), bytes, test::wireContext());
    QCOMPARE(describe(event), QStringLiteral("read in 123 by 45: 101 102 103"));
}

void TestClassifier::namesAreNormalised_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("normalised");
    const auto add = [](const char *name, const char *normalised) {
        QTest::newRow(name) << QString::fromLatin1(name) << QString::fromLatin1(normalised);
    };
    add("App\\Events\\MessageSentEvent", "message_sent");
    add(".message.sent", "message_sent");
    add("message-sent", "message_sent");
    add("message:sent", "message_sent");
    add("user_is_typing", "user_is_typing");
    add("SMSCodeRead", "sms_code_read");
    add("MessagesRead2Event", "messages_read2");
    add("", "");
}

void TestClassifier::namesAreNormalised()
{
    QFETCH(QString, name);
    QTEST(wire::normalisedEventName(name), "normalised");
}

void TestClassifier::brokenJsonIsUnknown()
{
    for (const char *bytes : {"", "{", "{\"type\":\"message\",", "\xff\xfe", "[[[[", "nul"}) {
        const auto event = wire::classify(QStringLiteral("x"), QByteArrayView(bytes), {});
        QVERIFY(std::holds_alternative<UnknownEvent>(event));
    }
}

void TestClassifier::noGarbageHurts()
{
    const auto context = test::wireContext();
    std::mt19937 random(11);
    int understood = 0;
    for (const JsonValue &row : test::wireFixture(QStringLiteral("events.json")).items()) {
        const QByteArray whole = row["payload"].toJson();
        for (int round = 0; round < 200; ++round) {
            QByteArray bytes = whole;
            for (int flips = 1 + int(random() % 3); flips > 0 && !bytes.isEmpty(); --flips)
                bytes[qsizetype(random() % size_t(bytes.size()))] = char(random());
            bytes.truncate(bytes.size() - qsizetype(random() % 4 == 0 ? random() % 9 : 0));
            const ServerEvent event = wire::classify(QStringLiteral("x"), bytes, context);
            understood += std::holds_alternative<UnknownEvent>(event) ? 0 : 1;
        }
    }
    QVERIFY(understood > 0); // some flips only change a letter
}

void TestClassifier::aCarriedConversationHasNoTime()
{
    const JsonValue capture = test::wireFixture(QStringLiteral("events.json")).items().constFirst();
    const auto event = wire::classify(QStringLiteral("x"), capture["payload"], {});
    const auto &conversation = std::get<MessageEvent>(event).conversation;
    QVERIFY(conversation.has_value());
    QVERIFY(!conversation->lastMessageAt.has_value());
}

SUHBAT_TEST(TestClassifier, Nothing)
#include "tst_classifier.moc"
