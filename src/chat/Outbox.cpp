#include "chat/Outbox.h"

#include "api/ChatApi.h"
#include "base/Logging.h"

namespace suhbat {

Outbox::Outbox(ChatApi &api, OutboxStore &store, Backoff::Random random, QObject *parent)
    : QObject(parent), m_api(api), m_store(store), m_backoff(std::move(random))
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer); // a coarse one may come before Retry-After is over
    connect(&m_timer, &QTimer::timeout, this, [this] { pump(); });
}

Outbox::~Outbox()
{
    m_timer.disconnect(this);
}

void Outbox::add(const OutboxEntry &entry)
{
    const int generation = m_generation;
    m_store.addOutbox(entry, this, [this, entry, generation](const Result<void> &stored) {
        if (generation != m_generation)
            return;
        if (!stored)
            qCWarning(lcChat) << "outbox entry not stored:" << stored.error().detail;
        take(entry);
    });
}

void Outbox::restore()
{
    const int generation = m_generation;
    m_store.loadOutbox(this, [this, generation](const Result<QVector<OutboxEntry>> &stored) {
        if (generation != m_generation)
            return;
        if (!stored) {
            qCWarning(lcChat) << "outbox not read:" << stored.error().detail;
            return;
        }
        for (const OutboxEntry &entry : *stored) {
            if (!m_items.contains(entry.tempId))
                take(entry);
        }
    });
}

void Outbox::take(const OutboxEntry &entry)
{
    const bool posted = entry.attempts > 0;
    m_items.insert(entry.tempId, {entry, posted ? Phase::Looking : Phase::Waiting});
    m_queues[entry.conversationId].append(entry.tempId);
    Q_EMIT accepted(entry);
    if (posted)
        Q_EMIT undecided(entry.tempId, entry.conversationId,
                         Error::make(Error::Kind::Timeout, QStringLiteral("no answer was seen")));
    else
        pump(entry.conversationId);
}

void Outbox::pump()
{
    const auto conversations = m_queues.keys();
    for (const ConversationId &conversation : conversations)
        pump(conversation);
}

void Outbox::pump(const ConversationId &conversation)
{
    if (m_timer.isActive())
        return; // the network is away; the order must hold when it comes back
    const auto queue = m_queues.value(conversation);
    for (const TempId &id : queue) {
        const Phase phase = m_items.value(id).phase;
        if (phase == Phase::Stopped)
            continue; // waits for the user and holds nobody up
        if (phase == Phase::Waiting)
            post(id);
        return; // one at a time
    }
}

void Outbox::post(const TempId &id)
{
    Item &item = m_items[id];
    item.phase = Phase::InFlight;
    item.entry.attempts += 1;
    const OutboxEntry entry = item.entry;
    m_store.addOutbox(entry, this, [](const Result<void> &) {}); // the attempt outlives this object
    const int generation = m_generation;
    Q_EMIT sending(id);
    m_api.sendMessage(entry.conversationId, entry.body, entry.tempId, this,
                      [this, id, generation](const Result<Message> &result) {
                          if (generation == m_generation && m_items.contains(id))
                              onAnswer(id, result);
                      });
}

void Outbox::onAnswer(const TempId &id, const Result<Message> &result)
{
    const ConversationId conversation = m_items.value(id).entry.conversationId;
    if (result) {
        m_backoff.reset();
        Message message = *result;
        message.tempId = id;
        drop(id);
        Q_EMIT delivered(id, message);
        pump(conversation);
        return;
    }
    const Error &error = result.error();
    qCInfo(lcChat) << "message not sent:" << toString(error.kind) << error.status << error.detail;
    Item &item = m_items[id];
    const bool proxyAway = error.kind == Error::Kind::Proxy && error.isTransient();
    switch (proxyAway ? Error::Kind::Unreachable : error.kind) {
    case Error::Kind::Unreachable: // nothing left this machine
    case Error::Kind::RateLimited:
        item.phase = Phase::Waiting;
        waitBeforeNext(error);
        break;
    case Error::Kind::Timeout: // the server may have it: never sent again without looking
    case Error::Kind::Server:
    case Error::Kind::BadResponse:
    case Error::Kind::Cancelled:
        item.phase = Phase::Looking;
        Q_EMIT undecided(id, conversation, error);
        break;
    default:
        item.phase = Phase::Stopped;
        Q_EMIT failed(id, error);
        pump(conversation);
        break;
    }
}

void Outbox::waitBeforeNext(const Error &error)
{
    Milliseconds wait = m_backoff.next(Backoff::Cause::FailedAttempt);
    if (error.retryAfter)
        wait = std::max<Milliseconds>(wait, *error.retryAfter);
    m_rateLimited = error.kind == Error::Kind::RateLimited;
    m_timer.start(wait);
}

void Outbox::giveUp(const TempId &id)
{
    const auto found = m_items.find(id);
    if (found == m_items.end() || found->phase != Phase::Looking)
        return;
    found->phase = Phase::Stopped;
    pump(found->entry.conversationId);
}

void Outbox::retry(const TempId &id)
{
    const auto found = m_items.find(id);
    if (found == m_items.end() || found->phase != Phase::Stopped)
        return;
    found->phase = Phase::Waiting;
    auto &queue = m_queues[found->entry.conversationId];
    queue.removeOne(id);
    queue.append(id);
    Q_EMIT sending(id);
    pump(found->entry.conversationId);
}

void Outbox::settle(const TempId &id)
{
    const auto found = m_items.constFind(id);
    // An answer that is still to come is taken as usual; the upsert makes it harmless.
    if (found == m_items.cend() || found->phase == Phase::InFlight)
        return;
    const ConversationId conversation = found->entry.conversationId;
    drop(id);
    pump(conversation);
}

void Outbox::discard(const TempId &id)
{
    const auto found = m_items.constFind(id);
    if (found == m_items.cend() || found->phase == Phase::InFlight)
        return;
    const ConversationId conversation = found->entry.conversationId;
    drop(id);
    pump(conversation);
}

void Outbox::drop(const TempId &id)
{
    const OutboxEntry entry = m_items.take(id).entry;
    auto &queue = m_queues[entry.conversationId];
    queue.removeOne(id);
    if (queue.isEmpty())
        m_queues.remove(entry.conversationId);
    m_store.removeOutbox(id, this, [](const Result<void> &removed) {
        if (!removed)
            qCWarning(lcChat) << "outbox entry not removed:" << removed.error().detail;
    });
}

void Outbox::resume()
{
    if (m_timer.isActive() && m_rateLimited)
        return;
    m_timer.stop();
    m_backoff.reset();
    pump();
}

void Outbox::clear()
{
    ++m_generation;
    m_timer.stop();
    m_backoff.reset();
    m_items.clear();
    m_queues.clear();
}

} // namespace suhbat
