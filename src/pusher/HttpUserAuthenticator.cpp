#include "pusher/HttpUserAuthenticator.h"

namespace suhbat::pusher {

void HttpUserAuthenticator::authenticate(const QString &socketId, QObject *context, Done done)
{
    m_form.post({{QStringLiteral("socket_id"), socketId}}, context,
                [done = std::move(done)](const Result<JsonValue> &json) {
                    if (!json) {
                        done(json.error());
                        return;
                    }
                    done(UserAuthentication{(*json)["auth"].string().value_or(QString()),
                                            (*json)["user_data"].string().value_or(QString())});
                });
}

} // namespace suhbat::pusher
