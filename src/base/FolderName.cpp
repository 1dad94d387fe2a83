#include "base/FolderName.h"

#include <QCryptographicHash>

#include <algorithm>

namespace suhbat {

namespace {

constexpr qsizetype readableLength = 48;
constexpr qsizetype hashLength = 12;

bool isPlain(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-' || c == u'_';
}

/// Names that end as a hash does are kept for hashes.
bool looksHashed(QStringView text)
{
    const qsizetype dash = text.size() - hashLength - 1;
    return dash >= 0 && text.at(dash) == u'-';
}

} // namespace

QString folderNameOf(const QString &text)
{
    if (!text.isEmpty() && text.size() <= readableLength && !looksHashed(text) &&
        std::all_of(text.begin(), text.end(), isPlain))
        return text;
    QString readable;
    for (const QChar c : text.toLower().left(readableLength))
        readable += isPlain(c) || (c == u'.' && !readable.isEmpty()) ? c : QChar(u'_');
    const QByteArray hash =
        QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex();
    return readable + QLatin1Char('-') + QString::fromLatin1(hash.left(hashLength));
}

} // namespace suhbat
