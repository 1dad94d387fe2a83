#pragma once

// Inside api/ only: what the source files of ChatApi share.

#include "api/ChatApi.h"

#include "base/Deliver.h"

namespace suhbat {

/// An id cannot leave its place in a path.
template<typename IdType>
QString pathSegment(const IdType &id)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(id.toString()));
}

inline QString inboxPath(const ConversationId &id, const char *rest = "")
{
    return QStringLiteral("/inbox/conversations/") + pathSegment(id) + QLatin1String(rest);
}

inline QString inboxPath(const MessageId &id, const char *rest = "")
{
    return QStringLiteral("/inbox/messages/") + pathSegment(id) + QLatin1String(rest);
}

/// True when the server cannot do it: then `done` has been answered for.
template<typename T>
bool ChatApi::lacks(bool Capabilities::*capability, QObject *context, Done<T> &done) const
{
    if (m_capabilities.*capability)
        return false;
    QString name;
    for (const CapabilityName &one : capabilityNames) {
        if (one.member == capability)
            name = QLatin1String(one.name);
    }
    deliver(context, std::move(done),
            Result<T>(Error::make(Error::Kind::Configuration,
                                  QStringLiteral("the server does not offer ") + name)));
    return true;
}

/// Why the first unreadable row of a list could not be read; empty when there is none.
template<typename T>
QString skippedIn(const Result<T> &decoded)
{
    if constexpr (requires(const T &value) { value.skippedWhy; })
        return decoded ? decoded->skippedWhy : QString();
    else
        return {};
}

template<typename T, typename Decode>
void ChatApi::call(HttpRequest request, QObject *context, Done<T> done, Decode decode)
{
    m_http.send(request, context,
                [self = QPointer<ChatApi>(this), done = std::move(done),
                 decode = std::move(decode)](Result<HttpReply> reply) {
                    if (!done)
                        return;
                    if (!reply) {
                        done(reply.error());
                        return;
                    }
                    Result<T> decoded = decode(reply->json);
                    if (self)
                        self->noteUnknown(reply->json, skippedIn(decoded));
                    if (decoded) {
                        done(std::move(decoded));
                        return;
                    }
                    Error error = decoded.error();
                    error.status = reply->status;
                    done(std::move(error));
                });
}

} // namespace suhbat
