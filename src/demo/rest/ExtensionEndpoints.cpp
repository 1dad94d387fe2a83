#include "demo/rest/ExtensionEndpoints.h"

#include "demo/chat/Chat.h"
#include "demo/rest/Shapes.h"
#include "demo/store/Storage.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace suhbat::demo {

namespace {

constexpr qint64 editableSeconds = 48 * 3600;

QJsonObject data(const QJsonValue &value)
{
    return {{QStringLiteral("data"), value}};
}

} // namespace

ExtensionEndpoints::ExtensionEndpoints(Chat &chat, const Capabilities &capabilities, int perPage)
    : m_chat(chat), m_capabilities(capabilities), m_perPage(perPage)
{}

void ExtensionEndpoints::addTo(Router &router)
{
    using Handler = ApiAnswer (ExtensionEndpoints::*)(const ApiCall &) const;
    const auto add = [&](bool offered, const char *method, const char *path, Handler handler) {
        if (!offered)
            return;
        router.add(method, QStringLiteral("/api/inbox/") + QLatin1String(path),
                   Router::Access::Token,
                   [this, handler](const ApiCall &call) { return (this->*handler)(call); });
    };
    using Me = ExtensionEndpoints;
    add(m_capabilities.edit, "PATCH", "messages/{number}", &Me::edit);
    add(m_capabilities.remove, "DELETE", "messages/{number}", &Me::remove);
    add(m_capabilities.readers, "GET", "messages/{number}/readers", &Me::readers);
    add(m_capabilities.groupCreate, "POST", "conversations", &Me::createGroup);
    add(m_capabilities.members, "GET", "conversations/{number}/members", &Me::members);
    add(m_capabilities.search, "GET", "search", &Me::search);
    if (m_capabilities.capabilities) {
        router.add("GET", QStringLiteral("/api/inbox/capabilities"), Router::Access::Token,
                   [this](const ApiCall &) { return list(); });
    }
}

std::optional<ApiAnswer> ExtensionEndpoints::denial(const ApiCall &call, bool authorOnly) const
{
    Storage &storage = m_chat.storage();
    const Message message = storage.messages.byId(call.id(), call.person.id);
    if (message.id == 0)
        return noSuchModel("Message", call.id());
    const auto members = storage.conversations.byId(message.conversationId).members;
    if (!members.contains(call.person.id) || (authorOnly && message.senderId != call.person.id))
        return problem(403, QStringLiteral("This action is unauthorized."));
    return std::nullopt;
}

ApiAnswer ExtensionEndpoints::edit(const ApiCall &call) const
{
    if (auto answer = denial(call, true))
        return *answer;
    const QString body = call.fields().value(QLatin1String("body")).toString().trimmed();
    if (body.isEmpty())
        return invalid({required(QStringLiteral("body"))});
    const Message before = m_chat.storage().messages.byId(call.id(), call.person.id);
    if (before.createdAt.secsTo(m_chat.now()) > editableSeconds)
        return problem(409, QStringLiteral("The message is too old to be edited."));
    const Message message = m_chat.edit(call.id(), body);
    return {HttpReply::json(200, data(shapes::message(message, call.person, call.origin))),
            [&chat = m_chat, message, socket = call.socketId()] {
                chat.announceUpdated(message, socket);
            }};
}

ApiAnswer ExtensionEndpoints::remove(const ApiCall &call) const
{
    if (auto answer = denial(call, true))
        return *answer;
    const Message message = m_chat.storage().messages.byId(call.id(), call.person.id);
    m_chat.remove(message);
    return {HttpReply::empty(204), [&chat = m_chat, message, socket = call.socketId()] {
                chat.announceDeleted(message, socket);
            }};
}

