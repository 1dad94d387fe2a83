#pragma once

#include "store/ConversationStore.h"
#include "store/MessageStore.h"
#include "store/sqlite/SqlDatabase.h"

namespace suhbat::sql {

// The rows of the cache. All of them leave failures with the database, and then give nothing.

QVector<ConversationRow> loadConversations(SqlDatabase &database);
void upsertConversations(SqlDatabase &database, const QVector<ConversationRow> &rows);
void removeConversation(SqlDatabase &database, const ConversationId &id);

/// The newest `count` before `before` (empty: of all), oldest first.
QVector<Message> loadMessages(SqlDatabase &database, const ConversationId &conversation,
                              const MessageId &before, int count);
/// The oldest `count` after `after`, oldest first.
QVector<Message> loadMessagesAfter(SqlDatabase &database, const ConversationId &conversation,
                                   const MessageId &after, int count);
/// Empty when `id` is not there.
QVector<Message> loadMessagesAround(SqlDatabase &database, const ConversationId &conversation,
                                    const MessageId &id, int each);
void retainMessages(SqlDatabase &database, const ConversationId &conversation,
                    const QVector<MessageId> &ids);
void upsertMessages(SqlDatabase &database, const QVector<Message> &messages);
void removeMessages(SqlDatabase &database, const ConversationId &conversation,
                    const QVector<MessageId> &ids);
QVector<Message> searchMessages(SqlDatabase &database, const MessageQuery &query);
/// What FTS5 is asked for a text that a person typed; empty when it has no word.
QString matchExpression(const QString &text);

QVector<User> loadPeople(SqlDatabase &database);
void upsertPeople(SqlDatabase &database, const QVector<User> &people);

QString loadState(SqlDatabase &database, const QString &name);
void saveState(SqlDatabase &database, const QString &name, const QString &value);

} // namespace suhbat::sql
