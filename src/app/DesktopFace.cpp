#include "app/DesktopFace.h"

#include "app/ChatFace.h"
#include "app/platform/Platform.h"
#include "app/Settings.h"

#include <algorithm>

namespace suhbat {

namespace {

constexpr int usualListWidth = 320;
constexpr int narrowestList = 240;
constexpr int widestList = 480;

} // namespace

DesktopFace::DesktopFace(const QString &settingsFile, Settings &settings, ChatFace &chat,
                         const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_chat(chat)
    , m_window(settingsFile)
    , m_messages(settings, chat)
    , m_tray(settings, chat)
    , m_quiet(settingsFile, settings, clock)
{
    const int kept = m_window.listWidth();
    m_listWidth = kept > 0 ? std::clamp(kept, narrowestList, widestList) : usualListWidth;
    connect(&chat, &ChatFace::managerChanged, this, [this] {
        if (const ConversationListModel *list = m_chat.conversations())
            connect(list, &ConversationListModel::countChanged, this, &DesktopFace::openWanted);
    });
    connect(&m_messages, &MessageNotices::openWanted, this,
            [this](const QString &id, const QByteArray &token) { showConversation(id, token); });
    connectTray();
}

void DesktopFace::connectTray()
{
    connect(&m_tray, &TrayKeeper::shownChanged, this, &DesktopFace::trayChanged);
    connect(&m_tray, &TrayKeeper::shownChanged, this, &DesktopFace::showIfLost);
    connect(&m_tray, &TrayKeeper::searched, this, &DesktopFace::showIfLost);
    connect(&m_tray, &TrayKeeper::showWanted, this, [this] { raise({}); });
    connect(&m_tray, &TrayKeeper::hideWanted, this, &DesktopFace::hide);
    connect(&m_tray, &TrayKeeper::quitWanted, this, &DesktopFace::quit);
    connect(&m_tray, &TrayKeeper::toggleWanted, this, [this](const QByteArray &token) {
        if (m_chat.windowActive() && m_window.isShown())
            hide();
        else
            raise(token);
    });
    connect(&m_window, &WindowMemory::shownChanged, this,
            [this] { m_tray.setWindowShown(m_window.isShown()); });
}

DesktopFace::~DesktopFace()
{
    m_chat.disconnect(this);
    m_messages.disconnect(this);
    m_tray.disconnect(this);
    m_window.disconnect(this);
    m_messages.setDesktop(nullptr);
}

void DesktopFace::useNotices(std::unique_ptr<DesktopNotices> notices)
{
    m_messages.setDesktop(notices.get());
    m_system = std::move(notices);
}

void DesktopFace::setListWidth(int width)
{
    const int fitting = std::clamp(width, narrowestList, widestList);
    if (m_listWidth == fitting)
        return;
    m_listWidth = fitting;
    m_window.setListWidth(fitting);
    Q_EMIT listWidthChanged();
}

void DesktopFace::useTray(std::unique_ptr<TrayIcon> tray)
{
    m_tray.setWindowShown(m_window.isShown());
    m_tray.use(std::move(tray));
}

bool DesktopFace::mayClose()
{
    if (m_quitting || !hasTray() || !m_settings.closeToTray()) {
        m_window.keep();
        return true;
    }
    if (m_window.knowsTray())
        hide();
    else
        Q_EMIT trayQuestion();
    return false;
}

void DesktopFace::keepRunning()
{
    m_window.setKnowsTray();
    hide();
}

void DesktopFace::quitInstead()
{
    m_window.setKnowsTray();
    m_settings.setCloseToTray(false);
    quit();
}

void DesktopFace::quit()
{
    m_quitting = true;
    m_window.keep();
    Q_EMIT quitWanted();
}

void DesktopFace::hide()
{
    if (hasTray())
        m_window.hide();
}

// There was, or is, no tray to bring the window back from.
void DesktopFace::showIfLost()
{
    if (!hasTray() && !m_quitting)
        m_window.show();
}

void DesktopFace::raise(const QByteArray &token)
{
    platform::setActivationToken(token);
    m_window.raise();
}

void DesktopFace::showConversation(const QString &id, const QByteArray &token)
{
    raise(token);
    m_wanted = id;
    openWanted();
}

void DesktopFace::openWanted()
{
    if (m_wanted.isEmpty())
        return;
    m_chat.open(m_wanted);
    if (m_chat.conversationId() == m_wanted)
        m_wanted.clear();
}

} // namespace suhbat
