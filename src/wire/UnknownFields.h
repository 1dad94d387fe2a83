#pragma once

#include "base/JsonReader.h"

#include <QStringList>

namespace suhbat::wire {

/// Where an answer holds fields that neither the contract nor any decoder here knows: paths such as
/// "data[3].files[0].kind", in the text's order. For the log: no values are in it. Looks at a
/// bounded part of the answer and names a bounded number of them.
QStringList unknownFields(const JsonValue &root);

} // namespace suhbat::wire
