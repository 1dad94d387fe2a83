#pragma once

#include "app/platform/DesktopNotices.h"

#include <QDBusConnection>
#include <QHash>
#include <QStringList>
#include <QVector>

#include <optional>

class QDBusMessage;
class QDBusPendingCallWatcher;

namespace suhbat::platform {

/// org.freedesktop.Notifications of a session bus. The bus is asked for nothing before the first
/// notice.
class DBusNotices final : public DesktopNotices
{
    Q_OBJECT

public:
    explicit DBusNotices(const QDBusConnection &bus, QObject *parent = nullptr);
    ~DBusNotices() override;

    void show(const DesktopNotice &notice) override;
    void withdraw(const QString &key) override;

    /// What a server that reads markup is sent, and others as it is; bounded, line breaks kept.
    static QString bodyFor(const QString &text, bool markup);

private Q_SLOTS:
    void actionInvoked(uint id, const QString &action);
    void notificationReplied(uint id, const QString &text);
    void notificationClosed(uint id, uint reason);
    void activationToken(uint id, const QString &token);
    void ownerChanged(const QString &name, const QString &before, const QString &after);

private:
    struct Shown
    {
        uint id = 0;                          // 0: the server has not told it yet
        bool asking = false;                  // a Notify is on its way
        std::optional<DesktopNotice> waiting; // to be sent when that is answered
        bool withdrawn = false;               // the same
    };

    void listen();
    void askForCapabilities();
    void send(const DesktopNotice &notice);
    void dropEarly(const QString &key);
    void onShown(const QString &key, uint id);
    QVariantMap hintsOf(const DesktopNotice &notice) const;
    QStringList actionsOf(const DesktopNotice &notice) const;
    QString keyOf(uint id) const;
    bool can(const char *capability) const;

    QDBusConnection m_bus;
    std::optional<QStringList> m_capabilities; // of the server that runs now
    bool m_asked = false;
    bool m_listening = false;
    QHash<QString, Shown> m_shown;  // by key
    QVector<DesktopNotice> m_early; // until the capabilities are known
    QString m_token;                // of the action that follows
    uint m_tokenOf = 0;
};

} // namespace suhbat::platform
