#pragma once

#include "demo/broadcast/Broadcaster.h"
#include "demo/store/Records.h"

#include <QObject>

#include <functional>

namespace suhbat::demo {

class Faults;
struct Storage;

using Clock = std::function<QDateTime()>;

/// What happens in the chat, whoever asked for it: an endpoint, a scripted person or a test.
/// Storing and announcing are apart, so that an endpoint can reply in between.
class Chat : public QObject
{
    Q_OBJECT

public:
    Chat(Storage &storage, Broadcaster &broadcaster, const Faults &faults, Clock clock,
         QObject *parent = nullptr);

    Storage &storage() { return m_storage; }
    QDateTime now() const { return m_clock(); }

    /// Stores a message, as its sender sees it.
    Message store(qint64 senderId, qint64 conversationId, const QString &body,
                  const QString &tempId = {}, qint64 replyTo = 0,
                  const QList<StoredFile> &files = {});
    /// Tells all participants, the sender's other connections included.
    void announce(const Message &message, const QString &tempId = {},
                  const QString &exceptSocketId = {});

    /// Marks those of the messages that this person had not read; gives their ids.
    QList<qint64> markRead(qint64 readerId, const QList<qint64> &messageIds);
    /// Tells the authors.
    void announceRead(qint64 readerId, const QList<qint64> &messageIds);

    /// Tells the other participants.
    void announceTyping(qint64 personId, qint64 conversationId, const QString &exceptSocketId = {});

    /// Other words for a message, and all participants are told.
    Message edit(qint64 messageId, const QString &body);
    void announceUpdated(const Message &message, const QString &exceptSocketId = {});
    /// The message goes, and all participants are told.
    void remove(const Message &message);
    void announceDeleted(const Message &message, const QString &exceptSocketId = {});
    /// Tells all participants of a new conversation.
    void announceCreated(const Conversation &conversation, const QString &exceptSocketId = {});

    static QString userChannel(qint64 personId);

Q_SIGNALS:
    /// After it went out to the clients.
    void messageAnnounced(const suhbat::demo::Message &message);

private:
    static QStringList channelsOf(const Conversation &conversation);
    void publish(const QStringList &channels, const QString &event, const QByteArray &data,
                 const QString &exceptSocketId);

    Storage &m_storage;
    Broadcaster &m_broadcaster;
    const Faults &m_faults;
    Clock m_clock;
};

} // namespace suhbat::demo
