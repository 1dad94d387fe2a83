#include "demo/rest/Shapes.h"

#include <algorithm>

namespace suhbat::demo::shapes {

namespace {

QString plainTime(const QDateTime &time)
{
    return time.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

QJsonArray roles()
{
    return {QStringLiteral("user")};
}

// The list shows one line, however long the message is.
QString preview(const Message &message)
{
    QString text = message.body.simplified();
    if (text.isEmpty() && !message.files.isEmpty())
        text = QStringLiteral("📎 ") + message.files.first().name;
    return text.size() > 120 ? text.left(119) + QStringLiteral("…") : text;
}

} // namespace

QString isoTime(const QDateTime &time)
{
    return time.toUTC().toString(QStringLiteral("yyyy-MM-dd'T'HH:mm:ss.zzz'000Z'"));
}

QJsonObject loginUser(const Person &person)
{
    return {{QStringLiteral("id"), person.id},
            {QStringLiteral("name"), person.name},
            {QStringLiteral("phone"), person.phone},
            {QStringLiteral("email"), person.email},
            {QStringLiteral("avatar_url"), QJsonValue::Null},
            {QStringLiteral("roles"), roles()},
            {QStringLiteral("created_at"), plainTime(person.createdAt)},
            {QStringLiteral("updated_at"), plainTime(person.updatedAt)}};
}

QJsonObject profile(const Person &person)
{
    return {{QStringLiteral("id"), person.id},
            {QStringLiteral("name"), person.name},
            {QStringLiteral("phone"), person.phone},
            {QStringLiteral("email"), person.email},
            {QStringLiteral("avatar"), QJsonValue::Null},
            {QStringLiteral("created_at"), isoTime(person.createdAt)},
            {QStringLiteral("updated_at"), isoTime(person.updatedAt)}};
}

QJsonObject contact(const Person &person)
{
    return {{QStringLiteral("id"), person.id},
            {QStringLiteral("name"), person.name},
            {QStringLiteral("phone"), person.phone},
            {QStringLiteral("avatar_url"), QJsonValue::Null}};
}

QJsonObject partner(const Person &person)
{
    return {{QStringLiteral("id"), person.id},
            {QStringLiteral("name"), person.name},
            {QStringLiteral("phone"), person.phone},
            {QStringLiteral("email"), person.email},
            {QStringLiteral("roles"), roles()},
            {QStringLiteral("created_at"), plainTime(person.createdAt)},
            {QStringLiteral("updated_at"), plainTime(person.updatedAt)}};
}

QJsonObject message(const Message &message, const Person &sender, const QString &origin)
{
    QJsonArray files;
    for (const StoredFile &stored : message.files)
        files.append(file(stored, origin));
    QJsonObject object{{QStringLiteral("id"), message.id},
                       {QStringLiteral("body"), message.body},
                       {QStringLiteral("conversation_id"), message.conversationId},
                       {QStringLiteral("is_read"), message.isRead},
                       {QStringLiteral("sender"), partner(sender)},
                       {QStringLiteral("created_at"), isoTime(message.createdAt)},
                       {QStringLiteral("files"), files}};
    addExtras(object, message);
    return object;
}

void addExtras(QJsonObject &object, const Message &message)
{
    if (message.editedAt.isValid())
        object.insert(QStringLiteral("edited_at"), isoTime(message.editedAt));
    const Quote &quote = message.quote;
    if (quote.id == 0)
        return;
    object.insert(QStringLiteral("reply_to_id"), quote.id);
    const QJsonObject quoted{{QStringLiteral("id"), quote.id},
                             {QStringLiteral("sender_name"), quote.senderName},
                             {QStringLiteral("body"), quote.body}};
    const bool gone = quote.senderName.isEmpty();
    object.insert(QStringLiteral("reply_to"), gone ? QJsonValue() : QJsonValue(quoted));
}

QJsonObject file(const StoredFile &file, const QString &origin)
{
    const QString id = QString::number(file.id);
    QJsonObject object{
        {QStringLiteral("id"), file.id},
        {QStringLiteral("name"), file.name},
        {QStringLiteral("size"), formattedSize(file.size)},
        {QStringLiteral("mime_type"), file.mimeType},
        {QStringLiteral("is_image"), file.isImage()},
        {QStringLiteral("url"), origin + QStringLiteral("/api/files/%1/download").arg(id)},
        {QStringLiteral("preview_url"),
         file.isImage() ? QJsonValue(origin + QStringLiteral("/storage/previews/") + id)
                        : QJsonValue()}};
    if (file.width > 0 && file.height > 0) {
        object.insert(QStringLiteral("width"), file.width);
        object.insert(QStringLiteral("height"), file.height);
    }
    return object;
}

QString formattedSize(qint64 bytes)
{
    if (bytes < 1024)
        return QStringLiteral("%1 B").arg(bytes);
    const double kilobytes = double(bytes) / 1024;
    if (kilobytes < 1024)
        return QStringLiteral("%1 KB").arg(kilobytes, 0, 'f', 1);
    return QStringLiteral("%1 MB").arg(kilobytes / 1024, 0, 'f', 1);
}

QJsonObject listRow(const ListRow &row, const QDateTime &now, Language language)
{
    const bool empty = row.newest.id == 0;
    return {{QStringLiteral("id"), row.conversation.id},
            {QStringLiteral("type"),
             row.conversation.direct ? QStringLiteral("direct") : QStringLiteral("department")},
            {QStringLiteral("title"), row.title},
            {QStringLiteral("avatar"), QJsonValue::Null},
            {QStringLiteral("last_message"),
             empty ? QJsonValue()
                   : QJsonValue(row.newestAuthor + QStringLiteral(": ") + preview(row.newest))},
            {QStringLiteral("last_message_time"),
             empty ? QJsonValue() : QJsonValue(humanTime(row.newest.createdAt, now, language))},
            {QStringLiteral("unread_count"), row.unread}};
}

QJsonObject page(const QJsonArray &allRows, int page, int perPage, const QString &url)
{
    const int total = int(allRows.size());
    const int last = std::max(1, (total + perPage - 1) / perPage);
    const int from = (page - 1) * perPage;
    QJsonArray rows;
    for (int i = from; i < std::min(total, from + perPage); ++i)
        rows.append(allRows[i]);
    const auto link = [&](int number) -> QJsonValue {
        if (number < 1 || number > last)
            return {};
        return url + QStringLiteral("?page=%1").arg(number);
    };
    const QJsonValue none;
    return {{QStringLiteral("data"), rows},
            {QStringLiteral("links"), QJsonObject{{QStringLiteral("first"), link(1)},
                                                  {QStringLiteral("last"), link(last)},
                                                  {QStringLiteral("prev"), link(page - 1)},
                                                  {QStringLiteral("next"), link(page + 1)}}},
            {QStringLiteral("meta"),
             QJsonObject{{QStringLiteral("current_page"), page},
                         {QStringLiteral("from"), rows.isEmpty() ? none : QJsonValue(from + 1)},
                         {QStringLiteral("last_page"), last},
                         {QStringLiteral("path"), url},
                         {QStringLiteral("per_page"), perPage},
                         {QStringLiteral("to"),
                          rows.isEmpty() ? none : QJsonValue(from + int(rows.size()))},
                         {QStringLiteral("total"), total}}}};
}

QJsonObject eventConversation(const Conversation &conversation, const QList<Person> &members)
{
    QJsonArray participants;
    for (const Person &member : members) {
        participants.append(
            QJsonObject{{QStringLiteral("id"), member.id}, {QStringLiteral("name"), member.name}});
    }
    return {{QStringLiteral("id"), conversation.id},
            {QStringLiteral("department_id"),
             conversation.direct ? QJsonValue() : QJsonValue(conversation.departmentId)},
            {QStringLiteral("created_by"), conversation.createdBy},
            {QStringLiteral("type"),
             conversation.direct ? QStringLiteral("direct") : QStringLiteral("department")},
            {QStringLiteral("title"),
             conversation.direct ? QJsonValue() : QJsonValue(conversation.title)},
            {QStringLiteral("is_archived"), 0},
            {QStringLiteral("created_at"), isoTime(conversation.createdAt)},
            {QStringLiteral("updated_at"), isoTime(conversation.createdAt)},
            {QStringLiteral("participants"), participants}};
}

} // namespace suhbat::demo::shapes
