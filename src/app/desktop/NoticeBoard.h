#pragma once

#include "base/Ids.h"

#include <QString>
#include <QVector>

namespace suhbat {

/// Which notices stand on the desktop: one a conversation, with its last lines, and a single one
/// for all of them where there are many. Pure: says what to show and what to take away.
class NoticeBoard
{
public:
    /// More conversations than this share one notice.
    static constexpr int mostSingles = 3;
    /// So many lines of a conversation are kept; the count goes on.
    static constexpr int mostLines = 4;

    struct Line
    {
        MessageId id; ///< empty: told by the list, not by the message itself
        QString sender;
        QString text;
    };
    struct Chat
    {
        ConversationId id;
        QVector<Line> lines; ///< oldest first
        int count = 0;       ///< of messages, those beyond the lines too
    };
    struct Change
    {
        enum class Kind { Show, ShowAll, Withdraw, WithdrawAll };
        Kind kind = Kind::Show;
        ConversationId chat; ///< of Show and Withdraw
        bool news = false;   ///< false: something in it is different, nothing was said
    };
    using Changes = QVector<Change>;

    /// Something was said there: these lines, and `more` that nobody knows the words of.
    Changes said(const ConversationId &chat, const QVector<Line> &lines, int more = 0);
    /// Everything there is read, or needs no notice any more.
    Changes read(const ConversationId &chat);
    Changes deleted(const ConversationId &chat, const MessageId &message);
    /// The words of a message are others now.
    Changes edited(const ConversationId &chat, const MessageId &message, const QString &text);
    /// The user has put the notice away: what it told of is not told again.
    void dismissed(const ConversationId &chat);
    void dismissedAll();
    /// All are taken away.
    Changes clear();
    /// All that stands is to be shown anew, as with another choice of preview.
    Changes again() const;

    /// nullptr: there is no notice of it.
    const Chat *find(const ConversationId &chat) const;
    const QVector<Chat> &chats() const { return m_chats; }
    bool isCombined() const { return m_combined; }
    int messages() const;

private:
    using Kind = Change::Kind;

    Changes after(const ConversationId &changed, bool news);
    Chat *known(const ConversationId &chat);

    QVector<Chat> m_chats; // the last one that something was said in is the last
    bool m_combined = false;
};

} // namespace suhbat
