#pragma once

#include <QLoggingCategory>

namespace suhbat {

// Tokens, passwords and message texts never go to any of these.
Q_DECLARE_LOGGING_CATEGORY(lcNet)    // suhbat.net
Q_DECLARE_LOGGING_CATEGORY(lcPusher) // suhbat.pusher
Q_DECLARE_LOGGING_CATEGORY(lcApi)    // suhbat.api
Q_DECLARE_LOGGING_CATEGORY(lcStore)  // suhbat.store
Q_DECLARE_LOGGING_CATEGORY(lcChat)   // suhbat.chat
Q_DECLARE_LOGGING_CATEGORY(lcUi)     // suhbat.ui
// Of the bench alone, hence in no --log-level.
Q_DECLARE_LOGGING_CATEGORY(lcWakes) // wakes

} // namespace suhbat
