#include "app/desktop/TrayKeeper.h"

#include "app/ChatFace.h"
#include "app/desktop/TrayPicture.h"
#include "app/Settings.h"

namespace suhbat {

TrayKeeper::TrayKeeper(Settings &settings, ChatFace &chat, QObject *parent)
    : QObject(parent), m_settings(settings), m_chat(chat)
{
    connect(&chat, &ChatFace::unreadTotalChanged, this, &TrayKeeper::update);
    connect(&settings, &Settings::noticesChanged, this, &TrayKeeper::update);
    connect(&settings, &Settings::languageChanged, this, &TrayKeeper::update);
}

TrayKeeper::~TrayKeeper()
{
    m_settings.disconnect(this);
    m_chat.disconnect(this);
    if (m_tray)
        m_tray->disconnect(this);
}

void TrayKeeper::use(std::unique_ptr<TrayIcon> tray)
{
    m_tray = std::move(tray);
    if (!m_tray)
        return;
    connect(m_tray.get(), &TrayIcon::shownChanged, this, &TrayKeeper::shownChanged);
    connect(m_tray.get(), &TrayIcon::searched, this, &TrayKeeper::searched);
    connect(m_tray.get(), &TrayIcon::activated, this, &TrayKeeper::toggleWanted);
    connect(m_tray.get(), &TrayIcon::chosen, this, &TrayKeeper::onChosen);
    update();
}

void TrayKeeper::setWindowShown(bool shown)
{
    if (std::exchange(m_windowShown, shown) != shown)
        update();
}

void TrayKeeper::update()
{
    if (!m_tray)
        return;
    const int unread = m_chat.unreadTotal();
    if (std::exchange(m_drawnFor, unread) != unread)
        m_pictures = trayPictures(unread);
    TrayLook look;
    look.unread = unread;
    look.pictures = m_pictures;
    look.toolTip =
        unread > 0 ? tr("Suhbat: %n unread message(s)", nullptr, unread) : QStringLiteral("Suhbat");
    look.menu = {
        {Window, m_windowShown ? tr("Hide Suhbat") : tr("Open Suhbat"), false, false, false},
        {FirstRule, {}, true, false, false},
        {DoNotDisturb, tr("Do not disturb"), false, true, m_settings.doNotDisturb()},
        {SecondRule, {}, true, false, false},
        {Quit, tr("Quit"), false, false, false},
    };
    m_tray->show(look);
}

void TrayKeeper::onChosen(int id)
{
    switch (id) {
    case Window:
        if (m_windowShown)
            Q_EMIT hideWanted();
        else
            Q_EMIT showWanted();
        break;
    case DoNotDisturb:
        m_settings.setDoNotDisturb(!m_settings.doNotDisturb());
        break;
    case Quit:
        Q_EMIT quitWanted();
        break;
    default:
        break;
    }
}

} // namespace suhbat
