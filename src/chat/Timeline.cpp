#include "chat/Timeline.h"

#include "chat/GapPages.h"

#include <algorithm>

namespace suhbat {

namespace {

using Change = Timeline::Change;

// Receipts come from outside: what is remembered for later is bounded.
constexpr int maxEarlyReceipts = 1000;

// A page of fifty is one insertion for the views, not fifty.
void appendInserted(Timeline::Changes &changes, int row, const Message &message)
{
    if (!changes.isEmpty()) {
        Change &last = changes.last();
        if (last.kind == Change::Kind::Inserted && row == last.row + last.messages.size()) {
            last.messages.append(message);
            return;
        }
    }
    changes.append({Change::Kind::Inserted, row, 0, {message}});
}

// What the server says now, without losing what is known already: read stays read, files stay.
Message merged(const Message &known, Message fresh)
{
    if (known.state == Message::State::Read)
        fresh.state = Message::State::Read;
    if (fresh.tempId.isEmpty())
        fresh.tempId = known.tempId;
    if (fresh.attachments.isEmpty())
        fresh.attachments = known.attachments;
    if (fresh.sender.avatarUrl.isEmpty())
        fresh.sender.avatarUrl = known.sender.avatarUrl;
    if (fresh.sender.name.isEmpty())
        fresh.sender.name = known.sender.name;
    if (!fresh.replyTo)
        fresh.replyTo = known.replyTo;
    keepLaterEdit(known, fresh);
    if (!fresh.createdAt.isValid())
        fresh.createdAt = known.createdAt;
    return fresh;
}

} // namespace

MessageId Timeline::newestId() const
{
    for (auto it = m_messages.crbegin(); it != m_messages.crend(); ++it) {
        if (!it->id.isEmpty())
            return it->id;
    }
    return {};
}

MessageId Timeline::oldestId() const
{
    return m_messages.isEmpty() ? MessageId() : m_messages.first().id;
}

int Timeline::rowOf(const MessageId &id) const
{
    return rowIn(m_messages, id);
}

int Timeline::rowOf(const TempId &id) const
{
    if (id.isEmpty())
        return -1;
    for (int row = int(m_messages.size()) - 1; row >= 0; --row) {
        if (m_messages.at(row).tempId == id)
            return row;
    }
    return -1;
}

int Timeline::insertPosition(const Message &message) const
{
    const auto at = std::upper_bound(m_messages.cbegin(), m_messages.cend(), message, precedes);
    return int(at - m_messages.cbegin());
}

Timeline::Changes Timeline::upsert(const QVector<Message> &fromServer)
{
    Changes changes;
    for (const Message &message : fromServer) {
        if (!message.id.isEmpty())
            upsertOne(message, changes);
    }
    return changes;
}

void Timeline::upsertOne(Message message, Changes &changes)
{
    if (m_readBeforeKnown.remove(message.id))
        message.state = Message::State::Read;
    if (!message.sender.id.isEmpty() && message.sender.id != m_self)
        message.tempId = {}; // nobody else speaks for mine
    if (message.replyTo && m_removed.contains(message.replyTo->id))
        message.replyTo = ReplyTo{message.replyTo->id, {}, {}};
    releaseOthers(message, changes);
    if (m_removed.contains(message.id)) {
        dropPendingOf(message, changes);
        return;
    }
    const int known = rowOf(message.id);
    const int pendingOwn = rowOf(message.tempId);
    int pending = pendingOwn >= 0 && m_messages.at(pendingOwn).id.isEmpty() ? pendingOwn : -1;

    if (known >= 0) {
        // The echo came first as a row of its own; now the answer says which pending one it was.
        const Message before = m_messages.at(known);
        int row = known;
        if (pending >= 0 && pending != known) {
            changes.append({Change::Kind::Removed, pending, 0, {}});
            m_messages.removeAt(pending);
            m_posted.remove(message.tempId);
            row -= pending < known ? 1 : 0;
        }
        if (Message fresh = merged(before, std::move(message)); !(fresh == before))
            replace(row, fresh, changes);
        return;
    }
    // A temp id that is not ours was given by another device of mine: no guessing by text then.
    if (pending < 0 && message.tempId.isEmpty())
        pending = pendingMatch(message);
    if (const Message *edit = m_editsBeforeKnown.find(message.id))
        keepLaterEdit(*edit, message);
    if (pending >= 0) {
        const TempId own = m_messages.at(pending).tempId;
        message = merged(m_messages.at(pending), std::move(message));
        message.tempId = own;
        m_posted.remove(own);
        replace(pending, message, changes);
        return;
    }
    const int row = insertPosition(message);
    m_messages.insert(row, message);
    appendInserted(changes, row, message);
}

// Puts the message into `row` and, when its place in the order changed, moves it there.
void Timeline::replace(int row, const Message &message, Changes &changes)
{
    m_messages.removeAt(row);
    const int to = insertPosition(message);
    m_messages.insert(to, message);
    if (to == row)
        changes.append({Change::Kind::Updated, row, row, {message}});
    else
        changes.append({Change::Kind::Moved, row, to, {message}});
}

Timeline::Changes Timeline::setPendingState(const TempId &id, Message::State state)
{
    const int row = rowOf(id);
    if (row < 0 || !m_messages.at(row).id.isEmpty() || m_messages.at(row).state == state)
        return {};
    m_messages[row].state = state;
    return {{Change::Kind::Updated, row, row, {m_messages.at(row)}}};
}

Timeline::Changes Timeline::discard(const TempId &id)
{
    const int row = rowOf(id);
    if (row < 0 || !m_messages.at(row).id.isEmpty())
        return {};
    m_messages.removeAt(row);
    m_posted.remove(id);
    return {{Change::Kind::Removed, row, 0, {}}};
}

Timeline::Changes Timeline::markRead(const QVector<MessageId> &ids)
{
    Changes changes;
    for (const MessageId &id : ids) {
        const int row = rowOf(id);
        if (row < 0 && m_readBeforeKnown.size() < maxEarlyReceipts)
            m_readBeforeKnown.insert(id);
        if (row < 0 || m_messages.at(row).state == Message::State::Read)
            continue;
        m_messages[row].state = Message::State::Read;
        changes.append({Change::Kind::Updated, row, row, {m_messages.at(row)}});
    }
    return changes;
}

} // namespace suhbat
