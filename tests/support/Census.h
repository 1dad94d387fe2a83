#pragma once

namespace suhbat::test {

/// Counts every QObject of the process from start() on, through the hooks that Qt keeps for
/// debuggers: what has no parent is counted too, which findChildren() would miss.
class Census
{
public:
    static void start();
    /// Made since start() and not deleted; negative when older ones were deleted.
    static int objects();
    /// Open file descriptors of this process.
    static int fileDescriptors();
};

} // namespace suhbat::test
