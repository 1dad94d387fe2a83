#pragma once

#include "store/ConversationStore.h"
#include "store/DraftStore.h"
#include "store/MessageStore.h"
#include "store/OutboxStore.h"

#include <QHash>

#include <map>

namespace suhbat {

/// All four stores of one account in memory; nothing outlives the program. One thread only.
/// Changes hold at once, answers come from the event loop, as they will with a database thread.
class MemoryStore final : public ConversationStore,
                          public MessageStore,
                          public OutboxStore,
                          public DraftStore
{
public:
    void loadConversations(QObject *context,
                           std::function<void(Result<QVector<Conversation>>)> done) override;
    void upsertConversations(const QVector<Conversation> &rows, QObject *context = nullptr,
                             std::function<void(Result<void>)> done = {}) override;
    void removeConversation(const ConversationId &id, QObject *context = nullptr,
                            std::function<void(Result<void>)> done = {}) override;

    void loadLatest(const ConversationId &conversation, int count, QObject *context,
                    Messages done) override;
    void loadBefore(const ConversationId &conversation, const MessageId &before, int count,
                    QObject *context, Messages done) override;
    void upsertMessages(const QVector<Message> &messages, QObject *context = nullptr,
                        std::function<void(Result<void>)> done = {}) override;

    void addOutbox(const OutboxEntry &entry, QObject *context = nullptr,
                   std::function<void(Result<void>)> done = {}) override;
    void removeOutbox(const TempId &id, QObject *context = nullptr,
                      std::function<void(Result<void>)> done = {}) override;
    void loadOutbox(QObject *context,
                    std::function<void(Result<QVector<OutboxEntry>>)> done) override;

    void loadDraft(const ConversationId &conversation, QObject *context,
                   std::function<void(Result<QString>)> done) override;
    void saveDraft(const ConversationId &conversation, const QString &text,
                   QObject *context = nullptr,
                   std::function<void(Result<void>)> done = {}) override;
    void removeDraft(const ConversationId &conversation, QObject *context = nullptr,
                     std::function<void(Result<void>)> done = {}) override;

    /// Everything of the account goes: at logout.
    void clear(QObject *context = nullptr, std::function<void(Result<void>)> done = {});

private:
    using Timeline = std::map<MessageId, Message>; // in the server's order

    QVector<Conversation> m_conversations;
    QHash<ConversationId, Timeline> m_messages;
    QVector<OutboxEntry> m_outbox;
    QHash<ConversationId, QString> m_drafts;
};

} // namespace suhbat
