#pragma once

#include "app/desktop/MessageNotices.h"
#include "app/desktop/WindowMemory.h"
#include "app/platform/DesktopNotices.h"

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
    Q_PROPERTY(int listWidth READ listWidth WRITE setListWidth NOTIFY listWidthChanged)

public:
    /// Keeps what concerns the window in that file, beside the settings. Both outlive it.
    DesktopFace(const QString &settingsFile, Settings &settings, ChatFace &chat,
                QObject *parent = nullptr);
    ~DesktopFace() override;

    /// Of the conversation list beside the chat, px.
    int listWidth() const { return m_listWidth; }
    void setListWidth(int width);

    WindowMemory &window() { return m_window; }

    /// What tells of messages; does so from useNotices() on.
    MessageNotices &notices() { return m_messages; }
    void useNotices(std::unique_ptr<DesktopNotices> notices);

    /// Brings the window before the user's eyes; `token`: of the program that asks for it.
    void raise(const QByteArray &token);
    /// raise(), and that conversation open as soon as it is in the list.
    void showConversation(const QString &id, const QByteArray &token);

Q_SIGNALS:
    void listWidthChanged();

private:
    void openWanted();

    ChatFace &m_chat;
    WindowMemory m_window;
    std::unique_ptr<DesktopNotices> m_system;
    MessageNotices m_messages;
    int m_listWidth;
    QString m_wanted; // conversation, until it is open
};

} // namespace suhbat
