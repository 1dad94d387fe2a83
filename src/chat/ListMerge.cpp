#include "chat/ListMerge.h"

#include "wire/HumanisedAge.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <iterator>

namespace suhbat {

namespace {

using std::chrono::seconds;

// When something was last said there; the lists of the contract tell it in words only.
struct Activity
{
    std::optional<QDateTime> at;
    seconds blur{0}; ///< so much longer ago it may have been
};

// The unit an age is told in, or a greater one.
seconds unitOf(seconds age)
{
    using std::chrono::hours;
    constexpr seconds minute(60);
    for (const seconds unit : {seconds(hours(365 * 24)), seconds(hours(30 * 24)),
                               seconds(hours(7 * 24)), seconds(hours(24)), seconds(hours(1))}) {
        if (age >= unit)
            return unit;
    }
    return minute;
}

Activity lastActivity(const Conversation &row, const QDateTime &now)
{
    if (row.lastMessageAt)
        return {row.lastMessageAt, {}};
    if (const auto age = wire::humanisedAge(row.lastMessageTimeText))
        return {now.addSecs(-age->count()), unitOf(*age)};
    return {};
}

bool goesFirst(const Conversation &one, const Conversation &other, const QDateTime &now,
               const PlaceOf &placeOf)
{
    const Activity left = lastActivity(one, now);
    const Activity right = lastActivity(other, now);
    // A conversation without any message goes behind those that have some.
    if (!left.at || !right.at)
        return left.at || !right.at;
    // An age is at least what is said, and less than one unit more.
    const qint64 ahead = right.at->secsTo(*left.at);
    const seconds blur = ahead > 0 ? left.blur : right.blur;
    if (placeOf && std::abs(ahead) <= blur.count()) {
        const auto here = placeOf(one);
        const auto there = placeOf(other);
        if (here && there)
            return *here > *there;
    }
    return ahead >= 0;
}

bool freshGoesFirst(const Conversation &fresh, const Conversation &known, const QDateTime &now,
                    const PlaceOf &placeOf)
{
    const auto here = placeOf(fresh);
    const auto there = placeOf(known);
    if (here && there)
        return *here > *there;
    // A message that was received since tells its time.
    const Activity news = lastActivity(fresh, now);
    return !known.lastMessageAt || !news.at || *news.at >= *known.lastMessageAt;
}

template<typename GoesFirst>
QVector<Conversation> merged(const QVector<Conversation> &a, const QVector<Conversation> &b,
                             const PlaceOf &placeOf, GoesFirst goesBefore)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QVector<Conversation> all;
    all.reserve(a.size() + b.size());
    auto x = a.cbegin();
    auto y = b.cbegin();
    while (x != a.cend() && y != b.cend())
        all.append(goesBefore(*x, *y, now, placeOf) ? *x++ : *y++);
    std::copy(x, a.cend(), std::back_inserter(all));
    std::copy(y, b.cend(), std::back_inserter(all));
    return all;
}

} // namespace

bool appendNewRows(QVector<Conversation> *rows, const QVector<Conversation> &more)
{
    const auto known = rows->size();
    for (const Conversation &row : more) {
        const auto same = [&row](const Conversation &one) { return one.id == row.id; };
        if (std::none_of(rows->cbegin(), rows->cbegin() + known, same))
            rows->append(row);
    }
    return rows->size() > known;
}

bool hasMoved(const QVector<Conversation> &earlier, const QVector<Conversation> &before,
              const QVector<Conversation> &page)
{
    const auto same = [](const Conversation &one, const Conversation &other) {
        return one.id == other.id;
    };
    const bool repeated =
        std::equal(page.cbegin(), page.cend(), before.cbegin(), before.cend(), same);
    return !repeated && std::find_first_of(page.cbegin(), page.cend(), earlier.cbegin(),
                                           earlier.cend(), same) != page.cend();
}

bool ageHolds(const Conversation &known, const QDateTime &toldAt, const Conversation &fresh,
              const QDateTime &now)
{
    if (!toldAt.isValid() || known.lastMessageAt || fresh.lastMessageAt ||
        known.lastMessage != fresh.lastMessage)
        return false;
    const Activity then = lastActivity(known, toldAt);
    const Activity news = lastActivity(fresh, now);
    if (!then.at || !news.at)
        return false;
    // Each is the latest that it may have been: of two as exact the earlier is nearer to the truth.
    const qint64 later = news.at->secsTo(*then.at);
    if (later <= -news.blur.count())
        return false; // another message with the same words
    return then.blur == news.blur ? later <= 0 : then.blur == std::chrono::minutes(1) && later < 60;
}

QVector<Conversation> mergeLists(const QVector<Conversation> &a, const QVector<Conversation> &b,
                                 const PlaceOf &placeOf)
{
    return merged(a, b, placeOf, goesFirst);
}

QVector<Conversation> threadIn(const QVector<Conversation> &fresh,
                               const QVector<Conversation> &known, const PlaceOf &placeOf)
{
    return merged(fresh, known, placeOf, freshGoesFirst);
}

} // namespace suhbat
