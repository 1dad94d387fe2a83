#pragma once

#include "base/Backoff.h"
#include "pusher/Sealed.h"

#include <QString>

#include <optional>
#include <vector>

namespace suhbat::pusher {

/// An event of an encrypted channel that nobody opened yet.
struct SealedEvent
{
    QString name;
    qsizetype size = 0; ///< of the frame, bytes
    bool replayed = false;
    Sealed sealed;
};

/// The key of one encrypted channel, and what waits while it is fetched anew (statement 109).
/// Bounded, whatever the server sends meanwhile.
struct ChannelKey
{
    static constexpr size_t mostWaiting = 100;
    static constexpr qsizetype mostWaitingBytes = 1024 * 1024; ///< of their frames, together

    QByteArray key;
    bool isAwaited = false; ///< asked for, or to be asked for again at `retryAt`
    bool isDoubted = false; ///< fetched again, and nothing opened since
    std::optional<Instant> retryAt;
    std::optional<Backoff> backoff; ///< of fetches that failed
    std::vector<SealedEvent> waiting;
    qsizetype waitingBytes = 0;

    /// False where there is no room for it.
    bool keep(SealedEvent event);
    std::vector<SealedEvent> takeWaiting();
};

} // namespace suhbat::pusher
