#pragma once

namespace suhbat {

/// What a server can do beyond the contract; everything is off unless its settings say so.
struct Capabilities
{
    bool typing = false;         ///< POST …/typing exists
    bool tempId = false;         ///< POST …/messages takes and returns a tempId
    bool idempotentSend = false; ///< … and the same tempId twice is one message

    friend bool operator==(const Capabilities &, const Capabilities &) = default;
};

} // namespace suhbat
