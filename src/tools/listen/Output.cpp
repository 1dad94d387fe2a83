#include "tools/listen/Output.h"

#include "base/Redact.h"

#include <QJsonArray>

#include <array>

namespace suhbat::listen {

namespace {

constexpr qsizetype longestContent = 500;

struct Look
{
    const char *name;
    const char *colour; ///< of a terminal
};

const Look &lookOf(Output::Level level)
{
    static constexpr std::array<Look, 5> all{{{"INFO", "\033[36m"},
                                              {"SUCCESS", "\033[32m"},
                                              {"WARNING", "\033[33m"},
                                              {"ERROR", "\033[31m"},
                                              {"EVENT", "\033[35m"}}};
    return all.at(std::size_t(level));
}

/// An event as a sentence, and as fields for programs.
struct Told
{
    QString text;
    QJsonObject fields;
};

QString person(const User &user)
{
    return user.id.isEmpty() ? user.name
                             : QStringLiteral("%1 (%2)").arg(user.name, user.id.toString());
}

Told tell(const MessageEvent &event)
{
    const Message &message = event.message;
    Told told;
    told.fields = {{QStringLiteral("kind"), QStringLiteral("message")},
                   {QStringLiteral("id"), message.id.toString()},
                   {QStringLiteral("conversation"), message.conversationId.toString()},
                   {QStringLiteral("fromId"), message.sender.id.toString()},
                   {QStringLiteral("from"), message.sender.name},
                   {QStringLiteral("content"), message.body}};
    told.text = QStringLiteral("Message | ID: %1 | Conversation: %2 | From: %3 | Content: %4")
                    .arg(message.id.toString(), message.conversationId.toString(),
                         person(message.sender), Output::printable(message.body, longestContent));
    if (!message.attachments.isEmpty()) {
        told.fields.insert(QStringLiteral("files"), int(message.attachments.size()));
        told.text += QStringLiteral(" | Files: %1").arg(message.attachments.size());
    }
    return told;
}

Told tell(const TypingEvent &event)
{
    return {QStringLiteral("Typing | Conversation: %1 | From: %2")
                .arg(event.conversationId.toString(), person(event.user)),
            {{QStringLiteral("kind"), QStringLiteral("typing")},
             {QStringLiteral("conversation"), event.conversationId.toString()},
             {QStringLiteral("fromId"), event.user.id.toString()},
             {QStringLiteral("from"), event.user.name}}};
}

Told tell(const ReadEvent &event)
{
    QStringList ids;
    for (const MessageId &id : event.messageIds)
        ids += id.toString();
    return {QStringLiteral("Read | Conversation: %1 | By: %2 | Messages: %3")
                .arg(event.conversationId.toString(), event.readerId.toString(),
                     ids.mid(0, 20).join(QStringLiteral(", "))),
            {{QStringLiteral("kind"), QStringLiteral("read")},
             {QStringLiteral("conversation"), event.conversationId.toString()},
             {QStringLiteral("by"), event.readerId.toString()},
             {QStringLiteral("messages"), QJsonArray::fromStringList(ids)}}};
}

Told tell(const MessageUpdatedEvent &event)
{
    Told told = tell(MessageEvent{event.message, {}});
    told.fields.insert(QStringLiteral("kind"), QStringLiteral("message_updated"));
    told.text.replace(0, int(qstrlen("Message")), QStringLiteral("Edited"));
    return told;
}

Told tell(const MessageDeletedEvent &event)
{
    QStringList ids;
    for (const MessageId &id : event.messageIds)
        ids += id.toString();
    return {QStringLiteral("Deleted | Conversation: %1 | Messages: %2")
                .arg(event.conversationId.toString(), ids.mid(0, 20).join(QStringLiteral(", "))),
            {{QStringLiteral("kind"), QStringLiteral("message_deleted")},
             {QStringLiteral("conversation"), event.conversationId.toString()},
             {QStringLiteral("messages"), QJsonArray::fromStringList(ids)}}};
}

Told tell(const ConversationCreatedEvent &event)
{
    return {QStringLiteral("Conversation | ID: %1 | Title: %2")
                .arg(event.conversation.id.toString(), event.conversation.title),
            {{QStringLiteral("kind"), QStringLiteral("conversation_created")},
             {QStringLiteral("conversation"), event.conversation.id.toString()},
             {QStringLiteral("title"), event.conversation.title}}};
}

Told tell(const UnknownEvent &event)
{
    return {QStringLiteral("Other | ") + event.reason,
            {{QStringLiteral("kind"), QStringLiteral("other")},
             {QStringLiteral("reason"), event.reason}}};
}

/// An event that has no words here yet; its payload stands in --raw and --json.
template<typename Event>
Told tell(const Event &)
{
    return {QStringLiteral("Event | --raw shows what is in it"),
            {{QStringLiteral("kind"), QStringLiteral("event")}}};
}

/// Control characters, and those that turn the direction of writing around.
bool drivesTerminals(QChar c)
{
    const char16_t code = c.unicode();
    return code < 0x20 || (code >= 0x7f && code < 0xa0) || (code >= 0x2028 && code <= 0x202e) ||
           (code >= 0x2066 && code <= 0x2069);
}

QJsonValue jsonOf(const QByteArray &text)
{
    const QByteArray list = '[' + redacted(QString::fromUtf8(text)).toUtf8() + ']';
    return QJsonDocument::fromJson(list).array().at(0);
}

} // namespace

Output::Output(Style style, Write write, Clock clock)
    : m_style(style), m_write(std::move(write)), m_clock(std::move(clock))
{}

QString Output::printable(const QString &text, qsizetype longest)
{
    QString result = redacted(text.left(longest + 1));
    for (QChar &c : result) {
        if (drivesTerminals(c))
            c = u' ';
    }
    if (result.size() > longest)
        result = result.left(longest) + u'…';
    return result;
}

QByteArray Output::printableJson(const QJsonObject &object, QJsonDocument::JsonFormat format)
{
    const QString json = QString::fromUtf8(QJsonDocument(object).toJson(format));
    QString result;
    result.reserve(json.size());
    for (const QChar c : json) {
        // Below 0x20 there is only the layout: what strings had of it is escaped already.
        if (c.unicode() >= 0x20 && drivesTerminals(c))
            result += QStringLiteral("\\u%1").arg(ushort(c.unicode()), 4, 16, QLatin1Char('0'));
        else
            result += c;
    }
    return result.toUtf8();
}

void Output::say(Level level, const char *type, const QString &text, const QJsonObject &fields)
{
    if (!m_style.json) {
        line(level, text);
        return;
    }
    QJsonObject all = fields;
    all.insert(QStringLiteral("text"), printable(text));
    object(level, type, all);
}

void Output::event(const QString &channel, const QString &name, const JsonValue &data,
                   const QString &userId, const ServerEvent &meaning)
{
    const QByteArray payload = data.type() == JsonValue::Type::Undefined ? "null" : data.toJson();
    Told told = std::visit([](const auto &what) { return tell(what); }, meaning);
    if (m_style.json) {
        told.fields.insert(QStringLiteral("channel"), channel);
        told.fields.insert(QStringLiteral("event"), name);
        told.fields.insert(QStringLiteral("data"), jsonOf(payload));
        if (!userId.isEmpty())
            told.fields.insert(QStringLiteral("userId"), userId);
        object(Level::Event, "event", told.fields);
    } else if (m_style.raw) {
        line(Level::Event,
             QStringLiteral("%1 %2 %3")
                 .arg(printable(channel, 200), printable(name, 200), QString::fromUtf8(payload)));
    } else {
        line(Level::Event, QStringLiteral("%1 | Channel: %2 | Event: %3")
                               .arg(told.text, printable(channel, 200), printable(name, 200)));
    }
}

void Output::failure(const Failure &failure)
{
    if (!m_style.json) {
        line(Level::Error, nameOf(failure.step) + QStringLiteral(": ") + failure.what);
        return;
    }
    object(Level::Error, "failure",
           {{QStringLiteral("step"), nameOf(failure.step)},
            {QStringLiteral("text"), printable(failure.what)},
            {QStringLiteral("advice"), QJsonArray::fromStringList(failure.advice)},
            {QStringLiteral("exitCode"), exitCodeOf(failure.step)}});
}

void Output::line(Level level, const QString &text)
{
    const Look &look = lookOf(level);
    const QByteArray time =
        m_clock.wall().toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")).toLatin1();
    QByteArray tag = QByteArray("[") + look.name + ']';
    if (m_style.colour)
        tag = look.colour + tag + "\033[0m";
    // A raw payload is shown whole, as far as a line can be.
    m_write('[' + time + "] " + tag + ' ' + printable(text, 100000).toUtf8());
}

void Output::object(Level level, const char *type, QJsonObject fields)
{
    fields.insert(QStringLiteral("time"), m_clock.wall().toUTC().toString(Qt::ISODateWithMs));
    fields.insert(QStringLiteral("level"), QLatin1String(lookOf(level).name));
    fields.insert(QStringLiteral("type"), QLatin1String(type));
    m_write(printableJson(fields, QJsonDocument::Compact));
}

} // namespace suhbat::listen
