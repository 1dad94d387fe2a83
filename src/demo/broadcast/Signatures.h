#pragma once

#include "demo/broadcast/Broadcaster.h"

#include <QUrlQuery>

namespace suhbat::demo {

/// The HMAC signatures of the Pusher protocol (test vectors in tests/fixtures/demo).
namespace signatures {

/// HMAC-SHA256 as lower-case hex.
QByteArray hmac(const QByteArray &secret, const QByteArray &text);

/// "KEY:SIGNATURE" for a private channel, or for a presence channel with its channel_data.
QString channelAuth(const AppCredentials &app, const QString &socketId, const QString &channel,
                    const QString &channelData = {});

/// The query of a signed REST call: auth_key, auth_timestamp, auth_version, body_md5 (when there
/// is a body), the other items given, and auth_signature.
QUrlQuery signedQuery(const AppCredentials &app, const QByteArray &method, const QString &path,
                      const QByteArray &body, qint64 timestamp, const QUrlQuery &others = {});

/// Whether a REST call that came in carries the right signature.
bool isSigned(const AppCredentials &app, const QByteArray &method, const QString &path,
              const QByteArray &body, const QUrlQuery &query);

} // namespace signatures

} // namespace suhbat::demo
