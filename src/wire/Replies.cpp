#include "wire/Replies.h"

#include "wire/Conversations.h"
#include "wire/Fields.h"
#include "wire/Messages.h"
#include "wire/Users.h"

namespace suhbat::wire {

namespace {

/// Tokens end up in a header: printable ASCII without blanks, or none at all.
QString readToken(const JsonReader &reader)
{
    const QString token = reader.string({"token", "access_token"}).value_or(QString()).trimmed();
    constexpr qsizetype longest = 8192;
    const bool safe =
        token.size() <= longest && std::all_of(token.cbegin(), token.cend(),
                                               [](QChar c) { return c > u' ' && c < QChar(0x7f); });
    return safe ? token : QString();
}

JsonValue withToken(const JsonValue &root)
{
    return readToken(JsonReader(root)).isEmpty() ? unwrapped(root) : root;
}

Session readSession(const JsonValue &root, const DecodeContext &context)
{
    const JsonValue object = withToken(root);
    Session session;
    session.token = readToken(JsonReader(object));
    const JsonValue user = unwrapped(object["user"]);
    if (auto decoded = decodeUser(user, context))
        session.user = std::move(*decoded);
    return session;
}

} // namespace

Result<LoginOutcome> decodeLogin(const JsonValue &root, const DecodeContext &context)
{
    if (auto error = refusal(root, context.language))
        return *error;
    if (!root.isObject())
        return Error::make(Error::Kind::BadResponse, QStringLiteral("login is no object"));
    LoginOutcome outcome;
    outcome.serverText = localisedText(root["message"], context.language);
    outcome.session = readSession(root, context);
    outcome.kind = outcome.session.token.isEmpty() ? LoginOutcome::Kind::CodeNeeded
                                                   : LoginOutcome::Kind::SignedIn;
    return outcome;
}

Result<Session> decodeVerify(const JsonValue &root, const DecodeContext &context)
{
    if (auto error = refusal(root, context.language))
        return *error;
    Session session = readSession(root, context);
    if (session.token.isEmpty())
        return missing(QStringLiteral("verify"), "token");
    return session;
}

Result<QString> decodeNotice(const JsonValue &root, const DecodeContext &context)
{
    if (auto error = refusal(root, context.language))
        return *error;
    return localisedText(root["message"], context.language);
}

Result<TokenCheck> decodeTokenCheck(const JsonValue &root, const DecodeContext &context)
{
    const JsonValue inner = unwrapped(root);
    const JsonValue object = root["token_valid"].isNothing() ? inner : root;
    const auto valid = JsonReader(object).boolean({"token_valid", "tokenValid"});
    if (!valid)
        return missing(QStringLiteral("token check"), "token_valid");
    TokenCheck check;
    check.valid = *valid;
    if (auto user = decodeUser(unwrapped(object["user"]), context))
        check.user = std::move(*user);
    return check;
}

Result<User> decodeProfile(const JsonValue &root, const DecodeContext &context)
{
    JsonValue object = unwrapped(root);
    if (object["id"].isNothing() && object["user"].isObject())
        object = object["user"];
    return decodeUser(object, context, QStringLiteral("profile"));
}

Result<Conversation> decodeConversationReply(const JsonValue &root, const DecodeContext &context)
{
    if (auto error = refusal(root, context.language))
        return *error;
    JsonValue object = unwrapped(root);
    if (object["id"].isNothing() && object["conversation"].isObject())
        object = object["conversation"];
    return decodeConversation(object, context);
}

Result<Message> decodeSendReply(const JsonValue &root, const ConversationId &sentTo,
                                const DecodeContext &context)
{
    if (auto error = refusal(root, context.language))
        return *error;
    const JsonValue object = unwrapped(root);
    const JsonValue inner = object["message"];
    auto message = decodeMessage(inner.isObject() ? inner : object, context, sentTo);
    if (!message)
        return message.error();
    for (const JsonValue &owner : {object, root}) {
        if (message->tempId.isEmpty())
            message->tempId = readTempId(owner);
    }
    return message;
}

Result<Capabilities> decodeCapabilities(const JsonValue &root)
{
    const JsonValue value = unwrapped(root);
    if (!value.isObject() && !value.isArray())
        return missing(QStringLiteral("capabilities"), "data");
    Capabilities told;
    for (const CapabilityName &one : capabilityNames)
        told.*one.member = value[one.name].boolean().value_or(false);
    for (const JsonValue &name : value.items().mid(0, limits::capabilities)) {
        if (const auto member = capabilityNamed(name.string().value_or(QString())))
            told.*member = true;
    }
    return told;
}

Result<MarkReadReply> decodeMarkRead(const JsonValue &root, const DecodeContext &context)
{
    if (auto error = refusal(root, context.language))
        return *error;
    const JsonReader reader(unwrapped(root));
    MarkReadReply reply;
    if (const auto count = reader.integer({"marked_count", "markedCount"}))
        reply.count = int(std::clamp<qint64>(*count, 0, limits::messageIds));
    for (const JsonValue &item : reader.arrayAt({"message_ids", "messageIds", "ids"}).items()) {
        if (const auto id = item.id())
            reply.messageIds.append(MessageId(*id));
    }
    return reply;
}

Result<ChannelAuth> decodeChannelAuth(const JsonValue &root)
{
    const JsonReader reader(unwrapped(root));
    ChannelAuth auth;
    auth.auth = reader.string({"auth"}).value_or(QString());
    if (auth.auth.isEmpty())
        return missing(QStringLiteral("broadcasting"), "auth");
    auth.channelData = reader.string({"channel_data"}).value_or(QString());
    auth.sharedSecret = reader.string({"shared_secret"}).value_or(QString());
    return auth;
}

} // namespace suhbat::wire
