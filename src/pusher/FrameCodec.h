#pragma once

#include "base/Result.h"
#include "pusher/Frame.h"

#include <QByteArray>

namespace suhbat::pusher {

struct ChannelAuthorization;

/// Frames to and from JSON text. Reading never throws and never crashes; what we write always has
/// an object as `data` (soketi dies of a string, statement 65).
class FrameCodec
{
public:
    /// Error kind BadResponse for what is not JSON. JSON that is no frame gives an empty event
    /// (70).
    static Result<Frame> decode(QByteArrayView text);

    static QByteArray ping();
    static QByteArray pong();
    /// The authorisation of a public channel is an empty one (74).
    static QByteArray subscribe(const QString &channel, const ChannelAuthorization &authorization);
    static QByteArray unsubscribe(const QString &channel);
    /// `json` is one JSON object and goes out as it is.
    static QByteArray clientEvent(const QString &channel, const QString &event,
                                  const QByteArray &json);
    /// `text` as a JSON string, quotes included.
    static QByteArray quoted(const QString &text);
};

} // namespace suhbat::pusher
