#pragma once

#include "base/Deliver.h"
#include "base/Result.h"
#include "store/OutboxEntry.h"

#include <QObject>

#include <functional>

namespace suhbat {

/// What is on its way out, of one account. Answers as in ConversationStore; `done` of a change
/// means that it survives a crash, where the store can promise that at all.
class OutboxStore
{
public:
    virtual ~OutboxStore() = default;

    using Files = QVector<OutboxFile>;

    /// Copies the files, so that they can be sent as they are now whatever becomes of them: for an
    /// entry with these files, which is added next. They live as long as its row. A store that
    /// keeps nothing beyond the program answers with the files themselves.
    virtual void keepFiles(const TempId &id, const Files &files, QObject *context,
                           std::function<void(Result<Files>)> done)
    {
        Q_UNUSED(id);
        deliver(context, std::move(done), Result<Files>(files));
    }
    /// Adds the entry, or replaces the one with that temp id in its place.
    virtual void addOutbox(const OutboxEntry &entry, QObject *context = nullptr,
                           std::function<void(Result<void>)> done = {}) = 0;
    /// Success also when there is none.
    virtual void removeOutbox(const TempId &id, QObject *context = nullptr,
                              std::function<void(Result<void>)> done = {}) = 0;
    /// In the order in which they were added. When the end of a message (it failed, is undecided or
    /// discarded) could not be written before, nobody knows which: none of them is Sending then.
    virtual void loadOutbox(QObject *context,
                            std::function<void(Result<QVector<OutboxEntry>>)> done) = 0;
};

} // namespace suhbat
