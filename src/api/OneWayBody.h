#pragma once

#include <QIODevice>

#include <cstring>

namespace suhbat {

/// A request body that cannot be rewound. When a connection closes before the answer, Qt sends the
/// request again by itself: a message would be posted twice. It needs to rewind the body for that,
/// and gives up with ContentReSendError when it cannot. Not a QBuffer: Qt looks through those.
class OneWayBody : public QIODevice
{
public:
    explicit OneWayBody(QByteArray bytes) : m_bytes(std::move(bytes))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    qint64 size() const override { return m_bytes.size(); }
    bool seek(qint64) override { return false; }

protected:
    qint64 readData(char *data, qint64 most) override
    {
        const qint64 from = pos();
        const qint64 count = qBound(qint64(0), most, m_bytes.size() - from);
        std::memcpy(data, m_bytes.constData() + from, size_t(count));
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
};

} // namespace suhbat
