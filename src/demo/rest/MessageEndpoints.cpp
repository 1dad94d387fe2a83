#include "demo/rest/MessageEndpoints.h"

#include "demo/chat/Chat.h"
#include "demo/rest/Shapes.h"
#include "demo/store/Storage.h"

namespace suhbat::demo {

namespace {

constexpr qsizetype longestContent = 20'000; ///< characters
constexpr qsizetype mostFiles = 10;
constexpr qsizetype mostFileBytes = 25 * 1024 * 1024; ///< each

QList<StoredFile> stored(const QList<FormPart> &parts)
{
    QList<StoredFile> files;
    for (const FormPart &part : parts)
        files.append({0, 0, part.fileName, part.mimeType, part.bytes.size(), part.bytes});
    return files;
}

QJsonArray idArray(const QList<qint64> &ids)
{
    QJsonArray array;
    for (qint64 id : ids)
        array.append(id);
    return array;
}

HttpReply markedReply(const QList<qint64> &ids)
{
    return HttpReply::json(
        200, QJsonObject{{QStringLiteral("success"), true},
                         {QStringLiteral("message"), QStringLiteral("Done")},
                         {QStringLiteral("data"),
                          QJsonObject{{QStringLiteral("marked_count"), int(ids.size())},
                                      {QStringLiteral("message_ids"), idArray(ids)}}}});
}

QList<qint64> idsIn(const QJsonArray &array)
{
    QList<qint64> ids;
    for (const auto &value : array)
        ids.append(value.toVariant().toLongLong());
    return ids;
}

} // namespace

MessageEndpoints::MessageEndpoints(Chat &chat, const Capabilities &capabilities)
    : m_chat(chat), m_capabilities(capabilities)
{}

void MessageEndpoints::addTo(Router &router)
{
    using Access = Router::Access;
    router.add("POST", QStringLiteral("/api/inbox/conversations/{number}/messages"), Access::Token,
               [this](const ApiCall &call) { return send(call); });
    router.add("POST", QStringLiteral("/api/inbox/messages/read"), Access::Token,
               [this](const ApiCall &call) { return markRead(call); });
    router.add("POST", QStringLiteral("/api/inbox/conversations/{number}/read-all"), Access::Token,
               [this](const ApiCall &call) { return readAll(call); });
    if (m_capabilities.typing) {
        router.add("POST", QStringLiteral("/api/inbox/conversations/{number}/typing"),
                   Access::Token, [this](const ApiCall &call) { return typing(call); });
    }
    router.add("GET", QStringLiteral("/api/files/{number}/download"), Access::Token,
               [this](const ApiCall &call) { return download(call); });
    router.add("GET", QStringLiteral("/storage/previews/{number}"), Access::Public,
               [this](const ApiCall &call) { return preview(call); });
}

ApiAnswer MessageEndpoints::send(const ApiCall &call) const
{
    if (auto answer = denial(call))
        return *answer;
    const QJsonObject fields = call.fields();
    const QString body = fields.value(QLatin1String("body")).toString().trimmed();
    const qint64 replyTo = m_capabilities.reply
                               ? fields.value(QLatin1String("reply_to_id")).toVariant().toLongLong()
                               : 0;
    const QList<FormPart> parts = m_capabilities.upload ? call.files() : QList<FormPart>();
    if (auto answer = invalidSend(call, body, replyTo, parts))
        return *answer;
    const QString tempId =
        m_capabilities.tempId ? fields.value(QLatin1String("tempId")).toString() : QString();
    if (m_capabilities.idempotentSend) {
        const Message first = m_chat.storage().messages.byTempId(call.person.id, tempId);
        if (first.id > 0)
            return {HttpReply::json(200, sentReply(call, first)), {}};
    }
    const Message message =
        m_chat.store(call.person.id, call.id(), body, tempId, replyTo, stored(parts));
    return {HttpReply::json(201, sentReply(call, message)),
            [&chat = m_chat, message, tempId, socket = call.socketId()] {
                chat.announce(message, tempId, socket);
            }};
}

std::optional<ApiAnswer> MessageEndpoints::invalidSend(const ApiCall &call, const QString &body,
                                                       qint64 replyTo,
                                                       const QList<FormPart> &files) const
{
    if (body.isEmpty() && files.isEmpty())
        return invalid({required(QStringLiteral("body"))});
    if (body.size() > longestContent) {
        return invalid({{QStringLiteral("body"),
                         QStringLiteral("The body field must not be greater than %1 characters.")
                             .arg(longestContent)}});
    }
    if (replyTo > 0 &&
        m_chat.storage().messages.byId(replyTo, call.person.id).conversationId != call.id()) {
        return invalid({{QStringLiteral("reply_to_id"),
                         QStringLiteral("The selected reply to id is invalid.")}});
    }
    if (files.size() > mostFiles) {
        return invalid(
            {{QStringLiteral("files"),
              QStringLiteral("The files field must not have more than %1 items.").arg(mostFiles)}});
    }
    QList<std::pair<QString, QString>> errors;
    for (qsizetype i = 0; i < files.size(); ++i) {
        if (files[i].bytes.size() > mostFileBytes) {
            const QString field = QStringLiteral("files.%1").arg(i);
            errors.append({field, QStringLiteral("The %1 field must not be greater than %2 "
                                                 "kilobytes.")
                                      .arg(field)
                                      .arg(mostFileBytes / 1024)});
        }
    }
    return errors.isEmpty() ? std::nullopt : std::optional(invalid(errors));
}

QJsonObject MessageEndpoints::sentReply(const ApiCall &call, const Message &message) const
{
    QJsonObject sent = shapes::message(message, call.person, call.origin);
    if (!message.tempId.isEmpty())
        sent.insert(QStringLiteral("tempId"), message.tempId);
    return {{QStringLiteral("data"), sent}};
}

ApiAnswer MessageEndpoints::markRead(const ApiCall &call) const
{
    const QJsonValue given = call.fields().value(QLatin1String("message_ids"));
    if (!given.isArray() || given.toArray().isEmpty())
        return invalid({required(QStringLiteral("message_ids"))});
    const QList<qint64> ids = idsIn(given.toArray());
    Storage &storage = m_chat.storage();
    for (qint64 id : ids) {
        const Message message = storage.messages.byId(id, call.person.id);
        if (message.id == 0)
            return problem(400, QStringLiteral("Some message ids are invalid."));
        if (!storage.conversations.byId(message.conversationId).members.contains(call.person.id))
            return problem(403, QStringLiteral("This action is unauthorized."));
    }
    const QList<qint64> marked = m_chat.markRead(call.person.id, ids);
    return {markedReply(marked), [&chat = m_chat, reader = call.person.id, marked] {
                chat.announceRead(reader, marked);
            }};
}

ApiAnswer MessageEndpoints::readAll(const ApiCall &call) const
{
    if (auto answer = denial(call))
        return *answer;
    const QList<qint64> marked = m_chat.markRead(
        call.person.id, m_chat.storage().messages.unread(call.id(), call.person.id));
    return {markedReply(marked), [&chat = m_chat, reader = call.person.id, marked] {
                chat.announceRead(reader, marked);
            }};
}

ApiAnswer MessageEndpoints::typing(const ApiCall &call) const
{
    if (auto answer = denial(call))
        return *answer;
    return {HttpReply::empty(204),
            [&chat = m_chat, person = call.person.id, id = call.id(), socket = call.socketId()] {
                chat.announceTyping(person, id, socket);
            }};
}

ApiAnswer MessageEndpoints::download(const ApiCall &call) const
{
    const Storage &storage = m_chat.storage();
    const StoredFile file = storage.messages.fileWithBytes(call.id());
    if (file.id == 0)
        return noSuchModel("File", call.id());
    const Message message = storage.messages.byId(file.messageId, call.person.id);
    if (!storage.conversations.byId(message.conversationId).members.contains(call.person.id))
        return problem(403, QStringLiteral("This action is unauthorized."));
    return {{200,
             {{"Content-Type", file.mimeType.toLatin1()},
              {"Content-Disposition", "attachment; filename=\"" + file.name.toUtf8() + '"'}},
             file.bytes},
            {}};
}

// What the back end keeps in its public storage; the number stands for an unguessable name there.
ApiAnswer MessageEndpoints::preview(const ApiCall &call) const
{
    const StoredFile file = m_chat.storage().messages.fileWithBytes(call.id());
    if (!file.isImage())
        return problem(404, QStringLiteral("Not Found"));
    return {{200, {{"Content-Type", file.mimeType.toLatin1()}}, file.bytes}, {}};
}

std::optional<ApiAnswer> MessageEndpoints::denial(const ApiCall &call) const
{
    const Conversation conversation = m_chat.storage().conversations.byId(call.id());
    if (conversation.id == 0)
        return noSuchModel("Conversation", call.id());
    if (!conversation.members.contains(call.person.id))
        return problem(403, QStringLiteral("This action is unauthorized."));
    return std::nullopt;
}

} // namespace suhbat::demo
