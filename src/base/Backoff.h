#pragma once

#include "base/Clock.h"
#include "base/Error.h"

#include <functional>

namespace suhbat {

/// The one rule of waiting before a reconnect or a retry (docs/architecture.md). Every wait has
/// jitter: a restarted server must not meet all of its clients in the same second.
class Backoff
{
public:
    enum class Cause {
        FailedAttempt,  ///< an attempt did not get through: grows with each
        ConnectionLost, ///< an established connection ended: the first retry within 3 s
        ServerRestart,  ///< close code 4200-4299: the first retry within 1 s
        Nudged          ///< network up, resume from suspend, "Try now": within 1 s
    };

    /// Returns a number in [0, 1); a parameter so that tests are exact.
    using Random = std::function<double()>;

    explicit Backoff(Random random = {});

    /// How long to wait before the next attempt; counts it.
    Milliseconds next(Cause cause);
    /// After a request that failed: next(FailedAttempt), but not before the server's Retry-After.
    Milliseconds nextAfter(const Error &error);
    /// To be called when a connection has been up for 30 s: starts the count anew.
    void reset() { m_attempt = 0; }
    int attempt() const { return m_attempt; }

    static constexpr Milliseconds base{1000};
    static constexpr Milliseconds cap{30000};
    static constexpr std::chrono::minutes longestRetryAfter{10}; ///< that is listened to
    static constexpr std::chrono::seconds settledAfter{30};

private:
    Random m_random;
    int m_attempt = 0;
};

} // namespace suhbat
