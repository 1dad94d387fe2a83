#pragma once

#include "base/Clock.h"
#include "base/JsonReader.h"

#include <QNetworkReply>
#include <QObject>
#include <QTimer>

#include <functional>

namespace suhbat {

/// A 2xx answer; `json` is undefined when the body was empty.
struct HttpReply
{
    int status = 0;
    JsonValue json;
    qsizetype size = 0; ///< of the text, in bytes
};

/// One request on its way: limits of time and size, and what came of it as a value. Owns the reply.
class HttpExchange : public QObject
{
    Q_OBJECT

public:
    using Ended = std::function<void(Result<HttpReply>)>;

    struct Limits
    {
        Milliseconds timeout{30000}; ///< to the end of the answer, however it drips
        qint64 answerBytes = 16 * 1024 * 1024;
    };

    /// `ended` is called once, from the event loop, unless this object dies before. `language` is
    /// for the server's texts; `what` ("POST /inbox/…") for the log and Error::detail.
    HttpExchange(QNetworkReply *reply, const Limits &limits, QString language, QString what,
                 Ended ended, QObject *parent);
    ~HttpExchange() override;

    /// Bytes of a long body went out: the time-out runs from now.
    void restartTimeout()
    {
        if (m_timeout.isActive())
            m_timeout.start();
    }

private:
    void end();
    void abortBecause(Error::Kind kind, const QString &detail);
    Result<HttpReply> result();

    QNetworkReply *m_reply;
    QString m_language;
    QString m_what;
    Ended m_ended;
    std::optional<Error> m_aborted; ///< why we gave it up ourselves
    QTimer m_timeout;
};

} // namespace suhbat
