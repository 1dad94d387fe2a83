#pragma once

#include "models/ConversationListModel.h"

#include <QPointer>

namespace suhbat {

/// The rows of a ConversationListModel that are wanted, in its order: those whose title has the
/// words typed, of one kind. Rows come, go and move one by one; nothing is ever reset, so that a
/// view keeps its place.
class ConversationFilter : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Given by App.list")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Kind { All, Unread, Direct, Groups };
    Q_ENUM(Kind)

    explicit ConversationFilter(QObject *parent = nullptr);
    ~ConversationFilter() override;

    /// The source may be null and must outlive the filter or be taken back.
    void setSource(ConversationListModel *source);
    void setText(const QString &text);
    void setKind(Kind kind);
    Kind kind() const { return m_kind; }
    /// Stays in sight among the unread ones after it was read: it is open.
    void setKept(const QString &conversationId);

    int count() const { return int(m_sourceRows.size()); }
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    /// -1 when it is not among the wanted ones.
    Q_INVOKABLE int rowOf(const QString &conversationId) const;
    /// Empty for a row that is not there.
    Q_INVOKABLE QString idAt(int row) const;
    bool isUnread(int row) const;

Q_SIGNALS:
    void countChanged();

private:
    void connectSource();
    bool wants(int sourceRow) const;
    QVariant ofSource(int sourceRow, int role) const;
    /// How many wanted ones stand before that row of the source.
    int wantedBefore(int sourceRow) const;
    void number();
    void show(int sourceRow, bool wanted);
    void judgeAll();
    void onInserted(int first, int last);
    void onAboutToRemove(int first, int last);
    void onAboutToMove(int from, int to);
    void onMoved();

    QPointer<ConversationListModel> m_source;
    QString m_wanted; // folded
    Kind m_kind = All;
    QString m_kept;
    QVector<bool> m_shown;     // of each row of the source
    QVector<int> m_sourceRows; // of each row here
    struct
    {
        int from = -1;
        int to = -1;
        bool announced = false;
    } m_move;
};

} // namespace suhbat
