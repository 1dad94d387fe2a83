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
    // Qt 6.4 may say that of its own animations when the last one ends as the window goes.
    QTest::failOnWarning(QRegularExpression(
        QStringLiteral("^(?!QUnifiedTimer::stopAnimationDriver: driver is not running)")));
}

} // namespace suhbat::test
