#pragma once

#include "base/Backoff.h"
#include "base/Result.h"
#include "domain/Message.h"
#include "store/OutboxStore.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>
#include <QVector>

#include <functional>

namespace suhbat {

class ChatApi;

/// What the user sent and the server has not confirmed yet: first in, first out in a conversation,
/// side by side across conversations. An entry is stored before anybody sees it as sending.
class Outbox : public QObject
{
    Q_OBJECT

public:
    Outbox(ChatApi &api, OutboxStore &store, Backoff::Random random = {},
           QObject *parent = nullptr);
    ~Outbox() override;

    void add(const OutboxEntry &entry);
    /// What the store still has of this user: goes on where it stopped. What was posted before is
    /// looked for first, never simply sent again.
    void restore();
    /// A failed or undecided entry goes to the end of its queue again.
    void retry(const TempId &id);
    void discard(const TempId &id);
    /// The message turned up with the server by another way (echo, page): nothing more to do.
    void settle(const TempId &id);
    /// After undecided(): the history was looked at and the message was not there.
    void giveUp(const TempId &id);
    /// Whatever waits for the network is tried now.
    void resume();
    void clear();
    bool contains(const TempId &id) const { return m_items.contains(id); }

Q_SIGNALS:
    /// Stored: the bubble may show "sending".
    void accepted(const suhbat::OutboxEntry &entry);
    void sending(const suhbat::TempId &id);
    void delivered(const suhbat::TempId &id, const suhbat::Message &message);
    /// The server refused it, in its own words: Retry or Discard is the user's choice.
    void failed(const suhbat::TempId &id, const suhbat::Error &error);
    /// No answer, or one that leaves it open: look into the history, then settle() or giveUp().
    void undecided(const suhbat::TempId &id, const suhbat::ConversationId &conversation,
                   const suhbat::Error &error);

private:
    enum class Phase { Waiting, InFlight, Looking, Stopped };
    struct Item
    {
        OutboxEntry entry;
        Phase phase = Phase::Waiting;
    };
    void pump();
    void pump(const ConversationId &conversation);
    void take(const OutboxEntry &entry);
    void post(const TempId &id);
    void onAnswer(const TempId &id, const Result<Message> &result);
    void drop(const TempId &id);
    void waitBeforeNext(const Error &error);

    ChatApi &m_api;
    OutboxStore &m_store;
    Backoff m_backoff;
    QTimer m_timer; // runs only while something waits for the network
    QHash<TempId, Item> m_items;
    QHash<ConversationId, QVector<TempId>> m_queues; // in the order of sending
    bool m_rateLimited = false; // the timer runs because the server asked for patience
    int m_generation = 0;
};

} // namespace suhbat
