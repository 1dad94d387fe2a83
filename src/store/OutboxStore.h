#pragma once

#include "base/Result.h"
#include "domain/Message.h"

#include <QObject>

#include <functional>
#include <optional>

namespace suhbat {

/// A message that the user sent and the server has not confirmed.
struct OutboxEntry
{
    TempId tempId;
    ConversationId conversationId;
    QString body;
    QDateTime createdAt; ///< UTC
    /// The newest server message known there when it was written (empty: there was none): what
    /// answers it has a greater id. Nothing when the history was not known.
    std::optional<MessageId> newestKnownId;
    int attempts = 0; ///< more than 0: the server may have it

    friend bool operator==(const OutboxEntry &, const OutboxEntry &) = default;
};

/// What is on its way out, of one account. Answers as in ConversationStore; `done` of a change
/// means that it survives a crash, where the store can promise that at all.
class OutboxStore
{
public:
    virtual ~OutboxStore() = default;

    /// Adds the entry, or replaces the one with that temp id in its place.
    virtual void addOutbox(const OutboxEntry &entry, QObject *context = nullptr,
                           std::function<void(Result<void>)> done = {}) = 0;
    /// Success also when there is none.
    virtual void removeOutbox(const TempId &id, QObject *context = nullptr,
                              std::function<void(Result<void>)> done = {}) = 0;
    /// In the order in which they were added.
    virtual void loadOutbox(QObject *context,
                            std::function<void(Result<QVector<OutboxEntry>>)> done) = 0;
};

} // namespace suhbat

Q_DECLARE_METATYPE(suhbat::OutboxEntry)
