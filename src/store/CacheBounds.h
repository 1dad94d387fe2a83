#pragma once

namespace suhbat {

/// How many messages are kept on the disk for reading and searching without the server: the newest
/// of each conversation. More than anybody scrolls through, less than a disk notices.
struct CacheBounds
{
    int perConversation = 20000;
    /// Of all conversations; where they have more, each keeps fewer.
    int altogether = 300000;
    /// So many each conversation keeps in any case.
    int atLeast = 200;
};

} // namespace suhbat
