#pragma once

#include <QGuiApplication>
#include <QPalette>

namespace suhbat::platform {

/// The guess that is left where no system service says what the user prefers.
inline bool paletteIsDark()
{
    return QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
}

} // namespace suhbat::platform
