#include "app/DesktopFace.h"

#include "app/ChatFace.h"
#include "app/platform/Platform.h"

#include <algorithm>

namespace suhbat {

namespace {

constexpr int usualListWidth = 320;
constexpr int narrowestList = 240;
constexpr int widestList = 480;

} // namespace

DesktopFace::DesktopFace(const QString &settingsFile, Settings &settings, ChatFace &chat,
                         QObject *parent)
    : QObject(parent), m_chat(chat), m_window(settingsFile), m_messages(settings, chat)
{
    const int kept = m_window.listWidth();
    m_listWidth = kept > 0 ? std::clamp(kept, narrowestList, widestList) : usualListWidth;
    connect(&chat, &ChatFace::managerChanged, this, [this] {
        if (const ConversationListModel *list = m_chat.conversations())
            connect(list, &ConversationListModel::countChanged, this, &DesktopFace::openWanted);
    });
    connect(&m_messages, &MessageNotices::openWanted, this, &DesktopFace::showConversation);
}

DesktopFace::~DesktopFace()
{
    m_chat.disconnect(this);
    m_messages.disconnect(this);
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
