#include "pusher/ChannelKey.h"

#include <algorithm>

namespace suhbat::pusher {

bool ChannelKey::keep(SealedEvent event)
{
    if (waiting.size() >= mostWaiting || event.size > mostWaitingBytes - waitingBytes)
        return false;
    waitingBytes += event.size;
    waiting.push_back(std::move(event));
    return true;
}

std::vector<SealedEvent> ChannelKey::takeWaiting()
{
    waitingBytes = 0;
    return std::exchange(waiting, {});
}

Milliseconds ChannelKey::nextWait(const Error &error, const Backoff::Random &random)
{
    if (!backoff)
        backoff.emplace(random);
    Milliseconds wait = backoff->next(Backoff::Cause::FailedAttempt);
    if (error.retryAfter)
        wait = std::max(wait, std::min<Milliseconds>(*error.retryAfter, longestRetryAfter));
    return wait;
}

} // namespace suhbat::pusher
