#include "base/Logging.h"

namespace suhbat {

Q_LOGGING_CATEGORY(lcNet, "suhbat.net", QtInfoMsg)
Q_LOGGING_CATEGORY(lcPusher, "suhbat.pusher", QtInfoMsg)
Q_LOGGING_CATEGORY(lcApi, "suhbat.api", QtInfoMsg)
Q_LOGGING_CATEGORY(lcStore, "suhbat.store", QtInfoMsg)
Q_LOGGING_CATEGORY(lcChat, "suhbat.chat", QtInfoMsg)
Q_LOGGING_CATEGORY(lcUi, "suhbat.ui", QtInfoMsg)
Q_LOGGING_CATEGORY(lcWakes, "wakes", QtInfoMsg)

} // namespace suhbat
