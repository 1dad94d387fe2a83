#include "app/TimelineFace.h"

#include "app/ErrorText.h"
#include "app/NoticeCenter.h"
#include "models/TimelineRows.h"

#include <utility>

namespace suhbat {

TimelineFace::TimelineFace(MessageListModel &rows, NoticeCenter &notices, QObject *parent)
    : QObject(parent), m_rows(rows), m_notices(notices)
{
    m_light.setSingleShot(true);
    m_light.setInterval(lightTime);
    connect(&m_light, &QTimer::timeout, this, [this] { light({}); });
    connect(&rows, &QAbstractItemModel::modelReset, this, [this] {
        light({});
        setFollowing(true);
    });
}

TimelineFace::~TimelineFace()
{
    m_light.disconnect(this);
    m_rows.disconnect(this);
    setHistory(nullptr);
}

void TimelineFace::setHistory(HistoryWindow *history)
{
    if (m_history)
        m_history->disconnect(this);
    m_history = history;
    if (m_history) {
        connect(m_history, &HistoryWindow::rowsChanged, this,
                [this] { m_rows.show(m_history->rows()); });
        connect(m_history, &HistoryWindow::edgesChanged, this, &TimelineFace::edgesChanged);
    }
    Q_EMIT edgesChanged();
}

TimelineFace::Edge TimelineFace::older() const
{
    return m_history ? Edge(int(m_history->older())) : End;
}

TimelineFace::Edge TimelineFace::newer() const
{
    return m_history ? Edge(int(m_history->newer())) : End;
}

QString TimelineFace::olderError() const
{
    return older() == Failed ? ErrorText::inlineText(m_history->olderError(), Doing::LoadMessages)
                             : QString();
}

void TimelineFace::setFollowing(bool following)
{
    if (m_history)
        m_history->setFollowing(following);
    if (std::exchange(m_following, following) != following)
        Q_EMIT followingChanged();
}

void TimelineFace::loadOlder()
{
    if (m_history)
        m_history->loadOlder();
}

void TimelineFace::loadNewer()
{
    if (m_history)
        m_history->loadNewer();
}

void TimelineFace::goLive()
{
    if (m_history)
        m_history->goLive();
}

void TimelineFace::showFirstUnread(const MessageId &id)
{
    if (!mayPlace())
        return;
    m_history->moveTo(id, [this, id](HistoryWindow::Reached reached) {
        const int row = m_rows.rowOf(id);
        if (reached == HistoryWindow::Reached::Yes && row >= 0)
            Q_EMIT readingWanted(row);
    });
}

void TimelineFace::showUnreadAfter(const MessageId &read, const MessageId &known,
                                   const UserId &self)
{
    if (!mayPlace())
        return;
    m_history->moveTo(read, [this, known, self](HistoryWindow::Reached reached) {
        MessageId first = known;
        if (reached == HistoryWindow::Reached::Yes)
            first = TimelineRows::firstUnread(m_history->rows(), self);
        m_rows.placeDivider(first);
        if (const int row = m_rows.rowOf(first); row >= 0)
            Q_EMIT readingWanted(row);
    });
}

void TimelineFace::jumpTo(const QString &messageId)
{
    const MessageId id(messageId);
    if (!m_history || id.isEmpty())
        return;
    m_history->moveTo(id, [this, id](HistoryWindow::Reached reached) { arrived(id, reached); });
}

void TimelineFace::arrived(const MessageId &id, HistoryWindow::Reached reached)
{
    const int row = m_rows.rowOf(id);
    if (reached != HistoryWindow::Reached::Yes || row < 0) {
        m_notices.tell(reached == HistoryWindow::Reached::Failed
                           ? NoticeCenter::News::MessageNotLoaded
                           : NoticeCenter::News::MessageGone);
        return;
    }
    Q_EMIT rowWanted(row);
    light(m_rows.index(row).data(MessageListModel::KeyRole).toString());
}

void TimelineFace::light(const QString &key)
{
    if (key.isEmpty())
        m_light.stop();
    else
        m_light.start();
    if (std::exchange(m_litKey, key) != key)
        Q_EMIT litKeyChanged();
}

} // namespace suhbat
