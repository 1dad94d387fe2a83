#include "models/SizeText.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <cmath>

namespace suhbat {

QString SizeText::ofServer(const QString &told, const QLocale &locale)
{
    static const QRegularExpression size(
        QStringLiteral("^([0-9]{1,9}(?:\\.[0-9]{1,3})?) ?(B|KB|MB|GB)$"));
    static const QStringList units{QStringLiteral("B"), QStringLiteral("KB"), QStringLiteral("MB"),
                                   QStringLiteral("GB")};
    const QRegularExpressionMatch match = size.match(told);
    if (!match.hasMatch())
        return told;
    const double unit = std::pow(1024.0, double(units.indexOf(match.captured(2))));
    return ofBytes(std::llround(match.captured(1).toDouble() * unit), locale);
}

QString SizeText::ofBytes(qint64 bytes, const QLocale &locale)
{
    // the locale's own word for bytes is the same after every number
    if (bytes < 1024)
        return QCoreApplication::translate("SizeText", "%n byte(s)", nullptr, int(bytes));
    return locale.formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
}

} // namespace suhbat
