#pragma once

#include "demo/broadcast/Broadcaster.h"
#include "demo/Faults.h"
#include "demo/rest/DemoCapabilities.h"
#include "demo/rest/Router.h"

namespace suhbat::demo {

class Chat;

/// Channel authorisation (endpoint 19), below /api and at the origin.
class BroadcastingEndpoint
{
public:
    BroadcastingEndpoint(Chat &chat, const Faults &faults, const Capabilities &capabilities,
                         const AppCredentials &app);

    void addTo(Router &router);

private:
    ApiAnswer authorize(const ApiCall &call, AuthRoute route) const;
    bool mayListen(const Person &person, const QString &channel) const;

    Chat &m_chat;
    const Faults &m_faults;
    const Capabilities &m_capabilities;
    AppCredentials m_app;
};

} // namespace suhbat::demo
