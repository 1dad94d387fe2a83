#pragma once

#include <QRect>
#include <QVector>

namespace suhbat {

/// Where a window may stand: `wanted`, made no larger than the screen that shows most of it and
/// pushed wholly into it. What no screen shows any more stands in the middle of the first one.
/// `screens`: what of each is free of panels, the first one the main screen; none: as wanted.
QRect placeOnScreens(const QRect &wanted, const QVector<QRect> &screens);

} // namespace suhbat
