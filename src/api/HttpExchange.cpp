#include "api/HttpExchange.h"

#include "api/ReplyErrors.h"
#include "base/Logging.h"
#include "wire/Errors.h"

#include <QLocale>

namespace suhbat {

namespace {

std::optional<std::chrono::seconds> retryAfterOf(const QNetworkReply &reply)
{
    constexpr qint64 longest = 24 * 3600;
    const QByteArray text = reply.rawHeader("Retry-After").trimmed();
    bool ok = false;
    qint64 seconds = text.toLongLong(&ok);
    if (!ok) {
        QDateTime when = QLocale::c().toDateTime(QString::fromLatin1(text),
                                                 QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
        if (!when.isValid())
            return std::nullopt;
        when.setTimeSpec(Qt::UTC);
        seconds = QDateTime::currentDateTimeUtc().secsTo(when);
    }
    return std::chrono::seconds(std::clamp<qint64>(seconds, 0, longest));
}

} // namespace

HttpExchange::HttpExchange(QNetworkReply *reply, const Limits &limits, QString language,
                           QString what, Ended ended, QObject *parent)
    : QObject(parent)
    , m_reply(reply)
    , m_language(std::move(language))
    , m_what(std::move(what))
    , m_ended(std::move(ended))
{
    m_reply->setParent(this);
    connect(m_reply, &QNetworkReply::finished, this, &HttpExchange::end);
    connect(m_reply, &QNetworkReply::readyRead, this, [this, most = limits.answerBytes] {
        if (m_reply->bytesAvailable() > most)
            abortBecause(Error::Kind::BadResponse,
                         QStringLiteral("the answer is larger than %1 bytes").arg(most));
    });
    m_timeout.setSingleShot(true);
    connect(&m_timeout, &QTimer::timeout, this, [this, limit = limits.timeout] {
        abortBecause(Error::Kind::Timeout,
                     QStringLiteral("no answer within %1 ms").arg(limit.count()));
    });
    m_timeout.start(limits.timeout);
}

HttpExchange::~HttpExchange()
{
    m_timeout.stop();
    m_reply->disconnect(this);
    m_reply->abort();
}

void HttpExchange::abortBecause(Error::Kind kind, const QString &detail)
{
    if (m_aborted)
        return;
    m_aborted = Error::make(kind, m_what + QStringLiteral(": ") + detail);
    m_reply->abort(); // emits finished()
}

void HttpExchange::end()
{
    if (!m_ended)
        return;
    m_timeout.stop();
    Result<HttpReply> outcome = m_aborted ? Result<HttpReply>(*m_aborted) : result();
    if (outcome)
        qCDebug(lcApi).noquote() << m_what << outcome->status;
    else
        qCInfo(lcApi).noquote() << outcome.error().detail;
    const Ended ended = std::exchange(m_ended, {});
    ended(std::move(outcome));
}

Result<HttpReply> HttpExchange::result()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const bool cutShort = m_reply->error() != QNetworkReply::NoError && status < 400;
    const bool askedByProxy = status == 407; // the server never saw the request
    if (status == 0 || cutShort || askedByProxy)
        return networkError(*m_reply, m_what);

    const QByteArray body = m_reply->readAll();
    auto json = JsonValue::parse(body);
    if (status >= 300) {
        Error error = wire::decodeError(status, json ? *json : JsonValue(), m_language);
        error.detail.prepend(m_what + QStringLiteral(": "));
        error.retryAfter = retryAfterOf(*m_reply);
        return error;
    }
    if (body.trimmed().isEmpty())
        return HttpReply{status, {}, 0};
    if (!json) {
        const QString type = m_reply->header(QNetworkRequest::ContentTypeHeader).toString();
        return Error::make(Error::Kind::BadResponse,
                           QStringLiteral("%1: HTTP %2 with %3 instead of JSON")
                               .arg(m_what, QString::number(status), type.left(60)),
                           status);
    }
    return HttpReply{status, std::move(*json), body.size()};
}

} // namespace suhbat
