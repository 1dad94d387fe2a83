#include "chat/GapFiller.h"

#include "api/ChatApi.h"
#include "base/Logging.h"
#include "wire/HumanisedAge.h"

#include <QRandomGenerator>

#include <algorithm>
#include <iterator>
#include <memory>

namespace suhbat {

struct GapFiller::ListRun
{
    int generation = 0;
    QVector<Conversation> direct;
    QVector<Conversation> groups;
    std::optional<Error> directError;
    std::optional<Error> groupError;
};

namespace {

// Whether one of them was not there yet.
bool appendNew(QVector<Conversation> *rows, const QVector<Conversation> &more)
{
    const auto known = rows->size();
    for (const Conversation &row : more) {
        const auto same = [&row](const Conversation &one) { return one.id == row.id; };
        if (std::none_of(rows->cbegin(), rows->cbegin() + known, same))
            rows->append(row);
    }
    return rows->size() > known;
}

// When something was last said there; the lists of the contract tell it in words only.
std::optional<QDateTime> lastActivity(const Conversation &row, const QDateTime &now)
{
    if (row.lastMessageAt)
        return row.lastMessageAt;
    if (const auto age = wire::humanisedAge(row.lastMessageTimeText))
        return now.addSecs(-age->count());
    return std::nullopt;
}

// Each list comes in the server's order, which is never changed: the two are only threaded into
// one.
QVector<Conversation> merge(const QVector<Conversation> &a, const QVector<Conversation> &b)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QVector<Conversation> all;
    all.reserve(a.size() + b.size());
    auto x = a.cbegin();
    auto y = b.cbegin();
    while (x != a.cend() && y != b.cend()) {
        const auto left = lastActivity(*x, now);
        const auto right = lastActivity(*y, now);
        // A conversation without any message goes behind those that have some.
        const bool takeRight = right && (!left || *left < *right);
        all.append(takeRight ? *y++ : *x++);
    }
    std::copy(x, a.cend(), std::back_inserter(all));
    std::copy(y, b.cend(), std::back_inserter(all));
    return all;
}

} // namespace

GapFiller::GapFiller(ChatApi &api, std::function<double()> random, Milliseconds pollEvery,
                     QObject *parent)
    : QObject(parent), m_api(api), m_random(std::move(random)), m_pollEvery(pollEvery)
{
    if (!m_random)
        m_random = [] { return QRandomGenerator::global()->generateDouble(); };
    m_pollTimer.setSingleShot(true);
    connect(&m_pollTimer, &QTimer::timeout, this, [this] {
        armPoll();
        Q_EMIT poll();
    });
}

GapFiller::~GapFiller()
{
    m_pollTimer.disconnect(this);
}

void GapFiller::refreshList()
{
    if (m_listRequests > 0) {
        m_listAgain = true;
        return;
    }
    auto run = std::make_shared<ListRun>();
    run->generation = m_generation;
    m_listRequests = 2;
    loadPage(run, Conversation::Type::Direct, 1);
    loadPage(run, Conversation::Type::Group, 1);
}

void GapFiller::loadPage(const std::shared_ptr<ListRun> &run, Conversation::Type type, int page)
{
    m_api.conversations(type, page, this, [=, this](const Result<Page<Conversation>> &result) {
        if (run->generation != m_generation)
            return;
        auto &rows = type == Conversation::Type::Direct ? run->direct : run->groups;
        if (!result) {
            (type == Conversation::Type::Direct ? run->directError : run->groupError) =
                result.error();
        } else {
            // A page without rows, or without new ones, ends the list whatever its meta says: a
            // server that knows no pages answers every one of them with the same rows.
            const bool news = appendNew(&rows, result->items);
            if (result->hasMore && news && page < maxPages) {
                loadPage(run, type, page + 1);
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
    if (run.directError && run.groupError) {
        Q_EMIT listFailed(*error);
        return;
    }
    // One half that fails does not hide the other.
    std::optional<Conversation::Type> missing;
    if (error)
        missing = run.directError ? Conversation::Type::Direct : Conversation::Type::Group;
    Q_EMIT listLoaded(merge(run.direct, run.groups), missing);
    if (error)
        Q_EMIT partlyFailed(*error);
    if (again && run.generation == m_generation)
        refreshList();
}

void GapFiller::refreshConversation(const ConversationId &id)
{
    if (id.isEmpty())
        return;
    if (m_loading.contains(id)) {
        m_again.insert(id);
        return;
    }
    m_loading.insert(id);
    const int generation = m_generation;
    m_api.conversation(id, this, [this, id, generation](const Result<ConversationDetails> &result) {
        if (generation != m_generation)
            return;
        m_loading.remove(id);
        const bool again = m_again.remove(id);
        if (result)
            Q_EMIT conversationLoaded(*result);
        else
            Q_EMIT conversationFailed(id, result.error());
        if (again && result.ok() && generation == m_generation)
            refreshConversation(id);
    });
}

void GapFiller::setPolling(bool on)
{
    if (!on)
        m_pollTimer.stop();
    else if (!m_pollTimer.isActive())
        armPoll();
}

void GapFiller::armPoll()
{
    m_pollTimer.start(m_pollEvery + Milliseconds(qint64(m_random() * double(m_pollEvery.count()))));
}

void GapFiller::clear()
{
    ++m_generation;
    m_pollTimer.stop();
    m_loading.clear();
    m_again.clear();
    m_listRequests = 0;
    m_listAgain = false;
}

} // namespace suhbat
