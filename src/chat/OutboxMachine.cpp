// What the user does and what time brings; the answers of the disk are in OutboxDisk.cpp, those of
// the server in OutboxAnswers.cpp.
#include "chat/OutboxMachine.h"

#include <algorithm>

namespace suhbat {

using namespace outbox;

OutboxMachine::OutboxMachine(Options options)
    : m_options(std::move(options)), m_backoff(m_options.random)
{
    if (!m_options.newestKnown)
        m_options.newestKnown = [](const ConversationId &) { return std::nullopt; };
}

Actions OutboxMachine::take()
{
    return std::exchange(m_actions, {});
}

OutboxMachine::Row *OutboxMachine::find(const TempId &id)
{
    const auto found = m_rows.find(id);
    return found == m_rows.end() ? nullptr : &found->second;
}

OutboxMachine::Row *OutboxMachine::waitingFor(Ticket ticket)
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [ticket](const auto &one) {
        return one.second.ticket == ticket;
    });
    return ticket == 0 || found == m_rows.end() ? nullptr : &found->second;
}

void OutboxMachine::show(const Row &row)
{
    m_actions.append(Show{row.entry, isAnswered(row)});
}

// Its answer is still to come: of the request under way, or of the next one, where the server makes
// one message of both.
bool OutboxMachine::isAnswered(const Row &row) const
{
    const bool again = m_idempotent && row.lookFirst && row.tries < maxTries;
    return row.phase == Phase::InFlight ||
           (again && (row.phase == Phase::Waiting || row.phase == Phase::Recording));
}

Actions OutboxMachine::add(const OutboxEntry &entry)
{
    if (entry.tempId.isEmpty() || contains(entry.tempId))
        return {};
    Row row;
    row.entry = entry;
    row.entry.attempts = 0;
    row.entry.newestKnownId.reset();
    row.entry.state = Message::State::Sending;
    row.entry.stoppedBy.reset();
    row.backoff = Backoff(m_options.random);
    write(row.entry, Purpose::Accept);
    m_rows.emplace(entry.tempId, std::move(row));
    return take();
}

Actions OutboxMachine::restore(const QVector<OutboxEntry> &entries, Instant now)
{
    for (const OutboxEntry &entry : entries) {
        if (entry.tempId.isEmpty() || contains(entry.tempId))
            continue;
        Row row;
        row.entry = entry;
        row.backoff = Backoff(m_options.random);
        row.lookFirst = entry.attempts > 0;
        row.doubt = Error::make(Error::Kind::Timeout, QStringLiteral("no answer was seen"));
        const bool stopped =
            entry.state == Message::State::Failed || entry.state == Message::State::Undecided;
        row.phase = stopped ? Phase::Stopped : Phase::Waiting;
        if (!stopped) {
            row.entry.state = Message::State::Sending;
            // The request may have gone out in the last instant of that run; no clock says when.
            row.decideAfter = now + m_options.requestTimeout;
        }
        m_queues[entry.conversationId].append(entry.tempId);
        show(m_rows.emplace(entry.tempId, std::move(row)).first->second);
    }
    pump(now);
    return take();
}

Actions OutboxMachine::retry(const TempId &id, Instant now)
{
    Row *row = find(id);
    if (row == nullptr || row->phase != Phase::Stopped)
        return {};
    row->phase = Phase::Waiting;
    row->tries = 0;
    row->backoff.reset();
    row->prepared = false;
    row->lookFirst = row->entry.attempts > 0;
    row->sendAgain = true;
    row->due = now;
    row->entry.state = Message::State::Sending;
    row->entry.stoppedBy.reset();
    auto &queue = m_queues[row->entry.conversationId];
    queue.removeOne(id);
    queue.append(id);
    write(row->entry, Purpose::Note);
    show(*row);
    pump(row->entry.conversationId, now);
    return take();
}

Actions OutboxMachine::discard(const TempId &id, Instant now)
{
    Row *row = find(id);
    if (row == nullptr || row->phase == Phase::Accepting || row->phase == Phase::Discarding)
        return {};
    if (row->phase == Phase::InFlight)
        m_actions.append(Abort{row->ticket});
    row->ticket = 0;
    row->phase = Phase::Discarding;
    remove(id, Purpose::Discard);
    pump(row->entry.conversationId, now);
    return take();
}

