#pragma once

#include "base/JsonReader.h"

#include <QHash>
#include <QString>
#include <QStringList>

namespace suhbat::pusher {

/// Who is in a presence channel. User ids are text: 12 and "12" are one user (statement 100).
/// Cheap to copy.
class PresenceMembers
{
public:
    /// Whoever comes after these is not in the list, and not told of. Hosted Pusher lets 100 in.
    static constexpr qsizetype most = 10000;
    /// In bytes of the frame that says who came; what a longer one says of the user is not kept.
    static constexpr qsizetype longestInfo = 10000;

    qsizetype count() const { return m_infos.size(); }
    bool isFull() const { return m_infos.size() >= most; }
    bool contains(const QString &userId) const { return m_infos.contains(userId); }
    QStringList ids() const { return m_infos.keys(); } ///< in no order
    /// The user_info as the server sent it; undefined for someone who is not here.
    JsonValue info(const QString &userId) const { return m_infos.value(userId); }
    /// The user id in the channel_data that we sent; empty before.
    const QString &myId() const { return m_myId; }

    void setMyId(const QString &userId) { m_myId = userId; }
    /// From the data of subscription_succeeded: {"presence":{"ids":…,"hash":…}} (98, 99).
    void replace(const JsonValue &data);
    /// False when the user was here already (102), the info is then the new one; and when there is
    /// no room.
    bool add(const QString &userId, const JsonValue &info);
    /// The info of the user who left; std::nullopt for one who was not here (101).
    std::optional<JsonValue> remove(const QString &userId);
    void clear() { m_infos.clear(); }

private:
    QHash<QString, JsonValue> m_infos;
    QString m_myId;
};

/// {"id": …, "info": …}: the data of pusher:member_added and pusher:member_removed (101).
JsonValue memberJson(const QString &userId, const JsonValue &info);

} // namespace suhbat::pusher
