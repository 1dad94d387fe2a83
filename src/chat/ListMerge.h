#pragma once

#include "domain/Conversation.h"

namespace suhbat {

/// Appends the rows that are not there yet; whether there were any.
bool appendNewRows(QVector<Conversation> *rows, const QVector<Conversation> &more);

/// The list of direct conversations and that of groups as one, most recent first. Each comes in the
/// server's order, which is never changed: the two are only threaded into one.
QVector<Conversation> mergeLists(const QVector<Conversation> &a, const QVector<Conversation> &b);

} // namespace suhbat
