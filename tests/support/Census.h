#pragma once

#include <QStringList>

namespace suhbat::test {

/// Counts every QObject of the process from start() on, through the hooks that Qt keeps for
/// debuggers: what has no parent is counted too, which findChildren() would miss. Qt calls them
/// from any thread.
class Census
{
public:
    static void start();
    /// Made since start() and not deleted; negative when older ones were deleted.
    static int objects();
    /// The classes of what waits for a timer in this thread, of those made since start(): what
    /// will wake the program up. For a QTimer its parent's; without one "QTimer, 200 ms". Not what
    /// Qt's caches of pictures and fonts wait for.
    static QStringList timerOwners();
    /// Open file descriptors of this process.
    static int fileDescriptors();
};

} // namespace suhbat::test
