#include "models/TimelineRows.h"

namespace suhbat {

namespace {

QDate localDay(const Message &message)
{
    return message.createdAt.toLocalTime().date();
}

bool sameRun(const Message &earlier, const Message &later)
{
    return earlier.sender.id == later.sender.id && localDay(earlier) == localDay(later) &&
           earlier.createdAt.secsTo(later.createdAt) < TimelineRows::runBreakSeconds;
}

} // namespace

RowLook TimelineRows::look(const QVector<Message> &messages, int row, const MessageId &divider)
{
    const Message &own = messages.at(row);
    const Message *before = row > 0 ? &messages.at(row - 1) : nullptr;
    const Message *after = row + 1 < messages.size() ? &messages.at(row + 1) : nullptr;
    RowLook look;
    look.startsDay = before == nullptr || localDay(*before) != localDay(own);
    look.firstUnread = !divider.isEmpty() && own.id == divider;
    look.showSender = before == nullptr || look.firstUnread || !sameRun(*before, own);
    look.endsRun =
        after == nullptr || !sameRun(own, *after) || (!divider.isEmpty() && after->id == divider);
    return look;
}

MessageId TimelineRows::firstUnread(const QVector<Message> &messages, const UserId &self)
{
    // The unread ones are a run at the end; an old unread one further up is somebody's slip.
    MessageId first;
    for (auto it = messages.crbegin(); it != messages.crend(); ++it) {
        if (it->sender.id == self || it->id.isEmpty())
            continue;
        if (it->state == Message::State::Read)
            break;
        first = it->id;
    }
    return first;
}

} // namespace suhbat
