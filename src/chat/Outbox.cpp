#include "chat/Outbox.h"

#include "api/ChatApi.h"
#include "base/Logging.h"

namespace suhbat {

using namespace outbox;

Outbox::Outbox(ChatApi &api, OutboxStore &store, NewestKnown newestKnown, Clock clock,
               Backoff::Random random, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_store(store)
    , m_clock(std::move(clock))
    , m_machine({std::move(random), api.requestTimeout(), std::move(newestKnown)})
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer); // a coarse one may come before Retry-After is over
    connect(&m_timer, &QTimer::timeout, this, [this] { perform(m_machine.tick(now())); });
}

Outbox::~Outbox()
{
    m_timer.disconnect(this);
    m_requests.clear();
}

void Outbox::add(const OutboxEntry &entry)
{
    perform(m_machine.add(entry));
}

void Outbox::restore()
{
    const int generation = m_generation;
    m_store.loadOutbox(this, [this, generation](const Result<QVector<OutboxEntry>> &stored) {
        if (generation != m_generation)
            return;
        if (stored)
            perform(m_machine.restore(*stored, now()));
        else
            qCWarning(lcChat) << "outbox not read:" << stored.error().detail;
    });
}

void Outbox::retry(const TempId &id)
{
    perform(m_machine.retry(id, now()));
}

void Outbox::discard(const TempId &id)
{
    perform(m_machine.discard(id, now()));
}

void Outbox::confirm(const TempId &id, const MessageId &as)
{
    perform(m_machine.confirmed(id, as, now()));
}

void Outbox::resume()
{
    perform(m_machine.networkUp(now()));
}

void Outbox::clear()
{
    ++m_generation;
    m_machine.clear();
    m_todo.clear();
    m_requests.clear();
    perform({});
}

// One after the other, also when doing one of them leads to others.
void Outbox::perform(const Actions &actions)
{
    for (const Action &action : actions)
        m_todo.enqueue(action);
    if (m_performing)
        return;
    m_performing = true;
    const Capabilities &able = m_api.capabilities();
    m_machine.setIdempotentSend(able.tempId && able.idempotentSend);
    while (!m_todo.isEmpty())
        std::visit([this](const auto &action) { run(action); }, m_todo.dequeue());
    m_performing = false;
    arm();
    if (const int count = unsent(); count != std::exchange(m_toldUnsent, count))
        Q_EMIT unsentChanged(count);
}

void Outbox::arm()
{
    const std::optional<Instant> at = m_machine.wakeAt();
    if (!at) {
        m_timer.stop();
        return;
    }
    const auto left = std::chrono::ceil<Milliseconds>(*at - now());
    m_timer.start(std::clamp<Milliseconds>(left, Milliseconds(0), std::chrono::hours(1)));
}

void Outbox::run(const StoreRow &action)
{
    m_store.addOutbox(action.entry, this,
                      [this, ticket = action.ticket](const Result<void> &result) {
                          perform(m_machine.stored(ticket, result, now()));
                      });
}

void Outbox::run(const RemoveRow &action)
{
    m_store.removeOutbox(action.id, this,
                         [this, ticket = action.ticket](const Result<void> &result) {
                             perform(m_machine.stored(ticket, result, now()));
                         });
}

void Outbox::run(const Post &action)
{
    const auto &context = m_requests[action.ticket] = std::make_unique<QObject>();
    m_api.sendMessage(action.entry.conversationId, action.entry.body, action.entry.tempId,
                      context.get(), [this, ticket = action.ticket](const Result<Message> &result) {
                          m_requests.at(ticket).release()->deleteLater(); // this is its handler
                          m_requests.erase(ticket);
                          perform(m_machine.answered(ticket, result, now()));
                      });
}

void Outbox::run(const Abort &action)
{
    m_requests.erase(action.ticket);
}

void Outbox::run(const Look &action)
{
    const auto &context = m_requests[action.ticket] = std::make_unique<QObject>();
    m_api.conversation(action.conversation, context.get(),
                       [this, ticket = action.ticket](const Result<ConversationDetails> &result) {
                           m_requests.at(ticket).release()->deleteLater();
                           m_requests.erase(ticket);
                           onLooked(ticket, result);
                       });
}

void Outbox::onLooked(Ticket ticket, const Result<ConversationDetails> &result)
{
    if (!result) {
        perform(m_machine.looked(ticket, result.error(), now()));
        return;
    }
    // What it has of ours is confirmed first.
    Q_EMIT historySeen(*result);
    Seen seen;
    seen.complete = !m_api.capabilities().paging;
    seen.readable = result->skipped == 0;
    if (!result->messages.isEmpty()) {
        seen.oldest = result->messages.first().id;
        seen.newest = result->messages.last().id;
    }
    perform(m_machine.looked(ticket, seen, now()));
}

void Outbox::run(const Show &action)
{
    Q_EMIT shown(action);
}

void Outbox::run(const Delivered &action)
{
    Q_EMIT delivered(action.message);
}

void Outbox::run(const Release &action)
{
    Q_EMIT released(action.id, action.conversation);
}

void Outbox::run(const GiveBack &action)
{
    Q_EMIT givenBack(action.entry, action.error);
}

void Outbox::run(const Forget &action)
{
    Q_EMIT forgotten(action.id, action.conversation);
}

} // namespace suhbat
