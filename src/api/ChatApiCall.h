#pragma once

// Inside api/ only: the body of ChatApi::call, shared by its two source files.

#include "api/ChatApi.h"

namespace suhbat {

template<typename T, typename Decode>
void ChatApi::call(HttpRequest request, QObject *context, Done<T> done, Decode decode)
{
    m_http.send(request, context,
                [done = std::move(done), decode = std::move(decode)](Result<HttpReply> reply) {
                    if (!done)
                        return;
                    if (!reply) {
                        done(reply.error());
                        return;
                    }
                    Result<T> decoded = decode(reply->json);
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
