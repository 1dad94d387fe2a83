#include "app/files/PictureReader.h"

#include <QFile>
#include <QImageReader>
#include <QPainter>

namespace suhbat {

namespace {

Error unreadable(const QString &why)
{
    return Error::make(Error::Kind::BadResponse, QStringLiteral("a picture: ") + why);
}

QSize targetOf(const QSize &size, const PictureWish &wish)
{
    const QSize most(PictureReader::longestShown, PictureReader::longestShown);
    const QSize box = wish.box.isEmpty() ? most : wish.box.boundedTo(most);
    const QSize target =
        size.scaled(box, wish.fill ? Qt::KeepAspectRatioByExpanding : Qt::KeepAspectRatio);
    const bool shrinks = target.width() < size.width() || target.height() < size.height();
    // A strip of 20000 x 10 that fills a box would be enlarged without end.
    return (shrinks ? target : size).boundedTo(QSize(PictureReader::longestSide, 20000));
}

QImage cutAndRounded(const QImage &image, const PictureWish &wish)
{
    QRect part = image.rect();
    if (wish.fill && !wish.box.isEmpty()) {
        const QSize inside = wish.box.scaled(part.size(), Qt::KeepAspectRatio);
        part = QRect(
            QPoint((part.width() - inside.width()) / 2, (part.height() - inside.height()) / 2),
            inside);
    }
    if (wish.rounding <= 0)
        return part == image.rect() ? image : image.copy(part);
    QImage rounded(part.size(), QImage::Format_ARGB32_Premultiplied);
    rounded.fill(Qt::transparent);
    const qreal radius = wish.rounding * part.width();
    // A brush, for a clip has hard edges.
    QPainter painter(&rounded);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(image.copy(part));
    painter.drawRoundedRect(rounded.rect(), radius, radius);
    painter.end();
    return rounded;
}

bool isTurned(const QImageReader &reader)
{
    return reader.transformation() & QImageIOHandler::TransformationRotate90;
}

/// The size as it is seen, where it is known and within bounds; nothing was decoded then.
Result<QSize> prepare(QFile &file, QImageReader &reader)
{
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(file.errorString());
    const QByteArray format = PictureReader::formatOf(file.peek(16));
    if (format.isEmpty())
        return unreadable(QStringLiteral("not of a kind that is shown"));
    reader.setDevice(&file);
    reader.setFormat(format);
    reader.setAutoDetectImageFormat(false);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.isEmpty())
        return unreadable(QStringLiteral("its size cannot be told"));
    if (size.width() > PictureReader::longestSide || size.height() > PictureReader::longestSide ||
        qint64(size.width()) * size.height() > PictureReader::mostPixels)
        return Error::make(
            Error::Kind::TooLarge,
            QStringLiteral("a picture of %1 x %2").arg(size.width()).arg(size.height()));
    return isTurned(reader) ? size.transposed() : size;
}

} // namespace

QSize PictureReader::sizeOf(const QString &path)
{
    QFile file(path);
    QImageReader reader;
    const Result<QSize> size = prepare(file, reader);
    return size ? *size : QSize();
}

QByteArray PictureReader::formatOf(const QByteArray &head)
{
    if (head.startsWith("\x89PNG\r\n\x1a\n"))
        return "png";
    if (head.startsWith("\xff\xd8\xff"))
        return "jpeg";
    if (head.startsWith("GIF87a") || head.startsWith("GIF89a"))
        return "gif";
    if (head.startsWith("BM"))
        return "bmp";
    if (head.startsWith("RIFF") && head.mid(8, 4) == "WEBP")
        return "webp";
    return {};
}

Result<QImage> PictureReader::read(const QString &path, const PictureWish &wish)
{
    QFile file(path);
    QImageReader reader;
    const Result<QSize> size = prepare(file, reader);
    if (!size)
        return size.error();
    // The box is of the picture as it is seen; the reader scales it as it lies in the file.
    const QSize target = targetOf(*size, wish);
    reader.setScaledSize(isTurned(reader) ? target.transposed() : target);
    QImage image;
    if (!reader.read(&image))
        return unreadable(reader.errorString());
    return cutAndRounded(image, wish);
}

} // namespace suhbat
