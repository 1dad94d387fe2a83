#pragma once

#include <functional>

namespace suhbat::test {

/// Runs the event loop until `condition` holds; false after `patience` ms. Unlike
/// QTest::qWaitFor(), which sleeps 10 ms whenever there is nothing to do this very moment, it goes
/// on at the next event: where every request crosses a thread, that is most of a test's time.
[[nodiscard]] bool waitUntil(const std::function<bool()> &condition, int patience = 5000);

} // namespace suhbat::test
