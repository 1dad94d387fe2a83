#pragma once

#include <QString>

namespace suhbat {

/// One or two letters for a picture-less avatar: "Dana Reyes" -> "DR", "+998…" -> "#".
QString initialsOf(const QString &name);
/// 0-7 for the name of a person or conversation, the same on every start. Not of the id: a list
/// names its conversations and a message its sender, and only the name says that they are the same.
int colorIndexOf(const QString &name);

} // namespace suhbat
