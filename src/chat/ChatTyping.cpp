// Who types, and that the user does; the rest of ChatManager is in ChatManager.cpp.
#include "chat/ChatManager.h"

namespace suhbat {

void ChatManager::typed(const ConversationId &id)
{
    if (!m_running || id.isEmpty() || m_typingSender.way() == TypingSender::Way::Off ||
        m_link.state() != RealtimeLink::State::Connected)
        return;
    if (m_typing.shouldNotify(id))
        m_typingSender.notify(id);
}

void ChatManager::on(const TypingEvent &event)
{
    onTypist(event.conversationId, event.user, event.user.id);
}

// Who is not named by the server is shown by the name that we know, or not at all.
void ChatManager::onTypist(const ConversationId &conversation, const User &told,
                           const UserId &claimed)
{
    if (claimed.isEmpty() || claimed == m_self.id)
        return;
    User user = told;
    if (user.name.isEmpty())
        user = knownPerson(conversation, claimed);
    if (!user.name.isEmpty())
        m_typing.typing(conversation, user);
}

User ChatManager::knownPerson(const ConversationId &conversation, const UserId &id) const
{
    if (const User partner = m_partners.value(conversation); partner.id == id)
        return partner;
    const auto &all = messages(conversation);
    for (auto message = all.crbegin(); message != all.crend(); ++message) {
        if (message->sender.id == id && !message->sender.name.isEmpty())
            return message->sender;
    }
    return {};
}

} // namespace suhbat
