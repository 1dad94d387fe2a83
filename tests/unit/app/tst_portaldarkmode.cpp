#include "app/platform/PortalDarkMode.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"

#include <QTest>

using namespace suhbat;
using platform::PortalDarkMode;

class TestPortalDarkMode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }
    void schemesAreRead_data();
    void schemesAreRead();
};

void TestPortalDarkMode::schemesAreRead_data()
{
    QTest::addColumn<QVariant>("value");
    QTest::addColumn<QString>("meaning");
    const auto wrapped = [](const QVariant &value) {
        return QVariant::fromValue(QDBusVariant(value));
    };
    QTest::newRow("dark") << QVariant(1U) << QStringLiteral("dark");
    QTest::newRow("light") << QVariant(2U) << QStringLiteral("light");
    QTest::newRow("no preference") << QVariant(0U) << QString();
    QTest::newRow("unknown") << QVariant(7U) << QString();
    QTest::newRow("wrapped once") << wrapped(1U) << QStringLiteral("dark");
    QTest::newRow("wrapped twice") << wrapped(wrapped(2U)) << QStringLiteral("light");
    QTest::newRow("text") << QVariant(QStringLiteral("dark")) << QString();
    QTest::newRow("nothing") << QVariant() << QString();
}

void TestPortalDarkMode::schemesAreRead()
{
    QFETCH(const QVariant, value);
    QFETCH(const QString, meaning);
    const std::optional<bool> dark = PortalDarkMode::darkFrom(value);
    QCOMPARE(dark.has_value(), !meaning.isEmpty());
    if (dark)
        QCOMPARE(*dark, meaning == QLatin1String("dark"));
}

SUHBAT_TEST(TestPortalDarkMode, Nothing)
#include "tst_portaldarkmode.moc"
