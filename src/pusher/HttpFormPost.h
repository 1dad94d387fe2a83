#pragma once

#include "base/Clock.h"
#include "base/JsonReader.h"
#include "base/Result.h"

#include <QHash>
#include <QMap>
#include <QPair>
#include <QUrl>
#include <QVector>

#include <functional>

class QNetworkAccessManager;
class QNetworkReply;
class QObject;

namespace suhbat::pusher {

/// Asks a back end for a signature: posts a form, reads JSON with a usable `auth` (statements
/// 85-90). The common part of HttpChannelAuthorizer and HttpUserAuthenticator.
class HttpFormPost
{
public:
    using Fields = QVector<QPair<QString, QString>>;
    using Done = std::function<void(Result<JsonValue>)>;

    /// An endpoint without a path gets `defaultPath`. `network` must outlive this object; so must
    /// the event loop that runs it. A net::NetworkManager brings time-out, user agent of its
    /// settings.
    HttpFormPost(QNetworkAccessManager &network, QUrl endpoint, const char *defaultPath);

    /// "Authorization: Bearer TOKEN" with every later request (86); empty: none.
    void setBearerToken(const QByteArray &token);
    /// A header of every later request. Values are never logged.
    void setHeader(const QByteArray &name, const QByteArray &value);
    /// A further form field of every later request.
    void setParameter(const QString &name, const QString &value);
    /// From the request to the end of its answer; 30 s unless set here or there.
    void setTimeout(Milliseconds timeout) { m_timeout = timeout; }

    /// `done` exactly once, later, on the thread of `context`; not at all when that died.
    void post(const Fields &fields, QObject *context, Done done);

    /// 2xx with a usable `auth` is success; anything else an Error with that status.
    static Result<JsonValue> fromAnswer(int status, QByteArrayView body);

private:
    static Result<JsonValue> fromReply(QNetworkReply &reply);

    QNetworkAccessManager &m_network;
    QUrl m_endpoint;
    QHash<QByteArray, QByteArray> m_headers;
    QMap<QString, QString> m_parameters;
    Milliseconds m_timeout{30000};
};

} // namespace suhbat::pusher
