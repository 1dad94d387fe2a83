#pragma once

#include <QString>
#include <QStringList>

#include <array>

namespace suhbat {

/// What a server can do beyond the contract. Everything is off unless its settings or its own
/// answer (GET /inbox/capabilities) say so.
struct Capabilities
{
    bool typing = false;         ///< POST …/typing
    bool tempId = false;         ///< POST …/messages takes a tempId; answer and event return it
    bool idempotentSend = false; ///< … and the same tempId twice is one message
    bool paging = false;         ///< GET …/conversations/{id} takes before and after
    bool reply = false;          ///< POST …/messages takes reply_to_id
    bool edit = false;           ///< PATCH …/messages/{id}
    bool remove = false;         ///< DELETE …/messages/{id}; servers and settings say "delete"
    bool upload = false;         ///< POST …/messages as multipart, with files
    bool readers = false;        ///< GET …/messages/{id}/readers
    bool groupCreate = false;    ///< POST …/conversations
    bool members = false;        ///< GET …/conversations/{id}/members
    bool presence = false;       ///< presence-conversation.{id}, with whispers
    bool search = false;         ///< GET …/search

    friend bool operator==(const Capabilities &, const Capabilities &) = default;
};

/// One of them: its name in settings and answers, in any case of letters.
struct CapabilityName
{
    const char *name;
    bool Capabilities::*member;
};
/// All of them, in the order of Capabilities.
extern const std::array<CapabilityName, 13> capabilityNames;

/// The member of that name; null for a name that nobody knows.
bool Capabilities::*capabilityNamed(const QString &name);
/// The names of those that are on.
QStringList namesOf(const Capabilities &capabilities);

/// What the settings say of a server's capabilities; it wins over the server's own answer.
struct CapabilitySettings
{
    Capabilities on;
    Capabilities off;
    bool ask = true; ///< whether the server is asked for the others

    /// What holds when the server answered `told`: idempotentSend only together with tempId.
    Capabilities over(const Capabilities &told) const;
};

} // namespace suhbat
