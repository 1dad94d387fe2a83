#pragma once

#include "demo/rest/Router.h"

namespace suhbat::demo {

class Chat;
class Faults;

/// Contacts, the two conversation lists, opening and showing a conversation (endpoints 11-15).
class ConversationEndpoints
{
public:
    ConversationEndpoints(Chat &chat, const Faults &faults, int perPage);

    void addTo(Router &router);

private:
    ApiAnswer contacts(const ApiCall &call) const;
    ApiAnswer list(const ApiCall &call, bool direct) const;
    ApiAnswer findOrCreate(const ApiCall &call) const;
    ApiAnswer details(const ApiCall &call) const;
    QJsonObject row(const ApiCall &call, const Conversation &conversation) const;
    ApiAnswer paged(const ApiCall &call, const QJsonArray &rows) const;

    Chat &m_chat;
    const Faults &m_faults;
    int m_perPage;
};

} // namespace suhbat::demo
