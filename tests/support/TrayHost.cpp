#include "support/TrayHost.h"

#include "support/Wait.h"

#include <QDBusArgument>
#include <QDBusMessage>
#include <QDBusPendingCall>
#include <QDBusVariant>

namespace suhbat::test {

namespace {

const auto watcherName = QStringLiteral("org.kde.StatusNotifierWatcher");
const auto watcherPlace = QStringLiteral("/StatusNotifierWatcher");
const auto iconPlace = QStringLiteral("/StatusNotifierItem");
const auto iconInterface = QStringLiteral("org.kde.StatusNotifierItem");
const auto menuPlace = QStringLiteral("/MenuBar");
const auto dbusMenu = QStringLiteral("com.canonical.dbusmenu");

} // namespace

bool TrayHost::start()
{
    return m_bus.registerObject(watcherPlace, this, QDBusConnection::ExportAllContents) &&
           m_bus.registerService(watcherName);
}

void TrayHost::stop()
{
    m_bus.unregisterService(watcherName);
    m_bus.unregisterObject(watcherPlace);
    m_icons.clear();
}

void TrayHost::setHost(bool there)
{
    m_host = there;
    if (there)
        Q_EMIT StatusNotifierHostRegistered();
    else
        Q_EMIT StatusNotifierHostUnregistered();
}

void TrayHost::RegisterStatusNotifierItem(const QString &service)
{
    m_icons += service;
}

QDBusMessage TrayHost::callOf(const QString &path, const QString &interface,
                              const char *method) const
{
    return QDBusMessage::createMethodCall(m_icons.value(m_icons.size() - 1), path, interface,
                                          QString::fromLatin1(method));
}

// The icon lives in this process: its answer wants the event loop.
QDBusMessage TrayHost::ask(const QDBusMessage &call) const
{
    const QDBusPendingCall pending = m_bus.asyncCall(call);
    (void)waitUntil([&pending] { return pending.isFinished(); });
    return pending.reply();
}

QVariant TrayHost::property(const QString &name) const
{
    const QDBusMessage answer =
        ask(callOf(iconPlace, QStringLiteral("org.freedesktop.DBus.Properties"), "Get")
            << iconInterface << name);
    return answer.arguments().value(0).value<QDBusVariant>().variant();
}

void TrayHost::click()
{
    (void)ask(callOf(iconPlace, iconInterface, "Activate") << 0 << 0);
}

QVector<QPair<int, QVariantMap>> TrayHost::menuLines() const
{
    const QDBusMessage answer =
        ask(callOf(menuPlace, dbusMenu, "GetLayout") << 0 << -1 << QStringList());
    const auto root = answer.arguments().value(1).value<QDBusArgument>();
    QVector<QPair<int, QVariantMap>> lines;
    int id = 0;
    QVariantMap properties;
    root.beginStructure();
    root >> id >> properties;
    root.beginArray();
    while (!root.atEnd()) {
        QDBusVariant child;
        root >> child;
        const auto line = child.variant().value<QDBusArgument>();
        line.beginStructure();
        line >> id >> properties;
        line.endStructure(); // whatever follows: else Qt keeps what it reads with
        lines.append({id, properties});
    }
    root.endArray();
    root.endStructure();
    return lines;
}

QStringList TrayHost::menu() const
{
    QStringList words;
    const auto lines = menuLines();
    for (const auto &[id, properties] : lines) {
        const bool ticked = properties.value(QStringLiteral("toggle-state")).toInt() == 1;
        const QString label = properties.value(QStringLiteral("label")).toString();
        words += properties.contains(QStringLiteral("type"))
                     ? QStringLiteral("-")
                     : (ticked ? QStringLiteral("* ") : QString()) + label;
    }
    return words;
}

bool TrayHost::choose(const QString &words)
{
    const auto lines = menuLines();
    for (const auto &[id, properties] : lines) {
        if (properties.value(QStringLiteral("label")).toString() == words) {
            (void)ask(callOf(menuPlace, dbusMenu, "Event")
                      << id << QStringLiteral("clicked") << QVariant::fromValue(QDBusVariant(0))
                      << 0U);
            return true;
        }
    }
    return false;
}

} // namespace suhbat::test
