#pragma once

#include <functional>

class QObject;

namespace suhbat {

/// From here on SIGTERM, SIGINT and SIGHUP call `act` from the event loop, each time, until
/// `context` dies. For one context a program.
void onQuitSignals(QObject *context, std::function<void()> act);

} // namespace suhbat
