#pragma once

#include "base/Result.h"
#include "domain/Conversation.h"

#include <QObject>

#include <functional>
#include <optional>

namespace suhbat {

/// One row of the conversation list with what the client knows beyond the server's words.
struct ConversationRow
{
    Conversation conversation;
    qint64 rank = 0;  ///< greater is more recent
    QDateTime toldAt; ///< UTC: when the list came that told the time in words; else invalid
    /// Of the last message, when it is mine.
    std::optional<Message::State> ownState;
    MessageId readUpTo; ///< the last message of others that was read here; may be empty

    friend bool operator==(const ConversationRow &, const ConversationRow &) = default;
};

/// The conversation lists of one account. Answers come later, in the order of the calls, on the
/// thread of `context`; `context` may be null where nobody waits for the answer.
class ConversationStore
{
public:
    virtual ~ConversationStore() = default;

    /// Greatest rank first, equal ranks by id.
    virtual void loadConversations(QObject *context,
                                   std::function<void(Result<QVector<ConversationRow>>)> done) = 0;
    /// Inserts or replaces, by id; all or nothing. Rows without an id are not kept.
    virtual void upsertConversations(const QVector<ConversationRow> &rows,
                                     QObject *context = nullptr,
                                     std::function<void(Result<void>)> done = {}) = 0;
    /// The messages of the conversation go too; its draft and what is in the outbox stay.
    virtual void removeConversation(const ConversationId &id, QObject *context = nullptr,
                                    std::function<void(Result<void>)> done = {}) = 0;
};

} // namespace suhbat

Q_DECLARE_METATYPE(suhbat::ConversationRow)
