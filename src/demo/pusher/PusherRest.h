#pragma once

#include "demo/http/HttpMessage.h"

#include <QJsonObject>

namespace suhbat::demo {

class PusherEndpoint;

/// The signed REST API of a Pusher-protocol server (`/apps/ID/…`), as Reverb answers it: with it
/// the embedded endpoint serves other back ends and the `pusher` libraries, too.
class PusherRest
{
public:
    explicit PusherRest(PusherEndpoint &endpoint);

    HttpReply handle(const HttpRequest &request) const;

private:
    HttpReply trigger(const QJsonObject &event) const;
    HttpReply batch(const QJsonObject &body) const;
    HttpReply channels(const HttpRequest &request) const;
    HttpReply channel(const QString &name, const HttpRequest &request) const;
    /// Of the counts named in `info`, those that such a channel has.
    QJsonObject counts(const QString &name, const QString &info) const;
    HttpReply users(const QString &channel) const;

    PusherEndpoint &m_endpoint;
};

} // namespace suhbat::demo
