#pragma once

#include "models/ConversationListModel.h"

#include <QPointer>

namespace suhbat {

/// The few conversations that a person may mean by some letters, the best first; without letters
/// those that were open last. Made anew with each letter: it is short.
class SwitcherModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Given by App.list")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    static constexpr int most = 30;

    explicit SwitcherModel(QObject *parent = nullptr);

    /// The source may be null and must outlive this or be taken back.
    void setSource(ConversationListModel *source);
    /// `recent`: last visited first; `open` is where one is already and comes last among them.
    void look(const QString &letters, const QVector<ConversationId> &recent,
              const ConversationId &open);

    int count() const { return int(m_ids.size()); }
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    /// Empty for a row that is not there.
    Q_INVOKABLE QString idAt(int row) const;

Q_SIGNALS:
    void countChanged();

private:
    QPointer<ConversationListModel> m_source;
    QVector<ConversationId> m_ids;
};

} // namespace suhbat
