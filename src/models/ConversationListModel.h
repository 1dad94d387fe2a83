#pragma once

#include "base/Clock.h"
#include "chat/ConversationBook.h"
#include "chat/Drafts.h"
#include "chat/ListMarks.h"
#include "chat/TypingTracker.h"

#include <QAbstractListModel>
#include <QLocale>
#include <QtQml/qqmlregistration.h>

namespace suhbat {

/// The conversations for QML: the pinned ones first, then the most recently active. Rows move; they
/// are never reset.
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
        LastMessageRole, ///< QString, one line; mine begins with "You: "
        TimeTextRole,
        UnreadCountRole,
        IsGroupRole,
        TypingTextRole, ///< QString, empty when nobody types there
        OwnStateRole,   ///< int, MessageListModel::State of my last message; -1 if it is not mine
        DraftRole,      ///< QString, one line; empty when nothing was typed
        PinnedRole,
        MutedRole,
        ToReadRole, ///< marked as unread by hand
    };

    /// All must outlive the model. Without marks nothing is pinned, without drafts nothing typed.
    ConversationListModel(const ConversationBook &book, const TypingTracker &typing,
                          Clock clock = {}, QObject *parent = nullptr,
                          const ListMarks *marks = nullptr, const Drafts *drafts = nullptr);

    int count() const { return int(m_rows.size()); }
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override { return roles(); }
    static QHash<int, QByteArray> roles();
    /// -1 when it is not there.
    int rowOf(const ConversationId &id) const;

    void setLocale(const QLocale &locale);
    /// "Kim is typing…", for one to many names; empty for none.
    static QString typingText(const QStringList &names);

Q_SIGNALS:
    void countChanged();

private:
    /// Where a row belongs.
    struct Place
    {
        bool pinned = false;
        bool lifted = false; // unread, where the unread ones come first
        qint64 rank = 0;
        ConversationId id;

        bool operator<(const Place &other) const; ///< stands before it
    };
    void connectMarks();
    Place placeOf(const ConversationBook::Entry &entry) const;
    int firstNotBefore(const Place &place) const;
    QVariant markOf(const ConversationId &id, int role) const;
    QString lastMessage(const ConversationBook::Entry &entry) const;
    void onChanged(const ConversationId &id);
    void onRemoved(const ConversationId &id);
    void touch(const ConversationId &id, const QVector<int> &roles);

    const ConversationBook &m_book;
    const TypingTracker &m_typing;
    const ListMarks *m_marks;
    const Drafts *m_drafts;
    Clock m_clock;
    QLocale m_locale;
    QVector<Place> m_rows; // always in order
    QHash<ConversationId, Place> m_places;
};

} // namespace suhbat
