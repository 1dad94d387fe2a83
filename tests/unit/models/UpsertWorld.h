#pragma once

#include "chat/OutboxMachine.h"
#include "chat/Timeline.h"
#include "models/MessageListModel.h"

#include <QStringList>

#include <map>
#include <memory>
#include <random>

namespace suhbat::test {

/// One conversation between a server of a few lines and the client's upsert, outbox and model, with
/// a network in between that loses, repeats and reorders. Everything follows from the seed.
class UpsertWorld
{
public:
    UpsertWorld(unsigned seed, bool serverKeepsTempIds);

    /// So many random steps, then the network is well again until nothing moves any more.
    void run(int steps);
    /// What is wrong in the end; empty when all is well.
    QString verdict() const;
    MessageListModel &model() { return m_model; }
    int messagesSent() const { return m_sent; }
    int undecided() const;
    /// The server's rows and the client's, for a failure.
    QString describe() const;

private:
    /// On its way between client and server, both ways; arrives in any order.
    struct Parcel
    {
        enum class Kind { Request, Answer, Event, AskPage, Page, AskLook, LookAnswer, DiskAnswer };
        Kind kind = Kind::Event;
        outbox::Ticket ticket = 0;
        OutboxEntry entry;
        Result<Message> answer = Error();
        QVector<Message> messages;
        Instant deadline; ///< of a request: later the server does not see it any more
    };

    int roll(int below) { return int(m_random() % unsigned(below)); }
    void step();
    void userSends();
    void someoneElseWrites();
    Message commit(const User &from, const QString &text, const TempId &temp);
    void deliver(qsizetype index);
    void onRequest(const Parcel &parcel);
    void onDisk(const Parcel &parcel);
    void onLookAnswer(const Parcel &parcel);
    void send(Parcel::Kind kind, outbox::Ticket ticket, const Result<Message> &answer);
    void advance();
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
    void apply(const Timeline::Changes &changes);
    void upsert(const QVector<Message> &messages);

    std::mt19937 m_random;
    const bool m_keepsTempIds;
    bool m_healthy = false; // at the end everything arrives
    int m_sent = 0;
    QHash<QString, int> m_sentTexts;
    Instant m_now;
    QVector<Message> m_server;
    QVector<Parcel> m_parcels;
    QVector<outbox::Action> m_todo;
    bool m_performing = false;
    User m_me;
    User m_kim;
    Timeline m_timeline;
    MessageListModel m_model;
    OutboxMachine m_machine;
};

} // namespace suhbat::test
