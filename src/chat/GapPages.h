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

} // namespace suhbat
