#pragma once

#include <QImage>
#include <QVector>

namespace suhbat {

/// The icon of the tray in the sizes that trays want, with the number of unread messages on it
/// (0: none; 100 and more: "99+").
QVector<QImage> trayPictures(int unread);

} // namespace suhbat
