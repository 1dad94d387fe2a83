#pragma once

#include <QByteArray>

#include <utility>

namespace suhbat::demo {

/// Width and height that the head of a PNG or JPEG file names; {0, 0} for anything else. What a
/// back end would ask a library for pictures.
std::pair<int, int> pictureSize(const QByteArray &head);

} // namespace suhbat::demo
