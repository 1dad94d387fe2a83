// ChatApi: what servers can do beyond the contract, each a capability.
#include "api/ChatApi.h"
#include "api/ChatApiCall.h"
#include "wire/Conversations.h"
#include "wire/Encoders.h"
#include "wire/Pages.h"

#include <QFileInfo>

namespace suhbat {

namespace {

using Method = HttpRequest::Method;

std::optional<Error> tooMuch(const QVector<UploadFile> &files)
{
    if (files.size() > OutgoingMessage::mostFiles) {
        return Error::make(Error::Kind::TooLarge,
                           QStringLiteral("more than %1 files").arg(OutgoingMessage::mostFiles));
    }
    for (const UploadFile &file : files) {
        if (QFileInfo(file.path).size() > OutgoingMessage::mostFileBytes) {
            return Error::make(
                Error::Kind::TooLarge,
                QStringLiteral("a file of more than %1 bytes").arg(OutgoingMessage::mostFileBytes));
        }
    }
    return std::nullopt;
}

UploadBody::Fields fieldsOf(const OutgoingMessage &message)
{
    UploadBody::Fields fields{{"body", message.body.toUtf8()}};
    if (!message.tempId.isEmpty())
        fields.append({"tempId", message.tempId.toString().toUtf8()});
    if (!message.replyTo.isEmpty())
        fields.append({"reply_to_id", message.replyTo.toString().toUtf8()});
    return fields;
}

} // namespace

void ChatApi::sendMessage(const ConversationId &conversation, const OutgoingMessage &message,
                          QObject *context, const OutgoingMessage::Progress &progress,
                          Done<Message> done)
{
    OutgoingMessage known = message;
    if (!m_capabilities.tempId)
        known.tempId = {};
    if (!m_capabilities.reply)
        known.replyTo = {};
    HttpRequest post = request(Method::Post, inboxPath(conversation, "/messages"));
    if (known.files.isEmpty()) {
        post.body = wire::encodeSend(known.body, known.tempId, known.replyTo);
    } else {
        if (lacks(&Capabilities::upload, context, done))
            return;
        std::optional<Error> error = tooMuch(known.files);
        auto body = error ? Result<std::shared_ptr<UploadBody>>(*error)
                          : UploadBody::make(fieldsOf(known), known.files);
        if (!body) {
            deliver(context, std::move(done), Result<Message>(body.error()));
            return;
        }
        post.upload = *body;
        post.progress = progress;
    }
    call<Message>(std::move(post), context, std::move(done),
                  [conversation, c = decodeContext()](const JsonValue &json) {
                      return wire::decodeSendReply(json, conversation, c);
                  });
}

void ChatApi::sendTyping(const ConversationId &conversation, QObject *context, Done<void> done)
{
    if (lacks(&Capabilities::typing, context, done))
        return;
    call<void>(request(Method::Post, inboxPath(conversation, "/typing")), context, std::move(done),
               [](const JsonValue &) { return Result<void>(); });
}

void ChatApi::messages(const ConversationId &conversation, Side side, const MessageId &of,
                       int count, QObject *context, Done<ConversationDetails> done)
{
    if (lacks(&Capabilities::paging, context, done))
        return;
    const QString path =
        QStringLiteral("%1?%2=%3&per_page=%4")
            .arg(inboxPath(conversation),
                 side == Side::Before ? QStringLiteral("before") : QStringLiteral("after"),
                 pathSegment(of), QString::number(count));
    call<ConversationDetails>(
        request(Method::Get, path), context, std::move(done),
        [c = decodeContext()](const JsonValue &json) { return wire::decodeDetails(json, c); });
}

void ChatApi::editMessage(const ConversationId &conversation, const MessageId &id,
                          const QString &body, QObject *context, Done<Message> done)
{
    if (lacks(&Capabilities::edit, context, done))
        return;
    call<Message>(request(Method::Patch, inboxPath(id), wire::encodeEdit(body)), context,
                  std::move(done), [conversation, c = decodeContext()](const JsonValue &json) {
                      return wire::decodeSendReply(json, conversation, c);
                  });
}

void ChatApi::deleteMessage(const MessageId &id, QObject *context, Done<void> done)
{
    if (lacks(&Capabilities::remove, context, done))
        return;
    call<void>(
        request(Method::Delete, inboxPath(id)), context,
        [done = std::move(done)](const Result<void> &result) {
            const bool gone = !result && result.error().kind == Error::Kind::NotFound;
            done(gone ? Result<void>() : result);
        },
        [](const JsonValue &) { return Result<void>(); });
}

void ChatApi::readers(const MessageId &id, QObject *context, Done<Page<ReadBy>> done)
{
    if (lacks(&Capabilities::readers, context, done))
        return;
    call<Page<ReadBy>>(request(Method::Get, inboxPath(id, "/readers")), context, std::move(done),
                       [c = decodeContext()](const JsonValue &json) {
                           return wire::decodeReaderPage(json, 1, c);
                       });
}

void ChatApi::createGroup(const QString &title, const QVector<UserId> &people, QObject *context,
                          Done<Conversation> done)
{
    if (lacks(&Capabilities::groupCreate, context, done))
        return;
    call<Conversation>(request(Method::Post, QStringLiteral("/inbox/conversations"),
                               wire::encodeGroup(title, people)),
                       context, std::move(done), [c = decodeContext()](const JsonValue &json) {
                           return wire::decodeConversationReply(json, c);
                       });
}

void ChatApi::members(const ConversationId &conversation, QObject *context, Done<Page<Member>> done)
{
    if (lacks(&Capabilities::members, context, done))
        return;
    call<Page<Member>>(request(Method::Get, inboxPath(conversation, "/members")), context,
                       std::move(done), [c = decodeContext()](const JsonValue &json) {
                           return wire::decodeMemberPage(json, 1, c);
                       });
}

void ChatApi::search(const QString &text, int page, QObject *context, Done<Page<Message>> done)
{
    if (lacks(&Capabilities::search, context, done))
        return;
    const QString path =
        QStringLiteral("/inbox/search?q=%1&page=%2")
            .arg(QString::fromLatin1(QUrl::toPercentEncoding(text)), QString::number(page));
    call<Page<Message>>(request(Method::Get, path), context, std::move(done),
                        [page, c = decodeContext()](const JsonValue &json) {
                            return wire::decodeFoundPage(json, page, c);
                        });
}

} // namespace suhbat
