#pragma once

#include "demo/DemoOptions.h"
#include "demo/Faults.h"
#include "demo/http/HttpMessage.h"
#include "demo/store/Records.h"

#include <QObject>
#include <QUrl>

#include <memory>

namespace suhbat::demo {

class Chat;
class HttpListener;
class HttpResponder;
class PusherEndpoint;
class PusherRest;
class RestApi;
class ScriptedPeople;
struct Storage;

/// The demo back end: REST and a Pusher endpoint on one loopback port over a SQLite database.
/// Works in the thread it was made in; after construction it is silent until listen().
class DemoServer : public QObject
{
    Q_OBJECT

public:
    struct SeenRequest
    {
        QByteArray method;
        QString path;
        HttpHeaders headers;
        QByteArray body;
    };

    explicit DemoServer(const DemoOptions &options = {}, QObject *parent = nullptr);
    ~DemoServer() override;

    /// False: errorString() is one sentence. A server that once listened listens on the same port
    /// again, even when that port was "any".
    bool listen();
    /// Stops listening and cuts every connection; the data and the faults stay.
    void stop();
    bool isListening() const;
    QString errorString() const { return m_error; }

    quint16 port() const { return m_port; }
    QUrl apiUrl() const; ///< http://127.0.0.1:PORT/api
    QUrl wsUrl() const;  ///< ws://127.0.0.1:PORT, or the external server's
    QString appKey() const { return app().key; }

    Faults &faults() { return m_faults; }
    /// Cuts the TCP connections of all WebSockets, or of those and all HTTP connections.
    void dropSockets();
    void dropEverything();
    /// New TCP connections are cut at once until it is switched off, or for a while.
    void setRefusing(bool refusing);
    void refuseFor(int milliseconds);
    /// Sends any text to the WebSockets subscribed to `private-user.{personId}`.
    void sendRaw(qint64 personId, const QString &frame);
    /// All sessions of that person are over: the next request gets 401.
    void revokeTokens(qint64 personId);

    /// Acts as another person without a client; the events go out as usual.
    Message sendAs(qint64 personId, qint64 conversationId, const QString &text,
                   const QList<StoredFile> &files = {});
    Message editAs(qint64 messageId, const QString &text);
    void deleteAs(qint64 messageId);
    void typeAs(qint64 personId, qint64 conversationId);
    /// Reads everything that person had not read there; gives the message ids.
    QList<qint64> readAs(qint64 personId, qint64 conversationId);
    /// An event of any name and JSON payload on that person's channel.
    void publishTo(qint64 personId, const QString &event, const QByteArray &json);

    QList<Message> messages(qint64 conversationId) const; ///< oldest first
    QList<Person> people() const;
    QList<Conversation> conversationsOf(qint64 personId) const;
    int unreadCount(qint64 personId, qint64 conversationId) const;
    int socketCount() const;
    int subscriberCount(const QString &channel) const;
    QStringList subscribedChannels() const;
    /// The newest 1000 requests, oldest first, refused and failed ones included.
    const QList<SeenRequest> &requests() const { return m_requests; }
    void clearRequests() { m_requests.clear(); }
    /// Whether the scripted people have anything planned (a timer runs).
    bool isActive() const;

Q_SIGNALS:
    void requestSeen(const QString &path);
    void loggedIn(qint64 personId);

private:
    const AppCredentials &app() const;
    bool openStorage();
    void wakePeople();
    void route(const HttpRequest &request, const HttpResponder &responder);

    DemoOptions m_options;
    Faults m_faults;
    QString m_error;
    quint16 m_port;
    QList<SeenRequest> m_requests;
    std::unique_ptr<Storage> m_storage;
    std::unique_ptr<PusherEndpoint> m_endpoint;
    std::unique_ptr<Broadcaster> m_broadcaster;
    std::unique_ptr<Chat> m_chat;
    std::unique_ptr<RestApi> m_api;
    std::unique_ptr<PusherRest> m_pusherRest;
    std::unique_ptr<ScriptedPeople> m_people; ///< null when quiet
    std::unique_ptr<HttpListener> m_listener;
};

} // namespace suhbat::demo
