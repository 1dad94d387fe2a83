// What OutboxMachine makes of the server's answers, and of their absence; the rest of the class is
// in OutboxMachine.cpp.
#include "base/Logging.h"
#include "chat/OutboxMachine.h"

#include <algorithm>

namespace suhbat {

using namespace outbox;

// Whether the server may have made a message of a request that ended like this.
OutboxMachine::Outcome OutboxMachine::outcomeOf(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Unreachable: // nothing left this machine
    case Error::Kind::RateLimited:
    case Error::Kind::Unauthorized:
        return Outcome::NotSent;
    case Error::Kind::Proxy:
        return error.isTransient() ? Outcome::NotSent : Outcome::Refused;
    case Error::Kind::Timeout:
    case Error::Kind::Server:
    case Error::Kind::BadResponse:
    case Error::Kind::Cancelled:
        return Outcome::Open;
    default:
        return Outcome::Refused;
    }
}

OutboxMachine::Hold OutboxMachine::holdOf(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Unauthorized:
        return Hold::Session;
    case Error::Kind::RateLimited:
        return Hold::RateLimited;
    default:
        return outcomeOf(error) == Outcome::NotSent ? Hold::Offline : Hold::None;
    }
}

// Nothing is sent to anybody meanwhile: all conversations share the network, the session and the
// server's patience.
void OutboxMachine::holdBack(Hold hold, const Error &error, Instant now)
{
    Milliseconds wait = m_backoff.next(Backoff::Cause::FailedAttempt);
    if (error.retryAfter)
        wait = std::max<Milliseconds>(wait, *error.retryAfter);
    m_holdUntil = std::max(isHeld(now) ? m_holdUntil : now, now + wait);
    m_hold = hold;
}

Actions OutboxMachine::answered(Ticket ticket, const Result<Message> &result, Instant now)
{
    Row *row = waitingFor(ticket);
    if (row == nullptr || row->phase != Phase::InFlight)
        return {};
    row->ticket = 0;
    if (result && !result->id.isEmpty()) {
        Message message = *result;
        message.tempId = row->entry.tempId;
        m_actions.append(Delivered{message});
        done(row->entry.tempId, message.id, now);
        return take();
    }
    const Error error =
        result ? Error::make(Error::Kind::BadResponse, QStringLiteral("no id")) : result.error();
    qCInfo(lcChat) << "message not sent:" << toString(error.kind) << error.status << error.detail;
    if (outcomeOf(error) == Outcome::Open)
        leftOpen(*row, error, now);
    else
        notSent(*row, error, now);
    return take();
}

void OutboxMachine::notSent(Row &row, const Error &error, Instant now)
{
    // This request has made nothing; an earlier one without an answer still may have.
    row.entry.attempts -= 1;
    if (!row.guessedAs.isEmpty()) {
        if (row.entry.attempts > 0) {
            done(row.entry.tempId, row.guessedAs, now);
            return;
        }
        row.guessedAs = {};
        m_actions.append(Release{row.entry.tempId, row.entry.conversationId});
    }
    row.lookFirst = row.entry.attempts > 0;
    const bool again = outcomeOf(error) == Outcome::NotSent &&
                       (error.kind != Error::Kind::Unauthorized || ++row.tries < maxTries);
    if (!again) {
        stop(row, Message::State::Failed, error, now);
        return;
    }
    row.phase = Phase::Waiting;
    row.due = now;
    row.prepared = false;
    // Whoever is asked to send it once more has looked already.
    row.sendAgain = true;
    write(row.entry, Purpose::Note);
    show(row);
    holdBack(holdOf(error), error, now);
}

// No answer is no failure: the server may have it.
void OutboxMachine::leftOpen(Row &row, const Error &error, Instant now)
{
    if (!row.guessedAs.isEmpty()) {
        done(row.entry.tempId, row.guessedAs, now);
        return;
    }
    row.doubt = error;
    row.sendAgain = false;
    if (m_idempotent && ++row.tries < maxTries) {
        row.phase = Phase::Waiting;
        row.due = now + row.backoff.next(Backoff::Cause::FailedAttempt);
    } else {
        row.tries = 0;
        lookLater(row, now);
    }
    show(row);
}

// A first glance soon, for the usual case of an answer that was lost. It can only find it: what
// decides is a look begun when the request cannot be carried out any more.
void OutboxMachine::lookLater(Row &row, Instant now)
{
    row.phase = Phase::Settling;
    row.decideAfter =
        std::max(row.quietSince + m_options.requestTimeout, now + m_options.requestTimeout / 10);
    const Instant glance = now + row.backoff.next(Backoff::Cause::FailedAttempt);
    row.due = std::min(glance, row.decideAfter);
}

void OutboxMachine::look(Row &row, Phase phase, Instant now)
{
    row.phase = phase;
    row.lookBegan = now;
    row.ticket = ++m_lastTicket;
    const bool looksFor = phase == Phase::Looking;
    m_actions.append(Look{row.ticket, row.entry.conversationId,
                          looksFor ? row.entry.newestKnownId : std::nullopt});
}

