#pragma once

#include "base/JsonReader.h"

#include <QString>

namespace suhbat::pusher {

/// One frame of the protocol, in either direction of reading.
struct Frame
{
    QString event;   ///< empty for a frame that is none: ignored
    QString channel; ///< empty where there is none
    /// Decoded once: a string that holds JSON is that JSON, any other value is as it came (67).
    JsonValue data;
    QString userId;     ///< sender of a client event on a presence channel (116)
    qsizetype size = 0; ///< of the frame's text, bytes
};

} // namespace suhbat::pusher
