#pragma once

#include <QString>

namespace suhbat::test {

/// Compares the PNGs of two folders, name by name, pixel by pixel, but for those whose name says
/// "-volatile" (they show a port, a folder); prints what differs and writes
/// kept, new and difference side by side into `pairs`. True when all are the same and none lacks.
[[nodiscard]] bool samePictures(const QString &kept, const QString &fresh, const QString &pairs);

} // namespace suhbat::test
