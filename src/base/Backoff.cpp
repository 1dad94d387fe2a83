#include "base/Backoff.h"

#include <QRandomGenerator>

#include <algorithm>

namespace suhbat {

Backoff::Backoff(Random random) : m_random(std::move(random))
{
    if (!m_random)
        m_random = [] { return QRandomGenerator::global()->generateDouble(); };
}

Milliseconds Backoff::next(Cause cause)
{
    const int attempt = m_attempt++;
    const auto upTo = [this](double ms) { return Milliseconds(qint64(m_random() * ms)); };
    if (cause == Cause::Nudged)
        return upTo(1000);
    if (attempt == 0 && cause == Cause::ConnectionLost)
        return upTo(3000);
    if (attempt == 0 && cause == Cause::ServerRestart)
        return upTo(1000);
    // 2^5 s is past the cap already; the shift must not overflow in a long night offline.
    const auto full = std::min(cap, base * (1 << std::min(attempt, 5)));
    return Milliseconds(qint64((0.5 + m_random() * 0.5) * double(full.count())));
}

Milliseconds Backoff::nextAfter(const Error &error)
{
    const Milliseconds wait = next(Cause::FailedAttempt);
    if (!error.retryAfter)
        return wait;
    return std::max(wait, std::min<Milliseconds>(*error.retryAfter, longestRetryAfter));
}

} // namespace suhbat
