#pragma once

#include "base/Backoff.h"
#include "base/Clock.h"
#include "chat/OutboxActions.h"

namespace suhbat::outbox {

/// Where a row of OutboxMachine stands; docs/delivery.md has the table.
enum class Phase {
    Accepting,  ///< not on the disk yet: nobody sees it
    Waiting,    ///< for its turn, or for `due`
    Preparing,  ///< looks what the newest id is, before the first request
    Recording,  ///< the attempt is being stored
    InFlight,   ///< until an answer comes, or `due`
    Settling,   ///< the server may have it: looked for at `due`
    Looking,    ///< the history is on its way
    Stopped,    ///< failed or undecided: waits for the user and holds nobody up
    Discarding, ///< being removed from the disk
};

/// One message on its way, as OutboxMachine knows it.
struct Row
{
    OutboxEntry entry;
    Phase phase = Phase::Accepting;
    Ticket ticket = 0; ///< of the answer it waits for; 0: none
    Instant due;
    Instant quietSince;  ///< when the last part of a request went out, as far as is known
    Instant decideAfter; ///< a look begun earlier can find it, but proves nothing
    Instant lookBegan;
    Backoff backoff;
    int tries = 0;                       ///< without a clear outcome, in a row
    bool inPart = false;                 ///< of the request under way some is known not to be out
    bool prepared = false;               ///< the history was asked for, with or without success
    std::optional<MessageId> newestSeen; ///< there
    bool lookFirst = false;              ///< posted before: never again without a look
    bool sendAgain = false;              ///< the user said so, should the look not find it
    MessageId guessedAs;                 ///< found by its text while the answer is still to come
    Error doubt;                         ///< why there is no clear answer
};

} // namespace suhbat::outbox
