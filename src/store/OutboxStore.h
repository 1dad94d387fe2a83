#pragma once

#include "base/Result.h"
#include "domain/Message.h"

#include <QObject>

#include <functional>

namespace suhbat {

/// A message that the server has not confirmed yet.
struct OutboxEntry
{
    TempId tempId;
    ConversationId conversationId;
    QString body;
    QDateTime createdAt; ///< UTC
    /// The newest message known when it was posted: only later ones can be its echo.
    MessageId newestKnownId;
    int attempts = 0;
    /// Sending, Failed or Undecided.
    Message::State state = Message::State::Sending;

    friend bool operator==(const OutboxEntry &, const OutboxEntry &) = default;
};

/// What is on its way out, of one account. Answers as in ConversationStore; `done` of a change
/// means that it survives a crash, where the store can promise that at all.
class OutboxStore
{
public:
    virtual ~OutboxStore() = default;

    /// In the order of adding.
    virtual void loadOutbox(QObject *context,
                            std::function<void(Result<QVector<OutboxEntry>>)> done) = 0;
    /// Error Conflict: that tempId is there already.
    virtual void addToOutbox(const OutboxEntry &entry, QObject *context = nullptr,
                             std::function<void(Result<void>)> done = {}) = 0;
    /// Replaces the entry with the same tempId, in its place. Error NotFound: there is none.
    virtual void updateInOutbox(const OutboxEntry &entry, QObject *context = nullptr,
                                std::function<void(Result<void>)> done = {}) = 0;
    /// Fine when there is none.
    virtual void removeFromOutbox(const TempId &id, QObject *context = nullptr,
                                  std::function<void(Result<void>)> done = {}) = 0;
};

} // namespace suhbat
