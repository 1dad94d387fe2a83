// What ChatManager sends, and how it hears what became of it; the rest of the class is in
// ChatManager.cpp.
#include "chat/ChatManager.h"
#include "chat/OutboxBubble.h"

#include <QUuid>

namespace suhbat {

TempId ChatManager::send(const ConversationId &id, const QString &text,
                         const QVector<OutboxFile> &files)
{
    OutboxEntry entry;
    entry.tempId = TempId(QUuid::createUuid().toString(QUuid::WithoutBraces));
    entry.conversationId = id;
    entry.body = text;
    entry.files = files;
    entry.replyTo = m_actions.takeReply(id);
    entry.createdAt = m_options.clock.wall();
    m_typing.sent(id);
    m_outbox.add(entry);
    return entry.tempId;
}

void ChatManager::retry(const TempId &id)
{
    m_outbox.retry(id);
}

void ChatManager::discard(const TempId &id)
{
    m_outbox.discard(id);
}

void ChatManager::stopSending(const TempId &id)
{
    m_outbox.stopSending(id);
}

void ChatManager::connectOutbox()
{
    connect(&m_outbox, &Outbox::shown, this, &ChatManager::onOutboxRow);
    connect(&m_outbox, &Outbox::delivered, this, [this](const Message &message) {
        const QString preview = ConversationBook::previewOf(message);
        m_unread.arrived(message.conversationId, preview, false);
        upsert(message.conversationId, {message});
    });
    connect(&m_outbox, &Outbox::released, this,
            [this](const TempId &id, const ConversationId &conversation) {
                publish(conversation, room(conversation).timeline.release(id));
            });
    connect(&m_outbox, &Outbox::forgotten, this,
            [this](const TempId &id, const ConversationId &conversation) {
                publish(conversation, room(conversation).timeline.discard(id));
                const auto &left = messages(conversation);
                if (!left.isEmpty())
                    m_book.replacePreview(conversation, left.last(),
                                          left.last().sender.id == m_self.id);
                else if (isLoaded(conversation))
                    m_book.clearPreview(conversation);
                else
                    m_gaps.refreshList(); // what stood there before is the list's to say
            });
    connect(&m_outbox, &Outbox::givenBack, this,
            [this](const OutboxEntry &entry, const Error &error) {
                if (entry.replyTo)
                    m_actions.setReply(entry.conversationId, entry.replyTo);
                Q_EMIT textGivenBack(entry, error);
            });
    connect(&m_outbox, &Outbox::historySeen, this, &ChatManager::onDetails);
    connect(&m_outbox, &Outbox::uploading, this, &ChatManager::uploading);
    connect(&m_outbox, &Outbox::unsentChanged, this, &ChatManager::unsentChanged);
}

void ChatManager::onOutboxRow(const outbox::Show &show)
{
    const OutboxEntry &entry = show.entry;
    const ConversationId &id = entry.conversationId;
    publish(id, showInTimeline(room(id).timeline, show, m_self));
    if (entry.stoppedBy)
        Q_EMIT messageFailed(entry.tempId, *entry.stoppedBy, entry.state == Message::State::Failed);
    else
        Q_EMIT messageRecovered(entry.tempId);
    settleConfirmed(id); // of an earlier run, and the cache had the server's message already
    const auto &all = messages(id);
    if (!all.isEmpty() && all.last().tempId == entry.tempId)
        m_book.showMessage(id, all.last(), true);
    showOwnState(id);
}

// Whatever the upsert matched needs no answer any more.
void ChatManager::settleConfirmed(const ConversationId &id)
{
    QVector<Message> confirmed;
    for (const Message &message : messages(id)) {
        if (!message.tempId.isEmpty() && !message.id.isEmpty() && m_outbox.contains(message.tempId))
            confirmed.append(message);
    }
    for (const Message &message : confirmed) {
        m_outbox.confirm(message.tempId, message.id);
        Q_EMIT messageRecovered(message.tempId);
    }
}

std::optional<MessageId> ChatManager::newestKnown(const ConversationId &id) const
{
    // What may lack something that was never told says nothing about the newest.
    return isCurrent(id) ? std::optional(m_rooms.constFind(id)->timeline.newestId()) : std::nullopt;
}

} // namespace suhbat
