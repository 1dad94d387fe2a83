#include "models/SwitcherModel.h"

#include "models/NameMatch.h"

#include <algorithm>

namespace suhbat {

namespace {

struct Candidate
{
    ConversationId id;
    int score = 0;
    qsizetype age = 0; // 0 was visited last
};

} // namespace

SwitcherModel::SwitcherModel(QObject *parent) : QAbstractListModel(parent) {}

void SwitcherModel::setSource(ConversationListModel *source)
{
    m_source = source;
    look({}, {}, {});
}

void SwitcherModel::look(const QString &letters, const QVector<ConversationId> &recent,
                         const ConversationId &open)
{
    const QString wanted = NameMatch::folded(letters);
    QVector<Candidate> found;
    const int all = m_source ? m_source->count() : 0;
    for (int row = 0; row < all; ++row) {
        const QModelIndex at = m_source->index(row);
        const QString title = at.data(ConversationListModel::TitleRole).toString();
        Candidate one{ConversationId(at.data(ConversationListModel::ConversationIdRole).toString()),
                      NameMatch::score(NameMatch::folded(title), wanted), recent.size() + row};
        if (const auto visit = recent.indexOf(one.id); visit >= 0)
            one.age = visit;
        if (one.id == open)
            one.age = wanted.isEmpty() ? recent.size() + all : one.age;
        if (one.score >= 0)
            found.append(one);
    }
    std::stable_sort(found.begin(), found.end(), [](const Candidate &a, const Candidate &b) {
        return a.score != b.score ? a.score > b.score : a.age < b.age;
    });
    beginResetModel();
    m_ids.clear();
    for (const Candidate &one : found.mid(0, most))
        m_ids.append(one.id);
    endResetModel();
    Q_EMIT countChanged();
}

int SwitcherModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant SwitcherModel::data(const QModelIndex &index, int role) const
{
    if (!m_source || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int row = m_source->rowOf(m_ids.at(index.row()));
    return row >= 0 ? m_source->data(m_source->index(row), role) : QVariant();
}

QHash<int, QByteArray> SwitcherModel::roleNames() const
{
    return {{ConversationListModel::ConversationIdRole, "conversationId"},
            {ConversationListModel::TitleRole, "title"},
            {ConversationListModel::AvatarUrlRole, "avatarUrl"},
            {ConversationListModel::InitialsRole, "initials"},
            {ConversationListModel::ColorIndexRole, "colorIndex"},
            {ConversationListModel::UnreadCountRole, "unreadCount"},
            {ConversationListModel::MutedRole, "muted"},
            {ConversationListModel::IsGroupRole, "isGroup"}};
}

QString SwitcherModel::idAt(int row) const
{
    return row >= 0 && row < count() ? m_ids.at(row).toString() : QString();
}

} // namespace suhbat
