#pragma once

#include <QString>

namespace suhbat {

/// What is made of the names of files that other people send, before a disk or a program sees them.
/// Pure but for freeName().
class FileNames
{
public:
    /// UTF-16 units.
    static constexpr qsizetype longest = 120;

    /// A plain name for a folder of this computer: no path, no control or direction characters, no
    /// dot in front, not too long; its ending stays, or is that of the type where there is none.
    /// Never empty.
    static QString safe(const QString &name, const QString &mimeType = {});
    /// The path of a file in that folder that is not there yet: "plan.pdf", else "plan (2).pdf".
    static QString freeName(const QString &folder, const QString &safeName);
    /// Whether a file may be handed to the desktop: only what is looked at, heard or read. Never
    /// what could run, whatever its name says.
    static bool mayOpen(const QString &path);
};

} // namespace suhbat
