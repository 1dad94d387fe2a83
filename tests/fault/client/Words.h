#pragma once

#include "domain/Message.h"

#include <QJsonObject>

namespace suhbat::fault {

/// "Sending", "Sent" …: as the runner reads them.
QString stateName(Message::State state);

/// One line of JSON to standard output, at once: whoever kills this program has read all of it.
void say(const QJsonObject &line);

} // namespace suhbat::fault
