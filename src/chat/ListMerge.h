#pragma once

#include "domain/Conversation.h"

#include <functional>
#include <optional>

namespace suhbat {

/// Appends the rows that are not there yet; whether there were any.
bool appendNewRows(QVector<Conversation> *rows, const QVector<Conversation> &more);

/// Where a row stands already, greater is further up; nothing when something was said there since.
using PlaceOf = std::function<std::optional<qint64>(const Conversation &row)>;

/// The list of direct conversations and that of groups as one, most recent first. Each comes in the
/// server's order, which is never changed: the two are only threaded into one. Ages in words ("an
/// hour ago") are too coarse to tell neighbours apart, and one of them may have been rounded to the
/// next just now: such rows stay as they stand.
QVector<Conversation> mergeLists(const QVector<Conversation> &a, const QVector<Conversation> &b,
                                 const PlaceOf &placeOf = {});

/// Whether a row of this page stood on an earlier one: somebody wrote meanwhile and pushed it down,
/// and what rose instead is in none of them. A server may also repeat the page `before`; that is no
/// such thing.
bool hasMoved(const QVector<Conversation> &earlier, const QVector<Conversation> &before,
              const QVector<Conversation> &page);

/// A list of one kind as it came, and what is known of the other kind, which did not come. What
/// has not changed stays as it stands; what has is newer than all that was known by then.
QVector<Conversation> threadIn(const QVector<Conversation> &fresh,
                               const QVector<Conversation> &known, const PlaceOf &placeOf);

/// Whether the age that was told at `toldAt` says no less than the one that is told now of the same
/// message: words are rounded, and what is shown must not waver by a minute with every list.
bool ageHolds(const Conversation &known, const QDateTime &toldAt, const Conversation &fresh,
              const QDateTime &now);

} // namespace suhbat
