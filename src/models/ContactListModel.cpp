#include "models/ContactListModel.h"

#include "models/People.h"

#include <algorithm>

namespace suhbat {

namespace {

QVector<User>::const_iterator personIn(const QVector<User> &people, const UserId &id)
{
    return std::find_if(people.cbegin(), people.cend(),
                        [&id](const User &one) { return one.id == id; });
}

} // namespace

void ContactListModel::setPeople(const QVector<User> &people)
{
    const bool goesOn = people.size() >= m_people.size() &&
                        std::equal(m_people.cbegin(), m_people.cend(), people.cbegin());
    if (goesOn && people.size() > m_people.size()) {
        beginInsertRows({}, count(), int(people.size()) - 1);
        m_people = people;
        endInsertRows();
        Q_EMIT countChanged();
    } else if (!goesOn) {
        beginResetModel();
        m_people = people;
        endResetModel();
        Q_EMIT countChanged();
    }
}

void ContactListModel::choose(const UserId &id, bool chosen)
{
    const auto person = personIn(m_people, id);
    if (isChosen(id) == chosen || (chosen && person == m_people.cend()))
        return;
    if (chosen)
        m_chosen.append(*person);
    else
        m_chosen.erase(personIn(m_chosen, id));
    if (person != m_people.cend()) {
        const QModelIndex at = index(int(person - m_people.cbegin()));
        Q_EMIT dataChanged(at, at, {ChosenRole});
    }
}

void ContactListModel::chooseNobody()
{
    m_chosen.clear();
    if (count() > 0)
        Q_EMIT dataChanged(index(0), index(count() - 1), {ChosenRole});
}

bool ContactListModel::isChosen(const UserId &id) const
{
    return personIn(m_chosen, id) != m_chosen.cend();
}

int ContactListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant ContactListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const User &person = m_people.at(index.row());
    switch (role) {
    case PersonIdRole:
        return person.id.toString();
    case Qt::DisplayRole:
    case NameRole:
        return person.name.isEmpty() ? person.phone : person.name;
    case PhoneRole:
        return person.name == person.phone ? QString() : person.phone;
    case AvatarUrlRole:
        return person.avatarUrl;
    case InitialsRole:
        return initialsOf(person.name);
    case ColorIndexRole:
        return colorIndexOf(person.name);
    case ChosenRole:
        return isChosen(person.id);
    default:
        return {};
    }
}

QHash<int, QByteArray> ContactListModel::roleNames() const
{
    return {{PersonIdRole, "personId"}, {NameRole, "name"},
            {PhoneRole, "phone"},       {AvatarUrlRole, "avatarUrl"},
            {InitialsRole, "initials"}, {ColorIndexRole, "colorIndex"},
            {ChosenRole, "chosen"}};
}

} // namespace suhbat
