// A line with an event's name, then its payload: through the classifier, whose values must keep
// the bounds that the rest of the program relies on.
#include "Check.h"
#include "wire/Classifier.h"
#include "wire/SafeText.h"

#include <QUrl>

#include <cstdint>

using namespace suhbat;
using suhbat::fuzz::check;
namespace limits = suhbat::wire::limits;

namespace {

void checkLine(const QString &text, qsizetype most)
{
    check(text.size() <= most, "a line has its length");
    for (const QChar c : text)
        check(c.unicode() >= 0x20 && c.unicode() != 0x7f, "a line has no control characters");
}

void checkAddress(const QString &text)
{
    check(text.size() <= limits::url, "an address has its length");
    const QString scheme = QUrl(text).scheme();
    check(text.isEmpty() || scheme == QLatin1String("http") || scheme == QLatin1String("https"),
          "addresses are of the web");
}

template<typename IdType>
void checkId(const IdType &id)
{
    check(id.toString().size() <= limits::id, "an id has its length");
}

void checkUser(const User &user)
{
    checkId(user.id);
    checkLine(user.name, limits::name);
    checkLine(user.phone, limits::name);
    checkLine(user.email, limits::name);
    checkAddress(user.avatarUrl);
}

void checkMessage(const Message &message)
{
    check(!message.id.isEmpty(), "a message has an id");
    check(!message.conversationId.isEmpty(), "and a conversation");
    checkId(message.id);
    checkId(message.tempId);
    checkId(message.conversationId);
    checkUser(message.sender);
    check(message.body.size() <= limits::body, "a text has its length");
    check(message.createdAt.isValid(), "a message has a time");
    check(message.createdAt.timeSpec() == Qt::UTC, "in UTC");
    check(message.attachments.size() <= limits::attachments, "attachments are counted");
    for (const Attachment &file : message.attachments) {
        checkAddress(file.url);
        checkAddress(file.previewUrl);
        checkLine(file.name, limits::name);
    }
    if (message.replyTo) {
        checkId(message.replyTo->id);
        checkLine(message.replyTo->senderName, limits::name);
    }
    check(!message.editedAt || message.editedAt->timeSpec() == Qt::UTC, "an edit in UTC, too");
}

void checkEvent(const MessageEvent &event)
{
    checkMessage(event.message);
    if (event.conversation) {
        check(!event.conversation->id.isEmpty(), "a conversation has an id");
        checkLine(event.conversation->title, limits::name);
        check(!event.conversation->lastMessageAt, "an event brings no preview");
    }
}

void checkEvent(const TypingEvent &event)
{
    check(!event.conversationId.isEmpty(), "typing is somewhere");
    check(!event.user.id.isEmpty(), "and by somebody");
    checkUser(event.user);
}

void checkEvent(const ReadEvent &event)
{
    check(!event.messageIds.isEmpty(), "something was read");
    check(event.messageIds.size() <= limits::messageIds, "but not without end");
    for (const MessageId &id : event.messageIds)
        checkId(id);
    checkId(event.readerId);
}

void checkEvent(const MessageUpdatedEvent &event)
{
    checkMessage(event.message);
    check(event.message.editedAt.has_value(), "an edit has a time");
}

void checkEvent(const MessageDeletedEvent &event)
{
    check(!event.messageIds.isEmpty(), "something was deleted");
    check(event.messageIds.size() <= limits::messageIds, "but not without end");
    for (const MessageId &id : event.messageIds)
        checkId(id);
    checkId(event.conversationId);
}

void checkEvent(const ConversationCreatedEvent &event)
{
    check(!event.conversation.id.isEmpty(), "a conversation has an id");
    checkId(event.conversation.id);
    checkLine(event.conversation.title, limits::name);
    checkAddress(event.conversation.avatarUrl);
}

void checkEvent(const UnknownEvent &event)
{
    check(!event.reason.isEmpty(), "not understood for a reason");
    check(event.reason.size() <= 4 * limits::line, "that fits a line of the log");
}

wire::DecodeContext context()
{
    wire::DecodeContext result;
    result.origin = QUrl(QStringLiteral("https://chat.example.test"));
    result.ownUserId = UserId(QStringLiteral("42"));
    result.clock.wall = [] { return QDateTime::fromSecsSinceEpoch(1770000000, Qt::UTC); };
    return result;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const wire::DecodeContext here = context();
    const QByteArray input(reinterpret_cast<const char *>(data), qsizetype(size));
    const qsizetype end = std::max<qsizetype>(input.indexOf('\n'), 0);
    const QString name = QString::fromUtf8(input.left(end));
    const QByteArrayView payload = QByteArrayView(input).sliced(std::min(end + 1, input.size()));

    const ServerEvent event = wire::classify(name, payload, here);
    std::visit([](const auto &what) { checkEvent(what); }, event);
    // An envelope more or less must not matter to whoever reads the kind.
    check(wire::classify(name, payload, here).index() == event.index(), "twice is the same");
    return 0;
}
