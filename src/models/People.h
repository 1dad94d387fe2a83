#pragma once

#include <QString>

namespace suhbat {

/// One or two letters for a picture-less avatar: "Dana Reyes" -> "DR", "+998…" -> "#".
QString initialsOf(const QString &name);
/// 0-7, the same for the same person or conversation on every start.
int colorIndexOf(const QString &id);

} // namespace suhbat
