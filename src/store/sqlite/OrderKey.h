#pragma once

#include "base/Ids.h"

#include <QByteArray>

namespace suhbat::sql {

/// Bytes that compare (memcmp) as the ids do: a BLOB column in the server's order. Different ids
/// have different keys.
QByteArray orderKey(const MessageId &id);

/// Before it is every id's key.
QByteArray endOfOrder();

} // namespace suhbat::sql
