#include "app/platform/Platform.h"
#include "support/Fixtures.h"

#include <QTest>

using namespace suhbat;

class TestPlatform : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void noDisplayIsAProblem();
    void pluginWithoutADisplayIsNone();
    void deadDisplayIsAProblem();
    void remoteDisplayIsBelieved();
    void darkModeIsToldLater();
    void darkModeIsNotToldToTheDead();

private:
    QByteArray m_plugin;
};

void TestPlatform::init()
{
    test::failOnAnyWarning();
    m_plugin = qgetenv("QT_QPA_PLATFORM");
    for (const char *const name : {"QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY",
                                   "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR"})
        qunsetenv(name);
}

void TestPlatform::cleanup()
{
    qputenv("QT_QPA_PLATFORM", m_plugin);
}

void TestPlatform::noDisplayIsAProblem()
{
    QVERIFY(platform::displayProblem().contains(QLatin1String("DISPLAY")));
    qputenv("QT_QPA_PLATFORM", "xcb");
    QVERIFY(!platform::displayProblem().isEmpty());
}

void TestPlatform::pluginWithoutADisplayIsNone()
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QVERIFY(platform::displayProblem().isEmpty());
}

void TestPlatform::deadDisplayIsAProblem()
{
    qputenv("DISPLAY", ":54321");
    QVERIFY(platform::displayProblem().contains(QLatin1String(":54321")));
    qputenv("XDG_RUNTIME_DIR", "/nowhere");
    qputenv("WAYLAND_DISPLAY", "wayland-9");
    QVERIFY(!platform::displayProblem().isEmpty());
}

void TestPlatform::remoteDisplayIsBelieved()
{
    qputenv("DISPLAY", "localhost:10.0");
    QVERIFY(platform::displayProblem().isEmpty());
}

void TestPlatform::darkModeIsToldLater()
{
    QObject context;
    int told = 0;
    platform::watchDarkMode(&context, [&told](bool) { ++told; });
    QCOMPARE(told, 0);
    QTRY_COMPARE(told, 1);
}

void TestPlatform::darkModeIsNotToldToTheDead()
{
    int told = 0;
    {
        QObject context;
        platform::watchDarkMode(&context, [&told](bool) { ++told; });
    }
    QCoreApplication::processEvents();
    QCOMPARE(told, 0);
}

QTEST_MAIN(TestPlatform)
#include "tst_platform.moc"
