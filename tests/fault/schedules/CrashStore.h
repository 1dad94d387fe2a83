#pragma once

#include "Chance.h"
#include "store/MemoryStore.h"

#include <QSet>

#include <deque>

namespace suhbat::fault {

/// A store as a disk is one: a change is kept some time after it was asked for, in its turn, and
/// what was not kept yet when the program is killed never is. `disk` outlives it, and so does
/// `unwritten`: the messages whose end a full disk did not take (sql::OutboxTruth).
class CrashStore final : public AccountStore
{
    Q_OBJECT

public:
    using Done = std::function<void(Result<void>)>;

    CrashStore(MemoryStore &disk, QSet<TempId> &unwritten, Chance &chance);
    ~CrashStore() override;

    /// The program is killed: nothing more reaches the disk, nobody is answered.
    void die();
    /// The disk is full: nothing of the outbox can be changed.
    bool full = false;
    /// Told of every row of the outbox that reaches the disk.
    std::function<void(const OutboxEntry &)> onOutbox;

    void open(const QString &serverKey, const UserId &user, QObject *context, Done done) override;
    void close() override {}
    void clear(Clear what, QObject *context, Done done) override;
    void checkWhenIdle() override {}
    void loadConversations(QObject *context,
                           std::function<void(Result<QVector<ConversationRow>>)> done) override;
    void upsertConversations(const QVector<ConversationRow> &rows, QObject *context,
                             Done done) override;
    void removeConversation(const ConversationId &id, QObject *context, Done done) override;
    void loadLatest(const ConversationId &conversation, int count, QObject *context,
                    Messages done) override;
    void loadBefore(const ConversationId &conversation, const MessageId &before, int count,
                    QObject *context, Messages done) override;
    void loadAfter(const ConversationId &conversation, const MessageId &after, int count,
                   QObject *context, Messages done) override;
    void loadAround(const ConversationId &conversation, const MessageId &id, int each,
                    QObject *context, Messages done) override;
    void retainMessages(const ConversationId &conversation, const QVector<MessageId> &ids,
                        QObject *context, Done done) override;
    void upsertMessages(const QVector<Message> &messages, QObject *context, Done done) override;
    void removeMessages(const ConversationId &conversation, const QVector<MessageId> &ids,
                        QObject *context, Done done) override;
    void search(const MessageQuery &query, QObject *context, Messages done) override;
    void loadPeople(QObject *context, std::function<void(Result<QVector<User>>)> done) override;
    void upsertPeople(const QVector<User> &people, QObject *context, Done done) override;
    void loadState(const QString &key, QObject *context,
                   std::function<void(Result<QString>)> done) override;
    void saveState(const QString &key, const QString &value, QObject *context, Done done) override;
    void addOutbox(const OutboxEntry &entry, QObject *context, Done done) override;
    void removeOutbox(const TempId &id, QObject *context, Done done) override;
    void loadOutbox(QObject *context,
                    std::function<void(Result<QVector<OutboxEntry>>)> done) override;
    void loadDrafts(QObject *context, std::function<void(Result<Drafts>)> done) override;
    void loadDraft(const ConversationId &conversation, QObject *context,
                   std::function<void(Result<QString>)> done) override;
    void saveDraft(const ConversationId &conversation, const QString &text, QObject *context,
                   Done done) override;
    void removeDraft(const ConversationId &conversation, QObject *context, Done done) override;

private:
    void later(std::function<void()> change);
    void step();

    MemoryStore &m_disk;
    QSet<TempId> &m_unwritten;
    Chance &m_chance;
    std::deque<std::function<void()>> m_waiting;
    bool m_dead = false;
};

} // namespace suhbat::fault
