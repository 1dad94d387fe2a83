#pragma once

#include "store/CacheBounds.h"
#include "store/sqlite/SqlDatabase.h"

#include <optional>

namespace suhbat::sql {

/// Takes the oldest messages out of a cache that is larger than its bounds, piece by piece, so that
/// what is asked meanwhile need not wait for long. What went is with the server.
class CachePruner
{
public:
    /// Messages taken at once.
    static constexpr int piece = 300;

    explicit CachePruner(const CacheBounds &bounds) : m_bounds(bounds) {}

    /// The next piece; false when the cache is within its bounds.
    bool next(SqlDatabase &database);

private:
    bool nextRound(SqlDatabase &database);

    CacheBounds m_bounds;
    int m_limit = 0;        // a conversation, in this round
    QVector<qint64> m_left; // conversations of this round
};

} // namespace suhbat::sql
