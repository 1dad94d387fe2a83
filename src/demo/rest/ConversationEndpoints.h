#pragma once

#include "demo/rest/DemoCapabilities.h"
#include "demo/rest/Router.h"

#include <optional>

namespace suhbat::demo {

class Chat;
class Faults;

/// Contacts, the two conversation lists, opening and showing a conversation (endpoints 11-15).
class ConversationEndpoints
{
public:
    ConversationEndpoints(Chat &chat, const Faults &faults, const Capabilities &capabilities,
                          int perPage);

    void addTo(Router &router);

private:
    ApiAnswer contacts(const ApiCall &call) const;
    ApiAnswer list(const ApiCall &call, bool direct) const;
    ApiAnswer findOrCreate(const ApiCall &call) const;
    ApiAnswer details(const ApiCall &call) const;
    /// Leaves the page asked for in `history`; nothing when the whole was asked for.
    std::optional<bool> cutToPage(const ApiCall &call, QList<Message> &history) const;
    QJsonObject row(const ApiCall &call, const Conversation &conversation) const;
    ApiAnswer paged(const ApiCall &call, const QJsonArray &rows) const;

    Chat &m_chat;
    const Faults &m_faults;
    const Capabilities &m_capabilities;
    int m_perPage;
};

} // namespace suhbat::demo
