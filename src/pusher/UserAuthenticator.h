#pragma once

#include "base/Result.h"

#include <QObject>
#include <QString>

#include <functional>

namespace suhbat::pusher {

/// What the back end says about the user of one socket id; used verbatim (statement 118).
struct UserAuthentication
{
    QString auth;     ///< "KEY:hex signature"
    QString userData; ///< JSON text with the user's "id", signed byte for byte
};

/// Asks the back end who this user is, for PusherClient::signIn().
class UserAuthenticator
{
public:
    using Done = std::function<void(Result<UserAuthentication>)>;

    UserAuthenticator() = default;
    UserAuthenticator(const UserAuthenticator &) = delete;
    UserAuthenticator &operator=(const UserAuthenticator &) = delete;
    virtual ~UserAuthenticator() = default;

    /// As ChannelAuthorizer::authorize(): `done` exactly once, later, on the thread of `context`,
    /// and not at all when that died.
    virtual void authenticate(const QString &socketId, QObject *context, Done done) = 0;
};

} // namespace suhbat::pusher
