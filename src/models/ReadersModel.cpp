#include "models/ReadersModel.h"

#include "models/People.h"
#include "models/TimeText.h"

namespace suhbat {

int ReadersModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QHash<int, QByteArray> ReadersModel::roleNames() const
{
    return {{NameRole, "name"},
            {InitialsRole, "initials"},
            {ColorIndexRole, "colorIndex"},
            {TimeTextRole, "timeText"}};
}

QVariant ReadersModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ReadBy &reader = m_readers.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return reader.user.name.isEmpty() ? tr("Somebody") : reader.user.name;
    case InitialsRole:
        return initialsOf(reader.user.name);
    case ColorIndexRole:
        return colorIndexOf(reader.user.name);
    case TimeTextRole:
        return reader.at ? TimeText::full(*reader.at, m_now, m_locale) : QString();
    default:
        return {};
    }
}

void ReadersModel::show(const QVector<ReadBy> &readers)
{
    beginResetModel();
    m_readers = readers;
    endResetModel();
    Q_EMIT countChanged();
}

void ReadersModel::setLocale(const QLocale &locale)
{
    m_locale = locale;
    if (count() > 0)
        Q_EMIT dataChanged(index(0), index(count() - 1), {NameRole, TimeTextRole});
}

} // namespace suhbat
