#pragma once

#include <QString>
#include <QStringList>

namespace suhbat::test {

/// Lays the PNGs of folders out on one sheet, a row of them a folder, each with its name below.
/// False when there are none or the file cannot be written.
[[nodiscard]] bool writeSheet(const QStringList &folders, const QString &file);

} // namespace suhbat::test
