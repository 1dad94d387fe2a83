#pragma once

#include "app/platform/TrayIcon.h"

#include <QObject>
#include <QPointer>

#include <memory>

namespace suhbat {

class ChatFace;
class Settings;

/// What the tray shows and offers: how much is unread, the window, do not disturb, the end.
class TrayKeeper : public QObject
{
    Q_OBJECT

public:
    /// Both outlive this.
    TrayKeeper(Settings &settings, ChatFace &chat, QObject *parent = nullptr);
    ~TrayKeeper() override;

    /// From now on there is an icon wherever there is a tray.
    void use(std::unique_ptr<TrayIcon> tray);
    bool isShown() const { return m_tray && m_tray->isShown(); }
    /// The first line of the menu says what can be done with the window.
    void setWindowShown(bool shown);

Q_SIGNALS:
    void shownChanged();
    /// It is known now whether there is a tray.
    void searched();
    /// A click: the window, or away with it.
    void toggleWanted(const QByteArray &activationToken);
    void showWanted();
    void hideWanted();
    void quitWanted();

private:
    enum Entry { Window = 1, FirstRule, DoNotDisturb, SecondRule, Quit };

    void update();
    void onChosen(int id);

    Settings &m_settings;
    ChatFace &m_chat;
    std::unique_ptr<TrayIcon> m_tray;
    QVector<QImage> m_pictures;
    int m_drawnFor = -1; // unread messages
    bool m_windowShown = true;
};

} // namespace suhbat