Actions OutboxMachine::looked(Ticket ticket, const Result<Seen> &result, Instant now)
{
    Row *row = waitingFor(ticket);
    if (row == nullptr || (row->phase != Phase::Looking && row->phase != Phase::Preparing))
        return {};
    row->ticket = 0;
    Hold hold = result ? Hold::None : holdOf(result.error());
    if (hold == Hold::Session && ++row->tries >= maxTries)
        hold = Hold::None; // only this is refused: it must not hold the others up
    if (hold != Hold::None) {
        row->phase = row->phase == Phase::Looking ? Phase::Settling : Phase::Waiting;
        row->due = now;
        holdBack(hold, result.error(), now);
    } else if (row->phase == Phase::Preparing && !result &&
               outcomeOf(result.error()) == Outcome::Open && ++row->tries < maxTries) {
        // Without a bound nobody could tell later whether it arrived: worth asking again.
        row->phase = Phase::Waiting;
        row->due = now + row->backoff.next(Backoff::Cause::FailedAttempt);
    } else if (row->phase == Phase::Preparing) {
        row->tries = 0;
        // Not even the history could be had: then without a bound, and its text proves nothing.
        row->prepared = true;
        if (result)
            row->newestSeen = result->newest;
        record(*row);
    } else if (result) {
        m_backoff.reset();
        decide(*row, *result, now);
    } else {
        lookFailed(*row, result.error(), now);
    }
    return take();
}

void OutboxMachine::lookFailed(Row &row, const Error &error, Instant now)
{
    qCInfo(lcChat) << "history not seen:" << toString(error.kind) << error.status << error.detail;
    if (outcomeOf(error) != Outcome::Open || ++row.tries >= maxTries) {
        stop(row, Message::State::Undecided, row.doubt, now);
        return;
    }
    row.phase = Phase::Settling;
    row.due = now + row.backoff.next(Backoff::Cause::FailedAttempt);
}

// The history was looked at, and the message was not there.
void OutboxMachine::decide(Row &row, const Seen &seen, Instant now)
{
    if (row.lookBegan < row.decideAfter) {
        row.phase = Phase::Settling;
        row.due = std::max(now, row.decideAfter);
        return;
    }
    const std::optional<MessageId> &bound = row.entry.newestKnownId;
    const bool reachesBack = bound && !bound->isEmpty()
                                 ? !seen.oldest.isEmpty() && !(*bound < seen.oldest)
                                 : seen.complete;
    // All of that is not it: what a later request makes has a greater id.
    if (seen.readable && reachesBack && !seen.newest.isEmpty() &&
        (!bound || *bound < seen.newest)) {
        row.entry.newestKnownId = seen.newest;
        row.entry.answersOfOthers.removeIf(
            [&seen](const MessageId &other) { return !(seen.newest < other); });
    }
    if (!row.sendAgain) {
        stop(row, Message::State::Undecided, row.doubt, now);
        return;
    }
    row.lookFirst = false;
    record(row);
}

void OutboxMachine::stop(Row &row, Message::State state, const Error &why, Instant now)
{
    row.phase = Phase::Stopped;
    row.ticket = 0;
    row.entry.state = state;
    row.entry.stoppedBy = why;
    // Shown when that is on the disk: what was seen to have stopped must not go out after a kill.
    write(row.entry, Purpose::Stop);
    pump(row.entry.conversationId, now);
}

Actions OutboxMachine::confirmed(const TempId &id, const MessageId &as, Instant now)
{
    Row *row = find(id);
    if (row == nullptr || row->phase == Phase::Accepting || row->phase == Phase::Discarding)
        return {};
    // The answer is still to come and knows better: another device may have said the same, or an
    // equal row that is asked about again.
    if (isAnswered(*row))
        row->guessedAs = as;
    else
        done(id, as, now);
    return take();
}

void OutboxMachine::done(const TempId &id, const MessageId &as, Instant now)
{
    // `id` and `as` may live in the row that goes.
    const OutboxEntry entry = find(id)->entry;
    // After a restart nobody remembers whose answer `as` was: rows with the same text must not
    // take it for theirs then. Their own may have a smaller id, so their bound stays.
    for (auto &[other, row] : m_rows) {
        const std::optional<MessageId> &bound = row.entry.newestKnownId;
        if (other == id || row.entry.conversationId != entry.conversationId ||
            row.entry.body != entry.body || row.entry.attempts == 0 || !bound ||
            !(bound->isEmpty() || *bound < as) || row.entry.answersOfOthers.contains(as))
            continue;
        row.entry.answersOfOthers.append(as);
        if (row.guessedAs == as)
            row.guessedAs = {};
        write(row.entry, Purpose::Note);
        show(row);
    }
    MessageId &newest = m_newestDone[entry.conversationId];
    newest = newest.isEmpty() ? as : std::max(newest, as); // an empty id sorts behind all others
    // The server answers.
    m_backoff.reset();
    if (m_hold == Hold::Offline || m_hold == Hold::Session)
        m_hold = Hold::None;
    m_queues[entry.conversationId].removeOne(entry.tempId);
    if (m_queues.value(entry.conversationId).isEmpty())
        m_queues.remove(entry.conversationId);
    m_rows.erase(entry.tempId);
    remove(entry.tempId, Purpose::Remove);
    pump(now);
}

} // namespace suhbat
