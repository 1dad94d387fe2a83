#pragma once

#include "base/Clock.h"
#include "store/AccountStore.h"
#include "store/CacheBounds.h"

#include <QThread>

#include <memory>

namespace suhbat {

namespace sql {
class SqlDatabase;
class SqliteWorker;
} // namespace sql

/// Accounts in SQLite, each in a folder of its own: cache.db, which the server could give again,
/// and outbox.db, which nobody could. All work is done in a thread of its own; no call waits for
/// it. What changes the outbox or a draft is on the disk (fsync) before it is answered.
class SqliteStore final : public AccountStore
{
    Q_OBJECT

public:
    using Done = std::function<void(Result<void>)>;

    /// How long close() waits for what was called before.
    static constexpr Milliseconds closeWithin{5000};

    /// Below `dataFolder`: SERVER/USER/, made with mode 0700, files with 0600.
    explicit SqliteStore(QString dataFolder, const CacheBounds &bounds = {},
                         QObject *parent = nullptr);
    /// Closes; answers that are still on their way do not come any more.
    ~SqliteStore() override;

    void open(const QString &serverKey, const UserId &user, QObject *context = nullptr,
              Done done = {}) override;
    void close() override;
    void clear(Clear what, QObject *context = nullptr, Done done = {}) override;
    void checkWhenIdle() override;

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

    void keepFiles(const TempId &id, const Files &files, QObject *context,
                   std::function<void(Result<Files>)> done) override;
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

Q_SIGNALS:
    /// checkWhenIdle() has done everything there was to do.
    void checked();

private:
    template<typename Value, typename Work>
    void run(QObject *context, std::function<void(Result<Value>)> done, Work work);
    template<typename Value, typename Work>
    void onCache(QObject *context, std::function<void(Result<Value>)> done, Work work);
    template<typename Value, typename Work>
    void onOutbox(QObject *context, std::function<void(Result<Value>)> done, Work work);

    QString m_dataFolder;
    QThread *m_thread;
    sql::SqliteWorker *m_worker;
    QObject *m_answers; // what the thread posts answers to; lives here
};

} // namespace suhbat
