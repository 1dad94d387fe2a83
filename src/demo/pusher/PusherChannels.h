#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

namespace suhbat::demo {

class PusherConnection;

/// Who listens to which channel, and who is present in presence channels. No I/O.
class PusherChannels
{
public:
    struct Member
    {
        QString userId;
        QJsonValue userInfo;
    };

    void subscribe(const QString &channel, PusherConnection *connection);
    /// True when the user was not there on another connection.
    bool join(const QString &channel, PusherConnection *connection, const Member &member);
    /// The user that is gone with this connection, or an empty id while another one is left.
    QString leave(const QString &channel, PusherConnection *connection);

    bool isSubscribed(const QString &channel, PusherConnection *connection) const;
    QList<PusherConnection *> subscribers(const QString &channel) const;
    QStringList channelsOf(PusherConnection *connection) const;
    QStringList occupied() const { return m_channels.keys(); }
    /// The user id under which that connection is present, or empty.
    QString userIdOf(const QString &channel, PusherConnection *connection) const;
    QStringList userIds(const QString &channel) const;
    /// `{"presence":{"count":…,"ids":[…],"hash":{…}}}`
    QJsonObject presence(const QString &channel) const;

    static bool isPrivate(const QString &channel);
    static bool isPresence(const QString &channel);

private:
    struct Channel
    {
        QList<PusherConnection *> subscribers;
        QHash<PusherConnection *, Member> members;
    };

    QMap<QString, Member> usersOf(const QString &channel) const;

    QHash<QString, Channel> m_channels;
};

} // namespace suhbat::demo
