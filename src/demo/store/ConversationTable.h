#pragma once

#include "demo/store/Records.h"

namespace suhbat::demo {

class Database;

/// Conversations and who is in them.
class ConversationTable
{
public:
    explicit ConversationTable(const Database &database);

    /// Stores it with its members; an id of 0 takes the next free one. Gives the id.
    qint64 insert(const Conversation &conversation);
    /// Id 0 when there is none.
    Conversation byId(qint64 id) const;
    /// That person's conversations of one kind, the one with the newest message first.
    QList<Conversation> of(qint64 personId, bool direct) const;
    /// The direct conversation of those two, or id 0.
    Conversation direct(qint64 personId, qint64 partnerId) const;

private:
    Conversation withMembers(Conversation conversation) const;

    const Database &m_database;
};

} // namespace suhbat::demo
