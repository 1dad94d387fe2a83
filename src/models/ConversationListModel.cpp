#include "models/ConversationListModel.h"

#include "models/People.h"
#include "models/TimeText.h"

namespace suhbat {

ConversationListModel::ConversationListModel(const ConversationBook &book,
                                             const TypingTracker &typing, Clock clock,
                                             QObject *parent)
    : QAbstractListModel(parent), m_book(book), m_typing(typing), m_clock(std::move(clock))
{
    connect(&book, &ConversationBook::changed, this, &ConversationListModel::onChanged);
    connect(&book, &ConversationBook::removed, this, &ConversationListModel::onRemoved);
    connect(&typing, &TypingTracker::changed, this, [this](const ConversationId &id) {
        if (const auto row = m_rows.indexOf(id); row >= 0)
            Q_EMIT dataChanged(index(int(row)), index(int(row)), {TypingTextRole});
    });
}

int ConversationListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QHash<int, QByteArray> ConversationListModel::roleNames() const
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
            {OwnStateRole, "ownState"}};
}

QVariant ConversationListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ConversationBook::Entry *entry = m_book.find(m_rows.at(index.row()));
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
        return colorIndexOf(row.id.toString());
    case LastMessageRole:
        return row.lastMessage;
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
    default:
        return {};
    }
}

// Where a row with this rank belongs among all the others.
int ConversationListModel::position(const ConversationId &id, qint64 rank) const
{
    int at = 0;
    for (const ConversationId &other : m_rows) {
        if (other == id)
            continue;
        const ConversationBook::Entry *entry = m_book.find(other);
        if (entry != nullptr && entry->rank < rank)
            break;
        ++at;
    }
    return at;
}

void ConversationListModel::onChanged(const ConversationId &id)
{
    const ConversationBook::Entry *entry = m_book.find(id);
    if (entry == nullptr)
        return;
    const int to = position(id, entry->rank);
    const int from = int(m_rows.indexOf(id));
    if (from < 0) {
        beginInsertRows({}, to, to);
        m_rows.insert(to, id);
        endInsertRows();
        Q_EMIT countChanged();
        return;
    }
    if (from != to && beginMoveRows({}, from, from, {}, to > from ? to + 1 : to)) {
        m_rows.move(from, to);
        endMoveRows();
    }
    Q_EMIT dataChanged(index(to), index(to));
}

void ConversationListModel::onRemoved(const ConversationId &id)
{
    const int row = int(m_rows.indexOf(id));
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_rows.removeAt(row);
    endRemoveRows();
    Q_EMIT countChanged();
}

void ConversationListModel::setLocale(const QLocale &locale)
{
    m_locale = locale;
    if (count() > 0)
        Q_EMIT dataChanged(index(0), index(count() - 1), {TimeTextRole, TypingTextRole});
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
