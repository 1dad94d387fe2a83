#pragma once

#include <QAbstractListModel>
#include <QQmlEngine>
#include <QVector>

namespace suhbat {

/// Some emoji with what they are called, for QML.
class EmojiListModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Given by App.emoji")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role { EmojiRole = Qt::UserRole + 1, NameRole };
    struct Row
    {
        QString emoji;
        QString name;
    };

    using QAbstractListModel::QAbstractListModel;

    int count() const { return int(m_rows.size()); }
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    void setRows(const QVector<Row> &rows);
    /// Empty beyond the last one.
    Q_INVOKABLE QString emojiAt(int row) const;

Q_SIGNALS:
    void countChanged();

private:
    QVector<Row> m_rows;
};

} // namespace suhbat
