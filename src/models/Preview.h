#pragma once

#include "store/ConversationStore.h"

namespace suhbat {

/// What a row of the list says of its last message, whoever wrote it down: the server, which puts
/// "You: " or the partner's name before it in its own language, or this client. Pure.
struct Preview
{
    bool own = false; ///< mine; the text has no name before it then
    QString text;     ///< one line; in groups with the author's name before it

    static Preview of(const ConversationRow &row);
    /// "Malika Yusupova: Yes" as "Malika: Yes", where what stands before the colon looks like a
    /// name: two words or more, none in small letters. Anything else as it is.
    static QString byFirstName(const QString &text);

    friend bool operator==(const Preview &, const Preview &) = default;
};

} // namespace suhbat
