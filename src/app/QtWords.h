#pragma once

#include <QtGlobal>

namespace suhbat {

/// Words of Qt's own dialogs that Debian's Qt has no Uzbek for, nor any language where its
/// translations are not installed: named here for lupdate, found by Qt in our files.
inline constexpr const char *qtWords[] = {
    QT_TRANSLATE_NOOP("FileDialog", "File name"),
    QT_TRANSLATE_NOOP("FileDialog", "Filter"),
};

} // namespace suhbat
