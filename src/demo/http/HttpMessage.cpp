#include "demo/http/HttpMessage.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace suhbat::demo {

QByteArray HttpRequest::header(const char *name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

bool HttpRequest::wantsClose() const
{
    return header("Connection").toLower().contains("close");
}

HttpReply HttpReply::json(int status, const QJsonValue &value)
{
    const QJsonDocument document =
        value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    return {
        status, {{"Content-Type", "application/json"}}, document.toJson(QJsonDocument::Compact)};
}

HttpReply HttpReply::html(int status, const QByteArray &page)
{
    return {status, {{"Content-Type", "text/html; charset=UTF-8"}}, page};
}

HttpReply HttpReply::empty(int status)
{
    return {status, {}, {}};
}

QByteArray reasonPhrase(int status)
{
    switch (status) {
    case 100:
        return "Continue";
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 204:
        return "No Content";
    case 302:
        return "Found";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 408:
        return "Request Timeout";
    case 409:
        return "Conflict";
    case 413:
        return "Payload Too Large";
    case 419:
        return "Page Expired";
    case 422:
        return "Unprocessable Content";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 500:
        return "Internal Server Error";
    case 502:
        return "Bad Gateway";
    case 503:
        return "Service Unavailable";
    case 504:
        return "Gateway Timeout";
    default:
        return "Status";
    }
}

} // namespace suhbat::demo
