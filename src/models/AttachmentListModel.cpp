#include "models/AttachmentListModel.h"

#include "models/SizeText.h"

#include <QUrl>

namespace suhbat {

AttachmentListModel::AttachmentListModel(IsPicture isPicture, QObject *parent)
    : QAbstractListModel(parent), m_isPicture(isPicture)
{}

int AttachmentListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant AttachmentListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const OutboxFile &file = m_files.at(index.row());
    switch (role) {
    case NameRole:
        return file.name;
    case SizeTextRole:
        return SizeText::ofBytes(file.bytes, m_locale);
    case PictureRole:
        return m_isPicture(file) ? QUrl::fromLocalFile(file.path) : QUrl();
    default:
        return {};
    }
}

QHash<int, QByteArray> AttachmentListModel::roleNames() const
{
    return {{NameRole, "name"}, {SizeTextRole, "sizeText"}, {PictureRole, "picture"}};
}

void AttachmentListModel::setFiles(const QVector<OutboxFile> &files)
{
    if (m_files == files)
        return;
    beginResetModel();
    m_files = files;
    endResetModel();
    Q_EMIT countChanged();
}

void AttachmentListModel::append(const OutboxFile &file)
{
    beginInsertRows({}, count(), count());
    m_files.append(file);
    endInsertRows();
    Q_EMIT countChanged();
}

void AttachmentListModel::removeAt(int row)
{
    if (row < 0 || row >= count())
        return;
    beginRemoveRows({}, row, row);
    m_files.removeAt(row);
    endRemoveRows();
    Q_EMIT countChanged();
}

void AttachmentListModel::setPictureSize(const QString &path, const QSize &size)
{
    for (OutboxFile &file : m_files) {
        if (file.path != path)
            continue;
        file.width = size.width();
        file.height = size.height();
    }
}

void AttachmentListModel::setLocale(const QLocale &locale)
{
    m_locale = locale;
    if (!m_files.isEmpty())
        Q_EMIT dataChanged(index(0), index(count() - 1), {SizeTextRole});
}

} // namespace suhbat
