#include "demo/rest/ConversationEndpoints.h"

#include "demo/chat/Chat.h"
#include "demo/Faults.h"
#include "demo/rest/Shapes.h"
#include "demo/store/Storage.h"

#include <algorithm>

namespace suhbat::demo {

namespace {

qint64 partnerIn(const Conversation &conversation, qint64 personId)
{
    for (qint64 member : conversation.members) {
        if (member != personId)
            return member;
    }
    return personId;
}

} // namespace

ConversationEndpoints::ConversationEndpoints(Chat &chat, const Faults &faults,
                                             const Capabilities &capabilities, int perPage)
    : m_chat(chat), m_faults(faults), m_capabilities(capabilities), m_perPage(perPage)
{}

void ConversationEndpoints::addTo(Router &router)
{
    using Access = Router::Access;
    router.add("GET", QStringLiteral("/api/inbox/contacts"), Access::Token,
               [this](const ApiCall &call) { return contacts(call); });
    router.add("GET", QStringLiteral("/api/inbox/conversations/direct"), Access::Token,
               [this](const ApiCall &call) { return list(call, true); });
    router.add("GET", QStringLiteral("/api/inbox/conversations/department"), Access::Token,
               [this](const ApiCall &call) { return list(call, false); });
    router.add("POST", QStringLiteral("/api/inbox/conversations/find-or-create"), Access::Token,
               [this](const ApiCall &call) { return findOrCreate(call); });
    router.add("GET", QStringLiteral("/api/inbox/conversations/{number}"), Access::Token,
               [this](const ApiCall &call) { return details(call); });
}

ApiAnswer ConversationEndpoints::contacts(const ApiCall &call) const
{
    const QString wanted =
        call.request.query.queryItemValue(QStringLiteral("search"), QUrl::FullyDecoded).trimmed();
    QJsonArray rows;
    for (const Person &person : m_chat.storage().people.all()) {
        if (person.id != call.person.id &&
            (person.name.contains(wanted, Qt::CaseInsensitive) || person.phone.contains(wanted)))
            rows.append(shapes::contact(person));
    }
    return paged(call, rows);
}

ApiAnswer ConversationEndpoints::list(const ApiCall &call, bool direct) const
{
    QJsonArray rows;
    for (const Conversation &conversation :
         m_chat.storage().conversations.of(call.person.id, direct))
        rows.append(row(call, conversation));
    return paged(call, rows);
}

ApiAnswer ConversationEndpoints::findOrCreate(const ApiCall &call) const
{
    const QJsonValue given = call.fields().value(QLatin1String("partner_id"));
    if (given.isUndefined() || given.isNull())
        return invalid({required(QStringLiteral("partner_id"))});
    const qint64 partner = given.toVariant().toLongLong();
    Storage &storage = m_chat.storage();
    if (storage.people.byId(partner).id == 0 || partner == call.person.id) {
        return invalid({{QStringLiteral("partner_id"),
                         QStringLiteral("The selected partner id is invalid.")}});
    }
    Conversation conversation = storage.conversations.direct(call.person.id, partner);
    const bool isNew = conversation.id == 0;
    if (isNew) {
        conversation.language = storage.people.byId(partner).language;
        conversation.createdBy = call.person.id;
        conversation.createdAt = m_chat.now();
        conversation.members = {call.person.id, partner};
        conversation.id = storage.conversations.insert(conversation);
    }
    return {HttpReply::json(isNew ? 201 : 200,
                            QJsonObject{{QStringLiteral("data"), row(call, conversation)}}),
            {}};
}

ApiAnswer ConversationEndpoints::details(const ApiCall &call) const
{
    Storage &storage = m_chat.storage();
    const Conversation conversation = storage.conversations.byId(call.id());
    if (conversation.id == 0)
        return noSuchModel("Conversation", call.id());
    if (!conversation.members.contains(call.person.id))
        return problem(403, QStringLiteral("This action is unauthorized."));
    QList<Message> history = storage.messages.history(conversation.id, call.person.id);
    const auto hasMore = cutToPage(call, history);
    if (m_faults.newestFirst)
        std::reverse(history.begin(), history.end());
    QJsonArray messages;
    for (const Message &message : std::as_const(history)) {
        messages.append(
            shapes::message(message, storage.people.byId(message.senderId), call.origin));
    }
    QJsonObject details{{QStringLiteral("id"), conversation.id},
                        {QStringLiteral("type"), conversation.direct
                                                     ? QStringLiteral("direct")
                                                     : QStringLiteral("department")},
                        {QStringLiteral("messages"), messages}};
    if (conversation.direct && !m_faults.withoutPartner) {
        details.insert(QStringLiteral("partner"), shapes::partner(storage.people.byId(
                                                      partnerIn(conversation, call.person.id))));
    }
    QJsonObject body{{QStringLiteral("data"), details}};
    if (hasMore)
        body.insert(QStringLiteral("meta"), QJsonObject{{QStringLiteral("has_more"), *hasMore}});
    return {HttpReply::json(200, body), {}};
}

std::optional<bool> ConversationEndpoints::cutToPage(const ApiCall &call,
                                                     QList<Message> &history) const
{
    const auto asked = [&call](const char *key) {
        return call.request.query.queryItemValue(QLatin1String(key)).toLongLong();
    };
    const qint64 before = asked("before");
    const qint64 after = asked("after");
    if (!m_capabilities.paging || (before <= 0 && after <= 0))
        return std::nullopt;
    const qsizetype most =
        std::clamp<qint64>(asked("per_page") > 0 ? asked("per_page") : 50, 1, 200);
    history.removeIf([&](const Message &message) {
        return before > 0 ? message.id >= before : message.id <= after;
    });
    const bool hasMore = history.size() > most;
    if (hasMore)
        history = before > 0 ? history.last(most) : history.first(most);
    return hasMore;
}

QJsonObject ConversationEndpoints::row(const ApiCall &call, const Conversation &conversation) const
{
    const Storage &storage = m_chat.storage();
    shapes::ListRow row;
    row.conversation = conversation;
    row.title = conversation.direct
                    ? storage.people.byId(partnerIn(conversation, call.person.id)).name
                    : conversation.title;
    row.newest = storage.messages.newest(conversation.id, call.person.id);
    row.newestAuthor = row.newest.senderId == call.person.id
                           ? ownPrefix(call.language)
                           : storage.people.byId(row.newest.senderId).name;
    row.unread = int(storage.messages.unread(conversation.id, call.person.id).size());
    return shapes::listRow(row, m_chat.now(), call.language);
}

ApiAnswer ConversationEndpoints::paged(const ApiCall &call, const QJsonArray &rows) const
{
    const int page = std::max(1, call.request.query.queryItemValue(QStringLiteral("page")).toInt());
    QJsonObject body = shapes::page(rows, page, m_perPage, call.origin + call.request.path);
    if (m_faults.emptyLinks)
        body.insert(QStringLiteral("links"), QJsonArray());
    return {HttpReply::json(200, body), {}};
}

} // namespace suhbat::demo
