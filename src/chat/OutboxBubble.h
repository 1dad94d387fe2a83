#pragma once

#include "chat/OutboxActions.h"
#include "chat/Timeline.h"

namespace suhbat {

/// The bubble of an outbox row, as wanted: put in or brought up to date. The row's
/// temp id on a message with an id afterwards: the server has it, confirmed() is due.
Timeline::Changes showInTimeline(Timeline &timeline, const outbox::Show &show, const User &self);

} // namespace suhbat
