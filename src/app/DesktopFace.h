#pragma once

#include "app/desktop/MessageNotices.h"
#include "app/desktop/TrayKeeper.h"
#include "app/desktop/WindowMemory.h"
#include "app/platform/DesktopNotices.h"
#include "app/QuietHour.h"

#include <QObject>
#include <QQmlEngine>

#include <memory>

namespace suhbat {

class ChatFace;

/// The window and its place on the desktop, as QML sees it.
class DesktopFace : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the program")
    Q_PROPERTY(bool hasTray READ hasTray NOTIFY trayChanged)
    Q_PROPERTY(int listWidth READ listWidth WRITE setListWidth NOTIFY listWidthChanged)
    Q_PROPERTY(suhbat::QuietHour *quiet READ quiet CONSTANT)

public:
    /// Keeps what concerns the window in that file, beside the settings. Both outlive it.
    DesktopFace(const QString &settingsFile, Settings &settings, ChatFace &chat,
                const Clock &clock = {}, QObject *parent = nullptr);
    ~DesktopFace() override;

    /// There is a tray, and the icon is in it.
    bool hasTray() const { return m_tray.isShown(); }
    void useTray(std::unique_ptr<TrayIcon> tray);
    /// Asked when the user closes the window. True: it may close, and the program ends. Else the
    /// window went into the tray, or trayQuestion() wants to be asked.
    Q_INVOKABLE bool mayClose();
    /// The answers to trayQuestion().
    Q_INVOKABLE void keepRunning();
    Q_INVOKABLE void quitInstead();
    /// Ends the program, whatever closing the window would do.
    void quit();

    /// Of the conversation list beside the chat, px.
    int listWidth() const { return m_listWidth; }
    void setListWidth(int width);

    WindowMemory &window() { return m_window; }
    QuietHour *quiet() { return &m_quiet; }

    /// What tells of messages; does so from useNotices() on.
    MessageNotices &notices() { return m_messages; }
    void useNotices(std::unique_ptr<DesktopNotices> notices);

    /// Brings the window before the user's eyes; `token`: of the program that asks for it.
    void raise(const QByteArray &token);
    /// raise(), and that conversation open as soon as it is in the list.
    void showConversation(const QString &id, const QByteArray &token);

Q_SIGNALS:
    void trayChanged();
    /// The user closes the window for the first time where there is a tray.
    void trayQuestion();
    void quitWanted();
    void listWidthChanged();

private:
    void connectTray();
    void openWanted();
    void hide();
    void showIfLost();

    Settings &m_settings;
    ChatFace &m_chat;
    WindowMemory m_window;
    std::unique_ptr<DesktopNotices> m_system;
    MessageNotices m_messages;
    TrayKeeper m_tray;
    QuietHour m_quiet;
    bool m_quitting = false;
    int m_listWidth;
    QString m_wanted; // conversation, until it is open
};

} // namespace suhbat
