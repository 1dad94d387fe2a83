// How MessageListModel gets from the rows it has to those it is to show; the rest of it is in
// MessageListModel.cpp.
#include "models/MessageListModel.h"

#include <QHash>

#include <algorithm>

namespace suhbat {

namespace {

// Where each of `rows` stands in `wanted`; -1 for those that do not. A message keeps its row by its
// temp id, else by the server's.
QVector<int> placesIn(const QVector<Message> &wanted, const QVector<Message> &rows)
{
    QHash<TempId, int> byTempId;
    QHash<MessageId, int> byId;
    for (int place = 0; place < wanted.size(); ++place) {
        if (const TempId &id = wanted.at(place).tempId; !id.isEmpty())
            byTempId.insert(id, place);
        if (const MessageId &id = wanted.at(place).id; !id.isEmpty())
            byId.insert(id, place);
    }
    QVector<int> places(rows.size(), -1);
    QVector<bool> taken(wanted.size(), false);
    const auto take = [&](qsizetype row, int place) {
        if (places.at(row) < 0 && place >= 0 && !taken.at(place)) {
            places[row] = place;
            taken[place] = true;
        }
    };
    for (qsizetype row = 0; row < rows.size(); ++row) {
        if (!rows.at(row).tempId.isEmpty())
            take(row, byTempId.value(rows.at(row).tempId, -1));
    }
    for (qsizetype row = 0; row < rows.size(); ++row) {
        if (!rows.at(row).id.isEmpty())
            take(row, byId.value(rows.at(row).id, -1));
    }
    return places;
}

} // namespace

void MessageListModel::show(const QVector<Message> &messages)
{
    const int before = count();
    QVector<int> places = placesIn(messages, m_messages);
    removeOthers(places);
    put(messages, places);
    if (before != count())
        Q_EMIT countChanged();
}

void MessageListModel::removeOthers(QVector<int> &places)
{
    for (int last = count() - 1; last >= 0; --last) {
        if (places.at(last) >= 0)
            continue;
        int first = last;
        while (first > 0 && places.at(first - 1) < 0)
            --first;
        beginRemoveRows({}, viewRow(last), viewRow(first));
        m_messages.remove(first, last - first + 1);
        places.remove(first, last - first + 1);
        endRemoveRows();
        touch(first - 1, first);
        last = first;
    }
}

// From the oldest on: each place gets its message, from further on or new.
void MessageListModel::put(const QVector<Message> &messages, QVector<int> &places)
{
    for (int row = 0; row < messages.size(); ++row) {
        const int from = int(places.indexOf(row, row));
        if (from < 0) {
            int added = 1;
            while (row + added < messages.size() && places.indexOf(row + added, row) < 0)
                ++added;
            // Oldest-first row r becomes view row n-1-r: the block ends where its first one goes.
            beginInsertRows({}, count() - row, count() - row + added - 1);
            m_messages.insert(row, added, Message{});
            places.insert(row, added, -1);
            for (int i = 0; i < added; ++i) {
                m_messages[row + i] = messages.at(row + i);
                places[row + i] = row + i;
            }
            endInsertRows();
            touch(row - 1, row + added);
            row += added - 1;
            continue;
        }
        if (from != row)
            move(from, row, places);
        if (!(m_messages.at(row) == messages.at(row))) {
            m_messages[row] = messages.at(row);
            touch(row - 1, row + 1);
        }
    }
}

void MessageListModel::move(int from, int to, QVector<int> &places)
{
    const int source = viewRow(from);
    const int target = viewRow(to);
    if (!beginMoveRows({}, source, source, {}, target > source ? target + 1 : target))
        return;
    m_messages.move(from, to);
    places.move(from, to);
    endMoveRows();
    touch(std::min(from, to) - 1, std::max(from, to) + 1);
}

} // namespace suhbat
