#pragma once

#include "app/platform/TrayIcon.h"
#include "app/platform/TrayMenu.h"

#include <QDBusConnection>
#include <QDBusVirtualObject>

namespace suhbat::platform {

/// The icon as org.kde.StatusNotifierItem, which most desktops show (GNOME with an extension). It
/// counts as shown while a watcher runs that has a host, that is a tray.
class StatusNotifierTray final : public TrayIcon
{
    Q_OBJECT

public:
    explicit StatusNotifierTray(const QDBusConnection &bus, QObject *parent = nullptr);
    ~StatusNotifierTray() override;

    bool isShown() const override { return m_shown; }
    void show(const TrayLook &look) override;

private Q_SLOTS:
    void ask();
    void watcherChanged(const QString &name, const QString &before, const QString &after);

private:
    class Item;

    void beginWatching();
    void registerItem();
    void tellLaunchers();
    void setShown(bool shown);

    QDBusConnection m_bus;
    std::unique_ptr<Item> m_item;
    TrayMenu m_menu;
    bool m_watching = false;
    bool m_searched = false;
    bool m_shown = false;
};

} // namespace suhbat::platform
