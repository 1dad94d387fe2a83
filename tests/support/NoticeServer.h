#pragma once

#include <QDBusConnection>
#include <QObject>
#include <QStringList>
#include <QVariantMap>
#include <QVector>

#include <optional>

namespace suhbat::test {

/// A notification server for a bus of the test's own: remembers what stands on the desktop, and
/// does what a user does with it.
class NoticeServer : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Notice
    {
        uint id = 0;
        QString title;
        QString body;
        QStringList actions; ///< name, words, name, words …
        QVariantMap hints;
    };

    explicit NoticeServer(const QDBusConnection &bus) : m_bus(bus) {}
    ~NoticeServer() override { stop(); }

    [[nodiscard]] bool start();
    void stop();

    /// What it says it can do.
    QStringList capabilities{QStringLiteral("actions"), QStringLiteral("body"),
                             QStringLiteral("body-markup"), QStringLiteral("inline-reply")};
    /// What stands on the desktop, oldest first.
    const QVector<Notice> &standing() const { return m_standing; }
    std::optional<Notice> titled(const QString &title) const;
    QStringList titles() const;
    /// How often one was shown, replaced ones too.
    int shown() const { return m_shown; }

    /// As the user does.
    void clickOn(uint id, const QString &token = {});
    void replyTo(uint id, const QString &text);
    void putAway(uint id);

public Q_SLOTS:
    QStringList GetCapabilities() const { return capabilities; }
    uint Notify(const QString &program, uint replaces, const QString &icon, const QString &title,
                const QString &body, const QStringList &actions, const QVariantMap &hints,
                int timeout);
    void CloseNotification(uint id);

Q_SIGNALS:
    void NotificationClosed(uint id, uint reason);
    void ActionInvoked(uint id, const QString &action);
    void NotificationReplied(uint id, const QString &text);
    void ActivationToken(uint id, const QString &token);

private:
    QDBusConnection m_bus;
    QVector<Notice> m_standing;
    uint m_lastId = 0;
    int m_shown = 0;
};

} // namespace suhbat::test
