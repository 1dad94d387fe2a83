#include "store/MemoryStore.h"

#include <algorithm>

namespace suhbat {

namespace {

// Later, on the context's thread, and not at all when the context is gone by then.
template<typename T, typename Handler>
void answer(QObject *context, Handler done, Result<T> result)
{
    QMetaObject::invokeMethod(
        context, [done = std::move(done), result = std::move(result)] { done(result); },
        Qt::QueuedConnection);
}

auto withId(const TempId &id)
{
    return [&id](const OutboxEntry &entry) { return entry.tempId == id; };
}

} // namespace

void MemoryStore::addOutbox(const OutboxEntry &entry, QObject *context, Done<void> done)
{
    const auto known = std::find_if(m_outbox.begin(), m_outbox.end(), withId(entry.tempId));
    if (known == m_outbox.end())
        m_outbox.append(entry);
    else
        *known = entry;
    answer<void>(context, std::move(done), Ok{});
}

void MemoryStore::removeOutbox(const TempId &id, QObject *context, Done<void> done)
{
    m_outbox.removeIf(withId(id));
    answer<void>(context, std::move(done), Ok{});
}

void MemoryStore::loadOutbox(QObject *context, Done<QVector<OutboxEntry>> done)
{
    answer<QVector<OutboxEntry>>(context, std::move(done), m_outbox);
}

} // namespace suhbat
