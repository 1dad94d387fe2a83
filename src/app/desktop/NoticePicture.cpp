#include "app/desktop/NoticePicture.h"

#include <QColor>
#include <QFont>
#include <QGuiApplication>
#include <QPainter>

#include <array>

namespace suhbat {

namespace {

// Theme.people; the desktop draws its notices outside of any window.
constexpr std::array<QRgb, 8> people{0xff14807d, 0xffb5405e, 0xffa86212, 0xff3a6cb4,
                                     0xff467f3a, 0xff87509c, 0xffc2532c, 0xff55708b};

} // namespace

QImage noticePicture(const QString &initials, int colorIndex, int size)
{
    QImage picture(size, size, QImage::Format_ARGB32_Premultiplied);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor::fromRgb(people.at(std::size_t(colorIndex) % people.size())));
    painter.drawEllipse(picture.rect());
    QFont font = QGuiApplication::font();
    font.setPixelSize(size * 2 / 5);
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(Qt::white);
    painter.drawText(picture.rect(), Qt::AlignCenter, initials);
    return picture;
}

} // namespace suhbat
