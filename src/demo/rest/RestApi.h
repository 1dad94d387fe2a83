#pragma once

#include "demo/http/HttpConnection.h"
#include "demo/rest/AuthEndpoints.h"
#include "demo/rest/BroadcastingEndpoint.h"
#include "demo/rest/ConversationEndpoints.h"
#include "demo/rest/ExtensionEndpoints.h"
#include "demo/rest/MessageEndpoints.h"

namespace suhbat::demo {

/// The REST half of the back end: finds the endpoint, checks the token, lets the faults happen and
/// sends the reply.
class RestApi : public QObject
{
    Q_OBJECT

public:
    struct Settings
    {
        Capabilities capabilities;
        int perPage = 15;
        AppCredentials app; ///< channel authorisations are signed for this one
    };

    RestApi(Chat &chat, Faults &faults, const Settings &settings, QObject *parent = nullptr);

    void handle(const HttpRequest &request, const HttpResponder &responder);

Q_SIGNALS:
    void loggedIn(qint64 personId);
    void loggedOut(qint64 personId);

private:
    ApiAnswer answer(const HttpRequest &request);
    HttpReply reshaped(const HttpReply &original) const;
    void deliver(const ApiAnswer &answer, const HttpResponder &responder);

    Chat &m_chat;
    Faults &m_faults;
    Settings m_settings;
    AuthEndpoints m_auth;
    ConversationEndpoints m_conversations;
    MessageEndpoints m_messages;
    ExtensionEndpoints m_extensions;
    BroadcastingEndpoint m_broadcasting;
    Router m_router;
};

} // namespace suhbat::demo
