#pragma once

#include "base/Error.h"
#include "domain/Message.h"

#include <QVector>

namespace suhbat {

/// What another try may bring: not what the server has decided.
inline bool mayPass(const Error &error)
{
    return error.isTransient() || error.kind == Error::Kind::BadResponse;
}

/// The greatest id among them; empty when there is none.
MessageId newestOf(const QVector<Message> &messages);
/// Likewise the smallest.
MessageId oldestOf(const QVector<Message> &messages);
/// Where it is among messages in the order of a timeline; -1 when it is not.
int rowIn(const QVector<Message> &messages, const MessageId &id);

} // namespace suhbat
