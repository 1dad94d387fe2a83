#pragma once

#include "base/Result.h"
#include "domain/Conversation.h"

#include <QObject>

#include <functional>

namespace suhbat {

/// The conversation lists of one account. Answers come later, in the order of the calls, on the
/// thread of `context`; `context` may be null where nobody waits for the answer.
class ConversationStore
{
public:
    virtual ~ConversationStore() = default;

    /// In the order in which they were first seen within their type (the server's order).
    virtual void loadConversations(QObject *context,
                                   std::function<void(Result<QVector<Conversation>>)> done) = 0;
    /// Inserts or replaces, by id.
    virtual void upsertConversations(const QVector<Conversation> &rows, QObject *context = nullptr,
                                     std::function<void(Result<void>)> done = {}) = 0;
    /// The messages of the conversation go too.
    virtual void removeConversation(const ConversationId &id, QObject *context = nullptr,
                                    std::function<void(Result<void>)> done = {}) = 0;
};

} // namespace suhbat
