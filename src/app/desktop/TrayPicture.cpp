#include "app/desktop/TrayPicture.h"

#include <QFont>
#include <QGuiApplication>
#include <QIcon>
#include <QPainter>

namespace suhbat {

namespace {

constexpr int mostCounted = 99;
const QColor badgeFill(0xb3, 0x26, 0x1e);

void drawBadge(QPainter &painter, int size, int unread)
{
    // Too small for words: a dot says it.
    const bool words = size >= 22;
    const QString text = unread > mostCounted ? QStringLiteral("99+") : QString::number(unread);
    const qreal rim = size / 24.0;
    // Larger on small icons, where it is the number that counts.
    const qreal height = !words ? size * 0.45 : size > 24 ? size * 0.46 : size * 0.58;
    const qreal letters = words ? qreal(text.size()) : 1;
    const qreal width = qMin<qreal>(size - 2 * rim, height * (0.45 + 0.55 * letters));
    const QRectF badge(size - rim - width, size - rim - height, width, height);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::white); // a rim, on panels of any colour
    painter.drawRoundedRect(badge.adjusted(-rim, -rim, rim, rim), height / 2 + rim,
                            height / 2 + rim);
    painter.setBrush(badgeFill);
    painter.drawRoundedRect(badge, height / 2, height / 2);
    if (!words)
        return;
    QFont font = QGuiApplication::font();
    font.setPixelSize(int(height * 0.78));
    font.setWeight(QFont::Bold);
    painter.setFont(font);
    painter.setPen(Qt::white);
    painter.drawText(badge, Qt::AlignCenter, text);
}

} // namespace

QVector<QImage> trayPictures(int unread)
{
    const QIcon icon(QStringLiteral(":/qt/qml/Suhbat/Controls/icons/suhbat.svg"));
    QVector<QImage> pictures;
    for (const int size : {16, 22, 24, 32, 48, 64}) {
        QImage picture(size, size, QImage::Format_ARGB32_Premultiplied);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.drawPixmap(0, 0, icon.pixmap(QSize(size, size), 1.0));
        if (unread > 0)
            drawBadge(painter, size, unread);
        painter.end();
        pictures.append(picture);
    }
    return pictures;
}

} // namespace suhbat
