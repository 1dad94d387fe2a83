#include "chat/Outbox.h"

#include "api/ChatApi.h"
#include "base/Logging.h"

namespace suhbat {

using namespace outbox;

namespace {

// Of a look: more than anybody writes while one message is on its way.
constexpr int pageSize = 100;
constexpr int mostPages = 20;

// Somebody else's message, or one of another conversation: whatever answered, such as a cache on
// the way that repeats itself, it was not about this one.
bool isAnother(const Message &answer, const ConversationId &room, const UserId &self)
{
    const bool theirs = !self.isEmpty() && !answer.sender.id.isEmpty() && answer.sender.id != self;
    return theirs || (!answer.conversationId.isEmpty() && answer.conversationId != room);
}

Error aboutAnother()
{
    return Error::make(Error::Kind::BadResponse, QStringLiteral("an answer about another message"));
}

} // namespace

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
    m_toAdd.enqueue(entry);
    if (m_toAdd.size() == 1)
        addNext();
}

void Outbox::addNext()
{
    while (!m_toAdd.isEmpty() && m_toAdd.head().files.isEmpty())
        perform(m_machine.add(m_toAdd.dequeue()));
    if (m_toAdd.isEmpty())
        return;
    const int generation = m_generation;
    m_store.keepFiles(m_toAdd.head().tempId, m_toAdd.head().files, this,
                      [this, generation](const Result<OutboxStore::Files> &kept) {
                          if (generation != m_generation)
                              return;
                          OutboxEntry entry = m_toAdd.dequeue();
                          if (kept) {
                              entry.files = *kept;
                              perform(m_machine.add(entry));
                          } else {
                              Q_EMIT givenBack(entry, kept.error());
                          }
                          addNext();
                      });
}

void Outbox::restore()
{
    const int generation = m_generation;
    m_store.loadOutbox(this, [this, generation](const Result<QVector<OutboxEntry>> &stored) {
        if (generation != m_generation)
            return;
        learnAbilities();
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

void Outbox::stopSending(const TempId &id)
{
    perform(m_machine.stopSending(id, now()));
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
    m_toAdd.clear();
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
    learnAbilities();
    while (!m_todo.isEmpty())
        std::visit([this](const auto &action) { run(action); }, m_todo.dequeue());
    m_performing = false;
    arm();
    if (const int count = unsent(); count != std::exchange(m_toldUnsent, count))
        Q_EMIT unsentChanged(count);
}

void Outbox::learnAbilities()
{
    const Capabilities &able = m_api.capabilities();
    m_machine.setIdempotentSend(able.tempId && able.idempotentSend);
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

QObject *Outbox::contextFor(Ticket ticket)
{
    return (m_requests[ticket] = std::make_unique<QObject>()).get();
}

// From the handler of that very request: its context must outlive it.
void Outbox::endRequest(Ticket ticket)
{
    const auto found = m_requests.find(ticket);
    found->second.release()->deleteLater();
    m_requests.erase(found);
}

void Outbox::run(const Post &action)
{
    const OutboxEntry &entry = action.entry;
    OutgoingMessage message{entry.body, entry.tempId};
    if (entry.replyTo)
        message.replyTo = entry.replyTo->id;
    for (const OutboxFile &file : entry.files)
        message.files.append({file.path, file.name, file.mimeType});
    const Ticket ticket = action.ticket;
    m_api.sendMessage(
        entry.conversationId, message, contextFor(ticket),
        [this, ticket, id = entry.tempId](qint64 sent, qint64 total) {
            m_machine.progressed(ticket, sent >= total, now());
            Q_EMIT uploading(id, sent, total);
            arm();
        },
        [this, ticket, room = entry.conversationId](const Result<Message> &result) {
            endRequest(ticket);
            const bool other = result && isAnother(*result, room, m_api.decodeContext().ownUserId);
            perform(m_machine.answered(ticket, other ? Result<Message>(aboutAnother()) : result,
                                       now()));
        });
}

void Outbox::run(const Abort &action)
{
    m_requests.erase(action.ticket);
}

void Outbox::run(const Look &action)
{
    LookRun run;
    run.wanted = action;
    ask(std::move(run));
}

void Outbox::ask(LookRun run)
{
    const Ticket ticket = run.wanted.ticket;
    const ConversationId room = run.wanted.conversation;
    const MessageId before = run.seen.oldest;
    QObject *context = contextFor(ticket);
    auto done = [this, run = std::move(run)](const Result<ConversationDetails> &result) {
        endRequest(run.wanted.ticket);
        onPage(run, result);
    };
    if (before.isEmpty())
        m_api.conversation(room, context, std::move(done));
    else
        m_api.messages(room, ChatApi::Side::Before, before, pageSize, context, std::move(done));
}

void Outbox::onPage(LookRun run, const Result<ConversationDetails> &result)
{
    const Ticket ticket = run.wanted.ticket;
    if (!result) {
        perform(m_machine.looked(ticket, result.error(), now()));
        return;
    }
    // What it has of ours is confirmed first.
    Q_EMIT historySeen(*result);
    const bool more = result->hasMore.value_or(false);
    run.seen.complete = result->hasMore ? !more : !m_api.capabilities().paging;
    run.seen.readable = run.seen.readable && result->skipped == 0;
    if (!result->messages.isEmpty()) {
        if (run.seen.newest.isEmpty())
            run.seen.newest = result->messages.last().id;
        run.seen.oldest = result->messages.first().id;
    }
    const std::optional<MessageId> &backTo = run.wanted.backTo;
    const bool wanted = backTo && (backTo->isEmpty() || *backTo < run.seen.oldest);
    if (more && wanted && !result->messages.isEmpty() && ++run.pages < mostPages) {
        ask(std::move(run));
        return;
    }
    perform(m_machine.looked(ticket, run.seen, now()));
}

void Outbox::run(const Show &action)
{
    Q_EMIT shown(action);
    if (!action.onItsWay && !action.entry.files.isEmpty())
        Q_EMIT uploading(action.entry.tempId, 0, 0); // nothing goes out now
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
    if (!action.entry.files.isEmpty())
        m_store.removeOutbox(action.entry.tempId); // its copies of the files
    Q_EMIT givenBack(action.entry, action.error);
}

void Outbox::run(const Forget &action)
{
    Q_EMIT forgotten(action.id, action.conversation);
}

} // namespace suhbat
