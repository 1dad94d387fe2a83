#pragma once

#include <QString>

#include <array>

namespace suhbat::demo {

/// The extensions of the contract's section 7 that this back end offers.
struct Capabilities
{
    bool typing = true;
    bool tempId = true;
    bool idempotentSend = false; ///< a repeated tempId answers with the first message
    bool paging = true;
    bool reply = true;
    bool edit = true;
    bool remove = true;
    bool upload = true;
    bool readers = true;
    bool groupCreate = true;
    bool members = true;
    bool presence = true;
    bool search = true;
    bool capabilities = true; ///< the endpoint that names the others

    struct Name
    {
        const char *name; ///< as the endpoint and --with, --without have it
        bool Capabilities::*member;
    };
    static const std::array<Name, 14> &names();
    /// False when there is no such name.
    bool set(const QString &name, bool on);
};

} // namespace suhbat::demo
