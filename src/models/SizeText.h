#pragma once

#include <QLocale>
#include <QString>

namespace suhbat {

/// Sizes of files as people read them.
class SizeText
{
public:
    /// What a server wrote ("128.5 KB") in the words of `locale` ("128,5 кБ"); anything else stays.
    static QString ofServer(const QString &told, const QLocale &locale);
    /// The same for a number of bytes.
    static QString ofBytes(qint64 bytes, const QLocale &locale);
};

} // namespace suhbat
