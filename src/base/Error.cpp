#include "base/Error.h"

#include <array>

namespace suhbat {

Error Error::make(Kind kind, QString detail, int status)
{
    Error error;
    error.kind = kind;
    error.status = status;
    error.detail = std::move(detail);
    return error;
}

Error::Kind Error::kindOfStatus(int status)
{
    switch (status) {
    case 401:
        return Kind::Unauthorized;
    case 403:
        return Kind::Forbidden;
    case 404:
    case 410:
        return Kind::NotFound;
    case 408:
        return Kind::Timeout;
    case 409:
        return Kind::Conflict;
    case 413:
        return Kind::TooLarge;
    case 400:
    case 422:
        return Kind::Validation;
    case 429:
        return Kind::RateLimited;
    default:
        break;
    }
    // 3xx, 405, 419: the address answers, but not as this API does.
    return status >= 500 ? Kind::Server : Kind::BadResponse;
}

bool Error::isTransient() const
{
    switch (kind) {
    case Kind::Unreachable:
    case Kind::Timeout:
    case Kind::RateLimited:
    case Kind::Server:
        return true;
    case Kind::Proxy:
        return status == 0;
    default:
        return false;
    }
}

bool Error::isFinal() const
{
    return kind == Kind::Forbidden || kind == Kind::NotFound || kind == Kind::TooLarge ||
           kind == Kind::Validation;
}

QString toString(Error::Kind kind)
{
    static constexpr std::array names{
        u"Unreachable", u"Timeout",  u"Tls",       u"Proxy",         u"Unauthorized", u"Forbidden",
        u"NotFound",    u"Conflict", u"TooLarge",  u"Validation",    u"RateLimited",  u"Server",
        u"BadResponse", u"Refused",  u"Cancelled", u"Configuration", u"Storage"};
    return QString::fromUtf16(names.at(static_cast<std::size_t>(kind)));
}

} // namespace suhbat
