#pragma once

#include "demo/rest/DemoCapabilities.h"
#include "demo/rest/Router.h"

#include <optional>

namespace suhbat::demo {

class Chat;

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
    /// 422 for what is wrong with text, files or the message answered; nothing when all is well.
    std::optional<ApiAnswer> invalidSend(const ApiCall &call, const QString &body, qint64 replyTo,
                                         const QList<FormPart> &files) const;
    /// 404 or 403, or nothing when the caller takes part in the conversation.
    std::optional<ApiAnswer> denial(const ApiCall &call) const;

    Chat &m_chat;
    const Capabilities &m_capabilities;
};

} // namespace suhbat::demo
