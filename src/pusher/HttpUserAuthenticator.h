#pragma once

#include "pusher/HttpFormPost.h"
#include "pusher/UserAuthenticator.h"

namespace suhbat::pusher {

/// Asks an HTTP endpoint as Laravel's /broadcasting/user-auth: POST with socket_id as a form, the
/// answer is {"auth", "user_data"} (statement 118).
class HttpUserAuthenticator final : public UserAuthenticator
{
public:
    /// Where Laravel's routes and Pusher's libraries answer unless told otherwise (87).
    static constexpr const char *laravelPath = "/broadcasting/user-auth";
    static constexpr const char *pusherPath = "/pusher/user-auth";

    /// As HttpChannelAuthorizer.
    HttpUserAuthenticator(QNetworkAccessManager &network, QUrl endpoint)
        : m_form(network, std::move(endpoint), laravelPath)
    {}

    /// Token, headers, further fields, time-out.
    HttpFormPost &form() { return m_form; }

    void authenticate(const QString &socketId, QObject *context, Done done) override;

private:
    HttpFormPost m_form;
};

} // namespace suhbat::pusher
