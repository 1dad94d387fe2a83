#include "models/EmojiListModel.h"

namespace suhbat {

int EmojiListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant EmojiListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    return role == EmojiRole ? row.emoji : role == NameRole ? row.name : QVariant();
}

QHash<int, QByteArray> EmojiListModel::roleNames() const
{
    return {{EmojiRole, "emoji"}, {NameRole, "name"}};
}

void EmojiListModel::setRows(const QVector<Row> &rows)
{
    if (rows.isEmpty() && m_rows.isEmpty())
        return;
    beginResetModel();
    m_rows = rows;
    endResetModel();
    Q_EMIT countChanged();
}

QString EmojiListModel::emojiAt(int row) const
{
    return row >= 0 && row < count() ? m_rows.at(row).emoji : QString();
}

} // namespace suhbat
