#pragma once

#include "base/Clock.h"
#include "base/Result.h"

#include <QFile>
#include <QObject>
#include <QTimer>
#include <QUrl>

#include <functional>

class QNetworkReply;

namespace suhbat {

class HttpClient;

/// A file to be fetched: from where to where, and what it may cost.
struct FileRequest
{
    QUrl url;     ///< absolute http(s)
    QString path; ///< where the bytes go; what is there is overwritten
    qint64 mostBytes = 0;
    /// Whether a redirect may lead away from the server's own origin. It never takes the token
    /// along.
    bool elsewhere = false;
    /// How long there may be no sign of life.
    Milliseconds silence{30000};
    /// Bytes that came, bytes in all; those are -1 as long as nobody knows.
    std::function<void(qint64 got, qint64 total)> progress = {};
};

/// One file on its way from a server to the disk, with limits of size and silence. The token goes
/// to the server's own origin alone, redirect by redirect. Owns the reply. Errors: those of a
/// request; TooLarge; Forbidden for a redirect that must not be followed; Storage. Then nothing is
/// left on the disk, nor when this object dies before the end.
class FileDownload : public QObject
{
    Q_OBJECT

public:
    using Ended = std::function<void(Result<void>)>;

    FileDownload(HttpClient &http, FileRequest request, QObject *parent);
    ~FileDownload() override;

    /// `ended` is called once, from the event loop, unless this object dies before.
    void begin(Ended ended);

private:
    void ask(const QUrl &url);
    void onHead();
    void onBytes();
    void onFinished();
    void redirect(const QUrl &from, const QByteArray &location);
    void fail(const Error &error);
    void end(const Result<void> &result);
    int status() const;

    HttpClient &m_http;
    FileRequest m_request;
    QFile m_file;
    QByteArray m_refusal; ///< what came with a status that is no success, as much as is read of it
    QNetworkReply *m_reply = nullptr;
    QTimer m_silence;
    Ended m_ended;
    int m_redirects = 0;
    qint64 m_got = 0;
    bool m_whole = false;
};

} // namespace suhbat
