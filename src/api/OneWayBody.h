#pragma once

#include <QBuffer>

namespace suhbat {

/// A request body that cannot be rewound. When a connection closes before the answer, Qt sends the
/// request again by itself, up to three times: a message would be posted twice. It needs to rewind
/// the body for that, and gives up with ContentReSendError when it cannot.
class OneWayBody : public QBuffer
{
public:
    explicit OneWayBody(const QByteArray &bytes)
    {
        setData(bytes);
        open(QIODevice::ReadOnly);
    }

    bool seek(qint64 position) override { return position >= pos() && QBuffer::seek(position); }
};

} // namespace suhbat
