#pragma once

#include "domain/User.h"

namespace suhbat {

/// A logged-in user. The token is a secret: memory and the keychain only, never a log.
struct Session
{
    QString token;
    User user;
};

/// What a login attempt led to, if it did not fail.
struct LoginOutcome
{
    enum class Kind { SignedIn, CodeNeeded };
    Kind kind = Kind::SignedIn;
    Session session;    ///< when SignedIn
    QString serverText; ///< "Code sent"; may be empty
};

} // namespace suhbat
