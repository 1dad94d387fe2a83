// What the system tells over its buses, on a bus of the test's own: sleep, network, dark mode. The
// network manager and the notification server are python3-dbusmock's.
#include "app/App.h"
#include "app/platform/DBusNotices.h"
#include "app/platform/Platform.h"
#include "pusher/SystemWatch.h"
#include "support/Fixtures.h"
#include "support/TestBus.h"
#include "support/TestProgram.h"
#include "support/Wait.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace suhbat;

namespace {

const QString mockControl = QStringLiteral("org.freedesktop.DBus.Mock");

/// org.freedesktop.portal.Desktop, as far as it says what colours the user likes.
class Portal : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    uint scheme = 1;
    int asked = 0;

    void choose(uint value)
    {
        scheme = value;
        Q_EMIT SettingChanged(QStringLiteral("org.freedesktop.appearance"),
                              QStringLiteral("color-scheme"), QDBusVariant(scheme));
    }

public Q_SLOTS:
    QDBusVariant Read(const QString &space, const QString &key)
    {
        asked += space == QLatin1String("org.freedesktop.appearance") &&
                 key == QLatin1String("color-scheme");
        return QDBusVariant(QVariant::fromValue(QDBusVariant(scheme)));
    }

Q_SIGNALS:
    void SettingChanged(const QString &space, const QString &key, const QDBusVariant &value);
};

} // namespace

class TestSystemBus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { test::failOnAnyWarning(); }
    void cleanup();
    void cleanupTestCase();
    void darkModeFollowsThePortal();
    void sleepIsHeardOfLogind();
    void networkIsHeardOfNetworkManager();
    void anotherServersNotificationsAreSpoken();
    // Last: it looks for the network, which Qt does once.
    void wakingUpEndsTheQuietHour();

private:
    /// A template of python3-dbusmock; false when there is none here.
    [[nodiscard]] bool mock(const QString &name, const QString &service,
                            const QStringList &arguments = {});
    QDBusMessage tell(const QString &service, const QString &path, const QString &interface,
                      const char *method, const QVariantList &arguments = {});
    QDBusConnection bus() const { return QDBusConnection(QStringLiteral("outside")); }

    test::TestBus m_bus;
    std::unique_ptr<QProcess> m_mock;
};

void TestSystemBus::initTestCase()
{
    QVERIFY(m_bus.start());
    for (const char *name : {"DBUS_SESSION_BUS_ADDRESS", "DBUS_SYSTEM_BUS_ADDRESS"})
        qputenv(name, m_bus.address().toLocal8Bit());
    QVERIFY(
        QDBusConnection::connectToBus(m_bus.address(), QStringLiteral("outside")).isConnected());
}

void TestSystemBus::cleanup()
{
    if (m_mock) {
        m_mock->terminate();
        m_mock->waitForFinished(3000);
        m_mock.reset();
    }
}

void TestSystemBus::cleanupTestCase()
{
    QDBusConnection::disconnectFromBus(QStringLiteral("outside"));
}

bool TestSystemBus::mock(const QString &name, const QString &service, const QStringList &arguments)
{
    m_mock = std::make_unique<QProcess>();
    m_mock->setProcessEnvironment(m_bus.environment());
    m_mock->setProcessChannelMode(QProcess::MergedChannels);
    QProcessEnvironment environment = m_bus.environment();
    environment.insert(QStringLiteral("DBUS_SYSTEM_BUS_ADDRESS"), m_bus.address());
    m_mock->setProcessEnvironment(environment);
    m_mock->start(QStringLiteral("/usr/bin/python3"),
                  QStringList{QStringLiteral("-m"), QStringLiteral("dbusmock"),
                              QStringLiteral("--template"), name} +
                      arguments);
    const auto *names = bus().interface();
    return test::waitUntil(
               [&] {
                   return m_mock->state() == QProcess::NotRunning ||
                          names->isServiceRegistered(service);
               },
               15000) &&
           names->isServiceRegistered(service);
}

QDBusMessage TestSystemBus::tell(const QString &service, const QString &path,
                                 const QString &interface, const char *method,
                                 const QVariantList &arguments)
{
    QDBusMessage call =
        QDBusMessage::createMethodCall(service, path, interface, QString::fromLatin1(method));
    call.setArguments(arguments);
    return bus().call(call, QDBus::Block, 5000);
}

void TestSystemBus::darkModeFollowsThePortal()
{
    Portal portal;
    QVERIFY(bus().registerObject(QStringLiteral("/org/freedesktop/portal/desktop"), &portal,
                                 QDBusConnection::ExportAllContents));
    QVERIFY(bus().registerService(QStringLiteral("org.freedesktop.portal.Desktop")));
    QObject window;
    QVector<bool> told;
    platform::watchDarkMode(&window, [&told](bool dark) { told.append(dark); });
    QTRY_COMPARE(told, QVector<bool>{true});
    QCOMPARE(portal.asked, 1);
    // What else the desktop says of its looks is something else.
    Q_EMIT portal.SettingChanged(QStringLiteral("org.freedesktop.appearance"),
                                 QStringLiteral("contrast"), QDBusVariant(uint(1)));
    Q_EMIT portal.SettingChanged(QStringLiteral("org.kde.kdeglobals"),
                                 QStringLiteral("color-scheme"), QDBusVariant(uint(1)));
    portal.choose(2);
    QTRY_COMPARE(told, (QVector<bool>{true, false}));
    portal.choose(1);
    QTRY_COMPARE(told, (QVector<bool>{true, false, true}));
    portal.choose(0); // no preference: as the palette says, and that is light here
    QTRY_COMPARE(told, (QVector<bool>{true, false, true, false}));
    bus().unregisterService(QStringLiteral("org.freedesktop.portal.Desktop"));
    bus().unregisterObject(QStringLiteral("/org/freedesktop/portal/desktop"));
}

