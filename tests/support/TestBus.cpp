#include "support/TestBus.h"

#include "support/Wait.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDir>
#include <QFile>
#include <QStandardPaths>

namespace suhbat::test {

/// A secret as the bus carries it, not encrypted.
struct PlainSecret
{
    QDBusObjectPath session;
    QByteArray value;
};

QDBusArgument &operator<<(QDBusArgument &argument, const PlainSecret &secret)
{
    argument.beginStructure();
    argument << secret.session << QByteArray() << secret.value << QStringLiteral("text/plain");
    argument.endStructure();
    return argument;
}

const QDBusArgument &operator>>(const QDBusArgument &argument, PlainSecret &)
{
    return argument;
}

} // namespace suhbat::test

Q_DECLARE_METATYPE(suhbat::test::PlainSecret)

namespace suhbat::test {

namespace {

const auto connectionName = QStringLiteral("test bus");
const auto secretsName = QStringLiteral("org.freedesktop.secrets");
const auto loginCollection = QStringLiteral("/org/freedesktop/secrets/collection/login");
const QByteArray password = "a password";

QDBusMessage callOf(const QString &interface, const char *method)
{
    return QDBusMessage::createMethodCall(secretsName, QStringLiteral("/org/freedesktop/secrets"),
                                          interface, QString::fromLatin1(method));
}

QString programOf(const char *name)
{
    return QStandardPaths::findExecutable(QString::fromLatin1(name));
}

void end(QProcess &process)
{
    if (process.state() == QProcess::NotRunning)
        return;
    process.terminate();
    if (!process.waitForFinished(2000)) {
        process.kill();
        process.waitForFinished(2000);
    }
}

} // namespace

TestBus::~TestBus()
{
    QDBusConnection::disconnectFromBus(connectionName);
    end(m_keyring);
    end(m_bus);
}

QString TestBus::missing()
{
    if (programOf("dbus-daemon").isEmpty())
        return QStringLiteral("dbus-daemon");
    return programOf("gnome-keyring-daemon").isEmpty() ? QStringLiteral("gnome-keyring")
                                                       : QString();
}

QProcessEnvironment TestBus::environment() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), m_address);
    for (const char *name : {"XDG_RUNTIME_DIR", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "HOME"})
        environment.insert(QString::fromLatin1(name), m_dir.path());
    // Which keyring QtKeychain takes depends on the desktop.
    for (const char *name : {"XDG_CURRENT_DESKTOP", "DESKTOP_SESSION", "KDE_FULL_SESSION",
                             "DISPLAY", "WAYLAND_DISPLAY", "GNOME_KEYRING_CONTROL"})
        environment.remove(QString::fromLatin1(name));
    return environment;
}

bool TestBus::start()
{
    // Without folders of services: no keyring, and no window that asks for a password, comes by
    // itself.
    QFile config(m_dir.filePath(QStringLiteral("bus.conf")));
    if (!config.open(QIODevice::WriteOnly))
        return false;
    config.write("<!DOCTYPE busconfig PUBLIC \"-//freedesktop//DTD D-Bus Bus Configuration "
                 "1.0//EN\" "
                 "\"http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd\">\n"
                 "<busconfig><type>session</type><listen>unix:dir=" +
                 QFile::encodeName(m_dir.path()) +
                 "</listen><auth>EXTERNAL</auth><policy context=\"default\">"
                 "<allow send_destination=\"*\" eavesdrop=\"true\"/><allow eavesdrop=\"true\"/>"
                 "<allow own=\"*\"/></policy></busconfig>\n");
    config.close();
    m_bus.setProcessEnvironment(environment());
    m_bus.start(programOf("dbus-daemon"),
                {QStringLiteral("--config-file=") + config.fileName(),
                 QStringLiteral("--print-address=1"), QStringLiteral("--nofork")});
    if (!waitUntil([this] { return m_bus.canReadLine(); }))
        return false;
    m_address = QString::fromLocal8Bit(m_bus.readLine()).trimmed();
    return QDBusConnection::connectToBus(m_address, connectionName).isConnected();
}

bool TestBus::startKeyring(bool unlocked)
{
    m_keyring.setProcessEnvironment(environment());
    QStringList arguments{QStringLiteral("--foreground"), QStringLiteral("--components=secrets")};
    if (unlocked)
        arguments += QStringLiteral("--unlock");
    m_keyring.start(programOf("gnome-keyring-daemon"), arguments);
    if (unlocked)
        m_keyring.write(password);
    m_keyring.closeWriteChannel();
    const auto *bus = QDBusConnection(connectionName).interface();
    return waitUntil([bus] { return bus->isServiceRegistered(secretsName).value(); });
}

void TestBus::stopKeyring()
{
    end(m_keyring);
}

bool TestBus::unlock()
{
    qDBusRegisterMetaType<PlainSecret>();
    QDBusMessage open = callOf(QStringLiteral("org.freedesktop.Secret.Service"), "OpenSession");
    open << QStringLiteral("plain") << QVariant::fromValue(QDBusVariant(QString()));
    const QDBusMessage session = QDBusConnection(connectionName).call(open, QDBus::Block, 5000);
    // What the unlocking dialog of GNOME Keyring itself calls.
    QDBusMessage unlocking =
        callOf(QStringLiteral("org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface"),
               "UnlockWithMasterPassword");
    const PlainSecret typed{session.arguments().value(1).value<QDBusObjectPath>(), password};
    unlocking << QVariant::fromValue(QDBusObjectPath(loginCollection))
              << QVariant::fromValue(typed);
    return QDBusConnection(connectionName).call(unlocking, QDBus::Block, 5000).type() ==
           QDBusMessage::ReplyMessage;
}

bool TestBus::lock()
{
    QDBusMessage locking = callOf(QStringLiteral("org.freedesktop.Secret.Service"), "Lock");
    locking << QVariant::fromValue(QList<QDBusObjectPath>{QDBusObjectPath(loginCollection)});
    return QDBusConnection(connectionName).call(locking, QDBus::Block, 5000).type() ==
           QDBusMessage::ReplyMessage;
}

} // namespace suhbat::test
