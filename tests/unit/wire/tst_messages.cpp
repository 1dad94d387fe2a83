#include "support/TestProgram.h"
#include "wire/Messages.h"
#include "wire/SafeText.h"
#include "WireCases.h"

using namespace suhbat;

class TestMessages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }
    void everyVariantIsRead_data() { test::addCases(QStringLiteral("messages.json")); }
    void everyVariantIsRead();
    void longTextIsCutAtItsLimit();
};

static QStringList describeFiles(const QVector<Attachment> &files)
{
    QStringList lines;
    for (const Attachment &f : files) {
        const QString kind = f.width > 0 ? QStringLiteral("image %1x%2").arg(f.width).arg(f.height)
                             : f.isImage ? QStringLiteral("image")
                                         : QStringLiteral("file");
        lines << QStringList{f.id, f.name, f.sizeText, f.mimeType, f.url, f.previewUrl, kind}.join(
            u'|');
    }
    return lines;
}

void TestMessages::everyVariantIsRead()
{
    const JsonValue row = test::theCase();
    const JsonValue expect = row["expect"];
    const auto message = wire::decodeMessage(row["payload"], test::wireContext(),
                                             ConversationId(QStringLiteral("99")));
    if (const auto error = expect["error"].string()) {
        QVERIFY(!message.ok());
        QCOMPARE(message.error().detail, *error);
        return;
    }
    QVERIFY2(message.ok(), qPrintable(message.ok() ? QString() : message.error().detail));
    COMPARE_IF_EXPECTED(expect, "id", message->id.toString());
    COMPARE_IF_EXPECTED(expect, "tempId", message->tempId.toString());
    COMPARE_IF_EXPECTED(expect, "conversationId", message->conversationId.toString());
    COMPARE_IF_EXPECTED(expect, "senderId", message->sender.id.toString());
    COMPARE_IF_EXPECTED(expect, "senderName", message->sender.name);
    COMPARE_IF_EXPECTED(expect, "senderPhone", message->sender.phone);
    COMPARE_IF_EXPECTED(expect, "senderEmail", message->sender.email);
    COMPARE_IF_EXPECTED(expect, "senderAvatar", message->sender.avatarUrl);
    COMPARE_IF_EXPECTED(expect, "body", message->body);
    COMPARE_IF_EXPECTED(expect, "createdAt", test::iso(message->createdAt));
    COMPARE_IF_EXPECTED(expect, "edited", test::iso(message->editedAt));
    const ReplyTo reply = message->replyTo.value_or(ReplyTo());
    const QStringList quoted{reply.id.toString(), reply.senderName, reply.body};
    COMPARE_IF_EXPECTED(expect, "reply", (message->replyTo ? quoted.join(u'|') : QString()));
    COMPARE_BOOL_IF_EXPECTED(expect, "read", message->state == Message::State::Read);
    QStringList files;
    for (const JsonValue &line : expect["files"].items())
        files << line.string().value();
    QCOMPARE(describeFiles(message->attachments), files);
}

void TestMessages::longTextIsCutAtItsLimit()
{
    QByteArray json = "{`id`:1,`conversation_id`:2,`body`:`" + QByteArray(200000, 'x') + "`}";
    json.replace('`', '"');
    const auto message = wire::decodeMessage(*JsonValue::parse(json), test::wireContext());
    QVERIFY(message.ok());
    QCOMPARE(message->body.size(), wire::limits::body);
    QVERIFY(message->body.endsWith(QChar(0x2026)));
}

SUHBAT_TEST(TestMessages, Nothing)
#include "tst_messages.moc"
