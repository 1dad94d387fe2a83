#include "pusher/PresenceMembers.h"

#include "pusher/FrameCodec.h"

namespace suhbat::pusher {

void PresenceMembers::replace(const JsonValue &data)
{
    m_infos.clear();
    const JsonValue presence = data["presence"];
    const QVector<JsonValue> ids = presence["ids"].items();
    const JsonValue hash = presence["hash"];
    if (hash.isArray()) {
        // PHP writes a map with the keys 0, 1, 2 … as a list (99).
        const QVector<JsonValue> infos = hash.items();
        for (qsizetype i = 0; i < infos.size(); ++i) {
            const auto id = i < ids.size() ? ids.at(i).id() : std::nullopt;
            add(id.value_or(QString::number(i)), infos.at(i));
        }
    } else {
        hash.eachMember([this](const QString &id, const JsonValue &info) { add(id, info); });
    }
    for (const JsonValue &entry : ids) {
        if (const auto id = entry.id(); id && !m_infos.contains(*id))
            add(*id, {});
    }
}

bool PresenceMembers::add(const QString &userId, const JsonValue &info)
{
    const bool isNew = !m_infos.contains(userId);
    if (isNew && isFull())
        return false;
    m_infos.insert(userId, info);
    return isNew;
}

std::optional<JsonValue> PresenceMembers::remove(const QString &userId)
{
    const auto it = m_infos.find(userId);
    if (it == m_infos.end())
        return std::nullopt;
    JsonValue info = *it;
    m_infos.erase(it);
    return info;
}

JsonValue memberJson(const QString &userId, const JsonValue &info)
{
    const auto json = JsonValue::parse(R"({"id":)" + FrameCodec::quoted(userId) + R"(,"info":)" +
                                       info.toJson() + '}');
    return json ? *json : JsonValue();
}

} // namespace suhbat::pusher
