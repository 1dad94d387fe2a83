#include "app/platform/PortalDarkMode.h"

#include "app/platform/PaletteDarkMode.h"
#include "app/platform/SessionBus.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QTimer>

namespace suhbat::platform {

namespace {

const auto service = QStringLiteral("org.freedesktop.portal.Desktop");
const auto path = QStringLiteral("/org/freedesktop/portal/desktop");
const auto interface = QStringLiteral("org.freedesktop.portal.Settings");
const auto space = QStringLiteral("org.freedesktop.appearance");
const auto key = QStringLiteral("color-scheme");

} // namespace

PortalDarkMode::PortalDarkMode(std::function<void(bool)> told, QObject *parent)
    : QObject(parent), m_told(std::move(told))
{
    QTimer::singleShot(0, this, &PortalDarkMode::ask);
}

std::optional<bool> PortalDarkMode::darkFrom(QVariant value)
{
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    bool ok = false;
    const uint scheme = value.toUInt(&ok);
    if (!ok || (scheme != 1 && scheme != 2))
        return std::nullopt;
    return scheme == 1;
}

void PortalDarkMode::ask()
{
    if (!hasSessionBus()) {
        tell(std::nullopt);
        return;
    }
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        tell(std::nullopt);
        return;
    }
    bus.connect(service, path, interface, QStringLiteral("SettingChanged"), this,
                SLOT(settingChanged(QDBusMessage)));
    QDBusMessage call =
        QDBusMessage::createMethodCall(service, path, interface, QStringLiteral("Read"));
    call << space << key;
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(call, 2000), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        watcher->deleteLater();
        tell(reply.isError() ? std::nullopt : darkFrom(reply.value().variant()));
    });
}

// The whole message: a slot with a QDBusVariant among its parameters is not called by Qt 6.4.
void PortalDarkMode::settingChanged(const QDBusMessage &changed)
{
    const QVariantList told = changed.arguments();
    if (told.size() == 3 && told.at(0).toString() == space && told.at(1).toString() == key)
        tell(darkFrom(told.at(2)));
}

void PortalDarkMode::tell(std::optional<bool> dark)
{
    m_told(dark.value_or(paletteIsDark()));
}

} // namespace suhbat::platform
