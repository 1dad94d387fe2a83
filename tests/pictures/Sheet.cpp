#include "pictures/Sheet.h"

#include <QDir>
#include <QImage>
#include <QPainter>
#include <QVector>

namespace suhbat::test {

namespace {

constexpr int height = 300;
constexpr int label = 18;
constexpr int gap = 10;
constexpr int columns = 8;

struct Shot
{
    QImage image;
    QString name;
};

} // namespace

bool writeSheet(const QStringList &folders, const QString &file)
{
    QVector<QVector<Shot>> rows;
    int width = 0;
    for (const QString &folder : folders) {
        int used = 0;
        for (const QString &name :
             QDir(folder).entryList({QStringLiteral("*.png")}, QDir::Files, QDir::Name)) {
            const QImage image(QDir(folder).filePath(name));
            if (image.isNull())
                return false;
            if (rows.isEmpty() || used == 0 || rows.last().size() == columns) {
                rows.append(QVector<Shot>{});
                used = 0;
            }
            const QImage small = image.scaledToHeight(height, Qt::SmoothTransformation);
            used += small.width() + gap;
            width = qMax(width, used);
            rows.last().append(
                {small, QDir(folder).dirName() + QLatin1Char('/') + name.chopped(4)});
        }
    }
    if (rows.isEmpty())
        return false;
    QImage sheet(width + gap, int(rows.size()) * (height + label + gap) + gap,
                 QImage::Format_RGB32);
    sheet.fill(QColor(96, 96, 96));
    QPainter painter(&sheet);
    painter.setPen(Qt::white);
    int y = gap;
    for (const QVector<Shot> &row : std::as_const(rows)) {
        int x = gap;
        for (const Shot &shot : row) {
            painter.drawImage(x, y, shot.image);
            painter.drawText(QRect(x, y + height, shot.image.width(), label), Qt::AlignVCenter,
                             shot.name);
            x += shot.image.width() + gap;
        }
        y += height + label + gap;
    }
    painter.end();
    return sheet.save(file);
}

} // namespace suhbat::test
