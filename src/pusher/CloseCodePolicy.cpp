#include "pusher/CloseCodePolicy.h"

namespace suhbat::pusher {

ClosePolicy policyFor(int code)
{
    if (code < 4000)
        return {CloseAction::Retry, code != 1000 && code != 1001};
    if (code == 4000)
        return {CloseAction::SwitchToTls, false};
    if (code < 4100)
        return {CloseAction::Refuse, true};
    if (code < 4200)
        return {CloseAction::BackOff, true};
    if (code < 4300)
        return {CloseAction::Restart, false};
    return {CloseAction::Refuse, true};
}

bool isConfigurationMatter(int code)
{
    return code == 4001 || code == 4003 || (code >= 4005 && code <= 4008);
}

Error errorForCode(int code, const QString &text)
{
    Error::Kind kind = Error::Kind::Server;
    if (code == 4301)
        kind = Error::Kind::RateLimited;
    else if (policyFor(code).action == CloseAction::Refuse)
        kind = Error::Kind::Refused;
    else if (code == 1006)
        kind = Error::Kind::Unreachable;
    else if (code == 1009)
        kind = Error::Kind::TooLarge;
    return Error::make(kind, text.isEmpty() ? QStringLiteral("close code %1").arg(code) : text,
                       code);
}

Error errorForSubscription(int status, const QString &text)
{
    // Kind Unauthorized would mean the end of the session, of which a bad signature says nothing.
    const bool tooMuch = status == 4301 || status == 429;
    return Error::make(tooMuch ? Error::Kind::RateLimited : Error::Kind::Refused,
                       text.isEmpty() ? QStringLiteral("subscription refused") : text, status);
}

} // namespace suhbat::pusher
