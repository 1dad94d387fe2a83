#pragma once

#include "pusher/ChannelAuthorizer.h"
#include "pusher/HttpFormPost.h"

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
    HttpChannelAuthorizer(QNetworkAccessManager &network, QUrl endpoint)
        : m_form(network, std::move(endpoint), laravelPath)
    {}

    /// "Authorization: Bearer TOKEN" with every later request (86); empty: none.
    void setBearerToken(const QByteArray &token) { m_form.setBearerToken(token); }
    /// A header of every later request. Values are never logged.
    void setHeader(const QByteArray &name, const QByteArray &value)
    {
        m_form.setHeader(name, value);
    }
    /// A further form field of every later request.
    void setParameter(const QString &name, const QString &value)
    {
        m_form.setParameter(name, value);
    }
    /// From the request to the end of its answer; 30 s unless set here or there.
    void setTimeout(Milliseconds timeout) { m_form.setTimeout(timeout); }

    void authorize(const QString &socketId, const QString &channelName, QObject *context,
                   Done done) override;

    /// An answer of the endpoint as a result (88-90), for other authorizers too. `status` 2xx with
    /// a usable `auth` is success; anything else an Error with that status.
    static Result<ChannelAuthorization> fromAnswer(int status, QByteArrayView body);

private:
    HttpFormPost m_form;
};

} // namespace suhbat::pusher
