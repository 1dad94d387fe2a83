#pragma once

#include "domain/User.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

namespace suhbat {

/// People to choose from, for QML. Pages are appended; another search starts anew.
class ContactListModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Given by App.list")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role {
        PersonIdRole = Qt::UserRole + 1,
        NameRole,
        PhoneRole, ///< empty where it is the name already
        AvatarUrlRole,
        InitialsRole,
        ColorIndexRole,
        ChosenRole,
    };

    using QAbstractListModel::QAbstractListModel;

    void setPeople(const QVector<User> &people);
    /// Chosen for a group; survives another search.
    void choose(const UserId &id, bool chosen);
    void chooseNobody();
    const QVector<User> &chosen() const { return m_chosen; }

    int count() const { return int(m_people.size()); }
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void countChanged();

private:
    bool isChosen(const UserId &id) const;

    QVector<User> m_people;
    QVector<User> m_chosen;
};

} // namespace suhbat
