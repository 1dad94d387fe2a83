#include "chat/ListMerge.h"

#include "wire/HumanisedAge.h"

#include <algorithm>
#include <iterator>

namespace suhbat {

namespace {

// When something was last said there; the lists of the contract tell it in words only.
std::optional<QDateTime> lastActivity(const Conversation &row, const QDateTime &now)
{
    if (row.lastMessageAt)
        return row.lastMessageAt;
    if (const auto age = wire::humanisedAge(row.lastMessageTimeText))
        return now.addSecs(-age->count());
    return std::nullopt;
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

QVector<Conversation> mergeLists(const QVector<Conversation> &a, const QVector<Conversation> &b)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QVector<Conversation> all;
    all.reserve(a.size() + b.size());
    auto x = a.cbegin();
    auto y = b.cbegin();
    while (x != a.cend() && y != b.cend()) {
        const auto left = lastActivity(*x, now);
        const auto right = lastActivity(*y, now);
        // A conversation without any message goes behind those that have some.
        const bool takeRight = right && (!left || *left < *right);
        all.append(takeRight ? *y++ : *x++);
    }
    std::copy(x, a.cend(), std::back_inserter(all));
    std::copy(y, b.cend(), std::back_inserter(all));
    return all;
}

} // namespace suhbat
