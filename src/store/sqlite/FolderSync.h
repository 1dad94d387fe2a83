#pragma once

#include <QString>

namespace suhbat::sql {

/// The file's bytes are on the disk when it returns true.
bool toDisk(int handle);
/// The names in the folder, too: a file that is on the disk without its name is lost.
bool folderToDisk(const QString &folder);

} // namespace suhbat::sql
