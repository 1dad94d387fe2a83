// What OutboxMachine writes to the disk, and what it makes of the answers.
#include "base/Logging.h"
#include "chat/OutboxMachine.h"

namespace suhbat {

using namespace outbox;

Ticket OutboxMachine::write(const OutboxEntry &entry, Purpose purpose)
{
    const Ticket ticket = ++m_lastTicket;
    m_writes.insert(ticket, {entry.tempId, purpose});
    m_actions.append(StoreRow{ticket, entry});
    return ticket;
}

void OutboxMachine::remove(const TempId &id, Purpose purpose)
{
    const Ticket ticket = ++m_lastTicket;
    m_writes.insert(ticket, {id, purpose});
    m_actions.append(RemoveRow{ticket, id});
}

void OutboxMachine::record(Row &row)
{
    // What an earlier request may have made has a greater id than was known before that one.
    if (row.entry.attempts == 0) {
        auto known = m_options.newestKnown(row.entry.conversationId);
        if (!known)
            known = row.newestSeen;
        // The answer before this one may not have reached the timeline yet: it is taken up after
        // this. Its text must never be taken for this row's.
        const auto done = m_newestDone.constFind(row.entry.conversationId);
        if (known && done != m_newestDone.cend())
            known = known->isEmpty() ? *done : std::max(*known, *done);
        row.entry.newestKnownId = known;
    }
    row.entry.attempts += 1;
    row.phase = Phase::Recording;
    row.ticket = write(row.entry, Purpose::Record);
}

Actions OutboxMachine::stored(Ticket ticket, const Result<void> &result, Instant now)
{
    if (!m_writes.contains(ticket))
        return {};
    const Write write = m_writes.take(ticket);
    if (!result)
        qCWarning(lcChat) << "outbox row not written:" << result.error().detail;
    // Until then the store lets no restart send what is on the disk.
    const bool noted = write.purpose == Purpose::Note || write.purpose == Purpose::Stop;
    if (!result && (noted || write.purpose == Purpose::Remove))
        m_unwritten.insert(write.id, now + Backoff::cap);
    Row *row = find(write.id);
    if (row == nullptr)
        return take();
    if (write.purpose == Purpose::Accept)
        accepted(*row, result, now);
    else if (write.purpose == Purpose::Record && row->ticket == ticket)
        recorded(*row, result, now);
    else if (write.purpose == Purpose::Stop && row->phase == Phase::Stopped)
        show(*row);
    else if (write.purpose == Purpose::Discard)
        discarded(*row, result, now);
    return take();
}

// What could not be written as it is now; delivered ones are gone from the rows.
void OutboxMachine::writeAgain(const TempId &id)
{
    m_unwritten.remove(id);
    if (const Row *row = find(id))
        write(row->entry, Purpose::Note);
    else
        remove(id, Purpose::Remove);
}

void OutboxMachine::accepted(Row &row, const Result<void> &result, Instant now)
{
    const TempId id = row.entry.tempId;
    if (!result) {
        m_actions.append(GiveBack{row.entry, result.error()});
        m_rows.erase(id);
        return;
    }
    row.phase = Phase::Waiting;
    m_queues[row.entry.conversationId].append(id);
    show(row);
    pump(row.entry.conversationId, now);
}

void OutboxMachine::recorded(Row &row, const Result<void> &result, Instant now)
{
    if (result) {
        send(row, now);
        return;
    }
    // Nothing goes out that a restart would not know of. It is on the disk as on its way, and may
    // be sent by a restart: so it must not be said to have failed, which could not be written
    // either.
    row.entry.attempts -= 1;
    row.ticket = 0;
    row.phase = Phase::Waiting;
    row.due = now + row.backoff.next(Backoff::Cause::FailedAttempt);
}

void OutboxMachine::discarded(Row &row, const Result<void> &result, Instant now)
{
    const TempId id = row.entry.tempId;
    const ConversationId conversation = row.entry.conversationId;
    if (result) {
        m_actions.append(Forget{id, conversation});
        m_queues[conversation].removeOne(id);
        m_rows.erase(id);
        pump(conversation, now);
        return;
    }
    // Still on the disk, and a restart would send it: so it stays in sight.
    row.phase = Phase::Stopped;
    if (row.entry.state == Message::State::Sending)
        row.entry.state =
            row.entry.attempts > 0 ? Message::State::Undecided : Message::State::Failed;
    row.entry.stoppedBy = result.error();
    show(row);
}

} // namespace suhbat
