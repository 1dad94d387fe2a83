#pragma once

#include <QImage>
#include <QString>

namespace suhbat {

/// The round picture of somebody without a photograph, as the window draws it: initials on the
/// colour of that number (0 to 7). Unit of `size`: pixels.
QImage noticePicture(const QString &initials, int colorIndex, int size = 96);

} // namespace suhbat
