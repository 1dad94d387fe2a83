#pragma once

#include "domain/User.h"

namespace suhbat {

/// A logged-in user. The token is a secret: memory and the keychain only, never a log.
struct Session
{
    QString token;
    User user;
};

/// What people log in with on this server.
enum class IdentifierKind { Phone, Email, Username };

/// What a login attempt led to, if it did not fail.
struct LoginOutcome
{
    enum class Kind { SignedIn, CodeNeeded };
    Kind kind = Kind::SignedIn;
    /// When SignedIn; the user may have no id yet: then the profile has to be asked for.
    Session session;
    QString serverText; ///< "Code sent"; may be empty
};

} // namespace suhbat
