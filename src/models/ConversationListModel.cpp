#include "models/ConversationListModel.h"

#include "models/People.h"
#include "models/Preview.h"
#include "models/TimeText.h"

#include <algorithm>

namespace suhbat {

namespace {

constexpr int draftLength = 200;

} // namespace

bool ConversationListModel::Place::operator<(const Place &other) const
{
    if (pinned != other.pinned)
        return pinned;
    if (lifted != other.lifted)
        return lifted;
    return rank != other.rank ? rank > other.rank : id < other.id;
}

ConversationListModel::ConversationListModel(const ConversationBook &book,
                                             const TypingTracker &typing, Clock clock,
                                             QObject *parent, const ListMarks *marks,
                                             const Drafts *drafts)
    : QAbstractListModel(parent)
    , m_book(book)
    , m_typing(typing)
    , m_marks(marks)
    , m_drafts(drafts)
    , m_clock(std::move(clock))
{
    connect(&book, &ConversationBook::changed, this, &ConversationListModel::onChanged);
    connect(&book, &ConversationBook::removed, this, &ConversationListModel::onRemoved);
    connect(&typing, &TypingTracker::changed, this,
            [this](const ConversationId &id) { touch(id, {TypingTextRole}); });
    if (drafts != nullptr) {
        connect(drafts, &Drafts::changed, this,
                [this](const ConversationId &id) { touch(id, {DraftRole}); });
    }
    if (marks != nullptr)
        connectMarks();
}

void ConversationListModel::connectMarks()
{
    connect(m_marks, &ListMarks::changed, this, [this](const ConversationId &id) {
        if (m_book.contains(id))
            onChanged(id);
    });
    connect(m_marks, &ListMarks::orderChanged, this, [this] {
        const auto ids = m_places.keys();
        for (const ConversationId &id : ids)
            onChanged(id);
    });
}

void ConversationListModel::touch(const ConversationId &id, const QVector<int> &roles)
{
    if (const int row = rowOf(id); row >= 0)
        Q_EMIT dataChanged(index(row), index(row), roles);
}

int ConversationListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QHash<int, QByteArray> ConversationListModel::roles()
{
    return {{ConversationIdRole, "conversationId"},
            {TitleRole, "title"},
            {AvatarUrlRole, "avatarUrl"},
            {InitialsRole, "initials"},
            {ColorIndexRole, "colorIndex"},
            {LastMessageRole, "lastMessage"},
            {TimeTextRole, "timeText"},
            {UnreadCountRole, "unreadCount"},
            {IsGroupRole, "isGroup"},
            {TypingTextRole, "typingText"},
            {OwnStateRole, "ownState"},
            {DraftRole, "draft"},
            {PinnedRole, "pinned"},
            {MutedRole, "muted"},
            {ToReadRole, "toRead"}};
}

QVariant ConversationListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ConversationBook::Entry *entry = m_book.find(m_rows.at(index.row()).id);
    if (entry == nullptr)
        return {};
    const Conversation &row = entry->conversation;
    switch (role) {
    case ConversationIdRole:
        return row.id.toString();
    case Qt::DisplayRole:
    case TitleRole:
        return row.title;
    case AvatarUrlRole:
        return row.avatarUrl;
    case InitialsRole:
        return initialsOf(row.title);
    case ColorIndexRole:
        return colorIndexOf(row.title);
    case LastMessageRole:
        return lastMessage(*entry);
    case TimeTextRole:
        return row.lastMessageAt ? TimeText::inList(*row.lastMessageAt, m_clock.wall(), m_locale)
                                 : TimeText::toldInWords(row.lastMessageTimeText, entry->toldAt,
                                                         m_clock.wall(), m_locale);
    case UnreadCountRole:
        return row.unreadCount;
    case IsGroupRole:
        return row.type == Conversation::Type::Group;
    case TypingTextRole:
        return typingText(m_typing.namesIn(row.id));
    case OwnStateRole:
        return entry->ownState ? int(*entry->ownState) : -1;
    case DraftRole:
        return m_drafts != nullptr ? m_drafts->of(row.id).left(draftLength).simplified()
                                   : QString();
    default:
        return markOf(row.id, role);
    }
}

QVariant ConversationListModel::markOf(const ConversationId &id, int role) const
{
    switch (role) {
    case PinnedRole:
        return m_marks != nullptr && m_marks->isPinned(id);
    case MutedRole:
        return m_marks != nullptr && m_marks->isMuted(id);
    case ToReadRole:
        return m_marks != nullptr && m_marks->isToRead(id);
    default:
        return {};
    }
}

QString ConversationListModel::lastMessage(const ConversationBook::Entry &entry) const
{
    const Preview preview = Preview::of(entry);
    if (preview.own)
        return tr("You:") + u' ' + preview.text;
    const bool group = entry.conversation.type == Conversation::Type::Group;
    return group ? Preview::byFirstName(preview.text) : preview.text;
}

ConversationListModel::Place
ConversationListModel::placeOf(const ConversationBook::Entry &entry) const
{
    const Conversation &row = entry.conversation;
    const bool unreadFirst =
        m_marks != nullptr && m_marks->order() == ListMarks::Order::UnreadFirst;
    return {m_marks != nullptr && m_marks->isPinned(row.id),
            unreadFirst && (row.unreadCount > 0 || m_marks->isToRead(row.id)), entry.rank, row.id};
}

int ConversationListModel::firstNotBefore(const Place &place) const
{
    return int(std::lower_bound(m_rows.cbegin(), m_rows.cend(), place) - m_rows.cbegin());
}

int ConversationListModel::rowOf(const ConversationId &id) const
{
    const auto known = m_places.constFind(id);
    return known == m_places.cend() ? -1 : firstNotBefore(*known);
}

void ConversationListModel::onChanged(const ConversationId &id)
{
    const ConversationBook::Entry *entry = m_book.find(id);
    if (entry == nullptr)
        return;
    const Place place = placeOf(*entry);
    const int from = rowOf(id);
    int to = firstNotBefore(place); // among all, the row itself too
    if (from < 0) {
        beginInsertRows({}, to, to);
        m_rows.insert(to, place);
        m_places.insert(id, place);
        endInsertRows();
        Q_EMIT countChanged();
        return;
    }
    const bool moves = to < from || to > from + 1;
    if (moves)
        beginMoveRows({}, from, from, {}, to);
    to = to > from ? to - 1 : to;
    m_rows.removeAt(from);
    m_rows.insert(to, place);
    m_places[id] = place;
    if (moves)
        endMoveRows();
    Q_EMIT dataChanged(index(to), index(to));
}

void ConversationListModel::onRemoved(const ConversationId &id)
{
    const int row = rowOf(id);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_rows.removeAt(row);
    m_places.remove(id);
    endRemoveRows();
    Q_EMIT countChanged();
}

void ConversationListModel::setLocale(const QLocale &locale)
{
    m_locale = locale;
    if (count() > 0)
        Q_EMIT dataChanged(index(0), index(count() - 1),
                           {TimeTextRole, TypingTextRole, LastMessageRole});
}

QString ConversationListModel::typingText(const QStringList &names)
{
    switch (names.size()) {
    case 0:
        return {};
    case 1:
        return tr("%1 is typing…").arg(names.first());
    case 2:
        return tr("%1 and %2 are typing…").arg(names.at(0), names.at(1));
    default:
        return tr("%n people are typing…", nullptr, int(names.size()));
    }
}

} // namespace suhbat
