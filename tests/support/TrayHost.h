#pragma once

#include <QDBusConnection>
#include <QObject>
#include <QStringList>
#include <QVariantMap>

namespace suhbat::test {

/// A tray for a bus of the test's own: takes icons in, looks at them and clicks on them.
class TrayHost : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.kde.StatusNotifierWatcher")
    Q_PROPERTY(bool IsStatusNotifierHostRegistered READ hasHost)
    Q_PROPERTY(QStringList RegisteredStatusNotifierItems READ icons)

public:
    /// `bus`: another connection than the icon's, for the calls come from it.
    explicit TrayHost(const QDBusConnection &bus) : m_bus(bus) {}
    ~TrayHost() override { stop(); }

    [[nodiscard]] bool start();
    void stop();
    /// A watcher without a tray, as some desktops have it.
    void setHost(bool there);

    bool hasHost() const { return m_host; }
    QStringList icons() const { return m_icons; }

    /// Of the last icon that came; invalid when it does not answer.
    QVariant property(const QString &name) const;
    /// The words of its menu, rules as "-", what is ticked with "* " before it.
    QStringList menu() const;
    void click();
    [[nodiscard]] bool choose(const QString &words);

public Q_SLOTS:
    void RegisterStatusNotifierItem(const QString &service);

Q_SIGNALS:
    void StatusNotifierHostRegistered();
    void StatusNotifierHostUnregistered();

private:
    QDBusMessage ask(const QDBusMessage &call) const;
    QDBusMessage callOf(const QString &path, const QString &interface, const char *method) const;
    QVector<QPair<int, QVariantMap>> menuLines() const;

    QDBusConnection m_bus;
    QStringList m_icons;
    bool m_host = true;
};

} // namespace suhbat::test
