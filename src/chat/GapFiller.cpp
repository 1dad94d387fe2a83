#include "chat/GapFiller.h"

#include "api/ChatApi.h"
#include "base/Logging.h"
#include "chat/GapPages.h"
#include "chat/ListMerge.h"

#include <QRandomGenerator>

#include <algorithm>
#include <memory>

namespace suhbat {

struct GapFiller::ListRun
{
    int generation = 0;
    QVector<Conversation> direct;
    QVector<Conversation> groups;
    std::optional<Error> directError;
    std::optional<Error> groupError;
    int restarts = 0;
};

namespace {

// The longest wait for a list that leaves doubts.
constexpr Milliseconds longestSoon{60000};

// From the moment when a server's queue takes an event to the moment when it is here.
constexpr Milliseconds eventsComeWithin{10000};

// A list that never comes to rest is taken as it is.
constexpr int mostRestarts = 4;

// What a server may ask us to wait.
constexpr Milliseconds longestPatience{600000};

} // namespace

GapFiller::GapFiller(ChatApi &api, std::function<double()> random, Milliseconds pollEvery,
                     Clock clock, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_random(std::move(random))
    , m_pollEvery(pollEvery)
    , m_clock(std::move(clock))
{
    if (!m_random)
        m_random = [] { return QRandomGenerator::global()->generateDouble(); };
    m_backoff = Backoff(m_random);
    listSettled();
    for (QTimer *timer : {&m_pollTimer, &m_soonTimer, &m_retryTimer})
        timer->setSingleShot(true);
    connect(&m_pollTimer, &QTimer::timeout, this, [this] {
        armPoll();
        Q_EMIT poll();
    });
    connect(&m_soonTimer, &QTimer::timeout, this, &GapFiller::refreshList);
    connect(&m_retryTimer, &QTimer::timeout, this, &GapFiller::retryOwed);
}

GapFiller::~GapFiller()
{
    for (QTimer *timer : {&m_pollTimer, &m_soonTimer, &m_retryTimer})
        timer->disconnect(this);
}

void GapFiller::refreshList()
{
    if (m_listRequests > 0) {
        m_listAgain = true;
        return;
    }
    m_soonTimer.stop();
    auto run = std::make_shared<ListRun>();
    run->generation = m_generation;
    m_listRequests = 2;
    m_listAskedAt = m_clock.steady();
    Q_EMIT listAsked();
    loadPage(run, Conversation::Type::Direct, 1);
    loadPage(run, Conversation::Type::Group, 1);
}

void GapFiller::refreshListSoon()
{
    if (m_soonTimer.isActive())
        return;
    m_soonTimer.start(m_soon);
    m_soon = std::min(m_soon * 2, longestSoon);
}

void GapFiller::refreshListIfOlder(Milliseconds age)
{
    if (m_clock.steady() - m_listAskedAt >= age)
        refreshList();
}

bool GapFiller::isListFresh() const
{
    return m_listCameAt && m_clock.steady() - *m_listCameAt < eventsComeWithin;
}

void GapFiller::loadPage(const std::shared_ptr<ListRun> &run, Conversation::Type type, int page,
                         const QVector<Conversation> &before)
{
    m_api.conversations(type, page, this, [=, this](const Result<Page<Conversation>> &result) {
        if (run->generation != m_generation)
            return;
        auto &rows = type == Conversation::Type::Direct ? run->direct : run->groups;
        if (!result) {
            (type == Conversation::Type::Direct ? run->directError : run->groupError) =
                result.error();
        } else if (hasMoved(rows, before, result->items) && run->restarts < mostRestarts) {
            ++run->restarts;
            rows.clear();
            loadPage(run, type, 1);
            return;
        } else {
            // A page without rows, or without new ones, ends the list whatever its meta says: a
            // server that knows no pages answers every one of them with the same rows.
            const bool news = appendNewRows(&rows, result->items);
            if (result->hasMore && news && page < maxPages) {
                loadPage(run, type, page + 1, result->items);
                return;
            }
        }
        if (--m_listRequests == 0)
            finishList(*run);
    });
}

void GapFiller::finishList(const ListRun &run)
{
    const bool again = std::exchange(m_listAgain, false);
    const auto &error = run.directError ? run.directError : run.groupError;
    if (error)
        qCInfo(lcChat) << "conversation list not loaded:" << error->detail;
    m_listOwed = error && ((run.directError && mayPass(*run.directError)) ||
                           (run.groupError && mayPass(*run.groupError)));
    if (run.directError && run.groupError) {
        Q_EMIT listFailed(*error);
    } else {
        // One half that fails does not hide the other.
        std::optional<Conversation::Type> missing;
        if (error)
            missing = run.directError ? Conversation::Type::Direct : Conversation::Type::Group;
        m_listCameAt = m_clock.steady();
        Q_EMIT listLoaded(run.direct, run.groups, missing);
        if (error)
            Q_EMIT partlyFailed(*error);
    }
    if (run.generation != m_generation)
        return;
    if (again && !(run.directError && run.groupError))
        refreshList();
    else if (m_listOwed)
        armRetry(*error);
    else if (m_owed.isEmpty())
        m_backoff.reset();
}

void GapFiller::refreshConversation(const ConversationId &id)
{
    if (id.isEmpty())
        return;
    if (m_loading.contains(id)) {
        m_again.insert(id);
        return;
    }
    m_loading.insert(id, m_epoch);
    Q_EMIT asking(id);
    const MessageId sure = m_completeUpTo.value(id);
    const MessageId from = canPage() && m_overlap && !sure.isEmpty() ? m_overlap(id, sure) : sure;
    if (canPage() && m_overlap && !from.isEmpty())
        askAfter(id, from, 1);
    else
        askWhole(id);
}

void GapFiller::finishConversation(const ConversationId &id,
                                   const Result<ConversationDetails> &result)
{
    const int generation = m_generation;
    const int epoch = m_loading.take(id);
    const bool again = m_again.remove(id);
    if (!result) {
        const bool owed = mayPass(result.error());
        if (owed)
            m_owed.insert(id);
        Q_EMIT conversationFailed(id, result.error());
        if (generation == m_generation && m_owed.contains(id))
            armRetry(result.error());
        return;
    }
    m_owed.remove(id);
    if (m_owed.isEmpty() && !m_listOwed)
        m_backoff.reset();
    if (epoch == m_epoch) {
        m_fetchedIn.insert(id, epoch);
        // What is committed late, with a smaller id, is told by the socket; without it, it is not.
        if (const MessageId newest = newestOf(result->messages); m_live && !newest.isEmpty())
            m_completeUpTo.insert(id, newest);
    }
    Q_EMIT conversationLoaded(*result);
    if (again && generation == m_generation)
        refreshConversation(id);
}

void GapFiller::doubt(const ConversationId &id)
{
    m_fetchedIn.remove(id);
    if (const auto loading = m_loading.find(id); loading != m_loading.end())
        *loading = -1; // asked for before the doubt: does not end it
}

void GapFiller::setLive(bool live)
{
    const bool changed = live || m_live;
    m_live = live;
    if (live) {
        m_pollTimer.stop();
    } else {
        m_retryTimer.stop(); // the polls are enough
        if (!m_pollTimer.isActive())
            armPoll();
    }
    if (changed)
        doubtAll();
}

void GapFiller::doubtAll()
{
    ++m_epoch;
    Q_EMIT currencyLost();
}

void GapFiller::armPoll()
{
    m_pollTimer.start(m_pollEvery + Milliseconds(qint64(m_random() * double(m_pollEvery.count()))));
}

// A server in trouble is left its time; what it says itself of that counts.
void GapFiller::armRetry(const Error &error)
{
    if (!m_live || m_retryTimer.isActive())
        return;
    Milliseconds wait = m_backoff.next(Backoff::Cause::FailedAttempt);
    if (error.retryAfter)
        wait = std::max<Milliseconds>(wait,
                                      std::min<Milliseconds>(*error.retryAfter, longestPatience));
    m_retryTimer.start(wait);
}

void GapFiller::retryOwed()
{
    const auto owed = m_owed;
    for (const ConversationId &id : owed)
        refreshConversation(id);
    if (m_listOwed)
        refreshList();
}

void GapFiller::clear()
{
    ++m_generation;
    ++m_epoch;
    for (QTimer *timer : {&m_pollTimer, &m_soonTimer, &m_retryTimer})
        timer->stop();
    m_loading.clear();
    m_again.clear();
    m_fetchedIn.clear();
    m_owed.clear();
    m_completeUpTo.clear();
    m_filling.clear();
    m_laterHole.clear();
    m_pagesRefused = false;
    m_backoff.reset();
    listSettled();
    m_listCameAt.reset();
    m_listRequests = 0;
    m_listAgain = false;
    m_listOwed = false;
    m_live = false;
}

} // namespace suhbat
