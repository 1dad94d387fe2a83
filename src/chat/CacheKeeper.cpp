#include "chat/CacheKeeper.h"

#include "base/Logging.h"
#include "store/AccountStore.h"

#include <iterator>
#include <limits>

namespace suhbat {

namespace {

const QString openKey = QStringLiteral("open-conversation");

QVector<Message> valueOrNone(const Result<QVector<Message>> &messages)
{
    if (messages)
        return *messages;
    qCInfo(lcChat) << "messages not read:" << messages.error().detail;
    return {};
}

} // namespace

CacheKeeper::CacheKeeper(AccountStore &store, const ConversationBook &book, QObject *parent)
    : QObject(parent), m_store(store), m_book(book)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(debounce);
    connect(&m_timer, &QTimer::timeout, this, [this] { write(pieceSize); });
    connect(&book, &ConversationBook::changed, this, [this](const ConversationId &id) {
        if (m_running && !m_restoring) {
            m_rows.insert(id);
            writeSoon();
        }
    });
    connect(&store, &AccountStore::cacheRebuilt, this, [this] {
        if (!m_running)
            return;
        const auto known = m_book.ids();
        m_rows = {known.cbegin(), known.cend()};
        m_people.clear();
        writeSoon();
        Q_EMIT lost();
    });
    connect(&book, &ConversationBook::removed, this, [this](const ConversationId &id) {
        if (m_running)
            forget(id);
    });
}

CacheKeeper::~CacheKeeper()
{
    m_timer.disconnect(this);
    m_book.disconnect(this);
    m_store.disconnect(this);
}

void CacheKeeper::start()
{
    m_running = true;
    const int generation = ++m_generation;
    m_store.loadConversations(
        this, [this, generation](const Result<QVector<ConversationRow>> &rows) {
            if (generation != m_generation)
                return;
            if (!rows)
                qCInfo(lcChat) << "conversations not read:" << rows.error().detail;
            m_restoring = true;
            Q_EMIT conversationsRestored(rows ? *rows : QVector<ConversationRow>());
            m_restoring = false;
        });
    m_store.loadState(openKey, this, [this, generation](const Result<QString> &open) {
        if (generation == m_generation)
            Q_EMIT openRestored(open ? ConversationId(*open) : ConversationId());
    });
}

void CacheKeeper::stop()
{
    flush();
    ++m_generation;
    m_running = false;
    m_rows.clear();
    m_messages.clear();
    m_people.clear();
    m_newPeople.clear();
}

void CacheKeeper::writeSoon()
{
    // Not restarted: a flood of events must not keep it from the disk.
    if (!m_timer.isActive())
        m_timer.start();
}

void CacheKeeper::flush()
{
    write(std::numeric_limits<int>::max());
}

// The newest of a conversation first. What is over `most` waits until these are on the disk, so
// that a message that is sent meanwhile, or a page of another conversation, comes in between.
void CacheKeeper::write(int most)
{
    m_timer.stop();
    const auto done = [this](const Result<void> &result) { written(result); };
    QVector<ConversationRow> rows;
    for (const ConversationId &id : std::exchange(m_rows, {})) {
        if (const ConversationRow *row = m_book.find(id))
            rows.append(*row);
    }
    QVector<User> people;
    for (const UserId &id : std::exchange(m_newPeople, {}))
        people.append(m_people.value(id));
    QVector<Message> messages;
    bool more = false;
    for (auto ofOne = m_messages.begin(); ofOne != m_messages.end();) {
        // An event may know a conversation before the list does: its messages wait for the row.
        if (!m_book.contains(ofOne.key())) {
            ++ofOne;
            continue;
        }
        for (auto newest = ofOne->end(); newest != ofOne->begin() && messages.size() < most;) {
            newest = std::prev(newest);
            messages.append(newest->second);
            newest = ofOne->erase(newest);
        }
        more = more || !ofOne->empty();
        ofOne = ofOne->empty() ? m_messages.erase(ofOne) : std::next(ofOne);
    }
    if (!rows.isEmpty())
        m_store.upsertConversations(rows, this, done);
    if (!people.isEmpty())
        m_store.upsertPeople(people, this, done);
    if (!messages.isEmpty())
        m_store.upsertMessages(messages, this, [this, more](const Result<void> &result) {
            written(result);
            if (more && m_running)
                writeSoon();
        });
}

void CacheKeeper::written(const Result<void> &result)
{
    if (!result && !m_failing)
        qCInfo(lcChat) << "nothing is kept for the next start:" << result.error().detail;
    m_failing = !result.ok();
}

void CacheKeeper::loadLatest(const ConversationId &conversation)
{
    const int generation = m_generation;
    m_store.loadLatest(conversation, pageSize, this,
                       [=, this](const Result<QVector<Message>> &messages) {
                           if (generation == m_generation)
                               Q_EMIT messagesRestored(conversation, valueOrNone(messages));
                       });
}

void CacheKeeper::keep(const Timeline::Changes &changes)
{
    for (const Timeline::Change &change : changes)
        keep(change.messages);
}

void CacheKeeper::keep(const QVector<Message> &messages)
{
    for (const Message &message : messages) {
        if (message.id.isEmpty())
            continue;
        m_messages[message.conversationId].insert_or_assign(message.id, message);
        keepPerson(message.sender);
        writeSoon();
    }
}

void CacheKeeper::keepPerson(const User &person)
{
    if (person.id.isEmpty() || m_people.value(person.id) == person)
        return;
    m_people.insert(person.id, person);
    m_newPeople.insert(person.id);
    writeSoon();
}

void CacheKeeper::forget(const ConversationId &conversation)
{
    m_rows.remove(conversation);
    m_messages.remove(conversation);
    m_store.removeConversation(conversation, this,
                               [this](const Result<void> &result) { written(result); });
}

void CacheKeeper::forget(const ConversationId &conversation, const QVector<MessageId> &ids)
{
    for (auto waiting = m_messages.begin(); waiting != m_messages.end(); ++waiting) {
        if (!conversation.isEmpty() && waiting.key() != conversation)
            continue;
        for (const MessageId &id : ids)
            waiting->erase(id);
    }
    m_store.removeMessages(conversation, ids, this,
                           [this](const Result<void> &result) { written(result); });
}

bool CacheKeeper::isKeeping(const ConversationId &conversation) const
{
    return m_running && !m_failing && m_book.contains(conversation);
}

void CacheKeeper::retain(const ConversationId &conversation, const QVector<MessageId> &ids)
{
    m_store.retainMessages(conversation, ids, this,
                           [this](const Result<void> &result) { written(result); });
}

void CacheKeeper::setOpen(const ConversationId &conversation)
{
    m_store.saveState(openKey, conversation.toString(), this,
                      [this](const Result<void> &result) { written(result); });
}

} // namespace suhbat
