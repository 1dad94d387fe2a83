#pragma once

#include "base/Ids.h"
#include "domain/Capabilities.h"
#include "domain/Session.h"

#include <QTimeZone>
#include <QUrl>

namespace suhbat {

/// One server, as the settings describe it. Plain values; no secrets.
struct ServerProfile
{
    QString appKey; ///< public key of the Pusher application

    // The socket: {ws|wss}://wsHost:wsPort{NetworkSettings::pathPrefix}/app/{appKey}
    QString wsHost;
    int wsPort = 443;
    bool wsSecure = true;

    QUrl apiBaseUrl; ///< absolute http(s), without a slash at its end
    /// Channel authorisation: below apiBaseUrl, else at its origin.
    QString authPath = QStringLiteral("/broadcasting/auth");
    IdentifierKind identifierKind = IdentifierKind::Phone;
    QString channelTemplate = QStringLiteral("private-user.{id}");
    /// Of one conversation, for whispers; empty: none but that of the capability "presence".
    QString conversationChannelTemplate;
    CapabilitySettings capabilities; ///< ChatApi::capabilities() says what holds
    /// Of time stamps that name no zone.
    QTimeZone serverTimeZone = QTimeZone::utc();

    /// Scheme, host and port of apiBaseUrl.
    QUrl origin() const;
    /// "/inbox/contacts" below apiBaseUrl. The path is already percent-encoded.
    QUrl apiUrl(const QString &encodedPath) const;
    /// The one channel on which every event of the user arrives.
    QString userChannel(const UserId &user) const;
    /// The channel of one conversation that the settings name; empty where they name none.
    QString conversationChannel(const ConversationId &conversation) const;
    /// Same scheme, host and port as apiBaseUrl: the only places that may see the token.
    bool isOwnOrigin(const QUrl &url) const;
};

} // namespace suhbat
