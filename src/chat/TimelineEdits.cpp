// What Timeline makes of edits and deletions, in any order; the rest of it is in Timeline.cpp.
#include "chat/Timeline.h"

#include <algorithm>

namespace suhbat {

Timeline::Changes Timeline::update(const Message &edited)
{
    if (edited.id.isEmpty() || m_removed.contains(edited.id))
        return {};
    if (rowOf(edited.id) >= 0) {
        Changes changes = upsert({edited});
        const Message &now = m_messages.at(rowOf(edited.id));
        quoteAnew(now.id, now.sender.name, now.body.simplified(), changes);
        return changes;
    }
    Message latest = edited;
    if (const Message *earlier = m_editsBeforeKnown.find(edited.id))
        keepLaterEdit(*earlier, latest);
    m_editsBeforeKnown.put(edited.id, latest);
    return {};
}

Timeline::Changes Timeline::remove(const QVector<MessageId> &ids)
{
    for (const MessageId &id : ids) {
        if (!id.isEmpty())
            m_removed.put(id, true);
    }
    Changes changes = drop(ids);
    for (const MessageId &id : ids) {
        if (!id.isEmpty())
            quoteAnew(id, {}, {}, changes);
    }
    return changes;
}

// What quotes a message says what the message says now, or that it is gone.
void Timeline::quoteAnew(const MessageId &id, const QString &senderName, const QString &body,
                         Changes &changes)
{
    const ReplyTo quote{id, senderName, body};
    for (int row = 0; row < m_messages.size(); ++row) {
        if (!m_messages.at(row).replyTo || m_messages.at(row).replyTo->id != id ||
            m_messages.at(row).replyTo == quote)
            continue;
        m_messages[row].replyTo = quote;
        changes.append({Change::Kind::Updated, row, row, {m_messages.at(row)}});
    }
}

Timeline::Changes Timeline::drop(const QVector<MessageId> &ids)
{
    Changes changes;
    for (const MessageId &id : ids) {
        const int row = rowOf(id);
        if (row < 0)
            continue;
        m_messages.removeAt(row);
        changes.append({Change::Kind::Removed, row, 0, {}});
    }
    return changes;
}

int Timeline::oldOnes(const QVector<Message> &messages, const UserId &self, int keep)
{
    const int most = int(messages.size()) - keep;
    for (int row = 0; row < most; ++row) {
        const Message &message = messages.at(row);
        const bool unread = message.sender.id != self && message.state != Message::State::Read;
        if (unread || message.id.isEmpty())
            return row;
    }
    return std::max(0, most);
}

QVector<Message> Timeline::takeOld(int count)
{
    const QVector<Message> old = m_messages.first(count);
    m_messages.remove(0, count);
    return old;
}

// A message of mine that is gone before its answer came: it was sent, nothing is pending any more.
void Timeline::dropPendingOf(const Message &gone, Changes &changes)
{
    int row = rowOf(gone.tempId);
    if (row < 0 && gone.tempId.isEmpty())
        row = pendingMatch(gone);
    if (row >= 0 && m_messages.at(row).id.isEmpty())
        changes += discard(m_messages.at(row).tempId);
}

} // namespace suhbat
