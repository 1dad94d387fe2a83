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

DesktopFace::DesktopFace(const QString &settingsFile, QObject *parent)
    : QObject(parent), m_window(settingsFile)
{
    const int kept = m_window.listWidth();
    m_listWidth = kept > 0 ? std::clamp(kept, narrowestList, widestList) : usualListWidth;
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

void DesktopFace::setChat(ChatFace &chat)
{
    m_chat = &chat;
    connect(&chat, &ChatFace::managerChanged, this, [this] {
        if (const ConversationListModel *list = m_chat->conversations())
            connect(list, &ConversationListModel::countChanged, this, &DesktopFace::openWanted);
    });
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
    if (m_wanted.isEmpty() || m_chat == nullptr)
        return;
    m_chat->open(m_wanted);
    if (m_chat->conversationId() == m_wanted)
        m_wanted.clear();
}

} // namespace suhbat
