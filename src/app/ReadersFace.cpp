#include "app/ReadersFace.h"

#include "app/ChatFace.h"

namespace suhbat {

ReadersFace::ReadersFace(ChatFace &chat, QObject *parent) : QObject(parent), m_chat(chat) {}

bool ReadersFace::mayAsk(const QString &key) const
{
    const Message *message = m_chat.manager() ? m_chat.messages()->find(key) : nullptr;
    return message != nullptr && !message->id.isEmpty() &&
           message->sender.id == m_chat.manager()->self().id;
}

void ReadersFace::ask(const QString &key)
{
    clear();
    if (!mayAsk(key))
        return;
    MessageActions &actions = m_chat.manager()->actions();
    const Message *message = m_chat.messages()->find(key);
    m_people.setLocale(m_chat.locale());
    m_people.setNow(m_chat.now());
    m_people.show(actions.knownReaders(message->conversationId, message->id));
    if (!actions.capabilities().readers)
        return;
    m_loading = true;
    actions.readers(message->conversationId, message->id, this,
                    [this, asked = m_asked](const Result<QVector<ReadBy>> &result) {
                        if (asked != m_asked)
                            return;
                        m_loading = false;
                        if (result)
                            m_people.show(*result);
                        else
                            m_error = ErrorText::inlineText(result.error(), Doing::LoadReaders);
                        Q_EMIT changed();
                    });
    Q_EMIT changed();
}

void ReadersFace::clear()
{
    ++m_asked;
    m_loading = false;
    m_error.clear();
    m_people.show({});
    Q_EMIT changed();
}

} // namespace suhbat