ApiAnswer ExtensionEndpoints::readers(const ApiCall &call) const
{
    if (auto answer = denial(call, false))
        return *answer;
    Storage &storage = m_chat.storage();
    QJsonArray rows;
    for (const Read &read : storage.messages.readsOf(storage.messages.byId(call.id(), 0))) {
        const QJsonObject user{{QStringLiteral("id"), read.personId},
                               {QStringLiteral("name"), storage.people.byId(read.personId).name}};
        rows.append(
            QJsonObject{{QStringLiteral("user"), user},
                        {QStringLiteral("read_at"),
                         read.at.isValid() ? QJsonValue(shapes::isoTime(read.at)) : QJsonValue()}});
    }
    return {HttpReply::json(200, data(rows)), {}};
}

ApiAnswer ExtensionEndpoints::createGroup(const ApiCall &call) const
{
    const QJsonObject fields = call.fields();
    const QString title = fields.value(QLatin1String("title")).toString().simplified();
    Storage &storage = m_chat.storage();
    QList<qint64> members{call.person.id};
    for (const QJsonValue &value : fields.value(QLatin1String("participant_ids")).toArray()) {
        const qint64 id = value.toVariant().toLongLong();
        if (storage.people.byId(id).id == 0) {
            return invalid({{QStringLiteral("participant_ids"),
                             QStringLiteral("The selected participant ids is invalid.")}});
        }
        if (!members.contains(id))
            members.append(id);
    }
    QList<std::pair<QString, QString>> errors;
    if (title.isEmpty())
        errors.append(required(QStringLiteral("title")));
    if (members.size() < 2)
        errors.append(required(QStringLiteral("participant_ids")));
    if (!errors.isEmpty())
        return invalid(errors);
    Conversation group;
    group.direct = false;
    group.title = title.left(120);
    group.language = call.person.language;
    group.createdBy = call.person.id;
    group.createdAt = m_chat.now();
    group.members = members;
    group.id = storage.conversations.insert(group);
    shapes::ListRow row;
    row.conversation = group;
    row.title = group.title;
    return {
        HttpReply::json(201, data(shapes::listRow(row, m_chat.now(), call.language))),
        [&chat = m_chat, group, socket = call.socketId()] { chat.announceCreated(group, socket); }};
}

ApiAnswer ExtensionEndpoints::members(const ApiCall &call) const
{
    Storage &storage = m_chat.storage();
    const Conversation conversation = storage.conversations.byId(call.id());
    if (conversation.id == 0)
        return noSuchModel("Conversation", call.id());
    if (!conversation.members.contains(call.person.id))
        return problem(403, QStringLiteral("This action is unauthorized."));
    QJsonArray rows;
    for (qint64 id : conversation.members) {
        const bool admin = !conversation.direct && id == conversation.createdBy;
        rows.append(QJsonObject{
            {QStringLiteral("id"), id},
            {QStringLiteral("name"), storage.people.byId(id).name},
            {QStringLiteral("avatar_url"), QJsonValue::Null},
            {QStringLiteral("role"), admin ? QStringLiteral("admin") : QStringLiteral("member")}});
    }
    return {HttpReply::json(200, data(rows)), {}};
}

ApiAnswer ExtensionEndpoints::search(const ApiCall &call) const
{
    const QString wanted =
        call.request.query.queryItemValue(QStringLiteral("q"), QUrl::FullyDecoded).trimmed();
    if (wanted.isEmpty())
        return invalid({required(QStringLiteral("q"))});
    const Storage &storage = m_chat.storage();
    QJsonArray rows;
    for (const Message &message : storage.messages.containing(wanted, call.person.id)) {
        rows.append(shapes::message(message, storage.people.byId(message.senderId), call.origin));
    }
    const int page = std::max(1, call.request.query.queryItemValue(QStringLiteral("page")).toInt());
    return {
        HttpReply::json(200, shapes::page(rows, page, m_perPage, call.origin + call.request.path)),
        {}};
}

ApiAnswer ExtensionEndpoints::list() const
{
    QJsonObject names;
    for (const Capabilities::Name &one : Capabilities::names()) {
        if (one.member != &Capabilities::capabilities)
            names.insert(QLatin1String(one.name), m_capabilities.*one.member);
    }
    return {HttpReply::json(200, data(names)), {}};
}

} // namespace suhbat::demo
