#pragma once

#include "base/Clock.h"
#include "chat/ConversationBook.h"
#include "chat/TypingTracker.h"

#include <QAbstractListModel>
#include <QLocale>
#include <QtQml/qqmlregistration.h>

namespace suhbat {

/// The conversations for QML, most recently active first. Rows move; they are never reset.
class ConversationListModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Given by App.chat")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role {
        ConversationIdRole = Qt::UserRole + 1,
        TitleRole,
        AvatarUrlRole,
        InitialsRole,
        ColorIndexRole,
        LastMessageRole, ///< QString, one line
        TimeTextRole,
        UnreadCountRole,
        IsGroupRole,
        TypingTextRole, ///< QString, empty when nobody types there
        OwnStateRole,   ///< int, MessageListModel::State of my last message; -1 if it is not mine
    };

    ConversationListModel(const ConversationBook &book, const TypingTracker &typing,
                          Clock clock = {}, QObject *parent = nullptr);

    int count() const { return int(m_rows.size()); }
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    void setLocale(const QLocale &locale);
    /// "Kim is typing…", for one to many names; empty for none.
    static QString typingText(const QStringList &names);

Q_SIGNALS:
    void countChanged();

private:
    void onChanged(const ConversationId &id);
    void onRemoved(const ConversationId &id);
    int position(const ConversationId &id, qint64 rank) const;

    const ConversationBook &m_book;
    const TypingTracker &m_typing;
    Clock m_clock;
    QLocale m_locale;
    QVector<ConversationId> m_rows;
};

} // namespace suhbat
