#pragma once

#include "base/Backoff.h"
#include "base/Ids.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>
#include <QVector>

#include <optional>

namespace suhbat {

/// Gathers the others' messages that were really seen, so that one request marks a screenful read.
/// What the server has not confirmed is kept: over failures, outages and an expired session.
class ReadTracker : public QObject
{
    Q_OBJECT

public:
    /// From the last message seen to the request.
    static constexpr Milliseconds debounce{400};
    /// So many ids go into one request at most.
    static constexpr int batchSize = 100;

    explicit ReadTracker(Backoff::Random random = {}, QObject *parent = nullptr);
    ~ReadTracker() override;

    /// An unread message of somebody else is visible in a focused window.
    void seen(const ConversationId &conversation, const MessageId &id);

    enum class Outcome {
        Done,
        Later,  ///< not carried out: they are asked for again
        Refused ///< the server will not have this batch: the rest is sent without the bad one
    };
    /// The request is over. `retryAfter`: what the server asked for with Later.
    void finished(const ConversationId &conversation, const QVector<MessageId> &ids,
                  Outcome outcome, std::optional<std::chrono::seconds> retryAfter = {});
    /// Sends at once what is waiting, as when a conversation is left or the network is back.
    void flush();
    /// The session is over: what was on its way counts as not sent, and waits for the next one.
    void pause();
    /// Another user, or a logout.
    void clear();
    /// Seen here, and the server has not confirmed it.
    bool isPending(const MessageId &id) const { return m_known.contains(id); }
    /// All of those.
    QHash<ConversationId, QVector<MessageId>> pending() const;

Q_SIGNALS:
    void readyToMark(const suhbat::ConversationId &conversation,
                     const QVector<suhbat::MessageId> &ids);
    /// What pending() says is something else now.
    void pendingChanged();

private:
    void send(const ConversationId &conversation, const QVector<MessageId> &ids);
    void refused(const ConversationId &conversation, const QVector<MessageId> &ids);

    Backoff m_backoff;
    QTimer m_timer; // runs only while something waits
    QHash<ConversationId, QVector<MessageId>> m_waiting;
    QHash<MessageId, ConversationId> m_inFlight;
    QSet<MessageId> m_known; // waiting or in flight: never asked for twice
    int m_refusals = 0;      // in a row
};

} // namespace suhbat
