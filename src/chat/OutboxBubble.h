#pragma once

#include "chat/Timeline.h"
#include "store/OutboxEntry.h"

namespace suhbat {

/// The bubble of an outbox row, as outbox::Show wants it: put in or brought up to date. The row's
/// temp id on a message with an id afterwards: the server has it, confirmed() is due.
Timeline::Changes showInTimeline(Timeline &timeline, const OutboxEntry &entry, const User &self);

} // namespace suhbat