// A request without its end makes no message, so that is "not sent"; after its end nobody knows.
// In both cases a Retry looks first, and where all was out not before it would have been answered.
Actions OutboxMachine::stopSending(const TempId &id, Instant now)
{
    Row *row = find(id);
    if (row == nullptr)
        return {};
    const Error why = Error::make(Error::Kind::Cancelled, QStringLiteral("stopped by the user"));
    if (row->phase == Phase::Waiting && row->entry.attempts == 0) {
        stop(*row, Message::State::Failed, why, now);
    } else if (row->phase == Phase::InFlight) {
        m_actions.append(Abort{row->ticket});
        row->ticket = 0;
        row->decideAfter = now;
        if (!row->guessedAs.isEmpty()) {
            done(id, row->guessedAs, now);
        } else if (row->inPart) {
            stop(*row, Message::State::Failed, why, now);
        } else {
            row->decideAfter = std::max(row->quietSince + m_options.requestTimeout,
                                        now + m_options.requestTimeout / 10);
            stop(*row, Message::State::Undecided,
                 Error::make(Error::Kind::Timeout, QStringLiteral("stopped by the user")), now);
        }
    }
    return take();
}

void OutboxMachine::pump(Instant now)
{
    const auto conversations = m_queues.keys();
    for (const ConversationId &conversation : conversations)
        pump(conversation, now);
}

void OutboxMachine::pump(const ConversationId &conversation, Instant now)
{
    if (isHeld(now))
        return; // the order must hold when it goes on
    const Row *first = firstOf(m_queues.value(conversation));
    if (first == nullptr || first->due > now)
        return;
    Row &row = *find(first->entry.tempId);
    if (row.phase == Phase::Waiting)
        begin(row, now);
    else if (row.phase == Phase::Settling)
        look(row, Phase::Looking, now);
}

// The one whose turn it is, whatever it is doing: one at a time.
const OutboxMachine::Row *OutboxMachine::firstOf(const QVector<TempId> &queue) const
{
    for (const TempId &id : queue) {
        const Row &row = m_rows.at(id);
        if (row.phase != Phase::Stopped && row.phase != Phase::Discarding)
            return &row;
    }
    return nullptr;
}

void OutboxMachine::begin(Row &row, Instant now)
{
    const bool safe = m_idempotent && row.tries < maxTries;
    if (row.lookFirst && !safe) {
        look(row, Phase::Looking, now);
    } else if (row.entry.attempts == 0 && !row.prepared &&
               !m_options.newestKnown(row.entry.conversationId)) {
        look(row, Phase::Preparing, now);
    } else {
        record(row);
    }
}

void OutboxMachine::send(Row &row, Instant now)
{
    row.phase = Phase::InFlight;
    row.lookFirst = true;
    row.inPart = false;
    row.quietSince = now;
    // Whoever sends gives up by himself; this is for an answer that never comes.
    row.due = now + m_options.requestTimeout * 3 / 2;
    row.ticket = ++m_lastTicket;
    show(row);
    m_actions.append(Post{row.ticket, row.entry});
}

void OutboxMachine::progressed(Ticket ticket, bool all, Instant now)
{
    Row *row = waitingFor(ticket);
    if (row == nullptr || row->phase != Phase::InFlight)
        return;
    row->inPart = !all;
    row->quietSince = now;
    row->due = now + m_options.requestTimeout * 3 / 2;
}

Actions OutboxMachine::networkUp(Instant now)
{
    if (m_hold == Hold::RateLimited && isHeld(now))
        return {};
    m_hold = Hold::None;
    m_backoff.reset();
    pump(now);
    return take();
}

Actions OutboxMachine::tick(Instant now)
{
    const auto unwritten = m_unwritten;
    for (auto it = unwritten.cbegin(); it != unwritten.cend(); ++it) {
        if (*it <= now)
            writeAgain(it.key());
    }
    if (!isHeld(now))
        m_hold = Hold::None;
    QVector<TempId> late;
    for (const auto &[id, row] : m_rows) {
        if (row.phase == Phase::InFlight && row.due <= now)
            late.append(id);
    }
    for (const TempId &id : late) {
        Row &row = *find(id);
        m_actions.append(Abort{row.ticket});
        row.ticket = 0;
        leftOpen(row, Error::make(Error::Kind::Timeout, QStringLiteral("no answer at all")), now);
    }
    pump(now);
    return take();
}

std::optional<Instant> OutboxMachine::wakeAt() const
{
    std::optional<Instant> first;
    const auto consider = [&first](Instant at) { first = first ? std::min(*first, at) : at; };
    for (const Instant at : m_unwritten)
        consider(at);
    if (m_hold != Hold::None)
        consider(m_holdUntil);
    for (const auto &[id, row] : m_rows) {
        if (row.phase == Phase::InFlight)
            consider(row.due);
    }
    for (const auto &queue : m_queues) {
        // Held back: no sense in waking up before that is over.
        const Row *next = m_hold == Hold::None ? firstOf(queue) : nullptr;
        if (next != nullptr && (next->phase == Phase::Waiting || next->phase == Phase::Settling))
            consider(next->due);
    }
    return first;
}

void OutboxMachine::clear()
{
    m_rows.clear();
    m_queues.clear();
    m_writes.clear();
    m_unwritten.clear();
    m_newestDone.clear();
    m_hold = Hold::None;
    m_backoff.reset();
    m_actions.clear();
}

} // namespace suhbat
