#pragma once

#include "store/DraftStore.h"
#include "store/OutboxEntry.h"
#include "store/sqlite/SqlDatabase.h"

namespace suhbat::sql {

// The rows of the file that nobody else has. Failures stay with the database.

QVector<OutboxEntry> loadOutbox(SqlDatabase &database);
void addOutbox(SqlDatabase &database, const OutboxEntry &entry);
void removeOutbox(SqlDatabase &database, const TempId &id);
/// All of them or none.
void rewriteOutbox(SqlDatabase &database, const QVector<OutboxEntry> &entries);

DraftStore::Drafts loadDrafts(SqlDatabase &database);
QString loadDraft(SqlDatabase &database, const ConversationId &conversation);
/// An empty text removes it.
void saveDraft(SqlDatabase &database, const ConversationId &conversation, const QString &text);

/// Files, state, reason and what an entry answers as JSON; empty when there is nothing to tell.
QString detailsOf(const OutboxEntry &entry);
/// The same back into `entry`; what cannot be read is left out.
void readDetails(const QString &details, OutboxEntry &entry);

/// A checksum over all of an entry. SQLite finds a damaged page, not always a damaged text; and
/// what was damaged must never be sent to somebody.
qint64 sealOf(const OutboxEntry &entry);

/// Copies what can be read of a damaged file into a sound one, row by row. Returns how many.
int salvageOutbox(SqlDatabase &damaged, SqlDatabase &sound);

} // namespace suhbat::sql
