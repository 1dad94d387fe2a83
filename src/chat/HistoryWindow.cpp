#include "chat/HistoryWindow.h"

#include "chat/CacheKeeper.h"
#include "chat/GapPages.h"

#include <QSet>

#include <algorithm>

namespace suhbat {

namespace {

// The first one that is newer; of what the server knows.
int firstAfter(const QVector<Message> &messages, const MessageId &id)
{
    const auto at = std::find_if(messages.cbegin(), messages.cend(), [&](const Message &message) {
        return message.id.isEmpty() || id < message.id;
    });
    return int(at - messages.cbegin());
}

// Those of `messages` that are in `shown` as well.
QVector<Message> onlyOf(const QVector<Message> &messages, const QVector<Message> &shown)
{
    QSet<MessageId> ids;
    for (const Message &message : shown)
        ids.insert(message.id);
    QVector<Message> both;
    for (const Message &message : messages) {
        if (ids.contains(message.id))
            both.append(message);
    }
    return both;
}

} // namespace

HistoryWindow::HistoryWindow(ChatApi &api, AccountStore &store, CacheKeeper &cache, RecentOf recent,
                             QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_store(store)
    , m_cache(cache)
    , m_recent(std::move(recent))
    , m_search(api, store, cache)
{}

HistoryWindow::~HistoryWindow() = default;

void HistoryWindow::open(const ConversationId &id, const UserId &self)
{
    ++m_generation;
    ++m_move;
    m_search.stop();
    m_id = id;
    m_self = self;
    m_pages = Timeline(self);
    m_from = {};
    m_start = {};
    m_live = true;
    m_following = true;
    m_ofServer = false;
    m_older = m_newer = Edge::More;
    m_rows = id.isEmpty() ? QVector<Message>() : liveRows();
    bound(Keep::Newest);
    Q_EMIT edgesChanged();
}

void HistoryWindow::close()
{
    open({}, {});
}

MessageId HistoryWindow::firstId() const
{
    return m_rows.isEmpty() ? MessageId() : m_rows.first().id;
}

MessageId HistoryWindow::lastId() const
{
    return newestOf(m_rows);
}

HistoryWindow::Edge HistoryWindow::older() const
{
    if (m_rows.isEmpty())
        return Edge::End;
    const Recent memory = recent();
    const bool first = !memory.messages.isEmpty() && memory.fromStart &&
                       m_rows.first().id == memory.messages.first().id;
    return first || (!m_start.isEmpty() && firstId() == m_start) ? Edge::End : m_older;
}

QVector<Message> HistoryWindow::liveRows() const
{
    const QVector<Message> &memory = recent().messages;
    const MessageId first = oldestOf(memory);
    QVector<Message> rows;
    for (const Message &message : m_pages.messages()) {
        if ((first.isEmpty() || message.id < first) && !(message.id < m_from))
            rows.append(message);
    }
    for (const Message &message : memory) {
        if (message.id.isEmpty() || m_from.isEmpty() || !(message.id < m_from))
            rows.append(message);
    }
    return rows;
}

// What is in memory too is told there first; what it should have and has not is gone.
QVector<Message> HistoryWindow::awayRows() const
{
    const QVector<Message> &memory = recent().messages;
    const MessageId first = oldestOf(memory);
    QVector<Message> rows;
    for (const Message &message : m_pages.messages()) {
        const bool older = first.isEmpty() || message.id < first;
        const int row = older ? -1 : rowIn(memory, message.id);
        if (older || row >= 0)
            rows.append(older ? message : memory.at(row));
    }
    return rows;
}

void HistoryWindow::refresh()
{
    showRows(m_live ? liveRows() : awayRows());
}

void HistoryWindow::showRows(QVector<Message> rows)
{
    const bool same = rows == m_rows;
    m_rows = std::move(rows);
    if (!same)
        Q_EMIT rowsChanged();
    Q_EMIT edgesChanged();
}

void HistoryWindow::recentChanged(const ConversationId &id)
{
    if (id != m_id || id.isEmpty())
        return;
    m_rows = m_live ? liveRows() : awayRows();
    bound(m_following ? Keep::Newest : Keep::Oldest);
    Q_EMIT rowsChanged();
    Q_EMIT edgesChanged();
}

// From m_rows, at the end that is far from the reader.
void HistoryWindow::bound(Keep keep)
{
    if (m_rows.size() <= mostRows)
        return;
    if (keep == Keep::Newest) {
        m_rows = m_rows.last(rowsKept);
        const MessageId first = oldestOf(m_rows);
        QVector<MessageId> gone;
        for (const Message &message : m_pages.messages()) {
            if (message.id < first)
                gone.append(message.id);
        }
        m_pages.drop(gone);
        m_from = first;
        return;
    }
    m_rows = m_rows.first(rowsKept);
    m_live = false;
    m_newer = Edge::More;
    m_from = {};
    m_pages = Timeline(m_self);
    m_pages.upsert(m_rows);
}

void HistoryWindow::setFollowing(bool following)
{
    m_following = following;
}

void HistoryWindow::goLive()
{
    ++m_move;
    if (m_live)
        return;
    const QVector<Message> &memory = recent().messages;
    ++m_generation;
    m_live = true;
    m_following = true;
    m_ofServer = false;
    m_older = Edge::More;
    m_pages = Timeline(m_self);
    m_from = memory.size() > rowsKept ? memory.at(memory.size() - rowsKept).id : MessageId();
    refresh();
}

// Elsewhere than before.
void HistoryWindow::startAt(const QVector<Message> &messages, bool ofServer)
{
    ++m_generation;
    ++m_move;
    m_live = false;
    m_following = false;
    m_ofServer = ofServer;
    m_older = m_newer = Edge::More;
    m_from = {};
    m_pages = Timeline(m_self);
    m_pages.upsert(messages);
    takeNewerRecent();
    refresh();
}

bool HistoryWindow::takeOlderRecent()
{
    const QVector<Message> &memory = recent().messages;
    const int row = rowIn(memory, firstId());
    if (row <= 0)
        return false;
    const int from = std::max(0, row - pageSize);
    if (m_live)
        m_from = memory.at(from).id;
    else
        m_pages.upsert(memory.mid(from, row - from));
    return true;
}

// False when what is in memory lies further on. With its end it is live again.
bool HistoryWindow::takeNewerRecent()
{
    const QVector<Message> &memory = recent().messages;
    const MessageId last = newestOf(m_pages.messages());
    if (memory.isEmpty() || last < oldestOf(memory))
        return false;
    const int next = firstAfter(memory, last);
    const int page = std::min(pageSize, int(memory.size()) - next);
    m_pages.upsert(memory.mid(next, page));
    if (next + page < memory.size())
        return true;
    m_from = m_pages.oldestId();
    m_live = true;
    m_ofServer = false;
    return true;
}

void HistoryWindow::absorb(const ConversationId &id, const QVector<Message> &messages)
{
    if (id != m_id || !m_live)
        return;
    m_pages.upsert(onlyOf(messages, m_rows));
}

void HistoryWindow::heardWhole(const ConversationDetails &details)
{
    if (details.conversation.id != m_id || details.skipped > 0 || details.messages.isEmpty())
        return;
    const MessageId newest = newestOf(details.messages);
    const MessageId oldest = oldestOf(details.messages);
    const QVector<Message> stay = onlyOf(details.messages, m_pages.messages());
    QVector<MessageId> gone;
    for (const Message &message : m_pages.messages()) {
        if (oldest < message.id && message.id < newest && rowIn(stay, message.id) < 0)
            gone.append(message.id);
    }
    m_pages.drop(gone);
    m_pages.upsert(stay);
    refresh();
}

const Message *HistoryWindow::find(const MessageId &id) const
{
    const int row = rowIn(m_rows, id);
    return row < 0 ? nullptr : &m_rows.at(row);
}

void HistoryWindow::markRead(const MessageId &id)
{
    m_pages.markRead({id});
    const int row = m_pages.rowOf(id);
    if (row >= 0 && !m_ofServer) // else it would lie alone on the disk
        m_cache.keep(QVector<Message>{m_pages.messages().at(row)});
    refresh();
}

void HistoryWindow::onEvent(const ServerEvent &event)
{
    if (const auto *edited = std::get_if<MessageUpdatedEvent>(&event)) {
        if (m_pages.rowOf(edited->message.id) >= 0)
            m_pages.update(edited->message);
    } else if (const auto *deleted = std::get_if<MessageDeletedEvent>(&event)) {
        m_pages.remove(deleted->messageIds);
    } else if (const auto *read = std::get_if<ReadEvent>(&event)) {
        QVector<MessageId> concerned;
        for (const MessageId &id : read->messageIds) {
            const int row = m_pages.rowOf(id);
            if (row >= 0 &&
                (m_pages.messages().at(row).sender.id == m_self) == (read->readerId != m_self))
                concerned.append(id);
        }
        m_pages.markRead(concerned);
    } else {
        return;
    }
    refresh();
}

} // namespace suhbat
