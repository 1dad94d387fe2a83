#pragma once

#include "app/desktop/WindowMemory.h"

#include <QObject>
#include <QQmlEngine>

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
    /// Keeps what concerns the window in that file, beside the settings.
    explicit DesktopFace(const QString &settingsFile, QObject *parent = nullptr);

    /// Of the conversation list beside the chat, px.
    int listWidth() const { return m_listWidth; }
    void setListWidth(int width);

    WindowMemory &window() { return m_window; }

    /// Opens what showConversation() asks for; outlives this.
    void setChat(ChatFace &chat);
    /// Brings the window before the user's eyes; `token`: of the program that asks for it.
    void raise(const QByteArray &token);
    /// raise(), and that conversation open as soon as it is in the list.
    void showConversation(const QString &id, const QByteArray &token);

Q_SIGNALS:
    void listWidthChanged();

private:
    void openWanted();

    WindowMemory m_window;
    int m_listWidth;
    ChatFace *m_chat = nullptr;
    QString m_wanted; // conversation, until it is open
};

} // namespace suhbat
