#include "wire/Conversations.h"

#include "wire/Fields.h"
#include "wire/Messages.h"
#include "wire/Timestamps.h"
#include "wire/Urls.h"
#include "wire/Users.h"

#include <algorithm>

namespace suhbat::wire {

namespace {

constexpr qint64 highestUnread = 1000000;

Conversation::Type typeOf(const JsonReader &reader, std::optional<Conversation::Type> fallback)
{
    const QString type = firstLine(reader, {"type"});
    if (type.isEmpty()) {
        const bool department = !reader.value({"department_id", "department"}).isNothing();
        return fallback.value_or(department ? Conversation::Type::Group
                                            : Conversation::Type::Direct);
    }
    const bool direct = type == QLatin1String("direct") || type == QLatin1String("one_to_one") ||
                        type == QLatin1String("private");
    return direct ? Conversation::Type::Direct : Conversation::Type::Group;
}

/// {body, sender} as the server would have written it in one line.
QString previewOf(const JsonValue &message, const DecodeContext &context)
{
    if (!message.isObject())
        return cleanLine(message.text().value_or(QString()), limits::line);
    const QString body = cleanLine(readBody(message).value_or(QString()), limits::line);
    const User sender = readSender(message, context);
    const bool own = !sender.id.isEmpty() && sender.id == context.ownUserId;
    if (own || sender.name.isEmpty() || body.isEmpty())
        return body;
    return cleanLine(sender.name + QStringLiteral(": ") + body, limits::line);
}

void readLastMessage(Conversation &row, const JsonReader &reader, const DecodeContext &context)
{
    const JsonValue last = reader.value({"last_message", "lastMessage"});
    row.lastMessage = previewOf(last, context);
    row.lastMessageAt = firstTime(
        reader, {"last_message_time", "last_message_at", "lastMessageTime", "lastMessageAt"},
        context);
    if (!row.lastMessageAt)
        row.lastMessageAt = firstTime(JsonReader(last), {"created_at", "sent_at"}, context);
    if (row.lastMessageAt)
        return;
    row.lastMessageTimeText = firstLine(reader, {"last_message_time", "lastMessageTime"}, 64);
    if (row.lastMessageTimeText.isEmpty())
        row.lastMessageAt = firstTime(reader, {"updated_at", "updatedAt"}, context);
}

} // namespace

Result<Conversation> decodeConversation(const JsonValue &value, const DecodeContext &context,
                                        std::optional<Conversation::Type> fallback,
                                        const QString &path)
{
    const JsonReader reader(value);
    Conversation row;
    row.id = idAt<ConversationId>(reader, {"id", "conversation_id", "conversationId"});
    if (row.id.isEmpty())
        return missing(path, "id");
    row.type = typeOf(reader, fallback);
    row.title = firstLine(reader, {"title", "name"});
    const JsonValue partner = reader.objectAt({"partner"});
    if (row.title.isEmpty()) {
        const auto user = decodeUser(partner, context);
        row.title = user ? user->name : readUser(partner, context).name;
    }
    if (row.title.isEmpty())
        row.title = firstLine(JsonReader(reader.objectAt({"department"})), {"name", "title"});
    row.avatarUrl = readUser(value, context).avatarUrl;
    if (row.avatarUrl.isEmpty())
        row.avatarUrl = readUser(partner, context).avatarUrl;
    readLastMessage(row, reader, context);
    const qint64 unread = reader.integer({"unread_count", "unreadCount", "unread"}).value_or(0);
    row.unreadCount = int(std::clamp<qint64>(unread, 0, highestUnread));
    return row;
}

Result<ConversationDetails> decodeDetails(const JsonValue &root, const DecodeContext &context)
{
    JsonValue value = unwrapped(root);
    if (const JsonValue inner = value["conversation"]; inner.isObject() && value["id"].isNothing())
        value = inner;
    auto conversation = decodeConversation(value, context);
    if (!conversation)
        return conversation.error();

    ConversationDetails details;
    details.conversation = std::move(*conversation);
    if (const auto partner = decodeUser(value["partner"], context))
        details.partner = *partner;

    for (const JsonValue &facts : {root["meta"], value["meta"], value["messages"]["meta"]}) {
        if (!details.hasMore)
            details.hasMore = JsonReader(facts).boolean({"has_more", "hasMore"});
    }
    const QVector<JsonValue> rows = unwrapped(value["messages"]).items();
    details.messages.reserve(rows.size());
    for (qsizetype i = 0; i < rows.size(); ++i) {
        auto message = decodeMessage(rows.at(i), context, details.conversation.id,
                                     QStringLiteral("messages[%1]").arg(i));
        if (message) {
            details.messages.append(std::move(*message));
        } else if (details.skipped++ == 0) {
            details.skippedWhy = message.error().detail;
        }
    }
    std::stable_sort(details.messages.begin(), details.messages.end(), precedes);
    return details;
}

} // namespace suhbat::wire
