#include "store/MemoryStore.h"

#include "base/Deliver.h"
#include "store/MessageSearch.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace suhbat {

namespace {

using Done = std::function<void(Result<void>)>;

/// The last `count` of [begin, end), in their order.
template<typename Iterator>
QVector<Message> lastOf(Iterator begin, Iterator end, int count)
{
    QVector<Message> messages;
    while (end != begin && messages.size() < std::min(count, MessageStore::maxCount))
        messages.append((--end)->second);
    std::reverse(messages.begin(), messages.end());
    return messages;
}

/// The first `count` of them.
template<typename Iterator>
QVector<Message> firstOf(Iterator begin, Iterator end, int count)
{
    QVector<Message> messages;
    for (; begin != end && messages.size() < std::min(count, MessageStore::maxCount); ++begin)
        messages.append(begin->second);
    return messages;
}

auto findEntry(QVector<OutboxEntry> &rows, const TempId &id)
{
    return std::find_if(rows.begin(), rows.end(),
                        [&](const OutboxEntry &row) { return row.tempId == id; });
}

bool foundBefore(const Message &a, const Message &b)
{
    return std::tuple(search::place(b), b.id, b.conversationId) <
           std::tuple(search::place(a), a.id, a.conversationId);
}

} // namespace

void MemoryStore::open(const QString &serverKey, const UserId &user, QObject *context, Done done)
{
    m_current = serverKey + QLatin1Char('\n') + user.toString();
    deliver(context, std::move(done), Result<void>());
}

void MemoryStore::clear(Clear what, QObject *context, Done done)
{
    Account empty;
    if (what == Clear::Cache) {
        empty.outbox = account().outbox;
        empty.drafts = account().drafts;
    }
    account() = empty;
    deliver(context, std::move(done), Result<void>());
}

void MemoryStore::loadConversations(QObject *context,
                                    std::function<void(Result<QVector<ConversationRow>>)> done)
{
    QVector<ConversationRow> rows;
    for (const auto &[id, row] : account().conversations)
        rows.append(row);
    std::stable_sort(rows.begin(), rows.end(),
                     [](const auto &a, const auto &b) { return a.rank > b.rank; });
    deliver(context, std::move(done), Result(rows));
}

void MemoryStore::upsertConversations(const QVector<ConversationRow> &rows, QObject *context,
                                      Done done)
{
    for (const ConversationRow &row : rows) {
        if (!row.conversation.id.isEmpty())
            account().conversations.insert_or_assign(row.conversation.id, row);
    }
    deliver(context, std::move(done), Result<void>());
}

void MemoryStore::removeConversation(const ConversationId &id, QObject *context, Done done)
{
    account().conversations.erase(id);
    account().messages.remove(id);
    deliver(context, std::move(done), Result<void>());
}

void MemoryStore::loadLatest(const ConversationId &conversation, int count, QObject *context,
                             Messages done)
{
    const Timeline timeline = account().messages.value(conversation);
    deliver(context, std::move(done), Result(lastOf(timeline.begin(), timeline.end(), count)));
}

void MemoryStore::loadBefore(const ConversationId &conversation, const MessageId &before, int count,
                             QObject *context, Messages done)
{
    const Timeline timeline = account().messages.value(conversation);
    const auto end = timeline.lower_bound(before);
    deliver(context, std::move(done), Result(lastOf(timeline.begin(), end, count)));
}

void MemoryStore::loadAfter(const ConversationId &conversation, const MessageId &after, int count,
                            QObject *context, Messages done)
{
    const Timeline &timeline = account().messages[conversation];
    deliver(context, std::move(done),
            Result(firstOf(timeline.upper_bound(after), timeline.end(), count)));
}

void MemoryStore::loadAround(const ConversationId &conversation, const MessageId &id, int each,
                             QObject *context, Messages done)
{
    const Timeline &timeline = account().messages[conversation];
    QVector<Message> found;
    if (const auto at = timeline.find(id); at != timeline.end()) {
        found = lastOf(timeline.begin(), at, each);
        found += firstOf(at, timeline.end(), each + 1);
    }
    deliver(context, std::move(done), Result(found));
}

void MemoryStore::retainMessages(const ConversationId &conversation, const QVector<MessageId> &ids,
                                 QObject *context, Done done)
{
    Timeline &timeline = account().messages[conversation];
    if (const std::set<MessageId> stay(ids.cbegin(), ids.cend()); !stay.empty()) {
        std::erase_if(timeline, [&](const auto &row) {
            return *stay.begin() < row.first && row.first < *stay.rbegin() &&
                   stay.count(row.first) == 0;
        });
    }
    deliver(context, std::move(done), Result<void>());
}

