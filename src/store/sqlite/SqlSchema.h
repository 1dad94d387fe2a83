#pragma once

#include "store/sqlite/SqlDatabase.h"

#include <vector>

namespace suhbat::sql {

/// What the tables of a file look like, as the steps that led there. A new file walks through all
/// of them, an old one through those that it has not seen: both end the same. A step that was once
/// released is never changed.
struct SqlSchema
{
    /// The statements that lead from version i to i + 1; PRAGMA user_version holds the version.
    std::vector<std::vector<const char *>> steps;

    int version() const { return int(steps.size()); }
};

enum class Migration {
    Done,
    Newer, ///< the file was written by a version of Suhbat that is newer; nothing was touched
    Failed ///< the database has the failure; nothing was changed
};

Migration migrate(SqlDatabase &database, const SqlSchema &schema);

/// What the server has too.
const SqlSchema &cacheSchema();
/// What nobody else has: the outbox and the drafts.
const SqlSchema &outboxSchema();
/// The version of outbox.db that has the file of OutboxTruth beside it.
constexpr int outboxTruthSince = 3;

} // namespace suhbat::sql
