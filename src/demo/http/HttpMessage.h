#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <QList>
#include <QString>
#include <QUrlQuery>

#include <utility>

namespace suhbat::demo {

using HttpHeaders = QList<std::pair<QByteArray, QByteArray>>;

/// One parsed HTTP/1.1 request.
struct HttpRequest
{
    QByteArray method;
    QString path; ///< percent-decoded, without the query
    QUrlQuery query;
    HttpHeaders headers; ///< in wire order, names as sent
    QByteArray body;

    /// The first header of that name (any case), or an empty array.
    QByteArray header(const char *name) const;
    bool wantsClose() const;
};

/// What goes back. Content-Length and Connection are added when it is written.
struct HttpReply
{
    int status = 200;
    HttpHeaders headers;
    QByteArray body;

    static HttpReply json(int status, const QJsonValue &value);
    static HttpReply html(int status, const QByteArray &page);
    static HttpReply empty(int status);
};

/// "Too Many Requests" for 429 and so on.
QByteArray reasonPhrase(int status);

} // namespace suhbat::demo
