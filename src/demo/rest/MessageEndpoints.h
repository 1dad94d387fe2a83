#pragma once

#include "demo/rest/Router.h"

#include <optional>

namespace suhbat::demo {

class Chat;

/// The extensions of section 7 that this back end offers.
struct Capabilities
{
    bool typing = true;
    bool tempId = true;
    bool idempotentSend = false; ///< a repeated tempId answers with the first message
};

/// Sending, reading, typing and files (endpoints 16-18, 20 and the typing extension).
class MessageEndpoints
{
public:
    MessageEndpoints(Chat &chat, const Capabilities &capabilities);

    void addTo(Router &router);

private:
    ApiAnswer send(const ApiCall &call) const;
    ApiAnswer markRead(const ApiCall &call) const;
    ApiAnswer readAll(const ApiCall &call) const;
    ApiAnswer typing(const ApiCall &call) const;
    ApiAnswer download(const ApiCall &call) const;
    ApiAnswer preview(const ApiCall &call) const;
    QJsonObject sentReply(const ApiCall &call, const Message &message) const;
    /// 404 or 403, or nothing when the caller takes part in the conversation.
    std::optional<ApiAnswer> denial(const ApiCall &call) const;

    Chat &m_chat;
    const Capabilities &m_capabilities;
};

} // namespace suhbat::demo
