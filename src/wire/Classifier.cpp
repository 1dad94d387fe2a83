#include "wire/Classifier.h"

#include "wire/EventDecoders.h"
#include "wire/Fields.h"
#include "wire/Messages.h"
#include "wire/Users.h"

#include <QStringList>

namespace suhbat::wire {

namespace {

using Kind = EventKind;

constexpr int mostEnvelopes = 4;

Kind kindOfType(const QString &type)
{
    static const QHash<QString, Kind> kinds{
        {QStringLiteral("message"), Kind::Message},
        {QStringLiteral("message_sent"), Kind::Message},
        {QStringLiteral("new_message"), Kind::Message},
        {QStringLiteral("typing"), Kind::Typing},
        {QStringLiteral("user_is_typing"), Kind::Typing},
        {QStringLiteral("read"), Kind::Read},
        {QStringLiteral("messages_read"), Kind::Read},
        {QStringLiteral("message_read"), Kind::Read},
        {QStringLiteral("message_updated"), Kind::Updated},
        {QStringLiteral("message_edited"), Kind::Updated},
        {QStringLiteral("message_deleted"), Kind::Deleted},
        {QStringLiteral("message_removed"), Kind::Deleted},
        {QStringLiteral("conversation_created"), Kind::Created},
    };
    return kinds.value(type, Kind::None);
}

Kind kindOfName(const QString &normalisedName)
{
    // Whole words: "thread" is not "read".
    const QStringList words = normalisedName.split(u'_', Qt::SkipEmptyParts);
    const auto has = [&words](std::initializer_list<const char *> any) {
        return std::any_of(any.begin(), any.end(),
                           [&](const char *word) { return words.contains(QLatin1String(word)); });
    };
    if (has({"typing"}))
        return Kind::Typing;
    if (has({"read", "seen"}))
        return Kind::Read;
    const bool message = has({"message", "messages"});
    const bool conversation = has({"conversation", "chat"});
    if (has({"deleted", "removed"}))
        return conversation && !message ? Kind::NotYet : Kind::Deleted;
    if (has({"updated", "edited"}))
        return conversation && !message ? Kind::NotYet : Kind::Updated;
    if (conversation && !message && has({"created"}))
        return Kind::Created;
    return message ? Kind::Message : Kind::None;
}

/// As kindOfName(), of a name as it came. A server has few, and one that comes again is the same:
/// taking it apart costs as much as reading its payload.
Kind kindOfEvent(const QString &eventName)
{
    struct Known
    {
        QString name;
        Kind kind = Kind::None;
    };
    thread_local Known last;
    if (last.name != eventName)
        last = {eventName, kindOfName(normalisedEventName(eventName))};
    return last.kind;
}

Kind kindOfStructure(const JsonValue &payload)
{
    if (payload["message"].isObject())
        return Kind::Message;
    const JsonReader reader(payload);
    const bool conversation = !readConversationId(payload).isEmpty();
    const bool text = readBody(payload).has_value();
    if (conversation && text && !firstId(reader, {"id", "message_id", "messageId"}).isEmpty())
        return Kind::Message;
    const bool reader_ =
        !firstId(reader, {"reader_id", "readerId", "user_id", "userId"}).isEmpty() ||
        reader.objectAt({"reader", "user"}).isObject();
    if (messageIdsIn(payload).isArray() && reader_)
        return Kind::Read;
    if (conversation && !text && !readSender(payload, {}).id.isEmpty())
        return Kind::Typing;
    return Kind::None;
}

/// Laravel sends data as a JSON string; some publishers encode it twice.
JsonValue throughStrings(JsonValue value)
{
    for (int depth = 0; depth < 2 && value.isString(); ++depth)
        value = value.embedded().value_or(JsonValue());
    return value;
}

/// Takes {type, data} envelopes off `payload`; returns the outermost known kind.
Kind takeEnvelopesOff(JsonValue &payload)
{
    Kind kind = Kind::None;
    for (int depth = 0; depth < mostEnvelopes; ++depth) {
        const auto type = payload["type"].string();
        const Kind own = type ? kindOfType(*type) : Kind::None;
        if (kind == Kind::None)
            kind = own;
        const JsonValue inner = throughStrings(payload["data"]);
        if (!inner.isObject())
            break;
        // Without a type, {data: …} is an envelope only when it says nothing by itself.
        if (own == Kind::None && (type || kindOfStructure(payload) != Kind::None))
            break;
        payload = inner;
    }
    return kind;
}

} // namespace

QString normalisedEventName(const QString &eventName)
{
    const QString last = cleanLine(eventName).section(u'\\', -1);
    QString name;
    for (qsizetype i = 0; i < last.size(); ++i) {
        const QChar c = last.at(i);
        if (!c.isLetterOrNumber()) {
            name += u'_';
            continue;
        }
        const bool afterLower = i > 0 && (last.at(i - 1).isLower() || last.at(i - 1).isDigit());
        const bool startsWord =
            i > 0 && i + 1 < last.size() && last.at(i - 1).isUpper() && last.at(i + 1).isLower();
        if (c.isUpper() && (afterLower || startsWord))
            name += u'_';
        name += c.toLower();
    }
    while (name.startsWith(u'_'))
        name.remove(0, 1);
    if (name.endsWith(QLatin1String("_event")))
        name.chop(6);
    return name;
}

ServerEvent classify(const QString &eventName, const JsonValue &payload,
                     const DecodeContext &context)
{
    const auto unknown = [&eventName](const QString &why) {
        return ServerEvent(
            UnknownEvent{QStringLiteral("%1: %2").arg(normalisedEventName(eventName), why)});
    };
    JsonValue object = throughStrings(payload);
    if (!object.isObject())
        return unknown(QStringLiteral("the payload is no object"));

    Kind kind = takeEnvelopesOff(object);
    const bool sure = kind != Kind::None;
    if (!sure)
        kind = kindOfEvent(eventName);
    if (kind == Kind::None)
        kind = kindOfStructure(object);
    auto event = decodeEvent(kind, object, context);
    // A name is only a hint: "message.status.read" may carry a message.
    const bool otherwise = kind == Kind::Message || kind == Kind::Typing || kind == Kind::Read;
    if (!event && !sure && otherwise) {
        const Kind structure = kindOfStructure(object);
        if (structure != Kind::None && structure != kind)
            event = decodeEvent(structure, object, context);
    }
    return event ? std::move(*event) : unknown(event.error().detail);
}

ServerEvent classify(const QString &eventName, QByteArrayView payload, const DecodeContext &context)
{
    const auto parsed = JsonValue::parse(payload);
    return classify(eventName, parsed ? *parsed : JsonValue(), context);
}

} // namespace suhbat::wire
