#include "pictures/Compare.h"

#include <QDir>
#include <QImage>
#include <QPainter>
#include <QTextStream>

#include <algorithm>

namespace suhbat::test {

namespace {

/// What differs in red on the paled kept picture; `count` pixels of it.
QImage differenceOf(const QImage &kept, const QImage &fresh, qsizetype &count)
{
    QImage shown(kept.size().expandedTo(fresh.size()), QImage::Format_RGB32);
    shown.fill(Qt::red);
    count = qsizetype(shown.width()) * shown.height() -
            qsizetype(qMin(kept.width(), fresh.width())) * qMin(kept.height(), fresh.height());
    for (int y = 0; y < qMin(kept.height(), fresh.height()); ++y) {
        for (int x = 0; x < qMin(kept.width(), fresh.width()); ++x) {
            const QRgb pixel = kept.pixel(x, y);
            if (pixel == fresh.pixel(x, y)) {
                const int grey = 170 + qGray(pixel) / 3;
                shown.setPixel(x, y, qRgb(grey, grey, grey));
            } else {
                ++count;
            }
        }
    }
    return shown;
}

QImage sideBySide(const QImage &kept, const QImage &fresh, const QImage &difference)
{
    constexpr int gap = 8;
    QImage all(kept.width() + fresh.width() + difference.width() + 2 * gap,
               qMax(difference.height(), 1), QImage::Format_RGB32);
    all.fill(Qt::black);
    QPainter painter(&all);
    painter.drawImage(0, 0, kept);
    painter.drawImage(kept.width() + gap, 0, fresh);
    painter.drawImage(kept.width() + fresh.width() + 2 * gap, 0, difference);
    return all;
}

} // namespace

bool samePictures(const QString &kept, const QString &fresh, const QString &pairs)
{
    QTextStream out(stdout);
    const QStringList filter{QStringLiteral("*.png")};
    QStringList names = QDir(kept).entryList(filter) + QDir(fresh).entryList(filter);
    names.removeDuplicates();
    names.erase(std::remove_if(
                    names.begin(), names.end(),
                    [](const QString &name) { return name.contains(QLatin1String("-volatile")); }),
                names.end());
    names.sort();
    int different = 0;
    for (const QString &name : std::as_const(names)) {
        const QImage before =
            QImage(QDir(kept).filePath(name)).convertToFormat(QImage::Format_RGB32);
        const QImage now = QImage(QDir(fresh).filePath(name)).convertToFormat(QImage::Format_RGB32);
        if (before == now && !now.isNull())
            continue;
        ++different;
        qsizetype pixels = 0;
        const QImage difference = differenceOf(before, now, pixels);
        const QString pair = QDir(pairs).filePath(name);
        sideBySide(before, now, difference).save(pair);
        out << name << ": "
            << (before.isNull() ? QStringLiteral("not among the kept ones")
                : now.isNull()  ? QStringLiteral("not made any more")
                                : QStringLiteral("%1 pixels differ").arg(pixels))
            << ", see " << pair << Qt::endl;
    }
    out << names.size() << " pictures, " << different << " different" << Qt::endl;
    return different == 0 && !names.isEmpty();
}

} // namespace suhbat::test
