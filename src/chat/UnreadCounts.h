#pragma once

#include "base/Ids.h"
#include "domain/Conversation.h"

#include <QHash>
#include <QSet>
#include <QVector>

namespace suhbat {

/// Which unread counts to believe. A list is written before or after what this client hears and
/// reads meanwhile, and does not say: taken as it is, a badge that went down bounces back, and a
/// message is counted twice or not at all. Pure: no I/O, no clock.
///
/// Only for conversations whose messages are not all here; else the messages are counted.
class UnreadCounts
{
public:
    /// A message was heard of. `preview`: as a list would show it.
    void arrived(const ConversationId &conversation, const QString &preview, bool unread = true);
    /// One that was there is another, or gone.
    void changed(const ConversationId &conversation);
    /// Read here; the server does not know yet.
    void read(const ConversationId &conversation, const MessageId &id);
    /// The server knows now, or never will: lists that are asked for from now on are right. True
    /// when a list was judged meanwhile that should be looked at again.
    bool settled(const ConversationId &conversation, const QVector<MessageId> &ids);
    /// A list is asked for: what is heard until it is taken may be in it, or not.
    void listAsked();
    void listTaken() { m_underWay = false; }

    struct Verdict
    {
        int unread = 0;
        /// False: another list, asked for a little later, would know better.
        bool certain = true;
        /// Written before what was heard: its words are old.
        bool outdated = false;
        /// So is its place: something was said since.
        bool outpaced = false;
    };
    /// Of a row of the list that was asked for last.
    Verdict judge(const Conversation &row);
    /// Whether that message may be the one which a list shows in this row.
    static bool shows(const Conversation &row, const QString &preview);
    void clear();

private:
    struct Said
    {
        QString preview;
        bool unread = true;
    };
    struct Meanwhile
    {
        QVector<Said> said; // since the list was asked for, oldest first
        bool changed = false;
        QSet<MessageId> read;
        QSet<MessageId> settled; // of those; leave with the next list
        bool judged = false;     // a list came before they were settled
    };
    QHash<ConversationId, Meanwhile> m_meanwhile;
    bool m_underWay = false;
};

} // namespace suhbat
