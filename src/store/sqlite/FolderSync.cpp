#include "store/sqlite/FolderSync.h"

#include <QFile>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

namespace suhbat::sql {

bool toDisk(int handle)
{
#ifdef Q_OS_UNIX
    return ::fsync(handle) == 0;
#else
    Q_UNUSED(handle);
    return true;
#endif
}

bool folderToDisk(const QString &folder)
{
#ifdef Q_OS_UNIX
    const int handle = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_CLOEXEC);
    if (handle < 0)
        return false;
    const bool done = toDisk(handle);
    ::close(handle);
    return done;
#else
    Q_UNUSED(folder);
    return true;
#endif
}

} // namespace suhbat::sql
