#include "app/Announcer.h"

#include "app/ChatFace.h"

namespace suhbat {

namespace {

// What follows is read in the timeline.
constexpr int longest = 300;
// Screen readers keep silent about a name that did not change; this one nobody hears.
constexpr QChar unheard(0x200b);

} // namespace

Announcer::Announcer(ChatFace &chat, QObject *parent) : QObject(parent), m_chat(chat) {}

Announcer::~Announcer()
{
    setManager(nullptr);
}

void Announcer::setManager(ChatManager *manager)
{
    if (m_manager)
        m_manager->disconnect(this);
    m_manager = manager;
    m_last = {};
    m_text.clear();
    if (!manager)
        return;
    connect(manager, &ChatManager::eventReceived, this, [this](const ServerEvent &event) {
        if (const auto *arrived = std::get_if<MessageEvent>(&event))
            say(arrived->message);
    });
}

void Announcer::say(const Message &message)
{
    const bool mine = message.sender.id == m_manager->self().id;
    if (mine || message.id == m_last || message.conversationId.isEmpty() ||
        message.conversationId.toString() != m_chat.conversationId())
        return;
    m_last = message.id;
    QString words = message.body.simplified().left(longest);
    if (words.isEmpty() && !message.attachments.isEmpty())
        words = tr("File: %1").arg(message.attachments.first().name.left(longest));
    QString text = tr("%1: %2", "who says what").arg(message.sender.name, words);
    if (text == m_text)
        text += unheard;
    m_text = text;
    Q_EMIT textChanged();
}

} // namespace suhbat