void TestSystemBus::sleepIsHeardOfLogind()
{
    const auto logind = QStringLiteral("org.freedesktop.login1");
    QVERIFY(bus().registerService(logind));
    QObject program;
    QVector<bool> told;
    platform::watchSleep(&program, [&told](bool asleep) { told.append(asleep); });
    const auto sleep = [&](bool asleep) {
        QDBusMessage signal = QDBusMessage::createSignal(
            QStringLiteral("/org/freedesktop/login1"),
            QStringLiteral("org.freedesktop.login1.Manager"), QStringLiteral("PrepareForSleep"));
        QVERIFY(bus().send(signal << asleep));
    };
    sleep(true);
    QTRY_COMPARE(told, QVector<bool>{true});
    sleep(false);
    QTRY_COMPARE(told, (QVector<bool>{true, false}));
    bus().unregisterService(logind);
}

// All of it: the timers of the program have stood still meanwhile.
void TestSystemBus::wakingUpEndsTheQuietHour()
{
    const auto logind = QStringLiteral("org.freedesktop.login1");
    QVERIFY(bus().registerService(logind));
    QDateTime now({2026, 3, 2}, {14, 7, 12}, Qt::UTC);
    Backend::Timing timing;
    timing.clock.wall = [&now] { return now; };
    const QTemporaryDir dir;
    App app(dir.filePath(QStringLiteral("settings.ini")), timing);
    app.followSystem();
    app.desktop()->quiet()->begin();
    now = now.addSecs(2 * 3600);
    QVERIFY(app.settings()->doNotDisturb());
    QDBusMessage signal = QDBusMessage::createSignal(
        QStringLiteral("/org/freedesktop/login1"), QStringLiteral("org.freedesktop.login1.Manager"),
        QStringLiteral("PrepareForSleep"));
    QVERIFY(bus().send(signal << false));
    QTRY_VERIFY(!app.settings()->doNotDisturb());
    bus().unregisterService(logind);
}

void TestSystemBus::networkIsHeardOfNetworkManager()
{
    const auto manager = QStringLiteral("org.freedesktop.NetworkManager");
    if (!mock(QStringLiteral("networkmanager"), manager))
        QSKIP("needs the package python3-dbusmock");
    const auto state = [&](uint value, uint connectivity) {
        const auto path = QStringLiteral("/org/freedesktop/NetworkManager");
        tell(manager, path, mockControl, "SetConnectivity", {connectivity});
        tell(manager, path, mockControl, "SetGlobalConnectionState", {value});
    };
    state(70, 4); // connected, to everything
    pusher::SystemWatch watch;
    QVERIFY(watch.followNetwork());
    QSignalSpy came(&watch, &pusher::SystemWatch::networkCame);
    QSignalSpy went(&watch, &pusher::SystemWatch::networkWent);
    state(20, 1); // disconnected
    QTRY_COMPARE(went.size(), 1);
    QCOMPARE(came.size(), 0);
    state(70, 4);
    QTRY_VERIFY(!came.isEmpty());
}

void TestSystemBus::anotherServersNotificationsAreSpoken()
{
    const auto server = QStringLiteral("org.freedesktop.Notifications");
    if (!mock(QStringLiteral("notification_daemon"), server,
              {QStringLiteral("--parameters"),
               QStringLiteral("{\"capabilities\": \"body actions inline-reply\"}")}))
        QSKIP("needs the package python3-dbusmock");
    QByteArray log;
    const auto logged = [&](const char *what) {
        log += m_mock->readAll();
        return log.contains(what);
    };
    platform::DBusNotices notices(QDBusConnection::sessionBus());
    QSignalSpy opened(&notices, &DesktopNotices::opened);
    DesktopNotice notice;
    notice.key = QStringLiteral("a");
    notice.title = QStringLiteral("Kim Ito");
    notice.body = QStringLiteral("Lunch?");
    notice.openText = QStringLiteral("Open");
    notice.replyText = QStringLiteral("Reply");
    notice.picture = QImage(4, 4, QImage::Format_ARGB32_Premultiplied);
    notices.show(notice);
    QVERIFY2(test::waitUntil([&] { return logged("Notify \"Suhbat\" 0 \"suhbat\" \"Kim Ito\""); }),
             log);
    QTest::qWait(20); // the id has come
    tell(server, QStringLiteral("/org/freedesktop/Notifications"), mockControl, "EmitSignal",
         {server, QStringLiteral("ActionInvoked"), QStringLiteral("us"),
          QVariantList{1U, QStringLiteral("default")}});
    QTRY_COMPARE(opened.size(), 1);
    notices.withdraw(QStringLiteral("a"));
    QVERIFY2(test::waitUntil([&] { return logged("CloseNotification 1"); }), log);
}

SUHBAT_TEST(TestSystemBus, Gui)
#include "tst_systembus.moc"
