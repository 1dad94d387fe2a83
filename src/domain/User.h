#pragma once

#include "base/Ids.h"

#include <QString>

namespace suhbat {

/// A person. Names and addresses come from other people: untrusted plain text.
struct User
{
    UserId id;
    QString name;      ///< display name; the phone when the server has no name
    QString phone;     ///< digits, as the server writes it; may be empty
    QString email;     ///< may be empty
    QString avatarUrl; ///< absolute http(s) URL, or empty

    friend bool operator==(const User &, const User &) = default;
};

} // namespace suhbat
