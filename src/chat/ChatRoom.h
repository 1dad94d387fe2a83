#pragma once

#include "chat/Doubts.h"
#include "chat/Timeline.h"

namespace suhbat {

/// What ChatManager has of one conversation in memory.
struct ChatRoom
{
    explicit ChatRoom(const UserId &self = {}) : timeline(self) {}
    Timeline timeline;
    bool loaded = false;
    Doubts doubts;
    bool restored = false; // what the disk has of its newest is here
    MessageId sureUpTo;    // what was fetched or kept without a hole ends here
    bool hole = false;
    bool whole = false;   // the server's whole history was heard
    bool cut = false;     // its older part is on the disk only
    MessageId begins;     // the oldest of others, when it came here
    MessageId unreadFrom; // that, where it was unread: more of that kind may lie before it
};

} // namespace suhbat
