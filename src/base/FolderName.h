#pragma once

#include <QString>

namespace suhbat {

/// A name for a file or folder that stands for `text`, whatever that holds: a server's address, a
/// user's id, what somebody typed. Plain short names of a-z, 0-9, "-" and "_" stay as they are; of
/// any other text what can be read of it, and a hash: "chat.example.com-5f3a91c2e07b". Two texts
/// never share a name, on file systems that ignore case neither. At most 61 characters, no path.
QString folderNameOf(const QString &text);

} // namespace suhbat
