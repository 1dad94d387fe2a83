#include "pusher/ChannelKey.h"

#include <utility>

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

} // namespace suhbat::pusher
