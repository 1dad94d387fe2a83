#pragma once

#include "domain/Message.h"
#include "ModelServer.h"

#include <QHash>

namespace suhbat::fault {

/// What was written, and what the program said of it: the other half of the comparison.
class Books
{
public:
    struct Written
    {
        TempId tempId;
        qint64 conversation = 0;
        QString body;
        bool accepted = false; ///< shown as being sent: from here on it must not be lost
        bool givenUp = false;  ///< discarded by the user, or given back because it was not kept
        std::optional<Message::State> state; ///< as last shown
        bool revived = false; ///< shown as stopped, then on its way without anybody's word
    };
    struct Outcome
    {
        int sent = 0;
        int lost = 0;
        int doubled = 0;
        int undecided = 0;
        int unbounded = 0; ///< of these: on the server, which nobody could tell
        QStringList problems;
    };

    /// What the user writes on another device: nothing of this program's.
    static const QString elsewhere;

    void write(const TempId &id, qint64 conversation, const QString &body);
    /// What the program shows now.
    void see(const QVector<Message> &messages);
    void giveUp(const TempId &id);
    int onTheirWay() const;
    int peak() const { return m_peak; }

    /// The rows of one conversation, oldest first, against the server's.
    static void compareRows(Outcome &outcome, qint64 conversation, const QVector<Message> &shown,
                            const QVector<ModelServer::Row> &server);
    /// Every message sent is there once, or marked. `unbounded`: texts of what was sent without
    /// knowing the newest message (docs/delivery.md); these may be there and be marked.
    void compareSent(Outcome &outcome, qint64 conversation, const QVector<Message> &shown,
                     const QVector<ModelServer::Row> &server, const QStringList &unbounded) const;
    int accepted() const;
    /// Nothing that was shown as failed or undecided may go out by itself, after a restart either.
    void compareStopped(Outcome &outcome) const;

private:
    QVector<Written> m_written;
    QHash<TempId, int> m_rows;
    int m_peak = 0;
};

} // namespace suhbat::fault
