#include "ModelServer.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace suhbat::fault {

namespace {

QJsonObject person(qint64 id)
{
    return {{QStringLiteral("id"), id},
            {QStringLiteral("name"), QStringLiteral("Person %1").arg(id)}};
}

QJsonObject data(const QJsonValue &value)
{
    return {{QStringLiteral("data"), value}};
}

QJsonObject words(const char *text)
{
    return {{QStringLiteral("message"), QLatin1String(text)}};
}

/// The number before or after a word of the path; 0 when there is none.
qint64 numberIn(const QString &path)
{
    const QStringList parts = path.split(QLatin1Char('/'));
    for (const QString &part : parts) {
        if (const qint64 number = part.toLongLong(); number > 0)
            return number;
    }
    return 0;
}

} // namespace

ModelServer::ModelServer(TempIds tempIds, std::function<QDateTime()> now)
    : m_tempIds(tempIds), m_now(std::move(now))
{
    for (const qint64 room : rooms()) {
        store(room, room + 100, QStringLiteral("Hello"));
        store(room, self, QStringLiteral("ok"));
    }
}

const QVector<qint64> &ModelServer::rooms()
{
    static const QVector<qint64> all{12, 13, 14, 15};
    return all;
}

ModelServer::Row ModelServer::store(qint64 conversation, qint64 sender, const QString &body,
                                    const QString &tempId)
{
    Row row{m_nextId++, conversation, sender, body, {}, m_now(), false};
    if (m_tempIds != TempIds::Ignored)
        row.tempId = tempId;
    m_rows.append(row);
    return row;
}

QJsonObject ModelServer::messageJson(const Row &row) const
{
    return {{QStringLiteral("id"), row.id},
            {QStringLiteral("body"), row.body},
            {QStringLiteral("conversation_id"), row.conversation},
            {QStringLiteral("is_read"), row.isRead},
            {QStringLiteral("sender"), person(row.sender)},
            {QStringLiteral("created_at"), row.at.toString(Qt::ISODateWithMs)},
            {QStringLiteral("files"), QJsonArray()}};
}

QJsonObject ModelServer::eventJson(const Row &row) const
{
    return {
        {QStringLiteral("message"), messageJson(row)},
        {QStringLiteral("tempId"), row.tempId.isEmpty() ? QJsonValue() : QJsonValue(row.tempId)}};
}

QJsonObject ModelServer::details(qint64 conversation) const
{
    QJsonArray messages;
    for (const Row &row : m_rows) {
        if (row.conversation == conversation)
            messages.append(messageJson(row));
    }
    return {{QStringLiteral("id"), conversation},
            {QStringLiteral("type"), QStringLiteral("direct")},
            {QStringLiteral("partner"), person(conversation + 100)},
            {QStringLiteral("messages"), messages}};
}

QJsonObject ModelServer::list() const
{
    QVector<qint64> order = rooms();
    const auto newest = [this](qint64 room) {
        const auto row = std::find_if(m_rows.crbegin(), m_rows.crend(),
                                      [room](const Row &one) { return one.conversation == room; });
        return row == m_rows.crend() ? Row() : *row;
    };
    std::sort(order.begin(), order.end(),
              [&](qint64 a, qint64 b) { return newest(a).id > newest(b).id; });
    QJsonArray rows;
    for (const qint64 room : order) {
        const Row last = newest(room);
        const auto unread = std::count_if(m_rows.cbegin(), m_rows.cend(), [room](const Row &one) {
            return one.conversation == room && one.sender != self && !one.isRead;
        });
        rows.append(QJsonObject{
            {QStringLiteral("id"), room},
            {QStringLiteral("type"), QStringLiteral("direct")},
            {QStringLiteral("title"), QStringLiteral("Person %1").arg(room + 100)},
            {QStringLiteral("last_message"), QString(QStringLiteral("You: ") + last.body)},
            {QStringLiteral("last_message_time"), QStringLiteral("1 minute ago")},
            {QStringLiteral("unread_count"), int(unread)}});
    }
    return {{QStringLiteral("data"), rows},
            {QStringLiteral("meta"),
             QJsonObject{{QStringLiteral("current_page"), 1}, {QStringLiteral("last_page"), 1}}}};
}

ModelServer::Answer ModelServer::send(qint64 conversation, const QJsonObject &fields)
{
    const QString tempId = fields.value(QLatin1String("tempId")).toString();
    if (m_tempIds == TempIds::Unique && !tempId.isEmpty()) {
        const auto known = std::find_if(m_rows.cbegin(), m_rows.cend(),
                                        [&tempId](const Row &row) { return row.tempId == tempId; });
        if (known != m_rows.cend()) {
            QJsonObject json = messageJson(*known);
            json.insert(QStringLiteral("tempId"), tempId);
            return {200, data(json), {}};
        }
    }
    const Row row =
        store(conversation, self, fields.value(QLatin1String("body")).toString(), tempId);
    QJsonObject json = messageJson(row);
    if (!row.tempId.isEmpty())
        json.insert(QStringLiteral("tempId"), row.tempId);
    return {201, data(json), {row}};
}

void ModelServer::markRead(const std::function<bool(const Row &)> &which)
{
    for (Row &row : m_rows) {
        if (row.sender != self && which(row))
            row.isRead = true;
    }
}

ModelServer::Answer ModelServer::answer(const QByteArray &method, const QString &path,
                                        const QString &, const QByteArray &body)
{
    const QJsonObject fields = QJsonDocument::fromJson(body).object();
    const bool reads = method == "GET";
    if (reads && path.endsWith(QLatin1String("/conversations/direct")))
        return {200, list(), {}};
    if (reads && path.endsWith(QLatin1String("/conversations/department")))
        return {200, data(QJsonArray()), {}};
    if (reads && path.contains(QLatin1String("/conversations/")))
        return {200, data(details(numberIn(path))), {}};
    if (reads && path.endsWith(QLatin1String("/capabilities"))) {
        return {200,
                data(QJsonObject{{QStringLiteral("tempId"), m_tempIds != TempIds::Ignored},
                                 {QStringLiteral("idempotentSend"), m_tempIds == TempIds::Unique}}),
                {}};
    }
    if (!reads && path.endsWith(QLatin1String("/messages")))
        return send(numberIn(path), fields);
    if (!reads && path.endsWith(QLatin1String("/broadcasting/auth")))
        return {200, {{QStringLiteral("auth"), QStringLiteral("key:signature")}}, {}};
    if (!reads && path.endsWith(QLatin1String("/messages/read"))) {
        const QJsonArray ids = fields.value(QLatin1String("message_ids")).toArray();
        markRead([&ids](const Row &row) {
            return ids.contains(row.id) || ids.contains(QString::number(row.id));
        });
        return {200,
                data(QJsonObject{{QStringLiteral("marked_count"), ids.size()},
                                 {QStringLiteral("message_ids"), ids}}),
                {}};
    }
    return {404, words("Not Found"), {}};
}

} // namespace suhbat::fault
