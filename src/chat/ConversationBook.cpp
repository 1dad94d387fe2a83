#include "chat/ConversationBook.h"

#include "chat/ListMerge.h"

#include <algorithm>

namespace suhbat {

namespace {

// A preview is one line, whatever the message looks like.
constexpr int previewLength = 200;

// The list says "You: Thanks" and "5 minutes ago" where the client knows the message itself.
void keepWhatIsKnown(const ConversationBook::Entry &known, ConversationBook::Entry &fresh)
{
    fresh.readUpTo = known.readUpTo;
    if (ageHolds(known.conversation, known.toldAt, fresh.conversation, fresh.toldAt)) {
        fresh.conversation.lastMessageTimeText = known.conversation.lastMessageTimeText;
        fresh.toldAt = known.toldAt;
    }
    const QString &shown = known.conversation.lastMessage;
    if (!known.conversation.lastMessageAt || shown.isEmpty() ||
        !fresh.conversation.lastMessage.endsWith(shown))
        return;
    fresh.conversation.lastMessage = shown;
    fresh.conversation.lastMessageAt = known.conversation.lastMessageAt;
    fresh.conversation.lastMessageTimeText.clear();
    fresh.ownState = known.ownState;
}

bool same(const ConversationBook::Entry &a, const ConversationBook::Entry &b)
{
    return a.conversation == b.conversation && a.rank == b.rank && a.ownState == b.ownState;
}

} // namespace

QString ConversationBook::previewOf(const Message &message)
{
    QString line = message.body.left(previewLength).simplified();
    if (line.isEmpty() && !message.attachments.isEmpty())
        line = message.attachments.first().name;
    return line;
}

const ConversationBook::Entry *ConversationBook::find(const ConversationId &id) const
{
    const auto found = m_entries.constFind(id);
    return found == m_entries.cend() ? nullptr : &*found;
}

int ConversationBook::unreadTotal() const
{
    int total = 0;
    for (const Entry &entry : m_entries)
        total += entry.conversation.unreadCount;
    return total;
}

void ConversationBook::restore(const QVector<ConversationRow> &rows)
{
    const int before = unreadTotal();
    QVector<ConversationId> added;
    for (const ConversationRow &row : rows) {
        m_nextRank = std::max(m_nextRank, row.rank + 1);
        if (m_entries.contains(row.conversation.id))
            continue;
        m_entries.insert(row.conversation.id, row);
        added.append(row.conversation.id);
    }
    for (const ConversationId &id : std::as_const(added))
        Q_EMIT changed(id);
    if (before != unreadTotal())
        Q_EMIT unreadTotalChanged();
}

void ConversationBook::replaceAll(const QVector<Conversation> &ordered,
                                  std::optional<Conversation::Type> incomplete,
                                  const QDateTime &now)
{
    const int before = unreadTotal();
    const QVector<Conversation> untold = untoldBy(ordered, incomplete);
    QSet<ConversationId> stay;
    for (const Conversation &conversation : untold)
        stay.insert(conversation.id);
    const QVector<Conversation> all =
        threadIn(ordered, untold, [this](const Conversation &row) { return placeOf(row); });
    QSet<ConversationId> fresh;
    m_nextRank += all.size();
    qint64 rank = m_nextRank++;
    QVector<ConversationId> touched;
    for (const Conversation &conversation : all) {
        if (fresh.contains(conversation.id))
            continue;
        fresh.insert(conversation.id);
        const qint64 place = rank--;
        Entry entry{conversation, place, now, {}, {}};
        if (const auto known = m_entries.constFind(conversation.id); known != m_entries.cend()) {
            if (stay.contains(conversation.id))
                entry = {conversation, place, known->toldAt, known->ownState, known->readUpTo};
            else
                keepWhatIsKnown(known.value(), entry);
            if (same(*known, entry))
                continue;
        }
        m_entries.insert(conversation.id, entry);
        touched.append(conversation.id);
    }
    const auto known = m_entries.keys();
    for (const ConversationId &id : known) {
        if (fresh.contains(id))
            continue;
        m_entries.remove(id);
        Q_EMIT removed(id);
    }
    for (const ConversationId &id : std::as_const(touched))
        Q_EMIT changed(id);
    if (before != unreadTotal())
        Q_EMIT unreadTotalChanged();
}

// What is known of those that a list could not tell of, or not to its end.
QVector<Conversation> ConversationBook::untoldBy(const QVector<Conversation> &list,
                                                 std::optional<Conversation::Type> incomplete) const
{
    QSet<ConversationId> told;
    for (const Conversation &conversation : list)
        told.insert(conversation.id);
    QVector<Conversation> rows;
    for (const Entry &entry : m_entries) {
        const Conversation &row = entry.conversation;
        if ((row.type == incomplete || m_begun.contains(row.id)) && !told.contains(row.id))
            rows.append(row);
    }
    std::sort(rows.begin(), rows.end(), [this](const Conversation &a, const Conversation &b) {
        return find(a.id)->rank > find(b.id)->rank;
    });
    return rows;
}

std::optional<qint64> ConversationBook::placeOf(const Conversation &row) const
{
    const Entry *known = find(row.id);
    if (known == nullptr)
        return std::nullopt;
    const QString &was = known->conversation.lastMessage;
    // One of them may have the name before it. Of nothing, every text would be the end.
    if (row.lastMessage.isEmpty() != was.isEmpty())
        return std::nullopt;
    if (!row.lastMessage.endsWith(was) && !was.endsWith(row.lastMessage))
        return std::nullopt;
    return known->rank;
}

void ConversationBook::keepPreview(Conversation *row) const
{
    const Entry *known = find(row->id);
    if (known == nullptr)
        return;
    row->lastMessage = known->conversation.lastMessage;
    row->lastMessageAt = known->conversation.lastMessageAt;
    row->lastMessageTimeText = known->conversation.lastMessageTimeText;
}

void ConversationBook::putFirst(QVector<Conversation> *ordered,
                                const QSet<ConversationId> &these) const
{
    if (these.isEmpty())
        return;
    const auto rest =
        std::stable_partition(ordered->begin(), ordered->end(), [&](const Conversation &row) {
            return these.contains(row.id) && contains(row.id);
        });
    std::sort(ordered->begin(), rest, [this](const Conversation &a, const Conversation &b) {
        return find(a.id)->rank > find(b.id)->rank;
    });
}

void ConversationBook::upsert(const Conversation &conversation)
{
    const auto known = m_entries.find(conversation.id);
    if (known == m_entries.end()) {
        m_entries.insert(conversation.id, {conversation, m_nextRank++, {}, {}, {}});
        m_begun.insert(conversation.id);
    } else {
        known->conversation.type = conversation.type;
        if (!conversation.title.isEmpty())
            known->conversation.title = conversation.title;
        if (!conversation.avatarUrl.isEmpty())
            known->conversation.avatarUrl = conversation.avatarUrl;
    }
    Q_EMIT changed(conversation.id);
    Q_EMIT unreadTotalChanged();
}

void ConversationBook::showMessage(const ConversationId &id, const Message &message, bool own,
                                   Cause cause)
{
    const auto known = m_entries.find(id);
    if (known == m_entries.end())
        return;
    Conversation &row = known->conversation;
    // An older message that arrives late (a page, a slow event) is no news.
    if (row.lastMessageAt && message.createdAt.isValid() && message.createdAt < *row.lastMessageAt)
        return;
    // The lists tell no time that compares: opening an old conversation must not lift it.
    const bool isNews = row.lastMessageAt
                            ? cause != Cause::Known && *row.lastMessageAt != message.createdAt
                            : cause == Cause::Arrived;
    const QString preview = previewOf(message);
    const bool named = row.type == Conversation::Type::Group && !own;
    row.lastMessage = named ? message.sender.name + QStringLiteral(": ") + preview : preview;
    row.lastMessageAt = message.createdAt;
    row.lastMessageTimeText.clear();
    known->ownState = own ? std::optional(message.state) : std::nullopt;
    if (isNews)
        known->rank = m_nextRank++;
    Q_EMIT changed(id);
}

void ConversationBook::replacePreview(const ConversationId &id, const Message &message, bool own,
                                      Cause cause)
{
    const auto known = m_entries.find(id);
    if (known == m_entries.end())
        return;
    known->conversation.lastMessageAt.reset();
    showMessage(id, message, own, cause);
}

void ConversationBook::clearPreview(const ConversationId &id)
{
    const auto known = m_entries.find(id);
    if (known == m_entries.end())
        return;
    known->conversation.lastMessage.clear();
    known->conversation.lastMessageAt.reset();
    known->conversation.lastMessageTimeText.clear();
    known->ownState.reset();
    Q_EMIT changed(id);
}

void ConversationBook::setUnread(const ConversationId &id, int count)
{
    const auto known = m_entries.find(id);
    const int bounded = std::max(0, count);
    if (known == m_entries.end() || known->conversation.unreadCount == bounded)
        return;
    known->conversation.unreadCount = bounded;
    Q_EMIT changed(id);
    Q_EMIT unreadTotalChanged();
}

void ConversationBook::setOwnState(const ConversationId &id, Message::State state)
{
    const auto known = m_entries.find(id);
    if (known == m_entries.end() || !known->ownState || known->ownState == state)
        return;
    known->ownState = state;
    Q_EMIT changed(id);
}

void ConversationBook::setReadUpTo(const ConversationId &id, const MessageId &message)
{
    const auto known = m_entries.find(id);
    if (known == m_entries.end() || !(known->readUpTo < message || known->readUpTo.isEmpty()))
        return;
    known->readUpTo = message;
    Q_EMIT changed(id);
}

void ConversationBook::remove(const ConversationId &id)
{
    if (m_entries.remove(id) == 0)
        return;
    Q_EMIT removed(id);
    Q_EMIT unreadTotalChanged();
}

void ConversationBook::clear()
{
    const auto known = m_entries.keys();
    m_entries.clear();
    m_begun.clear();
    for (const ConversationId &id : known)
        Q_EMIT removed(id);
    if (!known.isEmpty())
        Q_EMIT unreadTotalChanged();
}

} // namespace suhbat
