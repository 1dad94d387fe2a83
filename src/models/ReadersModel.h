#pragma once

#include "domain/Conversation.h"

#include <QAbstractListModel>
#include <QDateTime>
#include <QLocale>
#include <QtQml/qqmlregistration.h>

namespace suhbat {

/// Who has read one message, for QML: in the order in which they were told.
class ReadersModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Given by App.actions")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role {
        NameRole = Qt::UserRole + 1,
        InitialsRole,
        ColorIndexRole,
        TimeTextRole, ///< QString, empty where the server does not say when
    };

    using QAbstractListModel::QAbstractListModel;

    int count() const { return int(m_readers.size()); }
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    void show(const QVector<ReadBy> &readers);
    void setLocale(const QLocale &locale);
    /// Of the day from which times are told; before show().
    void setNow(const QDateTime &now) { m_now = now; }

Q_SIGNALS:
    void countChanged();

private:
    QVector<ReadBy> m_readers;
    QLocale m_locale;
    QDateTime m_now;
};

} // namespace suhbat
