#pragma once

#include "domain/Message.h"
#include "store/sqlite/SqlQuery.h"

namespace suhbat::sql {

// Columns that every query for messages starts with, and what follows them in FROM.
#define SUHBAT_MESSAGE_COLUMNS                                                                     \
    "m.place, m.files, m.id, m.temp_id, c.id, m.body, m.created_at, m.state,"                      \
    " s.id, s.name, s.phone, s.email, s.avatar_url, m.edited_at, m.reply_id, m.reply_sender,"      \
    " m.reply_body"
#define SUHBAT_MESSAGE_JOINS                                                                       \
    " JOIN conversations c ON c.key = m.conversation JOIN senders s ON s.key = m.sender"

/// All rows of a query that starts with these columns, in its order, with their attachments.
QVector<Message> messagesOf(SqlDatabase &database, SqlQuery &query);

} // namespace suhbat::sql
