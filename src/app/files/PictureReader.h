#pragma once

#include "base/Result.h"

#include <QImage>
#include <QSize>
#include <QString>

namespace suhbat {

/// How a picture is wanted.
struct PictureWish
{
    QSize box;          ///< pixels of the screen; empty: as large as it is, within the limit
    bool fill = false;  ///< fills the box, what does not fit is cut off; else it fits inside
    qreal rounding = 0; ///< radius of its corners, as a share of the width
};

/// Reads pictures that came from other people: a few formats only, told by their first bytes, and
/// their size known and bounded before anything is decoded. May be called on any thread.
class PictureReader
{
public:
    /// Pixels of a side, and of both together.
    static constexpr int longestSide = 20000;
    static constexpr qint64 mostPixels = 50'000'000;
    /// A side of what comes out.
    static constexpr int longestShown = 4096;

    /// Never larger than the picture is. Errors: BadResponse (no picture, a damaged one), TooLarge.
    static Result<QImage> read(const QString &path, const PictureWish &wish);
    /// How large it is as it is seen, by its first bytes; empty for what read() would not decode.
    static QSize sizeOf(const QString &path);
    /// "png", "jpeg", "gif", "bmp", "webp"; empty for anything else.
    static QByteArray formatOf(const QByteArray &head);
};

} // namespace suhbat
