#include "app/ListFace.h"

#include "app/ChatFace.h"

namespace suhbat {

ListFace::ListFace(ChatFace &chat, NoticeCenter &notices, QObject *parent)
    : QObject(parent), m_chat(chat), m_notices(notices)
{
    connect(&chat, &ChatFace::conversationChanged, this,
            [this] { m_rows.setKept(m_chat.conversationId()); });
}

ListFace::~ListFace()
{
    m_chat.disconnect(this);
    setManager(nullptr);
}

void ListFace::setManager(ChatManager *manager)
{
    if (m_manager) {
        m_manager->list().marks.disconnect(this);
        m_manager->list().contacts.disconnect(this);
    }
    if (ConversationListModel *old = m_chat.conversations())
        old->disconnect(this);
    m_manager = manager;
    ConversationListModel *all = manager != nullptr ? m_chat.conversations() : nullptr;
    m_rows.setSource(all);
    m_switcher.setSource(all);
    userLeft();
    if (m_manager) {
        connect(all, &ConversationListModel::countChanged, this, &ListFace::totalChanged);
        connect(&m_manager->list().marks, &ListMarks::orderChanged, this,
                &ListFace::unreadFirstChanged);
        connect(&m_manager->list().contacts, &Contacts::changed, this, [this] {
            m_contacts.setPeople(m_manager->list().contacts.people());
            Q_EMIT contactsChanged();
        });
    }
    Q_EMIT totalChanged();
}

void ListFace::userLeft()
{
    setKind(ConversationFilter::All);
    setText({});
    m_contacts.chooseNobody();
    m_contacts.setPeople({});
    m_starting = false;
    m_startError.clear();
    Q_EMIT unreadFirstChanged();
    Q_EMIT contactsChanged();
    Q_EMIT chosenChanged();
    Q_EMIT startingChanged();
}

void ListFace::retranslate()
{
    m_startError.clear();
    Q_EMIT contactsChanged();
    Q_EMIT startingChanged();
}

int ListFace::total() const
{
    return m_manager && m_chat.conversations() ? m_chat.conversations()->count() : 0;
}

void ListFace::setKind(ConversationFilter::Kind kind)
{
    if (m_rows.kind() == kind)
        return;
    m_rows.setKind(kind);
    Q_EMIT kindChanged();
}

bool ListFace::unreadFirst() const
{
    return m_manager && m_manager->list().marks.order() == ListMarks::Order::UnreadFirst;
}

void ListFace::setUnreadFirst(bool first)
{
    if (m_manager)
        m_manager->list().marks.setOrder(first ? ListMarks::Order::UnreadFirst
                                               : ListMarks::Order::Recent);
}

void ListFace::openNth(int row)
{
    if (const QString id = m_rows.idAt(row); !id.isEmpty())
        m_chat.open(id);
}

void ListFace::openNext(int by)
{
    const int open = m_rows.rowOf(m_chat.conversationId());
    if (open >= 0)
        openNth(open + by);
    else
        openNth(by > 0 ? 0 : m_rows.count() - 1);
}

void ListFace::openNextUnread(int by)
{
    const int count = m_rows.count();
    int at = m_rows.rowOf(m_chat.conversationId());
    if (at < 0 && by < 0)
        at = 0; // so that the last one is looked at first
    for (int i = 0; i < count; ++i) {
        at = (at + by + count) % count;
        if (m_rows.isUnread(at) && m_rows.idAt(at) != m_chat.conversationId())
            return openNth(at);
    }
}

void ListFace::mark(ListMarks::Mark mark, const QString &conversationId, bool on)
{
    if (m_manager)
        m_manager->list().marks.set(mark, ConversationId(conversationId), on);
}

void ListFace::setPinned(const QString &conversationId, bool pinned)
{
    mark(ListMarks::Mark::Pinned, conversationId, pinned);
}

void ListFace::setMuted(const QString &conversationId, bool muted)
{
    mark(ListMarks::Mark::Muted, conversationId, muted);
}

void ListFace::markUnread(const QString &conversationId)
{
    mark(ListMarks::Mark::ToRead, conversationId, true);
}

void ListFace::markRead(const QString &conversationId)
{
    if (!m_manager)
        return;
    const ConversationId id(conversationId);
    mark(ListMarks::Mark::ToRead, conversationId, false);
    const auto *entry = m_manager->conversations().find(id);
    if (entry == nullptr || entry->conversation.unreadCount == 0)
        return;
    m_manager->markAllRead(id, this, [this, conversationId](const Result<void> &done) {
        if (!done && done.error().kind != Error::Kind::Cancelled)
            m_notices.showError(
                NoticeCenter::Request, done.error(),
                [this, conversationId] { markRead(conversationId); }, Doing::MarkRead);
    });
}

void ListFace::lookFor(const QString &letters)
{
    static const QVector<ConversationId> none;
    m_switcher.look(letters, m_manager ? m_manager->list().marks.recent() : none,
                    ConversationId(m_chat.conversationId()));
}

} // namespace suhbat
