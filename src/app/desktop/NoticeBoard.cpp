#include "app/desktop/NoticeBoard.h"

#include <algorithm>

namespace suhbat {

NoticeBoard::Chat *NoticeBoard::known(const ConversationId &chat)
{
    const auto found = std::find_if(m_chats.begin(), m_chats.end(),
                                    [&chat](const Chat &one) { return one.id == chat; });
    return found == m_chats.end() ? nullptr : &*found;
}

const NoticeBoard::Chat *NoticeBoard::find(const ConversationId &chat) const
{
    return const_cast<NoticeBoard *>(this)->known(chat);
}

int NoticeBoard::messages() const
{
    int all = 0;
    for (const Chat &chat : m_chats)
        all += chat.count;
    return all;
}

NoticeBoard::Changes NoticeBoard::said(const ConversationId &chat, const QVector<Line> &lines,
                                       int more)
{
    if (lines.isEmpty())
        return {};
    Chat told{chat, {}, 0};
    if (const Chat *before = find(chat)) {
        told = *before;
        m_chats.removeIf([&chat](const Chat &one) { return one.id == chat; });
    }
    told.lines += lines;
    told.count += int(lines.size()) + more;
    if (told.lines.size() > mostLines)
        told.lines.remove(0, told.lines.size() - mostLines);
    m_chats.append(told);
    return after(chat, true);
}

NoticeBoard::Changes NoticeBoard::read(const ConversationId &chat)
{
    const auto gone = m_chats.removeIf([&chat](const Chat &one) { return one.id == chat; });
    return gone > 0 ? after(chat, false) : Changes();
}

NoticeBoard::Changes NoticeBoard::deleted(const ConversationId &chat, const MessageId &message)
{
    Chat *told = known(chat);
    if (told == nullptr)
        return {};
    const auto gone =
        told->lines.removeIf([&message](const Line &line) { return line.id == message; });
    if (gone == 0)
        return {};
    told->count -= int(gone);
    return told->lines.isEmpty() ? read(chat) : after(chat, false);
}

NoticeBoard::Changes NoticeBoard::edited(const ConversationId &chat, const MessageId &message,
                                         const QString &text)
{
    Chat *told = known(chat);
    if (told == nullptr)
        return {};
    bool changed = false;
    for (Line &line : told->lines) {
        if (line.id == message && line.text != text) {
            line.text = text;
            changed = true;
        }
    }
    return changed && !m_combined ? after(chat, false) : Changes();
}

void NoticeBoard::dismissed(const ConversationId &chat)
{
    m_chats.removeIf([&chat](const Chat &one) { return one.id == chat; });
}

void NoticeBoard::dismissedAll()
{
    m_chats.clear();
    m_combined = false;
}

NoticeBoard::Changes NoticeBoard::clear()
{
    Changes changes;
    if (m_combined)
        changes.append({Kind::WithdrawAll, {}, false});
    else
        for (const Chat &chat : std::as_const(m_chats))
            changes.append({Kind::Withdraw, chat.id, false});
    dismissedAll();
    return changes;
}

NoticeBoard::Changes NoticeBoard::again() const
{
    Changes changes;
    if (m_combined)
        changes.append({Kind::ShowAll, {}, false});
    else
        for (const Chat &chat : m_chats)
            changes.append({Kind::Show, chat.id, false});
    return changes;
}

// Once there is one for all it stays until a single conversation is left: notices that split up
// again while one reads would be news of nothing.
NoticeBoard::Changes NoticeBoard::after(const ConversationId &changed, bool news)
{
    const bool wasCombined = m_combined;
    m_combined = m_chats.size() > mostSingles || (m_combined && m_chats.size() > 1);
    Changes changes;
    if (wasCombined && !m_combined) {
        changes.append({Kind::WithdrawAll, {}, false});
        for (const Chat &chat : std::as_const(m_chats))
            changes.append({Kind::Show, chat.id, false});
        return changes;
    }
    if (!wasCombined && m_combined) {
        for (const Chat &chat : std::as_const(m_chats)) {
            if (chat.id != changed)
                changes.append({Kind::Withdraw, chat.id, false});
        }
    }
    if (m_combined)
        changes.append({Kind::ShowAll, {}, news});
    else
        changes.append({find(changed) ? Kind::Show : Kind::Withdraw, changed, news});
    return changes;
}

} // namespace suhbat
