#include "CrashStore.h"

#include "base/Deliver.h"
#include "store/sqlite/OutboxTruth.h"

#include <QPointer>
#include <QTimer>

#include <utility>

namespace suhbat::fault {

namespace {

Result<void> noRoom()
{
    return Error::make(Error::Kind::Storage, QStringLiteral("full"));
}

} // namespace

CrashStore::CrashStore(MemoryStore &disk, QSet<TempId> &unwritten, Chance &chance)
    : m_disk(disk), m_unwritten(unwritten), m_chance(chance)
{}

CrashStore::~CrashStore() = default;

void CrashStore::die()
{
    m_dead = true;
    m_waiting.clear();
}

void CrashStore::later(std::function<void()> change)
{
    if (m_dead)
        return;
    m_waiting.push_back(std::move(change));
    if (m_waiting.size() == 1)
        QTimer::singleShot(m_chance.time(0, 4), this, &CrashStore::step);
}

void CrashStore::step()
{
    if (m_dead)
        return;
    const auto change = std::move(m_waiting.front());
    m_waiting.pop_front();
    change();
    if (!m_waiting.empty())
        QTimer::singleShot(m_chance.time(0, 4), this, &CrashStore::step);
}

void CrashStore::open(const QString &serverKey, const UserId &user, QObject *context, Done done)
{
    later([=, this, to = QPointer<QObject>(context)] { m_disk.open(serverKey, user, to, done); });
}

void CrashStore::addOutbox(const OutboxEntry &entry, QObject *context, Done done)
{
    later([=, this, to = QPointer<QObject>(context)] {
        if (full) {
            if (entry.state != Message::State::Sending)
                m_unwritten.insert(entry.tempId);
            deliver(to.data(), done, noRoom());
            return;
        }
        m_unwritten.remove(entry.tempId);
        if (onOutbox)
            onOutbox(entry);
        m_disk.addOutbox(entry, to, done);
    });
}

void CrashStore::clear(Clear what, QObject *context, Done done)
{
    later([=, this, to = QPointer<QObject>(context)] { m_disk.clear(what, to, done); });
}

void CrashStore::loadConversations(QObject *context,
                                   std::function<void(Result<QVector<ConversationRow>>)> done)
{
    later([=, this, to = QPointer<QObject>(context)] { m_disk.loadConversations(to, done); });
}

void CrashStore::upsertConversations(const QVector<ConversationRow> &rows, QObject *context,
                                     Done done)
{
    later(
        [=, this, to = QPointer<QObject>(context)] { m_disk.upsertConversations(rows, to, done); });
}

void CrashStore::removeConversation(const ConversationId &id, QObject *context, Done done)
{
    later([=, this, to = QPointer<QObject>(context)] { m_disk.removeConversation(id, to, done); });
}

void CrashStore::loadLatest(const ConversationId &conversation, int count, QObject *context,
                            Messages done)
{
    later([=, this, to = QPointer<QObject>(context)] {
        m_disk.loadLatest(conversation, count, to, done);
    });
}

void CrashStore::loadBefore(const ConversationId &conversation, const MessageId &before, int count,
                            QObject *context, Messages done)
{
    later([=, this, to = QPointer<QObject>(context)] {
        m_disk.loadBefore(conversation, before, count, to, done);
    });
}

void CrashStore::loadAfter(const ConversationId &conversation, const MessageId &after, int count,
                           QObject *context, Messages done)
{
    later([=, this, to = QPointer<QObject>(context)] {
        m_disk.loadAfter(conversation, after, count, to, done);
    });
}

void CrashStore::loadAround(const ConversationId &conversation, const MessageId &id, int each,
                            QObject *context, Messages done)
{
    later([=, this, to = QPointer<QObject>(context)] {
        m_disk.loadAround(conversation, id, each, to, done);
    });
}

void CrashStore::retainMessages(const ConversationId &conversation, const QVector<MessageId> &ids,
                                QObject *context, Done done)
{
    later([=, this, to = QPointer<QObject>(context)] {
        m_disk.retainMessages(conversation, ids, to, done);
    });
}

void CrashStore::upsertMessages(const QVector<Message> &messages, QObject *context, Done done)
{
    later(
        [=, this, to = QPointer<QObject>(context)] { m_disk.upsertMessages(messages, to, done); });
}

void CrashStore::removeMessages(const ConversationId &conversation, const QVector<MessageId> &ids,
                                QObject *context, Done done)
{
    later([=, this, to = QPointer<QObject>(context)] {
        m_disk.removeMessages(conversation, ids, to, done);
    });
}

void CrashStore::search(const MessageQuery &query, QObject *context, Messages done)
{
    later([=, this, to = QPointer<QObject>(context)] { m_disk.search(query, to, done); });
}

void CrashStore::loadPeople(QObject *context, std::function<void(Result<QVector<User>>)> done)
{
    later([=, this, to = QPointer<QObject>(context)] { m_disk.loadPeople(to, done); });
}

void CrashStore::upsertPeople(const QVector<User> &people, QObject *context, Done done)
{
    later([=, this, to = QPointer<QObject>(context)] { m_disk.upsertPeople(people, to, done); });
}

void CrashStore::loadState(const QString &key, QObject *context,
                           std::function<void(Result<QString>)> done)
{
    later([=, this, to = QPointer<QObject>(context)] { m_disk.loadState(key, to, done); });
}

void CrashStore::saveState(const QString &key, const QString &value, QObject *context, Done done)
{
    later([=, this, to = QPointer<QObject>(context)] { m_disk.saveState(key, value, to, done); });
}

void CrashStore::removeOutbox(const TempId &id, QObject *context, Done done)
{
    later([=, this, to = QPointer<QObject>(context)] {
        if (full) {
            m_unwritten.insert(id);
            deliver(to.data(), done, noRoom());
            return;
        }
        m_unwritten.remove(id);
        m_disk.removeOutbox(id, to, done);
    });
}

void CrashStore::loadOutbox(QObject *context,
                            std::function<void(Result<QVector<OutboxEntry>>)> done)
{
    later([=, this, to = QPointer<QObject>(context)] {
        m_disk.loadOutbox(to, [=, this](Result<QVector<OutboxEntry>> rows) {
            if (!m_unwritten.isEmpty() && rows) {
                const auto onDisk = std::exchange(*rows, sql::OutboxTruth::stopped(*rows));
                if (!full)
                    m_unwritten.clear();
                for (qsizetype i = 0; i < onDisk.size(); ++i) {
                    if (!full)
                        m_disk.addOutbox(rows->at(i));
                    else if (onDisk.at(i).state == Message::State::Sending)
                        m_unwritten.insert(onDisk.at(i).tempId);
                }
            }
            done(rows);
        });
    });
}

void CrashStore::loadDrafts(QObject *context, std::function<void(Result<Drafts>)> done)
{
    later([=, this, to = QPointer<QObject>(context)] { m_disk.loadDrafts(to, done); });
}

void CrashStore::loadDraft(const ConversationId &conversation, QObject *context,
                           std::function<void(Result<QString>)> done)
{
    later([=, this, to = QPointer<QObject>(context)] { m_disk.loadDraft(conversation, to, done); });
}

void CrashStore::saveDraft(const ConversationId &conversation, const QString &text,
                           QObject *context, Done done)
{
    later([=, this, to = QPointer<QObject>(context)] {
        m_disk.saveDraft(conversation, text, to, done);
    });
}

void CrashStore::removeDraft(const ConversationId &conversation, QObject *context, Done done)
{
    later(
        [=, this, to = QPointer<QObject>(context)] { m_disk.removeDraft(conversation, to, done); });
}

} // namespace suhbat::fault
