#pragma once

#include "store/AccountStore.h"

#include <QHash>

#include <map>

namespace suhbat {

/// Everything in memory; nothing outlives the object. For tests, and for computers on which nothing
/// may be written. Changes hold at once, answers come from the event loop, as with a database
/// thread. It can be used without open() and keeps each account that was opened.
class MemoryStore final : public AccountStore
{
    Q_OBJECT

public:
    using Done = std::function<void(Result<void>)>;

    using AccountStore::AccountStore;

    void open(const QString &serverKey, const UserId &user, QObject *context = nullptr,
              Done done = {}) override;
    void close() override {}
    void clear(Clear what, QObject *context = nullptr, Done done = {}) override;
    void checkWhenIdle() override {}

    void loadConversations(QObject *context,
                           std::function<void(Result<QVector<ConversationRow>>)> done) override;
    void upsertConversations(const QVector<ConversationRow> &rows, QObject *context = nullptr,
                             Done done = {}) override;
    void removeConversation(const ConversationId &id, QObject *context = nullptr,
                            Done done = {}) override;

    void loadLatest(const ConversationId &conversation, int count, QObject *context,
                    Messages done) override;
    void loadBefore(const ConversationId &conversation, const MessageId &before, int count,
                    QObject *context, Messages done) override;
    void loadAfter(const ConversationId &conversation, const MessageId &after, int count,
                   QObject *context, Messages done) override;
    void loadAround(const ConversationId &conversation, const MessageId &id, int each,
                    QObject *context, Messages done) override;
    void retainMessages(const ConversationId &conversation, const QVector<MessageId> &ids,
                        QObject *context = nullptr, Done done = {}) override;
    void upsertMessages(const QVector<Message> &messages, QObject *context = nullptr,
                        Done done = {}) override;
    void removeMessages(const ConversationId &conversation, const QVector<MessageId> &ids,
                        QObject *context = nullptr, Done done = {}) override;
    void search(const MessageQuery &query, QObject *context, Messages done) override;

    void loadPeople(QObject *context, std::function<void(Result<QVector<User>>)> done) override;
    void upsertPeople(const QVector<User> &people, QObject *context = nullptr,
                      Done done = {}) override;

    void loadState(const QString &key, QObject *context,
                   std::function<void(Result<QString>)> done) override;
    void saveState(const QString &key, const QString &value, QObject *context = nullptr,
                   Done done = {}) override;

    void addOutbox(const OutboxEntry &entry, QObject *context = nullptr, Done done = {}) override;
    void removeOutbox(const TempId &id, QObject *context = nullptr, Done done = {}) override;
    void loadOutbox(QObject *context,
                    std::function<void(Result<QVector<OutboxEntry>>)> done) override;

    void loadDrafts(QObject *context, std::function<void(Result<Drafts>)> done) override;
    void loadDraft(const ConversationId &conversation, QObject *context,
                   std::function<void(Result<QString>)> done) override;
    void saveDraft(const ConversationId &conversation, const QString &text,
                   QObject *context = nullptr, Done done = {}) override;
    void removeDraft(const ConversationId &conversation, QObject *context = nullptr,
                     Done done = {}) override;

private:
    using Timeline = std::map<MessageId, Message>; // in the server's order
    struct Account
    {
        std::map<ConversationId, ConversationRow> conversations;
        QHash<ConversationId, Timeline> messages;
        std::map<UserId, User> people;
        QHash<QString, QString> state;
        QVector<OutboxEntry> outbox;
        Drafts drafts;
    };
    Account &account() { return m_accounts[m_current]; }

    std::map<QString, Account> m_accounts;
    QString m_current;
};

} // namespace suhbat
