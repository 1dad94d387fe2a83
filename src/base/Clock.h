#pragma once

#include <QDateTime>

#include <chrono>
#include <functional>

namespace suhbat {

/// Monotonic instants for timers and backoff; wall time for what people read.
using Instant = std::chrono::steady_clock::time_point;
using Milliseconds = std::chrono::milliseconds;

/// Where an object gets its time from: tests hand in their own.
struct Clock
{
    std::function<Instant()> steady = [] { return std::chrono::steady_clock::now(); };
    std::function<QDateTime()> wall = [] { return QDateTime::currentDateTimeUtc(); };
};

} // namespace suhbat
