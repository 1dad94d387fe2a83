#include "demo/rest/FailureReplies.h"

#include <QJsonArray>
#include <QJsonObject>

namespace suhbat::demo {

namespace {

HttpReply messageReply(int status, const char *message)
{
    return HttpReply::json(status,
                           QJsonObject{{QStringLiteral("message"), QLatin1String(message)}});
}

HttpReply page(int status, const QByteArray &title)
{
    return HttpReply::html(status, "<!DOCTYPE html><html><head><title>" + title +
                                       "</title></head><body><h1>" + title + "</h1></body></html>");
}

HttpReply invalidReply()
{
    const QString text = QStringLiteral("The body field is invalid.");
    return HttpReply::json(422,
                           QJsonObject{{QStringLiteral("message"), text},
                                       {QStringLiteral("errors"),
                                        QJsonObject{{QStringLiteral("body"), QJsonArray{text}}}}});
}

} // namespace

HttpReply failureReply(Failure failure, int retryAfterSeconds)
{
    switch (failure) {
    case Failure::Unauthenticated:
        return messageReply(401, "Unauthenticated.");
    case Failure::Forbidden:
        return messageReply(403, "");
    case Failure::NotFound:
        return messageReply(404, "No query results for model [App\\Models\\X]");
    case Failure::PageExpired:
        return messageReply(419, "CSRF token mismatch.");
    case Failure::Invalid:
        return invalidReply();
    case Failure::TooManyRequests: {
        HttpReply reply = messageReply(429, "Too Many Attempts.");
        reply.headers.emplaceBack("Retry-After", QByteArray::number(retryAfterSeconds));
        reply.headers.emplaceBack("X-RateLimit-Limit", "60");
        reply.headers.emplaceBack("X-RateLimit-Remaining", "0");
        return reply;
    }
    case Failure::ServerErrorHtml:
        return page(500, "Server Error");
    case Failure::BadGateway:
        return page(502, "502 Bad Gateway");
    case Failure::HtmlInsteadOfJson:
        return page(200, "Welcome");
    case Failure::EmptyBody:
        return HttpReply::empty(200);
    case Failure::BrokenJson:
        return {200, {{"Content-Type", "application/json"}}, "{\"data\":{\"id\":"};
    case Failure::CutBefore:
    case Failure::CutAfter:
    case Failure::NoAnswer:
    case Failure::SilentAfter:
        break;
    }
    return HttpReply::empty(500);
}

} // namespace suhbat::demo
