// How Timeline finds which message of the server is which pending one of mine; the rest of it is in
// Timeline.cpp.
#include "chat/Timeline.h"

namespace suhbat {

Timeline::Changes Timeline::addPending(const Message &message,
                                       const std::optional<MessageId> &newestKnown,
                                       const QVector<MessageId> &answersOfOthers)
{
    Changes changes;
    if (message.tempId.isEmpty() || rowOf(message.tempId) >= 0)
        return changes;
    Message pending = message;
    pending.id = {};
    if (newestKnown) {
        // Of an earlier run: the cache may have brought the server's message already.
        if (const int row = serverMatch(pending, {newestKnown, answersOfOthers}); row >= 0) {
            rename(row, pending.tempId, changes);
            return changes;
        }
        setPosted(pending.tempId, newestKnown, false, answersOfOthers);
    }
    // In the order of sending, whatever happens to the clock.
    const int row = int(m_messages.size());
    m_messages.append(pending);
    changes.append({Change::Kind::Inserted, row, 0, {pending}});
    return changes;
}

void Timeline::setPosted(const TempId &id, const std::optional<MessageId> &newestKnown,
                         bool onItsWay, const QVector<MessageId> &answersOfOthers)
{
    const int row = rowOf(id);
    if (row < 0 || m_messages.at(row).id.isEmpty())
        m_posted.insert(id, {newestKnown, answersOfOthers, onItsWay});
}

void Timeline::setNotPosted(const TempId &id)
{
    m_posted.remove(id);
}

Timeline::Changes Timeline::release(const TempId &id)
{
    Changes changes;
    if (const int row = rowOf(id); row >= 0 && !m_messages.at(row).id.isEmpty())
        rename(row, {}, changes);
    return changes;
}

void Timeline::rename(int row, const TempId &id, Changes &changes)
{
    m_messages[row].tempId = id;
    changes.append({Change::Kind::Updated, row, row, {m_messages.at(row)}});
}

namespace {

bool isFurther(const MessageId &newest, const MessageId &than)
{
    return than.isEmpty() ? !newest.isEmpty() : than < newest;
}

} // namespace

bool Timeline::Posted::mayBe(const MessageId &id) const
{
    return newestKnown && (newestKnown->isEmpty() || *newestKnown < id) &&
           !answersOfOthers.contains(id);
}

// A pending message of mine with this text that the server cannot have known before: one whose
// answer is still to come, else the one that was sent when most was known. Of the first the answer
// will tell; of the others nobody will, and whatever may be that one may be those before it, too:
// so each finds its own in whatever order they come.
int Timeline::pendingMatch(const Message &fromServer) const
{
    if (fromServer.sender.id != m_self || m_self.isEmpty())
        return -1;
    int latest = -1;
    MessageId known; // what was known when that one was sent
    for (int row = 0; row < m_messages.size(); ++row) {
        const Message &candidate = m_messages.at(row);
        if (!candidate.id.isEmpty() || candidate.body != fromServer.body)
            continue;
        const auto posted = m_posted.constFind(candidate.tempId);
        if (posted == m_posted.cend())
            continue;
        const bool may = posted->mayBe(fromServer.id);
        if (posted->onItsWay && (may || !posted->newestKnown))
            return may ? row : -1;
        if (may && (latest < 0 || isFurther(*posted->newestKnown, known))) {
            latest = row;
            known = *posted->newestKnown;
        }
    }
    return latest;
}

// The other way round: a message of the server that answers this one and no other.
int Timeline::serverMatch(const Message &pending, const Posted &posted) const
{
    for (int row = 0; row < m_messages.size(); ++row) {
        const Message &candidate = m_messages.at(row);
        if (!candidate.id.isEmpty() && candidate.tempId.isEmpty() &&
            candidate.sender.id == m_self && !m_self.isEmpty() && candidate.body == pending.body &&
            posted.mayBe(candidate.id))
            return row;
    }
    return -1;
}

// A temp id counts once. The answer is sure of its id: a message with another id that was taken
// for it by its text is somebody else's, perhaps another pending one's.
void Timeline::releaseOthers(const Message &answer, Changes &changes)
{
    const int row = rowOf(answer.tempId);
    if (row < 0 || m_messages.at(row).id.isEmpty() || m_messages.at(row).id == answer.id)
        return;
    Message other = m_messages.at(row);
    const int pending = pendingMatch(other);
    rename(row, pending < 0 ? TempId() : m_messages.at(pending).tempId, changes);
    if (pending < 0)
        return;
    m_posted.remove(m_messages.at(pending).tempId);
    m_messages.removeAt(pending);
    changes.append({Change::Kind::Removed, pending, 0, {}});
}

} // namespace suhbat
