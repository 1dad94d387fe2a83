#pragma once

#include "store/ConversationStore.h"
#include "store/DraftStore.h"
#include "store/MessageStore.h"
#include "store/OutboxStore.h"
#include "store/PeopleStore.h"
#include "store/StateStore.h"

namespace suhbat {

/// All that is kept of one account (a user of a server). One thread: the one it lives in, which is
/// also the thread of every `context`. Calls are carried out one after the other; a load sees every
/// change called before it.
class AccountStore : public QObject,
                     public ConversationStore,
                     public MessageStore,
                     public PeopleStore,
                     public StateStore,
                     public OutboxStore,
                     public DraftStore
{
    Q_OBJECT

public:
    enum class Clear {
        Cache,     ///< what the server has too; the outbox and drafts stay
        Everything ///< also what was never sent
    };

    using QObject::QObject;

    /// Turns to the account of `user` at the server that `serverKey` names, and closes the one
    /// before. Calls after it are meant for this account and need not wait for the answer. Failed
    /// (Error::Kind::Storage): nothing is kept until a later call or open() succeeds; where the
    /// disk is full or read-only, what is on it can be loaded.
    virtual void open(const QString &serverKey, const UserId &user, QObject *context = nullptr,
                      std::function<void(Result<void>)> done = {}) = 0;
    /// Ends what was called before and lets go of the account; at exit. Bounded in time. Later
    /// calls fail until open().
    virtual void close() = 0;
    /// Removes the content so that it cannot be read back: at logout.
    virtual void clear(Clear what, QObject *context = nullptr,
                       std::function<void(Result<void>)> done = {}) = 0;
    /// Now there is time, after the first data was delivered: to look whether the files are sound,
    /// where the last program did not end as it should, and to bring the cache within its bounds.
    virtual void checkWhenIdle() = 0;

Q_SIGNALS:
    /// Why changes are not kept at present; None: they are again. What could be read is there all
    /// the same.
    void troubleChanged(suhbat::StorageProblem problem);
    /// The cache was damaged and is empty now; the old file lies at `setAsidePath`. The server has
    /// to be asked for everything anew.
    void cacheRebuilt(const QString &setAsidePath);
    /// The file of outbox and drafts was damaged; the old one lies at `setAsidePath`. What could be
    /// read of it, `salvaged` rows, is there again: load outbox and drafts anew.
    void outboxRepaired(const QString &setAsidePath, int salvaged);
};

} // namespace suhbat
