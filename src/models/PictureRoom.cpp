#include "models/PictureRoom.h"

#include <algorithm>

namespace suhbat {

namespace {

constexpr int widest = 320;
constexpr int highest = 320;
constexpr int least = 96;

} // namespace

QSize pictureRoom(const Attachment &file)
{
    if (!file.isImage)
        return {0, 0};
    QSize size(file.width, file.height);
    if (size.isEmpty())
        size = QSize(widest, widest * 3 / 4);
    if (size.width() > widest || size.height() > highest)
        size = size.scaled(widest, highest, Qt::KeepAspectRatio);
    return {std::clamp(size.width(), least, widest), std::clamp(size.height(), least, highest)};
}

QList<int> pictureWidths(const QVector<Attachment> &files)
{
    QList<int> widths;
    for (const Attachment &file : files)
        widths.append(pictureRoom(file).width());
    return widths;
}

QList<int> pictureHeights(const QVector<Attachment> &files)
{
    QList<int> heights;
    for (const Attachment &file : files)
        heights.append(pictureRoom(file).height());
    return heights;
}

} // namespace suhbat
