#pragma once

#include "base/Clock.h"
#include "pusher/ChannelAuthorizer.h"

#include <QHash>
#include <QMap>
#include <QUrl>

class QNetworkAccessManager;
class QNetworkReply;

namespace suhbat::pusher {

/// Asks an HTTP endpoint as Laravel's /broadcasting/auth: POST with socket_id and channel_name as a
/// form (statements 85-90).
class HttpChannelAuthorizer final : public ChannelAuthorizer
{
public:
    /// Where Laravel's routes and Pusher's libraries answer unless told otherwise (87); API-only
    /// back ends have "/api/broadcasting/auth".
    static constexpr const char *laravelPath = "/broadcasting/auth";
    static constexpr const char *pusherPath = "/pusher/auth";

    /// An endpoint without a path gets Laravel's. `network` must outlive this object; so must the
    /// event loop that runs it. A net::NetworkManager brings time-out, user agent of its settings.
    HttpChannelAuthorizer(QNetworkAccessManager &network, QUrl endpoint);

    /// "Authorization: Bearer TOKEN" with every later request (86); empty: none.
    void setBearerToken(const QByteArray &token);
    /// A header of every later request. Values are never logged.
    void setHeader(const QByteArray &name, const QByteArray &value);
    /// A further form field of every later request.
    void setParameter(const QString &name, const QString &value);
    /// From the request to the end of its answer; 30 s unless set here or there.
    void setTimeout(Milliseconds timeout) { m_timeout = timeout; }

    void authorize(const QString &socketId, const QString &channelName, QObject *context,
                   Done done) override;

    /// An answer of the endpoint as a result (88-90), for other authorizers too. `status` 2xx with
    /// a usable `auth` is success; anything else an Error with that status.
    static Result<ChannelAuthorization> fromAnswer(int status, QByteArrayView body);

private:
    static Result<ChannelAuthorization> fromReply(QNetworkReply &reply);

    QNetworkAccessManager &m_network;
    QUrl m_endpoint;
    QHash<QByteArray, QByteArray> m_headers;
    QMap<QString, QString> m_parameters;
    Milliseconds m_timeout{30000};
};

} // namespace suhbat::pusher
