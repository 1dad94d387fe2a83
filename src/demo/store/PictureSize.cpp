#include "demo/store/PictureSize.h"

namespace suhbat::demo {

namespace {

quint8 byteAt(const QByteArray &bytes, qsizetype at)
{
    return at < bytes.size() ? quint8(bytes.at(at)) : 0;
}

int wordAt(const QByteArray &bytes, qsizetype at)
{
    return byteAt(bytes, at) << 8 | byteAt(bytes, at + 1);
}

// Segment after segment until the one that begins a frame.
std::pair<int, int> jpegSize(const QByteArray &head)
{
    for (qsizetype at = 2; at + 9 < head.size() && byteAt(head, at) == 0xff;) {
        const quint8 marker = byteAt(head, at + 1);
        const bool frame =
            marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
        if (frame)
            return {wordAt(head, at + 7), wordAt(head, at + 5)};
        at += 2 + wordAt(head, at + 2);
    }
    return {0, 0};
}

} // namespace

std::pair<int, int> pictureSize(const QByteArray &head)
{
    if (head.startsWith("\x89PNG\r\n\x1a\n") && head.size() >= 24)
        return {wordAt(head, 18), wordAt(head, 22)};
    return head.startsWith("\xff\xd8") ? jpegSize(head) : std::pair(0, 0);
}

} // namespace suhbat::demo
