#include "app/desktop/WindowPlace.h"

#include <algorithm>

namespace suhbat {

namespace {

// Less than this of a window cannot be taken hold of.
constexpr int enoughToSee = 48;

qint64 areaOf(const QRect &rect)
{
    return rect.isValid() ? qint64(rect.width()) * rect.height() : 0;
}

} // namespace

QRect placeOnScreens(const QRect &wanted, const QVector<QRect> &screens)
{
    if (screens.isEmpty())
        return wanted;
    const auto seenOn = [&wanted](const QRect &screen) { return screen.intersected(wanted); };
    const QRect screen =
        *std::max_element(screens.cbegin(), screens.cend(), [&](const QRect &a, const QRect &b) {
            return areaOf(seenOn(a)) < areaOf(seenOn(b));
        });
    const QRect seen = seenOn(screen);
    QRect place = wanted;
    if (seen.width() < enoughToSee || seen.height() < enoughToSee) {
        place.setSize(wanted.size().boundedTo(screens.constFirst().size()));
        place.moveCenter(screens.constFirst().center());
        return place;
    }
    place.setSize(wanted.size().boundedTo(screen.size()));
    place.moveLeft(std::clamp(place.left(), screen.left(), screen.right() + 1 - place.width()));
    place.moveTop(std::clamp(place.top(), screen.top(), screen.bottom() + 1 - place.height()));
    return place;
}

} // namespace suhbat
