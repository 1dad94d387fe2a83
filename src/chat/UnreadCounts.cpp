#include "chat/UnreadCounts.h"

#include <algorithm>

namespace suhbat {

void UnreadCounts::arrived(const ConversationId &conversation, const QString &preview)
{
    Meanwhile &meanwhile = m_meanwhile[conversation];
    ++meanwhile.arrived;
    meanwhile.newest = preview;
}

void UnreadCounts::read(const ConversationId &conversation, const MessageId &id)
{
    m_meanwhile[conversation].read.insert(id);
}

bool UnreadCounts::settled(const ConversationId &conversation, const QVector<MessageId> &ids)
{
    const auto found = m_meanwhile.find(conversation);
    if (found == m_meanwhile.end())
        return false;
    for (const MessageId &id : ids) {
        if (found->read.contains(id))
            found->settled.insert(id);
    }
    return found->judged && found->settled.size() == found->read.size();
}

void UnreadCounts::listAsked()
{
    for (auto it = m_meanwhile.begin(); it != m_meanwhile.end();) {
        it->arrived = 0;
        it->newest.clear();
        it->read.subtract(it->settled);
        it->settled.clear();
        it->judged = false;
        it = it->read.isEmpty() ? m_meanwhile.erase(it) : std::next(it);
    }
}

UnreadCounts::Verdict UnreadCounts::judge(const Conversation &row)
{
    const auto found = m_meanwhile.find(row.id);
    if (found == m_meanwhile.end())
        return {row.unreadCount, true};
    found->judged = true;
    int unread = row.unreadCount;
    if (found->arrived > 0 && !shows(row, found->newest))
        unread += found->arrived;
    // What is on its way may be subtracted twice: too few for a moment is better than a badge that
    // comes back for what was just read.
    unread -= int(found->read.size());
    return {std::max(0, unread), found->arrived == 0 && found->settled.isEmpty()};
}

bool UnreadCounts::shows(const Conversation &row, const QString &preview)
{
    if (preview.isEmpty())
        return false;
    QString text = row.lastMessage;
    if (text.endsWith(preview))
        return true;
    // Cut short by the server, behind "Kim: " or alone.
    if (text.endsWith(QStringLiteral("...")))
        text.chop(3);
    else if (text.endsWith(QChar(0x2026)))
        text.chop(1);
    else
        return false;
    text = text.trimmed();
    if (text.isEmpty())
        return false;
    const auto colon = text.indexOf(QLatin1String(": "));
    return preview.startsWith(text) ||
           (colon >= 0 && colon + 2 < text.size() && preview.startsWith(text.mid(colon + 2)));
}

} // namespace suhbat
