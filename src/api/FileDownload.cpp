#include "api/FileDownload.h"

#include "api/HttpClient.h"
#include "api/ReplyErrors.h"
#include "base/Logging.h"
#include "wire/Errors.h"

#include <QNetworkReply>

namespace suhbat {

namespace {

constexpr int mostRedirects = 5;
constexpr qint64 buffered = 1024 * 1024;
constexpr qint64 longestRefusal = 64 * 1024;

Error diskError(const QFile &file)
{
    Error error =
        Error::make(Error::Kind::Storage,
                    QStringLiteral("a download cannot be written: ") + file.errorString());
    error.storage =
        file.error() == QFileDevice::ResourceError ? StorageProblem::Full : StorageProblem::Other;
    return error;
}

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

} // namespace

FileDownload::FileDownload(HttpClient &http, FileRequest request, QObject *parent)
    : QObject(parent), m_http(http), m_request(std::move(request)), m_file(m_request.path)
{
    m_silence.setSingleShot(true);
    connect(&m_silence, &QTimer::timeout, this, [this] {
        fail(Error::make(Error::Kind::Timeout,
                         QStringLiteral("nothing came for %1 ms").arg(m_request.silence.count())));
    });
}

FileDownload::~FileDownload()
{
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
        delete m_reply;
    }
    if (!m_whole && m_file.isOpen())
        m_file.remove();
}

void FileDownload::begin(Ended ended)
{
    m_ended = std::move(ended);
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Truncate)) {
        // Nobody is called before this returns.
        QMetaObject::invokeMethod(
            this, [this] { end(diskError(m_file)); }, Qt::QueuedConnection);
        return;
    }
    m_file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    ask(m_request.url);
}

void FileDownload::ask(const QUrl &url)
{
    m_reply = m_http.fetch(url);
    m_reply->setParent(this);
    m_reply->setReadBufferSize(buffered);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &FileDownload::onHead);
    connect(m_reply, &QNetworkReply::readyRead, this, &FileDownload::onBytes);
    connect(m_reply, &QNetworkReply::finished, this, &FileDownload::onFinished);
    m_silence.start(m_request.silence);
}

int FileDownload::status() const
{
    return m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

void FileDownload::onHead()
{
    const qint64 size = m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
    if (status() / 100 == 2 && size > m_request.mostBytes)
        fail(
            Error::make(Error::Kind::TooLarge, QStringLiteral("%1 bytes are announced").arg(size)));
}

void FileDownload::onBytes()
{
    m_silence.start(m_request.silence);
    const QByteArray bytes = m_reply->readAll();
    if (status() / 100 != 2) {
        m_refusal += bytes.left(longestRefusal - m_refusal.size());
        return;
    }
    m_got += bytes.size();
    if (m_got > m_request.mostBytes)
        return fail(Error::make(Error::Kind::TooLarge, QStringLiteral("more bytes than allowed")));
    if (m_file.write(bytes) != bytes.size())
        return fail(diskError(m_file));
    if (m_request.progress) {
        const QVariant total = m_reply->header(QNetworkRequest::ContentLengthHeader);
        m_request.progress(m_got, total.isValid() ? total.toLongLong() : -1);
    }
}

void FileDownload::onFinished()
{
    if (m_reply->bytesAvailable() > 0)
        onBytes();
    if (!m_ended)
        return;
    m_silence.stop();
    QNetworkReply *const reply = std::exchange(m_reply, nullptr);
    reply->deleteLater();
    const int code = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QString what = QStringLiteral("GET ") + reply->url().path(QUrl::FullyEncoded);
    if (isRedirect(code))
        return redirect(reply->url(), reply->rawHeader("Location"));
    if (code >= 300) {
        const auto json = JsonValue::parse(m_refusal);
        Error error = wire::decodeError(code, json ? *json : JsonValue(), m_http.language());
        error.detail.prepend(what + QStringLiteral(": "));
        return end(error);
    }
    if (code == 0 || reply->error() != QNetworkReply::NoError)
        return end(networkError(*reply, what));
    if (!m_file.flush())
        return end(diskError(m_file));
    end({});
}

void FileDownload::redirect(const QUrl &from, const QByteArray &location)
{
    const QUrl to = from.resolved(QUrl::fromEncoded(location));
    const bool web = to.scheme() == QLatin1String("https") ||
                     (to.scheme() == QLatin1String("http") && from.scheme() == to.scheme());
    if (!web || to.host().isEmpty() || ++m_redirects > mostRedirects)
        return end(
            Error::make(Error::Kind::BadResponse, QStringLiteral("a redirect that leads nowhere")));
    if (!m_request.elsewhere && !m_http.server().isOwnOrigin(to))
        return end(Error::make(Error::Kind::Forbidden,
                               QStringLiteral("a redirect to the foreign host ") + to.host()));
    m_refusal.clear();
    ask(to);
}

void FileDownload::fail(const Error &error)
{
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
        std::exchange(m_reply, nullptr)->deleteLater();
    }
    end(error);
}

void FileDownload::end(const Result<void> &result)
{
    if (!m_ended)
        return;
    m_silence.stop();
    m_whole = bool(result);
    if (!result) {
        qCInfo(lcApi).noquote() << "download:" << result.error().detail;
        if (m_file.isOpen())
            m_file.remove();
    }
    m_file.close();
    std::exchange(m_ended, {})(result);
}

} // namespace suhbat
