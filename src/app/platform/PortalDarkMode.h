#pragma once

#include <QDBusMessage>
#include <QDBusVariant>
#include <QObject>

#include <functional>
#include <optional>

class QDBusPendingCallWatcher;

namespace suhbat::platform {

/// Follows org.freedesktop.appearance color-scheme of the desktop portal over the session bus;
/// without a bus, a portal or a preference the palette decides.
class PortalDarkMode : public QObject
{
    Q_OBJECT

public:
    PortalDarkMode(std::function<void(bool dark)> told, QObject *parent);

    /// 1 is dark, 2 is light, anything else no preference. The portal wraps it in one variant or
    /// in two.
    static std::optional<bool> darkFrom(QVariant value);

private Q_SLOTS:
    void settingChanged(const QDBusMessage &changed);

private:
    void ask();
    void tell(std::optional<bool> dark);

    std::function<void(bool)> m_told;
};

} // namespace suhbat::platform
