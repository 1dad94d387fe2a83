#include "store/sqlite/OrderKey.h"

#include <QtEndian>

namespace suhbat::sql {

namespace {

// The first byte of a key.
enum class Part : char { Numbers, Texts, End };

/// UTF-16, as QString compares.
void appendText(QByteArray &key, const QString &text)
{
    for (const QChar c : text) {
        key += char(c.unicode() >> 8);
        key += char(c.unicode() & 0xff);
    }
}

} // namespace

QByteArray orderKey(const MessageId &id)
{
    QByteArray key;
    const auto number = id.number();
    key += char(number ? Part::Numbers : Part::Texts);
    if (number) {
        // Negative numbers first, too.
        const quint64 shifted = quint64(*number) ^ (quint64(1) << 63);
        char bytes[sizeof shifted];
        qToBigEndian(shifted, bytes);
        key.append(bytes, sizeof bytes);
    }
    appendText(key, id.toString()); // "012" is not "12"
    return key;
}

QByteArray endOfOrder()
{
    return QByteArray(1, char(Part::End));
}

} // namespace suhbat::sql
