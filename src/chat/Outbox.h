#pragma once

#include "chat/OutboxMachine.h"
#include "domain/Conversation.h"
#include "store/OutboxStore.h"

#include <QObject>
#include <QQueue>
#include <QTimer>

#include <memory>

namespace suhbat {

class ChatApi;

/// What the user sent and the server has not confirmed yet: does what OutboxMachine decides, with
/// the disk, the server and a timer.
class Outbox : public QObject
{
    Q_OBJECT

public:
    using NewestKnown = std::function<std::optional<MessageId>(const ConversationId &)>;

    /// `newestKnown` as in OutboxMachine::Options.
    Outbox(ChatApi &api, OutboxStore &store, NewestKnown newestKnown, Clock clock = {},
           Backoff::Random random = {}, QObject *parent = nullptr);
    ~Outbox() override;

    /// Nothing is shown and nothing is sent before it is on the disk.
    /// Files are copied before that. What is added later comes later, however long they take.
    void add(const OutboxEntry &entry);
    /// What the store still has of this user: goes on where it stopped.
    void restore();
    /// A failed or undecided row goes to the end of its queue again.
    void retry(const TempId &id);
    void discard(const TempId &id);
    /// It is not sent, or not known to be, and stays for retry() or discard().
    void stopSending(const TempId &id);
    /// The upsert found it among the server's messages.
    void confirm(const TempId &id, const MessageId &as);
    /// Whatever waits for the network is tried now.
    void resume();
    /// Another user: forgets all that is in memory; the store keeps it.
    void clear();
    bool contains(const TempId &id) const { return m_machine.contains(id); }
    /// Waiting, failed and undecided ones.
    int unsent() const { return m_machine.unsent(); }

Q_SIGNALS:
    /// The bubble looks like this now: showInTimeline().
    void shown(const suhbat::outbox::Show &show);
    void delivered(const suhbat::Message &message);
    /// What was taken for it by its text is another message: Timeline::release().
    void released(const suhbat::TempId &id, const suhbat::ConversationId &conversation);
    /// Not stored, not sent: the text is the composer's again.
    void givenBack(const suhbat::OutboxEntry &entry, const suhbat::Error &error);
    /// Discarded, and gone from the disk.
    void forgotten(const suhbat::TempId &id, const suhbat::ConversationId &conversation);
    /// The history as it is now; to be upserted, and what it has of the outbox confirmed, at once.
    void historySeen(const suhbat::ConversationDetails &details);
    void unsentChanged(int count);
    /// Bytes of a message with files; the same twice: nothing is going out.
    void uploading(const suhbat::TempId &id, qint64 sent, qint64 total);

private:
    void perform(const outbox::Actions &actions);
    void run(const outbox::StoreRow &action);
    void run(const outbox::RemoveRow &action);
    void run(const outbox::Post &action);
    void run(const outbox::Abort &action);
    void run(const outbox::Look &action);
    void run(const outbox::Show &action);
    void run(const outbox::Delivered &action);
    void run(const outbox::Release &action);
    void run(const outbox::GiveBack &action);
    void run(const outbox::Forget &action);
    /// A look that goes through the pages of a history.
    struct LookRun
    {
        outbox::Look wanted;
        outbox::Seen seen;
        int pages = 0;
    };
    void addNext();
    void ask(LookRun run);
    void onPage(LookRun run, const Result<ConversationDetails> &result);
    QObject *contextFor(outbox::Ticket ticket);
    void endRequest(outbox::Ticket ticket);
    Instant now() const { return m_clock.steady(); }
    void learnAbilities();
    void arm();

    ChatApi &m_api;
    OutboxStore &m_store;
    Clock m_clock;
    OutboxMachine m_machine;
    QTimer m_timer;              // runs only while the machine waits for a time
    QQueue<OutboxEntry> m_toAdd; // the first one's files are being copied
    QQueue<outbox::Action> m_todo;
    bool m_performing = false;
    /// The contexts of requests under way; a request ends with its context.
    std::map<outbox::Ticket, std::unique_ptr<QObject>> m_requests;
    int m_generation = 0;
    int m_toldUnsent = 0;
};

} // namespace suhbat
