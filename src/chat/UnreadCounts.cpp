#include "chat/UnreadCounts.h"

#include <algorithm>

namespace suhbat {

void UnreadCounts::arrived(const ConversationId &conversation, const QString &preview, bool unread)
{
    if (m_underWay)
        m_meanwhile[conversation].said.append({preview, unread});
}

void UnreadCounts::changed(const ConversationId &conversation)
{
    if (m_underWay)
        m_meanwhile[conversation].changed = true;
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
    m_underWay = true;
    for (auto it = m_meanwhile.begin(); it != m_meanwhile.end();) {
        it->said.clear();
        it->changed = false;
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
        return {row.unreadCount};
    found->judged = true;
    // It was written when the last of them that it shows was the newest: the later ones are not in
    // it. Of those that it may show, the latest: people repeat themselves, but another list
    // follows.
    const auto shown = std::find_if(found->said.crbegin(), found->said.crend(),
                                    [&row](const Said &one) { return shows(row, one.preview); });
    int unread = row.unreadCount;
    for (auto later = found->said.crbegin(); later != shown; ++later)
        unread += later->unread ? 1 : 0;
    const bool outpaced = shown != found->said.crbegin();
    // What is on its way may be subtracted twice: too few for a moment is better than a badge that
    // comes back for what was just read.
    unread -= int(found->read.size());
    const bool certain = found->said.isEmpty() && !found->changed && found->settled.isEmpty();
    return {std::max(0, unread), certain, outpaced || found->changed, outpaced};
}

void UnreadCounts::clear()
{
    m_meanwhile.clear();
    m_underWay = false;
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
