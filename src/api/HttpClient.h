#pragma once

#include "api/HttpExchange.h"
#include "api/ServerProfile.h"
#include "api/UploadBody.h"
#include "base/NetworkSettings.h"

#include <QHash>
#include <QNetworkAccessManager>
#include <QPointer>

namespace suhbat {

struct HttpRequest
{
    enum class Method { Get, Post, Patch, Delete };

    Method method = Method::Get;
    QUrl url;
    QByteArray body; ///< JSON or empty
    /// The token goes along, if there is one and the URL is of the server's own origin.
    bool withToken = true;
    /// Whether 401 means that the session is over. Not at login, not for channel authorisation.
    bool endsSession = true;
    /// Instead of `body`. The time-out then runs from the last bytes that went out.
    std::shared_ptr<UploadBody> upload = {};
    /// Of an upload: bytes that went out, bytes in all; only before `done`, and while the context
    /// lives.
    std::function<void(qint64 sent, qint64 total)> progress = {};
};

/// JSON over HTTP for one server: its headers, limits and errors. Redirects are not followed: they
/// are an Error of kind BadResponse, for the token must not travel. Bodies and tokens are never
/// logged.
class HttpClient : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(Result<HttpReply>)>;

    /// The network manager outlives this object.
    HttpClient(QNetworkAccessManager *network, ServerProfile server, NetworkSettings settings,
               QObject *parent = nullptr);
    ~HttpClient() override;

    const ServerProfile &server() const { return m_server; }
    const QString &language() const { return m_language; }
    void setServer(ServerProfile server);
    /// Empty: none; then the connections that were this user's are closed as soon as they are idle.
    void setToken(const QString &token);
    bool hasToken() const { return !m_token.isEmpty(); }
    void setSocketId(const QString &id) { m_socketId = id; } ///< X-Socket-ID; empty: none
    void setLanguage(const QString &language) { m_language = language; } ///< "uz", "ru", "en"
    Milliseconds requestTimeout() const { return m_settings.requestTimeout; }
    void setAnswerLimit(qint64 bytes) { m_limits.answerBytes = bytes; }

    /// Errors: those of a 2xx that is no JSON (BadResponse), of any other status (by
    /// Error::kindOfStatus, with serverText, fields, retryAfter), Unreachable, Timeout (also when
    /// the connection closed without an answer), Tls, Cancelled. A request whose context dies is
    /// aborted.
    void send(const HttpRequest &request, QObject *context, Done done);
    /// Asks for the bytes at an address: whoever calls owns the reply, and sees to its end. The
    /// token goes along to the server's own origin; any other host learns nothing but the user
    /// agent. Redirects are not followed.
    QNetworkReply *fetch(const QUrl &url);
    /// Everything of send() on its way ends with Cancelled.
    void cancelAll();

Q_SIGNALS:
    /// The server no longer takes the current token.
    void unauthorized();

private:
    struct Running
    {
        HttpExchange *exchange = nullptr;
        QPointer<QObject> context;
        Done done;
    };

    QNetworkRequest prepare(const HttpRequest &request) const;
    static void keepNothing(QNetworkRequest &request);
    QNetworkReply *start(const HttpRequest &request);
    static void follow(HttpExchange &exchange, const HttpRequest &request, QObject *context,
                       QNetworkReply *reply);
    void finish(quint64 number, Result<HttpReply> result, const QString &usedToken,
                bool endsSession);
    void abandon(quint64 number);
    static QString named(HttpRequest::Method method);
    void closeLeftConnections();

    QNetworkAccessManager *m_network;
    ServerProfile m_server;
    NetworkSettings m_settings;
    HttpExchange::Limits m_limits;
    QString m_token;
    bool m_leftSession = false; // connections of a session that is over are still open
    QString m_socketId;
    QString m_language = QStringLiteral("en");
    QHash<quint64, Running> m_running;
    quint64 m_lastNumber = 0;
};

} // namespace suhbat
