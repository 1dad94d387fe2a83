#pragma once

#include "base/Result.h"
#include "domain/Message.h"

#include <QObject>

#include <functional>

namespace suhbat {

/// The messages that the server has given an id, of one account. Answers as in ConversationStore.
class MessageStore
{
public:
    using Messages = std::function<void(Result<QVector<Message>>)>;

    virtual ~MessageStore() = default;

    /// The newest `count` messages, oldest first.
    virtual void loadLatest(const ConversationId &conversation, int count, QObject *context,
                            Messages done) = 0;
    /// The `count` messages next older than `before`, oldest first; empty at the beginning.
    virtual void loadBefore(const ConversationId &conversation, const MessageId &before, int count,
                            QObject *context, Messages done) = 0;
    /// Inserts or replaces, by conversation and id. Messages without an id are not kept here: they
    /// are the outbox's.
    virtual void upsertMessages(const QVector<Message> &messages, QObject *context = nullptr,
                                std::function<void(Result<void>)> done = {}) = 0;
};

} // namespace suhbat
