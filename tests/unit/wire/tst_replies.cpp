#include "support/TestProgram.h"
#include "wire/Replies.h"
#include "WireCases.h"

using namespace suhbat;

class TestReplies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }
    void everyReplyIsRead_data() { test::addCases(QStringLiteral("replies.json")); }
    void everyReplyIsRead();
    void anEmptyBodyIsEnoughForMarkRead();
    void l29_a2xxThatSaysNoIsNoCodePage();
};

template<typename T, typename Describe>
static QString orError(const Result<T> &result, Describe describe)
{
    if (result)
        return describe(*result);
    return QStringLiteral("error %1 %2")
        .arg(toString(result.error().kind), result.error().serverText);
}

static QString person(const User &user)
{
    return user.id.toString() + u' ' + user.name;
}

static QString describeAuth(const QString &decoder, const JsonValue &json)
{
    const auto context = test::wireContext();
    if (decoder == QLatin1String("login"))
        return orError(wire::decodeLogin(json, context), [](const LoginOutcome &o) {
            if (o.kind == LoginOutcome::Kind::CodeNeeded)
                return QStringLiteral("code; ") + o.serverText;
            return QStringLiteral("in %1 %2; %3")
                .arg(o.session.token, person(o.session.user), o.serverText);
        });
    if (decoder == QLatin1String("verify"))
        return orError(wire::decodeVerify(json, context),
                       [](const Session &s) { return s.token + u' ' + person(s.user); });
    if (decoder == QLatin1String("notice"))
        return orError(wire::decodeNotice(json, context), [](const QString &s) { return s; });
    if (decoder == QLatin1String("token"))
        return orError(wire::decodeTokenCheck(json, context), [](const wire::TokenCheck &c) {
            return (c.valid ? QStringLiteral("valid ") : QStringLiteral("invalid ")) +
                   (c.user ? c.user->id.toString() : QString());
        });
    return orError(wire::decodeProfile(json, context),
                   [](const User &u) { return person(u) + u' ' + u.avatarUrl; });
}

static QString describeChat(const QString &decoder, const JsonValue &json)
{
    const auto context = test::wireContext();
    if (decoder == QLatin1String("conversation"))
        return orError(wire::decodeConversationReply(json, context),
                       [](const Conversation &c) { return c.id.toString() + u' ' + c.title; });
    if (decoder == QLatin1String("send"))
        return orError(wire::decodeSendReply(json, ConversationId(QStringLiteral("99")), context),
                       [](const Message &m) {
                           return QStringLiteral("%1 in %2: %3; temp %4")
                               .arg(m.id.toString(), m.conversationId.toString(), m.body,
                                    m.tempId.toString());
                       });
    if (decoder == QLatin1String("read"))
        return orError(wire::decodeMarkRead(json, context), [](const wire::MarkReadReply &r) {
            QStringList ids;
            for (const MessageId &id : r.messageIds)
                ids << id.toString();
            return (r.count ? QString::number(*r.count) : QStringLiteral("?")) +
                   QStringLiteral(": ") + ids.join(u' ');
        });
    return orError(wire::decodeChannelAuth(json),
                   [](const wire::ChannelAuth &a) { return a.auth + u' ' + a.channelData; });
}

void TestReplies::everyReplyIsRead()
{
    const JsonValue row = test::theCase();
    const QString decoder = row["decoder"].string().value();
    const QStringList auth{QStringLiteral("login"), QStringLiteral("verify"),
                           QStringLiteral("notice"), QStringLiteral("token"),
                           QStringLiteral("profile")};
    const QString actual = auth.contains(decoder) ? describeAuth(decoder, row["payload"])
                                                  : describeChat(decoder, row["payload"]);
    QCOMPARE(actual, row["expect"].string().value());
}

void TestReplies::anEmptyBodyIsEnoughForMarkRead()
{
    const auto reply = wire::decodeMarkRead(JsonValue(), {});
    QVERIFY(reply.ok());
    QVERIFY(!reply->count.has_value());
}

void TestReplies::l29_a2xxThatSaysNoIsNoCodePage()
{
    const auto refused = JsonValue::parse(R"({"success":false,"message":"Wrong password"})");
    const auto outcome = wire::decodeLogin(*refused, test::wireContext());
    QVERIFY(!outcome.ok());
    QCOMPARE(outcome.error().serverText, QStringLiteral("Wrong password"));
    const auto code = JsonValue::parse(R"({"success":true,"message":"Code sent"})");
    QVERIFY(wire::decodeLogin(*code, test::wireContext())->kind == LoginOutcome::Kind::CodeNeeded);
}

SUHBAT_TEST(TestReplies, Nothing)
#include "tst_replies.moc"
