#pragma once

#include "base/Result.h"
#include "domain/Message.h"

#include <QDateTime>
#include <QObject>

#include <functional>

namespace suhbat {

/// A message that the user sent and the server has not confirmed.
struct OutboxEntry
{
    TempId tempId;
    ConversationId conversationId;
    QString body;
    QDateTime createdAt; ///< UTC
    /// The newest server message known there when it was written: what answers it has a greater id.
    MessageId newestKnownId;
    int attempts = 0;
};

/// Where the outbox is kept. Handlers follow the one idiom: called once, later, on the context's
/// thread; never when the context died first.
class OutboxStore
{
public:
    template<typename T>
    using Done = std::function<void(Result<T>)>;

    OutboxStore() = default;
    OutboxStore(const OutboxStore &) = delete;
    OutboxStore &operator=(const OutboxStore &) = delete;
    virtual ~OutboxStore() = default;

    /// Adds or replaces the entry of that temp id; success means that it is durable.
    virtual void addOutbox(const OutboxEntry &entry, QObject *context, Done<void> done) = 0;
    /// Success also when there is none.
    virtual void removeOutbox(const TempId &id, QObject *context, Done<void> done) = 0;
    /// In the order in which they were added.
    virtual void loadOutbox(QObject *context, Done<QVector<OutboxEntry>> done) = 0;
};

} // namespace suhbat

Q_DECLARE_METATYPE(suhbat::OutboxEntry)
