#pragma once

#include "domain/Message.h"

#include <QList>
#include <QSize>

namespace suhbat {

/// The room that a picture gets before anything of it is here, in the units of the screen: as the
/// server says, else 4 to 3, and never so flat or so high that nothing could be recognised or no
/// window would hold it. Empty for a file that is no picture. Pure.
QSize pictureRoom(const Attachment &file);

/// Of each file; 0 for one that is no picture.
QList<int> pictureWidths(const QVector<Attachment> &files);
QList<int> pictureHeights(const QVector<Attachment> &files);

} // namespace suhbat
