#include "models/ConversationFilter.h"

#include "models/NameMatch.h"

#include <algorithm>

namespace suhbat {

ConversationFilter::ConversationFilter(QObject *parent) : QAbstractListModel(parent) {}

ConversationFilter::~ConversationFilter()
{
    if (m_source)
        m_source->disconnect(this);
}

void ConversationFilter::setSource(ConversationListModel *source)
{
    if (m_source)
        m_source->disconnect(this);
    if (!m_sourceRows.isEmpty()) {
        beginRemoveRows({}, 0, count() - 1);
        m_shown.clear();
        m_sourceRows.clear();
        endRemoveRows();
        Q_EMIT countChanged();
    }
    m_shown.clear();
    m_source = source;
    if (m_source) {
        connectSource();
        if (m_source->count() > 0)
            onInserted(0, m_source->count() - 1);
    }
}

void ConversationFilter::connectSource()
{
    const QAbstractItemModel *source = m_source;
    connect(source, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { onInserted(first, last); });
    connect(source, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex &, int first, int last) { onAboutToRemove(first, last); });
    connect(source, &QAbstractItemModel::rowsRemoved, this,
            [this](const QModelIndex &, int first, int last) {
                m_shown.remove(first, last - first + 1);
                number();
            });
    connect(source, &QAbstractItemModel::rowsAboutToBeMoved, this,
            [this](const QModelIndex &, int from, int, const QModelIndex &, int to) {
                onAboutToMove(from, to);
            });
    connect(source, &QAbstractItemModel::rowsMoved, this, &ConversationFilter::onMoved);
    connect(source, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last, const QVector<int> &roles) {
                for (int row = first.row(); row <= last.row(); ++row) {
                    const bool was = m_shown.at(row);
                    show(row, wants(row));
                    if (was && m_shown.at(row)) {
                        const QModelIndex here = index(wantedBefore(row));
                        Q_EMIT dataChanged(here, here, roles);
                    }
                }
            });
}

int ConversationFilter::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant ConversationFilter::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    return ofSource(m_sourceRows.at(index.row()), role);
}

QVariant ConversationFilter::ofSource(int sourceRow, int role) const
{
    return m_source ? m_source->data(m_source->index(sourceRow), role) : QVariant();
}

QHash<int, QByteArray> ConversationFilter::roleNames() const
{
    return ConversationListModel::roles();
}

void ConversationFilter::setText(const QString &text)
{
    const QString wanted = NameMatch::folded(text);
    if (m_wanted == wanted)
        return;
    m_wanted = wanted;
    judgeAll();
}

void ConversationFilter::setKind(Kind kind)
{
    if (m_kind == kind)
        return;
    m_kind = kind;
    judgeAll();
}

void ConversationFilter::setKept(const QString &conversationId)
{
    if (m_kept == conversationId)
        return;
    m_kept = conversationId;
    if (m_kind == Unread)
        judgeAll();
}

bool ConversationFilter::wants(int sourceRow) const
{
    if (!m_wanted.isEmpty() &&
        !NameMatch::contains(
            NameMatch::folded(ofSource(sourceRow, ConversationListModel::TitleRole).toString()),
            m_wanted))
        return false;
    switch (m_kind) {
    case All:
        return true;
    case Unread:
        return ofSource(sourceRow, ConversationListModel::UnreadCountRole).toInt() > 0 ||
               ofSource(sourceRow, ConversationListModel::ToReadRole).toBool() ||
               ofSource(sourceRow, ConversationListModel::ConversationIdRole).toString() == m_kept;
    case Direct:
        return !ofSource(sourceRow, ConversationListModel::IsGroupRole).toBool();
    case Groups:
        return ofSource(sourceRow, ConversationListModel::IsGroupRole).toBool();
    }
    return true;
}

int ConversationFilter::wantedBefore(int sourceRow) const
{
    return int(std::lower_bound(m_sourceRows.cbegin(), m_sourceRows.cend(), sourceRow) -
               m_sourceRows.cbegin());
}

// After m_shown has changed.
void ConversationFilter::number()
{
    m_sourceRows.clear();
    for (int row = 0; row < m_shown.size(); ++row) {
        if (m_shown.at(row))
            m_sourceRows.append(row);
    }
}

void ConversationFilter::show(int sourceRow, bool wanted)
{
    if (m_shown.at(sourceRow) == wanted)
        return;
    const int at = wantedBefore(sourceRow);
    if (wanted)
        beginInsertRows({}, at, at);
    else
        beginRemoveRows({}, at, at);
    m_shown[sourceRow] = wanted;
    if (wanted) {
        m_sourceRows.insert(at, sourceRow);
        endInsertRows();
    } else {
        m_sourceRows.removeAt(at);
        endRemoveRows();
    }
    Q_EMIT countChanged();
}

void ConversationFilter::judgeAll()
{
    for (int row = 0; row < m_shown.size(); ++row)
        show(row, wants(row));
}

void ConversationFilter::onInserted(int first, int last)
{
    m_shown.insert(first, last - first + 1, false);
    number();
    for (int row = first; row <= last; ++row)
        show(row, wants(row));
}

void ConversationFilter::onAboutToRemove(int first, int last)
{
    for (int row = last; row >= first; --row)
        show(row, false);
}

void ConversationFilter::onAboutToMove(int from, int to)
{
    m_move = {from, to, false};
    if (!m_shown.at(from))
        return;
    const int here = wantedBefore(from);
    const int there = wantedBefore(to);
    if (there != here && there != here + 1)
        m_move.announced = beginMoveRows({}, here, here, {}, there);
}

void ConversationFilter::onMoved()
{
    const int to = m_move.to > m_move.from ? m_move.to - 1 : m_move.to;
    m_shown.move(m_move.from, to);
    number();
    if (m_move.announced)
        endMoveRows();
    m_move = {};
}

int ConversationFilter::rowOf(const QString &conversationId) const
{
    const int sourceRow = m_source ? m_source->rowOf(ConversationId(conversationId)) : -1;
    return sourceRow >= 0 && m_shown.value(sourceRow) ? wantedBefore(sourceRow) : -1;
}

QString ConversationFilter::idAt(int row) const
{
    return row >= 0 && row < count()
               ? ofSource(m_sourceRows.at(row), ConversationListModel::ConversationIdRole)
                     .toString()
               : QString();
}

bool ConversationFilter::isUnread(int row) const
{
    return row >= 0 && row < count() &&
           (ofSource(m_sourceRows.at(row), ConversationListModel::UnreadCountRole).toInt() > 0 ||
            ofSource(m_sourceRows.at(row), ConversationListModel::ToReadRole).toBool());
}

} // namespace suhbat
