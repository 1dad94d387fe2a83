#include "support/Fixtures.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

namespace suhbat::test {

QByteArray fixture(const QString &name)
{
    QFile file(QStringLiteral(SUHBAT_FIXTURES "/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no fixture %s", qPrintable(file.fileName()));
    return file.readAll();
}

void failOnAnyWarning()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".")));
}

} // namespace suhbat::test
