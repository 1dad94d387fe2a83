// How HistoryWindow gets its pages from memory, disk and server; the rest of it is in
// HistoryWindow.cpp.
#include "api/ChatApi.h"
#include "chat/CacheKeeper.h"
#include "chat/GapPages.h"
#include "chat/HistoryWindow.h"
#include "store/AccountStore.h"

#include <algorithm>

namespace suhbat {

namespace {

using Rows = Result<QVector<Message>>;

// Rows on either side of a message that is moved to.
constexpr int around = HistoryWindow::pageSize;

bool contains(const QVector<Message> &messages, const MessageId &id)
{
    return std::any_of(messages.cbegin(), messages.cend(),
                       [&](const Message &message) { return message.id == id; });
}

} // namespace

void HistoryWindow::loadOlder()
{
    const MessageId oldest = firstId();
    if (oldest.isEmpty() || m_older == Edge::Loading || older() == Edge::End)
        return;
    if (takeOlderRecent()) {
        m_rows = m_live ? liveRows() : awayRows();
        bound(Keep::Oldest);
        Q_EMIT rowsChanged();
        Q_EMIT edgesChanged();
        return;
    }
    m_older = Edge::Loading;
    Q_EMIT edgesChanged();
    if (m_ofServer) {
        askOlderOfServer(oldest);
        return;
    }
    m_cache.flush(); // what was heard a moment ago has to be there
    m_store.loadBefore(m_id, oldest, pageSize, this,
                       [this, oldest, generation = m_generation](const Rows &page) {
                           if (isStale(generation, m_older, oldest, firstId()))
                               return;
                           if (page && !page->isEmpty())
                               takeOlder(*page, false);
                           else
                               askOlderOfServer(oldest);
                       });
}

// The window went elsewhere, or lost the row that the page goes on from.
bool HistoryWindow::isStale(int generation, Edge &edge, const MessageId &askedFrom,
                            const MessageId &now)
{
    if (generation != m_generation)
        return true;
    if (askedFrom == now)
        return false;
    edge = Edge::More;
    Q_EMIT edgesChanged();
    return true;
}

void HistoryWindow::askOlderOfServer(const MessageId &oldest)
{
    if (!m_api.capabilities().paging) {
        // Nothing can be older than the whole history, once it was heard.
        if (recent().heard)
            m_start = oldest;
        m_older = Edge::More;
        Q_EMIT edgesChanged();
        return;
    }
    const auto onPage = [this, oldest,
                         generation = m_generation](const Result<ConversationDetails> &page) {
        if (isStale(generation, m_older, oldest, firstId()))
            return;
        if (!page) {
            failOlder(page.error());
            return;
        }
        const MessageId first = oldestOf(page->messages);
        const bool news = !first.isEmpty() && first < oldest;
        if (!news || !page->hasMore.value_or(false))
            m_start = news ? first : oldest;
        takeOlder(page->messages, true);
    };
    m_api.messages(m_id, ChatApi::Side::Before, oldest, pageSize, this, onPage);
}

void HistoryWindow::takeOlder(const QVector<Message> &messages, bool ofServer)
{
    m_older = Edge::More;
    // Next to what the disk has: it is kept. Elsewhere it would leave a hole there.
    if (ofServer && !m_ofServer)
        m_cache.keep(messages);
    m_pages.upsert(messages);
    if (const MessageId first = oldestOf(messages); m_live && !first.isEmpty())
        m_from = first;
    m_rows = m_live ? liveRows() : awayRows();
    bound(Keep::Oldest);
    Q_EMIT rowsChanged();
    Q_EMIT edgesChanged();
}

void HistoryWindow::loadNewer()
{
    if (m_live || m_newer == Edge::Loading)
        return;
    if (takeNewerRecent()) {
        takeNewer({});
        return;
    }
    m_newer = Edge::Loading;
    Q_EMIT edgesChanged();
    const MessageId newest = lastId();
    if (m_ofServer) {
        askNewerOfServer(newest);
        return;
    }
    m_cache.flush();
    m_store.loadAfter(m_id, newest, pageSize, this,
                      [this, newest, generation = m_generation](const Rows &page) {
                          if (isStale(generation, m_newer, newest, lastId()))
                              return;
                          if (page && !page->isEmpty())
                              takeNewer(*page);
                          else
                              askNewerOfServer(newest);
                      });
}

void HistoryWindow::askNewerOfServer(const MessageId &newest)
{
    if (!m_api.capabilities().paging) {
        goLive(); // nothing is known to lie between
        return;
    }
    const auto onPage = [this, newest,
                         generation = m_generation](const Result<ConversationDetails> &page) {
        if (isStale(generation, m_newer, newest, lastId()))
            return;
        if (!page)
            failNewer(page.error());
        else if (newest < newestOf(page->messages))
            takeNewer(page->messages);
        else
            goLive();
    };
    m_api.messages(m_id, ChatApi::Side::After, newest, pageSize, this, onPage);
}

void HistoryWindow::takeNewer(const QVector<Message> &messages)
{
    m_newer = Edge::More;
    m_pages.upsert(messages);
    if (!m_live && !messages.isEmpty())
        takeNewerRecent();
    m_rows = m_live ? liveRows() : awayRows();
    bound(Keep::Newest);
    Q_EMIT rowsChanged();
    Q_EMIT edgesChanged();
}

void HistoryWindow::failOlder(const Error &error)
{
    m_older = error.kind == Error::Kind::Cancelled ? Edge::More : Edge::Failed;
    m_olderError = error;
    Q_EMIT edgesChanged();
}

void HistoryWindow::failNewer(const Error &error)
{
    m_newer = error.kind == Error::Kind::Cancelled ? Edge::More : Edge::Failed;
    m_newerError = error;
    Q_EMIT edgesChanged();
}

void HistoryWindow::moveTo(const MessageId &id, const std::function<void(Reached)> &done)
{
    const int move = ++m_move;
    if (contains(m_rows, id)) {
        done(Reached::Yes);
        return;
    }
    const QVector<Message> memory = recent().messages;
    if (contains(memory, id)) {
        takeAround(id, memory, false, done);
        return;
    }
    m_cache.flush();
    ++m_generation;
    m_older = m_newer = Edge::More;
    m_store.loadAround(m_id, id, around, this, [=, this](const Rows &page) {
        if (move != m_move)
            return;
        if (page && contains(*page, id))
            takeAround(id, *page, false, done);
        else
            askAround(id, done);
    });
}

void HistoryWindow::takeAround(const MessageId &id, const QVector<Message> &messages, bool ofServer,
                               const std::function<void(Reached)> &done)
{
    const auto at = std::find_if(messages.cbegin(), messages.cend(),
                                 [&](const Message &message) { return message.id == id; });
    const auto row = at - messages.cbegin();
    const auto from = std::max<qsizetype>(0, row - around);
    QVector<Message> stretch;
    for (const Message &message : messages.mid(from, row - from + around + 1)) {
        if (!message.id.isEmpty())
            stretch.append(message);
    }
    startAt(stretch, ofServer);
    done(Reached::Yes);
}

// What is before it first; then what is after the newest of that, which begins with the one wanted.
void HistoryWindow::askAround(const MessageId &id, const std::function<void(Reached)> &done)
{
    if (!m_api.capabilities().paging) {
        done(Reached::NotThere);
        return;
    }
    const int move = m_move;
    const auto failed = [done](const Error &error) {
        done(error.kind == Error::Kind::NotFound ? Reached::NotThere : Reached::Failed);
    };
    const auto onBefore = [=, this](const Result<ConversationDetails> &before) {
        if (move != m_move)
            return;
        const auto number = id.number();
        const MessageId edge = before && !before->messages.isEmpty() ? newestOf(before->messages)
                               : number && *number > 1               ? MessageId(*number - 1)
                                                                     : MessageId();
        if (!before || edge.isEmpty()) {
            before ? done(Reached::NotThere) : failed(before.error());
            return;
        }
        const auto onAfter =
            [=, this, older = before->messages,
             start = !before->hasMore.value_or(false)](const Result<ConversationDetails> &after) {
                if (move != m_move)
                    return;
                if (!after) {
                    failed(after.error());
                } else if (!contains(after->messages, id)) {
                    done(Reached::NotThere);
                } else {
                    if (start)
                        m_start = older.isEmpty() ? id : oldestOf(older);
                    takeAround(id, older + after->messages, true, done);
                }
            };
        m_api.messages(m_id, ChatApi::Side::After, edge, around, this, onAfter);
    };
    m_api.messages(m_id, ChatApi::Side::Before, id, around, this, onBefore);
}

} // namespace suhbat
