#pragma once

#include "store/ConversationStore.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QVector>

namespace suhbat {

/// All conversations of the user, with the order of their last activity. Rows change one by one:
/// nothing here is ever reset while somebody is logged in.
class ConversationBook : public QObject
{
    Q_OBJECT

public:
    /// Its rank is the order: the server's lists carry no usable time.
    using Entry = ConversationRow;

    using QObject::QObject;

    /// The text of a message as the list shows it: one line.
    static QString previewOf(const Message &message);

    bool contains(const ConversationId &id) const { return m_entries.contains(id); }
    /// nullptr when unknown; valid until the next change.
    const Entry *find(const ConversationId &id) const;
    QVector<ConversationId> ids() const { return m_entries.keys().toVector(); }
    bool isEmpty() const { return m_entries.isEmpty(); }
    int unreadTotal() const;

    /// What was kept of an earlier run; says nothing about conversations that are here already.
    void restore(const QVector<ConversationRow> &rows);
    /// A list is asked for: what begins from now on may not be in it.
    void listAsked() { m_begun.clear(); }
    /// A fresh list in the server's order, most recent first; what is not in it is gone, but for
    /// the conversations of the type `incomplete`, whose list did not come, or not to its end.
    void replaceAll(const QVector<Conversation> &ordered,
                    std::optional<Conversation::Type> incomplete = std::nullopt,
                    const QDateTime &now = {});
    /// The rank of that row, unless something else was said there than is known.
    std::optional<qint64> placeOf(const Conversation &row) const;
    /// A row of such a list is older than what is known: what it says was said is left out.
    void keepPreview(Conversation *row) const;
    /// In such a list, what was said in those is newer than the list: in the order known, in front.
    void putFirst(QVector<Conversation> *ordered, const QSet<ConversationId> &these) const;
    /// One conversation that is new, or whose title, picture or type is told anew.
    void upsert(const Conversation &conversation);
    enum class Cause {
        Arrived, ///< just sent or received: the conversation comes to the top
        Loaded,  ///< the newest of a history: the list has placed the conversation already
        Known    ///< it was the newest before: nothing moves, whatever its time reads now
    };
    /// Preview, time, order.
    void showMessage(const ConversationId &id, const Message &message, bool own,
                     Cause cause = Cause::Arrived);
    /// What showMessage() showed is gone again (discarded): the newest one left, whatever its time.
    void replacePreview(const ConversationId &id, const Message &message, bool own,
                        Cause cause = Cause::Loaded);
    /// Nothing was said there.
    void clearPreview(const ConversationId &id);
    void setUnread(const ConversationId &id, int count);
    /// Never goes back.
    void setReadUpTo(const ConversationId &id, const MessageId &message);
    void setOwnState(const ConversationId &id, Message::State state);
    void remove(const ConversationId &id);
    void clear();

Q_SIGNALS:
    void changed(const suhbat::ConversationId &id);
    void removed(const suhbat::ConversationId &id);
    void unreadTotalChanged();

private:
    QVector<Conversation> untoldBy(const QVector<Conversation> &list,
                                   std::optional<Conversation::Type> incomplete) const;

    QHash<ConversationId, Entry> m_entries;
    QSet<ConversationId> m_begun; // since a list was asked for
    qint64 m_nextRank = 1;
};

} // namespace suhbat