void MemoryStore::upsertMessages(const QVector<Message> &messages, QObject *context, Done done)
{
    for (const Message &message : messages) {
        if (!message.id.isEmpty())
            account().messages[message.conversationId].insert_or_assign(message.id, message);
    }
    deliver(context, std::move(done), Result<void>());
}

void MemoryStore::removeMessages(const ConversationId &conversation, const QVector<MessageId> &ids,
                                 QObject *context, Done done)
{
    auto &all = account().messages;
    for (auto it = all.begin(); it != all.end(); ++it) {
        if (!conversation.isEmpty() && it.key() != conversation)
            continue;
        for (const MessageId &id : ids)
            it->erase(id);
    }
    deliver(context, std::move(done), Result<void>());
}

void MemoryStore::search(const MessageQuery &query, QObject *context, Messages done)
{
    const QStringList words = search::words(query.text);
    QVector<Message> found;
    for (const Timeline &timeline : std::as_const(account().messages)) {
        for (const auto &[id, message] : timeline) {
            const bool here = !query.conversation || *query.conversation == message.conversationId;
            const bool later = !query.before || foundBefore(*query.before, message);
            if (here && later && search::matches(message.body, words))
                found.append(message);
        }
    }
    std::sort(found.begin(), found.end(), foundBefore);
    found = found.mid(0, std::clamp(query.count, 0, maxCount));
    deliver(context, std::move(done), Result(found));
}

void MemoryStore::loadPeople(QObject *context, std::function<void(Result<QVector<User>>)> done)
{
    QVector<User> people;
    for (const auto &[id, user] : account().people)
        people.append(user);
    deliver(context, std::move(done), Result(people));
}

void MemoryStore::upsertPeople(const QVector<User> &people, QObject *context, Done done)
{
    for (const User &user : people) {
        if (!user.id.isEmpty())
            account().people.insert_or_assign(user.id, user);
    }
    deliver(context, std::move(done), Result<void>());
}

void MemoryStore::loadState(const QString &key, QObject *context,
                            std::function<void(Result<QString>)> done)
{
    deliver(context, std::move(done), Result(account().state.value(key)));
}

void MemoryStore::saveState(const QString &key, const QString &value, QObject *context, Done done)
{
    if (key.size() > maxState || value.size() > maxState) {
        deliver(context, std::move(done),
                Result<void>(Error::make(Error::Kind::TooLarge, QStringLiteral("state value"))));
        return;
    }
    if (value.isEmpty())
        account().state.remove(key);
    else
        account().state.insert(key, value);
    deliver(context, std::move(done), Result<void>());
}

void MemoryStore::loadOutbox(QObject *context,
                             std::function<void(Result<QVector<OutboxEntry>>)> done)
{
    deliver(context, std::move(done), Result(account().outbox));
}

void MemoryStore::addOutbox(const OutboxEntry &entry, QObject *context, Done done)
{
    QVector<OutboxEntry> &outbox = account().outbox;
    const auto known = findEntry(outbox, entry.tempId);
    if (known == outbox.end())
        outbox.append(entry);
    else
        *known = entry;
    deliver(context, std::move(done), Result<void>());
}

void MemoryStore::removeOutbox(const TempId &id, QObject *context, Done done)
{
    account().outbox.removeIf([&](const OutboxEntry &entry) { return entry.tempId == id; });
    deliver(context, std::move(done), Result<void>());
}

void MemoryStore::loadDrafts(QObject *context, std::function<void(Result<Drafts>)> done)
{
    deliver(context, std::move(done), Result(account().drafts));
}

void MemoryStore::loadDraft(const ConversationId &conversation, QObject *context,
                            std::function<void(Result<QString>)> done)
{
    deliver(context, std::move(done), Result(account().drafts.value(conversation)));
}

void MemoryStore::saveDraft(const ConversationId &conversation, const QString &text,
                            QObject *context, Done done)
{
    if (text.isEmpty())
        account().drafts.remove(conversation);
    else
        account().drafts.insert(conversation, text);
    deliver(context, std::move(done), Result<void>());
}

void MemoryStore::removeDraft(const ConversationId &conversation, QObject *context, Done done)
{
    saveDraft(conversation, {}, context, std::move(done));
}

} // namespace suhbat
