#include "api/ReplyErrors.h"

#include "net/NetworkErrors.h"

#include <QNetworkReply>

namespace suhbat {

namespace {

// Unreachable only where surely nothing of the request has left: it is sent again without a look.
Error::Kind kindOf(QNetworkReply::NetworkError error, const QString &text)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
        return Error::Kind::Unreachable;
    case QNetworkReply::UnknownNetworkError:
        // No route: Qt has no code for it, and its own words are in English here.
        return text.contains(QLatin1String("unreachable"), Qt::CaseInsensitive)
                   ? Error::Kind::Unreachable
                   : Error::Kind::Timeout;
    case QNetworkReply::OperationCanceledError:
        return Error::Kind::Cancelled;
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
        return Error::Kind::BadResponse;
    default:
        // The request was out when the connection broke, or may have been: perhaps it was carried
        // out.
        return Error::Kind::Timeout;
    }
}

} // namespace

Error networkError(const QNetworkReply &reply, const QString &what)
{
    if (auto unreached = net::reachError(reply)) {
        unreached->detail.prepend(what + QStringLiteral(": "));
        return *unreached;
    }
    return Error::make(kindOf(reply.error(), reply.errorString()),
                       QStringLiteral("%1: %2").arg(what, reply.errorString()));
}

} // namespace suhbat
