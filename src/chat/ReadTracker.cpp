#include "chat/ReadTracker.h"

#include "base/Logging.h"

#include <algorithm>

namespace suhbat {

namespace {

// One bad id in a full batch is found with twice seven questions; more mean that it is not the id.
constexpr int mostRefusals = 20;

// What a server may ask us to wait.
constexpr std::chrono::seconds longestReceiptWait{600};

} // namespace

ReadTracker::ReadTracker(Backoff::Random random, QObject *parent)
    : QObject(parent), m_backoff(std::move(random))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ReadTracker::flush);
}

ReadTracker::~ReadTracker()
{
    m_timer.disconnect(this);
}

void ReadTracker::seen(const ConversationId &conversation, const MessageId &id)
{
    if (id.isEmpty() || m_known.contains(id))
        return;
    m_known.insert(id);
    m_waiting[conversation].append(id);
    Q_EMIT pendingChanged();
    // A server that did not answer is left its time, whatever is seen meanwhile.
    if (m_backoff.attempt() == 0 || !m_timer.isActive())
        m_timer.start(debounce);
}

void ReadTracker::finished(const ConversationId &conversation, const QVector<MessageId> &ids,
                           Outcome outcome, std::optional<std::chrono::seconds> retryAfter)
{
    QVector<MessageId> ours; // not the answer to a request that pause() gave up
    for (const MessageId &id : ids) {
        if (m_inFlight.remove(id) > 0)
            ours.append(id);
    }
    if (ours.isEmpty())
        return;
    switch (outcome) {
    case Outcome::Done:
        for (const MessageId &id : std::as_const(ours))
            m_known.remove(id);
        m_backoff.reset();
        m_refusals = 0;
        Q_EMIT pendingChanged();
        break;
    case Outcome::Later: {
        m_waiting[conversation].append(ours);
        Milliseconds wait = m_backoff.next(Backoff::Cause::FailedAttempt);
        if (retryAfter)
            wait = std::max<Milliseconds>(wait, std::min(*retryAfter, longestReceiptWait));
        m_timer.start(wait);
        break;
    }
    case Outcome::Refused:
        refused(conversation, ours);
        break;
    }
}

// One message that is gone must not keep the others unread.
void ReadTracker::refused(const ConversationId &conversation, const QVector<MessageId> &ids)
{
    if (ids.size() > 1 && ++m_refusals < mostRefusals) {
        const auto half = ids.size() / 2;
        send(conversation, ids.mid(0, half));
        send(conversation, ids.mid(half));
        return;
    }
    qCInfo(lcChat) << "receipts that the server does not take:" << ids.size();
    for (const MessageId &id : ids)
        m_known.remove(id);
    Q_EMIT pendingChanged();
}

QHash<ConversationId, QVector<MessageId>> ReadTracker::pending() const
{
    auto all = m_waiting;
    for (auto it = m_inFlight.cbegin(); it != m_inFlight.cend(); ++it)
        all[it.value()].append(it.key());
    return all;
}

void ReadTracker::flush()
{
    m_timer.stop();
    const auto waiting = std::exchange(m_waiting, {});
    for (auto it = waiting.cbegin(); it != waiting.cend(); ++it) {
        for (qsizetype from = 0; from < it->size(); from += batchSize)
            send(it.key(), it->mid(from, batchSize));
    }
}

void ReadTracker::send(const ConversationId &conversation, const QVector<MessageId> &ids)
{
    for (const MessageId &id : ids)
        m_inFlight.insert(id, conversation);
    Q_EMIT readyToMark(conversation, ids);
}

void ReadTracker::pause()
{
    m_timer.stop();
    m_backoff.reset();
    for (auto it = m_inFlight.cbegin(); it != m_inFlight.cend(); ++it)
        m_waiting[it.value()].append(it.key());
    m_inFlight.clear();
}

void ReadTracker::clear()
{
    m_timer.stop();
    m_backoff.reset();
    m_waiting.clear();
    m_inFlight.clear();
    m_known.clear();
    m_refusals = 0;
    Q_EMIT pendingChanged();
}

} // namespace suhbat
