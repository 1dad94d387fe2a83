#pragma once

// Inside api/ only: what the source files of ChatApi share.

#include "api/ChatApi.h"

#include "base/Deliver.h"
#include "wire/UnknownFields.h"

#include <QPointer>

#include <type_traits>

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
    if constexpr (std::is_void_v<T>)
        return {};
    else if constexpr (requires(const T &value) { value.skippedWhy; })
        return decoded ? decoded->skippedWhy : QString();
    else
        return {};
}

/// Answers up to so many bytes are decoded where they arrive: a few milliseconds at most.
inline constexpr qsizetype largestDecodedHere = 128 * 1024;

inline Error cancelledError()
{
    return Error::make(Error::Kind::Cancelled, QStringLiteral("cancelled"));
}

/// What came of an answer: `status` goes into what is wrong with it.
template<typename T>
Result<T> withStatus(Result<T> decoded, int status)
{
    if (decoded)
        return decoded;
    Error error = decoded.error();
    error.status = status;
    return error;
}

template<typename T, typename Decode>
void ChatApi::call(const HttpRequest &request, QObject *context, Done<T> done, Decode decode)
{
    m_http.send(request, context,
                [self = QPointer<ChatApi>(this), wave = m_cancelled, context,
                 done = std::move(done),
                 decode = std::move(decode)](Result<HttpReply> reply) mutable {
                    if (!done)
                        return;
                    // It may have come just before, and only be told now.
                    if (!self || wave != self->m_cancelled) {
                        done(cancelledError());
                        return;
                    }
                    if (!reply) {
                        done(reply.error());
                        return;
                    }
                    // Called on the context's thread while it lives: it is there now.
                    if (reply->size > largestDecodedHere) {
                        self->decodeAside<T>(std::move(*reply), context, std::move(done),
                                             std::move(decode));
                        return;
                    }
                    Result<T> decoded = decode(reply->json);
                    self->noteUnknown(wire::unknownFields(reply->json), skippedIn(decoded));
                    done(withStatus(std::move(decoded), reply->status));
                });
}

// The whole history of a conversation may come at once: in a thread of its own, however long.
template<typename T, typename Decode>
void ChatApi::decodeAside(HttpReply reply, QObject *context, Done<T> done, Decode decode)
{
    m_decoders.start([this, guard = QPointer<QObject>(context), wave = m_cancelled,
                      reply = std::move(reply), done = std::move(done),
                      decode = std::move(decode)]() mutable {
        Result<T> decoded = decode(reply.json);
        const QStringList unknown = wire::unknownFields(reply.json);
        const QString skipped = skippedIn(decoded);
        Result<T> result = withStatus(std::move(decoded), reply.status);
        reply.json = {};
        QMetaObject::invokeMethod(
            this,
            [this, guard, wave, unknown, skipped, done = std::move(done),
             result = std::move(result)]() mutable {
                noteUnknown(unknown, skipped);
                if (!guard)
                    return;
                if (wave != m_cancelled)
                    result = cancelledError();
                done(std::move(result));
            },
            Qt::QueuedConnection);
    });
}

} // namespace suhbat
