#pragma once

#include "base/Result.h"
#include "domain/Message.h"

#include <QObject>

#include <functional>
#include <optional>

namespace suhbat {

/// What to look for in the messages.
struct MessageQuery
{
    /// As the user typed it: every word has to be there, the last one may be unfinished; case
    /// does not matter, and there is no query syntax.
    QString text;
    /// Everywhere when absent.
    std::optional<ConversationId> conversation;
    /// The last one found so far, for the next page.
    std::optional<Message> before;
    int count = 50;
};

/// The messages that the server has given an id, of one account. Answers as in ConversationStore.
class MessageStore
{
public:
    using Messages = std::function<void(Result<QVector<Message>>)>;

    /// No answer has more messages, whatever `count` says.
    static constexpr int maxCount = 1000;

    virtual ~MessageStore() = default;

    /// The newest `count` messages, oldest first.
    virtual void loadLatest(const ConversationId &conversation, int count, QObject *context,
                            Messages done) = 0;
    /// The `count` messages next older than `before`, oldest first; empty at the beginning.
    virtual void loadBefore(const ConversationId &conversation, const MessageId &before, int count,
                            QObject *context, Messages done) = 0;
    /// The `count` messages next newer than `after`, oldest first; empty at the end.
    virtual void loadAfter(const ConversationId &conversation, const MessageId &after, int count,
                           QObject *context, Messages done) = 0;
    /// That message with `each` on either side of it, oldest first; empty when it is not there.
    virtual void loadAround(const ConversationId &conversation, const MessageId &id, int each,
                            QObject *context, Messages done) = 0;
    /// Between the oldest and the newest of `ids` only these stay: the server has no others.
    virtual void retainMessages(const ConversationId &conversation, const QVector<MessageId> &ids,
                                QObject *context = nullptr,
                                std::function<void(Result<void>)> done = {}) = 0;
    /// Inserts or replaces, by conversation and id; all or nothing. Messages without an id are not
    /// kept here: they are the outbox's.
    virtual void upsertMessages(const QVector<Message> &messages, QObject *context = nullptr,
                                std::function<void(Result<void>)> done = {}) = 0;
    /// Success also for those that are not there. An empty conversation: wherever they are.
    virtual void removeMessages(const ConversationId &conversation, const QVector<MessageId> &ids,
                                QObject *context = nullptr,
                                std::function<void(Result<void>)> done = {}) = 0;
    /// Newest first, by the second; those of one second by id. Nothing for a text without a word.
    virtual void search(const MessageQuery &query, QObject *context, Messages done) = 0;
};

} // namespace suhbat
