#pragma once

#include <QObject>
#include <QQmlEngine>

#include <array>
#include <memory>

class QSettings;

namespace suhbat {

/// What the user has switched on or off, kept in a file and in force at once. The other choices of
/// Settings are kept in the same file.
class SettingSwitches : public QObject
{
    Q_OBJECT
    QML_ANONYMOUS
    Q_PROPERTY(bool reduceMotion READ reduceMotion WRITE setReduceMotion NOTIFY looksChanged)
    Q_PROPERTY(bool compact READ compact WRITE setCompact NOTIFY looksChanged)
    Q_PROPERTY(bool sendWithCtrlEnter READ sendWithCtrlEnter WRITE setSendWithCtrlEnter NOTIFY
                   writingChanged)
    Q_PROPERTY(bool notify READ notify WRITE setNotify NOTIFY noticesChanged)
    Q_PROPERTY(bool notifyPreview READ notifyPreview WRITE setNotifyPreview NOTIFY noticesChanged)
    Q_PROPERTY(bool notifySound READ notifySound WRITE setNotifySound NOTIFY noticesChanged)
    Q_PROPERTY(bool doNotDisturb READ doNotDisturb WRITE setDoNotDisturb NOTIFY noticesChanged)
    Q_PROPERTY(bool stayLoggedIn READ stayLoggedIn WRITE setStayLoggedIn NOTIFY stayLoggedInChanged)
    Q_PROPERTY(bool closeToTray READ closeToTray WRITE setCloseToTray NOTIFY trayChanged)
    Q_PROPERTY(bool startInTray READ startInTray WRITE setStartInTray NOTIFY trayChanged)

public:
    /// Reads `file` (an INI file that need not exist) and writes changes back to it.
    explicit SettingSwitches(const QString &file, QObject *parent = nullptr);
    ~SettingSwitches() override;

    bool reduceMotion() const { return on(ReduceMotion); }
    void setReduceMotion(bool yes) { set(ReduceMotion, yes); }
    /// Less room between the messages.
    bool compact() const { return on(Compact); }
    void setCompact(bool yes) { set(Compact, yes); }
    /// Enter begins a line.
    bool sendWithCtrlEnter() const { return on(SendWithCtrlEnter); }
    void setSendWithCtrlEnter(bool yes) { set(SendWithCtrlEnter, yes); }
    bool notify() const { return on(Notify); }
    void setNotify(bool yes) { set(Notify, yes); }
    /// Who wrote what stands in the notification.
    bool notifyPreview() const { return on(NotifyPreview); }
    void setNotifyPreview(bool yes) { set(NotifyPreview, yes); }
    bool notifySound() const { return on(NotifySound); }
    void setNotifySound(bool yes) { set(NotifySound, yes); }
    bool doNotDisturb() const { return on(DoNotDisturb); }
    void setDoNotDisturb(bool yes) { set(DoNotDisturb, yes); }
    /// Otherwise the login is in memory only.
    bool stayLoggedIn() const { return on(StayLoggedIn); }
    void setStayLoggedIn(bool yes) { set(StayLoggedIn, yes); }
    /// Both count only where there is a tray.
    bool closeToTray() const { return on(CloseToTray); }
    void setCloseToTray(bool yes) { set(CloseToTray, yes); }
    bool startInTray() const { return on(StartInTray); }
    void setStartInTray(bool yes) { set(StartInTray, yes); }

Q_SIGNALS:
    void looksChanged();
    void writingChanged();
    void noticesChanged();
    void trayChanged();
    void stayLoggedInChanged();

protected:
    QSettings &store() const { return *m_store; }

private:
    enum Switch : std::size_t {
        ReduceMotion,
        Compact,
        SendWithCtrlEnter,
        Notify,
        NotifyPreview,
        NotifySound,
        DoNotDisturb,
        CloseToTray,
        StartInTray,
        StayLoggedIn
    };
    static constexpr std::size_t count = 10;
    struct Described;
    static const std::array<Described, count> &described();

    bool on(Switch which) const { return m_on.at(which); }
    void set(Switch which, bool yes);

    std::unique_ptr<QSettings> m_store;
    std::array<bool, count> m_on{};
};

} // namespace suhbat
