#pragma once

#include "app/platform/TrayIcon.h"

#include <QDBusConnection>
#include <QDBusVirtualObject>

namespace suhbat::platform {

/// The menu of the tray icon on the bus: com.canonical.dbusmenu, one level deep.
class TrayMenu final : public QDBusVirtualObject
{
    Q_OBJECT

public:
    static QString path() { return QStringLiteral("/MenuBar"); }

    explicit TrayMenu(const QDBusConnection &bus, QObject *parent = nullptr);

    void setEntries(const QVector<TrayEntry> &entries);

    QString introspect(const QString &path) const override;
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override;

Q_SIGNALS:
    void chosen(int id);

private:
    QDBusMessage answerTo(const QDBusMessage &message);
    QVariantMap propertiesOf(int id) const;

    QDBusConnection m_bus;
    QVector<TrayEntry> m_entries;
    uint m_revision = 1;
};

} // namespace suhbat::platform
