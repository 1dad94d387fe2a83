#include "app/platform/Platform.h"
#include "support/Fixtures.h"
#include "support/TestProgram.h"

#include <QTcpServer>
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
    void remoteDisplayIsAsked();
    void unknownPluginIsAProblem();
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

void TestPlatform::remoteDisplayIsAsked()
{
    qputenv("DISPLAY", "nohost.invalid:0");
    QVERIFY(platform::displayProblem().contains(QLatin1String("nohost.invalid:0")));
    QTcpServer server;
    int number = 0; // X listens on 6000 and the number of the display, up to 65535
    while (!server.listen(QHostAddress::LocalHost, quint16(6000 + number)) && number < 50000)
        number += 97;
    QVERIFY(server.isListening());
    const QByteArray display = "127.0.0.1:" + QByteArray::number(number);
    qputenv("DISPLAY", display + ".0");
    QVERIFY2(platform::displayProblem().isEmpty(), display);
    server.close();
    QVERIFY(platform::displayProblem().contains(QString::fromLatin1(display)));
    qputenv("DISPLAY", "/private/tmp/launch:0"); // what we do not know is believed
    QVERIFY(platform::displayProblem().isEmpty());
    qputenv("DISPLAY", "nonsense");
    QVERIFY(!platform::displayProblem().isEmpty());
}

void TestPlatform::unknownPluginIsAProblem()
{
    qputenv("QT_QPA_PLATFORM", "waylnd");
    const QString problem = platform::displayProblem();
    QVERIFY2(problem.contains(QLatin1String("waylnd")), qPrintable(problem));
    QVERIFY2(problem.contains(QLatin1String("offscreen")), qPrintable(problem));
    for (const char *const name : {"offscreen:size=800x600", "waylnd;offscreen", "Offscreen"}) {
        qputenv("QT_QPA_PLATFORM", name);
        QVERIFY2(platform::displayProblem().isEmpty(), name);
    }
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

SUHBAT_TEST(TestPlatform, Gui)
#include "tst_platform.moc"
