#pragma once

#include "base/Clock.h"
#include "base/Ids.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>
#include <QVector>

namespace suhbat {

/// Gathers the others' messages that were really seen, so that one request marks a screenful read.
class ReadTracker : public QObject
{
    Q_OBJECT

public:
    /// From the last message seen to the request.
    static constexpr Milliseconds debounce{400};

    explicit ReadTracker(QObject *parent = nullptr);
    ~ReadTracker() override;

    /// An unread message of somebody else is visible in a focused window.
    void seen(const ConversationId &conversation, const MessageId &id);
    /// The request is over. Without `ok` they wait for the next flush(), as after a reconnect.
    void finished(const ConversationId &conversation, const QVector<MessageId> &ids, bool ok);
    /// Sends at once what is waiting, as when a conversation is left.
    void flush();
    void clear();

Q_SIGNALS:
    void readyToMark(const suhbat::ConversationId &conversation,
                     const QVector<suhbat::MessageId> &ids);

private:
    QTimer m_timer; // runs only while something waits
    QHash<ConversationId, QVector<MessageId>> m_waiting;
    QSet<MessageId> m_known; // waiting or in flight: never asked for twice
};

} // namespace suhbat
